//! The range of one figure, drawn a chunk at a time so that the page is never held up.

use lodestone_model::demand::{self, Tracks};
use lodestone_model::derivation::{Asked, Moment};
use lodestone_model::inputs::{Inputs, Reading};
use lodestone_model::outputs::{Evaluator, Shared};
use lodestone_model::report::{self, View};
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
    tracks: Tracks,
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
            tracks: Tracks::new(inputs.choices.outlook),
            values: Vec::new(),
            chunks: 0,
        }
    }

    /// Draws the next chunk; the 5th and the 95th percentile once all are drawn, and the larger of their standard errors.
    pub fn step(&mut self) -> Option<Ends> {
        let plan = self.plan;
        let (inputs, asked, year) = (&self.inputs, self.asked, self.year);
        let (shared, tracks, values) = (&self.shared, &self.tracks, &mut self.values);
        each_draw(inputs, &self.sampler, plan.seed, self.chunks, |x| {
            values.extend(value(x, shared, tracks, asked, year).filter(|v| v.is_finite()));
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

/// One figure as `x` reads the inputs.
fn value(x: &Reading, shared: &Shared, tracks: &Tracks, asked: Asked, year: i32) -> Option<f64> {
    let product = |used| report::product(x, used, View::default());
    Some(match asked {
        Asked::Output(output) => return Evaluator::of(*x, shared, year).get(output),
        Asked::Application(application) => demand::need(x, tracks, application, year).magnet?.tonnes(),
        Asked::Oxide(application) => demand::need(x, tracks, application, year).ndpr_oxide?.tonnes(),
        Asked::Money(used, currency, moment) => {
            let p = product(used);
            let row = p.currencies.iter().find(|c| c.currency == currency)?;
            match moment {
                Moment::Before => row.before,
                Moment::After => row.after,
                Moment::Difference => row.difference,
                Moment::Change => row.change,
            }
            .central
        }
        Asked::Part(used, part, true) => product(used).after[part].central,
        Asked::Part(used, part, false) => product(used).before[part].central,
        Asked::Metal(used, metal, true) => product(used).gross[metal].central,
        Asked::Metal(used, metal, false) => product(used).contained[metal].central,
    })
}
