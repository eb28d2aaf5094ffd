//! What a batch writes of each answer: the figure alone, with its limits, or with percentiles of draws.

use lodestone_model::inputs::{Case, Inputs};
use lodestone_model::outputs::{Evaluator, Output, Shared, range};
use lodestone_model::uncertainty::{Plan, QUANTILES, Summary, TAIL, simulate};

use crate::args::{Args, Batch};
use crate::how::How;

/// What is written of each answer.
#[derive(Debug, Clone, Copy)]
pub enum Ends {
    /// The figure for the central inputs alone.
    None,
    /// Its limits with it.
    Limits,
    /// The 5th and the 95th percentile of draws with it.
    Percentiles(Plan),
}

impl Ends {
    /// Names of the columns of one answer.
    pub fn columns(self, key: &str) -> Vec<String> {
        let ends: &[&str] = match self {
            Self::None => return vec![key.to_owned()],
            Self::Limits => &["low", "central", "high"],
            Self::Percentiles(_) => &["p5", "central", "p95"],
        };
        ends.iter().map(|end| format!("{key}.{end}")).collect()
    }

    /// Draws are slow beside one evaluation: only who asks for them gets them.
    pub fn chosen(batch: &Batch, args: &Args, how: How) -> Self {
        match how {
            How::Likely(run) if args.draws.is_some() || args.seed.is_some() => Self::Percentiles(run.plan),
            _ if batch.ranges => Self::Limits,
            _ => Self::None,
        }
    }

    /// Shows the cells of one row, in the order of the columns; nothing for an answer that the evidence does not hold.
    pub fn answers(
        self,
        inputs: &Inputs,
        outputs: &[Output],
        year: i32,
        shared: &Shared,
        mut take: impl FnMut(Option<f64>),
    ) {
        let e = Evaluator::new(inputs, shared, Case::Central, year);
        match self {
            Self::None => outputs.iter().for_each(|output| take(e.get(*output))),
            Self::Limits => {
                for output in outputs {
                    let found = range(inputs, shared, year, *output);
                    [found.map(|r| r.low), found.map(|r| r.central), found.map(|r| r.high)]
                        .into_iter()
                        .for_each(&mut take);
                }
            }
            Self::Percentiles(plan) => {
                let all = simulate(inputs, outputs, year, plan);
                for (output, found) in outputs.iter().zip(all) {
                    let end = |p: f64| found.as_ref().and_then(|f| percentile(f, p));
                    [end(TAIL), e.get(*output), end(1.0 - TAIL)].into_iter().for_each(&mut take);
                }
            }
        }
    }
}

fn percentile(found: &Summary, wanted: f64) -> Option<f64> {
    QUANTILES.iter().zip(&found.quantiles).find(|(p, _)| **p == wanted).map(|(_, (value, _))| *value)
}
