//! A product of independent factors, drawn a million times: y = Π xᵢ^±1, its mean and three of its quantiles.
//!
//! ```
//! use lodestone_model::uncertainty::Distribution;
//! use lodestone_model::uncertainty::product::{Drawn, Product, Shape};
//!
//! let mass = Shape::Triangular { low: 2.0, mode: 2.8, high: 4.0 }; // kg
//! let price = Distribution::p5_p95(60.0, 140.0); // US$/kg
//! let yielded = Distribution::Uniform { low: 0.6, high: 0.8 };
//! let cost = Product::new(&[Drawn::times(mass), Drawn::times(price), Drawn::over(yielded)])?;
//! let drawn = cost.draw(100_000, 7)?;
//! assert!((drawn.mean - 400.0).abs() < 5.0 * drawn.standard_error); // 2.93 kg × 95 US$/kg × 1.44
//! # Ok::<(), lodestone_model::uncertainty::product::Refused>(())
//! ```
//!
//! Draws are pseudo-random and made in chunks of [`CHUNK`], each from a generator of its own: chunk i of seed s is the same
//! bits on every machine, natively and in wasm. Any division of the chunks among workers gives the same answer to the bit:
//! the mean is a sum over sums of chunks in their order, and an order statistic is the same however it is found.
//!
//! ```text
//! bits ─▶ column (one factor, a block of 512) ─▶ product ─┬▶ sums of the chunk ──────────────┬▶ mean, standard error
//!                                                         └▶ ranks (counted, some kept) ─────┴▶ 5 %, 50 %, 95 %
//! ```
//!
//! Factors that depend on each other, and models that are no product, are not for this module: they are drawn from
//! [`super::points`]. This one is for speed: compile it for that (`opt-level = 3`, the profile `fast`).

mod column;
mod factor;
mod part;
mod ranks;
#[cfg(test)]
mod tests;

use std::ops::Range;

use rand_xoshiro::rand_core::Rng;

pub use factor::{Drawn, Refused, Shape};
pub use part::Part;

use super::points::generator;
use column::{BLOCK, Column};
use ranks::Brackets;

/// Draws of a chunk; the last chunk of a run may have fewer.
pub const CHUNK: usize = 16_384;
/// The most draws of a run.
pub const MOST_DRAWS: usize = 1 << 24;
/// Draws of the first chunk that say roughly where the quantiles lie.
const FIRST: usize = 8192;
/// Keeps these draws apart from those of other uses of the same seed.
const STREAM: u64 = u64::from_be_bytes(*b"products");

/// What the draws say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// Draws made.
    pub draws: usize,
    /// Their mean.
    pub mean: f64,
    /// Standard error of the mean: the standard deviation of the draws, divided by the root of their number.
    pub standard_error: f64,
    /// The draw of rank floor(0.05 (n − 1)), counted from zero.
    pub p5: f64,
    /// The draw of rank floor(0.5 (n − 1)).
    pub p50: f64,
    /// The draw of rank floor(0.95 (n − 1)).
    pub p95: f64,
}

/// Independent factors, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    /// In the order of the factors, and whether each divides.
    columns: Vec<(Column, bool)>,
}

impl Product {
    /// Prepares the factors; without any, every draw is 1.
    ///
    /// # Errors
    /// [`Refused`] for numbers that are no distribution (not finite, ends in the wrong order, no width), for a divisor that
    /// can be zero, and for products that could overflow.
    pub fn new(factors: &[Drawn]) -> Result<Self, Refused> {
        factor::check(factors)?;
        Ok(Self { columns: factors.iter().map(|f| (Column::new(f), f.divides)).collect() })
    }

    /// Makes `draws`, 2 to [`MOST_DRAWS`], on this thread.
    ///
    /// # Errors
    /// [`Refused`] for any other number of draws.
    pub fn draw(&self, draws: usize, seed: u64) -> Result<Summary, Refused> {
        let plan = self.plan(draws, seed)?;
        plan.summary(&[plan.part(0..plan.chunks())])
    }

    /// Plans a run whose chunks are drawn in parts, on several threads or by several workers.
    ///
    /// # Errors
    /// [`Refused`] for fewer than 2 or more than [`MOST_DRAWS`] draws.
    pub fn plan(&self, draws: usize, seed: u64) -> Result<Plan, Refused> {
        if !(2..=MOST_DRAWS).contains(&draws) {
            #[allow(clippy::cast_precision_loss)] // shown
            let value = draws as f64;
            return Err(Refused { field: "draws".into(), value, accepted: format!("from 2 to {MOST_DRAWS}") });
        }
        let mut first = Vec::with_capacity(FIRST);
        self.chunk(seed, 0, draws.min(FIRST), |values| first.extend_from_slice(values));
        first.sort_unstable_by(f64::total_cmp);
        let (centre, brackets) = (first[first.len() / 2], Brackets::new(&first, draws));
        Ok(Plan { product: self.clone(), draws, seed, centre, brackets })
    }

