//! What a reader may change: every parameter, every choice, every yearly number of units.
//!
//! A parameter that nobody touched has its default *with range*; one that was set is that value exactly, or the range
//! that the reader gave ([`Spread`]).
//! [`Reading`] hands the formulas typed quantities, for the low, the central or the high case.

pub mod assign;
mod choices;
pub mod correlation;
mod country;
mod few;
mod reading;
mod spread;
pub mod text;

pub use crate::data::{Alloy, Elasticity, Param, Unit};
use crate::demand::Application;
use crate::distribution::Distribution;
use crate::error::Error;
use crate::shocks::Listed;

pub use assign::Key;
pub(crate) use choices::choice;
pub use choices::{
    Buyer, Choices, Currency, Drive, Edition, Elements, Importer, MagnetBy, OutageReading, Outlook, RateReading, Stage,
    Substance, Use,
};
pub use country::Country;
use few::Few;
pub use reading::{Case, Reading};
pub use spread::Spread;

/// Units that a reader may set for one application and year: more than there will ever be.
pub const MOST_UNITS: f64 = 1e12;

/// How far two workings of one figure may lie apart, as a share of it.
const SAME: f64 = 1e-12;

/// The parameters that are parts of one whole with `param`; `None` for one that stands alone.
pub(crate) fn whole(param: Param) -> Option<&'static [Param]> {
    const ALLOYS: [[Param; 4]; 3] = [Use::Motor.fractions(), Use::Turbine.fractions(), Use::Other.fractions()];
    const DRIVES: [[Param; 2]; 2] = [
        [Param::OnshoreDirectShare, Param::OnshoreGearedShare],
        [Param::OffshoreDirectShare, Param::OffshoreGearedShare],
    ];
    static WHOLES: [&[Param]; 5] = [&ALLOYS[0], &ALLOYS[1], &ALLOYS[2], &DRIVES[0], &DRIVES[1]];
    WHOLES.into_iter().find(|parts| parts.contains(&param))
}

/// Whether a value makes sense for a parameter at all.
fn possible(param: Param, value: f64) -> Result<(), Error> {
    let possible = param.spec().possible;
    let above = if possible.above_min { value > possible.min } else { value >= possible.min };
    if value.is_finite() && above && value <= possible.max { Ok(()) } else { Err(Error::Parameter { param, value }) }
}

/// All inputs of all calculators.
#[derive(Debug, Clone, PartialEq)]
pub struct Inputs {
    /// Zero where nothing is set, so that equal inputs compare equal.
    values: [f64; Param::ALL.len()],
    /// One bit a parameter: those that are set.
    set: u128,
    /// The ranges that a reader gave; their middles stand in `values`.
    spreads: Few<Param, Spread>,
    units: Few<(Application, i32), f64>,
    /// What is chosen.
    pub choices: Choices,
    /// The shocks; `None` builds one of each kind from the parameters, an empty list is the baseline.
    pub shocks: Option<Vec<Listed>>,
}

// A parameter more than there are bits would be set without a word.
const _: () = assert!(Param::ALL.len() <= 128);

impl Default for Inputs {
    fn default() -> Self {
        Self {
            values: [0.0; Param::ALL.len()],
            set: 0,
            spreads: Few::new(),
            units: Few::new(),
            choices: Choices::default(),
            shocks: None,
        }
    }
}

impl Inputs {
    /// Sets a parameter to exactly `value`, in the parameter's unit.
    ///
    /// # Errors
    /// [`Error::Parameter`] for a value that makes no sense, [`Error::OverOne`] for parts that exceed their whole; the
    /// inputs are then unchanged. A value outside the evidence is accepted; [`Inputs::outside_evidence`] names it.
    pub fn set(&mut self, param: Param, value: f64) -> Result<(), Error> {
        possible(param, value)?;
        self.has_room(param, value)?;
        if let Some(place) = correlation::PARAMS.iter().position(|p| *p == param) {
            let mut all = correlation::read(self);
            all[place] = Some(value);
            if correlation::triangle(&all).is_none() {
                return Err(Error::Correlation { param, value });
            }
        }
        self.put(param, value);
        Ok(())
    }

    /// Gives a parameter a range.
    ///
    /// # Errors
    /// As [`Inputs::set`] for each of its values, and [`Error::Spread`] for numbers out of order, for a part of a whole
    /// whose range has no ends, and for a correlation, which is one number. The inputs are then unchanged.
    pub fn spread(&mut self, param: Param, spread: Spread) -> Result<(), Error> {
        let bound = whole(param).is_some() && !spread.has_ends();
        if bound || !spread.makes_sense() || correlation::PARAMS.contains(&param) {
            return Err(Error::Spread { param, text: spread.to_string() });
        }
        spread.values().try_for_each(|value| possible(param, value))?;
        self.has_room(param, spread.ends().1)?;
        self.put(param, spread.distribution().central());
        self.spreads.put(param, Some(spread));
        Ok(())
    }

    /// Whether a part fits beside the other parts of its whole.
    fn has_room(&self, param: Param, value: f64) -> Result<(), Error> {
        if let Some(parts) = whole(param) {
            let others: f64 = parts.iter().filter(|p| **p != param).map(|p| self.most(*p)).sum();
            if others + value > 1.0 {
                return Err(Error::OverOne { param, value, room: (1.0 - others).max(0.0) });
            }
        }
        Ok(())
    }

