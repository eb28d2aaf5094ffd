//! What a reader may change: every parameter, every choice, every yearly number of units.
//!
//! A parameter that nobody touched has its default *with range*; one that was set is that value exactly.
//! [`Reading`] hands the formulas typed quantities, for the low, the central or the high case.

use std::collections::BTreeMap;

pub use crate::data::{Alloy, Param, Unit};
use crate::demand::Application;
use crate::error::Error;
use crate::units::{
    Change, Factor, Fraction, GramsPerKilowatt, KgPerMegawatt, Kilowatts, Magnet, Mass, Megawatts, OxidePerMetal,
    Price, Rate, Share, Usd,
};

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
        impl $name {
            /// All of them, the default marked in the enumeration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The key in links, files and commands.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }
        }
    };
}

choice!(
    /// How the magnet mass of a motor is given.
    MagnetBy {
        /// Kilograms per motor.
        #[default]
        Unit = "unit",
        /// Grams per kilowatt × kilowatts.
        Power = "power",
    }
);
choice!(
    /// How a turbine's generator is driven and excited.
    Drive {
        /// Permanent magnets, no gearbox.
        #[default]
        Direct = "direct",
        /// Permanent magnets behind a gearbox.
        Geared = "geared",
        /// Electrically excited or doubly fed: no magnets.
        NoMagnet = "none",
    }
);
choice!(
    /// Where the magnet maker buys.
    Buyer {
        /// Outside China, at the FOB China price, which contains Chinese VAT.
        #[default]
        Outside = "outside",
        /// In China: VAT is given back.
        China = "china",
        /// Outside China under export control: dysprosium and terbium at the European price.
        Controlled = "controlled",
    }
);
choice!(
    /// The substance that an absolute price shock is counted in.
    Substance {
        /// Neodymium metal.
        #[default]
        NdMetal = "nd-metal",
        /// Neodymium and praseodymium metal alike.
        NdPrMetal = "ndpr-metal",
        /// Dysprosium metal.
        DyMetal = "dy-metal",
        /// Terbium metal.
        TbMetal = "tb-metal",
        /// Neodymium oxide.
        NdOxide = "nd-oxide",
        /// Neodymium and praseodymium oxide alike.
        NdPrOxide = "ndpr-oxide",
        /// Dysprosium oxide.
        DyOxide = "dy-oxide",
        /// Terbium oxide.
        TbOxide = "tb-oxide",
    }
);
choice!(
    /// The elements that a relative price shock moves.
    Elements {
        /// All four.
        #[default]
        All = "all",
        /// Neodymium and praseodymium.
        Light = "light",
        /// Dysprosium and terbium.
        Heavy = "heavy",
    }
);
choice!(
    /// A currency other than the dollar.
    Currency {
        /// South Korean won.
        #[default]
        Krw = "krw",
        /// Chinese yuan.
        Cny = "cny",
        /// Euro.
        Eur = "eur",
        /// Japanese yen.
        Jpy = "jpy",
    }
);
choice!(
    /// What “ten percent” means for an exchange rate.
    RateReading {
        /// The currency loses that share of its value in dollars.
        #[default]
        Value = "value",
        /// The quoted rate (currency per dollar) rises by that much.
        Quote = "quote",
    }
);
choice!(
    /// The projection of electric-vehicle sales.
    Outlook {
        /// Stated policies.
        #[default]
        Steps = "steps",
        /// Announced pledges.
        Aps = "aps",
    }
);
choice!(
    /// The magnet that a composition belongs to.
    Use {
        /// The motor's magnet.
        #[default]
        Motor = "motor",
        /// The turbine's magnet.
        Turbine = "turbine",
        /// Every other magnet.
        Other = "other",
    }
);

