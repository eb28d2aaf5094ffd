//! A citation as one line of text, in the reader's language and by its customs.

use lodestone_model::data::DATA_VERSION;

use super::{Kind, Work};
use crate::text::{Lang, cite, grades};

/// The line; what else is to be said about the work stands behind it where `notes` are wanted.
#[must_use]
pub fn line(work: &Work, lang: Lang, notes: bool) -> String {
    let place = work.url.as_ref().or(work.place.as_ref()).map_or("", String::as_str);
    let line = match (work.kind, work.grade) {
        (Kind::Software, _) => {
            let tool = cite::tool(lang, env!("CARGO_PKG_VERSION"), DATA_VERSION, &work.date);
            if place.is_empty() { tool } else { cite::tool_at(lang, &tool, place) }
        }
        (Kind::Own, Some(grade)) => cite::own(lang, grades::label(lang, grade), place),
        _ => published(work, place, lang),
    };
    match joined(&work.notes, lang).filter(|_| notes) {
        Some(note) => cite::noted(lang, &line, &note),
        None => line,
    }
}

/// Several notes as one; `None` where there is none.
#[must_use]
pub fn joined(notes: &[String], lang: Lang) -> Option<String> {
    notes.iter().cloned().reduce(|all, one| cite::notes(lang, &all, &one))
}

fn published(work: &Work, place: &str, lang: Lang) -> String {
    let own_language = work.language.and_then(Lang::from_tag) == Some(lang);
    let title = match &work.title_en {
        // A reader of its language needs no English beside it.
        Some(english) if !own_language => cite::glossed(lang, &work.title, english),
        _ => cite::title(lang, &work.title),
    };
    let authors = work.authors.iter().cloned().reduce(|all, one| cite::authors(lang, &all, &one));
    let who = match (authors, &work.publisher) {
        (Some(authors), Some(publisher)) => cite::by(lang, &authors, publisher),
        (Some(one), None) => one,
        (None, Some(one)) => one.clone(),
        (None, None) => return cite::line_unnamed(lang, &title, &work.date, place),
    };
    cite::line(lang, &who, &work.date, &title, place)
}

#[cfg(test)]
mod tests {
    use super::super::{OfResult, source};
    use super::*;

    #[test]
    fn a_line_follows_the_customs_of_the_reader() {
        let of = |id: &str, lang| line(&Work::of(source(id).unwrap(), lang), lang, false);
        let chinese = of("cicc-2025-07", Lang::Zh);
        assert!(chinese.starts_with("何曼文、齐丁、陈彦（中金公司 (CICC)）：《稀土新时代"), "{chinese}");
        assert!(!chinese.contains("New era"), "{chinese}");
        let korean = of("cicc-2025-07", Lang::Ko);
        assert!(korean.contains("「稀土新时代") && korean.contains("[New era of rare earths"), "{korean}");
        assert_eq!(
            of("industry-note-nd-2025-06", Lang::Ko),
            "「네오디뮴」(2025-06-26), claims.csv, rows with source_id industry-note-nd-2025-06"
        );
        assert_eq!(of("assumption", Lang::En), "Lodestone: assumption (parameters.csv, column rule)");
    }

    #[test]
    fn the_tool_is_named_with_its_versions_link_and_hash() {
        let of = OfResult {
            answer: Some(["Magnet".into(), "2025".into(), "2 kg".into()]),
            set: vec!["wind-mw=5".into()],
            link: Some("https://example.org/?scenario=x".into()),
            hash: Some("ab12".into()),
        };
        for lang in Lang::ALL {
            let said = line(&Work::tool(&of, lang), lang, true);
            for part in [env!("CARGO_PKG_VERSION"), DATA_VERSION, "2 kg", "wind-mw=5", "https://example.org/", "ab12"] {
                assert!(said.contains(part), "{part} in {said}");
            }
        }
        assert!(!line(&Work::tool(&OfResult::default(), Lang::En), Lang::En, true).contains("[answer"));
    }
}
