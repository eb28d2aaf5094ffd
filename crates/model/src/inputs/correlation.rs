//! Prices that move together: the rank correlations of the four oxides, and scores that have them.
//!
//! Ranks are tied through normal scores (a Gaussian copula): for a wanted rank correlation ρ the scores get the linear
//! correlation r = 2 sin(πρ/6) (Pearson 1907), which has exactly that rank correlation whatever the four distributions are.

use super::Inputs;
use crate::data::Param;

/// The four prices, in the order of the correlations.
pub const PRICES: [Param; 4] = [Param::PriceNdOxide, Param::PricePrOxide, Param::PriceDyOxide, Param::PriceTbOxide];

/// Rank correlations of Nd–Pr, Nd–Dy, Nd–Tb, Pr–Dy, Pr–Tb, Dy–Tb.
pub const PARAMS: [Param; 6] = [
    Param::CorrelationNdPr,
    Param::CorrelationNdDy,
    Param::CorrelationNdTb,
    Param::CorrelationPrDy,
    Param::CorrelationPrTb,
    Param::CorrelationDyTb,
];

/// Rows and columns of [`PARAMS`] in the matrix.
const PLACES: [(usize, usize); 6] = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
/// How far below zero a remainder may fall by rounding.
const ROUNDING: f64 = 1e-9;

/// A lower triangular matrix that turns independent scores into tied ones.
pub type Triangle = [[f64; 4]; 4];

/// The rank correlations in force, in the order of [`PARAMS`]; `None` for a pair that follows from the others.
#[must_use]
pub fn read(inputs: &Inputs) -> [Option<f64>; 6] {
    PARAMS.map(|p| inputs.get(p))
}

/// The triangle for rank correlations in the order of [`PARAMS`] (Cholesky); `None` where they contradict each other.
///
/// A pair of praseodymium that is left open moves together as far as both move with neodymium: the scores of the two are
/// independent, neodymium given. So no pair of neodymium can contradict it.
#[must_use]
pub fn triangle(ranks: &[Option<f64>; 6]) -> Option<Triangle> {
    let mut r = [[0.0; 4]; 4];
    for (i, row) in r.iter_mut().enumerate() {
        row[i] = 1.0;
    }
    for ((i, j), rank) in PLACES.into_iter().zip(ranks) {
        r[j][i] = match rank {
            Some(rank) => 2.0 * sine(core::f64::consts::PI * rank / 6.0),
            None => r[i][0] * r[j][0],
        };
    }
    let mut l = [[0.0; 4]; 4];
    for (i, j) in (0..4).flat_map(|i| (0..=i).map(move |j| (i, j))) {
        let rest = r[i][j] - l[i].iter().zip(&l[j]).take(j).map(|(a, b)| a * b).sum::<f64>();
        let pivot: f64 = l[j][j];
        l[i][j] = if i == j && rest >= -ROUNDING {
            rest.max(0.0).sqrt()
        } else if i > j && pivot > ROUNDING.sqrt() {
            rest / pivot
        } else if i > j && rest.abs() <= ROUNDING.sqrt() {
            0.0
        } else {
            // Too tightly tied; or two prices that always move together would move differently with a third.
            return None;
        };
    }
    Some(l)
}

/// The sine of an angle between −π/6 and π/6, by its series in products and sums alone, which are the same on every machine.
///
/// That of a library carries the reduction of angles of any size: a fiftieth of what a page has to fetch.
fn sine(x: f64) -> f64 {
    let square = x * x;
    let rest = [8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0].into_iter().fold(1.0, |rest: f64, n: f64| {
        let even = 2.0 * n;
        1.0 - rest * square / (even * (even + 1.0))
    });
    x * rest
}

/// Four tied scores from four independent ones.
#[must_use]
pub fn tied(l: &Triangle, free: [f64; 4]) -> [f64; 4] {
    [0, 1, 2, 3].map(|i| (0..=i).map(|k| l[i][k] * free[k]).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_correlations_can_be_had() {
        assert!(triangle(&read(&Inputs::default())).is_some());
    }

    #[test]
    fn the_sine_is_that_of_the_library_to_the_last_two_bits() {
        for i in -1000..=1000 {
            let x = core::f64::consts::FRAC_PI_6 * f64::from(i) / 1000.0;
            let (own, known) = (sine(x), libm::sin(x));
            assert!((own - known).abs() <= 2.0 * f64::EPSILON * known.abs(), "{x}: {own} {known}");
        }
    }

    #[test]
    fn correlations_that_contradict_each_other_are_refused() {
        assert!(triangle(&[1.0, 1.0, 0.0, -1.0, 0.0, 0.0].map(Some)).is_none());
        assert!(triangle(&[0.9, 0.9, 0.0, -0.9, 0.0, 0.0].map(Some)).is_none());
        assert!(triangle(&[Some(1.0), Some(0.2), Some(-0.2), None, None, Some(-0.9)]).is_some());
        assert_eq!(triangle(&[Some(0.0); 6]).map(|l| tied(&l, [1.0, 2.0, 3.0, 4.0])), Some([1.0, 2.0, 3.0, 4.0]));
    }
}
