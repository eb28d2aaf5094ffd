//! The model against the past: driven by what was quoted before, compared with what was quoted after.
//!
//! Two of its links can be tried. *Metal price*: the metal's price from the oxide's of the same day. *Price response*:
//! the price from the quantity that went missing, with κ as it is set. The error is shown, not explained away: no κ of
//! the sources fits every episode.

use crate::cost::Reduction;
use crate::data::{Episode, Param, TRIED, Trial};
use crate::inputs::{Inputs, Reading};
use crate::range::{Range, Ranges, limits};
use crate::supply;
use crate::units::{Factor, Price};

/// One episode tried.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tried {
    /// Which one.
    pub episode: Episode,
    /// What the model makes of the driver, in the row's unit.
    pub predicted: Range,
    /// What was observed.
    pub observed: f64,
    /// predicted / observed − 1, for the central inputs.
    pub error: f64,
    /// κ that would have given the observed price; `None` for a metal price.
    pub implied: Option<f64>,
}

impl Episode {
    /// The row of the data.
    #[must_use]
    pub fn row(self) -> &'static Trial {
        &TRIED[self as usize]
    }

    /// Whether the observation is among those that a default was made from, so that it proves little.
    #[must_use]
    pub fn is_known_to_the_default(self) -> bool {
        let row = self.row();
        row.kind == "metal-price" && row.element == "ndpr"
    }
}

/// All episodes under `inputs`, the predictions with their limits.
#[must_use]
pub fn all(inputs: &Inputs) -> Vec<Tried> {
    limits(|case| tried(&Reading::new(inputs, case)))
}

impl Ranges for Vec<Tried> {
    fn each(&mut self, see: &mut dyn FnMut(&mut Range)) {
        self.iter_mut().for_each(|tried| see(&mut tried.predicted));
    }
}

/// All episodes as `x` reads the inputs: the metal-to-oxide ratio, the stoichiometry and κ count.
#[must_use]
pub fn tried(x: &Reading) -> Vec<Tried> {
    let one = |episode: Episode| {
        let row = episode.row();
        let metal = row.kind == "metal-price";
        let predicted = Range::exactly(if metal { metal_price(x, row) } else { response(x, row.driver) });
        let implied = supply::implied_elasticity(Factor::new(row.observed), Factor::new(row.driver)).value();
        Tried {
            episode,
            predicted,
            observed: row.observed,
            error: predicted.central / row.observed - 1.0,
            implied: (!metal).then_some(implied),
        }
    };
    Episode::ALL.into_iter().map(one).collect()
}

fn metal_price(x: &Reading, row: &Trial) -> f64 {
    let reduction = Reduction::of(x);
    let f = reduction.metal_per_oxide;
    if row.element == "ndpr" {
        // s(e) = s(NdPr): f alone.
        return row.driver * f.value();
    }
    crate::cost::metal_price::<crate::units::Usd, _>(Price::raw(row.driver), f, reduction.nd, reduction.ndpr).per_kg()
}

/// (Q1/Q0)^(−κ).
fn response(x: &Reading, quantity: f64) -> f64 {
    supply::price_factor(crate::units::Share::raw(1.0 - quantity), x.factor(Param::Kappa)).value()
}