    /// Makes the first `draws` of a chunk and hands them on by the block.
    fn chunk(&self, seed: u64, index: usize, draws: usize, mut each: impl FnMut(&[f64])) {
        let mut random = generator(seed, STREAM, index as u64);
        let (mut bits, mut values, mut divisors) = ([0; BLOCK / 2], [0.0; BLOCK], [0.0; BLOCK]);
        let divides = self.columns.iter().any(|(_, divides)| *divides);
        for start in (0..draws).step_by(BLOCK) {
            values.fill(1.0);
            divisors.fill(1.0);
            for (column, divides) in &self.columns {
                bits.fill_with(|| random.next_u64());
                column.multiply(&bits, if *divides { &mut divisors } else { &mut values });
            }
            if divides {
                values.iter_mut().zip(&divisors).for_each(|(value, divisor)| *value /= divisor);
            }
            each(&values[..BLOCK.min(draws - start)]);
        }
    }
}

/// A run that can be done in parts. Made from the same factors, number of draws and seed, it is the same everywhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    product: Product,
    draws: usize,
    seed: u64,
    /// A value near the middle: sums of differences from it lose fewer digits.
    centre: f64,
    brackets: Brackets,
}

impl Plan {
    /// How many chunks there are to draw.
    #[must_use]
    pub fn chunks(&self) -> usize {
        self.draws.div_ceil(CHUNK)
    }

    /// Draws some of the chunks; those that the plan does not have are left out.
    #[must_use]
    pub fn part(&self, chunks: Range<usize>) -> Part {
        let chunks = chunks.start..chunks.end.min(self.chunks());
        let mut part = Part { first: chunks.start, ..Part::default() };
        for index in chunks {
            let mut sums = Sums::default();
            self.product.chunk(self.seed, index, self.drawn_in(index), |values| {
                sums.add(values, self.centre);
                part.tally.add(&self.brackets, values);
            });
            part.sums.push(sums.total());
        }
        part
    }

    fn drawn_in(&self, chunk: usize) -> usize {
        CHUNK.min(self.draws - chunk * CHUNK)
    }

    /// What all chunks say together, whatever parts they were drawn in.
    ///
    /// # Errors
    /// [`Refused`] where a chunk is missing or there twice.
    pub fn summary(&self, parts: &[Part]) -> Result<Summary, Refused> {
        let whole = part::join(parts, self.chunks(), self.draws)?;
        let [mut sum, mut squares] = [0.0; 2];
        for [chunk_sum, chunk_squares] in &whole.sums {
            sum += chunk_sum;
            squares += chunk_squares;
        }
        #[allow(clippy::cast_precision_loss)] // at most 2^24
        let n = self.draws as f64;
        let variance = ((squares - sum * sum / n) / (n - 1.0)).max(0.0);
        // One run in a million has a rank outside the brackets: that one keeps all its draws.
        let quantiles = whole.tally.quantiles(&self.brackets, self.draws).unwrap_or_else(|| self.slowly());
        let [p5, p50, p95] = quantiles;
        let (mean, standard_error) = (self.centre + sum / n, (variance / n).sqrt());
        Ok(Summary { draws: self.draws, mean, standard_error, p5, p50, p95 })
    }

    /// The quantiles from all draws at once.
    fn slowly(&self) -> [f64; 3] {
        let mut all = Vec::with_capacity(self.draws);
        for index in 0..self.chunks() {
            self.product.chunk(self.seed, index, self.drawn_in(index), |values| all.extend_from_slice(values));
        }
        ranks::of_all(&mut all)
    }
}

/// Sums that run side by side.
const LANES: usize = 4;

/// Sums over a chunk of the differences from the centre, and of their squares, in an order that is always the same.
#[derive(Default)]
struct Sums([[f64; LANES]; 2]);

impl Sums {
    fn add(&mut self, values: &[f64], centre: f64) {
        let [mut sums, mut squares] = self.0;
        let (rows, rest) = values.as_chunks::<LANES>();
        let mut add = |lane: usize, value: f64| {
            let difference = value - centre;
            sums[lane] += difference;
            squares[lane] += difference * difference;
        };
        for row in rows {
            (0..LANES).for_each(|lane| add(lane, row[lane]));
        }
        rest.iter().enumerate().for_each(|(lane, value)| add(lane, *value));
        self.0 = [sums, squares];
    }

    fn total(&self) -> [f64; 2] {
        self.0.map(|[a, b, c, d]| (a + b) + (c + d))
    }
}
