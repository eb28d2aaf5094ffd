//! Which lines an answer ends in.

use super::build::Builder;
use super::{Asked, Moment, Term, balance, demand, market, product};
use crate::data::Param;
use crate::demand::Application;
use crate::inputs::Use;
use crate::outputs::Output;

/// The figure that is asked for; `None` where the evidence holds none.
pub(super) fn term(b: &mut Builder, asked: Asked) -> Option<Term> {
    let year = b.year;
    Some(match asked {
        Asked::Output(asked) => output(b, asked)?,
        Asked::Application(application) => demand::magnet(b, application, year)?,
        Asked::Oxide(application) => demand::oxide_of(b, application)?,
        Asked::Money(used, currency, moment) => {
            let before = product::in_currency(b, used, currency, false);
            match moment {
                Moment::Before => before,
                Moment::After => product::in_currency(b, used, currency, true),
                Moment::Difference => product::in_currency(b, used, currency, true) - before,
                Moment::Change => {
                    if before.value <= 0.0 {
                        return None;
                    }
                    product::in_currency(b, used, currency, true) / before - 1.0
                }
            }
        }
        Asked::Part(used, part, after) => product::part(b, used, part, after),
        Asked::Metal(used, metal, bought) => product::metal(b, used, metal, bought),
        Asked::Piece(application, what) => product::piece(b, application, what)?,
    })
}

fn output(b: &mut Builder, output: Output) -> Option<Term> {
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
