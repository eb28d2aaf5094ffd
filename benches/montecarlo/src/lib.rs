//! The cost model of the Monte Carlo benchmark, and its draws as a page calls them.
//!
//! Not part of the site: a wasm file of its own, which `cargo xtask bench monte-carlo` and the browser tests put into
//! `target/montecarlo`, with the page and the worker of `page/` beside it. The kernel is
//! [`lodestone_model::uncertainty::product`].

use lodestone_model::uncertainty::Distribution;
use lodestone_model::uncertainty::product::{Drawn, Part, Plan, Product, Refused, Shape, Summary};
use wasm_bindgen::prelude::wasm_bindgen;

/// Magnet mass per vehicle × neodymium share × price × exchange rate ÷ yield, in won per vehicle.
///
/// The figures are made up for the benchmark, so that programs without our tables can draw the same.
///
/// # Errors
/// None in fact: the numbers stand here.
pub fn cost() -> Result<Product, Refused> {
    Product::new(&[
        Drawn::times(Shape::Triangular { low: 2.0, mode: 2.8, high: 4.0 }),
        Drawn::times(Distribution::Uniform { low: 0.27, high: 0.32 }),
        Drawn::times(Distribution::p5_p95(60.0, 140.0)),
        Drawn::times(Distribution::Uniform { low: 1300.0, high: 1500.0 }),
        Drawn::over(Distribution::Uniform { low: 0.6, high: 0.8 }),
    ])
}

/// `[mean, p5, p50, p95]` of `draws`, the factors prepared anew.
///
/// # Errors
/// The sentence of [`Refused`].
#[wasm_bindgen]
pub fn draw(draws: usize, seed: u64) -> Result<Vec<f64>, String> {
    cost().and_then(|cost| cost.draw(draws, seed)).map(numbers).map_err(|e| e.to_string())
}

/// A run that several workers share: each makes it from the same two numbers, draws its own part, and one of them puts all
/// parts together.
#[wasm_bindgen]
pub struct Run(Plan);

#[wasm_bindgen]
impl Run {
    /// A run of `draws`.
    ///
    /// # Errors
    /// The sentence of [`Refused`].
    #[wasm_bindgen(constructor)]
    pub fn new(draws: usize, seed: u64) -> Result<Self, String> {
        cost().and_then(|cost| cost.plan(draws, seed)).map(Self).map_err(|e| e.to_string())
    }

    /// The part of worker `worker` of `workers`, as numbers that another worker can read.
    #[must_use]
    pub fn part(&self, worker: usize, workers: usize) -> Vec<f64> {
        let from = |worker: usize| worker * self.0.chunks() / workers.max(1);
        self.0.part(from(worker)..from(worker + 1)).to_numbers()
    }

    /// `[mean, p5, p50, p95]` of all parts, which stand one after the other in `all`, `lengths` numbers each.
    ///
    /// # Errors
    /// The sentence of [`Refused`], where a part is missing or cut off.
    pub fn merge(&self, all: &[f64], lengths: &[usize]) -> Result<Vec<f64>, String> {
        let mut rest = all;
        let mut parts = Vec::new();
        for length in lengths {
            let (part, after) = rest.split_at_checked(*length).unwrap_or((rest, &[]));
            parts.push(Part::from_numbers(part).map_err(|e| e.to_string())?);
            rest = after;
        }
        self.0.summary(&parts).map(numbers).map_err(|e| e.to_string())
    }
}

fn numbers(summary: Summary) -> Vec<f64> {
    vec![summary.mean, summary.p5, summary.p50, summary.p95]
}
