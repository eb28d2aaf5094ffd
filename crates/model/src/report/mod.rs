//! Everything that a page, a widget, a command or an export shows, computed once from one set of inputs.
//!
//! Every figure is low–central–high. As [`Report::new`] makes it, low and high are *limits*: what follows when every
//! input stands at the end of its range that makes the answer small or large. [`crate::uncertainty`] puts likely ranges
//! in their place. Not here: rounding, text, colours.

mod goods;
mod product;
mod supply_side;
mod year;

use crate::data::Param;
use crate::demand::{self, Tracks};
use crate::inputs::{Case, Inputs, Reading, Use};
use crate::shocks::{self, Market};

pub use crate::range::{Range, Ranges, limits};
pub use goods::{Good, Goods, goods};
pub use product::{Curve, InCurrency, Product, axes};
pub use supply_side::{BalanceYear, Chain, MetalYear, SupplySide, balance_years, balances, identities};
pub use year::{AppDemand, DemandYear, OneYear, Years};

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
    pub years: Years,
    /// What a reader should know.
    pub flags: Vec<Flag>,
}

impl Report {
    /// Computes everything, each figure with its limits; a year outside [`demand::ALL_YEARS`] counts as the nearest
    /// inside.
    #[must_use]
    pub fn new(inputs: &Inputs, view: View) -> Self {
        limits(|case| Self::at(&Reading::new(inputs, case), view))
    }

    /// Computes everything for the central inputs, without ranges.
    #[must_use]
    pub fn central(inputs: &Inputs, view: View) -> Self {
        Self::at(&Reading::new(inputs, Case::Central), view)
    }

    /// Computes everything as `x` reads the inputs.
    #[must_use]
    pub fn at(x: &Reading, view: View) -> Self {
        let tracks = Tracks::new(x.choices().outlook);
        Self {
            motor: product(x, Use::Motor, view),
            wind: product(x, Use::Turbine, view),
            year: year(x, &tracks, view),
            years: years(x, &tracks),
            flags: flags(x.inputs()),
        }
    }
}

/// One product as `x` reads the inputs.
#[must_use]
pub fn product(x: &Reading, used: Use, view: View) -> Product {
    product::at(x, used, if used == Use::Motor { view.motor_axis } else { view.turbine_axis })
}

/// Demand in the year of the view as `x` reads the inputs.
#[must_use]
pub fn year(x: &Reading, tracks: &Tracks, view: View) -> DemandYear {
    year::at(x, tracks, view.within())
}

/// Demand in all years of the charts as `x` reads the inputs.
#[must_use]
pub fn years(x: &Reading, tracks: &Tracks) -> Years {
    year::all(x, tracks)
}

impl View {
    /// The year, or the nearest that can be looked at.
    fn within(self) -> i32 {
        self.year.clamp(*demand::ALL_YEARS.start(), *demand::ALL_YEARS.end())
    }
}

impl Ranges for Report {
    fn each(&mut self, see: &mut dyn FnMut(&mut Range)) {
        self.motor.each(see);
        self.wind.each(see);
        self.year.each(see);
        self.years.each(see);
    }
}

fn flags(inputs: &Inputs) -> Vec<Flag> {
    let x = Reading::new(inputs, Case::Central);
    let m = Market::baseline(&x).after(&shocks::scenario(&x)).metals;
    let prices = [m.nd.per_kg(), m.pr.per_kg(), m.dy.per_kg(), m.tb.per_kg()];
    let below = prices.into_iter().enumerate().filter(|(_, p)| *p < 0.0).map(|(i, _)| Flag::NegativePrice(i));
    inputs.outside_evidence().map(Flag::OutsideEvidence).chain(below).collect()
}
