//! What every answer begins with: how its ranges were found, versions, the inputs that differ from the defaults; and what a
//! reader should know about it.

use std::collections::BTreeMap;

use lodestone_model::data::DATA_VERSION;
use lodestone_model::inputs::{Case, Inputs, Reading, assign};
use lodestone_model::report;
use lodestone_model::shocks;
use lodestone_model::uncertainty::Plan;
use serde::Serialize;

use crate::figures::METALS;
use crate::how::{How, Run};

/// The version of the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How ranges were found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Sampling {
    /// Likely ranges from draws, or limits.
    #[cfg_attr(feature = "types", ts(type = "\"p5-p95\" | \"limits\""))]
    pub ranges: &'static str,
    /// The seed of the draws; null for limits.
    #[cfg_attr(feature = "types", ts(type = "number | null"))]
    pub seed: Option<u64>,
    /// How many draws there were; null for limits.
    pub draws: Option<usize>,
}

impl<R: Run> From<How<R>> for Sampling {
    fn from(how: How<R>) -> Self {
        let (ranges, plan) = match how {
            How::Limits => ("limits", None),
            How::Likely(run) => ("p5-p95", Some(run.plan())),
        };
        Self { ranges, seed: plan.map(|p| p.seed), draws: plan.map(Plan::draws) }
    }
}

/// What an input is set to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Setting {
    /// A number.
    Number(f64),
    /// The text of a range.
    Range(String),
}

/// Versions, and the inputs that differ from the defaults.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Described {
    /// Version of the program.
    pub version: &'static str,
    /// Version of its data.
    pub data_version: &'static str,
    /// Parameters that are set: a number, or the text of a range.
    pub set: BTreeMap<&'static str, Setting>,
    /// Units of applications in a year that are set.
    pub units: BTreeMap<String, f64>,
    /// The choices in force.
    pub choices: BTreeMap<&'static str, &'static str>,
    /// The shocks in force, in their order.
    pub shocks: Vec<String>,
}

impl From<&Inputs> for Described {
    fn from(inputs: &Inputs) -> Self {
        let value = |param, number| {
            inputs.given(param).map_or(Setting::Number(number), |range| Setting::Range(range.to_string()))
        };
        Self {
            version: VERSION,
            data_version: DATA_VERSION,
            set: inputs.all_set().map(|(p, v)| (p.key(), value(p, v))).collect(),
            units: inputs.all_units().map(|(a, y, n)| (format!("units.{}.{y}", a.key()), n)).collect(),
            choices: assign::in_force(&inputs.choices).into_iter().collect(),
            shocks: shocks::scenario(&Reading::new(inputs, Case::Central)).iter().map(ToString::to_string).collect(),
        }
    }
}

/// What every answer with ranges begins with.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Head {
    /// How ranges were found.
    #[serde(flatten)]
    pub sampling: Sampling,
    /// Versions and inputs.
    #[serde(flatten)]
    pub described: Described,
}

impl Head {
    /// The beginning of an answer.
    pub fn of<R: Run>(inputs: &Inputs, how: How<R>) -> Self {
        Self { sampling: how.into(), described: inputs.into() }
    }
}

/// Something a reader should know about the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// The value of this input lies outside all evidence; it is used as it is.
    OutsideEvidence(&'static str),
    /// The shocks take the price of this metal below zero.
    NegativePrice(Option<&'static str>),
}

impl From<&report::Flag> for Flag {
    fn from(flag: &report::Flag) -> Self {
        match flag {
            report::Flag::OutsideEvidence(param) => Self::OutsideEvidence(param.key()),
            report::Flag::NegativePrice(metal) => Self::NegativePrice(METALS.get(*metal).copied()),
        }
    }
}

/// All of them as data.
pub fn flags(all: &[report::Flag]) -> Vec<Flag> {
    all.iter().map(Flag::from).collect()
}
