//! The lines of demand: units, share with magnets, magnet each, and what follows for metals and oxide.

use super::build::Builder;
use super::market::METALS;
use super::product;
use super::term::{Term, one_minus, one_plus};
use super::{Step, Subject, What};
use crate::data::{Param, Series};
use crate::demand::{Application, BASE_YEAR};
use crate::inputs::Use;
use crate::shocks::{self, Lever};

/// Units of one series in a year, from the years that a source states.
pub(super) fn track(b: &mut Builder, series: Series, year: i32, growth: Option<Param>) -> Option<Term> {
    let stated = |b: &mut Builder, year: i32| {
        let value = b.tracks.stated(series, year)?;
        let name = format!("{}_{year}", series.key().replace('-', "_"));
        let what = What::Stated(series, b.scenario_of(series, year), year);
        Some(b.set(name, b.tracks.unit(series), what, Term::from(value)))
    };
    if let Some(term) = stated(b, year) {
        return Some(term);
    }
    let (earlier, later) = b.tracks.around(series, year);
    let (y0, name) = (earlier?, format!("{}_{year}", series.key().replace('-', "_")));
    let from = stated(b, y0)?;
    let term = match later {
        Some(y1) => {
            let to = stated(b, y1)?;
            let part = || Term::from(f64::from(year - y0)) / f64::from(y1 - y0);
            if from.value > 0.0 && to.value > 0.0 {
                from.clone() * (to / from).pow(part())
            } else {
                from.clone() + (to - from) * part()
            }
        }
        None => {
            let growth = growth.filter(|p| b.has(*p))?;
            let factor = one_plus(b.param(growth));
            from * factor.pow(f64::from(year - y0))
        }
    };
    Some(b.step(name, b.tracks.unit(series), Step::Units, Subject::Year(year), term))
}

fn units(b: &mut Builder, application: Application, year: i32, past: bool) -> Option<Term> {
    let name = format!("units_{}_{year}", application.key().replace('-', "_"));
    let own = b.x.units(application, year);
    let count = if let Some(count) = own {
        b.set(name.clone(), "units/year", What::Given(application, year), Term::from(count))
    } else {
        let parts: Option<Vec<Term>> = {
            let found: Vec<Term> =
                application.series().iter().filter_map(|s| track(b, *s, year, Some(Param::GrowthAfter))).collect();
            if found.is_empty() { None } else { Some(found) }
        };
        let all = Term::sum(parts?);
        match application {
            Application::WindOnshore => all * one_minus(b.param(Param::OffshoreShare)),
            Application::WindOffshore => all * b.param(Param::OffshoreShare),
            _ => all,
        }
    };
    let moved = if past { 1.0 } else { shocks::on_demand(&b.x, application, Lever::Units) };
    Some(if moved == 1.0 { count } else { count * moved })
}

/// The shares of direct and geared machines, and their kg/MW.
fn drive_trains(b: &mut Builder, application: Application) -> [(Term, Term); 2] {
    let shares = if application == Application::WindOnshore {
        [Param::OnshoreDirectShare, Param::OnshoreGearedShare]
    } else {
        [Param::OffshoreDirectShare, Param::OffshoreGearedShare]
    };
    let [direct, geared] = shares.map(|p| b.param(p));
    [(direct, b.param(Param::WindKgPerMwDirect)), (geared, b.param(Param::WindKgPerMwGeared))]
}

/// Magnet of one application in a year, t.
pub(super) fn magnet(b: &mut Builder, application: Application, year: i32) -> Option<Term> {
    need(b, application, year, false)
}

