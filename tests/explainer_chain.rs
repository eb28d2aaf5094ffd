//! The companies along the chain: every row of the table stands on the page, put right where it is wrong.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use lodestone::explainer::{Explainer, Props};
use lodestone::reference::TABLES;
use lodestone::route::Route;
use lodestone::site::tables::{Row, TableData, Tables};
use lodestone::text::Lang;
use lodestone_model::data::{CLAIMS, OTHER_SOURCES, SOURCES};
use yew::LocalServerRenderer;

fn tables() -> Tables {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static-data");
    Tables::new(TABLES.map(|name| {
        let mut reader = csv::Reader::from_path(folder.join(name).with_extension("csv")).unwrap();
        let cells = |r: &csv::StringRecord| r.iter().map(str::to_owned).collect::<Vec<_>>();
        let head = cells(reader.headers().unwrap());
        TableData { name, head, rows: reader.records().map(|r| cells(&r.unwrap())).collect() }
    }))
}

async fn page(lang: Lang, tables: &Tables) -> String {
    let props = Props { route: Route::Chain, lang, tables: tables.clone() };
    LocalServerRenderer::<Explainer>::with_props(props).hydratable(false).render().await
}

/// A text as it stands in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The text of a row in a language.
fn of<'a>(row: Row<'a>, column: &str, lang: Lang) -> &'a str {
    let end = match lang {
        Lang::Ko => "ko",
        Lang::Zh => "zh",
        _ => "en",
    };
    row.get(&format!("{column}_{end}"))
}

/// What stands from the place with this id to the end of its block.
fn block<'a>(html: &'a str, id: &str) -> Option<&'a str> {
    let (_, after) = html.split_once(&format!("id=\"{id}\""))?;
    after.split("</div>").next()
}

#[tokio::test(flavor = "current_thread")]
async fn every_company_of_every_row_is_on_the_page_in_each_language_but_those_left_out() {
    let tables = tables();
    for lang in Lang::ALL {
        let html = page(lang, &tables).await;
        let counted = html.split("id=\"left-out\"").next().unwrap();
        assert!(tables.rows("value_chain").count() >= 125);
        for row in tables.rows("value_chain") {
            let (id, out) = (row.get("id"), row.get("status") == "left-out");
            assert_eq!(block(counted, id).is_some(), !out, "{lang:?}: {id}");
            assert!(html.contains(&escaped(row.get("company"))), "{lang:?}: the name in the document of {id}");
            assert!(html.contains(&escaped(row.get("now_company"))), "{lang:?}: the name today of {id}");
            for ticker in row.get("now_ticker").split(';').filter(|t| !t.is_empty()) {
                assert!(html.contains(ticker), "{lang:?}: {id}");
            }
            if let Some(said) = block(counted, id) {
                assert!(said.contains(&escaped(of(row, "what", lang))), "{lang:?}: what {id} does");
            }
        }
        for row in tables.rows("etfs") {
            assert!(html.contains(&format!("id=\"fund-{}\"", row.get("id"))), "{lang:?}: {}", row.get("id"));
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_wrong_or_out_of_date_has_a_note_in_each_language_and_is_nowhere_repeated() {
    let tables = tables();
    let rows: Vec<Row> = tables.rows("value_chain").chain(tables.rows("etfs")).collect();
    let flagged = |row: &&Row| row.get("check").starts_with("flag:");
    assert!(rows.iter().filter(flagged).count() >= 37);
    for lang in Lang::ALL {
        let html = page(lang, &tables).await;
        for row in rows.iter().filter(flagged) {
            let note = of(*row, "note", lang);
            assert!(matches!(row.get("status"), "corrected" | "left-out"), "{}", row.get("id"));
            assert!(!note.is_empty() && html.contains(&escaped(note)), "{lang:?}: {}", row.get("id"));
            assert!(!row.get("note_basis").is_empty(), "{}", row.get("id"));
        }
        for row in rows.iter().filter(|r| !r.get("check").is_empty()) {
            assert!(!html.contains(&escaped(row.get("check"))), "{lang:?}: {}", row.get("check"));
        }
        // What the documents have wrong stands in notes only, never as a listing.
        for wrong in ["SSE: 688456", "SZSE: 300064", "TSE: 6967", "BME: SGRE", "TSE: 5486", "ASX: PEK"] {
            assert!(!html.contains(wrong), "{lang:?}: {wrong}");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn every_claim_about_a_company_is_on_the_page_with_a_way_to_its_check() {
    let tables = tables();
    let html = page(Lang::En, &tables).await;
    let named = tables.rows("value_chain").filter(|r| r.get("status") != "left-out");
    let linked: Vec<&str> = named.flat_map(|r| r.get("claim_ids").split(';')).filter(|id| !id.is_empty()).collect();
    for id in &linked {
        assert!(CLAIMS.iter().any(|c| c.id == *id), "{id} is no claim");
    }
    let company = CLAIMS.iter().filter(|c| c.topic == "company").map(|c| c.id);
    for id in company.chain(linked) {
        assert!(html.contains(&format!("href=\"../../en/claims/#{id}\"")), "{id}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn links_of_the_companies_page_lead_to_places_that_exist() {
    let tables = tables();
    for lang in Lang::ALL {
        let html = page(lang, &tables).await;
        for address in html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            if let Some(place) = address.strip_prefix('#') {
                assert!(html.contains(&format!("id=\"{place}\"")), "{lang:?}: {address}");
            } else if let Some((_, step)) = address.split_once("/process/#") {
                assert!(tables.rows("process_steps").any(|r| r.get("id") == step), "{address}");
            } else if let Some((_, source)) = address.split_once("/sources/#") {
                assert!(SOURCES.iter().chain(&OTHER_SOURCES).any(|s| s.id == source), "{address}");
            }
        }
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(all, ids.len(), "{lang:?}: an id stands twice");
    }
}
