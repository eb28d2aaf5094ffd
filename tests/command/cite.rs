//! Citations: read again by somebody else's BibTeX parser, and field by field as CSL-JSON.

use std::collections::BTreeSet;

use biblatex::{Bibliography, ChunksExt, EntryType, PermissiveType};
use lodestone::cite::{Kind, OfResult, Work, all_sources, source};
use lodestone::text::Lang;
use lodestone_model::data::{DATA_VERSION, NamedScenario};
use lodestone_model::outputs::Output;
use serde_json::{Value, json};

use super::{json, run, text};

/// The tool and every source.
fn works() -> Vec<Work> {
    let tool = Work::tool(&OfResult::default(), Lang::En);
    std::iter::once(tool).chain(all_sources().map(|s| Work::of(s, Lang::En))).collect()
}

fn csl(args: &[&str]) -> Vec<Value> {
    serde_json::from_str(&text(&[&["cite", "--format", "csl-json"], args].concat())).unwrap()
}

fn ids(items: &[Value]) -> Vec<&str> {
    items.iter().map(|i| i["id"].as_str().unwrap()).collect()
}

#[test]
fn every_source_is_cited_once_in_bibtex_that_another_program_reads() {
    let written = text(&["cite", "--all", "--format", "bibtex"]);
    let read = Bibliography::parse(&written).unwrap();
    assert_eq!(read.len(), works().len());
    for work in works() {
        let entry = read.get(&work.key).unwrap_or_else(|| panic!("{}", work.key));
        let kind = match work.kind {
            Kind::Software => EntryType::Software,
            Kind::Page => EntryType::Online,
            // A technical report is a report of the type “techreport”.
            Kind::Report => EntryType::TechReport,
            Kind::Document | Kind::Own => EntryType::Misc,
        };
        assert_eq!(entry.entry_type, kind, "{}", work.key);
        assert_eq!(entry.title().unwrap().format_verbatim(), work.title, "{}", work.key);
        let field = |name: &str| entry.get(name).map(ChunksExt::format_verbatim);
        let publisher = ["publisher", "organization", "institution"].into_iter().find_map(field);
        assert_eq!(publisher, work.publisher, "{}", work.key);
        assert_eq!(field("titleaddon"), work.title_en, "{}", work.key);
        assert_eq!(field("howpublished"), work.place, "{}", work.key);
        let authors: Vec<String> = entry.author().unwrap_or_default().into_iter().map(|p| p.name).collect();
        assert_eq!(authors, work.authors, "{}", work.key);
        assert_eq!(work.url.is_some(), entry.url().is_ok(), "{}", work.key);
        if let Some(url) = &work.url {
            // The same address: a hyphen may be written as its number.
            assert_eq!(&entry.url().unwrap().replace("-%2D", "--"), url);
        }
        let PermissiveType::Typed(date) = entry.date().unwrap() else { panic!("{}: no date", work.key) };
        let biblatex::DateValue::At(at) = date.value else { panic!("{}: no single date", work.key) };
        // The parser counts months and days from 0.
        let rest = [at.month, at.day].into_iter().flatten().map(|n| u16::from(n) + 1);
        let parts: Vec<u16> = std::iter::once(u16::try_from(at.year).unwrap()).chain(rest).collect();
        assert_eq!(parts, work.issued().unwrap().parts().collect::<Vec<_>>(), "{}", work.key);
    }
}

#[test]
fn every_source_is_an_item_of_csl_json_field_by_field() {
    // What the schema csl-data allows of what is written here, and its names of the types.
    let allowed = ["id", "type", "title", "author", "publisher", "issued", "version", "DOI", "URL", "language", "note"];
    let items = csl(&["--all"]);
    assert_eq!(items.len(), works().len());
    for (item, work) in items.iter().zip(works()) {
        let fields = item.as_object().unwrap();
        assert!(fields.keys().all(|k| allowed.contains(&k.as_str())), "{item}");
        assert_eq!(item["id"], json!(work.key));
        assert!(["software", "webpage", "report", "document"].contains(&item["type"].as_str().unwrap()), "{item}");
        assert_eq!(item["title"], json!(work.title));
        assert_eq!(item["publisher"], json!(work.publisher));
        assert_eq!(item["URL"], json!(work.url));
        assert_eq!(item["language"], json!(work.language));
        assert_eq!(item["issued"], json!({ "date-parts": [work.issued().unwrap().parts().collect::<Vec<_>>()] }));
        let authors = item["author"].as_array().map_or(0, Vec::len);
        assert_eq!(authors, work.authors.len(), "{item}");
        if let Some(source) = source(&work.key) {
            assert!(item["note"].as_str().unwrap().contains(source.edition), "{item}");
        }
    }
    let keys: BTreeSet<_> = ids(&items).into_iter().collect();
    assert_eq!(keys.len(), items.len(), "each once");
}

