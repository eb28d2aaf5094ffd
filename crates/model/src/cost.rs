//! What a magnet costs, and what it costs in a motor and in a turbine.
//!
//! ```text
//! metal price       P_met(e) = f · P_ox(e) · s(e) / s(NdPr)          [`metal_price`]
//! gross factor      k        = 1/u − r·(1/u − 1)                     [`gross_factor`]
//! rare earths       c_RE     = k · Σ w(e) · P_met(e)                 [`rare_earths`]
//! everything else   c_other  = c_RE,base · (1 − σ)/σ                 [`everything_else`]
//! product           C        = m · (c_RE + c_other)                  [`Build::of`]
//! ```
//!
//! Assumption: what is not rare earth keeps its cost in money when a price moves (`model.md` section 2).

use crate::inputs::{Buyer, Drive, MagnetBy, Param, Reading};
use crate::units::{
    Dy, Factor, Fraction, Magnet, Mass, Metal, Money, Nd, NdPr, Oxide, OxidePerMetal, Pr, Price, Share, Tb, Usd,
};

/// Something of each of the four rare earths that a magnet is priced by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Four<A, B, C, D> {
    /// Neodymium.
    pub nd: A,
    /// Praseodymium.
    pub pr: B,
    /// Dysprosium.
    pub dy: C,
    /// Terbium.
    pub tb: D,
}

/// Mass fractions of the four metals in a finished magnet.
pub type Recipe = Four<Fraction<Nd>, Fraction<Pr>, Fraction<Dy>, Fraction<Tb>>;

/// Prices of the four metals, per kg of that metal.
pub type MetalPrices = Four<Price<Usd, Metal<Nd>>, Price<Usd, Metal<Pr>>, Price<Usd, Metal<Dy>>, Price<Usd, Metal<Tb>>>;

/// Prices of the four oxides, per kg of that oxide.
pub type OxidePrices = Four<Price<Usd, Oxide<Nd>>, Price<Usd, Oxide<Pr>>, Price<Usd, Oxide<Dy>>, Price<Usd, Oxide<Tb>>>;

/// Masses of the four metals.
pub type Metals = Four<Mass<Metal<Nd>>, Mass<Metal<Pr>>, Mass<Metal<Dy>>, Mass<Metal<Tb>>>;

/// What turns an oxide price into a metal price: the observed ratio f for NdPr and the stoichiometry of each element.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reduction {
    /// NdPr metal price over NdPr oxide price, both per kg of their own substance.
    pub metal_per_oxide: Factor,
    /// Neodymium.
    pub nd: OxidePerMetal<Nd>,
    /// Praseodymium.
    pub pr: OxidePerMetal<Pr>,
    /// Dysprosium.
    pub dy: OxidePerMetal<Dy>,
    /// Terbium.
    pub tb: OxidePerMetal<Tb>,
    /// NdPr oxide.
    pub ndpr: OxidePerMetal<NdPr>,
}

impl Reduction {
    /// Reads the inputs.
    #[must_use]
    pub fn of(x: &Reading) -> Self {
        let (nd, pr) = (x.oxide_per_metal(Param::OxidePerMetalNd), x.oxide_per_metal(Param::OxidePerMetalPr));
        Self {
            metal_per_oxide: x.factor(Param::ProcessMetalPerOxide),
            nd,
            pr,
            dy: x.oxide_per_metal(Param::OxidePerMetalDy),
            tb: x.oxide_per_metal(Param::OxidePerMetalTb),
            ndpr: ndpr_oxide_per_metal(nd, pr, x.share(Param::Nd2o3InNdprOxide)),
        }
    }

    /// Metal prices for oxide prices.
    #[must_use]
    pub fn metals(&self, oxides: &OxidePrices) -> MetalPrices {
        let f = self.metal_per_oxide;
        Four {
            nd: metal_price(oxides.nd, f, self.nd, self.ndpr),
            pr: metal_price(oxides.pr, f, self.pr, self.ndpr),
            dy: metal_price(oxides.dy, f, self.dy, self.ndpr),
            tb: metal_price(oxides.tb, f, self.tb, self.ndpr),
        }
    }
}

