//! Single values of an argument: an object, a list, a text, a number, and the sentence for whatever is none. Not here: which
//! keys there are ([`arguments`](crate::arguments)), and what a value means ([`asked`](crate::asked)).

use lodestone::text::{Lang, field, package as words};

use crate::arguments::Argument;
use crate::asked::Outcome;
use crate::given::{Given, MOST_ENTRIES, MOST_TEXT, short};
use crate::refused::Refused;

/// Whether all keys are among those that are known.
///
/// # Errors
/// The first that is not.
pub fn known(lang: Lang, what: &str, entries: &[(String, Given)], keys: &[Argument]) -> Outcome<()> {
    let is_known = |key: &str| keys.iter().any(|a| a.key == key);
    match entries.iter().find(|(key, _)| !is_known(key)) {
        Some((key, _)) => Err(Refused::key(lang, what, key, &keys.iter().map(|a| a.key).collect::<Vec<_>>())),
        None => Ok(()),
    }
}

/// The keys and values of a plain object.
///
/// # Errors
/// Any other value, and an object with a getter.
pub fn object(lang: Lang, what: &str, example: &str, given: Given) -> Outcome<Vec<(String, Given)>> {
    match given {
        Given::Object(entries) => match entries.iter().find(|(_, given)| *given == Given::Getter) {
            Some((key, given)) => {
                let message = words::no_getter(lang, what, &short(key));
                Err(Refused::new(what, given.shown(), words::plain_values(lang).to_owned(), message))
            }
            None => Ok(entries),
        },
        Given::TooMany(count) => Err(too_many(lang, what, count)),
        given => Err(not(&given, what, example, words::no_object(lang, what, &given.shown(), example))),
    }
}

/// The values of a list.
///
/// # Errors
/// Any other value.
pub fn list<'a>(lang: Lang, what: &str, given: &'a Given, example: &str) -> Outcome<&'a [Given]> {
    match given {
        Given::List(all) => Ok(all),
        Given::TooMany(count) => Err(too_many(lang, what, *count)),
        given => Err(not(given, what, example, words::no_list(lang, what, &given.shown(), example))),
    }
}

/// A text.
///
/// # Errors
/// Any other value.
pub fn text<'a>(lang: Lang, what: &str, given: &'a Given, example: &str) -> Outcome<&'a str> {
    text_or(lang, what, given, example, |what, value, example| words::no_text(lang, what, value, example))
}

/// A text; `sentence` says what is wrong with any other value.
///
/// # Errors
/// Any other value.
pub fn text_or<'a>(
    lang: Lang,
    what: &str,
    given: &'a Given,
    example: &str,
    sentence: impl Fn(&str, &str, &str) -> String,
) -> Outcome<&'a str> {
    match given {
        Given::Text(text) => Ok(text),
        Given::TooLong(count) => {
            let (count, most) = (count.to_string(), MOST_TEXT.to_string());
            let message = words::too_long(lang, what, &count, &most);
            Err(Refused::new(what, count, format!("≤ {most}"), message))
        }
        given => Err(not(given, what, example, sentence(what, &given.shown(), example))),
    }
}

/// A finite number.
///
/// # Errors
/// Any other value.
pub fn finite(lang: Lang, what: &str, given: &Given) -> Outcome<f64> {
    match given {
        Given::Number(value) if value.is_finite() => Ok(*value),
        given => {
            let shown = given.shown();
            let message = words::no_number(lang, what, &shown);
            Err(Refused::new(what, shown, words::finite_number(lang).to_owned(), message))
        }
    }
}

/// A whole number within limits.
///
/// # Errors
/// Any other value.
pub fn whole(lang: Lang, what: &str, given: &Given, (from, to): (u64, u64)) -> Outcome<u64> {
    #[allow(clippy::cast_precision_loss)] // below 2⁵³
    let within = |value: f64| value.fract() == 0.0 && value >= from as f64 && value <= to as f64;
    match given {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole, and within the limits
        Given::Number(value) if within(*value) => Ok(*value as u64),
        given => {
            let (shown, from, to) = (given.shown(), from.to_string(), to.to_string());
            let message = words::no_whole(lang, what, &shown, &from, &to);
            Err(Refused::new(what, shown, format!("{from}, …, {to}"), message))
        }
    }
}

/// Another text than those that are possible.
pub fn other(lang: Lang, what: &str, given: &str, all: impl Iterator<Item = &'static str>) -> Refused {
    let (given, accepted) = (short(given), all.collect::<Vec<_>>().join(", "));
    let message = field::text_refused(lang, what, &given, &accepted);
    Refused::new(what, given, accepted, message)
}

/// A value of another kind.
#[must_use]
pub fn not(given: &Given, what: &str, example: &str, message: String) -> Refused {
    Refused::new(what, given.shown(), example.to_owned(), message)
}

/// A key that is missing.
#[must_use]
pub fn needed(lang: Lang, what: &str, accepted: String) -> Refused {
    let message = words::needed(lang, what, &accepted);
    Refused::new(what, Given::Missing.shown(), accepted, message)
}

/// An object or a list with too many entries.
fn too_many(lang: Lang, what: &str, count: u32) -> Refused {
    let (count, most) = (count.to_string(), MOST_ENTRIES.to_string());
    let message = words::too_many(lang, what, &count, &most);
    Refused::new(what, count, format!("≤ {most}"), message)
}
