//! How much magnet each application needs in a year.

use lodestone_model::demand::Tracks;
use lodestone_model::inputs::{Inputs, Reading};
use lodestone_model::report::{self, AppDemand, DemandYear, View};
use serde::Serialize;

use crate::figures::Range;
use crate::head::Head;
use crate::how::{How, Run};

/// Demand in a year, each figure with its range.
pub fn year<R: Run>(inputs: &Inputs, year: i32, how: How<R>) -> DemandYear {
    let view = View { year, ..View::default() };
    how.ranges(inputs, || {
        let tracks = Tracks::new(inputs.choices.outlook);
        move |x: &Reading<'_>| report::year(x, &tracks, view)
    })
}

/// Demand by application.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Demand {
    /// How, of which version, of which inputs.
    #[serde(flatten)]
    pub head: Head,
    /// The year.
    pub year: i32,
    /// Every application.
    pub applications: Vec<Application>,
    /// Magnet of all that have a figure, t.
    pub magnet_t: Range,
    /// NdPr oxide, t.
    pub ndpr_oxide_t: Range,
    /// The published world total where there is one, t.
    pub published_t: Option<f64>,
    /// What the published total has beyond the modelled parts, t.
    pub other_uses_t: Option<Range>,
}

/// One application in one year.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Application {
    /// Its key.
    pub application: &'static str,
    /// Units in that year; null without evidence.
    pub units: Option<f64>,
    /// Share with permanent magnets.
    pub share_with_magnets: Range,
    /// Magnet in one such unit, kg.
    pub kg_each: Option<Range>,
    /// Magnet, t.
    pub magnet_t: Option<Range>,
    /// NdPr oxide, t.
    pub ndpr_oxide_t: Option<Range>,
}

impl From<&AppDemand> for Application {
    fn from(a: &AppDemand) -> Self {
        Self {
            application: a.application.key(),
            units: a.units.map(|u| u.count),
            share_with_magnets: a.with_magnets.into(),
            kg_each: a.each.map(Range::from),
            magnet_t: a.magnet.map(Range::from),
            ndpr_oxide_t: a.ndpr_oxide.map(Range::from),
        }
    }
}

impl Demand {
    /// The answer of demand that was found for these inputs.
    pub fn of<R: Run>(inputs: &Inputs, how: How<R>, d: &DemandYear) -> Self {
        Self {
            head: Head::of(inputs, how),
            year: d.year,
            applications: d.applications.iter().map(Application::from).collect(),
            magnet_t: d.magnet.into(),
            ndpr_oxide_t: d.ndpr_oxide.into(),
            published_t: d.published,
            other_uses_t: d.other_uses.map(Range::from),
        }
    }
}
