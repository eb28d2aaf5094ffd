//! The one error of the engine: what was given, and what would be accepted.
//!
//! The page turns it into a sentence in the reader's language; [`std::fmt::Display`] is that sentence in English, for a
//! command and for logs.

use std::fmt;

use crate::data::{PARAMETERS, Param};
use crate::demand::Application;
use crate::inputs::MOST_UNITS;
use crate::shocks::MOST_SHOCKS;

/// A value that cannot be used.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// A parameter's value is not finite or not possible.
    Parameter {
        /// Which parameter.
        param: Param,
        /// The value given, in the parameter's unit.
        value: f64,
    },
    /// A part would not fit beside the other parts of its whole: metals in a magnet, drive trains in a fleet.
    OverOne {
        /// The part that was set.
        param: Param,
        /// The value given.
        value: f64,
        /// The highest value for which all parts still fit.
        room: f64,
    },
    /// A text that is neither a number nor a range of the parameter.
    Spread {
        /// Which parameter.
        param: Param,
        /// The text given.
        text: String,
    },
    /// A rank correlation that contradicts the others: no prices can move together like that.
    Correlation {
        /// Which one.
        param: Param,
        /// The value given.
        value: f64,
    },
    /// A yearly number of units is not finite, negative or beyond all reason.
    Units {
        /// The application that was to have them.
        application: Application,
        /// The value given.
        value: f64,
    },
    /// A part of a shock's text that cannot be read.
    Shock {
        /// Which part.
        what: &'static str,
        /// The text given.
        text: String,
        /// The parameter whose limits count, where the part is a number.
        like: Option<Param>,
    },
    /// More shocks than a list may hold.
    TooManyShocks,
    /// A key that no input has.
    Key {
        /// The key given.
        key: String,
    },
    /// A text that the input with this key does not take.
    Text {
        /// The key.
        key: String,
        /// The text given.
        text: String,
        /// What would be accepted.
        accepted: String,
    },
    /// A quantity built from a value that its type does not allow.
    Quantity {
        /// Unit of the quantity.
        unit: &'static str,
        /// The value given.
        value: f64,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parameter { param, value } => {
                let p = &PARAMETERS[*param as usize];
                let least = if p.possible.above_min { "more than" } else { "at least" };
                let (min, max) = (p.possible.min, p.possible.max);
                write!(
                    f,
                    "{}: {value} is not possible; it must be {least} {min} and at most {max} {}",
                    p.key,
                    p.unit.key()
                )
            }
            Self::OverOne { param, value, room } => {
                write!(f, "{}: {value} leaves no room for the other parts; it can be at most {room}", param.key())
            }
            Self::Spread { param, text } => {
                write!(
                    f,
                    "{}: “{text}” is not possible; accepted: a number such as 12.5, or a range: {SPREADS}",
                    param.key()
                )
            }
            Self::Correlation { param, value } => {
                write!(
                    f,
                    "{}: {value} contradicts the other rank correlations; a value between theirs would do",
                    param.key()
                )
            }
            Self::Units { application, value } => {
                let key = application.key();
                write!(f, "units of {key}: {value} is not possible; it must be from 0 to {MOST_UNITS:e}")
            }
            Self::Shock { what, text, like } => {
                write!(f, "shock: “{text}” is no {what}; accepted: {}", crate::shocks::text::accepted(what, *like))
            }
            Self::TooManyShocks => write!(f, "shocks: a list may hold {MOST_SHOCKS} at most"),
            Self::Key { key } => write!(f, "“{key}” is no input; `lodestone schema` lists all"),
            Self::Text { key, text, accepted } => write!(f, "{key}: “{text}” is not possible; accepted: {accepted}"),
            Self::Quantity { unit, value } => write!(f, "{value} is not a possible number of {unit}"),
        }
    }
}

/// The ways to write a range, one example each.
pub const SPREADS: &str = "2..4, 2..2.5..4, p5 60..140, p10 60..140, normal 100 20, lognormal 92 0.26";

impl Error {
    pub(crate) fn shock(what: &'static str, text: &str) -> Self {
        Self::Shock { what, text: text.to_owned(), like: None }
    }
}

impl std::error::Error for Error {}
