//! The words of the page, compiled from `static-data/text`; a missing one does not compile.
//!
//! They come in bundles of files (`lodestone_tables::words` lists them). A native program and the JavaScript package carry
//! the words of all languages. A page carries none: [`crate::browser::words`] fetches the language that the reader reads.
//!
//! Not here: numbers. [`crate::format`] turns those into text and hands them in as placeholders.

// A sentence has as many placeholders as it has figures.
#![allow(clippy::too_many_arguments)]

use std::sync::OnceLock;

/// A language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Korean.
    Ko,
    /// Simplified Chinese.
    Zh,
    /// English in ⟦brackets⟧, to find words that are in no file.
    #[cfg(feature = "pseudo")]
    Pseudo,
}

impl Lang {
    /// The languages that a reader can choose.
    pub const ALL: [Self; 3] = [Self::En, Self::Ko, Self::Zh];

    /// The tag for `lang` attributes.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ko => "ko",
            Self::Zh => "zh-Hans",
            #[cfg(feature = "pseudo")]
            Self::Pseudo => "en",
        }
    }

    /// The language's own name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ko => "한국어",
            Self::Zh => "中文",
            #[cfg(feature = "pseudo")]
            Self::Pseudo => "⟦English⟧",
        }
    }

    /// The language of a tag like `ko`, `KO`, `zh-CN` or `zh_Hans`; `None` for one that the page does not speak.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        match first.as_str() {
            "en" => Some(Self::En),
            "ko" => Some(Self::Ko),
            "zh" => Some(Self::Zh),
            _ => None,
        }
    }
}

/// How many languages have words.
const LANGUAGES: usize = if cfg!(feature = "pseudo") { 4 } else { 3 };

/// Stands behind every word of a text.
const END: char = '\u{1f}';

/// The words of some files, found by their places.
pub struct Bundle {
    /// What the page calls it.
    pub name: &'static str,
    words: usize,
    /// The words of a language, once they are there.
    lists: [OnceLock<Vec<&'static str>>; LANGUAGES],
    #[cfg(carried)]
    texts: [&'static str; LANGUAGES],
}

impl Bundle {
    /// Whether the words of a language are there.
    #[must_use]
    pub fn has(&self, lang: Lang) -> bool {
        !self.list(lang).is_empty()
    }

    /// Takes the words of a language; `false` for a text that this program was not built with.
    pub fn take(&self, lang: Lang, text: String) -> bool {
        // They stay as long as the program runs.
        let words: Vec<&'static str> = text.leak().split(END).collect();
        let whole = words.len() == self.words + 1;
        if whole {
            self.lists[lang as usize].get_or_init(|| words);
        }
        whole
    }

    #[cfg(carried)]
    fn list(&self, lang: Lang) -> &[&'static str] {
        let i = lang as usize;
        self.lists[i].get_or_init(|| self.texts[i].split(END).collect())
    }

    #[cfg(not(carried))]
    fn list(&self, lang: Lang) -> &[&'static str] {
        self.lists[lang as usize].get().map_or(&[], Vec::as_slice)
    }

    /// A word; nothing where the language is not there.
    // Hundreds of places call it; a copy at each would be longer than the call.
    #[inline(never)]
    fn get(&self, lang: Lang, place: usize) -> &'static str {
        self.list(lang).get(place).copied().unwrap_or_default()
    }

    /// A word with values in place of its placeholders.
    #[inline(never)]
    fn fill(&self, lang: Lang, place: usize, values: &[&str]) -> String {
        let template = self.get(lang, place);
        let mut out = String::with_capacity(template.len() + 32);
        for c in template.chars() {
            // The first placeholder is the character 1.
            match (c as usize).checked_sub(1).and_then(|i| values.get(i)) {
                Some(value) => out.push_str(value),
                None => out.push(c),
            }
        }
        out
    }
}

include!(concat!(env!("OUT_DIR"), "/text.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    /// A bundle of two words as a page has it before they come: natively, with texts that have none.
    fn empty() -> Bundle {
        let lists = std::array::from_fn(|_| OnceLock::from(Vec::new()));
        Bundle { name: "test", words: 2, lists, texts: [""; LANGUAGES] }
    }

    #[test]
    fn a_word_of_a_language_that_is_not_there_is_empty() {
        let bundle = empty();
        assert!(!bundle.has(Lang::Ko));
        assert_eq!((bundle.get(Lang::Ko, 1), bundle.fill(Lang::Ko, 0, &["3"]).as_str()), ("", ""));
    }

    #[test]
    fn words_of_another_build_are_refused() {
        let mut bundle = empty();
        bundle.lists = [const { OnceLock::new() }; LANGUAGES];
        assert!(!bundle.take(Lang::Zh, "甲\u{1f}".into()) && !bundle.take(Lang::Zh, "<!doctype html>".into()));
        assert!(bundle.take(Lang::Zh, "\u{1}年\u{1f}乙\u{1f}".into()) && bundle.has(Lang::Zh));
        assert_eq!((bundle.fill(Lang::Zh, 0, &["3"]).as_str(), bundle.get(Lang::Zh, 1)), ("3年", "乙"));
    }
}
