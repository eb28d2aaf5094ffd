//! `404.html`: what a host answers where there is no page, in all languages at once.
//!
//! It may be shown at any depth, so it names everything from the top of the host: the folder of the site, where its
//! address is known, else the top itself.

use super::address::Address;
use super::head::ICON;
use super::policy::{Doing, policy};
use super::{Site, escaped, name, title};
use crate::route::{Route, folder};
use crate::text::{Lang, nav, site as words};

/// The pages that it leads to.
const ONWARD: [Route; 3] = [Route::Everything, Route::Claims, Route::Data];

/// The document.
#[must_use]
pub fn missing(site: &Site) -> String {
    let top = site.address.as_ref().map_or("/", Address::folder);
    let section = |lang: Lang| {
        let at = |route: Route| format!("{top}{}/{}", folder(lang), route.path());
        let link = |route: Route, text: &str| format!("<li><a href=\"{}\">{}</a></li>", at(route), escaped(text));
        let home = link(Route::Story, &words::missing_home(lang, title(Route::Story, lang)));
        let rest: String = ONWARD.into_iter().map(|route| link(route, name(route, lang))).collect();
        format!(
            "<section lang=\"{}\"><h2>{}</h2><p>{}</p><ul>{home}{rest}</ul></section>",
            lang.tag(),
            escaped(words::missing(lang)),
            escaped(words::missing_why(lang)),
        )
    };
    let sections: String = Lang::ALL.into_iter().map(section).collect();
    let style = &site.assets.style;
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{}\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><link rel=\"stylesheet\" href=\"{top}{}\" integrity=\"{}\"><title>{} – Lodestone</title>{ICON}</head><body class=\"reference\"><main id=\"content\"><h1><span translate=\"no\">{}</span> <small translate=\"no\">404</small></h1>{sections}</main></body></html>\n",
        policy([], Doing::Nothing),
        style.name,
        style.integrity,
        escaped(words::missing(Lang::En)),
        nav::site(Lang::En),
    )
}