/// The same; `past` is what was sold before shocks and substitution began.
pub(super) fn need(b: &mut Builder, application: Application, year: i32, past: bool) -> Option<Term> {
    let key = application.key().replace('-', "_");
    let name = if past { format!("sold_{key}_{year}") } else { format!("magnet_{key}_{year}") };
    if let Some(known) = b.known(&name) {
        return Some(known);
    }
    let units = units(b, application, year, past)?;
    let on = Subject::Sold(application, year);
    let wind = application.counts_megawatts();
    let (share, each) = if wind {
        let [(direct, kg_direct), (geared, kg_geared)] = drive_trains(b, application);
        let with = b.step(
            format!("with_magnets_{key}"),
            "share",
            Step::WithMagnets,
            Subject::Application(application),
            direct.clone() + geared.clone(),
        );
        let all = direct * kg_direct + geared * kg_geared;
        let each = if with.value > 0.0 { all / with.clone() } else { Term::from(0.0) };
        (Some(with), b.step(format!("each_{key}"), "kg/MW", Step::Each, Subject::Application(application), each))
    } else {
        let share = match application {
            Application::Steering => Some(b.param(Param::SteeringShare)),
            a if a.used() == Use::Motor => Some(b.param(Param::PmShareEv)),
            _ => None,
        };
        let each = match application.mass() {
            Some(param) if !b.has(param) => return None,
            Some(param) => b.param(param),
            None => product::mass(b, Use::Motor),
        };
        (share, each)
    };
    let thrift = b.param(Param::Thrift);
    let each = if thrift.value == 0.0 || year == BASE_YEAR {
        each
    } else {
        each * one_minus(thrift).pow(f64::from(year - BASE_YEAR))
    };
    let lever = |b: &Builder, lever| if past { 1.0 } else { shocks::on_demand(&b.x, application, lever) };
    let intensity = lever(b, Lever::Intensity);
    let each = if intensity == 1.0 { each } else { each * intensity };
    let substituted = if past { Term::from(Param::Substitution.spec().central) } else { b.param(Param::Substitution) };
    let magnets = lever(b, Lever::Magnets);
    let kept = share.clone().unwrap_or_else(|| Term::from(1.0)) * one_minus(substituted.clone()) * magnets;
    let share = if kept.value > 1.0 {
        Some(Term::from(1.0))
    } else if substituted.value == 0.0 && magnets == 1.0 {
        share
    } else {
        Some(kept)
    };
    let with = match share {
        Some(share) => units * share,
        None => units,
    };
    Some(b.step(name, "t/year", Step::MagnetNeed, on, with * each / 1000.0))
}

fn needs(b: &mut Builder, wanted: impl Fn(Application) -> bool) -> Vec<(Application, Term)> {
    let year = b.year;
    let mut found = Vec::new();
    for a in Application::ALL.into_iter().filter(|a| wanted(*a)) {
        if let Some(term) = magnet(b, a, year) {
            found.push((a, term));
        }
    }
    found
}

/// Magnet of all applications that fit, t.
pub(super) fn world(b: &mut Builder, wanted: impl Fn(Application) -> bool) -> Term {
    Term::sum(needs(b, wanted).into_iter().map(|(_, t)| t))
}

/// Magnet of all applications with one composition.
fn of_use(b: &mut Builder, used: Use) -> Option<Term> {
    let parts = needs(b, |a| a.used() == used);
    if parts.is_empty() {
        return None;
    }
    let name = format!("magnet_{}_{}", used.key(), b.year);
    let sum = Term::sum(parts.into_iter().map(|(_, t)| t));
    Some(b.step(name, "t/year", Step::WorldNeed, Subject::Product(used), sum))
}

/// One metal in all magnets of the year, t.
pub(super) fn metal(b: &mut Builder, i: usize) -> Term {
    let mut parts = Vec::new();
    for used in [Use::Motor, Use::Turbine, Use::Other] {
        if let Some(all) = of_use(b, used) {
            parts.push(all * b.param(used.fractions()[i]));
        }
    }
    let name = format!("{}_{}", METALS[i], b.year);
    b.step(name, "t/year", Step::MetalNeed, Subject::Metal(i), Term::sum(parts))
}

/// NdPr oxide for the magnets of the year, t.
pub(super) fn oxide(b: &mut Builder) -> Term {
    let (nd, pr) = (metal(b, 0), metal(b, 1));
    let term = nd * b.param(Param::OxidePerMetalNd) + pr * b.param(Param::OxidePerMetalPr);
    let name = format!("ndpr_oxide_{}", b.year);
    b.step(name, "t/year", Step::OxideNeed, Subject::Year(b.year), term)
}

/// NdPr oxide for the magnets of one application, t.
pub(super) fn oxide_of(b: &mut Builder, application: Application) -> Option<Term> {
    let year = b.year;
    let magnet = magnet(b, application, year)?;
    let [nd, pr, ..] = application.used().fractions();
    let oxide = b.param(nd) * b.param(Param::OxidePerMetalNd) + b.param(pr) * b.param(Param::OxidePerMetalPr);
    Some(magnet * oxide)
}
