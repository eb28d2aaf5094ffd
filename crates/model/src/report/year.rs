//! Demand of one year by application, and the magnets of every year.

use super::Range;
use crate::data::Param;
use crate::demand::{self, Application, Tracks, Units, World};
use crate::inputs::{Case, Inputs, Reading};
use crate::units::{Mass, Tonnes};

/// One application in one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AppDemand {
    /// The application.
    pub application: Application,
    /// Units in that year.
    pub units: Option<Units>,
    /// Share with permanent magnets.
    pub with_magnets: Range<f64>,
    /// kg of magnet in one such unit.
    pub each: Option<Range<f64>>,
    /// t of magnet.
    pub magnet: Option<Range<f64>>,
    /// t of Nd, Pr, Dy, Tb contained.
    pub contained: Option<[Range<f64>; 4]>,
    /// t of Nd, Pr, Dy, Tb bought.
    pub gross: Option<[Range<f64>; 4]>,
    /// t of NdPr oxide.
    pub ndpr_oxide: Option<Range<f64>>,
}

/// All applications in one year.
#[derive(Debug, Clone, PartialEq)]
pub struct DemandYear {
    /// The year.
    pub year: i32,
    /// In the order of [`Application::ALL`].
    pub applications: Vec<AppDemand>,
    /// t of magnet of all that have a figure.
    pub magnet: Range<f64>,
    /// t of Nd, Pr, Dy, Tb contained.
    pub contained: [Range<f64>; 4],
    /// t of Nd, Pr, Dy, Tb bought.
    pub gross: [Range<f64>; 4],
    /// t of NdPr oxide.
    pub ndpr_oxide: Range<f64>,
    /// Published world total, or the reader's own figure, where there is one, t.
    pub published: Option<f64>,
    /// What the published total has beyond the modelled parts, t.
    pub other_uses: Option<Range<f64>>,
}

/// Works one year out.
pub(super) fn new(inputs: &Inputs, tracks: &Tracks, year: i32) -> DemandYear {
    let worlds = [Case::Low, Case::Central, Case::High].map(|c| demand::world(inputs, tracks, c, year));
    let range = |f: &dyn Fn(&World) -> f64| Range::of(|c| f(&worlds[c as usize]));
    let metals = |f: &dyn Fn(&World) -> demand::MetalTonnes| {
        [
            range(&|w| f(w).nd.tonnes()),
            range(&|w| f(w).pr.tonnes()),
            range(&|w| f(w).dy.tonnes()),
            range(&|w| f(w).tb.tonnes()),
        ]
    };
    let applications = (0..Application::ALL.len()).map(|i| {
        let central = &worlds[Case::Central as usize].needs[i];
        let four = |f: &dyn Fn(&demand::Need) -> Option<demand::MetalTonnes>| {
            f(central)?;
            let part = |g: &dyn Fn(&demand::MetalTonnes) -> f64| range(&|w| f(&w.needs[i]).map_or(0.0, |m| g(&m)));
            Some([
                part(&|m| m.nd.tonnes()),
                part(&|m| m.pr.tonnes()),
                part(&|m| m.dy.tonnes()),
                part(&|m| m.tb.tonnes()),
            ])
        };
        AppDemand {
            application: central.application,
            units: central.units,
            with_magnets: range(&|w| w.needs[i].with_magnets.share()),
            each: central
                .each
                .map(|_| Range::of(|c| demand::each(inputs, c, central.application, year).map_or(0.0, Mass::kg))),
            magnet: central.magnet.map(|_| range(&|w| w.needs[i].magnet.map_or(0.0, Tonnes::tonnes))),
            contained: four(&|n| n.contained),
            gross: four(&|n| n.gross),
            ndpr_oxide: central.ndpr_oxide.map(|_| range(&|w| w.needs[i].ndpr_oxide.map_or(0.0, Tonnes::tonnes))),
        }
    });
    let own = Reading::new(inputs, Case::Central).tonnes(Param::PublishedTotal);
    let published = own.or_else(|| demand::published_total(tracks, year)).map(Tonnes::tonnes);
    DemandYear {
        year,
        applications: applications.collect(),
        magnet: range(&|w| w.magnet.tonnes()),
        contained: metals(&|w| w.contained),
        gross: metals(&|w| w.gross),
        ndpr_oxide: range(&|w| w.ndpr_oxide.tonnes()),
        published,
        other_uses: published.map(|total| range(&|w| total - w.magnet.tonnes())),
    }
}

/// Magnets of every application in `year`, t.
pub(super) fn magnets(inputs: &Inputs, tracks: &Tracks, year: i32) -> Vec<Option<Range<f64>>> {
    let need = |case, a| demand::need(&Reading::new(inputs, case), tracks, a, year).magnet.map(Tonnes::tonnes);
    Application::ALL
        .into_iter()
        .map(|a| need(Case::Central, a).map(|_| Range::of(|c| need(c, a).unwrap_or(0.0))))
        .collect()
}
