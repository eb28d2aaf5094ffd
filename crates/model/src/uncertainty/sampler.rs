//! One draw of all inputs together, from the coordinates of a point.
//!
//! Every input has a coordinate of its own, whatever else is known of it, so that a reader who changes one input sees the
//! others drawn as before. The four oxide prices are tied ([`correlation`]); the price of an oxide outside China takes the
//! rank of the same oxide's price in China.

use super::points::{DIMENSIONS, Points};
use crate::data::{PARAMETERS, Param};
use crate::distribution::{Quantiles, Shapes, normal};
use crate::inputs::{Inputs, correlation};

/// How many inputs there are.
const INPUTS: usize = Param::ALL.len();

const _: () = assert!(INPUTS <= DIMENSIONS);

/// Where the score of an input comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Score {
    /// From a coordinate of its own.
    Own(usize),
    /// From the n-th of the tied prices.
    Tied(usize),
}

/// Draws all inputs.
#[derive(Debug, Clone)]
pub struct Sampler {
    /// What an input is where nothing is drawn; no number (NaN) where it has no value.
    base: [f64; INPUTS],
    drawn: Vec<(Param, Score, Quantiles)>,
    tie: correlation::Triangle,
    /// The coordinates of the tied prices.
    prices: [usize; 4],
}

impl Sampler {
    /// Prepares the draws for `inputs`.
    #[must_use]
    pub fn new(inputs: &Inputs, shapes: &Shapes) -> Self {
        let mut base = [f64::NAN; INPUTS];
        let mut drawn = Vec::new();
        for param in Param::ALL {
            let Some(distribution) = inputs.distribution(param) else { continue };
            base[param as usize] = distribution.central();
            let possible = param.spec().possible;
            let quantiles = Quantiles::new(distribution, (possible.min, possible.max), shapes);
            if !quantiles.is_exact() {
                let score = tied(param).map_or_else(|| Score::Own(coordinate(param)), Score::Tied);
                drawn.push((param, score, quantiles));
            }
        }
        // Correlations that contradict each other cannot be set.
        let tie = correlation::triangle(&correlation::read(inputs)).unwrap_or_default();
        Self { base, drawn, tie, prices: correlation::PRICES.map(coordinate) }
    }

    /// The inputs that are drawn.
    pub fn drawn(&self) -> impl Iterator<Item = Param> + '_ {
        self.drawn.iter().map(|(param, ..)| *param)
    }

    /// All inputs, those that are drawn at the figure that stands for them.
    #[must_use]
    pub fn central(&self) -> Draw {
        Draw(self.base)
    }

    /// Draws all inputs from point `i`.
    #[must_use]
    pub fn draw(&self, points: &Points, i: usize) -> Draw {
        let score = |dimension| normal::quantile(points.at(i, dimension));
        let tied = correlation::tied(&self.tie, self.prices.map(score));
        let mut draw = Draw(self.base);
        for (param, from, quantiles) in &self.drawn {
            let z = match from {
                Score::Own(dimension) => score(*dimension),
                Score::Tied(price) => tied[*price],
            };
            draw.0[*param as usize] = quantiles.at(z);
        }
        draw
    }

    /// The value of a drawn input at score `z`; `None` for an input that is exact or has no value.
    #[must_use]
    pub fn at(&self, param: Param, z: f64) -> Option<f64> {
        self.drawn.iter().find(|(p, ..)| *p == param).map(|(_, _, quantiles)| quantiles.at(z))
    }
}

/// One value for every input.
#[derive(Debug, Clone, PartialEq)]
pub struct Draw([f64; INPUTS]);

impl Draw {
    /// The values, in the order of [`Param::ALL`].
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.0
    }

    /// The value of one input.
    #[must_use]
    pub fn get(&self, param: Param) -> f64 {
        self.0[param as usize]
    }

    /// Puts another value in the place of one.
    pub fn put(&mut self, param: Param, value: f64) {
        self.0[param as usize] = value;
    }
}

/// Which of the tied prices an input goes with.
fn tied(param: Param) -> Option<usize> {
    let home = match param {
        Param::PriceDyOxideEurope => Param::PriceDyOxide,
        Param::PriceTbOxideEurope => Param::PriceTbOxide,
        other => other,
    };
    correlation::PRICES.iter().position(|p| *p == home)
}

/// The coordinate of an input: those whose default has a range come first, where the points are best.
fn coordinate(param: Param) -> usize {
    let ranged = |i: usize| PARAMETERS[i].set && PARAMETERS[i].low < PARAMETERS[i].high;
    let own = param as usize;
    let before = (0..own).filter(|i| ranged(*i) == ranged(own)).count();
    if ranged(own) { before } else { before + (0..INPUTS).filter(|i| ranged(*i)).count() }
}
