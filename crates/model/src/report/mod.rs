//! Everything that a page, a widget, a command or an export shows, computed once from one set of inputs.
//!
//! Every figure is low–central–high. Low and high are the bounds that follow when every untouched input stands at the
//! end of its range that makes the answer small or large; they are not a probability (that comes with sampling).
//! Not here: rounding, text, colours.

mod product;
mod supply_side;
mod year;

use crate::data::Param;
use crate::demand::{self, Tracks, YEARS};
use crate::inputs::{Case, Inputs, Reading, Use};
use crate::shocks::{self, Market};

pub use crate::range::Range;
pub use product::{Curve, InCurrency, Product, axes};
pub use supply_side::{BalanceYear, Chain, MetalYear, SupplySide, balance_years, balances};
pub use year::{AppDemand, DemandYear};

/// What is looked at: inputs of the reader's eye, not of the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// Parameter along the motor's response curve.
    pub motor_axis: Param,
    /// Parameter along the turbine's response curve.
    pub turbine_axis: Param,
    /// Year of the demand table.
    pub year: i32,
}

impl Default for View {
    fn default() -> Self {
        Self { motor_axis: Param::PriceNdOxide, turbine_axis: Param::PriceNdOxide, year: demand::BASE_YEAR }
    }
}

/// Something a reader should know about the answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Flag {
    /// A value lies outside all evidence; it is used as it is.
    OutsideEvidence(Param),
    /// The shocks take a metal's price (index into Nd, Pr, Dy, Tb) below zero.
    NegativePrice(usize),
}

/// All answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The motor.
    pub motor: Product,
    /// The turbine.
    pub wind: Product,
    /// Demand in the year of the view.
    pub year: DemandYear,
    /// Magnet demand of every application in every year of the charts, t.
    pub years: Vec<(i32, Vec<Option<Range<f64>>>)>,
    /// What a reader should know.
    pub flags: Vec<Flag>,
}

impl Report {
    /// Computes everything; a year outside [`demand::ALL_YEARS`] counts as the nearest inside.
    #[must_use]
    pub fn new(inputs: &Inputs, view: View) -> Self {
        let tracks = Tracks::new(inputs.choices.outlook);
        Self {
            motor: product::new(inputs, Use::Motor, view.motor_axis),
            wind: product::new(inputs, Use::Turbine, view.turbine_axis),
            year: year::new(inputs, &tracks, view.year.clamp(*demand::ALL_YEARS.start(), *demand::ALL_YEARS.end())),
            years: YEARS.map(|y| (y, year::magnets(inputs, &tracks, y))).collect(),
            flags: flags(inputs),
        }
    }
}

fn flags(inputs: &Inputs) -> Vec<Flag> {
    let x = Reading::new(inputs, Case::Central);
    let m = Market::baseline(&x).after(&shocks::scenario(&x)).metals;
    let prices = [m.nd.per_kg(), m.pr.per_kg(), m.dy.per_kg(), m.tb.per_kg()];
    let below = prices.into_iter().enumerate().filter(|(_, p)| *p < 0.0).map(|(i, _)| Flag::NegativePrice(i));
    inputs.outside_evidence().map(Flag::OutsideEvidence).chain(below).collect()
}
