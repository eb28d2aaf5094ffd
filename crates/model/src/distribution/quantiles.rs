//! From scores to values: the quantiles of a distribution, cut off at what is possible.

use std::cell::RefCell;
use std::rc::Rc;

use special::Beta;

use super::{Distribution, normal};

/// Steps of a curve to one unit of z.
const FINE: f64 = 20.0;
/// Highest score of a curve; less than one draw in ten thousand million lies beyond it.
const LAST: f64 = 6.5;

/// Probability of all possible values below which a normal distribution is the same everywhere between the limits: its
/// density moves by less than one part in 10¹¹, and a quantile of it has too few digits left.
const FLAT: f64 = 1e-6;

/// Turns scores into values of one distribution, between the limits of what is possible.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantiles {
    distribution: Distribution,
    /// Probabilities of a value below the lowest and the highest possible one; `None` where both lie outside.
    cut: Option<(f64, f64)>,
    /// Values and slopes at scores 1/[`FINE`] apart, of the distribution on [0, 1]; empty unless PERT.
    curve: Curve,
}

/// Values and slopes.
type Curve = Rc<[(f64, f64)]>;

/// The curves that were worked out before: many inputs share a shape, and a shape outlives an input.
#[derive(Debug, Clone, Default)]
pub struct Shapes(RefCell<Vec<(u64, Curve)>>);

impl Shapes {
    fn curve(&self, distribution: Distribution) -> Curve {
        let key = distribution.shape().0.to_bits();
        if let Some((_, known)) = self.0.borrow().iter().find(|(k, _)| *k == key) {
            return Rc::clone(known);
        }
        let made: Curve = curve(distribution).into();
        self.0.borrow_mut().push((key, Rc::clone(&made)));
        made
    }
}

impl Quantiles {
    /// Prepares `distribution`, cut off at the `possible` ends.
    #[must_use]
    pub fn new(distribution: Distribution, possible: (f64, f64), shapes: &Shapes) -> Self {
        let (low, high) = distribution.ends();
        let beyond = low < possible.0 || high > possible.1;
        let cut = beyond.then(|| (distribution.below(possible.0), distribution.below(possible.1)));
        if let (Distribution::Normal { .. }, Some((from, to))) = (distribution, cut)
            && to - from < FLAT
        {
            let flat = Distribution::Uniform { low: possible.0, high: possible.1 };
            return Self { distribution: flat, cut: None, curve: Rc::from([]) };
        }
        let pert = matches!(distribution, Distribution::Pert { .. });
        let curve = if pert { shapes.curve(distribution) } else { Rc::from([]) };
        Self { distribution, cut, curve }
    }

    /// Whether this is one number.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        matches!(self.distribution, Distribution::Exactly(_))
    }

    /// The value at score `z`: the 5th percentile at −1.645, the median at 0.
    #[must_use]
    pub fn at(&self, z: f64) -> f64 {
        if let Some((from, to)) = self.cut {
            let u = from + (to - from) * normal::below(z);
            return self.distribution.quantile(u);
        }
        match self.distribution {
            Distribution::Exactly(x) => x,
            Distribution::Uniform { low, high } => low + (high - low) * normal::below(z),
            Distribution::Normal { mean, deviation } => mean + deviation * z,
            Distribution::Lognormal { median, sigma } => median * libm::exp(sigma * z),
            Distribution::Pert { low, high, .. } => low + (high - low) * along(&self.curve, z),
        }
    }
}

/// The beta distribution of a PERT distribution, as values and slopes over the score.
///
/// Inverting the beta integral for every draw would cost more than the model; the curve is smooth, and a cubic between
/// its points is within 1e-7 of the width.
fn curve(distribution: Distribution) -> Vec<(f64, f64)> {
    let (a, b) = distribution.shape();
    let ln = a.ln_beta(b);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 261 points
    let points = (2.0 * LAST * FINE) as u32;
    (0..=points)
        .map(|i| {
            let z = f64::from(i) / FINE - LAST;
            let x = normal::below(z).inv_inc_beta(a, b, ln);
            // dx/dz = φ(z) / f(x), with the density f of the beta distribution.
            let f = libm::exp((a - 1.0) * libm::log(x) + (b - 1.0) * libm::log1p(-x) - ln);
            let slope = normal::density(z) / f;
            (x, if slope.is_finite() { slope } else { 0.0 })
        })
        .collect()
}

/// The cubic through the two points around `z`.
fn along(curve: &[(f64, f64)], z: f64) -> f64 {
    let at = (z.clamp(-LAST, LAST) + LAST) * FINE;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped to the points
    let i = (at as usize).min(curve.len() - 2);
    #[allow(clippy::cast_precision_loss)] // a few hundred
    let t = at - i as f64;
    let ((x0, d0), (x1, d1)) = (curve[i], curve[i + 1]);
    let (d0, d1) = (d0 / FINE, d1 / FINE);
    let rise = x1 - x0;
    x0 + t * (d0 + t * ((3.0 * rise - 2.0 * d0 - d1) + t * (d0 + d1 - 2.0 * rise)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERYTHING: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);

    #[test]
    fn a_pert_curve_is_the_beta_quantile() {
        for (low, central, high) in [(2.0, 2.5, 4.0), (0.0, 0.0, 1.0), (0.0, 1.0, 1.0), (-3.0, 5.0, 6.0)] {
            let pert = Distribution::Pert { low, central, high };
            let quantiles = Quantiles::new(pert, EVERYTHING, &Shapes::default());
            for i in 1..400 {
                let u = f64::from(i) / 400.0;
                let (near, true_one) = (quantiles.at(normal::quantile(u)), pert.quantile(u));
                assert!((near - true_one).abs() < 1e-7 * (high - low), "{pert:?} at {u}: {near}, {true_one}");
                assert!((pert.below(true_one) - u).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn what_is_impossible_is_cut_off_and_not_piled_up_at_the_limit() {
        let share = Quantiles::new(Distribution::Normal { mean: 0.9, deviation: 0.2 }, (0.0, 1.0), &Shapes::default());
        let values: Vec<f64> = (1..1000).map(|i| share.at(normal::quantile(f64::from(i) / 1000.0))).collect();
        assert!(values.windows(2).all(|w| w[0] < w[1]), "strictly rising");
        assert!(values.iter().all(|v| (0.0..1.0).contains(v)));
    }
}
