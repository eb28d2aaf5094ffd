//! The range of one figure, drawn a chunk at a time so that the page is never held up.

use lodestone_model::derivation::Asked;
use lodestone_model::inputs::Inputs;
use lodestone_model::outputs::{Evaluator, Shared};
use lodestone_model::uncertainty::{Plan, Sampler, Shapes, each_draw, quantile};

/// Probabilities of the two ends.
const ENDS: [f64; 2] = [0.05, 0.95];

/// The ends of a range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ends {
    /// 5th percentile.
    pub low: f64,
    /// 95th percentile.
    pub high: f64,
    /// The larger of their standard errors.
    pub error: f64,
}

/// A run that goes on.
pub struct Run {
    inputs: Inputs,
    plan: Plan,
    asked: Asked,
    year: i32,
    sampler: Sampler,
    shared: Shared,
    values: Vec<f64>,
    chunks: u64,
}

impl Run {
    /// Prepares the draws of a figure.
    #[must_use]
    pub fn new(inputs: &Inputs, plan: Plan, asked: Asked, year: i32) -> Self {
        Self {
            inputs: inputs.clone(),
            plan,
            asked,
            year,
            sampler: Sampler::new(inputs, &Shapes::default()),
            shared: Shared::default(),
            values: Vec::new(),
            chunks: 0,
        }
    }

    /// Draws the next chunk; the 5th and the 95th percentile once all are drawn, and the larger of their standard errors.
    pub fn step(&mut self) -> Option<Ends> {
        let plan = self.plan;
        let (inputs, asked, year) = (&self.inputs, self.asked, self.year);
        let (shared, values) = (&self.shared, &mut self.values);
        each_draw(inputs, &self.sampler, plan.seed, self.chunks, |x| {
            values.extend(Evaluator::of(*x, shared, year).figure(asked).filter(|v| v.is_finite()));
        });
        self.chunks += 1;
        let ends = (self.chunks >= plan.chunks && !self.values.is_empty())
            .then(|| ENDS.map(|p| quantile(&mut self.values, p)));
        ends.map(|[(low, a), (high, b)]| Ends { low, high, error: a.max(b) })
    }

    /// Whether all is drawn.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.chunks >= self.plan.chunks
    }
}
