//! The market that shocks move: oxide and metal prices, exchange rates, what customs adds.

use super::{Listed, Shock, Terms};
use crate::cost::{self, MetalPrices, OxidePrices, Reduction};
use crate::inputs::{Buyer, Edition, Elements, Param, RateReading, Reading, Substance};
use crate::supply;
use crate::units::{Change, Factor, Months, Price, Share};

/// What a scenario moves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Market {
    /// Oxide prices, USD per kg of oxide.
    pub oxides: OxidePrices,
    /// Metal prices, USD per kg of metal.
    pub metals: MetalPrices,
    /// Factor on the rate of each currency, in the order of [`crate::inputs::Currency::ALL`].
    pub rates: [Factor; 4],
    /// Factor on a cost in each currency: what of the rate's change reaches the buyer.
    pub passed: [Factor; 4],
    /// Factor on the import value: freight, then duty, then tax.
    pub customs: Factor,
    /// What is left of the world's supply.
    pub supplied: Factor,
    reduction: Reduction,
    kappa: Factor,
    foreign: Share,
    buyer: Buyer,
    edition: Edition,
    own_part: Option<Share>,
    month: Months,
}

impl Market {
    /// The baseline: quoted oxide prices, metal prices that follow from them, unchanged rates.
    #[must_use]
    pub fn baseline(x: &Reading) -> Self {
        let reduction = Reduction::of(x);
        let oxides = cost::quoted_oxides(x);
        let choices = x.choices();
        Self {
            oxides,
            metals: reduction.metals(&oxides),
            rates: [Factor::ONE; 4],
            passed: [Factor::ONE; 4],
            customs: Factor::ONE,
            supplied: Factor::ONE,
            reduction,
            kappa: x.factor(Param::Kappa),
            foreign: x.share(Param::FxForeignShare),
            buyer: choices.buyer,
            edition: choices.edition,
            own_part: x.optional_share(Param::OutageSourceShare),
            month: x.months(Param::ShockMonth),
        }
    }

    /// The market after all shocks, in their order; those whose lag is longer than the months that have passed wait.
    #[must_use]
    pub fn after(self, shocks: &[Listed]) -> Self {
        shocks.iter().filter(|s| s.terms.lag <= self.month).fold(self, Self::with)
    }

    fn with(mut self, listed: &Listed) -> Self {
        let terms = &listed.terms;
        match listed.shock {
            Shock::Price { substance, usd_per_kg } => self.shift(substance, terms.reaching(usd_per_kg)),
            Shock::RelativePrice { elements, change } => {
                self.scale(elements, Change::raw(terms.reaching(change.change())).factor());
            }
            Shock::ExchangeRate { currency, reading, change } => {
                let (i, moved) = (currency as usize, rate_factor(reading, change));
                self.rates[i] = self.rates[i] * moved;
                self.passed[i] = self.passed[i] * pass_through(moved, self.foreign, terms.hedged, terms.passed);
            }
            Shock::Freight(x) | Shock::Tariff(x) | Shock::ImportVat(x) => {
                // Each is a share of the value with what came before it, so that the three factors multiply.
                self.customs = self.customs * Change::raw(terms.reaching(x.change())).factor();
            }
            Shock::Outage { stage, country, reading, share, months } => {
                let known = self.own_part.or_else(|| supply::share(self.edition, stage, country));
                let lost = supply::loss(known.unwrap_or_default(), share, months, reading);
                self.lose(Elements::All, lost, terms);
            }
            Shock::Control { elements, share } => {
                // Inside the country nothing is missing: the market splits.
                if self.buyer != Buyer::China {
                    self.lose(elements, share, terms);
                }
            }
            // Demand moves tonnes, not prices.
            Shock::Demand { .. } => {}
        }
        self
    }

    fn lose(&mut self, elements: Elements, lost: Share, terms: &Terms) {
        if lost.share() == 0.0 {
            return;
        }
        let factor = supply::price_factor(lost, self.kappa).value();
        self.supplied = self.supplied * Factor::from(lost.rest());
        self.scale(elements, Change::raw(terms.reaching(factor - 1.0)).factor());
    }

    fn shift(&mut self, substance: Substance, usd_per_kg: f64) {
        let (o, m, r) = (&mut self.oxides, &mut self.metals, &self.reduction);
        macro_rules! metal {
            ($e:ident) => {
                m.$e = m.$e + Price::raw(usd_per_kg)
            };
        }
        // An oxide's rise reaches the metal through the same reduction as its price.
        macro_rules! oxide {
            ($e:ident) => {{
                let rise = Price::raw(usd_per_kg);
                o.$e = o.$e + rise;
                m.$e = m.$e + cost::metal_price(rise, r.metal_per_oxide, r.$e, r.ndpr);
            }};
        }
        match substance {
            Substance::NdMetal => metal!(nd),
            Substance::DyMetal => metal!(dy),
            Substance::TbMetal => metal!(tb),
            Substance::NdPrMetal => {
                metal!(nd);
                metal!(pr);
            }
            Substance::NdOxide => oxide!(nd),
            Substance::DyOxide => oxide!(dy),
            Substance::TbOxide => oxide!(tb),
            Substance::NdPrOxide => {
                oxide!(nd);
                oxide!(pr);
            }
        }
    }

    fn scale(&mut self, elements: Elements, factor: Factor) {
        let (o, m) = (&mut self.oxides, &mut self.metals);
        let moves = |own: Elements, group: Elements| elements == Elements::All || elements == own || elements == group;
        macro_rules! times {
            ($e:ident) => {
                (o.$e, m.$e) = (o.$e * factor, m.$e * factor)
            };
        }
        if moves(Elements::Nd, Elements::Light) {
            times!(nd);
        }
        if moves(Elements::Pr, Elements::Light) {
            times!(pr);
        }
        if moves(Elements::Dy, Elements::Heavy) {
            times!(dy);
        }
        if moves(Elements::Tb, Elements::Heavy) {
            times!(tb);
        }
    }
}

/// The factor on a quoted rate: 1 + x where the quote rises by x, 1/(1 − x) where the currency loses x of its value.
///
/// Ten percent are 1.1 in the first reading and 1/0.9 = 1.111… in the second. `change` is below 1.
#[must_use]
pub fn rate_factor(reading: RateReading, change: Change) -> Factor {
    match reading {
        RateReading::Quote => change.factor(),
        RateReading::Value => Factor::new(1.0 / (1.0 - change.change())),
    }
}

/// The factor on a cost in local currency when the rate moves by `rate`: 1 + a·(1 − h)·p·(F − 1).
///
/// `foreign` a is the share of the cost paid in dollars, `hedged` h the part of it fixed in advance, `passed` p the
/// part of the change that reaches the buyer. With a = 1, h = 0, p = 1 the cost moves as the rate does.
#[must_use]
pub fn pass_through(rate: Factor, foreign: Share, hedged: Share, passed: Share) -> Factor {
    if rate == Factor::ONE {
        return Factor::ONE;
    }
    Factor::new(1.0 + foreign.share() * hedged.rest().share() * passed.share() * (rate.value() - 1.0))
}
