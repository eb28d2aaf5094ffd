//! A scenario: an ordered list of shocks on a dated baseline. An empty list gives the baseline, bit for bit.
//!
//! Order matters where shocks multiply: an absolute rise first and a relative one after it move the risen price.
//! Not here (yet): tariffs, freight, loss of supply and demand, which `model.md` section 3 also lists.

use crate::cost::{self, MetalPrices, OxidePrices, Reduction};
use crate::inputs::{Currency, Elements, Param, RateReading, Reading, Substance};
use crate::units::{Change, Factor, Price, Share};

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
}

/// What a scenario moves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Market {
    /// Oxide prices, USD per kg of oxide.
    pub oxides: OxidePrices,
    /// Metal prices, USD per kg of metal.
    pub metals: MetalPrices,
    /// Factor on the rate of each currency, in the order of [`Currency::ALL`].
    pub rates: [Factor; 4],
    reduction: Reduction,
}

impl Market {
    /// The baseline: quoted oxide prices, metal prices that follow from them, unchanged rates.
    #[must_use]
    pub fn baseline(x: &Reading) -> Self {
        let reduction = Reduction::of(x);
        let oxides = cost::quoted_oxides(x);
        Self { oxides, metals: reduction.metals(&oxides), rates: [Factor::ONE; 4], reduction }
    }

    /// The market after all shocks, in their order.
    #[must_use]
    pub fn after(self, shocks: &[Shock]) -> Self {
        shocks.iter().fold(self, Self::with)
    }

    fn with(mut self, shock: &Shock) -> Self {
        match *shock {
            Shock::Price { substance, usd_per_kg } => self.shift(substance, usd_per_kg),
            Shock::RelativePrice { elements, change } => self.scale(elements, change.factor()),
            Shock::ExchangeRate { currency, reading, change } => {
                let rate = &mut self.rates[currency as usize];
                *rate = *rate * rate_factor(reading, change);
            }
        }
        self
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
        if elements != Elements::Heavy {
            (o.nd, o.pr, m.nd, m.pr) = (o.nd * factor, o.pr * factor, m.nd * factor, m.pr * factor);
        }
        if elements != Elements::Light {
            (o.dy, o.tb, m.dy, m.tb) = (o.dy * factor, o.tb * factor, m.dy * factor, m.tb * factor);
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

/// The shocks of the inputs: absolute price, relative price, exchange rate, in this order; those of zero left out.
#[must_use]
pub fn scenario(x: &Reading) -> Vec<Shock> {
    let choices = x.choices();
    let usd_per_kg = x.price::<()>(Param::ShockPriceAbs).per_kg();
    let (prices, rate) = (x.change(Param::ShockPriceRel), x.change(Param::ShockFx));
    let mut shocks = Vec::with_capacity(3);
    if usd_per_kg != 0.0 {
        shocks.push(Shock::Price { substance: choices.substance, usd_per_kg });
    }
    if prices.change() != 0.0 {
        shocks.push(Shock::RelativePrice { elements: choices.elements, change: prices });
    }
    if rate.change() != 0.0 {
        shocks.push(Shock::ExchangeRate { currency: choices.currency, reading: choices.reading, change: rate });
    }
    shocks
}
