//! The formula behind a figure, line by line, down to sourced constants.
//!
//! ```text
//! process_utilisation = 0.6
//! gross_factor = 1 / process_utilisation - process_swarf_recovery * (1 / process_utilisation - 1)
//! ```
//!
//! Each line has a name, an expression of numbers and names above it, a value and a unit. The text of all lines is plain
//! arithmetic: whoever evaluates it arrives at the figure. The lines are written beside the formulas of the engine, not
//! by them; a law compares the two over random inputs. Not here: words for people, rounding.

mod balance;
mod build;
mod demand;
mod market;
mod product;
mod step;
mod term;

use crate::data::{Param, Scenario, Series};
use crate::demand::Application;
use crate::inputs::{Country, Inputs, Use, choice};
use crate::outputs::{Output, Shared};

use build::Builder;
pub use step::Step;
pub use term::{Piece, Term};

/// What is asked for: an answer, or what one application needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// An answer that is one number.
    Output(Output),
    /// Magnet of one application, t.
    Application(Application),
}

impl Asked {
    /// Everything that has a derivation.
    pub fn all() -> impl Iterator<Item = Self> {
        Output::ALL.iter().copied().map(Self::Output).chain(Application::ALL.into_iter().map(Self::Application))
    }

    /// The key in links and commands: that of the answer, or `demand-` and the application.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Output(output) => output.key().to_owned(),
            Self::Application(application) => format!("demand-of-{}", application.key()),
        }
    }

    /// What a key asks for.
    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        match key.strip_prefix("demand-of-") {
            Some(application) => Application::named(application).map(Self::Application),
            None => Output::named(key).map(Self::Output),
        }
    }

    /// The unit of its figure; `local` is the currency in force.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Self::Output(output) => output.unit(),
            Self::Application(_) => "t/year",
        }
    }
}

/// What a line is about, so that a page can name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// An input, at its default or as a reader set it.
    Param(Param),
    /// Units that a source states for a year.
    Stated(Series, Scenario, i32),
    /// Units that a reader gave for a year.
    Given(Application, i32),
    /// A country's share of a stage, of this source.
    Share(Country, &'static str),
    /// A step on the way.
    Step(Step, Subject),
    /// The figure that was asked for.
    Asked(Asked),
}

/// What a step is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Nothing in particular.
    None,
    /// A metal, by its place in Nd, Pr, Dy, Tb.
    Metal(usize),
    /// A metal in one product.
    MetalOf(usize, Use),
    /// A product.
    Product(Use),
    /// An application.
    Application(Application),
    /// An application in a year.
    Sold(Application, i32),
    /// A shock, by its place in the list, the first is 1.
    Shock(usize),
    /// A year.
    Year(i32),
    /// Another answer.
    Answer(Output),
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its name in the text: letters, digits and `_`.
    pub name: String,
    /// What it is about.
    pub what: What,
    /// What it is worked out from.
    pub expression: Vec<Piece>,
    /// Its value.
    pub value: f64,
    /// Its unit, as in the tables.
    pub unit: &'static str,
}

/// All lines behind a figure; the last one is the figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Derivation {
    /// The lines, each after those that it is worked out from.
    pub lines: Vec<Line>,
}

choice!(
    /// What a figure does not count.
    Omission {
        /// Copper, steel, power electronics, work: the rest of the motor or turbine.
        #[default]
        RestOfProduct = "rest-of-product",
        /// Machining, coating and magnetising as steps of their own: they are in everything else.
        ProcessSteps = "process-steps",
        /// Profit and stocks along the chain.
        Margins = "margins",
        /// Contracts with prices of their own.
        Contracts = "contracts",
        /// What buyers do when a price rises: less magnet, other motors.
        Reaction = "reaction",
        /// Uses without evidence for units or mass.
        OtherUses = "other-uses",
        /// Magnets in machines that a country imports or exports.
        TradeInProducts = "trade-in-products",
        /// Stocks held by states and makers.
        Stocks = "stocks",
        /// Mining outside the statistics.
        Unreported = "unreported",
        /// Quality: which magnets or oxides can replace each other.
        Quality = "quality",
        /// Scrap from making magnets, beyond what comes back in the same works.
        NewScrap = "new-scrap",
    }
);

