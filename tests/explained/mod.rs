//! What tests of explainer pages share: the page as HTML, its links, its structure.
#![allow(clippy::unwrap_used, dead_code)]

use std::collections::BTreeSet;

use lodestone::cite;
use lodestone::explainer::{Explainer, Props};
use lodestone::reference::TABLES;
use lodestone::route::Route;
use lodestone::site::tables::Tables;
use lodestone::text::Lang;
use lodestone_model::data::{CLAIMS, GLOSSARY, Grade, PHYSICS};
use yew::LocalServerRenderer;

/// A page as the document has it.
pub async fn page(route: Route, lang: Lang) -> String {
    let props = Props { route, lang, tables: Tables::default() };
    LocalServerRenderer::<Explainer>::with_props(props).hydratable(false).render().await
}

/// A text as it stands in HTML.
pub fn said(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Whatever stands between two marks.
pub fn parts<'a>(html: &'a str, from: &'a str, to: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(from).skip(1).map(move |rest| rest.split_once(to).map_or(rest, |(part, _)| part))
}

/// The texts of a picture.
pub fn texts(svg: &str) -> Vec<&str> {
    parts(svg, "<text", "</text>").filter_map(|t| t.split_once('>')).map(|(_, text)| text.trim()).collect()
}

/// Parts of the page on the chain that the process leads to. (Whether each is there is looked up when the site is packed into one
/// file: `site::offline`.)
const STAGES: [&str; 8] =
    ["mining", "beneficiation", "separation", "metal", "magnets", "parts", "recycling", "coating"];

/// Every link leads to something that exists, no term is linked twice; how many terms are linked.
pub fn links_lead_somewhere(html: &str) -> usize {
    let ids: BTreeSet<&str> = parts(html, " id=\"", "\"").collect();
    let mut terms = BTreeSet::new();
    for href in parts(html, "href=\"", "\"").filter(|h| !h.starts_with("http")) {
        if let Some(id) = href.strip_prefix('#') {
            assert!(ids.contains(id), "{href}");
        } else if let Some(id) = href.strip_prefix("../glossary/#") {
            assert!(GLOSSARY.iter().any(|g| g.id == id), "{href}");
            assert!(terms.insert(id), "{id} is linked twice");
        } else if let Some(id) = href.strip_prefix("../claims/#") {
            assert!(CLAIMS.iter().any(|c| c.id == id), "{href}");
        } else if let Some(id) = href.strip_prefix("../sources/#") {
            let listed = cite::source(id).is_some_and(|s| !matches!(s.grade, Grade::General | Grade::Assumption));
            assert!(listed, "{href}");
        } else if let Some(stage) = href.strip_prefix("../chain/#") {
            assert!(STAGES.contains(&stage), "{href}");
        } else if let Some(id) = href.strip_prefix("../material/#") {
            assert!(PHYSICS.iter().any(|r| r.id == id), "{href}");
        } else if let Some(table) = href.strip_prefix("../data/").and_then(|h| h.strip_suffix('/')) {
            assert!(TABLES.contains(&table), "{href}");
        } else {
            let key = href.strip_prefix("../").and_then(|h| h.strip_suffix('/'));
            assert!(key.and_then(Route::named).is_some(), "{href}");
        }
    }
    terms.len()
}

/// One first heading, none left out below it, ids of their own, nothing that the policy of documents forbids.
pub fn sound(html: &str) {
    let levels: Vec<u32> =
        html.match_indices("<h").filter_map(|(at, _)| html[at + 2..].chars().next()?.to_digit(10)).collect();
    assert_eq!(levels.iter().filter(|l| **l == 1).count(), 1);
    assert_eq!(levels.first(), Some(&1));
    assert!(levels.windows(2).all(|w| w[1] <= w[0] + 1), "{levels:?}");
    let ids: Vec<&str> = parts(html, " id=\"", "\"").collect();
    let own: BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(ids.len(), own.len(), "an id stands twice");
    assert!(!html.contains(" style=\"") && !html.contains("<script"));
}
