//! What a reader is typing: text that need not be a number yet, and what the page has to say about it.
//!
//! The last valid value stays in force while a draft is wrong, and the text stays in the field: nothing is lost.

use std::cell::RefCell;
use std::rc::Rc;

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
    /// Its unit, in the spellings that may be typed behind a number.
    pub own: &'a [&'a str],
    /// Whether the field may be empty.
    pub optional: bool,
}

/// Reads `text` and offers the number to `set`, which answers with a sentence where it refuses.
pub fn typed(about: &About, text: String, set: impl Fn(Option<f64>) -> Result<(), String>) -> Draft {
    let refused = |message: String| Draft { text: text.clone(), taken: None, message: Some(message) };
    match read::number(&text, about.own) {
        Ok(number) => match set(Some(number.value)) {
            Ok(()) => {
                let said = || field::read_as(about.lang, &format::said(about.lang, number.value));
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

/// The draft of a field, kept beside what it was rendered with.
#[derive(Default)]
struct Kept {
    value: Option<f64>,
    draft: Option<Draft>,
    /// What was taken last on the way to the draft: it may come into force when more has been typed.
    offered: Option<Option<f64>>,
}

impl Kept {
    /// Forgets the draft where the value in force has changed, and not to what was typed.
    fn follow(&mut self, value: Option<f64>) {
        if self.value != value {
            self.value = value;
            if self.offered != Some(value) {
                self.put(None);
            }
        }
    }

    fn put(&mut self, draft: Option<Draft>) {
        self.offered = draft.as_ref().and_then(|d| d.taken.or(self.offered));
        self.draft = draft;
    }
}

/// What is typed into a field, as it is at this moment: a key may come before what the last one changed is drawn.
#[derive(Clone)]
pub struct Typing {
    kept: Rc<RefCell<Kept>>,
    changed: UseForceUpdateHandle,
}

impl Typing {
    /// The draft, if there is one.
    pub fn now(&self) -> Option<Draft> {
        self.kept.borrow().draft.clone()
    }

    /// Puts another in its place.
    pub fn set(&self, draft: Option<Draft>) {
        self.kept.borrow_mut().put(draft);
        self.changed.force_update();
    }

    /// The field is left: what was taken is shown as it is in force, what was refused stays.
    pub fn leave(&self) {
        if self.now().is_some_and(|d| d.taken.is_some()) {
            self.set(None);
        }
    }
}

/// The draft of a field whose value in force is `value` as typed; forgotten when the value changes by other means.
///
/// That is settled while the field is drawn and not in an effect: an effect may run after the next key, and so may the
/// drawing of what the last one changed.
#[hook]
pub fn use_draft(value: Option<f64>) -> Typing {
    let kept = use_mut_ref(Kept::default);
    kept.borrow_mut().follow(value);
    Typing { kept, changed: use_force_update() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABOUT: About = About { lang: Lang::En, what: "Mass", example: "2", own: &["kg"], optional: false };

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

    #[test]
    fn a_draft_outlives_the_change_that_it_made_and_no_other() {
        let draft = |taken| Some(Draft { text: "900..4".into(), taken, message: None });
        let mut kept = Kept { value: Some(700.0), ..Kept::default() };
        // A fast typist: taken and then refused before the field is drawn with what was taken, and once more after it.
        kept.put(draft(Some(Some(900.0))));
        kept.put(draft(None));
        for value in [Some(700.0), Some(900.0)] {
            kept.follow(value);
            assert!(kept.draft.is_some(), "{value:?}");
        }
        // Something else sets the value.
        kept.follow(Some(700.0));
        assert!(kept.draft.is_none());
        // A text that was refused from the first key on makes no change of its own.
        kept.put(draft(None));
        kept.follow(Some(900.0));
        assert!(kept.draft.is_none());
    }

    #[test]
    fn a_number_counted_in_ten_thousands_is_said_back_and_one_in_doubt_is_refused() {
        let about = About { lang: Lang::Ko, what: "대수", example: "2", own: &["대"], optional: false };
        let draft = typed(&about, "1,234만 대".into(), |_| Ok(()));
        assert_eq!(draft.taken, Some(Some(12_340_000.0)));
        assert_eq!(draft.message.as_deref(), Some("인식한 값: 12,340,000 (1,234만)"));
        let draft = typed(&about, "3억 2천".into(), |_| Ok(()));
        assert_eq!(draft.taken, None);
        assert!(draft.message.is_some_and(|m| m.contains("“3억 2천” 입력을 숫자로 읽을 수 없습니다")));
    }
}