    /// Keeps a value that has been checked.
    fn put(&mut self, param: Param, value: f64) {
        self.values[param as usize] = value;
        self.set |= 1 << param as u32;
        self.spreads.put(param, None);
    }

    /// Keeps a value that nothing has checked, not even whether it is a number: a trial of [`crate::depends`].
    pub(crate) fn pretend(&mut self, param: Param, value: f64) {
        self.put(param, value);
    }

    fn forget(&mut self, param: Param) {
        self.values[param as usize] = 0.0;
        self.set &= !(1 << param as u32);
        self.spreads.put(param, None);
    }

    /// Gives a parameter its default, with its range, again.
    ///
    /// Where the default no longer fits beside the other parts of its whole, those are given theirs too.
    pub fn reset(&mut self, param: Param) {
        self.forget(param);
        if let Some(parts) = whole(param)
            && parts.iter().map(|p| self.most(*p)).sum::<f64>() > 1.0
        {
            parts.iter().for_each(|p| self.forget(*p));
        }
        if correlation::PARAMS.contains(&param) && correlation::triangle(&correlation::read(self)).is_none() {
            correlation::PARAMS.into_iter().for_each(|p| self.forget(p));
        }
    }

    /// The highest value that a parameter has in any case.
    fn most(&self, param: Param) -> f64 {
        match self.spreads.get(param) {
            Some(spread) => spread.ends().1,
            None if self.is_set(param) => self.values[param as usize],
            None => param.spec().high,
        }
    }

    /// The range that a reader gave; `None` where there is none.
    #[must_use]
    pub fn given(&self, param: Param) -> Option<Spread> {
        self.spreads.get(param)
    }

    /// What is known of a parameter: a reader's number or range, or the default with its range (low, central and high
    /// as PERT). `None` for a parameter without default that nobody filled.
    #[must_use]
    pub fn distribution(&self, param: Param) -> Option<Distribution> {
        if let Some(spread) = self.given(param) {
            return Some(spread.distribution());
        }
        let spec = param.spec();
        if !self.is_set(param) && spec.set && spec.low < spec.high {
            return Some(Distribution::Pert { low: spec.low, central: spec.central, high: spec.high });
        }
        self.get(param).map(Distribution::Exactly)
    }

    /// The value in force; `None` for a parameter without default that nobody filled.
    #[must_use]
    pub fn get(&self, param: Param) -> Option<f64> {
        let spec = param.spec();
        if self.is_set(param) { Some(self.values[param as usize]) } else { spec.set.then_some(spec.central) }
    }

    /// Whether a reader has set the parameter.
    #[must_use]
    pub fn is_set(&self, param: Param) -> bool {
        self.set & (1 << param as u32) != 0
    }

    /// Gives the magnet for `used` the composition `alloy`.
    pub fn choose_alloy(&mut self, used: Use, alloy: Alloy) {
        let row = alloy.row();
        let shares = [row.nd, row.pr, row.dy, row.tb];
        let params = used.fractions();
        params.into_iter().for_each(|p| self.forget(p));
        // The default composition comes with its range; any other is exactly what was chosen.
        if params.map(|p| p.spec().central) != shares {
            params.into_iter().zip(shares).for_each(|(p, share)| self.put(p, share));
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
                self.units.put((application, year), Some(value));
            }
            Some(value) => return Err(Error::Units { application, value }),
            None => {
                self.units.put((application, year), None);
            }
        }
        Ok(())
    }

    /// Takes every parameter from the inputs that `from` names for it, set or not.
    pub(crate) fn take<'a>(&mut self, from: impl Fn(Param) -> &'a Self) {
        for param in Param::ALL {
            let other = from(param);
            if other.is_set(param) {
                self.put(param, other.values[param as usize])
            } else {
                self.forget(param)
            }
            if let Some(spread) = other.given(param) {
                self.spreads.put(param, Some(spread));
            }
        }
    }

    /// The units that a reader has set for one application in one year.
    #[must_use]
    pub fn units(&self, application: Application, year: i32) -> Option<f64> {
        self.units.get((application, year))
    }

    /// The units that a reader has set, by application and year.
    pub fn all_units(&self) -> impl Iterator<Item = (Application, i32, f64)> + '_ {
        self.units.iter().map(|((application, year), count)| (application, year, count))
    }

    /// The parameters that are set, with their values.
    pub fn all_set(&self) -> impl Iterator<Item = (Param, f64)> + '_ {
        Param::ALL.into_iter().filter(|p| self.is_set(*p)).map(|p| (p, self.values[p as usize]))
    }

    /// The parameters whose value lies outside all evidence.
    pub fn outside_evidence(&self) -> impl Iterator<Item = Param> + '_ {
        self.all_set().filter_map(|(param, value)| {
            let (low, high) = param.spec().evidence?;
            let (from, to) = self.given(param).map_or((value, value), Spread::ends);
            (from < low || to > high).then_some(param)
        })
    }

    /// The source whose price response is in force; `None` where κ is a reader's own.
    ///
    /// The default is worked out when the data are compiled, with another logarithm: its last digit may differ.
    #[must_use]
    pub fn elasticity(&self) -> Option<Elasticity> {
        let now = self.get(Param::Kappa)?;
        Elasticity::ALL.into_iter().find(|e| (now / e.kappa() - 1.0).abs() < SAME)
    }

    /// Sets `kappa` to what a source implies.
    pub fn choose_elasticity(&mut self, elasticity: Elasticity) {
        self.put(Param::Kappa, elasticity.kappa());
    }
}
