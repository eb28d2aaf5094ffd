//! Citations as CSL-JSON, the data form of reference managers (schema csl-data of the Citation Style Language, 1.0.2).

use std::fmt::Write as _;

use super::line::joined;
use super::{Kind, Work};
use crate::text::{Lang, cite};

/// A list of items, one a line.
#[must_use]
pub fn list(works: &[Work], lang: Lang) -> String {
    let items: Vec<String> = works.iter().map(|work| item(work, lang)).collect();
    format!("[\n{}\n]\n", items.join(",\n"))
}

/// One item.
#[must_use]
pub fn item(work: &Work, lang: Lang) -> String {
    let kind = match work.kind {
        Kind::Software => "software",
        Kind::Page => "webpage",
        Kind::Report => "report",
        Kind::Document | Kind::Own => "document",
    };
    let mut fields = vec![("id", text(&work.key)), ("type", text(kind)), ("title", text(&work.title))];
    if !work.authors.is_empty() {
        // Names are not taken apart: nobody said which part is the family's.
        let names: Vec<String> = work.authors.iter().map(|a| format!("{{\"literal\":{}}}", text(a))).collect();
        fields.push(("author", format!("[{}]", names.join(","))));
    }
    fields.extend(work.publisher.as_ref().map(|p| ("publisher", text(p))));
    fields.push((
        "issued",
        match work.issued() {
            Some(date) => {
                let parts: Vec<String> = date.parts().map(|n| n.to_string()).collect();
                format!("{{\"date-parts\":[[{}]]}}", parts.join(","))
            }
            None => format!("{{\"literal\":{}}}", text(&work.date)),
        },
    ));
    fields.extend(work.version.as_ref().map(|v| ("version", text(v))));
    fields.extend(work.doi().map(|doi| ("DOI", text(doi))));
    fields.extend(work.url.as_ref().map(|url| ("URL", text(url))));
    fields.extend(work.language.map(|tag| ("language", text(tag))));
    let english = work.title_en.as_ref().map(|title| cite::english_title(lang, title));
    let notes: Vec<String> = english.into_iter().chain(work.place.clone()).chain(work.notes.iter().cloned()).collect();
    fields.extend(joined(&notes, lang).map(|note| ("note", text(&note))));
    let fields: Vec<String> = fields.into_iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("{{{}}}", fields.join(","))
}

/// A JSON string.
fn text(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len() + 2);
    out.push('"');
    for c in plain.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if u32::from(c) < 0x20 => {
                // Writing to memory does not fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::super::{OfResult, source};
    use super::*;

    #[test]
    fn strings_are_strings_of_json() {
        assert_eq!(text("a\"b\\c\n稀"), "\"a\\\"b\\\\c\\u000a稀\"");
    }

    #[test]
    fn an_item_has_what_a_reference_manager_needs() {
        let of = |id: &str| item(&Work::of(source(id).unwrap(), Lang::En), Lang::En);
        let day = of("sohu-2025-11-22-eu-minerals");
        assert!(
            day.contains("\"issued\":{\"date-parts\":[[2025,11,22]]}") && day.contains("\"language\":\"zh\""),
            "{day}"
        );
        assert!(day.contains("\"type\":\"document\"") && day.contains("English title: EU hastens"), "{day}");
        assert!(of("cicc-2025-07").contains("\"author\":[{\"literal\":\"何曼文\"},"));
        let tool = item(&Work::tool(&OfResult::default(), Lang::En), Lang::En);
        assert!(tool.contains("\"type\":\"software\"") && tool.contains("\"version\":"), "{tool}");
    }
}
