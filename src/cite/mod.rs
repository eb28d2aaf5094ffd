//! Citations of the tool and of the sources of an answer: a line in the reader's language ([`line`]), BibTeX
//! ([`bibtex`]), CSL-JSON ([`csl`]), and which sources those are ([`Found`]).
//!
//! A [`Work`] is what all three are written from. Titles and names are never translated. Not here: files, the page,
//! and what an answer depends on, which the engine finds ([`lodestone_model::depends`]).

pub mod bibtex;
pub mod csl;
mod date;
mod found;
pub mod line;

use lodestone_model::data::{DATA_VERSION, Grade, OTHER_SOURCES, SOURCES, Source};

pub use date::Date;
pub use found::{Asked, Found};

use crate::text::{Lang, cite, grades};

/// What kind of work is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The tool itself.
    Software,
    /// A page with an address.
    Page,
    /// A report with an address.
    Report,
    /// A document without an address.
    Document,
    /// An assumption or knowledge worded here: nobody published it.
    Own,
}

/// A work to be cited.
#[derive(Debug, Clone, PartialEq)]
pub struct Work {
    /// Key, the same in every format and every version of the data.
    pub key: String,
    /// What it is.
    pub kind: Kind,
    /// Who wrote it, where somebody is named.
    pub authors: Vec<String>,
    /// Who published it, where somebody is named.
    pub publisher: Option<String>,
    /// Its title in its own language.
    pub title: String,
    /// Its title in English, where that is another one.
    pub title_en: Option<String>,
    /// When it was published, as it says.
    pub date: String,
    /// Its address.
    pub url: Option<String>,
    /// Where it stands, if it has no address.
    pub place: Option<String>,
    /// Version of a program.
    pub version: Option<String>,
    /// Tag of the language of its title, where it has one language.
    pub language: Option<&'static str>,
    /// How close it is to the origin of its figures.
    pub grade: Option<Grade>,
    /// What else is to be said about it, in the reader's language.
    pub notes: Vec<String>,
}

/// What a citation of the tool says about one result.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OfResult {
    /// The answer: its name, its year, its value, as text.
    pub answer: Option<[String; 3]>,
    /// The inputs that a reader has set.
    pub set: Vec<String>,
    /// An address that shows it again.
    pub link: Option<String>,
    /// A hash of it.
    pub hash: Option<String>,
}

/// Every source of the data: those that the model uses, then the others.
pub fn all_sources() -> impl Iterator<Item = &'static Source> {
    SOURCES.iter().chain(&OTHER_SOURCES)
}

/// A source in few words: who published it and when; its title where nobody is named.
#[must_use]
pub fn named(source: &Source) -> String {
    let who = if source.publisher == UNNAMED { source.title } else { source.publisher };
    format!("{who}, {}", source.date)
}

/// The source with this key.
#[must_use]
pub fn source(id: &str) -> Option<&'static Source> {
    all_sources().find(|s| s.id == id)
}

impl Work {
    /// The tool, for one result or for none.
    #[must_use]
    pub fn tool(of: &OfResult, lang: Lang) -> Self {
        let version = env!("CARGO_PKG_VERSION");
        let mut notes = Vec::new();
        if let Some([name, year, value]) = &of.answer {
            notes.push(cite::answer(lang, name, year, value));
        }
        if !of.set.is_empty() {
            notes.push(cite::by_reader(lang, &of.set.join("; ")));
        }
        if let Some(hash) = &of.hash {
            notes.push(cite::hash(lang, hash));
        }
        // The data are named after the month in which they came out: 2026.11.1.
        let mut parts = DATA_VERSION.split('.');
        let date = match (parts.next(), parts.next()) {
            (Some(year), Some(month)) => format!("{year}-{month:0>2}"),
            _ => DATA_VERSION.to_owned(),
        };
        Self {
            key: format!("lodestone-{version}-{DATA_VERSION}"),
            kind: Kind::Software,
            authors: Vec::new(),
            publisher: Some("The Lodestone authors".to_owned()),
            title: "Lodestone".to_owned(),
            title_en: None,
            date,
            url: of.link.clone(),
            place: None,
            version: Some(format!("{version}, data {DATA_VERSION}")),
            language: None,
            grade: None,
            notes,
        }
    }

