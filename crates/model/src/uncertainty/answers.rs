//! Draws of single answers, chunk by chunk, and what they amount to.

use super::points::{CHUNK, DIMENSIONS, Points};
use super::quantile::{mean, quantile};
use super::sampler::Sampler;
use super::simulation::{Plan, RANGES};
use crate::distribution::Shapes;
use crate::inputs::{Inputs, Reading};
use crate::outputs::{Evaluator, Output, Shared};

/// The draws of chunk `index` of the run `seed`: one list of [`CHUNK`] values an output, no number (NaN) where a draw has
/// no such answer.
///
/// The same bits wherever it runs; the chunks of a run may be drawn in any order, by anyone.
#[must_use]
pub fn chunk(
    inputs: &Inputs,
    sampler: &Sampler,
    outputs: &[Output],
    year: i32,
    seed: u64,
    index: u64,
) -> Vec<Vec<f64>> {
    let shared = Shared::default();
    let mut all = vec![Vec::with_capacity(CHUNK); outputs.len()];
    each_draw(inputs, sampler, seed, index, |x| {
        let e = Evaluator::of(*x, &shared, year);
        for (column, output) in all.iter_mut().zip(outputs) {
            column.push(e.get(*output).unwrap_or(f64::NAN));
        }
    });
    all
}

/// Shows the draws of chunk `index` of the run `seed`, one after the other: whoever wants more than single answers works
/// them out from these.
pub fn each_draw(inputs: &Inputs, sampler: &Sampler, seed: u64, index: u64, mut see: impl FnMut(&Reading)) {
    let points = Points::new(seed, RANGES, index, DIMENSIONS);
    for i in 0..CHUNK {
        let draw = sampler.draw(&points, i);
        see(&Reading::drawn(inputs, draw.values()));
    }
}

/// What the draws of one answer amount to; each figure with its standard error.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// How many draws.
    pub draws: usize,
    /// The mean.
    pub mean: (f64, f64),
    /// The quantiles of [`QUANTILES`].
    pub quantiles: Vec<(f64, f64)>,
}

/// Probabilities of the quantiles of a summary.
pub const QUANTILES: [f64; 7] = [0.01, 0.05, 0.1, 0.5, 0.9, 0.95, 0.99];

impl Summary {
    /// Sums up the draws of whole chunks, which stand one after the other in the order of their indices.
    #[must_use]
    pub fn of(mut draws: Vec<f64>) -> Self {
        let mean = mean(&draws);
        Self { draws: draws.len(), mean, quantiles: QUANTILES.map(|p| quantile(&mut draws, p)).to_vec() }
    }
}

/// Draws several answers by `plan` and sums each up; `None` for one that the evidence does not hold.
#[must_use]
pub fn simulate(inputs: &Inputs, outputs: &[Output], year: i32, plan: Plan) -> Vec<Option<Summary>> {
    let sampler = Sampler::new(inputs, &Shapes::default());
    let mut all: Vec<Vec<f64>> = vec![Vec::new(); outputs.len()];
    for index in 0..plan.chunks.max(1) {
        for (whole, part) in all.iter_mut().zip(chunk(inputs, &sampler, outputs, year, plan.seed, index)) {
            whole.extend(part);
        }
    }
    let sum = |draws: Vec<f64>| draws.iter().any(|v| !v.is_nan()).then(|| Summary::of(draws));
    all.into_iter().map(sum).collect()
}
