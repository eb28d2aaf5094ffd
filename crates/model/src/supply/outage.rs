//! What is lost when a supplier stops, and what the price makes of it.
//!
//! ```text
//! rate:    ΔS/S = S_c · o · d/12        o of the rate for d months     [`loss`]
//! annual:  ΔS/S = S_c · o               o of the annual output
//! P1/P0 = (1 − ΔS/S)^(−κ)                                              [`price_factor`]
//! ```
//!
//! κ is what the sources disagree about ([`crate::data::Elasticity`]); it is an input, and its default says whose it is.

use crate::data::{ELASTICITIES, Elasticity};
use crate::inputs::OutageReading;
use crate::units::{Factor, Months, Share};

/// Months of a year.
const YEAR: f64 = 12.0;

/// ΔS/S: the part of the world's annual supply that an outage takes.
///
/// `part` is the country's share of the world, `share` o what it loses. A tenth of the world that loses 40 % of its rate
/// for 3 months loses 1 % of the world's year; of its annual output 40 % are 4 %.
#[must_use]
pub fn loss(part: Share, share: Share, months: Months, reading: OutageReading) -> Share {
    let lost = part.share() * share.share();
    Share::raw(match reading {
        OutageReading::Rate => lost * months.months().min(YEAR) / YEAR,
        OutageReading::Annual => lost,
    })
}

/// P1/P0 = (1 − ΔS/S)^(−κ): with κ = 1 a supply of half doubles the price.
///
/// Nothing left has no price: inputs stop at a loss of 99 %.
#[must_use]
pub fn price_factor(loss: Share, kappa: Factor) -> Factor {
    Factor::new(libm::pow(loss.rest().share(), -kappa.value()))
}

/// κ = ln(P1/P0) / −ln(Q1/Q0): what a price and a quantity, both as after over before, imply.
///
/// A price twice as high at half the quantity gives 1.
#[must_use]
pub fn implied_elasticity(price: Factor, quantity: Factor) -> Factor {
    Factor::new(libm::log(price.value()) / -libm::log(quantity.value()))
}

impl Elasticity {
    /// κ of this source.
    #[must_use]
    pub fn kappa(self) -> f64 {
        let row = &ELASTICITIES[self as usize];
        implied_elasticity(Factor::new(row.price_ratio), Factor::new(row.quantity_ratio)).value()
    }

    /// The choice with this key.
    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|e| e.key() == key)
    }
}
