//! Answers that are one number: all of one scenario.

use lodestone_model::derivation::Asked;
use lodestone_model::inputs::Inputs;
use lodestone_model::{outputs, report};
use serde::Serialize;

use crate::figures::Range;
use crate::head::Head;
use crate::how::{Answers, How, Run};

/// Every answer that is one number.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Report {
    /// How, of which version, of which inputs.
    #[serde(flatten)]
    pub head: Head,
    /// Year of the answers that have one.
    pub year: i32,
    /// The answers.
    pub outputs: Vec<Output>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Output {
    /// Its key.
    pub output: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// The answer; null without evidence.
    pub answer: Option<Range>,
    /// Keys of what the figure leaves out.
    pub does_not_include: Vec<&'static str>,
}

impl Output {
    /// An answer that was found.
    #[must_use]
    pub fn of(output: outputs::Output, answer: Option<report::Range>) -> Self {
        Self {
            output: output.key(),
            unit: output.unit(),
            answer: answer.map(Range::from),
            does_not_include: Asked::Output(output).omissions().iter().map(|o| o.key()).collect(),
        }
    }
}

impl Report {
    /// The answers to all outputs that were found for these inputs.
    pub fn of<R: Run>(inputs: &Inputs, year: i32, how: How<R>, answers: &Answers) -> Self {
        let all = outputs::Output::ALL.iter().zip(&answers.0);
        Self { head: Head::of(inputs, how), year, outputs: all.map(|(o, answer)| Output::of(*o, *answer)).collect() }
    }
}
