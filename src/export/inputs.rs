//! The inputs in force as they are taken along: those on which the answers depend, and every one that is set. Not here:
//! choices, units and shocks, which a format reads off the inputs themselves.

use lodestone_model::data::{Param, SOURCES, Source};
use lodestone_model::depends::{parameters, ties};
use lodestone_model::derivation::What;
use lodestone_model::inputs::{Inputs, Spread};
use lodestone_model::outputs::Output;

use super::lines::Line;
use crate::route::Route;

/// What the two ends of an input's range are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// There is no range: the value is exact.
    Exact,
    /// Least and most.
    Limits,
    /// 5th and 95th percentile.
    P5P95,
    /// 10th and 90th percentile.
    P10P90,
}

impl Ends {
    /// The key in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Limits => "limits",
            Self::P5P95 => "p5-p95",
            Self::P10P90 => "p10-p90",
        }
    }
}

/// An input in force.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// Which one.
    pub param: Param,
    /// Its central value; `None` for one without default that nobody filled.
    pub value: Option<f64>,
    /// The ends of its range, where it has one.
    pub ends: Option<(f64, f64)>,
    /// What the ends are.
    pub kind: Ends,
    /// What a reader has set it to, as a link says it; `None` at its default.
    pub set: Option<String>,
    /// The sources of its default; none where it is set.
    pub sources: Vec<&'static Source>,
    /// Whether an answer of the page depends on it.
    pub counts: bool,
}

/// The answers of a page from which its inputs are found; together they take whatever the others take.
fn leading(route: Route) -> &'static [Output] {
    match route {
        Route::Motor => &[Output::MotorAfterLocal, Output::MotorShareAfter],
        // What a kilogram of any magnet depends on; the mass of a piece stands in its lines.
        Route::Products => &[Output::MotorAfterUsd],
        Route::Turbine => &[Output::TurbineAfterLocal],
        Route::Demand => &[Output::DemandNdprOxideT],
        Route::Balance => &[Output::BalanceGapT, Output::DemandNdprOxideT],
        Route::Shocks => &[Output::MotorAfterLocal, Output::TurbineAfterLocal, Output::BillLocal],
        _ => &[
            Output::MotorAfterLocal,
            Output::MotorShareAfter,
            Output::TurbineAfterLocal,
            Output::DemandNdprOxideT,
            Output::BillLocal,
        ],
    }
}

/// The inputs in force behind the answers of a page, in their order.
#[must_use]
pub fn all(inputs: &Inputs, route: Route, year: i32, lines: &[Line]) -> Vec<Input> {
    let mut wanted: Vec<Param> = leading(route).iter().flat_map(|o| parameters(inputs, *o, year)).collect();
    let named = lines.iter().filter_map(|l| if let What::Param(p) = l.line.what { Some(p) } else { None });
    wanted.extend(named);
    let tied = ties(inputs, &wanted);
    wanted.extend(tied);
    let counts = |p: &Param| inputs.is_set(*p) || (wanted.contains(p) && inputs.get(*p).is_some());
    Param::ALL.into_iter().filter(counts).map(|p| one(inputs, p, wanted.contains(&p))).collect()
}

/// One input in force; `counts` says whether an answer depends on it.
#[must_use]
pub fn one(inputs: &Inputs, param: Param, counts: bool) -> Input {
    let spec = param.spec();
    let (set, given) = (inputs.is_set(param), inputs.given(param));
    let value = inputs.get(param);
    let (ends, kind) = match given {
        Some(spread) => (Some(spread.ends()), kind(spread)),
        None if !set && spec.set && spec.low < spec.high => (Some((spec.low, spec.high)), Ends::Limits),
        None => (None, Ends::Exact),
    };
    let written = given.map_or_else(|| value.map(|v| v.to_string()), |spread| Some(spread.to_string()));
    let sources = if set { Vec::new() } else { spec.sources.iter().filter_map(|i| SOURCES.get(*i)).collect() };
    Input { param, value, ends, kind, set: written.filter(|_| set), sources, counts }
}

fn kind(spread: Spread) -> Ends {
    match spread {
        Spread::Alike(..) | Spread::Likely(..) => Ends::Limits,
        Spread::P10P90(..) => Ends::P10P90,
        Spread::P5P95(..) | Spread::Normal(..) | Spread::Lognormal(..) => Ends::P5P95,
    }
}
