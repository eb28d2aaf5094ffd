//! How much magnet each application needs in a year.
//!
//! ```text
//! D(a, t) = N(a, t) · φ(a, t) · m(a, t) / 1000          t of magnet per year
//! m(a, t) = m(a, t0) · (1 − λ)^(t − t0)                 λ yearly thrift, t0 = 2025
//! ```
//!
//! N between given years is interpolated geometrically (linearly where one end is zero). Outside the given years
//! nothing is extrapolated unless the reader gives a growth rate; such a figure says so.
//! An application without evidence for N or m has no figure until a reader fills it.

mod applications;
pub mod evidence;
mod tracks;

use crate::cost::{self, Four, Recipe, sum};
use crate::data::Series;
use crate::inputs::{Param, Reading};
use crate::shocks::{self, Lever};
use crate::units::{
    Dy, Factor, KgPerMegawatt, Magnet, Mass, Megawatts, Metal, Nd, NdPr, Oxide, Pr, Share, Tb, Tonnes, UnitsPerYear,
};

pub use applications::Application;
pub use tracks::{Origin, Tracks, Units, interpolate};

/// The year that the masses per unit describe.
pub const BASE_YEAR: i32 = 2025;
/// The years of the charts.
pub const YEARS: core::ops::RangeInclusive<i32> = 2015..=2035;
/// The years that can be looked at.
pub const ALL_YEARS: core::ops::RangeInclusive<i32> = 2010..=2035;

/// Yearly masses of the four metals.
pub type MetalTonnes = Four<Tonnes<Metal<Nd>>, Tonnes<Metal<Pr>>, Tonnes<Metal<Dy>>, Tonnes<Metal<Tb>>>;

/// What one application needs in one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Need {
    /// The application.
    pub application: Application,
    /// Units per year; `None` without evidence.
    pub units: Option<Units>,
    /// Share of the units that have permanent magnets.
    pub with_magnets: Share,
    /// Magnet in one such unit (one MW for wind); `None` without evidence.
    pub each: Option<Mass<Magnet>>,
    /// Magnet per year; `None` where a part is missing.
    pub magnet: Option<Tonnes<Magnet>>,
    /// Metals in those magnets.
    pub contained: Option<MetalTonnes>,
    /// Metals bought for them.
    pub gross: Option<MetalTonnes>,
    /// NdPr oxide for the contained neodymium and praseodymium.
    pub ndpr_oxide: Option<Tonnes<Oxide<NdPr>>>,
}

/// The need of `application` in `year`.
#[must_use]
pub fn need(x: &Reading, tracks: &Tracks, application: Application, year: i32) -> Need {
    let (with_magnets, each) = mass(x, application);
    let Made { units, with_magnets, each, magnet } = made(x, tracks, application, year, with_magnets, each);
    let contained = magnet.map(|t| metals(t, &cost::recipe(x, application.used().fractions())));
    Need {
        application,
        units,
        with_magnets,
        each,
        magnet,
        contained,
        gross: contained.map(|c| times(c, cost::gross(x))),
        ndpr_oxide: contained.map(|c| ndpr_oxide(x, &c)),
    }
}

/// The metals in the magnets of `application` in `year`, as in its [`need`]; `None` where there is no figure.
#[must_use]
pub fn contained(x: &Reading, tracks: &Tracks, application: Application, year: i32) -> Option<MetalTonnes> {
    let (with_magnets, each) = mass(x, application);
    // What has no mass needs no units.
    each?;
    let magnet = made(x, tracks, application, year, with_magnets, each).magnet?;
    Some(metals(magnet, &cost::recipe(x, application.used().fractions())))
}

/// Share of the units with magnets, and the magnet mass of one such unit before thrift and shocks.
fn mass(x: &Reading, application: Application) -> (Share, Option<Mass<Magnet>>) {
    match application {
        Application::WindOnshore | Application::WindOffshore => {
            let (share, mass) = drive_trains(x, application);
            (share, Some(mass))
        }
        Application::CarBev | Application::CarPhev | Application::CarFcev => {
            (x.share(Param::PmShareEv), Some(cost::motor_magnet(x)))
        }
        Application::Van | Application::Bus | Application::Truck => {
            (x.share(Param::PmShareEv), application.mass().and_then(|p| x.mass(p)))
        }
        Application::Steering => (x.share(Param::SteeringShare), application.mass().and_then(|p| x.mass(p))),
        _ => (Share::raw(1.0), application.mass().and_then(|p| x.mass(p))),
    }
}

/// What of a need comes before its metals.
struct Made {
    units: Option<Units>,
    with_magnets: Share,
    each: Option<Mass<Magnet>>,
    magnet: Option<Tonnes<Magnet>>,
}

fn made(
    x: &Reading,
    tracks: &Tracks,
    application: Application,
    year: i32,
    with_magnets: Share,
    each: Option<Mass<Magnet>>,
) -> Made {
    let thrift = thrift(x.share(Param::Thrift), year);
    let units = units(x, tracks, application, year);
    let moved = |on| Factor::new(shocks::on_demand(x, application, on));
    let units = units.map(|n| Units { count: n.count * moved(Lever::Units).value(), ..n });
    let each = each.map(|m| m * thrift * moved(Lever::Intensity));
    let kept = Factor::from(x.share(Param::Substitution).rest()) * moved(Lever::Magnets);
    let with_magnets = Share::raw((with_magnets.share() * kept.value()).min(1.0));
    let magnet = match (units, each) {
        (Some(n), Some(m)) => Some(magnets(UnitsPerYear::raw(n.count), with_magnets, m)),
        _ => None,
    };
    Made { units, with_magnets, each, magnet }
}

