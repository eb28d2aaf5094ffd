//! What lets a browser keep the site: the worker that answers a second visit without a network, the lines of a page that
//! ask for it and say when there is a newer release, and what a phone needs to put the site among its programs.
//!
//! ```text
//! a document ─ 4 s after it was loaded ▶ kept-….js ▶ sw.js (keeps by digest) ▶ the browser's own store
//! ```
//!
//! Calculators in frames of others have none of it. Not here: the whole site as one file ([`crate::site::offline`]).

use serde_json::{Map, Value, json};

use super::assets::{Assets, integrity};
use super::told::Told;
use super::{Site, about, title};
use crate::route::{Route, folder};
use crate::text::{Lang, kept as words, nav};

/// Begins the name of the lines of a page.
pub const PAGE: &str = "kept";
/// The worker, at the top of the site: its address is its scope, and stays the same from release to release.
pub const WORKER: &str = "sw.js";
/// What is shown for a page that was not kept, without a network.
pub const AWAY: &str = "away.html";
/// Pictures of the mark, beside the cards: file, width in pixels. They have paper to the edge, so that a phone may cut them round.
pub const ICONS: [(&str, u32); 2] = [("icon-192.png", 192), ("icon-512.png", 512)];
/// The colours of paper and ink, as `styles/base.css` has them by day.
const PAPER: &str = "#fbfaf7";

/// The lines of a page, in all languages.
#[must_use]
pub fn page() -> String {
    let said = |lang: Lang| {
        let own = json!({ "newer": words::newer(lang), "use": words::take(lang), "later": words::later(lang) });
        (folder(lang).to_owned(), own)
    };
    let all: Map<String, Value> = Lang::ALL.into_iter().map(said).collect();
    include_str!("kept/page.js").replace("@words", &Value::from(all).to_string())
}

/// The worker of a release with these documents: place, from the top of the site, and text.
#[must_use]
pub fn worker<'a>(documents: impl IntoIterator<Item = (&'a str, &'a str)>, assets: &Assets) -> String {
    let pages: Map<String, Value> =
        documents.into_iter().map(|(place, text)| (place.to_owned(), json!(integrity(text.as_bytes())))).collect();
    let worded = |lang: Lang| assets.worded(lang).map(|file| file.name.as_str()).collect::<Vec<_>>();
    let by_language: Map<String, Value> =
        Lang::ALL.into_iter().map(|lang| (folder(lang).to_owned(), json!(worded(lang)))).collect();
    let all = assets.shared().chain(Lang::ALL.into_iter().flat_map(|lang| assets.worded(lang)));
    let files: Map<String, Value> = all.map(|file| (file.name.clone(), json!(file.integrity))).collect();
    let release = json!({ "pages": pages, "files": files, "words": by_language });
    include_str!("kept/worker.js").replace("@release", &release.to_string())
}

/// The name of what describes the site as a program, from the top of the site.
#[must_use]
pub fn app_file(lang: Lang) -> String {
    format!("{}/app.webmanifest", folder(lang))
}

/// The site as a program among those of a phone or a computer.
#[must_use]
pub fn app(lang: Lang) -> String {
    let icon = |(name, size): (&str, u32)| json!({ "src": format!("../{name}"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": "any maskable" });
    let link = |route: Route| json!({ "name": super::name(route, lang), "url": route.path() });
    let shortcuts = [Route::Motor, Route::Turbine, Route::Demand, Route::Claims].map(link);
    let said = json!({
        "name": format!("{} – {}", nav::site(lang), title(Route::Story, lang)),
        "short_name": nav::site(lang),
        "description": about(Route::Story, lang),
        "lang": lang.tag(),
        "dir": "ltr",
        "start_url": "./",
        "scope": "../",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": ICONS.map(icon),
        "shortcuts": shortcuts,
    });
    said.to_string()
}

/// The pages to which [`AWAY`] leads; whether the browser has them is seen there.
const ONWARD: [Route; 4] = [Route::Story, Route::Motor, Route::Turbine, Route::Demand];

/// The document for a page that was not kept. The worker writes the address of the top of the site for `@top/`.
#[must_use]
pub fn away(site: &Site) -> String {
    let onward = |lang: Lang| ONWARD.map(|route| (route, super::name(route, lang).to_owned())).to_vec();
    Told { top: "@top/", title: words::away, why: words::away_why, onward: &onward, heading: "" }.document(site)
}
