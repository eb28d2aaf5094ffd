//! Citations as BibTeX: UTF-8, names and titles in braces so that no style changes their letters.
//!
//! The entry types are those of biblatex; classic styles treat the ones they do not know as `@misc`. Addresses stand as
//! they are, for `url` and `doi` are verbatim; everything else is escaped.

use std::fmt::Write as _;

use super::line::joined;
use super::{Kind, Work};
use crate::text::Lang;

/// One entry, a line break behind it.
#[must_use]
pub fn entry(work: &Work, lang: Lang) -> String {
    let kind = match work.kind {
        Kind::Software => "software",
        Kind::Page => "online",
        Kind::Report => "techreport",
        Kind::Document | Kind::Own => "misc",
    };
    let mut fields: Vec<(&str, String)> = Vec::new();
    if !work.authors.is_empty() {
        let names: Vec<String> = work.authors.iter().map(|a| format!("{{{}}}", escaped(a))).collect();
        fields.push(("author", names.join(" and ")));
    }
    fields.push(("title", format!("{{{}}}", escaped(&work.title))));
    if let Some(english) = &work.title_en {
        fields.push(("titleaddon", format!("{{{}}}", escaped(english))));
    }
    if let Some(publisher) = &work.publisher {
        let role = match work.kind {
            Kind::Report => "institution",
            Kind::Page => "organization",
            Kind::Software | Kind::Document | Kind::Own => "publisher",
        };
        fields.push((role, format!("{{{}}}", escaped(publisher))));
    }
    if let Some(date) = work.issued() {
        fields.push(("year", date.year.to_string()));
        // Classic styles know the year alone.
        if date.month.is_some() {
            fields.push(("date", work.date.clone()));
        }
    }
    fields.extend(work.version.as_ref().map(|v| ("version", escaped(v))));
    fields.extend(work.doi().map(|doi| ("doi", address(doi))));
    fields.extend(work.url.as_ref().map(|url| ("url", address(url))));
    fields.extend(work.place.as_ref().map(|place| ("howpublished", escaped(place))));
    let language = work.language.and_then(|tag| match tag {
        "ko" => Some("korean"),
        "zh" => Some("chinese"),
        _ => None,
    });
    fields.extend(language.map(|name| ("language", name.to_owned())));
    fields.extend(joined(&work.notes, lang).map(|note| ("note", escaped(&note))));
    let mut out = format!("@{kind}{{{},\n", work.key);
    for (name, value) in fields {
        // Writing to memory does not fail.
        let _ = writeln!(out, "  {name} = {{{value}}},");
    }
    out + "}\n"
}

/// A text in which no letter means something to TeX. Braces are written as words: BibTeX counts them even behind a
/// backslash.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '\n' | '\r' | '\t' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

/// An address without what would end its field early, or become a dash: some readers set two hyphens as one even here.
fn address(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '{' | '}' | '\\' | ' ' => out.push_str(&format!("%{:02X}", u32::from(c))),
            '-' if out.ends_with('-') => out.push_str("%2D"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{OfResult, source};
    use super::*;

    #[test]
    fn letters_that_mean_something_to_tex_are_escaped_and_others_stay() {
        assert_eq!(escaped("R&D_5% of $2 #1"), "R\\&D\\_5\\% of \\$2 \\#1");
        assert_eq!(
            escaped("a~b^c\\d{e}"),
            "a\\textasciitilde{}b\\textasciicircum{}c\\textbackslash{}d\\textbraceleft{}e\\textbraceright{}"
        );
        assert_eq!(escaped("稀土 «네오디뮴»"), "稀土 «네오디뮴»");
        assert_eq!(address("https://a.org/x_y%20z?{q}"), "https://a.org/x_y%20z?%7Bq%7D");
        assert_eq!(address("https://a.org/2024--icd-data"), "https://a.org/2024-%2Dicd-data");
    }

    #[test]
    fn an_entry_has_what_its_kind_has() {
        let of = |id: &str| entry(&Work::of(source(id).unwrap(), Lang::En), Lang::En);
        let document = of("cicc-2025-07");
        assert!(
            document.starts_with("@misc{cicc-2025-07,\n  author = {{何曼文} and {齐丁} and {陈彦}},\n"),
            "{document}"
        );
        assert!(document.contains("  year = {2025},\n") && document.contains("howpublished ="), "{document}");
        assert!(document.contains("language = {chinese}"), "{document}");
        let day = of("sohu-2025-11-22-eu-minerals");
        assert!(day.contains("  year = {2025},\n  date = {2025-11-22},\n"), "{day}");
        let tool = entry(&Work::tool(&OfResult::default(), Lang::En), Lang::En);
        assert!(tool.starts_with("@software{lodestone-") && !tool.contains("url"), "{tool}");
    }
}
