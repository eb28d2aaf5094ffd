//! Demand of one year by application, and the magnets of every year.

use crate::data::Param;
use crate::demand::{self, Application, MetalTonnes, Tracks, Units, YEARS};
use crate::inputs::Reading;
use crate::range::{Range, Ranges, optional};
use crate::units::{Mass, Tonnes};

/// One application in one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AppDemand {
    /// The application.
    pub application: Application,
    /// Units in that year.
    pub units: Option<Units>,
    /// Share with permanent magnets.
    pub with_magnets: Range,
    /// kg of magnet in one such unit.
    pub each: Option<Range>,
    /// t of magnet.
    pub magnet: Option<Range>,
    /// t of Nd, Pr, Dy, Tb contained.
    pub contained: Option<[Range; 4]>,
    /// t of Nd, Pr, Dy, Tb bought.
    pub gross: Option<[Range; 4]>,
    /// t of NdPr oxide.
    pub ndpr_oxide: Option<Range>,
}

/// All applications in one year.
#[derive(Debug, Clone, PartialEq)]
pub struct DemandYear {
    /// The year.
    pub year: i32,
    /// In the order of [`Application::ALL`].
    pub applications: Vec<AppDemand>,
    /// t of magnet of all that have a figure.
    pub magnet: Range,
    /// t of Nd, Pr, Dy, Tb contained.
    pub contained: [Range; 4],
    /// t of Nd, Pr, Dy, Tb bought.
    pub gross: [Range; 4],
    /// t of NdPr oxide.
    pub ndpr_oxide: Range,
    /// Published world total, or the reader's own figure, where there is one, t.
    pub published: Option<f64>,
    /// What the published total has beyond the modelled parts, t.
    pub other_uses: Option<Range>,
}

/// Magnet demand of every application in every year of the charts.
#[derive(Debug, Clone, PartialEq)]
pub struct Years(pub Vec<OneYear>);

/// Magnet demand in one year, t.
#[derive(Debug, Clone, PartialEq)]
pub struct OneYear {
    /// The year.
    pub year: i32,
    /// In the order of [`Application::ALL`]; `None` without evidence.
    pub applications: Vec<Option<Range>>,
    /// The sum of those that have a figure. Its range is narrower than the sum of theirs: not all are high at once.
    pub sum: Range,
}

/// Works one year out as `x` reads the inputs.
pub(super) fn at(x: &Reading, tracks: &Tracks, year: i32) -> DemandYear {
    let world = demand::world(x, tracks, year);
    let applications = world.needs.iter().map(|n| AppDemand {
        application: n.application,
        units: n.units,
        with_magnets: Range::exactly(n.with_magnets.share()),
        each: n.each.map(|m| Range::exactly(Mass::kg(m))),
        magnet: n.magnet.map(|t| Range::exactly(Tonnes::tonnes(t))),
        contained: n.contained.as_ref().map(metals),
        gross: n.gross.as_ref().map(metals),
        ndpr_oxide: n.ndpr_oxide.map(|t| Range::exactly(Tonnes::tonnes(t))),
    });
    let published = x.tonnes(Param::PublishedTotal).or_else(|| demand::published_total(tracks, year));
    let published = published.map(Tonnes::tonnes);
    DemandYear {
        year,
        applications: applications.collect(),
        magnet: Range::exactly(world.magnet.tonnes()),
        contained: metals(&world.contained),
        gross: metals(&world.gross),
        ndpr_oxide: Range::exactly(world.ndpr_oxide.tonnes()),
        published,
        other_uses: published.map(|total| Range::exactly(total - world.magnet.tonnes())),
    }
}

fn metals(m: &MetalTonnes) -> [Range; 4] {
    [m.nd.tonnes(), m.pr.tonnes(), m.dy.tonnes(), m.tb.tonnes()].map(Range::exactly)
}

/// Magnets of every application in every year, t.
pub(super) fn all(x: &Reading, tracks: &Tracks) -> Years {
    let one = |year| {
        let each = Application::ALL.iter().map(|a| demand::need(x, tracks, *a, year).magnet.map(Tonnes::tonnes));
        let each: Vec<Option<f64>> = each.collect();
        let sum = each.iter().flatten().fold(0.0, |a, b| a + b);
        let applications = each.into_iter().map(|t| t.map(Range::exactly)).collect();
        OneYear { year, applications, sum: Range::exactly(sum) }
    };
    Years(YEARS.map(one).collect())
}

impl Ranges for DemandYear {
    fn each(&mut self, see: &mut dyn FnMut(&mut Range)) {
        for a in &mut self.applications {
            see(&mut a.with_magnets);
            for one in [&mut a.each, &mut a.magnet, &mut a.ndpr_oxide] {
                optional(one, see);
            }
            for four in [&mut a.contained, &mut a.gross] {
                match four {
                    Some(four) => four.iter_mut().for_each(&mut *see),
                    None => [Range::exactly(f64::NAN); 4].iter_mut().for_each(&mut *see),
                }
            }
        }
        see(&mut self.magnet);
        self.contained.iter_mut().chain(&mut self.gross).for_each(&mut *see);
        see(&mut self.ndpr_oxide);
        optional(&mut self.other_uses, see);
    }
}

impl Ranges for Years {
    fn each(&mut self, see: &mut dyn FnMut(&mut Range)) {
        for year in &mut self.0 {
            year.applications.iter_mut().for_each(|one| optional(one, see));
            see(&mut year.sum);
        }
    }
}
