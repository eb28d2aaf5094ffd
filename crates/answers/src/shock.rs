//! The chain from the shocks over supply, prices and exchange rates to the costs.

use std::collections::BTreeMap;

use lodestone_model::inputs::{Currency, Inputs, Reading};
use lodestone_model::report::{Flag as Told, Range as Figure, Ranges};
use lodestone_model::shocks::{self, Market};
use serde::Serialize;

use crate::cost::{Costs, Products};
use crate::figures::{Metals, Pair, Range};
use crate::head::{Flag, Head, flags};
use crate::how::{How, Run};

/// A figure before and after the shocks.
pub type Both = (Figure, Figure);

/// What lies between the shocks and the costs.
pub struct Chain {
    /// Share of the supply that is left.
    pub supplied: Figure,
    /// USD per kg of Nd, Pr, Dy, Tb.
    pub oxides: [Both; 4],
    /// USD per kg of Nd, Pr, Dy, Tb.
    pub metals: [Both; 4],
    /// For each currency: factor of its rate, factor of the cost in it.
    pub rates: Vec<Both>,
    /// Factor of freight, duty and tax.
    pub customs: Figure,
    /// What follows for the two products.
    pub costs: Costs,
}

impl Chain {
    /// The chain as `x` reads the inputs.
    #[must_use]
    pub fn at(x: &Reading) -> Self {
        let before = Market::baseline(x);
        let after = before.after(&shocks::scenario(x));
        let one = Figure::exactly;
        let pairs = |of: fn(&Market) -> [f64; 4]| [0, 1, 2, 3].map(|i| (one(of(&before)[i]), one(of(&after)[i])));
        let rate = |c: &Currency| (one(after.rates[*c as usize].value()), one(after.passed[*c as usize].value()));
        Self {
            supplied: one(after.supplied.value()),
            oxides: pairs(|m| [m.oxides.nd.per_kg(), m.oxides.pr.per_kg(), m.oxides.dy.per_kg(), m.oxides.tb.per_kg()]),
            metals: pairs(|m| [m.metals.nd.per_kg(), m.metals.pr.per_kg(), m.metals.dy.per_kg(), m.metals.tb.per_kg()]),
            rates: Currency::ALL.iter().map(rate).collect(),
            customs: one(after.customs.value()),
            costs: Costs::at(x),
        }
    }

    /// The chain with its ranges.
    pub fn new<R: Run>(inputs: &Inputs, how: How<R>) -> Self {
        how.ranges(inputs, || Self::at)
    }
}

impl Ranges for Chain {
    fn each(&mut self, see: &mut dyn FnMut(&mut Figure)) {
        see(&mut self.supplied);
        for (a, b) in self.oxides.iter_mut().chain(&mut self.metals).chain(&mut self.rates) {
            see(a);
            see(b);
        }
        see(&mut self.customs);
        self.costs.each(see);
    }
}

/// From the shocks to the costs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Shock {
    /// How, of which version, of which inputs.
    #[serde(flatten)]
    pub head: Head,
    /// Share of the supply that is left.
    pub supply_left: Range,
    /// Prices of the oxides, USD per kg.
    pub oxide_usd_per_kg: Metals<Pair>,
    /// Prices of the metals, USD per kg.
    pub metal_usd_per_kg: Metals<Pair>,
    /// What happens to exchange rates, by currency.
    pub rates: BTreeMap<&'static str, RateFactors>,
    /// Factor of freight, duty and tax.
    pub customs_factor: Range,
    /// One EV motor and one wind turbine.
    #[serde(flatten)]
    pub products: Products,
    /// What a reader should know.
    pub flags: Vec<Flag>,
}

/// What happens to one exchange rate.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct RateFactors {
    /// Factor of the rate, in units of the currency per dollar.
    pub rate_factor: Range,
    /// Factor of a cost in the currency.
    pub cost_factor: Range,
}

impl Shock {
    /// The answer of a chain that was found for these inputs.
    pub fn of<R: Run>(inputs: &Inputs, how: How<R>, chain: &Chain, told: &[Told]) -> Self {
        let rate = |(rate, cost): &Both| RateFactors { rate_factor: (*rate).into(), cost_factor: (*cost).into() };
        Self {
            head: Head::of(inputs, how),
            supply_left: chain.supplied.into(),
            oxide_usd_per_kg: Metals::of(chain.oxides, Pair::from),
            metal_usd_per_kg: Metals::of(chain.metals, Pair::from),
            rates: Currency::ALL.iter().zip(&chain.rates).map(|(c, pair)| (c.key(), rate(pair))).collect(),
            customs_factor: chain.customs.into(),
            products: (&chain.costs).into(),
            flags: flags(told),
        }
    }
}