/// s(NdPr): kg of NdPr oxide per kg of NdPr metal, from the Nd2O3 share of the oxide by mass.
///
/// With 75 % Nd2O3, 1 kg of oxide holds 0.75/1.16638 + 0.25/1.20816 = 0.84994 kg of metal: s = 1.17655.
#[must_use]
pub fn ndpr_oxide_per_metal(nd: OxidePerMetal<Nd>, pr: OxidePerMetal<Pr>, nd2o3: Share) -> OxidePerMetal<NdPr> {
    OxidePerMetal::raw(1.0 / (nd2o3.share() / nd.ratio() + nd2o3.rest().share() / pr.ratio()))
}

/// P_met(e) = f · P_ox(e) · s(e)/s(NdPr), per kg of metal in the currency of the oxide price.
///
/// Assumption: making metal costs the same share of the oxide's value for every element as for NdPr.
/// An oxide at 80 per kg, f = 1.25 and s(e) = s(NdPr) give a metal at 100 per kg.
#[must_use]
pub fn metal_price<C, E>(
    oxide: Price<C, Oxide<E>>,
    f: Factor,
    s: OxidePerMetal<E>,
    s_ndpr: OxidePerMetal<NdPr>,
) -> Price<C, Metal<E>> {
    Price::raw(f.value() * oxide.per_kg() * s.ratio() / s_ndpr.ratio())
}

/// k = 1/u − r·(1/u − 1): kg of metal bought per kg that ends in the magnet.
///
/// `utilisation` u is kg of finished magnet per kg of alloy, above 0; `recovered` r the share of the rare earths in the
/// swarf that comes back. With u = 0.5 and r = 0 twice the metal is bought; with r = 1 none is lost.
#[must_use]
pub fn gross_factor(utilisation: Share, recovered: Share) -> Factor {
    let bought = 1.0 / utilisation.share();
    Factor::new(bought - recovered.share() * (bought - 1.0))
}

/// c_RE by element: what the rare earths in one kilogram of magnet cost, times k.
///
/// 30 % Nd at 100 USD/kg and k = 1 is 30 USD per kg of magnet.
#[must_use]
pub fn rare_earths(recipe: &Recipe, metals: &MetalPrices, k: Factor) -> [Price<Usd, Magnet>; 4] {
    [metals.nd * recipe.nd * k, metals.pr * recipe.pr * k, metals.dy * recipe.dy * k, metals.tb * recipe.tb * k]
}

/// c_other = c_RE,base · (1 − σ)/σ: everything that is not rare earth, fixed in money at the baseline.
///
/// `share` σ is the rare earths' share of production cost, above 0. With σ = 0.5 the rest costs as much again.
#[must_use]
pub fn everything_else(base: Price<Usd, Magnet>, share: Share) -> Price<Usd, Magnet> {
    base * Factor::new(share.rest().share() / share.share())
}

/// What the magnets of one product cost, part by part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Build {
    /// Neodymium, praseodymium, dysprosium, terbium, gross.
    pub metals: [Money<Usd>; 4],
    /// Everything else.
    pub other: Money<Usd>,
    /// Freight, duty and import tax.
    pub customs: Money<Usd>,
}

impl Build {
    /// C = m · c_mag, by part.
    #[must_use]
    pub fn of(mass: Mass<Magnet>, rare_earths: [Price<Usd, Magnet>; 4], other: Price<Usd, Magnet>) -> Self {
        Self { metals: rare_earths.map(|c| c * mass), other: other * mass, customs: Money::default() }
    }

    /// The same with what is added at the border: a factor of 1.1 adds a tenth of the value.
    #[must_use]
    pub fn imported(self, factor: Factor) -> Self {
        Self { customs: self.total() * Factor::new(factor.value() - 1.0), ..self }
    }

