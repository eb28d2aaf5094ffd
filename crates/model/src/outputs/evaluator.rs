//! Works answers out: only those that are asked for, each once.

use core::cell::OnceCell;

use super::Output;
use crate::balance::{self, Balance, Cohorts, Published};
use crate::data::Param;
use crate::demand::{self, Application, Tracks, World};
use crate::inputs::{Case, Currency, Inputs, Reading, Stage, Use};
use crate::product::{self, Worked};
use crate::range::Range;
use crate::supply;
use crate::units::Factor;

/// What many evaluations share: it depends on the data alone, and is worked out when first needed.
#[derive(Debug, Default)]
pub struct Shared {
    published: OnceCell<Published>,
}

impl Shared {
    /// With another published balance.
    pub(crate) fn of(published: Published) -> Self {
        Self { published: OnceCell::from(published) }
    }

    /// What the published balance says against the defaults of the model.
    pub(crate) fn published(&self) -> &Published {
        self.published.get_or_init(Published::default)
    }
}

/// The answers for one reading of the inputs, each worked out once.
#[derive(Debug)]
pub struct Evaluator<'a> {
    x: Reading<'a>,
    year: i32,
    shared: &'a Shared,
    made: [OnceCell<Worked>; 3],
    tracks: OnceCell<Tracks>,
    world: OnceCell<World>,
    cohorts: OnceCell<Cohorts>,
    balance: OnceCell<Balance>,
}

impl<'a> Evaluator<'a> {
    /// Prepares the answers for `year`.
    #[must_use]
    pub fn new(inputs: &'a Inputs, shared: &'a Shared, case: Case, year: i32) -> Self {
        Self::of(Reading::new(inputs, case), shared, year)
    }

    /// The same for any reading of the inputs.
    #[must_use]
    pub fn of(x: Reading<'a>, shared: &'a Shared, year: i32) -> Self {
        Self {
            x,
            year,
            shared,
            made: [const { OnceCell::new() }; 3],
            tracks: OnceCell::new(),
            world: OnceCell::new(),
            cohorts: OnceCell::new(),
            balance: OnceCell::new(),
        }
    }

    /// The same with other yearly figures.
    pub(crate) fn over(self, tracks: Tracks) -> Self {
        Self { tracks: OnceCell::from(tracks), ..self }
    }

