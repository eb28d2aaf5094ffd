//! The words of the page, compiled from `static-data/text`; a missing one does not compile.
//!
//! Not here: numbers. [`crate::format`] turns those into text and hands them in as placeholders.

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

/// Puts values in place of `{names}`.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            break;
        };
        out.push_str(values.iter().find(|(n, _)| *n == name).map_or("", |(_, v)| v));
        rest = tail;
    }
    out.push_str(rest);
    out
}

include!(concat!(env!("OUT_DIR"), "/text.rs"));
