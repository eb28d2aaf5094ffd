//! What a page says of itself to those who list, share and cite it: title, description, languages, card.
//!
//! Where the address of the site is known it says so in whole addresses; otherwise seen from the page.

use super::{Site, about, escaped, json_ld, kept, name, oembed, title};
use crate::route::{Route, folder};
use crate::text::{Lang, nav, site as words};

/// The mark of the site in a tab.
pub(super) const ICON: &str = "<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M3 14V8a5 5 0 0 1 10 0v6h-3V8a2 2 0 0 0-4 0v6z' fill='%23b4232a'/%3E%3C/svg%3E\">";

/// The name of a page by itself, unlike that of any other page of the language.
pub(super) fn heading(route: Route, lang: Lang) -> String {
    match route {
        Route::Table(_) => words::table_title(lang, name(route, lang)),
        _ => title(route, lang).to_owned(),
    }
}

/// The title of the document.
pub(super) fn full(route: Route, lang: Lang) -> String {
    let heading = heading(route, lang);
    match route {
        Route::Story => format!("{} – {heading}", nav::site(lang)),
        _ => format!("{heading} – {}", nav::site(lang)),
    }
}

/// What a page is for, in a sentence or two, unlike that of any other page of the language.
pub(super) fn description(route: Route, lang: Lang) -> String {
    match route {
        Route::Table(_) => words::table_about(lang, name(route, lang)),
        _ => about(route, lang).to_owned(),
    }
}

/// The head of a page behind its scripts and style sheets.
pub(super) fn head(route: Route, lang: Lang, site: &Site) -> String {
    let (heading, full) = (heading(route, lang), full(route, lang));
    let about = description(route, lang);
    let mut out =
        format!("<title>{}</title><meta name=\"description\" content=\"{}\">{ICON}", escaped(&full), escaped(&about));
    if let Some(address) = &site.address {
        out += &format!("<link rel=\"canonical\" href=\"{}\">", address.to(&below(route, lang)));
    }
    out += &alternates(route, site);
    out += &format!("<link rel=\"manifest\" href=\"{}{}\">", route.up(), kept::app_file(lang));
    if let Some(at) = oembed::at(route, lang, site) {
        let title = escaped(&heading);
        out += &format!("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{at}\" title=\"{title}\">");
    }
    out += "<meta name=\"theme-color\" content=\"#fbfaf7\" media=\"(prefers-color-scheme: light)\"><meta name=\"theme-color\" content=\"#16181b\" media=\"(prefers-color-scheme: dark)\">";
    out += &shared(route, lang, site, &heading, &about);
    out + &format!("<script type=\"application/ld+json\">{}</script>", json_ld::text(route, lang, site))
}

/// The page in its other languages, itself, and the page that finds out which language a reader speaks.
fn alternates(route: Route, site: &Site) -> String {
    let link = |tag: &str, at: &str| format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{at}\">");
    let all: String = Lang::ALL.into_iter().map(|lang| link(lang.tag(), &at(route, lang, site))).collect();
    let top = site.address.as_ref().map_or_else(|| route.up().to_owned(), |address| address.to(""));
    all + &link("x-default", &top)
}

/// Where a page stands, from the top of the site.
pub(super) fn below(route: Route, lang: Lang) -> String {
    format!("{}/{}", folder(lang), route.path())
}

/// The address of a page in a language, seen from the page itself where the site's is not known.
pub(super) fn at(route: Route, lang: Lang, site: &Site) -> String {
    site.address.as_ref().map_or_else(|| route.to(route, lang), |address| address.to(&below(route, lang)))
}

/// The address of a file at the top of the site, seen from a page where the site's is not known.
pub(super) fn file(route: Route, path: &str, site: &Site) -> String {
    site.address.as_ref().map_or_else(|| format!("{}{path}", route.up()), |address| address.to(path))
}

/// What is shown where somebody shares the page (Open Graph, and the few names that Twitter has of its own).
fn shared(route: Route, lang: Lang, site: &Site, heading: &str, about: &str) -> String {
    let property = |name: &str, value: &str| format!("<meta property=\"og:{name}\" content=\"{}\">", escaped(value));
    let kind = if route.computes() { "website" } else { "article" };
    let mut out = property("type", kind) + &property("site_name", nav::site(lang)) + &property("locale", locale(lang));
    for other in Lang::ALL.into_iter().filter(|other| *other != lang) {
        out += &property("locale:alternate", locale(other));
    }
    out += &(property("title", heading) + &property("description", about));
    if let Some(address) = &site.address {
        out += &property("url", &address.to(&below(route, lang)));
    }
    let Some(card) = site.assets.card(route, lang) else { return out };
    let (width, height) = super::card::SIZE;
    let picture = file(route, &card.name, site);
    out += &property("image", &picture);
    out += &(property("image:type", "image/png") + &property("image:width", &width.to_string()));
    out += &property("image:height", &height.to_string());
    out += &property("image:alt", &card.said);
    for (name, value) in [
        ("card", "summary_large_image"),
        ("title", heading),
        ("description", about),
        ("image", &picture),
        ("image:alt", &card.said),
    ] {
        out += &format!("<meta name=\"twitter:{name}\" content=\"{}\">", escaped(value));
    }
    out
}

/// Language and country, as Open Graph wants them.
const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Ko => "ko_KR",
        Lang::Zh => "zh_CN",
        _ => "en_US",
    }
}
