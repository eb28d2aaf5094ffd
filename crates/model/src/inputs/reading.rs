//! The inputs as the formulas see them: typed, at the low, the central or the high end of their ranges, or as drawn.

use super::{Choices, Inputs};
use crate::data::{Param, Unit};
use crate::demand::Application;
use crate::shocks::Listed;
use crate::units::{
    Change, Factor, Fraction, GramsPerKilowatt, KgPerMegawatt, Kilowatts, Magnet, Mass, Megawatts, Money, Months,
    OxidePerMetal, Price, Rate, Share, Tonnes, Usd, Years,
};

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

/// Where the values come from.
#[derive(Debug, Clone, Copy)]
enum From<'a> {
    /// From the inputs, at one end of their ranges or in the middle.
    Case(Case),
    /// From a draw: one value a parameter, no number (NaN) where it has none.
    Draw(&'a [f64]),
}

/// The inputs as the formulas see them.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    inputs: &'a Inputs,
    from: From<'a>,
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
        Self { inputs, from: From::Case(case), instead: None, turned: 0 }
    }

    /// Reads the choices, units and shocks of `inputs` with values that were drawn: one a parameter, in the order of
    /// [`Param::ALL`], no number where a parameter has none.
    #[must_use]
    pub fn drawn(inputs: &'a Inputs, values: &'a [f64]) -> Self {
        Self { inputs, from: From::Draw(values), instead: None, turned: 0 }
    }

    /// The same draw or case of other inputs.
    #[must_use]
    pub fn over<'b>(&self, inputs: &'b Inputs) -> Reading<'b>
    where
        'a: 'b,
    {
        Reading { inputs, ..*self }
    }

    /// The inputs that are read.
    pub(crate) fn inputs(&self) -> &'a Inputs {
        self.inputs
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
        let case = match self.from {
            From::Case(case) => case,
            From::Draw(values) => return values.get(param as usize).copied().filter(|v| !v.is_nan()),
        };
        let spread = self.inputs.given(param);
        if (self.inputs.is_set(param) && spread.is_none()) || !spec.set {
            return self.inputs.get(param);
        }
        let (low, high) = spread.map_or((spec.low, spec.high), |s| {
            let (low, high) = s.ends();
            (low.max(spec.possible.min), high.min(spec.possible.max))
        });
        let turned = self.turned & (1 << param as u32) != 0;
        Some(match (case, if turned { -spec.raises } else { spec.raises }) {
            (Case::Low, 1) | (Case::High, -1) => low,
            (Case::High, 1) | (Case::Low, -1) => high,
            _ => self.inputs.get(param).unwrap_or(spec.central),
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

    /// A yearly mass of magnet; `None` where nobody gave one.
    #[must_use]
    pub fn tonnes(&self, param: Param) -> Option<Tonnes<Magnet>> {
        self.value(param, &[Unit::TPerYear]).map(Tonnes::raw)
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
    pub fn usd(&self, param: Param) -> Money<Usd> {
        Money::raw(self.number(param, &[Unit::UsdPerUnit]))
    }

    /// A part of a whole that may be left empty.
    #[must_use]
    pub fn optional_share(&self, param: Param) -> Option<Share> {
        self.value(param, &[Unit::Share]).map(Share::raw)
    }

    /// A number of months.
    #[must_use]
    pub fn months(&self, param: Param) -> Months {
        Months::raw(self.number(param, &[Unit::Month]))
    }

    /// A number of years.
    #[must_use]
    pub fn years(&self, param: Param) -> Years {
        Years::raw(self.number(param, &[Unit::Year]))
    }

    /// The shocks in force, in their order.
    #[must_use]
    pub fn listed(&self) -> Option<&'a [Listed]> {
        self.inputs.shocks.as_deref()
    }
}
