//! What cannot be answered: one sentence in the reader's language, and its parts for programs.

use lodestone::format;
use lodestone::labels;
use lodestone::text::{Lang, package as words};
use lodestone_model::error::{Error, SPREADS};
use lodestone_model::inputs::{MOST_UNITS, Param};
use lodestone_model::shocks::{MOST_SHOCKS, text::accepted};
use serde::Serialize;

use crate::given::short;

/// A fault of an argument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// The argument or input.
    pub field: String,
    /// What was given, short.
    pub value: String,
    /// What would be accepted.
    pub accepted: String,
    /// All of it in one sentence.
    pub message: String,
}

impl Refused {
    /// A fault with its sentence.
    #[must_use]
    pub fn new(field: &str, value: String, accepted: String, message: String) -> Self {
        Self { field: field.to_owned(), value, accepted, message }
    }

    /// A key that nothing has, among those that are known.
    #[must_use]
    pub fn key(lang: Lang, what: &str, key: &str, known: &[&str]) -> Self {
        let (key, known) = (short(key), known.join(", "));
        let message = words::no_key(lang, what, &key, &known);
        Self::new(what, key, known, message)
    }

    /// What the engine says of the input `field`, which was given as `value`.
    #[must_use]
    pub fn input(lang: Lang, field: &str, value: &str, error: &Error) -> Self {
        let message = labels::refusal(lang, &shortened(error));
        Self::new(&short(field), short(value), accepts(lang, error), message)
    }
}

/// The error with the beginnings of the texts that it repeats: a sentence is no longer for a text that is.
#[must_use]
pub fn shortened(error: &Error) -> Error {
    let mut error = error.clone();
    match &mut error {
        Error::Spread { text, .. } | Error::Shock { text, .. } | Error::Key { key: text } => *text = short(text),
        Error::Text { key, text, .. } => (*key, *text) = (short(key), short(text)),
        _ => {}
    }
    error
}

/// What would be accepted in place of what the engine refuses.
fn accepts(lang: Lang, error: &Error) -> String {
    let shown = |param: Param, value: f64| format::with_unit(lang, param.spec().unit, value);
    match error {
        Error::Parameter { param, .. } => {
            let possible = param.spec().possible;
            let least = if possible.above_min { ">" } else { "≥" };
            format!("{least} {}, ≤ {}", shown(*param, possible.min), shown(*param, possible.max))
        }
        Error::OverOne { param, room, .. } => format!("≤ {}", shown(*param, *room)),
        Error::Spread { .. } => format!("12.5, {SPREADS}"),
        Error::Correlation { .. } => words::between_others(lang).to_owned(),
        Error::Units { .. } | Error::Quantity { .. } => format!("≥ 0, ≤ {MOST_UNITS:e}"),
        Error::Shock { what, like, .. } => accepted(what, *like),
        Error::TooManyShocks => format!("≤ {MOST_SHOCKS}"),
        Error::Key { .. } => words::schema_keys(lang).to_owned(),
        Error::Text { accepted, .. } => accepted.clone(),
    }
}
