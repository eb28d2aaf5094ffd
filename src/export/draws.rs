//! The ranges of many figures, drawn a chunk at a time so that nobody is held up. The same draws as those of the page and
//! of the panel: same seed, same bits. Not here: what a draw is ([`lodestone_model::uncertainty`]).

use lodestone_model::derivation::Asked;
use lodestone_model::inputs::Inputs;
use lodestone_model::outputs::{Evaluator, Shared};
use lodestone_model::report::Range;
use lodestone_model::uncertainty::{Band, Plan, QUANTILES, Sampler, Shapes, Summary, each_draw};

use super::asked::central;

/// A figure with what its draws amount to.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// The figure between the 5th and the 95th percentile, with the larger of their standard errors, as the page shows it.
    pub range: Range,
    /// The quantiles of [`QUANTILES`]; none where the figure is exact.
    pub quantiles: Vec<f64>,
}

impl Spread {
    /// Whether no input behind the figure has a range.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.range.is_exact()
    }

    fn of(central: f64, draws: Vec<f64>) -> Self {
        let band = Band::of(central, draws.clone());
        let range = Range { error: band.error, ..Range::exactly(central).reaching(band.low).reaching(band.high) };
        let exact = range.is_exact();
        let range = if exact { Range::exactly(central) } else { range };
        let all = if exact { Vec::new() } else { Summary::of(draws).quantiles };
        Self { range, quantiles: all.into_iter().map(|(value, _)| value).collect() }
    }

    /// The quantiles with their probabilities.
    pub fn each(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        QUANTILES.into_iter().zip(self.quantiles.iter().copied())
    }
}

/// A run that goes on.
pub struct Run {
    inputs: Inputs,
    plan: Plan,
    asked: Vec<(Asked, i32)>,
    /// The years of the figures, each once.
    years: Vec<i32>,
    sampler: Sampler,
    shared: Shared,
    columns: Vec<Vec<f64>>,
    chunks: u64,
}

impl Run {
    /// Prepares the draws of figures, each with its year.
    #[must_use]
    pub fn new(inputs: &Inputs, plan: Plan, asked: Vec<(Asked, i32)>) -> Self {
        let mut years: Vec<i32> = asked.iter().map(|(_, year)| *year).collect();
        years.sort_unstable();
        years.dedup();
        Self {
            inputs: inputs.clone(),
            plan,
            years,
            sampler: Sampler::new(inputs, &Shapes::default()),
            shared: Shared::default(),
            columns: vec![Vec::new(); asked.len()],
            asked,
            chunks: 0,
        }
    }

    /// Draws the next chunk; whether there is another.
    pub fn step(&mut self) -> bool {
        let Self { inputs, plan, asked, years, sampler, shared, columns, .. } = self;
        each_draw(inputs, sampler, plan.seed, self.chunks, |x| {
            for year in &*years {
                let e = Evaluator::of(*x, shared, *year);
                for ((one, _), column) in asked.iter().zip(&mut *columns).filter(|((_, y), _)| y == year) {
                    column.push(e.figure(*one).unwrap_or(f64::NAN));
                }
            }
        });
        self.chunks += 1;
        self.chunks < self.plan.chunks
    }

    /// Share of the draws that are done.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // some hundred
    pub fn progress(&self) -> f64 {
        self.chunks as f64 / self.plan.chunks.max(1) as f64
    }

    /// The figures with their ranges, in their order.
    #[must_use]
    pub fn spreads(self) -> Vec<Spread> {
        let Self { inputs, asked, shared, columns, .. } = self;
        let all = asked.into_iter().zip(columns);
        all.map(|((one, year), draws)| Spread::of(central(&inputs, &shared, one, year).unwrap_or(f64::NAN), draws))
            .collect()
    }
}
