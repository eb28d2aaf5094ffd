//! The one error of the engine: what was given, and what would be accepted.
//!
//! The page turns it into a sentence in the reader's language; [`std::fmt::Display`] is that sentence in English, for a
//! command and for logs.

use std::fmt;

use crate::data::{PARAMETERS, Param};

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
    /// Neodymium, praseodymium, dysprosium and terbium together would be more than the whole magnet.
    AlloyOverOne {
        /// The fraction that was set.
        param: Param,
        /// The value given.
        value: f64,
        /// The highest value for which the four still fit.
        room: f64,
    },
    /// A yearly number of units is not finite or negative.
    Units {
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
                write!(f, "{}: {value} is not possible; it must be {least} {min} and at most {max} {}", p.key, p.unit.key())
            }
            Self::AlloyOverOne { param, value, room } => {
                write!(f, "{}: {value} leaves no room for the rest of the magnet; it can be at most {room}", param.key())
            }
            Self::Units { value } => write!(f, "units: {value} is not possible; it must be 0 or more"),
            Self::Quantity { unit, value } => write!(f, "{value} is not a possible number of {unit}"),
        }
    }
}

impl std::error::Error for Error {}
