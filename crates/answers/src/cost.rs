//! What the magnets of a motor and of a turbine cost, before and after the shocks.

use std::collections::BTreeMap;

use lodestone_model::inputs::{Currency, Inputs, Reading, Use};
use lodestone_model::report::{self, Flag as Told, Ranges, Report, View};
use serde::Serialize;

use crate::figures::{Metals, Pair, Parts, Range};
use crate::head::{Flag, Head, flags};
use crate::how::{How, Run};

/// The two products, each figure with its range.
pub struct Costs {
    /// One EV motor.
    pub motor: report::Product,
    /// One wind turbine.
    pub turbine: report::Product,
}

impl Costs {
    /// The costs as `x` reads the inputs, without the curves.
    #[must_use]
    pub fn at(x: &Reading) -> Self {
        let product = |used| {
            let mut made = report::product(x, used, View::default());
            // Nobody sees the curve here.
            made.curve.points.clear();
            made
        };
        Self { motor: product(Use::Motor), turbine: product(Use::Turbine) }
    }

    /// The costs with their ranges.
    pub fn new<R: Run>(inputs: &Inputs, how: How<R>) -> Self {
        how.ranges(inputs, || Self::at)
    }
}

impl Ranges for Costs {
    fn each(&mut self, see: &mut dyn FnMut(&mut report::Range)) {
        self.motor.each(see);
        self.turbine.each(see);
    }
}

/// What a reader should know about an answer of these inputs.
#[must_use]
pub fn told(inputs: &Inputs) -> Vec<Told> {
    Report::central(inputs, View::default()).flags
}

/// Magnets of one motor and of one turbine.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Cost {
    /// How, of which version, of which inputs.
    #[serde(flatten)]
    pub head: Head,
    /// One EV motor and one wind turbine.
    #[serde(flatten)]
    pub products: Products,
    /// What a reader should know.
    pub flags: Vec<Flag>,
}

impl Cost {
    /// The answer of costs that were found for these inputs.
    pub fn of<R: Run>(inputs: &Inputs, how: How<R>, costs: &Costs, told: &[Told]) -> Self {
        Self { head: Head::of(inputs, how), products: costs.into(), flags: flags(told) }
    }
}

/// The two products.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Products {
    /// The magnets of one EV motor.
    pub motor: Product,
    /// The magnets of one wind turbine.
    pub turbine: Product,
}

impl From<&Costs> for Products {
    fn from(costs: &Costs) -> Self {
        Self { motor: (&costs.motor).into(), turbine: (&costs.turbine).into() }
    }
}

/// Everything about the magnets of one product.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Product {
    /// Finished magnet, kg.
    pub magnet_kg: Range,
    /// Metals in it, kg.
    pub contained_kg: Metals<Range>,
    /// Metals bought for it, kg.
    pub gross_kg: Metals<Range>,
    /// Kilograms bought for each contained.
    pub gross_factor: Range,
    /// The cost before the shocks in its parts, USD.
    pub before_usd: Parts,
    /// The cost after them, USD.
    pub after_usd: Parts,
    /// The difference with the metal that is bought, USD.
    pub difference_gross_usd: Range,
    /// The difference with the metal that is contained, USD.
    pub difference_contained_usd: Range,
    /// Totals by currency.
    pub currencies: BTreeMap<&'static str, InCurrency>,
    /// The magnets as a share of the cost of the product; null where that cost is not known.
    pub share_of_product: Option<Pair>,
}

/// The cost in one currency.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct InCurrency {
    /// Units of the currency per dollar, before the shocks.
    pub per_usd_before: f64,
    /// The same after them.
    pub per_usd_after: f64,
    /// The cost before.
    pub before: Range,
    /// The cost after.
    pub after: Range,
    /// The difference.
    pub difference: Range,
    /// The difference as a share of the cost before.
    pub change: Range,
}

impl From<&report::Product> for Product {
    fn from(p: &report::Product) -> Self {
        let currency = |c: &report::InCurrency| {
            let value = InCurrency {
                per_usd_before: c.rate.0,
                per_usd_after: c.rate.1,
                before: c.before.into(),
                after: c.after.into(),
                difference: c.difference.into(),
                change: c.change.into(),
            };
            (c.currency.map_or("usd", Currency::key), value)
        };
        Self {
            magnet_kg: p.magnet_kg.into(),
            contained_kg: Metals::of(p.contained, Range::from),
            gross_kg: Metals::of(p.gross, Range::from),
            gross_factor: p.gross_factor.into(),
            before_usd: p.before.into(),
            after_usd: p.after.into(),
            difference_gross_usd: p.difference_gross.into(),
            difference_contained_usd: p.difference_contained.into(),
            currencies: p.currencies.iter().map(currency).collect(),
            share_of_product: p.share_of_product.map(Pair::from),
        }
    }
}
