//! The words of the page, compiled from `static-data/text`; a missing one does not compile.
//!
//! Not here: numbers. [`crate::format`] turns those into text and hands them in as placeholders.

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

/// The words of one file: a text a language with a unit separator behind each word.
struct Words {
    texts: [&'static str; LANGUAGES],
    /// The words of a language, made of its text when the first is asked for.
    lists: [OnceLock<Vec<&'static str>>; LANGUAGES],
}

impl Words {
    const fn new(texts: [&'static str; LANGUAGES]) -> Self {
        Self { texts, lists: [const { OnceLock::new() }; LANGUAGES] }
    }

    // Hundreds of places call it; a copy at each would be longer than the call.
    #[inline(never)]
    fn get(&self, lang: Lang, place: usize) -> &'static str {
        let i = lang as usize;
        self.lists[i].get_or_init(|| self.texts[i].split('\u{1f}').collect())[place]
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