#[test]
fn an_answer_is_cited_with_its_value_its_versions_and_its_sources_and_no_others() {
    let mass = csl(&["--answer", "motor-magnet-kg"]);
    let tool = &mass[0];
    assert_eq!(tool["version"], json!(format!("{}, data {DATA_VERSION}", env!("CARGO_PKG_VERSION"))));
    assert!(tool["note"].as_str().unwrap().contains("2.00 (1.33–3.14)"), "{tool}");
    assert!(ids(&mass).contains(&"tmtpost-2025-redbook") && mass.len() == 3, "{:?}", ids(&mass));
    let cost = csl(&["--answer", "motor-after-usd"]);
    assert!(ids(&mass[1..]).iter().all(|id| ids(&cost).contains(id)) && cost.len() > mass.len());
    let demand = csl(&["--answer", "demand-vehicles-t", "--year", "2030"]);
    assert!(ids(&demand).iter().any(|id| id.contains("international-energy-agency")), "{:?}", ids(&demand));
    let outage = csl(&["--scenario", "flood-mount-weld"]);
    let story = NamedScenario::named("flood-mount-weld").unwrap().source().unwrap();
    assert!(ids(&outage).contains(&story.id), "{:?}", ids(&outage));
}

#[test]
fn what_the_reader_has_set_is_the_readers_and_has_no_source() {
    let args = ["--answer", "motor-magnet-kg", "--set", "ev-magnet-kg=3"];
    let mine = csl(&args);
    assert_eq!(mine.len(), 1, "the tool alone: {:?}", ids(&mine));
    assert!(mine[0]["note"].as_str().unwrap().contains("set by the reader: ev-magnet-kg=3"), "{}", mine[0]);
    let said = text(&[&["cite"], &args[..]].concat());
    assert!(said.contains("No source stands behind this answer"), "{said}");
    let told = json(&[&["cite"], &args[..], &["--set", "wind-mw=5"]].concat());
    assert_eq!(told["set_by_reader"], json!(["ev-magnet-kg=3"]), "what does not count is not named");
    let shocked = json(&["cite", "--shock", "price:nd-metal:50"]);
    assert_eq!(shocked["set_by_reader"], json!(["shocks=price:nd-metal:50"]));
}

#[test]
fn citations_come_in_three_languages_and_titles_stay() {
    for (lang, read) in [("en", "read for edition"), ("ko", "판에서 확인"), ("zh", "据Lodestone数据")] {
        let said = text(&["cite", "--all", "--lang", lang]);
        assert!(said.contains(read), "{lang}");
        assert_eq!(said.lines().count(), works().len() + 2, "a line each");
        for source in all_sources() {
            assert!(
                matches!(Work::of(source, Lang::En).kind, Kind::Own) || said.contains(source.title),
                "{}",
                source.id
            );
        }
    }
}

#[test]
fn a_link_stands_in_every_form_and_what_is_none_is_refused() {
    let link = "https://example.org/lodestone/?scenario=drought-baotou";
    for format in ["text", "bibtex", "csl-json"] {
        assert!(text(&["cite", "--link", link, "--format", format]).contains(link), "{format}");
    }
    let cases: [(&[&str], &[&str]); 5] = [
        (&["cite", "--format", "ris"], &["--format", "ris", "bibtex, csl-json"]),
        (&["cite", "--link", "somewhere"], &["--link", "somewhere", "https://"]),
        (&["cite", "--answer", "everything"], &["everything", "motor-after-usd"]),
        (&["cite", "--answer", "balance-gap-t", "--year", "2012"], &["2012"]),
        (&["cite", "--format", "bibtex", "--json"], &["--format", "--json"]),
    ];
    for (args, wanted) in cases {
        let output = run(args);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(wanted.iter().all(|w| said.contains(w)) && said.trim_end().lines().count() == 1, "{args:?}: {said}");
    }
}

#[test]
fn every_answer_can_be_cited() {
    for output in Output::ALL {
        let told = json(&["cite", "--limits", "--answer", output.key(), "--year", "2026"]);
        let sources = told["sources"].as_array().unwrap();
        assert_eq!(told["citations"].as_array().unwrap().len(), sources.len() + 1, "{}", output.key());
        let counted = told["answer"]["central"].as_f64() != Some(0.0);
        assert!(!counted || !sources.is_empty(), "{} has no source", output.key());
    }
}