impl Use {
    /// The parameters of neodymium, praseodymium, dysprosium and terbium.
    #[must_use]
    pub const fn fractions(self) -> [Param; 4] {
        match self {
            Self::Motor => [Param::EvWNd, Param::EvWPr, Param::EvWDy, Param::EvWTb],
            Self::Turbine => [Param::WindWNd, Param::WindWPr, Param::WindWDy, Param::WindWTb],
            Self::Other => [Param::OtherWNd, Param::OtherWPr, Param::OtherWDy, Param::OtherWTb],
        }
    }
}

/// Units that a reader may set for one application and year: more than there will ever be.
pub const MOST_UNITS: f64 = 1e12;

/// The parameters that are parts of one whole with `param`; `None` for one that stands alone.
fn whole(param: Param) -> Option<&'static [Param]> {
    const ALLOYS: [[Param; 4]; 3] = [Use::Motor.fractions(), Use::Turbine.fractions(), Use::Other.fractions()];
    const DRIVES: [[Param; 2]; 2] = [
        [Param::OnshoreDirectShare, Param::OnshoreGearedShare],
        [Param::OffshoreDirectShare, Param::OffshoreGearedShare],
    ];
    static WHOLES: [&[Param]; 5] = [&ALLOYS[0], &ALLOYS[1], &ALLOYS[2], &DRIVES[0], &DRIVES[1]];
    WHOLES.into_iter().find(|parts| parts.contains(&param))
}

/// What is chosen rather than measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choices {
    /// How the magnet mass of a motor is given.
    pub magnet_by: MagnetBy,
    /// The turbine's drive train.
    pub drive: Drive,
    /// Where the magnet maker buys.
    pub buyer: Buyer,
    /// Substance of the absolute price shock.
    pub substance: Substance,
    /// Elements of the relative price shock.
    pub elements: Elements,
    /// Currency of the exchange-rate shock.
    pub currency: Currency,
    /// Reading of the exchange-rate shock.
    pub reading: RateReading,
    /// Projection of electric-vehicle sales.
    pub outlook: Outlook,
}

/// All inputs of all calculators.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Inputs {
    set: BTreeMap<Param, f64>,
    units: BTreeMap<(Application, i32), f64>,
    /// What is chosen.
    pub choices: Choices,
}

impl Inputs {
    /// Sets a parameter to exactly `value`, in the parameter's unit.
    ///
    /// # Errors
    /// [`Error::Parameter`] for a value that makes no sense, [`Error::OverOne`] for parts that exceed their whole; the
    /// inputs are then unchanged. A value outside the evidence is accepted; [`Inputs::outside_evidence`] names it.
    pub fn set(&mut self, param: Param, value: f64) -> Result<(), Error> {
        let possible = param.spec().possible;
        let above = if possible.above_min { value > possible.min } else { value >= possible.min };
        if !(value.is_finite() && above && value <= possible.max) {
            return Err(Error::Parameter { param, value });
        }
        if let Some(parts) = whole(param) {
            let others: f64 = parts.iter().filter(|p| **p != param).map(|p| self.most(*p)).sum();
            if others + value > 1.0 {
                return Err(Error::OverOne { param, value, room: (1.0 - others).max(0.0) });
            }
        }
        self.set.insert(param, value);
        Ok(())
    }

    /// Gives a parameter its default, with its range, again.
    ///
    /// Where the default no longer fits beside the other parts of its whole, those are given theirs too.
    pub fn reset(&mut self, param: Param) {
        self.set.remove(&param);
        if let Some(parts) = whole(param)
            && parts.iter().map(|p| self.most(*p)).sum::<f64>() > 1.0
        {
            self.set.retain(|p, _| !parts.contains(p));
        }
    }

    /// The highest value that a parameter has in any case.
    fn most(&self, param: Param) -> f64 {
        self.set.get(&param).copied().unwrap_or(param.spec().high)
    }

    /// The value in force; `None` for a parameter without default that nobody filled.
    #[must_use]
    pub fn get(&self, param: Param) -> Option<f64> {
        let spec = param.spec();
        self.set.get(&param).copied().or_else(|| spec.set.then_some(spec.central))
    }

