//! One factor of a product: what is known of it, whether it multiplies or divides, and which values are refused.

use std::fmt;

use crate::uncertainty::Distribution;

/// Widest standard deviation of a logarithm: 90 % of the draws between 1/3,700 and 3,700 times the median. Beyond it the
/// curve of [`super::column`] would be off by more than four parts in a million.
const WIDEST: f64 = 5.0;
/// No draw lies further from the middle of a normal distribution, in standard deviations.
const FURTHEST: f64 = 6.5;
/// How far products may reach: the sum of 2²⁴ squares stays finite.
const REACH: f64 = 1e140;

/// A number that cannot be used, and what could.
///
/// Not part of [`crate::error::Error`]: that one is worded in every language of the page, and these numbers come from
/// programs only.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// Which number: “factor 2, high”.
    pub field: String,
    /// The number given.
    pub value: f64,
    /// What would be accepted: “a number above 3”.
    pub accepted: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} is not possible; it must be {}", self.field, self.value, self.accepted)
    }
}

impl std::error::Error for Refused {}

/// What is known of a factor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// A density that rises on a straight line from `low` to `mode` and falls on another to `high`.
    Triangular {
        /// Least.
        low: f64,
        /// Most likely, from `low` to `high`.
        mode: f64,
        /// Most, above `low`.
        high: f64,
    },
    /// One of the distributions that inputs have.
    Of(Distribution),
}

impl From<Distribution> for Shape {
    fn from(distribution: Distribution) -> Self {
        Self::Of(distribution)
    }
}

impl Shape {
    /// The lowest and the highest value that can be drawn, or a little beyond.
    fn ends(self) -> (f64, f64) {
        match self {
            Self::Triangular { low, high, .. } => (low, high),
            Self::Of(Distribution::Normal { mean, deviation }) => {
                (mean - FURTHEST * deviation, mean + FURTHEST * deviation)
            }
            Self::Of(Distribution::Lognormal { median, sigma }) => {
                let most = libm::exp(FURTHEST * sigma);
                (median / most, median * most)
            }
            Self::Of(within) => within.ends(),
        }
    }
}

/// A factor of a product, drawn independently of the others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drawn {
    pub(super) shape: Shape,
    pub(super) divides: bool,
}

impl Drawn {
    /// The product is multiplied by it.
    #[must_use]
    pub fn times(shape: impl Into<Shape>) -> Self {
        Self { shape: shape.into(), divides: false }
    }

    /// The product is divided by it; all its values must lie on one side of zero.
    #[must_use]
    pub fn over(shape: impl Into<Shape>) -> Self {
        Self { shape: shape.into(), divides: true }
    }

    /// Refuses what is no distribution, and a divisor that can be zero.
    fn check(self, name: &str) -> Result<(), Refused> {
        let refuse = |part: &str, value: f64, accepted: String| {
            Err(Refused { field: format!("{name}, {part}"), value, accepted })
        };
        let numbers: &[(&str, f64)] = match self.shape {
            Shape::Triangular { low, mode, high } => &[("low", low), ("mode", mode), ("high", high)],
            Shape::Of(Distribution::Exactly(x)) => &[("value", x)],
            Shape::Of(Distribution::Uniform { low, high }) => &[("low", low), ("high", high)],
            Shape::Of(Distribution::Pert { low, central, high }) => {
                &[("low", low), ("central", central), ("high", high)]
            }
            Shape::Of(Distribution::Normal { mean, deviation }) => &[("mean", mean), ("deviation", deviation)],
            Shape::Of(Distribution::Lognormal { median, sigma }) => &[("median", median), ("sigma", sigma)],
        };
        if let Some((part, value)) = numbers.iter().find(|(_, value)| !value.is_finite()) {
            return refuse(part, *value, "a finite number".into());
        }
        match self.shape {
            Shape::Triangular { low, high, .. }
            | Shape::Of(Distribution::Uniform { low, high } | Distribution::Pert { low, high, .. })
                if low >= high =>
            {
                return refuse("high", high, format!("above low, {low}"));
            }
            Shape::Triangular { low, mode: middle, high }
            | Shape::Of(Distribution::Pert { low, central: middle, high })
                if !(low..=high).contains(&middle) =>
            {
                return refuse(numbers[1].0, middle, format!("from low, {low}, to high, {high}"));
            }
            Shape::Of(Distribution::Normal { deviation, .. }) if deviation <= 0.0 => {
                return refuse("deviation", deviation, "above 0".into());
            }
            Shape::Of(Distribution::Lognormal { median, .. }) if median <= 0.0 => {
                return refuse("median", median, "above 0".into());
            }
            Shape::Of(Distribution::Lognormal { sigma, .. }) if !(sigma > 0.0 && sigma <= WIDEST) => {
                return refuse("sigma", sigma, format!("above 0 and at most {WIDEST}"));
            }
            _ => {}
        }
        let (low, high) = self.shape.ends();
        if self.divides && low <= 0.0 && high >= 0.0 {
            return refuse("lowest value", low, "above 0 in a divisor, or the highest below 0".into());
        }
        Ok(())
    }

    /// How far a product can be carried from 1 by this factor, as a factor of at least 1.
    fn reach(self) -> f64 {
        let (low, high) = self.shape.ends();
        let most = low.abs().max(high.abs()).max(1.0);
        // Both ends: neither the product of the divisors nor its inverse may overflow.
        if self.divides { most / low.abs().min(high.abs()).min(1.0) } else { most }
    }
}

/// Refuses factors that cannot be multiplied.
pub(super) fn check(factors: &[Drawn]) -> Result<(), Refused> {
    for (i, factor) in factors.iter().enumerate() {
        factor.check(&format!("factor {}", i + 1))?;
    }
    let reach: f64 = factors.iter().map(|f| f.reach()).product();
    if reach > REACH {
        let accepted = format!("at most {REACH:e}");
        return Err(Refused { field: "product, furthest value".into(), value: reach, accepted });
    }
    Ok(())
}