    /// A source.
    #[must_use]
    pub fn of(source: &Source, lang: Lang) -> Self {
        let kind = kind(source);
        let has_address = matches!(kind, Kind::Page | Kind::Report);
        let gloss = (source.title_en != source.title).then(|| source.title_en.to_owned());
        Self {
            // Elsewhere a plain “assumption” could be anybody's.
            key: if kind == Kind::Own { format!("lodestone-{}", source.id) } else { source.id.to_owned() },
            kind,
            authors: source.author.split("; ").filter(|a| !a.is_empty()).map(str::to_owned).collect(),
            publisher: (source.publisher != UNNAMED).then(|| source.publisher.to_owned()),
            title: source.title.to_owned(),
            title_en: gloss,
            date: source.date.to_owned(),
            url: has_address.then(|| source.locator.to_owned()),
            // Outside its row “this” source means nothing.
            place: (!has_address)
                .then(|| source.locator.replace("this source_id", &format!("source_id {}", source.id))),
            version: None,
            language: Some(source.language),
            grade: Some(source.grade),
            notes: vec![cite::read(lang, source.edition, grades::label(lang, source.grade))],
        }
    }

    /// The date, where it is one.
    #[must_use]
    pub fn issued(&self) -> Option<Date> {
        Date::read(&self.date)
    }

    /// The digital object identifier in its address.
    #[must_use]
    pub fn doi(&self) -> Option<&str> {
        self.url.as_deref()?.strip_prefix("https://doi.org/")
    }
}

/// How the data say that a document names no publisher.
pub(crate) const UNNAMED: &str = "not stated in the document";

/// What a source is, by its locator: a file of a report, a page, or nothing with an address.
fn kind(source: &Source) -> Kind {
    if matches!(source.grade, Grade::Assumption | Grade::General) {
        return Kind::Own;
    }
    if !source.locator.starts_with("http") {
        return Kind::Document;
    }
    let path = source.locator.split(['?', '#']).next().unwrap_or_default();
    if path.ends_with(".pdf") { Kind::Report } else { Kind::Page }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_source_has_a_key_of_its_own_and_a_date() {
        let mut keys = BTreeSet::new();
        for source in all_sources() {
            let work = Work::of(source, Lang::En);
            assert!(work.issued().is_some(), "{}: {}", work.key, work.date);
            assert!(work.url.is_some() != work.place.is_some(), "{}", work.key);
            assert!(keys.insert(work.key.clone()), "{} stands twice", work.key);
            assert_eq!(super::source(source.id), Some(source));
        }
        assert!(keys.insert(Work::tool(&OfResult::default(), Lang::En).key), "no source has the key of the tool");
    }

    #[test]
    fn titles_stay_as_they_are_and_name_their_language() {
        for source in all_sources() {
            let script = source.title.chars().find_map(|c| match c {
                '\u{ac00}'..='\u{d7a3}' => Some("ko"),
                '\u{4e00}'..='\u{9fff}' => Some("zh"),
                _ => None,
            });
            assert!(script.is_none_or(|tag| tag == source.language), "{}: {}", source.id, source.language);
            for lang in Lang::ALL {
                let work = Work::of(source, lang);
                assert_eq!((work.title.as_str(), work.language), (source.title, Some(source.language)));
            }
        }
    }

    #[test]
    fn the_kind_follows_from_the_locator() {
        let kind = |id| super::kind(super::source(id).unwrap());
        assert_eq!(kind("cicc-2025-07"), Kind::Document);
        assert_eq!(kind("assumption"), Kind::Own);
        let of = |locator| super::kind(&Source { locator, ..*super::source("cicc-2025-07").unwrap() });
        assert_eq!(of("https://example.org/a.pdf?b=c#d"), Kind::Report);
        assert_eq!(of("https://example.org/pdf/"), Kind::Page);
    }

    #[test]
    fn who_is_not_stated_publishes_nothing() {
        let note = Work::of(super::source("industry-note-nd-2025-06").unwrap(), Lang::Ko);
        assert_eq!((note.publisher, note.title.as_str()), (None, "네오디뮴"));
        let place = note.place.unwrap();
        assert!(place.ends_with("rows with source_id industry-note-nd-2025-06"), "{place}");
        let bank = Work::of(super::source("cicc-2025-07").unwrap(), Lang::En);
        assert_eq!(bank.authors, ["何曼文", "齐丁", "陈彦"]);
    }
}