    /// Whether a reader has set the parameter.
    #[must_use]
    pub fn is_set(&self, param: Param) -> bool {
        self.set.contains_key(&param)
    }

    /// Gives the magnet for `used` the composition `alloy`.
    pub fn choose_alloy(&mut self, used: Use, alloy: Alloy) {
        let row = alloy.row();
        let shares = [row.nd, row.pr, row.dy, row.tb];
        let params = used.fractions();
        self.set.retain(|p, _| !params.contains(p));
        // The default composition comes with its range; any other is exactly what was chosen.
        if params.map(|p| p.spec().central) != shares {
            self.set.extend(params.into_iter().zip(shares));
        }
    }

    /// The composition whose fractions are in force; `None` where they are a reader's own.
    #[must_use]
    pub fn alloy(&self, used: Use) -> Option<Alloy> {
        let now = used.fractions().map(|p| self.get(p));
        Alloy::ALL.into_iter().find(|a| {
            let row = a.row();
            now == [row.nd, row.pr, row.dy, row.tb].map(Some)
        })
    }

    /// Sets the units of one application in one year: vehicles, MW, robots, pieces; `None` takes them back.
    ///
    /// # Errors
    /// [`Error::Units`] for a number that is not finite, negative, or above [`MOST_UNITS`].
    pub fn set_units(&mut self, application: Application, year: i32, units: Option<f64>) -> Result<(), Error> {
        match units {
            Some(value) if (0.0..=MOST_UNITS).contains(&value) => {
                self.units.insert((application, year), value);
            }
            Some(value) => return Err(Error::Units { application, value }),
            None => {
                self.units.remove(&(application, year));
            }
        }
        Ok(())
    }

    /// The units that a reader has set for one application in one year.
    #[must_use]
    pub fn units(&self, application: Application, year: i32) -> Option<f64> {
        self.units.get(&(application, year)).copied()
    }

    /// The parameters whose value lies outside all evidence.
    pub fn outside_evidence(&self) -> impl Iterator<Item = Param> + '_ {
        self.set.iter().filter_map(|(param, value)| {
            let (low, high) = param.spec().evidence;
            (*value < low || *value > high).then_some(*param)
        })
    }
}

/// Which end of the ranges is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// Every untouched input at the end that makes the answer small.
    Low,
    /// Every input at its value or default.
    Central,
    /// Every untouched input at the end that makes the answer large.
    High,
}

/// The inputs as one case of the formulas sees them.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    inputs: &'a Inputs,
    case: Case,
    instead: Option<(Param, f64)>,
    /// One bit a parameter: those that are read at the other end of their range.
    turned: u128,
}

// A parameter more than there are bits would be read at the wrong end without a word.
const _: () = assert!(Param::ALL.len() <= 128);

impl<'a> Reading<'a> {
    /// Reads `inputs` for one case.
    #[must_use]
    pub fn new(inputs: &'a Inputs, case: Case) -> Self {
        Self { inputs, case, instead: None, turned: 0 }
    }

    /// The same with `value` in place of one parameter: a point of a response curve.
    #[must_use]
    pub fn with(self, param: Param, value: f64) -> Self {
        Self { instead: Some((param, value)), ..self }
    }

    /// The same with one parameter at the other end of its range.
    #[must_use]
    pub fn turn(self, param: Param) -> Self {
        Self { turned: self.turned ^ (1 << param as u32), ..self }
    }

    /// The choices in force.
    #[must_use]
    pub fn choices(&self) -> Choices {
        self.inputs.choices
    }

    /// The units that a reader has set.
    #[must_use]
    pub fn units(&self, application: Application, year: i32) -> Option<f64> {
        self.inputs.units(application, year)
    }

