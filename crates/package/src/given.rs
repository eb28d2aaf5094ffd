//! What a caller gave, taken out of JavaScript: a tree of plain values, so small that whoever reads it needs no care.
//!
//! Not here: how it is taken out ([`plain`](crate::plain)), and what it means ([`asked`](crate::asked)).

/// Most characters of a text: a link with every input changed has a third of it.
pub const MOST_TEXT: u32 = 20_000;
/// Most entries of an object or a list: there are not so many inputs.
pub const MOST_ENTRIES: u32 = 2_000;
/// How deep objects stand in each other: an argument, its inputs, their values.
pub const DEEPEST: u32 = 2;
/// Characters of a value or key that a sentence repeats.
const REPEATED: usize = 40;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// Nothing, as where a key is left out.
    Missing,
    /// A number of any kind, those that are none included.
    Number(f64),
    /// A text.
    Text(String),
    /// A text of so many characters, which is too long to be read.
    TooLong(u32),
    /// A list.
    List(Vec<Self>),
    /// A plain object: its own keys that are listed, in their order.
    Object(Vec<(String, Self)>),
    /// A list or object of so many entries, which are too many to be read.
    TooMany(u32),
    /// A key of an object that is worked out when it is read.
    Getter,
    /// Something that no argument can be.
    Other(Kind),
}

/// Kinds of values that no argument can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A whole number of any size.
    BigInt,
    /// A symbol.
    Symbol,
    /// A function or class.
    Function,
    /// An object of a class, or one that stands too deep.
    Object,
    /// What throws when it is looked at.
    Unreadable,
}

impl Given {
    /// The value as a sentence repeats it: short, and without characters that are not seen.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Missing => "undefined".into(),
            Self::Number(value) => number(*value),
            Self::Text(text) => format!("“{}”", short(text)),
            Self::TooLong(_) => "“…”".into(),
            Self::List(_) => "[…]".into(),
            Self::Object(_) | Self::TooMany(_) | Self::Other(Kind::Object) => "{…}".into(),
            Self::Getter => "get".into(),
            Self::Other(Kind::Null) => "null".into(),
            Self::Other(Kind::Boolean) => "true / false".into(),
            Self::Other(Kind::BigInt) => "BigInt".into(),
            Self::Other(Kind::Symbol) => "Symbol".into(),
            Self::Other(Kind::Function) => "function".into(),
            Self::Other(Kind::Unreadable) => "Proxy".into(),
        }
    }
}

/// A number as an input takes it as text, and a sentence repeats it: the same number when it is read again.
#[must_use]
pub fn number(value: f64) -> String {
    // Minus zero is zero.
    let value = value + 0.0;
    let plain = value == 0.0 || (1e-6..1e15).contains(&value.abs());
    if plain || !value.is_finite() { value.to_string() } else { format!("{value:e}") }
}

/// The beginning of a text, without characters that are not seen.
#[must_use]
pub fn short(text: &str) -> String {
    let mut shown: String = text.chars().take(REPEATED).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(REPEATED).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use lodestone_model::decimal;

    #[test]
    fn a_number_as_text_is_the_same_number_again() {
        let odd = [0.1, 1.0 / 3.0, 1e15, 1e-7, 5e-324, f64::MAX, 1e21, -2.5, 123_456_789.123_456_79];
        for value in odd {
            assert_eq!(decimal::read(&number(value)).map(f64::to_bits), Some(value.to_bits()), "{value}");
        }
        assert_eq!((number(-0.0).as_str(), number(f64::NAN).as_str()), ("0", "NaN"));
    }

    #[test]
    fn a_sentence_repeats_the_beginning_of_a_text_without_what_is_not_seen() {
        assert_eq!(short("a\u{0}b\nc"), "a b c");
        let long = short(&"한".repeat(1000));
        assert_eq!((long.chars().count(), long.ends_with('…')), (REPEATED + 1, true));
    }
}