impl Asked {
    /// What its figure does not count.
    #[must_use]
    pub fn omissions(self) -> &'static [Omission] {
        use Omission as O;
        let key = match self {
            Self::Output(output) => output.key(),
            Self::Application(_) => "demand",
        };
        if key.starts_with("motor-magnet-kg") || key.starts_with("turbine-magnet-kg") {
            &[O::RestOfProduct, O::Reaction]
        } else if key.starts_with("motor") || key.starts_with("turbine") {
            &[O::RestOfProduct, O::ProcessSteps, O::Margins, O::Contracts, O::Reaction]
        } else if key.starts_with("demand") {
            &[O::OtherUses, O::TradeInProducts, O::Reaction, O::NewScrap]
        } else if key.starts_with("balance") {
            &[O::Stocks, O::Unreported, O::Reaction, O::Quality, O::NewScrap]
        } else if key.starts_with("bill") {
            &[O::TradeInProducts, O::Margins, O::Contracts, O::Reaction]
        } else {
            &[O::Stocks, O::Unreported, O::Quality, O::Reaction]
        }
    }
}

/// The lines behind a figure for `inputs` in `year`; `None` where the evidence holds no such figure.
#[must_use]
pub fn derive(inputs: &Inputs, shared: &Shared, asked: Asked, year: i32) -> Option<Derivation> {
    let mut b = Builder::new(inputs, shared, year);
    let result = match asked {
        Asked::Output(output) => answer(&mut b, output)?,
        Asked::Application(application) => demand::magnet(&mut b, application, year)?,
    };
    Some(b.finish(asked, result))
}

fn answer(b: &mut Builder, output: Output) -> Option<Term> {
    let (motor, turbine) = (Use::Motor, Use::Turbine);
    Some(match output {
        Output::MotorMagnetKg => product::mass(b, motor),
        Output::TurbineMagnetKg => product::mass(b, turbine),
        Output::MotorBeforeUsd => product::before(b, motor),
        Output::TurbineBeforeUsd => product::before(b, turbine),
        Output::MotorAfterUsd => product::after(b, motor),
        Output::TurbineAfterUsd => product::after(b, turbine),
        Output::MotorDifferenceUsd => product::after(b, motor) - product::before(b, motor),
        Output::TurbineDifferenceUsd => product::after(b, turbine) - product::before(b, turbine),
        Output::MotorContainedUsd => product::contained_rise(b, motor),
        Output::TurbineContainedUsd => product::contained_rise(b, turbine),
        Output::MotorBeforeLocal => product::local(b, motor, false),
        Output::MotorAfterLocal => product::local(b, motor, true),
        Output::TurbineBeforeLocal => product::local(b, turbine, false),
        Output::TurbineAfterLocal => product::local(b, turbine, true),
        Output::MotorShareBefore => product::before(b, motor) / b.param(Param::EvProductCost),
        Output::MotorShareAfter => product::after(b, motor) / b.param(Param::EvProductCost),
        Output::MotorMagnetUsdPerKg => {
            let mass = product::mass(b, motor);
            if mass.value <= 0.0 {
                return None;
            }
            product::after(b, motor) / mass
        }
        Output::DemandMagnetT => demand::world(b, |_| true),
        Output::DemandVehiclesT => demand::world(b, |a| a.used() == Use::Motor),
        Output::DemandWindT => demand::world(b, Application::counts_megawatts),
        Output::DemandHumanoidT => demand::world(b, |a| a == Application::Humanoid),
        Output::DemandNdT => demand::metal(b, 0),
        Output::DemandPrT => demand::metal(b, 1),
        Output::DemandDyT => demand::metal(b, 2),
        Output::DemandTbT => demand::metal(b, 3),
        Output::DemandNdprOxideT => demand::oxide(b),
        Output::SupplyLost => Term::from(1.0) - market::shocked(b).supplied,
        Output::NdPriceFactor => {
            let before = market::baseline(b).oxides[0].clone();
            if before.value <= 0.0 {
                return None;
            }
            market::shocked(b).oxides[0].clone() / before
        }
        Output::MiningHerfindahl => balance::herfindahl(b),
        Output::BalanceSupplyT => balance::supply(b)?,
        Output::BalanceSecondaryT => balance::secondary(b),
        Output::BalanceDemandT => balance::demand(b)?,
        Output::BalanceGapT => balance::gap(b)?,
        Output::BalanceGapShare => {
            let demand = balance::demand(b)?;
            if demand.value <= 0.0 {
                return None;
            }
            balance::gap(b)? / demand
        }
        Output::BillUsd => product::bill(b, false),
        Output::BillLocal => product::bill(b, true),
    })
}
