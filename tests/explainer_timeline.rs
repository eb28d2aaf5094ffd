//! The timeline: every event in every language, with its sources, its figures and the ways to the calculators.
#![allow(clippy::unwrap_used, clippy::panic)]

mod catalogue;

use std::collections::BTreeSet;

use catalogue::{assert_places, cell, escaped, page, place, tables};
use lodestone::route::Route;
use lodestone::site::tables::Row;
use lodestone::text::Lang;
use lodestone_model::data::{NamedScenario, VARIANTS};
use lodestone_model::inputs::text;

/// Where the item of an event ends.
fn item<'a>(page: &'a str, row: Row) -> &'a str {
    let told = row.get("same_as");
    place(page, if told.is_empty() { row.get("id") } else { told }, "<li id=\"20")
}

#[test]
fn every_event_is_told_in_every_language_with_its_sources_and_figures() {
    let tables = tables();
    for lang in Lang::ALL {
        let page = page(Route::Timeline, lang);
        assert_places(&page);
        for row in tables.rows("timeline") {
            let item = item(&page, row);
            for column in ["event", "effect"] {
                let said = cell(row, column, lang);
                assert!(!said.is_empty() && item.contains(&escaped(said)), "{lang:?}, {}: {said}", row.get("id"));
            }
            assert!(item.contains(&format!("/sources/#{}\"", row.get("source_id"))), "{}", row.get("id"));
            for claim in row.get("claim_ids").split(';').filter(|id| !id.is_empty()) {
                assert!(item.contains(&format!("/claims/#{claim}\"")), "{}: {claim}", row.get("id"));
            }
        }
    }
}

#[test]
fn every_scenario_and_every_input_of_an_event_opens() {
    let tables = tables();
    let page = page(Route::Timeline, Lang::En);
    let mut opened = BTreeSet::new();
    for row in tables.rows("timeline") {
        let (id, key, asked) = (row.get("id"), row.get("scenario"), row.get("inputs"));
        if !key.is_empty() {
            let scenario = NamedScenario::named(key).unwrap_or_else(|| panic!("{id}: no scenario {key}"));
            assert!(scenario.inputs().is_ok(), "{id}");
            assert!(item(&page, row).contains(&format!("/shocks/?scenario={key}\"")), "{id}");
            opened.insert(key.to_owned());
        }
        if !asked.is_empty() {
            let (to, query) = asked.split_once("/?").unwrap_or_else(|| panic!("{id}: {asked}"));
            assert!(Route::named(to).is_some_and(Route::computes), "{id}: {to}");
            assert!(text::read(&query.replace('&', "\n")).is_ok(), "{id}: {query}");
            assert!(item(&page, row).contains(&format!("href=\"../{asked}\"")), "{id}");
        }
    }
    assert!(opened.len() >= 10, "{opened:?}");
}

#[test]
fn every_quoted_price_is_shown_with_its_source() {
    let tables = tables();
    for lang in Lang::ALL {
        let page = page(Route::Timeline, lang);
        for row in tables.rows("shocks").filter(|r| !r.get("value_after").is_empty()) {
            let shown = place(&page, row.get("id"), "</tr>");
            assert!(shown.contains(&escaped(cell(row, "material", lang))), "{lang:?}, {}", row.get("id"));
            assert!(shown.contains(&escaped(cell(row, "basis", lang))), "{lang:?}, {}", row.get("id"));
            assert!(shown.contains(&format!("/sources/#{}\"", row.get("source_id"))), "{}", row.get("id"));
        }
    }
}

#[test]
fn rows_that_tell_the_same_event_name_the_row_that_tells_it() {
    let tables = tables();
    for row in tables.rows("timeline").filter(|r| !r.get("same_as").is_empty()) {
        let of = tables.rows("timeline").find(|r| r.get("id") == row.get("same_as")).unwrap();
        assert!(of.get("same_as").is_empty() && of.get("date")[..7] == row.get("date")[..7], "{}", row.get("id"));
    }
}

