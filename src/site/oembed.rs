//! What another site needs to show a page within its own (oEmbed), as a file beside the page: a host of files answers no
//! queries. It holds whole addresses, so there is none where the site's is not known.

use serde_json::json;

use super::Site;
use super::card::{PAGES, SIZE};
use super::head::{below, heading};
use crate::route::Route;
use crate::text::Lang;

/// The file, beside the document of a page.
pub const FILE: &str = "oembed.json";
/// Width and height of a page in a frame: a column of text, and the answers with the first inputs below.
const FRAME: (u32, u32) = (720, 900);

/// The address of the file of a page; `None` for a page without a card, and where the site's address is not known.
pub(super) fn at(route: Route, lang: Lang, site: &Site) -> Option<String> {
    let address = site.address.as_ref().filter(|_| PAGES.contains(&route))?;
    Some(address.to(&format!("{}{FILE}", below(route, lang))))
}

/// What it says. A page that computes comes in a frame, any other as a link with its card.
#[must_use]
pub fn oembed(route: Route, lang: Lang, site: &Site) -> Option<String> {
    at(route, lang, site)?;
    let (address, card) = (site.address.as_ref()?, site.assets.card(route, lang)?);
    let page = address.to(&below(route, lang));
    let heading = heading(route, lang);
    let mut said = json!({
        "version": "1.0",
        "type": "link",
        "title": heading,
        "provider_name": "Lodestone",
        "provider_url": address.to(""),
        "thumbnail_url": address.to(&card.name),
        "thumbnail_width": SIZE.0,
        "thumbnail_height": SIZE.1,
    });
    if route.computes() {
        let title = super::escaped(&heading);
        let (width, height) = FRAME;
        said["type"] = json!("rich");
        said["width"] = json!(width);
        said["height"] = json!(height);
        said["html"] = json!(format!(
            "<iframe src=\"{page}\" title=\"{title}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\"></iframe>"
        ));
    }
    Some(said.to_string())
}
