//! The one error of the engine: what was given, and what would be accepted.
//!
//! The page turns it into a sentence in the reader's language; [`std::fmt::Display`] is that sentence in English, for a
//! command and for logs.

use std::fmt;

use crate::data::{PARAMETERS, Param};
use crate::demand::Application;
use crate::inputs::MOST_UNITS;

/// A value that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq)]
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
    /// A yearly number of units is not finite, negative or beyond all reason.
    Units {
        /// The application that was to have them.
        application: Application,
        /// The value given.
        value: f64,
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
            Self::Units { application, value } => {
                let key = application.key();
                write!(f, "units of {key}: {value} is not possible; it must be from 0 to {MOST_UNITS:e}")
            }
            Self::Quantity { unit, value } => write!(f, "{value} is not a possible number of {unit}"),
        }
    }
}

impl std::error::Error for Error {}
