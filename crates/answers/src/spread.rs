//! How an answer is spread: mean and quantiles, and the inputs that its uncertainty comes from.

use lodestone_model::inputs::{Case, Inputs};
use lodestone_model::outputs::{Evaluator, Output, Shared};
use lodestone_model::uncertainty::{self, Group, QUANTILES, Summary};
use serde::Serialize;

use crate::figures::Drawn;
use crate::head::Head;
use crate::how::{How, Run, draws};

/// What the draws of single answers amount to; `None` for one that the evidence does not hold.
pub fn summaries<R: Run>(inputs: &Inputs, outputs: &[Output], year: i32, run: R) -> Vec<Option<Summary>> {
    let sum = |all: Vec<f64>| all.iter().any(|v| !v.is_nan()).then(|| Summary::of(all));
    draws(inputs, outputs, year, run).into_iter().map(sum).collect()
}

/// How answers are spread.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Simulated {
    /// How, of which version, of which inputs.
    #[serde(flatten)]
    pub head: Head,
    /// Year of the answers that have one.
    pub year: i32,
    /// The answers, in the order in which they were asked for.
    pub outputs: Vec<Spread>,
}

/// How one answer is spread.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Spread {
    /// Its key.
    pub output: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// The answer for the central inputs; null without evidence.
    pub central: Option<f64>,
    /// The mean.
    pub mean: Option<Drawn>,
    /// The quantiles, ascending.
    pub quantiles: Option<Vec<Quantile>>,
}

/// A quantile of the draws.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Quantile {
    /// The share of the draws below it.
    pub p: f64,
    /// The quantile.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
}

impl Simulated {
    /// The answer of summaries that were found for these inputs.
    pub fn of<R: Run>(inputs: &Inputs, outputs: &[Output], year: i32, run: R, summaries: &[Option<Summary>]) -> Self {
        let shared = Shared::default();
        let central = Evaluator::new(inputs, &shared, Case::Central, year);
        let one = |(output, found): (&Output, &Option<Summary>)| Spread {
            output: output.key(),
            unit: output.unit(),
            central: central.get(*output),
            mean: found.as_ref().map(|f| f.mean.into()),
            quantiles: found.as_ref().map(quantiles),
        };
        let outputs = outputs.iter().zip(summaries).map(one).collect();
        Self { head: Head::of(inputs, How::Likely(run)), year, outputs }
    }
}

fn quantiles(found: &Summary) -> Vec<Quantile> {
    let one = |(p, (value, error)): (&f64, &(f64, f64))| Quantile { p: *p, value: *value, error: *error };
    QUANTILES.iter().zip(&found.quantiles).map(one).collect()
}

/// Which inputs make an answer unsure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Sensitivity {
    /// How, of which version, of which inputs.
    #[serde(flatten)]
    pub head: Head,
    /// Key of the answer.
    pub output: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// Year of an answer that has one.
    pub year: i32,
    /// The answer for the central inputs.
    pub central: f64,
    /// Its standard deviation.
    pub deviation: f64,
    /// The inputs, the one that counts most first.
    pub influences: Vec<Influence>,
}

/// What one input does to the uncertainty of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Influence {
    /// Key of the input, or `oxide-prices` for the four that move together.
    pub input: &'static str,
    /// The answer with the input at its 5th percentile.
    pub at_low: f64,
    /// The answer with the input at its 95th percentile.
    pub at_high: f64,
    /// Share of the variance by itself.
    pub first: Drawn,
    /// Share of the variance with all that it does together with others.
    pub total: Drawn,
    /// Part of the range that would go if the input were known.
    pub narrowing: f64,
}

impl Sensitivity {
    /// The answer of an analysis of these inputs.
    pub fn of<R: Run>(inputs: &Inputs, output: Output, year: i32, run: R, found: &uncertainty::Sensitivity) -> Self {
        Self {
            head: Head::of(inputs, How::Likely(run)),
            output: output.key(),
            unit: output.unit(),
            year,
            central: found.central,
            deviation: found.deviation,
            influences: found.influences.iter().map(Influence::from).collect(),
        }
    }
}

impl From<&uncertainty::Influence> for Influence {
    fn from(i: &uncertainty::Influence) -> Self {
        let input = match i.group {
            Group::One(param) => param.key(),
            Group::Prices => "oxide-prices",
        };
        Self {
            input,
            at_low: i.ends.0,
            at_high: i.ends.1,
            first: i.first.into(),
            total: i.total.into(),
            narrowing: i.narrowing(),
        }
    }
}