#[test]
fn the_page_says_that_october_was_suspended_and_april_stays_and_where_the_evidence_ends() {
    let tables = tables();
    for (lang, day, until, last) in [
        (Lang::En, "7 November 2025", "10 November 2026", "November 2025"),
        (Lang::Ko, "2025년 11월 7일", "2026년 11월 10일", "2025년 11월"),
        (Lang::Zh, "2025年11月7日", "2026年11月10日", "2025年11月"),
    ] {
        let page = page(Route::Timeline, lang);
        let end = place(&page, "end-title", "</section>");
        assert!(end.contains(day) && end.contains(until) && end.contains(last), "{end}");
    }
    let controls = tables.rows("timeline").filter(|r| r.get("kind") == "export control");
    for row in controls.filter(|r| matches!(r.get("date"), "2025-10-09" | "2025-12-01")) {
        assert_eq!(row.get("status"), "suspended", "{}", row.get("id"));
    }
    let april = tables.rows("timeline").find(|r| r.get("id").starts_with("2025-04-04-export")).unwrap();
    assert_eq!(april.get("status"), "reported");
}

#[test]
fn the_three_languages_give_the_same_figures() {
    let tables = tables();
    for row in tables.rows("timeline") {
        for column in ["event", "effect"] {
            let [en, ko, zh] = Lang::ALL.map(|lang| figures(cell(row, column, lang)));
            assert!(en == ko && en == zh, "{}, {column}: {en:?} {ko:?} {zh:?}", row.get("id"));
        }
    }
}

#[test]
fn no_text_uses_a_variant_that_the_glossary_refuses() {
    let tables = tables();
    let texts = [("timeline", ["event", "effect", "actor"].as_slice()), ("shocks", &["material", "basis"])];
    for (table, columns) in texts {
        for row in tables.rows(table) {
            for (lang, key) in [(Lang::En, "en"), (Lang::Ko, "ko"), (Lang::Zh, "zh")] {
                for said in columns.iter().map(|c| cell(row, c, lang).to_lowercase()) {
                    let refused =
                        VARIANTS.iter().find(|v| v.language == key && said.contains(&v.variant.to_lowercase()));
                    assert!(refused.is_none(), "{}: {:?}", row.get("id"), refused.map(|v| v.variant));
                }
            }
        }
    }
}

/// The numbers of a text as whole thousandths, whatever words its language has for powers of ten. Months and quarters
/// are words in English, so they are left out.
fn figures(text: &str) -> BTreeSet<i64> {
    let mut found = BTreeSet::new();
    let mut rest = text;
    // In Korean the parts of one number stand apart: 11만 5,000.
    let mut open: Option<f64> = None;
    while let Some(from) = rest.find(|c: char| c.is_ascii_digit()) {
        if !rest[..from].trim().is_empty() {
            found.extend(open.take().map(thousandths));
        }
        let tail = &rest[from..];
        let end = tail.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(tail.len());
        let number = tail[..end].trim_end_matches([',', '.']);
        let after = &tail[end..];
        rest = after;
        let word = after.trim_start();
        if ["월", "月", "분기"].iter().any(|w| word.starts_with(w)) {
            rest = &word[word.chars().next().map_or(0, char::len_utf8)..];
            continue;
        }
        let value: f64 = number.replace(',', "").parse().unwrap();
        let powers = [
            ("万亿", 1e12),
            ("trillion", 1e12),
            ("조", 1e12),
            ("billion", 1e9),
            ("억", 1e8),
            ("亿", 1e8),
            ("million", 1e6),
            ("만", 1e4),
            ("万", 1e4),
        ];
        match powers.iter().find(|(w, _)| word.starts_with(w)) {
            Some((w, power)) => {
                open = Some(open.unwrap_or(0.0) + value * power);
                rest = &word[w.len()..];
            }
            None => found.extend([thousandths(open.take().unwrap_or(0.0) + value)]),
        }
    }
    found.extend(open.map(thousandths));
    found
}

#[allow(clippy::cast_possible_truncation)] // figures of a text
fn thousandths(value: f64) -> i64 {
    (value * 1000.0).round() as i64
}
