//! What stands behind an answer: the parameters, yearly figures, statistics, units, choices and shocks without which it would be
//! another.
//!
//! Found by trial, not by a list: each is replaced by no number (NaN) and, for parameters, by other values, and the
//! answer is worked out again. What is no number spreads through every sum and product, a factor of zero included, so
//! that nothing hides behind a derivative of zero; the other values find what a comparison swallows. A record of what is
//! *read* would say too much: one reading works out whole products, prices included, of which an answer may take the
//! mass alone. Not here: who published a figure, and what of it a reader has set.

use crate::balance::Published;
use crate::data::{POINTS, Param, Point};
use crate::demand::{Application, Tracks};
use crate::distribution::Distribution;
use crate::inputs::{Case, Choices, Inputs, Reading, Stage, assign, correlation};
use crate::outputs::{Evaluator, Output, Shared};
use crate::shocks::{self, Listed, Shock};
use crate::sort;
use crate::supply;
use crate::units::Share;

/// What stands behind an answer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Behind {
    /// The parameters whose values in force count.
    pub parameters: Vec<Param>,
    /// The parameters that a reader has set and whose defaults count nevertheless: the published balance is compared
    /// with the model at its defaults.
    pub calibrated: Vec<Param>,
    /// The yearly figures.
    pub points: Vec<&'static Point>,
    /// Keys of the sources of production and country shares, each once.
    pub statistics: Vec<&'static str>,
    /// The units that a reader has set.
    pub units: Vec<(Application, i32, f64)>,
    /// The choices other than the usual ones, by key and value.
    pub choices: Vec<(&'static str, &'static str)>,
    /// The shocks of a list that was given; empty where the parameters stand for the shocks.
    pub shocks: Vec<Listed>,
}

/// The parameters behind `output` for these inputs.
#[must_use]
pub fn parameters(inputs: &Inputs, output: Output, year: i32) -> Vec<Param> {
    Trial::new(inputs, output, year).parameters()
}

/// The rank correlations that shape the range of an answer behind which `parameters` stand: those between two of them
/// that are drawn. Its central figure does not depend on them.
#[must_use]
pub fn ties(inputs: &Inputs, parameters: &[Param]) -> Vec<Param> {
    let prices = correlation::PRICES;
    let pairs = (0..prices.len()).flat_map(|i| (i + 1..prices.len()).map(move |j| [prices[i], prices[j]]));
    let drawn = |p: &Param| {
        parameters.contains(p) && inputs.distribution(*p).is_some_and(|d| !matches!(d, Distribution::Exactly(_)))
    };
    let all = correlation::PARAMS.into_iter().zip(pairs);
    all.filter(|(tie, pair)| inputs.get(*tie).is_some() && pair.iter().all(drawn)).map(|(tie, _)| tie).collect()
}

impl Behind {
    /// What stands behind `output` for these inputs; nothing where the evidence holds no such answer.
    #[must_use]
    pub fn of(inputs: &Inputs, output: Output, year: i32) -> Self {
        let trial = Trial::new(inputs, output, year);
        if trial.found.is_none() {
            return Self::default();
        }
        let set = Param::ALL.into_iter().filter(|p| inputs.is_set(*p));
        Self {
            parameters: trial.parameters(),
            calibrated: set.filter(|p| trial.calibrates(*p)).collect(),
            points: trial.points(),
            statistics: trial.statistics(),
            units: inputs.all_units().filter(|u| trial.counts(*u)).collect(),
            choices: trial.choices(),
            shocks: trial.shocks(),
        }
    }
}

/// An answer, to be worked out again and again.
struct Trial<'a> {
    inputs: &'a Inputs,
    output: Output,
    year: i32,
    shared: Shared,
    found: Option<u64>,
}

impl<'a> Trial<'a> {
    fn new(inputs: &'a Inputs, output: Output, year: i32) -> Self {
        let mut trial = Self { inputs, output, year, shared: Shared::default(), found: None };
        trial.found = trial.answer(inputs);
        trial
    }

    fn answer(&self, inputs: &Inputs) -> Option<u64> {
        Evaluator::new(inputs, &self.shared, Case::Central, self.year).get(self.output).map(f64::to_bits)
    }

    fn moves(&self, changed: &Inputs) -> bool {
        self.answer(changed) != self.found
    }

    fn parameters(&self) -> Vec<Param> {
        Param::ALL.into_iter().filter(|p| self.reads(*p)).collect()
    }