/// D = N · φ · m / 1000. 26,000,000 vehicles with 2.54 kg each are 66,040 t.
#[must_use]
pub fn magnets(units: UnitsPerYear, with_magnets: Share, each: Mass<Magnet>) -> Tonnes<Magnet> {
    units * (each * Factor::from(with_magnets))
}

/// (1 − λ)^(t − t0): 1 % thrift leaves 0.99 of the mass in 2026.
#[must_use]
pub fn thrift(rate: Share, year: i32) -> Factor {
    Factor::new(libm::pow(rate.rest().share(), f64::from(year - BASE_YEAR)))
}

fn units(x: &Reading, tracks: &Tracks, application: Application, year: i32) -> Option<Units> {
    if let Some(count) = x.units(application, year) {
        return Some(Units { count, origin: Origin::Reader });
    }
    let growth = x.growth(Param::GrowthAfter);
    let parts = application.series().iter().filter_map(|s| tracks.at(*s, year, growth));
    let all = parts.reduce(|a, b| Units { count: a.count + b.count, origin: a.origin.max(b.origin) })?;
    let part = match application {
        // More at sea is less on land: the low case on land is the high share at sea.
        Application::WindOnshore => x.turn(Param::OffshoreShare).share(Param::OffshoreShare).rest(),
        Application::WindOffshore => x.share(Param::OffshoreShare),
        _ => return Some(all),
    };
    Some(Units { count: all.count * part.share(), ..all })
}

/// Share of the megawatts with magnets, and the magnet mass of one such megawatt, over direct and geared drive trains.
///
/// t = Σ MW·share·(kg/MW)/1000 exactly: the shares are not renormalised, the rest has no magnets.
fn drive_trains(x: &Reading, application: Application) -> (Share, Mass<Magnet>) {
    let (direct, geared) = if application == Application::WindOnshore {
        (x.share(Param::OnshoreDirectShare), x.share(Param::OnshoreGearedShare))
    } else {
        (x.share(Param::OffshoreDirectShare), x.share(Param::OffshoreGearedShare))
    };
    let mw = Megawatts::raw(1.0);
    let of = |share: Share, kg: KgPerMegawatt| mw * kg * Factor::from(share);
    let all = of(direct, x.kg_per_megawatt(Param::WindKgPerMwDirect))
        + of(geared, x.kg_per_megawatt(Param::WindKgPerMwGeared));
    let with_magnets = direct + geared;
    if with_magnets.share() > 0.0 {
        (with_magnets, all * Factor::new(1.0 / with_magnets.share()))
    } else {
        (with_magnets, Mass::default())
    }
}

fn metals(magnet: Tonnes<Magnet>, recipe: &Recipe) -> MetalTonnes {
    Four { nd: magnet * recipe.nd, pr: magnet * recipe.pr, dy: magnet * recipe.dy, tb: magnet * recipe.tb }
}

fn times(m: MetalTonnes, k: Factor) -> MetalTonnes {
    Four { nd: m.nd * k, pr: m.pr * k, dy: m.dy * k, tb: m.tb * k }
}

/// NdPr oxide equivalent: the Nd2O3 and Pr6O11 that hold these metals.
#[must_use]
pub fn ndpr_oxide(x: &Reading, metals: &MetalTonnes) -> Tonnes<Oxide<NdPr>> {
    let nd: Tonnes<Oxide<Nd>> = metals.nd * x.oxide_per_metal::<Nd>(Param::OxidePerMetalNd);
    let pr: Tonnes<Oxide<Pr>> = metals.pr * x.oxide_per_metal::<Pr>(Param::OxidePerMetalPr);
    Tonnes::raw(nd.tonnes() + pr.tonnes())
}

/// The needs of one year, with their sums.
#[derive(Debug, Clone, PartialEq)]
pub struct World {
    /// One entry an application, in the order of [`Application::ALL`].
    pub needs: Vec<Need>,
    /// Magnet of all that have a figure.
    pub magnet: Tonnes<Magnet>,
    /// Metals in it.
    pub contained: MetalTonnes,
    /// Metals bought for it.
    pub gross: MetalTonnes,
    /// NdPr oxide for it.
    pub ndpr_oxide: Tonnes<Oxide<NdPr>>,
}

/// All applications in `year`.
#[must_use]
pub fn world(x: &Reading, tracks: &Tracks, year: i32) -> World {
    let needs: Vec<Need> = Application::ALL.iter().map(|a| need(x, tracks, *a, year)).collect();
    let add =
        |a: MetalTonnes, b: MetalTonnes| Four { nd: a.nd + b.nd, pr: a.pr + b.pr, dy: a.dy + b.dy, tb: a.tb + b.tb };
    let zero = Four { nd: Tonnes::default(), pr: Tonnes::default(), dy: Tonnes::default(), tb: Tonnes::default() };
    World {
        magnet: needs.iter().filter_map(|n| n.magnet).fold(Tonnes::default(), |a, b| a + b),
        contained: needs.iter().filter_map(|n| n.contained).fold(zero, add),
        gross: needs.iter().filter_map(|n| n.gross).fold(zero, add),
        ndpr_oxide: needs.iter().filter_map(|n| n.ndpr_oxide).fold(Tonnes::default(), |a, b| a + b),
        needs,
    }
}

/// The published world total of rare-earth permanent magnets; `None` outside the published years.
#[must_use]
pub fn published_total(tracks: &Tracks, year: i32) -> Option<Tonnes<Magnet>> {
    tracks.at(Series::PublishedTotal, year, None).map(|u| Tonnes::raw(u.count))
}

/// The sum of the metals, for a check against the magnet mass.
#[must_use]
pub fn metal_sum(m: &MetalTonnes) -> f64 {
    sum([m.nd.tonnes(), m.pr.tonnes(), m.dy.tonnes(), m.tb.tonnes()])
}