    /// The rare earths together.
    #[must_use]
    pub fn rare_earths(&self) -> Money<Usd> {
        sum(self.metals)
    }

    /// The magnets.
    #[must_use]
    pub fn total(&self) -> Money<Usd> {
        self.rare_earths() + self.other + self.customs
    }
}

/// The sum of a list of like quantities, from left to right.
pub(crate) fn sum<Q: Copy + Default + core::ops::Add<Output = Q>, const N: usize>(parts: [Q; N]) -> Q {
    parts.into_iter().fold(Q::default(), |a, b| a + b)
}

/// Oxide prices as the chosen buyer finds them quoted, Chinese VAT included.
#[must_use]
pub fn quoted_oxides(x: &Reading) -> OxidePrices {
    let controlled = x.choices().buyer == Buyer::Controlled;
    let heavy = |normal, europe| if controlled { europe } else { normal };
    Four {
        nd: x.price(Param::PriceNdOxide),
        pr: x.price(Param::PricePrOxide),
        dy: x.price(heavy(Param::PriceDyOxide, Param::PriceDyOxideEurope)),
        tb: x.price(heavy(Param::PriceTbOxide, Param::PriceTbOxideEurope)),
    }
}

/// Metal prices as the chosen buyer pays them: a maker in China gets the VAT back.
///
/// A shock moves the quoted price; of a rise of 113 the maker in China pays 100.
#[must_use]
pub fn paid(x: &Reading, quoted: &MetalPrices) -> MetalPrices {
    let vat = if x.choices().buyer == Buyer::China { x.share(Param::MarketVat) } else { Share::default() };
    Four {
        nd: quoted.nd.without_vat(vat),
        pr: quoted.pr.without_vat(vat),
        dy: quoted.dy.without_vat(vat),
        tb: quoted.tb.without_vat(vat),
    }
}

/// The composition from four parameters, in the order Nd, Pr, Dy, Tb.
#[must_use]
pub fn recipe(x: &Reading, [nd, pr, dy, tb]: [Param; 4]) -> Recipe {
    Four { nd: x.fraction(nd), pr: x.fraction(pr), dy: x.fraction(dy), tb: x.fraction(tb) }
}

/// Metals contained in a magnet.
#[must_use]
pub fn contained(magnet: Mass<Magnet>, recipe: &Recipe) -> Metals {
    Four { nd: magnet * recipe.nd, pr: magnet * recipe.pr, dy: magnet * recipe.dy, tb: magnet * recipe.tb }
}

/// k from the inputs.
#[must_use]
pub fn gross(x: &Reading) -> Factor {
    gross_factor(x.share(Param::ProcessUtilisation), x.share(Param::ProcessSwarfRecovery))
}

/// Magnet mass of one motor: kg, or kW × g/kW. 50 kW at 40 g/kW is 2 kg.
#[must_use]
pub fn motor_magnet(x: &Reading) -> Mass<Magnet> {
    match x.choices().magnet_by {
        MagnetBy::Unit => x.mass(Param::EvMagnetKg).unwrap_or_default(),
        MagnetBy::Power => x.kilowatts(Param::EvPowerKw) * x.grams_per_kilowatt(Param::EvGPerKw),
    }
}

/// Magnet mass of one turbine: MW × kg/MW of its drive train. 3 MW at 700 kg/MW is 2,100 kg.
#[must_use]
pub fn turbine_magnet(x: &Reading) -> Mass<Magnet> {
    let per_mw = match x.choices().drive {
        Drive::Direct => x.kg_per_megawatt(Param::WindKgPerMwDirect),
        Drive::Geared => x.kg_per_megawatt(Param::WindKgPerMwGeared),
        Drive::NoMagnet => return Mass::default(),
    };
    x.megawatts(Param::WindMw) * per_mw
}
