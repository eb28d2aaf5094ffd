//! Is there enough: supply, what comes back from worn-out products, demand and the gap, for NdPr oxide.
//!
//! ```text
//! gap(t)       = supply(t) + secondary(t) − demand(t)
//! secondary(t) = Σ_a Σ_s N(a,s)·φ·m(a,s)·[F(t−s) − F(t−s−1)] · collection · recovery        [`Cohorts`]
//! F(x)         = 1 − exp(−(x/λ)^k)                                                          [`worn_out`]
//! ```
//!
//! The published balance gives three gaps and their percentages; two of the three imply supply and demand. Its total
//! stands for what the model does not count part by part: *demand* moves with the modelled parts only, *supply* with
//! outages and with recycling beyond the default. So the defaults give the published gap, and a lever moves it by what
//! the model says. Years that the publication does not imply have no gap.

use crate::cost::Four;
use crate::data::{Param, Series};
use crate::demand::{self, ALL_YEARS, Application, BASE_YEAR, MetalTonnes, Tracks};
use crate::inputs::{Case, Inputs, Reading, Use};
use crate::shocks::{self, Market};
use crate::units::{Factor, NdPr, Oxide, Tonnes, Years};

/// NdPr oxide a year.
pub type NdPrOxide = Tonnes<Oxide<NdPr>>;

/// Lifetimes: vehicles, turbines, everything else.
const CLASSES: usize = 3;

/// One year of the balance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Balance {
    /// The year.
    pub year: i32,
    /// From mines; `None` where no publication implies it and nobody set it.
    pub supply: Option<NdPrOxide>,
    /// From worn-out products.
    pub secondary: NdPrOxide,
    /// What is needed; `None` where no publication implies it.
    pub demand: Option<NdPrOxide>,
    /// Supply and secondary supply less demand; negative where it is short.
    pub gap: Option<f64>,
    /// The gap as a share of demand.
    pub gap_share: Option<f64>,
    /// Metals that the modelled applications need.
    pub needed: MetalTonnes,
    /// Metals that come back from worn-out products.
    pub back: MetalTonnes,
}

/// F(x) = 1 − exp(−(x/λ)^k): the share of products worn out at age x.
///
/// At x = λ it is 1 − 1/e, 63 %, whatever the shape k.
#[must_use]
pub fn worn_out(age: Years, scale: Years, shape: Factor) -> f64 {
    if age.years() <= 0.0 {
        return 0.0;
    }
    1.0 - libm::exp(-libm::pow(age.years() / scale.years(), shape.value()))
}

/// What was sold in each year, by how long it lasts.
#[derive(Debug, Clone)]
pub struct Cohorts {
    sold: Vec<[MetalTonnes; CLASSES]>,
    /// Share that wears out in the n-th year, by class.
    wearing: Vec<[f64; CLASSES]>,
    kept: Factor,
}

fn class(application: Application) -> usize {
    match (application, application.used()) {
        (Application::Steering, _) | (_, Use::Motor) => 0,
        (_, Use::Turbine) => 1,
        _ => 2,
    }
}

impl Cohorts {
    /// The magnets sold in every year before `until` that the data reach, and how they wear out: what comes back up to then.
    ///
    /// Shocks and substitution change what is sold after [`BASE_YEAR`]; what was sold before is sold.
    #[must_use]
    pub fn new(x: &Reading, tracks: &Tracks, until: i32) -> Self {
        let mut past = x.inputs().clone();
        past.shocks = Some(Vec::new());
        let then = x.over(&past).with(Param::Substitution, Param::Substitution.spec().central);
        let none = Four { nd: Tonnes::default(), pr: Tonnes::default(), dy: Tonnes::default(), tb: Tonnes::default() };
        let sold = ALL_YEARS.take_while(|year| *year < until).map(|year| {
            let reading = if year <= BASE_YEAR { &then } else { x };
            let mut classes = [none; CLASSES];
            for application in Application::ALL {
                if let Some(m) = demand::contained(reading, tracks, application, year) {
                    let into = &mut classes[class(application)];
                    *into = Four { nd: into.nd + m.nd, pr: into.pr + m.pr, dy: into.dy + m.dy, tb: into.tb + m.tb };
                }
            }
            classes
        });
        let shape = x.factor(Param::LifeShape);
        let scales = [Param::LifeVehicle, Param::LifeTurbine, Param::LifeOther].map(|p| x.years(p));
        let ages = usize::try_from(until - ALL_YEARS.start()).unwrap_or(0);
        let wearing = (0..=ages).map(|age| {
            let at =
                |n: usize, scale| worn_out(Years::raw(f64::from(u32::try_from(n).unwrap_or(u32::MAX))), scale, shape);
            scales.map(|scale| if age == 0 { 0.0 } else { at(age, scale) - at(age - 1, scale) })
        });
        let kept = Factor::from(x.share(Param::Collection)) * Factor::from(x.share(Param::Recovery));
        Self { sold: sold.collect(), wearing: wearing.collect(), kept }
    }

