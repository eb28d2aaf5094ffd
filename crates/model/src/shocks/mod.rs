//! A scenario: an ordered list of shocks on a dated baseline. An empty list gives the baseline, bit for bit.
//!
//! Order matters where shocks multiply: an absolute rise first and a relative one after it move the risen price.
//! Each shock states what of it reaches the buyer ([`Terms`]): pass-through, hedge, and the months until it does.
//! Lives here: what a shock is, and the list that the parameters stand for. [`market`](self::Market) applies the list,
//! [`text`](Listed) reads and writes shocks as commands and files do.

mod market;
pub mod text;

use crate::demand::Application;
use crate::inputs::{Country, Currency, Elements, OutageReading, Param, RateReading, Reading, Stage, Substance};
use crate::units::{Change, Months, Share};

pub use market::{Market, pass_through, rate_factor};

/// Shocks that a list may hold: enough for any story, few enough that no price overflows.
pub const MOST_SHOCKS: usize = 8;

/// One shock.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shock {
    /// A price rises by so many USD per kg *of the named substance*.
    Price {
        /// Metal or oxide, of one or of two elements.
        substance: Substance,
        /// USD per kg of that substance; negative for a fall.
        usd_per_kg: f64,
    },
    /// Prices are multiplied by 1 + x.
    RelativePrice {
        /// The elements that move.
        elements: Elements,
        /// x.
        change: Change,
    },
    /// A currency moves against the dollar.
    ExchangeRate {
        /// The currency that moves.
        currency: Currency,
        /// What the percentage means.
        reading: RateReading,
        /// Positive where dollars become dearer; below 1.
        change: Change,
    },
    /// Freight, as a share of the import value.
    Freight(Change),
    /// Duty, as a share of the value with freight.
    Tariff(Change),
    /// Import tax, as a share of the value with freight and duty.
    ImportVat(Change),
    /// A supplier stops.
    Outage {
        /// Where on the way from ore to magnet.
        stage: Stage,
        /// Who.
        country: Country,
        /// What `share` is a share of.
        reading: OutageReading,
        /// What is lost.
        share: Share,
        /// For how long.
        months: Months,
    },
    /// An export control: the market outside China loses supply, inside nothing changes.
    Control {
        /// The elements under control.
        elements: Elements,
        /// What the outside loses.
        share: Share,
    },
    /// One application needs more or less.
    Demand {
        /// Which one.
        application: Application,
        /// What of it changes.
        lever: Lever,
        /// By how much; not below −1.
        change: Change,
    },
}

crate::inputs::choice!(
    /// What of an application's demand changes.
    Lever {
        /// The number of units.
        #[default]
        Units = "units",
        /// The magnet in each.
        Intensity = "intensity",
        /// The share with permanent magnets.
        Magnets = "magnets",
    }
);

/// What of a shock reaches the buyer, and when.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Terms {
    /// Share that is passed on.
    pub passed: Share,
    /// Share that was fixed in advance.
    pub hedged: Share,
    /// Months until the shock reaches the cost.
    pub lag: Months,
}

impl Default for Terms {
    /// All of it, at once.
    fn default() -> Self {
        Self { passed: Share::raw(1.0), hedged: Share::default(), lag: Months::default() }
    }
}

impl Terms {
    /// The part of a change that reaches the buyer: x · (1 − h) · p.
    fn reaching(&self, change: f64) -> f64 {
        change * self.hedged.rest().share() * self.passed.share()
    }
}

/// A shock in a list, with its terms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Listed {
    /// The shock.
    pub shock: Shock,
    /// What of it reaches the buyer.
    pub terms: Terms,
}

impl From<Shock> for Listed {
    fn from(shock: Shock) -> Self {
        Self { shock, terms: Terms::default() }
    }
}

/// The shocks in force.
///
/// A list that was given counts as it is. Without one the parameters stand for one shock of each kind, in this order:
/// outage, absolute price, relative price, exchange rate, freight, duty, import tax; those of zero are left out.
#[must_use]
pub fn scenario(x: &Reading) -> Vec<Listed> {
    if let Some(listed) = x.listed() {
        return listed.to_vec();
    }
    let choices = x.choices();
    let lag = x.months(Param::ShockLag);
    let price = Terms { passed: x.share(Param::PricePassThrough), hedged: x.share(Param::PriceHedged), lag };
    let rate = Terms { passed: x.share(Param::FxPassThrough), hedged: x.share(Param::FxHedged), lag };
    let border = Terms { lag, ..Terms::default() };
    let usd_per_kg = x.price::<()>(Param::ShockPriceAbs).per_kg();
    let lost = x.share(Param::OutageShare);
    let mut shocks = Vec::with_capacity(MOST_SHOCKS);
    if lost.share() != 0.0 {
        let (stage, country, reading) = (choices.stage, choices.country, choices.outage);
        let months = x.months(Param::OutageMonths);
        shocks.push(Listed { shock: Shock::Outage { stage, country, reading, share: lost, months }, terms: price });
    }
    if usd_per_kg != 0.0 {
        shocks.push(Listed { shock: Shock::Price { substance: choices.substance, usd_per_kg }, terms: price });
    }
    let changes = [
        (x.change(Param::ShockPriceRel), price),
        (x.change(Param::ShockFx), rate),
        (x.change(Param::ShockFreight), border),
        (x.change(Param::ShockTariff), border),
        (x.change(Param::ShockImportVat), border),
    ];
    for (i, (change, terms)) in changes.into_iter().enumerate().filter(|(_, (c, _))| c.change() != 0.0) {
        let shock = match i {
            0 => Shock::RelativePrice { elements: choices.elements, change },
            1 => Shock::ExchangeRate { currency: choices.currency, reading: choices.reading, change },
            2 => Shock::Freight(change),
            3 => Shock::Tariff(change),
            _ => Shock::ImportVat(change),
        };
        shocks.push(Listed { shock, terms });
    }
    shocks
}

/// The factor on one lever of an application's demand by the shocks in force.
#[must_use]
pub fn on_demand(x: &Reading, wanted: Application, on: Lever) -> f64 {
    let Some(listed) = x.listed() else { return 1.0 };
    let month = x.months(Param::ShockMonth);
    let mut factor = 1.0;
    for s in listed.iter().filter(|s| s.terms.lag <= month) {
        if let Shock::Demand { application, lever, change } = s.shock
            && (application, lever) == (wanted, on)
        {
            factor *= 1.0 + s.terms.reaching(change.change());
        }
    }
    factor
}