    /// Whether another value of a parameter, wherever it is read, makes another answer.
    fn reads(&self, param: Param) -> bool {
        let Some(now) = self.inputs.get(param) else { return false };
        let spec = param.spec();
        let mut changed = self.inputs.clone();
        let others =
            [f64::NAN, spec.low, spec.high, spec.slider.0, spec.slider.1, spec.possible.min, spec.possible.max];
        let moved = others.into_iter().filter(|other| *other != now).any(|other| {
            changed.pretend(param, other);
            self.moves(&changed)
        });
        moved || (!self.inputs.is_set(param) && self.calibrates(param))
    }

    /// Whether the default of a parameter counts where the published balance is compared with the model.
    fn calibrates(&self, param: Param) -> bool {
        let mut defaults = Inputs::default();
        if defaults.get(param).is_none() {
            return false;
        }
        defaults.pretend(param, f64::NAN);
        let tracks = Tracks::new(defaults.choices.outlook);
        let shared = Shared::of(Published::of(defaults, &tracks));
        self.differs(&Evaluator::new(self.inputs, &shared, Case::Central, self.year))
    }

    fn differs(&self, e: &Evaluator) -> bool {
        e.get(self.output).map(f64::to_bits) != self.found
    }

    fn points(&self) -> Vec<&'static Point> {
        let without = |gone: &dyn Fn(&Point) -> bool| {
            let value = |p: &Point| if gone(p) { f64::NAN } else { p.value };
            let defaults = Inputs::default();
            let usual = defaults.choices.outlook;
            let shared = Shared::of(Published::of(defaults, &Tracks::of(usual, value)));
            let e = Evaluator::new(self.inputs, &shared, Case::Central, self.year);
            self.differs(&e.over(Tracks::of(self.inputs.choices.outlook, value)))
        };
        // Most answers need none: one trial without any of them says so.
        if !without(&|_| true) {
            return Vec::new();
        }
        POINTS.iter().filter(|wanted| without(&|p| core::ptr::eq(p, *wanted))).collect()
    }

    /// The same inputs with other shocks.
    fn shocked(&self, shocks: Vec<Listed>) -> bool {
        let mut changed = self.inputs.clone();
        changed.shocks = Some(shocks);
        self.moves(&changed)
    }

    fn shocks(&self) -> Vec<Listed> {
        let listed = self.inputs.shocks.as_deref().unwrap_or_default();
        let without = |i: usize| listed.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, s)| *s).collect();
        let counts = |i: &usize| self.shocked(without(*i));
        (0..listed.len()).filter(counts).map(|i| listed[i]).collect()
    }

    /// The sources of the shares that an outage or the concentration takes from the statistics.
    fn statistics(&self) -> Vec<&'static str> {
        let edition = self.inputs.choices.edition;
        let mut keys = Vec::new();
        let mut cite = |stage: Stage, wanted: &dyn Fn(&supply::Part) -> bool| {
            let parts = supply::parts(edition, stage);
            let world = if stage == Stage::Mining { supply::world_source(edition) } else { None };
            // A world that is added up has all countries behind it.
            let summed = stage == Stage::Mining && world.is_none();
            keys.extend(parts.iter().filter(|p| summed || wanted(p)).map(|p| p.source).chain(world));
        };
        if self.output == Output::MiningHerfindahl {
            cite(Stage::Mining, &|_| true);
        }
        let x = Reading::new(self.inputs, Case::Central);
        if self.inputs.get(Param::OutageSourceShare).is_none() {
            let listed = shocks::scenario(&x);
            for (i, one) in listed.iter().enumerate() {
                let Shock::Outage { stage, country, .. } = one.shock else { continue };
                let known = supply::parts(edition, stage).iter().any(|p| p.country == country);
                let mut other = listed.clone();
                if let Shock::Outage { share, .. } = &mut other[i].shock {
                    *share = Share::raw(f64::NAN);
                }
                if known && self.shocked(other) {
                    cite(stage, &|p| p.country == country);
                }
            }
        }
        sort::each_once(keys)
    }

    fn choices(&self) -> Vec<(&'static str, &'static str)> {
        let usual = assign::in_force(&Choices::default());
        let other = assign::in_force(&self.inputs.choices).into_iter().zip(usual).filter(|(now, usual)| now != usual);
        let counts = |((key, _), (_, usual)): &((&str, &str), (&str, &str))| {
            let mut changed = self.inputs.clone();
            changed.assign(key, usual).is_ok() && self.moves(&changed)
        };
        other.filter(counts).map(|(now, _)| now).collect()
    }

    /// Whether units that a reader has set count.
    fn counts(&self, (application, year, count): (Application, i32, f64)) -> bool {
        let mut changed = self.inputs.clone();
        // Both are numbers that are taken; one of them is another one.
        [0.0, 1.0]
            .into_iter()
            .filter(|other| *other != count)
            .any(|other| changed.set_units(application, year, Some(other)).is_ok() && self.moves(&changed))
    }
}
