//! The lines of supply, recycling and the gap, and of concentration.

use super::build::Builder;
use super::term::{Term, one_minus};
use super::{Step, Subject, What, demand as lines, market};
use crate::data::{Param, Series};
use crate::demand::{ALL_YEARS, Application, BASE_YEAR};
use crate::inputs::{Inputs, Stage, Use};
use crate::outputs::{Evaluator, Output};
use crate::{inputs::Case, supply};

/// Σ s² of the countries that mine.
pub(super) fn herfindahl(b: &mut Builder) -> Term {
    let parts = supply::parts(b.choices().edition, Stage::Mining);
    let squares: Vec<Term> = parts
        .iter()
        .map(|part| {
            let name = format!("share_mining_{}", part.country.key()).replace('-', "_");
            let share = b.set(name, "share", What::Share(part.country, part.source), Term::from(part.share.share()));
            share.pow(2.0)
        })
        .collect();
    Term::sum(squares)
}

fn life(application: Application) -> Param {
    match (application, application.used()) {
        (Application::Steering, _) | (_, Use::Motor) => Param::LifeVehicle,
        (_, Use::Turbine) => Param::LifeTurbine,
        _ => Param::LifeOther,
    }
}

/// Share that has worn out at an age.
fn worn(b: &mut Builder, age: i32, life: Param) -> Term {
    if age <= 0 {
        return Term::from(0.0);
    }
    let (scale, shape) = (b.param(life), b.param(Param::LifeShape));
    let inside = Term::from(0.0) - (Term::from(f64::from(age)) / scale).pow(shape);
    let name = format!("worn_{}_{age}", life.key().replace('-', "_"));
    b.step(name, "share", Step::WornOut, Subject::Year(age), one_minus(inside.exp()))
}

/// NdPr oxide from worn-out products, t.
pub(super) fn secondary(b: &mut Builder) -> Term {
    let mut returning = Vec::new();
    let year = b.year;
    for sold in ALL_YEARS.filter(|s| *s < year) {
        for application in Application::ALL {
            let Some(magnet) = lines::need(b, application, sold, sold <= BASE_YEAR) else { continue };
            let [nd, pr, ..] = application.used().fractions();
            let oxide = b.param(nd) * b.param(Param::OxidePerMetalNd) + b.param(pr) * b.param(Param::OxidePerMetalPr);
            let per_magnet = b.step(
                format!("oxide_per_magnet_{}", application.used().key()),
                "ratio",
                Step::OxideNeed,
                Subject::Product(application.used()),
                oxide,
            );
            let life = life(application);
            let wears = worn(b, year - sold, life) - worn(b, year - sold - 1, life);
            let name = format!("back_{}_{sold}", application.key().replace('-', "_"));
            let term = magnet * per_magnet * wears;
            returning.push(b.step(name, "t/year", Step::Returning, Subject::Sold(application, sold), term));
        }
    }
    let kept = b.param(Param::Collection) * b.param(Param::Recovery);
    let term = kept * Term::sum(returning);
    b.step(format!("secondary_{year}"), "t/year", Step::Secondary, Subject::Year(year), term)
}

/// What the defaults of the model give for the year, before any shock: a figure with a derivation of its own.
fn by_default(b: &mut Builder, output: Output) -> Option<Term> {
    let mut inputs = Inputs::default();
    inputs.shocks = Some(Vec::new());
    let value = Evaluator::new(&inputs, b.shared, Case::Central, b.year).get(output)?;
    let name = format!("default_{}_{}", output.key().replace('-', "_"), b.year);
    Some(b.step(name, output.unit(), Step::ByDefault, Subject::Answer(output), Term::from(value)))
}

/// Supply from mines, t.
pub(super) fn supply(b: &mut Builder) -> Option<Term> {
    let mined = if b.has(Param::SupplyNdpr) {
        b.param(Param::SupplyNdpr)
    } else {
        let back = by_default(b, Output::BalanceSecondaryT)?;
        let published = lines::track(b, Series::NdprSupply, b.year, None)?;
        b.step(format!("ore_supply_{}", b.year), "t/year", Step::MineSupply, Subject::Year(b.year), published - back)
    };
    let left = market::shocked(b).supplied;
    if left.pieces == Term::from(1.0).pieces {
        return Some(mined);
    }
    let term = mined * left;
    Some(b.step(format!("supply_{}", b.year), "t/year", Step::SupplyAfter, Subject::Year(b.year), term))
}

/// Demand for NdPr oxide, t.
pub(super) fn demand(b: &mut Builder) -> Option<Term> {
    let modelled = by_default(b, Output::DemandNdprOxideT)?;
    let published = lines::track(b, Series::NdprDemand, b.year, None)?;
    let rest = b.step(
        format!("published_rest_{}", b.year),
        "t/year",
        Step::PublishedRest,
        Subject::Year(b.year),
        published - modelled,
    );
    let term = rest + lines::oxide(b);
    Some(b.step(format!("balance_demand_{}", b.year), "t/year", Step::BalanceDemand, Subject::Year(b.year), term))
}

/// Supply and secondary supply less demand, t.
pub(super) fn gap(b: &mut Builder) -> Option<Term> {
    Some(supply(b)? + secondary(b) - demand(b)?)
}
