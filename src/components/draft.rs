//! What a reader is typing: text that need not be a number yet, and what the page has to say about it.
//!
//! The last valid value stays in force while a draft is wrong, and the text stays in the field: nothing is lost.

use lodestone_model::inputs::Spread;
use yew::prelude::*;

use crate::format;
use crate::labels;
use crate::read::{self, Unread};
use crate::text::{Lang, field};

/// Text in a field that has been typed and not left yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The text as typed.
    pub text: String,
    /// The value it was taken as; `None` where it was refused.
    pub taken: Option<Option<f64>>,
    /// What is said under the field.
    pub message: Option<String>,
}

/// What a field is about: words for its sentences.
pub struct About<'a> {
    /// Language of the reader.
    pub lang: Lang,
    /// Name of the field.
    pub what: &'a str,
    /// A value that would be accepted.
    pub example: &'a str,
    /// Whether the field may be empty.
    pub optional: bool,
}

/// Reads `text` and offers the number to `set`, which answers with a sentence where it refuses.
pub fn typed(about: &About, text: String, set: impl Fn(Option<f64>) -> Result<(), String>) -> Draft {
    let refused = |message: String| Draft { text: text.clone(), taken: None, message: Some(message) };
    match read::number(&text) {
        Ok(number) => match set(Some(number.value)) {
            Ok(()) => {
                let said = || field::read_as(about.lang, &format::exact(number.value));
                Draft { taken: Some(Some(number.value)), message: number.worth_saying.then(said), text }
            }
            Err(why) => refused(format!("{why} {}", field::kept(about.lang))),
        },
        Err(Unread::Empty) if about.optional => match set(None) {
            Ok(()) => Draft { text, taken: Some(None), message: None },
            Err(why) => refused(why),
        },
        Err(why) => {
            let sentence = labels::unread(about.lang, about.what, &text, &why, about.example);
            refused(format!("{sentence} {}", field::kept(about.lang)))
        }
    }
}

/// Offers a range to `set`, in the unit in which the parameter is kept, of which `factor` make one.
pub fn typed_range(
    about: &About,
    text: String,
    range: Spread,
    factor: f64,
    set: impl Fn(Spread) -> Result<(), String>,
) -> Draft {
    let kept = range.scaled(1.0 / factor);
    match set(kept) {
        Ok(()) => {
            let (low, high) = kept.scaled(factor).ends();
            let message = field::read_as_range(about.lang, &format::exact5(low), &format::exact5(high));
            Draft { text, taken: Some(Some(kept.distribution().central() * factor)), message: Some(message) }
        }
        Err(why) => Draft { text, taken: None, message: Some(format!("{why} {}", field::kept(about.lang))) },
    }
}

/// The draft of a field whose value in force is `value` as typed; forgotten when the value changes by other means.
#[hook]
pub fn use_draft(value: Option<f64>) -> UseStateHandle<Option<Draft>> {
    let draft = use_state(|| None::<Draft>);
    let handle = draft.clone();
    use_effect_with(value, move |value| {
        let other = handle.as_ref().is_some_and(|d| d.taken != Some(*value));
        if other {
            handle.set(None);
        }
    });
    draft
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABOUT: About = About { lang: Lang::En, what: "Mass", example: "2", optional: false };

    #[test]
    fn a_wrong_text_is_kept_and_explained() {
        let draft = typed(&ABOUT, "two".into(), |_| Ok(()));
        assert_eq!((draft.text.as_str(), draft.taken), ("two", None));
        assert!(draft.message.is_some_and(|m| m.contains("Mass") && m.contains("“two”") && m.contains("like 2")));
    }

    #[test]
    fn a_pasted_number_is_taken_and_said_back() {
        let draft = typed(&ABOUT, "1,234.5".into(), |_| Ok(()));
        assert_eq!(draft.taken, Some(Some(1234.5)));
        assert_eq!(draft.message.as_deref(), Some("Read as 1,234.5"));
    }

    #[test]
    fn what_the_model_refuses_is_refused_with_its_sentence() {
        let draft = typed(&ABOUT, "-1".into(), |_| Err("Mass: −1 is not possible.".into()));
        assert_eq!(draft.taken, None);
        assert!(draft.message.is_some_and(|m| m.starts_with("Mass: −1 is not possible.")));
    }
}
