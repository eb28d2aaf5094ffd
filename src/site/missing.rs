//! `404.html`: what a host answers where there is no page, in all languages at once.
//!
//! It may be shown at any depth, so it names everything from the top of the host: the folder of the site, where its
//! address is known, else the top itself.

use super::address::Address;
use super::told::Told;
use super::{Site, name, title};
use crate::route::Route;
use crate::text::{Lang, site as words};

/// The pages that it leads to, behind the front page.
const ONWARD: [Route; 3] = [Route::Everything, Route::Claims, Route::Data];

/// The document.
#[must_use]
pub fn missing(site: &Site) -> String {
    let onward = |lang: Lang| {
        let home = (Route::Story, words::missing_home(lang, title(Route::Story, lang)));
        let rest = ONWARD.into_iter().map(|route| (route, name(route, lang).to_owned()));
        [home].into_iter().chain(rest).collect()
    };
    let told = Told {
        top: site.address.as_ref().map_or("/", Address::folder),
        title: words::missing,
        why: words::missing_why,
        onward: &onward,
        heading: " <small translate=\"no\">404</small>",
    };
    told.document(site)
}
