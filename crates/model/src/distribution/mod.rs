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
mod quantiles;

use special::Beta;

pub use quantiles::{Quantiles, Shapes};

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_met() {
        let price = Distribution::p5_p95(60.0, 140.0);
        assert!(matches!(price, Distribution::Lognormal { .. }));
        assert!((price.quantile(0.05) - 60.0).abs() < 1e-9 && (price.quantile(0.95) - 140.0).abs() < 1e-9);
        let change = Distribution::p10_p90(-0.1, 0.3);
        assert!(matches!(change, Distribution::Normal { .. }));
        assert!((change.quantile(0.1) + 0.1).abs() < 1e-12 && (change.quantile(0.9) - 0.3).abs() < 1e-12);
    }
}
