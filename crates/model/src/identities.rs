//! Sums and products that must agree whatever the inputs: the same figure reached by two ways.
//!
//! The page shows them beside the answers, and a test walks them over random inputs; one that fails is a bug.

use crate::cost::Build;
use crate::data::Param;
use crate::demand::{self, Application, Tracks};
use crate::inputs::{Case, Inputs, Reading, Use, choice};
use crate::outputs::{Evaluator, Output, Shared};
use crate::product;
use crate::shocks::{self, Lever};
use crate::units::{Factor, UnitsPerYear};

/// How far two ways may differ, as a share of the largest figure that they add up: rounding, nothing else.
pub const TOLERANCE: f64 = 1e-12;

choice!(
    /// A figure that two ways lead to.
    Identity {
        /// World demand is the sum of the applications.
        #[default]
        WorldIsSum = "world-is-sum",
        /// Neodymium in the world's magnets is the sum of the applications'.
        NeodymiumIsSum = "neodymium-is-sum",
        /// Battery cars need cars × share with magnets × the motor's magnet.
        CarsFromMotor = "cars-from-motor",
        /// Wind needs Σ MW·share·(kg/MW)/1000.
        FleetFromTurbine = "fleet-from-turbine",
        /// A motor's cost is the sum of its parts.
        CostIsSum = "cost-is-sum",
        /// ΔC = m · k · Σ w · ΔP, as long as nothing is added at the border.
        ClosedForm = "closed-form",
        /// gap = supply + secondary − demand.
        GapIsDifference = "gap-is-difference",
        /// A country's bill is its tonnes × the price of a tonne.
        BillIsTonnesTimesPrice = "bill-is-tonnes-times-price",
    }
);

/// The two figures of one identity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Checked {
    /// Which one.
    pub identity: Identity,
    /// One way.
    pub left: f64,
    /// The other.
    pub right: f64,
    /// The largest figure that entered either.
    pub scale: f64,
}

impl Checked {
    /// Whether the two agree.
    #[must_use]
    pub fn holds(&self) -> bool {
        (self.left - self.right).abs() <= TOLERANCE * self.scale.max(1.0)
    }
}

/// All identities for `inputs` in `year`; one that does not apply is left out.
#[must_use]
pub fn check(inputs: &Inputs, shared: &Shared, year: i32) -> Vec<Checked> {
    checked(&Evaluator::new(inputs, shared, Case::Central, year))
}

/// The same with answers that may have been worked out before.
#[must_use]
pub fn checked(e: &Evaluator) -> Vec<Checked> {
    let one = |i: &Identity| {
        let (left, right) = sides(e, *i)?;
        Some(Checked { identity: *i, left, right, scale: left.abs().max(right.abs()).max(addend(e, *i)?) })
    };
    Identity::ALL.iter().filter_map(one).collect()
}

/// The largest figure that is added up inside a side and need not show in it: parts of opposite sign may cancel.
fn addend(e: &Evaluator, identity: Identity) -> Option<f64> {
    Some(match identity {
        Identity::GapIsDifference => e.balance_of(e.year()).demand?.tonnes().abs(),
        Identity::CostIsSum | Identity::ClosedForm => {
            let motor = e.made(Use::Motor);
            let largest = |of: &Build| {
                of.metals.iter().chain([&of.other, &of.customs]).fold(0.0_f64, |a, m| a.max(m.amount().abs()))
            };
            largest(&motor.before).max(largest(&motor.after))
        }
        _ => 0.0,
    })
}

fn sides(e: &Evaluator, identity: Identity) -> Option<(f64, f64)> {
    let (inputs, year) = (e.inputs(), e.year());
    let x = Reading::new(inputs, Case::Central);
    let get = |output| e.get(output).unwrap_or_default();
    let need = |a| demand::need(&x, e.tracks(), a, year);
    Some(match identity {
        Identity::WorldIsSum => {
            // From the last to the first: not the order in which the world was added up.
            let parts = Application::ALL.into_iter().rev().filter_map(|a| need(a).magnet);
            (get(Output::DemandMagnetT), parts.map(|t| t.tonnes()).sum())
        }
        Identity::NeodymiumIsSum => {
            let parts = e.world().needs.iter().rev().filter_map(|n| n.contained);
            (get(Output::DemandNdT), parts.map(|m| m.nd.tonnes()).sum())
        }
        Identity::CarsFromMotor => {
            let cars = need(Application::CarBev);
            let units = UnitsPerYear::raw(cars.units?.count);
            let lever = Factor::new(shocks::on_demand(&x, Application::CarBev, Lever::Intensity));
            let each = e.made(Use::Motor).mass * demand::thrift(x.share(Param::Thrift), year) * lever;
            (cars.magnet?.tonnes(), demand::magnets(units, cars.with_magnets, each).tonnes())
        }
        Identity::FleetFromTurbine => (get(Output::DemandWindT), fleet(&x, e.tracks(), year)?),
        Identity::CostIsSum => {
            let after = e.made(Use::Motor).after;
            let parts = after.metals.into_iter().chain([after.other, after.customs]);
            (get(Output::MotorAfterUsd), parts.rev().map(|m| m.amount()).sum())
        }
        Identity::ClosedForm => {
            let motor = e.made(Use::Motor);
            if motor.market.customs != Factor::ONE {
                return None;
            }
            // Both sides are costs: their difference alone would be exact to rounding of the costs, not of itself.
            (motor.before.total().amount() + product::rise(motor, motor.k), get(Output::MotorAfterUsd))
        }
        Identity::GapIsDifference => {
            let b = e.balance_of(year);
            (b.supply?.tonnes() + b.secondary.tonnes(), b.gap? + b.demand?.tonnes())
        }
        Identity::BillIsTonnesTimesPrice => {
            let tonnes = x.tonnes(inputs.choices.importer.imports())?.tonnes();
            let tonne = e.made(Use::Other).after.total().amount() * 1000.0;
            (get(Output::BillUsd), tonnes * tonne)
        }
    })
}

/// Σ MW·share·(kg/MW)/1000 over places and drive trains, the shares as they are.
fn fleet(x: &Reading, tracks: &Tracks, year: i32) -> Option<f64> {
    let kept = x.share(Param::Substitution).rest().share();
    let thrift = demand::thrift(x.share(Param::Thrift), year).value();
    let places = [
        (Application::WindOnshore, Param::OnshoreDirectShare, Param::OnshoreGearedShare),
        (Application::WindOffshore, Param::OffshoreDirectShare, Param::OffshoreGearedShare),
    ];
    let mut sum = 0.0;
    for (application, direct, geared) in places {
        let need = demand::need(x, tracks, application, year);
        let lever = |on| shocks::on_demand(x, application, on);
        let moved = lever(Lever::Intensity) * thrift;
        // Where more magnets than turbines would be asked for, the share stops at one; the plain sum does not.
        if lever(Lever::Magnets) != 1.0 {
            return None;
        }
        for (share, mass) in [(direct, Param::WindKgPerMwDirect), (geared, Param::WindKgPerMwGeared)] {
            let kg = x.kg_per_megawatt(mass).kg_per_mw();
            sum += need.units?.count * x.share(share).share() * kept * kg * moved / 1000.0;
        }
    }
    Some(sum)
}
