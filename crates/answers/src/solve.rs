//! What it would take: the value of an input at which an answer reaches a target, or the first year in which it passes
//! another. Both are asked with the limits of the other inputs.

use lodestone_model::demand::ALL_YEARS;
use lodestone_model::inputs::Inputs;
use lodestone_model::outputs::Output;
use lodestone_model::solve::{self, Answer, Question};
use serde::Serialize;

use crate::head::Head;
use crate::how::{How, InTurn};

/// The beginning of an answer that is worked out with limits.
fn head(inputs: &Inputs) -> Head {
    Head::of(inputs, How::<InTurn>::Limits)
}

/// The value of an input at which an answer reaches a target.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Solved {
    /// How, of which version, of which inputs.
    #[serde(flatten)]
    pub head: Head,
    /// Key of the answer.
    pub output: &'static str,
    /// Key of the input that moves.
    pub input: String,
    /// The target, in the unit of the answer.
    pub target: f64,
    /// Where was looked, in the unit of the input.
    pub within: (f64, f64),
    /// With the other inputs at the end that makes answers small.
    pub low: Roots,
    /// With the other inputs as they are.
    pub central: Roots,
    /// With the other inputs at the end that makes answers large.
    pub high: Roots,
    /// From the lowest to the highest value of the three cases; null at an end that is beyond the range.
    pub interval: (Option<f64>, Option<f64>),
}

impl Solved {
    /// The answer to a question about the input `key`.
    #[must_use]
    pub fn of(inputs: &Inputs, key: &str, question: &Question, answer: &Answer) -> Self {
        Self {
            head: head(inputs),
            output: question.output.key(),
            input: key.to_owned(),
            target: question.target,
            within: answer.within,
            low: (&answer.low).into(),
            central: (&answer.central).into(),
            high: (&answer.high).into(),
            interval: answer.interval(),
        }
    }
}

/// What one case answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Roots {
    /// These values, ascending.
    At {
        /// The values.
        at: Vec<f64>,
    },
    /// Whatever the value.
    Everywhere {
        /// Always true.
        everywhere: bool,
    },
    /// No value where was looked.
    None {
        /// Always true.
        none: bool,
        /// Between which two the answer moves; null where it has no figure.
        output_between: Option<(f64, f64)>,
    },
}

impl From<&solve::Roots> for Roots {
    fn from(roots: &solve::Roots) -> Self {
        match roots {
            solve::Roots::At(all) => Self::At { at: all.clone() },
            solve::Roots::Everywhere => Self::Everywhere { everywhere: true },
            solve::Roots::None(between) => Self::None { none: true, output_between: *between },
        }
    }
}

/// The first year in which an answer reaches another.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FirstYear {
    /// How, of which version, of which inputs.
    #[serde(flatten)]
    pub head: Head,
    /// Key of the answer.
    pub output: &'static str,
    /// Key of the answer that it shall reach.
    pub over: &'static str,
    /// The year.
    pub first_year: Cases,
}

/// A year in the low, the central and the high case; null where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Cases {
    /// With the inputs at the end that makes answers small.
    pub low: Option<i32>,
    /// With the inputs as they are.
    pub central: Option<i32>,
    /// With the inputs at the end that makes answers large.
    pub high: Option<i32>,
}

impl FirstYear {
    /// The first year of the data in which `one` is at least `other`.
    #[must_use]
    pub fn new(inputs: &Inputs, one: Output, other: Output) -> Self {
        let [low, central, high] = solve::first_year(inputs, ALL_YEARS, one, other);
        let first_year = Cases { low, central, high };
        Self { head: head(inputs), output: one.key(), over: other.key(), first_year }
    }
}