    /// How the inputs are read.
    pub(super) fn reading(&self) -> &Reading<'a> {
        &self.x
    }

    /// The inputs that are evaluated.
    pub(crate) fn inputs(&self) -> &'a Inputs {
        self.x.inputs()
    }

    /// The year of answers that have one.
    pub(crate) fn year(&self) -> i32 {
        self.year
    }

    pub(crate) fn made(&self, used: Use) -> &Worked {
        self.made[used as usize].get_or_init(|| product::work(&self.x, used))
    }

    pub(crate) fn tracks(&self) -> &Tracks {
        self.tracks.get_or_init(|| Tracks::new(self.x.choices().outlook))
    }

    pub(crate) fn world(&self) -> &World {
        self.world.get_or_init(|| demand::world(&self.x, self.tracks(), self.year))
    }

    fn balance(&self) -> &Balance {
        self.balance.get_or_init(|| self.balance_of(self.year))
    }

    fn cohorts(&self) -> &Cohorts {
        self.cohorts.get_or_init(|| Cohorts::new(&self.x, self.tracks(), self.last()))
    }

    /// The last year that the balance is asked about as a rule.
    fn last(&self) -> i32 {
        self.year.max(self.shared.published().last())
    }

    /// The balance of any year.
    #[must_use]
    pub fn balance_of(&self, year: i32) -> Balance {
        let own;
        let cohorts = if year <= self.last() {
            self.cohorts()
        } else {
            own = Cohorts::new(&self.x, self.tracks(), year);
            &own
        };
        balance::at(&self.x, self.tracks(), cohorts, self.shared.published(), year)
    }

    fn demand_of(&self, wanted: impl Fn(Application) -> bool) -> f64 {
        let needs = self.world().needs.iter().filter(|n| wanted(n.application));
        needs.filter_map(|n| n.magnet).map(|t| t.tonnes()).fold(0.0, |a, b| a + b)
    }

    /// The cost before and after in a currency.
    pub(super) fn local(&self, used: Use, currency: Option<Currency>) -> (f64, f64) {
        let w = self.made(used);
        let Some(currency) = currency else { return (w.before.total().amount(), w.after.total().amount()) };
        let rate = product::rate(&self.x, currency);
        let passed = w.market.passed[currency as usize];
        ((w.before.total() * rate).amount(), (w.after.total() * rate * passed).amount())
    }

    /// Kilograms that the importer buys in a year.
    fn imported(&self) -> f64 {
        let tonnes = self.x.tonnes(self.x.choices().importer.imports());
        tonnes.map_or(0.0, |t| t.tonnes() * 1000.0)
    }

    /// One answer; `None` where the evidence holds none for this year.
    #[must_use]
    pub fn get(&self, output: Output) -> Option<f64> {
        let (motor, turbine) = (Use::Motor, Use::Turbine);
        let chosen = Some(self.x.choices().currency);
        Some(match output {
            Output::MotorMagnetKg => self.made(motor).mass.kg(),
            Output::MotorBeforeUsd => self.made(motor).before.total().amount(),
            Output::MotorAfterUsd => self.made(motor).after.total().amount(),
            Output::MotorDifferenceUsd => difference(self.made(motor)),
            Output::MotorContainedUsd => product::rise(self.made(motor), Factor::ONE),
            Output::MotorBeforeLocal => self.local(motor, chosen).0,
            Output::MotorAfterLocal => self.local(motor, chosen).1,
            Output::MotorShareBefore => self.made(motor).before.total().amount() / self.motor_cost(),
            Output::MotorShareAfter => self.made(motor).after.total().amount() / self.motor_cost(),
            Output::MotorMagnetUsdPerKg => {
                let w = self.made(motor);
                if w.mass.kg() > 0.0 { w.after.total().amount() / w.mass.kg() } else { return None }
            }
            Output::TurbineMagnetKg => self.made(turbine).mass.kg(),
            Output::TurbineBeforeUsd => self.made(turbine).before.total().amount(),
            Output::TurbineAfterUsd => self.made(turbine).after.total().amount(),
            Output::TurbineDifferenceUsd => difference(self.made(turbine)),
            Output::TurbineContainedUsd => product::rise(self.made(turbine), Factor::ONE),
            Output::TurbineBeforeLocal => self.local(turbine, chosen).0,
            Output::TurbineAfterLocal => self.local(turbine, chosen).1,
            Output::DemandMagnetT => self.world().magnet.tonnes(),
            Output::DemandNdT => self.world().contained.nd.tonnes(),
            Output::DemandPrT => self.world().contained.pr.tonnes(),
            Output::DemandDyT => self.world().contained.dy.tonnes(),
            Output::DemandTbT => self.world().contained.tb.tonnes(),
            Output::DemandNdprOxideT => self.world().ndpr_oxide.tonnes(),
            Output::DemandVehiclesT => self.demand_of(|a| a.used() == Use::Motor),
            Output::DemandWindT => self.demand_of(Application::counts_megawatts),
            Output::DemandHumanoidT => self.demand_of(|a| a == Application::Humanoid),
            Output::SupplyLost => 1.0 - self.made(motor).market.supplied.value(),
            Output::NdPriceFactor => {
                let before = crate::cost::quoted_oxides(&self.x).nd;
                // An oxide that costs nothing has no price to be a multiple of.
                if before.per_kg() <= 0.0 {
                    return None;
                }
                self.made(motor).market.oxides.nd / before
            }
            Output::MiningHerfindahl => {
                let parts = supply::parts(self.x.choices().edition, Stage::Mining);
                supply::herfindahl(parts.iter().map(|p| p.share)).0
            }
            Output::BalanceSupplyT => self.balance().supply?.tonnes(),
            Output::BalanceSecondaryT => self.balance().secondary.tonnes(),
            Output::BalanceDemandT => self.balance().demand?.tonnes(),
            Output::BalanceGapT => self.balance().gap?,
            Output::BalanceGapShare => self.balance().gap_share?,
            Output::BillUsd => self.local(Use::Other, None).1 * self.imported(),
            Output::BillLocal => self.local(Use::Other, self.x.choices().importer.currency()).1 * self.imported(),
        })
    }

    fn motor_cost(&self) -> f64 {
        self.x.usd(Param::EvProductCost).amount()
    }
}

fn difference(w: &Worked) -> f64 {
    (w.after.total() - w.before.total()).amount()
}

/// One answer with its bounds; `None` where the evidence holds none.
#[must_use]
pub fn range(inputs: &Inputs, shared: &Shared, year: i32, output: Output) -> Option<Range> {
    let at = |case| Evaluator::new(inputs, shared, case, year).get(output);
    at(Case::Central)?;
    Some(Range::of(|case| at(case).unwrap_or_default()))
}
