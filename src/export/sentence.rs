//! A result as one sentence: the figure that the page is about, between which ends it lies in 9 of 10 cases, what was
//! assumed, of which month the data are, and the link.

use lodestone_model::derivation::Omission;
use lodestone_model::inputs::{Choices, Inputs, assign};
use lodestone_model::outputs::Output;
use lodestone_model::shocks::{Listed, Shock};

use super::inputs::Input;
use super::{Taken, made, shocks};
use crate::format::{self, Style};
use crate::labels;
use crate::link::proof::main_answer;
use crate::route::Route;
use crate::text::{Lang, export as words, parameters};

/// Most of what was changed that the sentence names.
const MOST_NAMED: usize = 4;

/// The sentence.
#[must_use]
pub fn write(taken: &Taken) -> String {
    let lang = taken.lang();
    let (date, link, version) = (format::date(lang, &made()), taken.link(), env!("CARGO_PKG_VERSION"));
    match said(taken) {
        None => words::no_sentence(lang, &link),
        Some((says, None)) => {
            words::sentence_exact(lang, &says, &assumed(taken), &left_out(taken), version, &date, &link)
        }
        Some((says, Some((low, high)))) => {
            words::sentence(lang, &says, &low, &high, &assumed(taken), &left_out(taken), version, &date, &link)
        }
    }
}

/// What the figure leaves out, shortly.
fn left_out(taken: &Taken) -> String {
    let (lang, omissions) = (taken.lang(), taken.main().map_or(&[][..], |answer| answer.omissions));
    let short = omissions.iter().map(|omission| shortly(lang, *omission).to_owned());
    short.reduce(|one, other| words::then(lang, &one, &other)).unwrap_or_default()
}

/// What a figure leaves out, in the few words that a sentence has room for.
#[must_use]
pub fn shortly(lang: Lang, omission: Omission) -> &'static str {
    match omission {
        Omission::RestOfProduct => words::left_rest_of_product(lang),
        Omission::ProcessSteps => words::left_process_steps(lang),
        Omission::Margins => words::left_margins(lang),
        Omission::Contracts => words::left_contracts(lang),
        Omission::Reaction => words::left_reaction(lang),
        Omission::OtherUses => words::left_other_uses(lang),
        Omission::TradeInProducts => words::left_trade_in_products(lang),
        Omission::Stocks => words::left_stocks(lang),
        Omission::Unreported => words::left_unreported(lang),
        Omission::Quality => words::left_quality(lang),
        Omission::NewScrap => words::left_new_scrap(lang),
    }
}

/// The figure between its ends, without what was assumed and where it is from.
#[must_use]
pub fn spoken(taken: &Taken) -> String {
    let lang = taken.lang();
    match said(taken) {
        None => words::no_sentence(lang, &taken.link()),
        Some((says, None)) => words::spoken_exact(lang, &says),
        Some((says, Some((low, high)))) => words::spoken(lang, &says, &low, &high),
    }
}

/// What the figure is, and its ends where it has a range.
fn said(taken: &Taken) -> Option<(String, Option<(String, String)>)> {
    let lang = taken.lang();
    let answer = taken.main()?;
    let output = main_answer(taken.subject.route);
    let style = style(output);
    let range = answer.spread.range;
    let value = format::middle(lang, range, style);
    let year = answer.year.to_string();
    let says = match output {
        Output::TurbineAfterUsd => words::says_turbine(lang, &value),
        Output::DemandMagnetT => words::says_demand(lang, &value, &year),
        Output::DemandNdprOxideT => words::says_oxide(lang, &value, &year),
        Output::MotorDifferenceUsd => words::says_difference(lang, &value),
        _ => words::says_motor(lang, &value),
    };
    let ends = (!answer.spread.is_exact()).then(|| format::both_ends(lang, range, style));
    Some((says, ends))
}