    fn value(&self, param: Param, units: &[Unit]) -> Option<f64> {
        let spec = param.spec();
        debug_assert!(units.contains(&spec.unit), "{} is kept in {}", spec.key, spec.unit.key());
        if let Some((_, value)) = self.instead.filter(|(p, _)| *p == param) {
            return Some(value);
        }
        if self.inputs.is_set(param) || !spec.set {
            return self.inputs.get(param);
        }
        let turned = self.turned & (1 << param as u32) != 0;
        Some(match (self.case, if turned { -spec.raises } else { spec.raises }) {
            (Case::Low, 1) | (Case::High, -1) => spec.low,
            (Case::High, 1) | (Case::Low, -1) => spec.high,
            _ => spec.central,
        })
    }

    fn number(&self, param: Param, units: &[Unit]) -> f64 {
        self.value(param, units).unwrap_or(0.0)
    }

    /// A part of a whole.
    #[must_use]
    pub fn share(&self, param: Param) -> Share {
        Share::raw(self.number(param, &[Unit::Share, Unit::SharePerYear]))
    }

    /// A mass fraction of the magnet.
    #[must_use]
    pub fn fraction<E>(&self, param: Param) -> Fraction<E> {
        Fraction::raw(self.number(param, &[Unit::Share]))
    }

    /// A magnet mass per unit; `None` where no source gives one and nobody filled it.
    #[must_use]
    pub fn mass(&self, param: Param) -> Option<Mass<Magnet>> {
        self.value(param, &[Unit::Kg]).map(Mass::raw)
    }

    /// A price in dollars.
    #[must_use]
    pub fn price<S>(&self, param: Param) -> Price<Usd, S> {
        Price::raw(self.number(param, &[Unit::UsdPerKg]))
    }

    /// A relative change.
    #[must_use]
    pub fn change(&self, param: Param) -> Change {
        Change::raw(self.number(param, &[Unit::Change]))
    }

    /// A yearly growth; `None` where nobody gave one.
    #[must_use]
    pub fn growth(&self, param: Param) -> Option<Change> {
        self.value(param, &[Unit::ChangePerYear]).map(Change::raw)
    }

    /// A plain ratio.
    #[must_use]
    pub fn factor(&self, param: Param) -> Factor {
        Factor::new(self.number(param, &[Unit::Ratio]))
    }

    /// Kilograms of oxide per kilogram of metal.
    #[must_use]
    pub fn oxide_per_metal<E>(&self, param: Param) -> OxidePerMetal<E> {
        OxidePerMetal::raw(self.number(param, &[Unit::KgOxidePerKgMetal]))
    }

    /// An exchange rate.
    #[must_use]
    pub fn rate<C>(&self, param: Param) -> Rate<C> {
        Rate::raw(self.number(param, &[Unit::KrwPerUsd, Unit::CnyPerUsd, Unit::EurPerUsd, Unit::JpyPerUsd]))
    }

    /// Motor power.
    #[must_use]
    pub fn kilowatts(&self, param: Param) -> Kilowatts {
        Kilowatts::raw(self.number(param, &[Unit::Kw]))
    }

    /// Turbine power.
    #[must_use]
    pub fn megawatts(&self, param: Param) -> Megawatts {
        Megawatts::raw(self.number(param, &[Unit::Mw]))
    }

    /// Magnet mass per motor power.
    #[must_use]
    pub fn grams_per_kilowatt(&self, param: Param) -> GramsPerKilowatt {
        GramsPerKilowatt::raw(self.number(param, &[Unit::GPerKw]))
    }

    /// Magnet mass per turbine power.
    #[must_use]
    pub fn kg_per_megawatt(&self, param: Param) -> KgPerMegawatt {
        KgPerMegawatt::raw(self.number(param, &[Unit::KgPerMw]))
    }

    /// Dollars per unit.
    #[must_use]
    pub fn usd(&self, param: Param) -> crate::units::Money<Usd> {
        crate::units::Money::raw(self.number(param, &[Unit::UsdPerUnit]))
    }
}
