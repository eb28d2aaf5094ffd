//! The likely ranges of a section's figures, found by drawing all inputs many times.
//!
//! A simulation goes forward in steps of as many draws as its caller has time for; the result does not depend on the
//! steps. Low and high are the 5th and the 95th percentile; their standard error is measured between chunks.

use super::points::{CHUNK, Points};
use super::quantile::quantile;
use super::sampler::Sampler;
use super::section::{Ground, Section};
use crate::distribution::Shapes;
use crate::inputs::{Case, Inputs, Reading};
use crate::range::{Range, Ranges};
use crate::report::View;

/// Share of the draws below the low and above the high end.
pub const TAIL: f64 = 0.05;
/// The stream of random numbers for ranges.
pub(super) const RANGES: u64 = 0;

/// How a run is drawn: the same plan on the same inputs gives the same bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// Which random numbers.
    pub seed: u64,
    /// How many chunks of [`CHUNK`] draws.
    pub chunks: u64,
}

impl Default for Plan {
    fn default() -> Self {
        Self { seed: 1, chunks: 8 }
    }
}

impl Plan {
    /// Most chunks of a run: a quarter of a million draws.
    pub const MOST: u64 = 512;

    /// How many draws.
    #[must_use]
    pub fn draws(self) -> usize {
        usize::try_from(self.chunks).unwrap_or(1).max(1) * CHUNK
    }

    /// The plan for at least so many draws, in whole chunks, at least two: one alone does not show its error.
    #[must_use]
    pub fn of(seed: u64, draws: usize) -> Self {
        Self { seed, chunks: draws.div_ceil(CHUNK) as u64 }.sensible()
    }

    /// The plan with two chunks at least and [`Plan::MOST`] at most.
    #[must_use]
    pub fn sensible(self) -> Self {
        Self { chunks: self.chunks.clamp(2, Self::MOST), ..self }
    }
}

/// What was found of one figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// 5th percentile.
    pub low: f64,
    /// The figure for the central inputs.
    pub central: f64,
    /// 95th percentile.
    pub high: f64,
    /// Standard error of the ends.
    pub error: f64,
}

/// A run of one section.
#[derive(Debug)]
pub struct Simulation {
    ground: Ground,
    section: Section,
    sampler: Sampler,
    plan: Plan,
    points: Points,
    /// Draws that are done.
    done: usize,
    central: Vec<f64>,
    /// All draws of each figure that exists.
    columns: Vec<Vec<f64>>,
    /// What the first of them amount to.
    found: Vec<Band>,
}

impl Simulation {
    /// Prepares a run.
    #[must_use]
    pub fn new(inputs: Inputs, view: View, section: Section, plan: Plan, shapes: &Shapes) -> Self {
        let sampler = Sampler::new(&inputs, shapes);
        let ground = Ground::new(inputs, view);
        let mut central = Vec::new();
        ground.figures(section, &Reading::new(&ground.inputs, Case::Central), &mut |value| central.push(value));
        let columns = vec![Vec::new(); central.iter().filter(|v| !v.is_nan()).count()];
        Self { section, sampler, plan, points: chunk(plan, 0), done: 0, central, columns, found: Vec::new(), ground }
    }

    /// Share of the draws that are done.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // a quarter of a million
    pub fn progress(&self) -> f64 {
        self.done as f64 / self.plan.draws() as f64
    }

    /// Draws up to `count` times, or sums up to `count` figures up once all is drawn; whether there is more to do.
    pub fn go(&mut self, count: usize) -> bool {
        if self.done == self.plan.draws() {
            let first = self.found.len();
            let existing = self.central.iter().copied().filter(|c| !c.is_nan()).skip(first);
            let columns = self.columns.iter_mut().skip(first);
            // A column is let go as soon as it has been summed up.
            self.found.extend(existing.zip(columns).take(count).map(|(c, all)| Band::of(c, core::mem::take(all))));
            return self.found.len() < self.columns.len();
        }
        let last = self.done.saturating_add(count).min(self.plan.draws());
        while self.done < last {
            let i = self.done % CHUNK;
            if i == 0 {
                self.points = chunk(self.plan, (self.done / CHUNK) as u64);
            }
            let draw = self.sampler.draw(&self.points, i);
            let (mut place, mut column) = (0, 0);
            let (central, columns) = (&self.central, &mut self.columns);
            self.ground.figures(self.section, &Reading::drawn(&self.ground.inputs, draw.values()), &mut |value| {
                if central.get(place).is_some_and(|c| !c.is_nan()) {
                    columns[column].push(value);
                    column += 1;
                }
                place += 1;
            });
            self.done += 1;
        }
        true
    }

    /// One band for every figure of the section, in the order of [`Ranges::each`](crate::range::Ranges::each); no numbers
    /// for one that is missing. Draws that are still to do are done.
    #[must_use]
    pub fn bands(mut self) -> Vec<Band> {
        while self.go(usize::MAX) {}
        let mut found = self.found.into_iter();
        let mut next = |central: f64| {
            let band = if central.is_nan() { None } else { found.next() };
            band.unwrap_or(Band { low: central, central, high: central, error: 0.0 })
        };
        self.central.iter().map(|central| next(*central)).collect()
    }
}

impl Band {
    /// What all draws of a figure amount to; they stand chunk after chunk, in the order of their indices.
    #[must_use]
    pub fn of(central: f64, mut draws: Vec<f64>) -> Self {
        let (low, low_error) = quantile(&mut draws, TAIL);
        let (high, high_error) = quantile(&mut draws, 1.0 - TAIL);
        Self { low, central, high, error: low_error.max(high_error) }
    }

    /// Gives a figure this band.
    ///
    /// A figure that has moved since takes the band along: by the same factor where the sign is the same, else by the same
    /// distance. That is a guess, until the new band is there.
    fn on(self, range: &mut Range) {
        let now = range.central;
        let (low, high, error) = if now.to_bits() == self.central.to_bits() {
            (self.low, self.high, self.error)
        } else if now * self.central > 0.0 {
            let factor = now / self.central;
            (self.low * factor, self.high * factor, self.error * factor)
        } else {
            let way = now - self.central;
            (self.low + way, self.high + way, self.error)
        };
        *range = Range { error, ..Range::exactly(now).reaching(low).reaching(high) };
    }
}

/// Gives the figures of a section their bands, and says whether any figure has moved since the bands were found. A band
/// whose figure is no number was left out: its figure stays as it is, and counts as moved.
pub fn give(bands: &[Band], to: &mut dyn Ranges) -> bool {
    let (mut bands, mut moved) = (bands.iter(), false);
    to.each(&mut |range| match bands.next() {
        // A band that was left out leaves its figure as it is.
        Some(band) if band.central.is_nan() => moved |= !range.central.is_nan(),
        Some(band) => {
            // What is missing in both has not moved.
            moved |= range.central.to_bits() != band.central.to_bits() && !range.central.is_nan();
            band.on(range);
        }
        None => moved = true,
    });
    moved
}

fn chunk(plan: Plan, index: u64) -> Points {
    Points::new(plan.seed, RANGES, index, super::points::DIMENSIONS)
}
