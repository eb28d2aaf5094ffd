//! Pages of the explainer rendered from the tables of the project, and what stands on them.
#![allow(clippy::unwrap_used, dead_code)]

use std::path::Path;
use std::sync::Mutex;

use lodestone::explainer::{Explainer, Props};
use lodestone::reference::TABLES;
use lodestone::route::Route;
use lodestone::site::tables::{Row, TableData, Tables};
use lodestone::text::Lang;
use yew::LocalServerRenderer;

/// All tables of the project.
pub fn tables() -> Tables {
    let read = |name: &'static str| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("static-data").join(name).with_extension("csv");
        let mut reader = csv::Reader::from_path(file).unwrap();
        let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
        let head = cells(reader.headers().unwrap());
        TableData { name, head, rows: reader.records().map(|r| cells(&r.unwrap())).collect() }
    };
    Tables::new(TABLES.map(read))
}

/// A page in a language, rendered once for all tests.
pub fn page(route: Route, lang: Lang) -> String {
    static PAGES: Mutex<Vec<(Route, Lang, String)>> = Mutex::new(Vec::new());
    let mut pages = PAGES.lock().unwrap();
    if let Some((.., known)) = pages.iter().find(|(r, l, _)| (*r, *l) == (route, lang)) {
        return known.clone();
    }
    let props = Props { route, lang, tables: tables() };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let renderer = LocalServerRenderer::<Explainer>::with_props(props).hydratable(false);
    let fresh = runtime.block_on(renderer.render());
    pages.push((route, lang, fresh.clone()));
    fresh
}

/// A text as it stands in a document.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#x27;")
}

/// The cell of a column in a language.
pub fn cell<'a>(row: Row<'a>, column: &str, lang: Lang) -> &'a str {
    match lang {
        Lang::Ko => row.get(&format!("{column}_ko")),
        Lang::Zh => row.get(&format!("{column}_zh")),
        _ => row.get(column),
    }
}

/// The part of a page from the place with an id to the end of that element.
pub fn place<'a>(page: &'a str, id: &str, end: &str) -> &'a str {
    let from = page.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no place {id}"));
    let rest = &page[from..];
    &rest[..rest.find(end).unwrap_or(rest.len())]
}

/// Every link within the page leads to a place that is there.
pub fn assert_places(page: &str) {
    for part in page.split("href=\"#").skip(1) {
        let id = part.split('"').next().unwrap();
        assert!(page.contains(&format!("id=\"{id}\"")), "#{id} leads nowhere");
    }
}
