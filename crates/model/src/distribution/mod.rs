//! What is known of an input, as a distribution: its quantile, its mean, and how it was said.
//!
//! ```text
//! low, central, high   PERT: a beta distribution on [a, b] with the mode m
//!                      α = 1 + 4 (m − a)/(b − a),  β = 1 + 4 (b − m)/(b − a),  mean (a + 4m + b)/6
//! low, high            uniform
//! two percentiles      lognormal where both are above zero, else normal
//! ```
//!
//! Values are made from standard normal scores z, so that inputs can be drawn together: x = F⁻¹(Φ(z)).
//! A tail that an input cannot have is cut off and the rest scaled up; a value is never clamped to the limit.

pub mod normal;

use std::cell::RefCell;
use std::rc::Rc;

use special::Beta;

/// The score of the 95th percentile: Φ(1.645) = 0.95.
const P95: f64 = 1.644_853_626_951_472_2;
/// The score of the 90th percentile: Φ(1.282) = 0.90.
const P90: f64 = 1.281_551_565_544_600_4;
/// The weight that PERT gives the mode against either end.
const PERT: f64 = 4.0;

/// A distribution of one number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Distribution {
    /// This number.
    Exactly(f64),
    /// Any number between the two alike.
    Uniform {
        /// Least.
        low: f64,
        /// Most.
        high: f64,
    },
    /// Most often near the middle figure, never beyond the ends.
    Pert {
        /// Least.
        low: f64,
        /// Most likely.
        central: f64,
        /// Most.
        high: f64,
    },
    /// Symmetric, without ends.
    Normal {
        /// Mean and median.
        mean: f64,
        /// Standard deviation, above zero.
        deviation: f64,
    },
    /// Above zero, with a long tail upwards.
    Lognormal {
        /// Median, above zero.
        median: f64,
        /// Standard deviation of the logarithm, above zero.
        sigma: f64,
    },
}

impl Distribution {
    /// The distribution with these 5th and 95th percentiles.
    #[must_use]
    pub fn p5_p95(low: f64, high: f64) -> Self {
        Self::between(low, high, P95)
    }

    /// The distribution with these 10th and 90th percentiles.
    #[must_use]
    pub fn p10_p90(low: f64, high: f64) -> Self {
        Self::between(low, high, P90)
    }

    fn between(low: f64, high: f64, score: f64) -> Self {
        if low > 0.0 {
            let (a, b) = (libm::log(low), libm::log(high));
            Self::Lognormal { median: libm::exp((a + b) / 2.0), sigma: (b - a) / (2.0 * score) }
        } else {
            Self::Normal { mean: (low + high) / 2.0, deviation: (high - low) / (2.0 * score) }
        }
    }

    /// The figure that stands for the whole: mode of PERT, median of the others.
    #[must_use]
    pub fn central(self) -> f64 {
        match self {
            Self::Exactly(x) | Self::Pert { central: x, .. } => x,
            Self::Uniform { low, high } => low + (high - low) / 2.0,
            Self::Normal { mean, .. } => mean,
            Self::Lognormal { median, .. } => median,
        }
    }

    /// The mean, where nothing is cut off.
    #[must_use]
    pub fn mean(self) -> f64 {
        match self {
            Self::Pert { low, central, high } => (low + PERT * central + high) / (PERT + 2.0),
            Self::Lognormal { median, sigma } => median * libm::exp(sigma * sigma / 2.0),
            _ => self.central(),
        }
    }

    /// The ends between which all values lie; infinite where there is none.
    #[must_use]
    pub fn ends(self) -> (f64, f64) {
        match self {
            Self::Exactly(x) => (x, x),
            Self::Uniform { low, high } | Self::Pert { low, high, .. } => (low, high),
            Self::Normal { .. } => (f64::NEG_INFINITY, f64::INFINITY),
            Self::Lognormal { .. } => (0.0, f64::INFINITY),
        }
    }

    /// The probability of a value below `x`.
    #[must_use]
    pub fn below(self, x: f64) -> f64 {
        let (low, high) = self.ends();
        if x <= low {
            return 0.0;
        }
        if x >= high {
            return 1.0;
        }
        match self {
            Self::Exactly(_) => 1.0,
            Self::Uniform { .. } => (x - low) / (high - low),
            Self::Pert { .. } => {
                let (a, b) = self.shape();
                ((x - low) / (high - low)).inc_beta(a, b, a.ln_beta(b))
            }
            Self::Normal { mean, deviation } => normal::below((x - mean) / deviation),
            Self::Lognormal { median, sigma } => normal::below(libm::log(x / median) / sigma),
        }
    }

    /// α and β of the beta distribution behind PERT; both 1 for any other.
    fn shape(self) -> (f64, f64) {
        match self {
            Self::Pert { low, central, high } => {
                let part = (central - low) / (high - low);
                (1.0 + PERT * part, 1.0 + PERT * (1.0 - part))
            }
            _ => (1.0, 1.0),
        }
    }

    /// The value with the probability `u`, 0 < u < 1, below it.
    #[must_use]
    pub fn quantile(self, u: f64) -> f64 {
        match self {
            Self::Exactly(x) => x,
            Self::Uniform { low, high } => low + (high - low) * u,
            Self::Pert { low, high, .. } => {
                let (a, b) = self.shape();
                low + (high - low) * u.inv_inc_beta(a, b, a.ln_beta(b))
            }
            Self::Normal { mean, deviation } => mean + deviation * normal::quantile(u),
            // Above zero, even where no number is small enough.
            Self::Lognormal { median, sigma } => {
                (median * libm::exp(sigma * normal::quantile(u))).max(f64::MIN_POSITIVE)
            }
        }
    }
}

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
    fn percentiles_are_met() {
        let price = Distribution::p5_p95(60.0, 140.0);
        assert!(matches!(price, Distribution::Lognormal { .. }));
        assert!((price.quantile(0.05) - 60.0).abs() < 1e-9 && (price.quantile(0.95) - 140.0).abs() < 1e-9);
        let change = Distribution::p10_p90(-0.1, 0.3);
        assert!(matches!(change, Distribution::Normal { .. }));
        assert!((change.quantile(0.1) + 0.1).abs() < 1e-12 && (change.quantile(0.9) - 0.3).abs() < 1e-12);
    }

    #[test]
    fn what_is_impossible_is_cut_off_and_not_piled_up_at_the_limit() {
        let share = Quantiles::new(Distribution::Normal { mean: 0.9, deviation: 0.2 }, (0.0, 1.0), &Shapes::default());
        let values: Vec<f64> = (1..1000).map(|i| share.at(normal::quantile(f64::from(i) / 1000.0))).collect();
        assert!(values.windows(2).all(|w| w[0] < w[1]), "strictly rising");
        assert!(values.iter().all(|v| (0.0..1.0).contains(v)));
    }
}