/// How the figure that a page is about is worded.
#[must_use]
pub fn style(output: Output) -> Style {
    match output {
        Output::DemandMagnetT | Output::DemandNdprOxideT => format::TONNES,
        Output::MotorDifferenceUsd => format::USD.with_sign(),
        _ => format::USD,
    }
}

/// What was assumed, shortly: the scenario, or the shocks and what was changed; the rest is at its defaults.
#[must_use]
pub fn assumed(taken: &Taken) -> String {
    assumed_of(taken.lang(), taken.subject.route, &taken.subject.state.inputs, &taken.inputs)
}

/// The same of inputs; `all` are those in force.
#[must_use]
pub fn assumed_of(lang: Lang, route: Route, inputs: &Inputs, all: &[Input]) -> String {
    let whole = lodestone_model::data::NamedScenario::of(inputs).filter(|s| s.is(inputs));
    let mut said: Vec<String> = match whole {
        Some(scenario) => vec![words::in_scenario(lang, labels::scenario(lang, scenario))],
        None => shocked(lang, route, inputs).into_iter().chain(changed(lang, inputs, all)).collect(),
    };
    if said.len() > MOST_NAMED + 1 {
        let more = format::exact(super::count(said.len() - MOST_NAMED));
        said.truncate(MOST_NAMED);
        said.push(words::and_more(lang, &more));
    }
    let list = said.into_iter().reduce(|one, other| words::then(lang, &one, &other));
    match list {
        None => words::all_default(lang).to_owned(),
        Some(list) => words::rest_default(lang, &list),
    }
}

/// The shocks that the figure of the page answers to; that there are none, where it would.
fn shocked(lang: Lang, route: Route, inputs: &Inputs) -> Vec<String> {
    let of_demand = matches!(main_answer(route), Output::DemandMagnetT | Output::DemandNdprOxideT);
    let counts = |l: &Listed| !of_demand || matches!(l.shock, Shock::Demand { .. });
    let all: Vec<String> =
        shocks::in_force(inputs).iter().filter(|l| counts(l)).map(|l| shocks::said(lang, l)).collect();
    if all.is_empty() && !of_demand { vec![words::no_shocks(lang).to_owned()] } else { all }
}

/// Inputs, choices and units that differ from the defaults, shocks aside.
fn changed(lang: Lang, inputs: &Inputs, all: &[Input]) -> Vec<String> {
    let set = all.iter().filter(|i| i.set.is_some() && i.counts && i.param.spec().section != "shock");
    let mut all: Vec<String> = set
        .map(|i| {
            let unit = i.param.spec().unit;
            let value = format::with_unit(lang, unit, i.value.unwrap_or_default());
            let value = match i.ends {
                Some((low, high)) => {
                    let end = |v: f64| format::exact5(format::shown(unit, v));
                    let range = crate::text::quantities::between(lang, &end(low), &end(high));
                    crate::text::quantities::bracket(lang, &value, &range)
                }
                None => value,
            };
            words::set_to(lang, parameters::label(lang, i.param), &value)
        })
        .collect();
    let described = labels::choices();
    let usual = assign::in_force(&Choices::default());
    for ((key, value), (_, default)) in assign::in_force(&inputs.choices).into_iter().zip(usual) {
        // Which substance or currency a shock is of stands with the shock.
        let of_shock =
            ["substance", "elements", "currency", "rate-reading"].contains(&key) || key.starts_with("outage");
        let word = described.iter().find(|c| c.key == key);
        if let Some(word) = word.filter(|_| value != default && !of_shock) {
            all.push(words::set_to(lang, (word.label)(lang), (word.variant)(lang, value)));
        }
    }
    all.extend(inputs.all_units().map(|(application, year, units)| {
        let name = words::in_year(lang, labels::application(lang, application), &year.to_string());
        words::set_to(lang, &name, &count(lang, units))
    }));
    all
}

fn count(lang: Lang, units: f64) -> String {
    format::counted(lang, &format::exact(units))
}