    /// Metals that come back in `year`.
    #[must_use]
    pub fn secondary(&self, year: i32) -> MetalTonnes {
        let mut back = [0.0; 4];
        let years = usize::try_from(year - ALL_YEARS.start()).unwrap_or(0);
        for (s, classes) in self.sold.iter().enumerate().take(years) {
            for (i, m) in classes.iter().enumerate() {
                let wearing = self.wearing.get(years - s).map_or(0.0, |w| w[i]);
                for (sum, t) in back.iter_mut().zip([m.nd.tonnes(), m.pr.tonnes(), m.dy.tonnes(), m.tb.tonnes()]) {
                    *sum += t * wearing;
                }
            }
        }
        let [nd, pr, dy, tb] = back.map(|t| t * self.kept.value());
        Four { nd: Tonnes::raw(nd), pr: Tonnes::raw(pr), dy: Tonnes::raw(dy), tb: Tonnes::raw(tb) }
    }
}

/// What the published balance says against what the defaults of the model say, worked out once: demand beyond the
/// modelled parts and supply before recycling, t of NdPr oxide, of each year that is implied.
#[derive(Debug, Clone)]
pub struct Published(Vec<(i32, f64, f64)>);

impl Default for Published {
    fn default() -> Self {
        let inputs = Inputs::default();
        let tracks = Tracks::new(inputs.choices.outlook);
        Self::of(inputs, &tracks)
    }
}

impl Published {
    /// The same against other inputs, without their shocks, and other yearly figures.
    pub(crate) fn of(mut inputs: Inputs, tracks: &Tracks) -> Self {
        inputs.shocks = Some(Vec::new());
        let x = Reading::new(&inputs, Case::Central);
        let cohorts = Cohorts::new(&x, tracks, *ALL_YEARS.end());
        let implied = |year: i32| {
            let demand = tracks.at(Series::NdprDemand, year, None)?.count;
            let supply = tracks.at(Series::NdprSupply, year, None)?.count;
            let modelled = demand::world(&x, tracks, year).ndpr_oxide.tonnes();
            let back = demand::ndpr_oxide(&x, &cohorts.secondary(year)).tonnes();
            Some((year, demand - modelled, supply - back))
        };
        Self(ALL_YEARS.filter_map(implied).collect())
    }

    /// The last year that is implied.
    pub(crate) fn last(&self) -> i32 {
        self.0.last().map_or(BASE_YEAR, |(year, ..)| *year)
    }

    /// Demand beyond the modelled parts, and supply before recycling; `None` for a year that is not implied.
    fn at(&self, year: i32) -> Option<(f64, f64)> {
        self.0.iter().find(|(y, ..)| *y == year).map(|(_, demand, supply)| (*demand, *supply))
    }
}

/// The balance of `year`, which is none that `cohorts` do not reach.
#[must_use]
pub fn at(x: &Reading, tracks: &Tracks, cohorts: &Cohorts, published: &Published, year: i32) -> Balance {
    let back = cohorts.secondary(year);
    let secondary = demand::ndpr_oxide(x, &back);
    let world = demand::world(x, tracks, year);
    let implied = published.at(year);
    let own = x.tonnes(Param::SupplyNdpr).map(|t| t.tonnes());
    let left = Market::baseline(x).after(&shocks::scenario(x)).supplied.value();
    let supply = own.or(implied.map(|(_, supply)| supply)).map(|t| t * left);
    let demand = implied.map(|(rest, _)| rest + world.ndpr_oxide.tonnes());
    let gap = supply.zip(demand).map(|(s, d)| s + secondary.tonnes() - d);
    Balance {
        year,
        supply: supply.map(Tonnes::raw),
        secondary,
        demand: demand.map(Tonnes::raw),
        gap,
        gap_share: gap.zip(demand).and_then(|(g, d)| (d > 0.0).then(|| g / d)),
        needed: world.contained,
        back,
    }
}
