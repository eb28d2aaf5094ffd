//! Which figures a page takes along, the one that it is about first, and of which year. Not here: their ranges
//! ([`super::draws`]).

use lodestone_model::demand::ALL_YEARS;
use lodestone_model::derivation::{Asked, derive};
use lodestone_model::inputs::Case;
use lodestone_model::inputs::{Currency, Inputs};
use lodestone_model::outputs::{Evaluator, Output, Shared};

use crate::link::proof::main_answer;
use crate::route::Route;

/// What the keys of a page's figures begin with; all of them where the page shows every calculator.
fn begins(route: Route) -> &'static [&'static str] {
    match route {
        Route::Motor => &["motor-"],
        Route::Turbine => &["turbine-"],
        Route::Products => &["motor-after-usd", "piece-"],
        Route::Demand => &["demand-", "oxide-of-"],
        Route::Balance => &["balance-", "demand-ndpr-oxide-t", "mining-herfindahl"],
        Route::Shocks => &[
            "motor-before-",
            "motor-after-",
            "motor-difference-",
            "motor-change-",
            "turbine-before-",
            "turbine-after-",
            "turbine-difference-",
            "turbine-change-",
            "supply-lost",
            "nd-price-factor",
            "bill-",
        ],
        _ => &[""],
    }
}

/// The figures of a page that the evidence holds, with the year of each: the one that is looked at, or the nearest that has
/// such a figure.
#[must_use]
pub fn figures(route: Route, inputs: &Inputs, year: i32) -> Vec<(Asked, i32)> {
    let shared = Shared::default();
    let main = Asked::Output(main_answer(route));
    let mut all: Vec<Asked> =
        Asked::all().filter(|asked| begins(route).iter().any(|begin| asked.key().starts_with(begin))).collect();
    all.sort_by_key(|asked| *asked != main);
    all.into_iter().filter_map(|asked| Some((asked, year_of(inputs, &shared, asked, year)?))).collect()
}

fn year_of(inputs: &Inputs, shared: &Shared, asked: Asked, year: i32) -> Option<i32> {
    let there = |year: &i32| derive(inputs, shared, asked, *year).is_some();
    if there(&year) {
        return Some(year);
    }
    let balance = matches!(asked, Asked::Output(o) if o.key().starts_with("balance"));
    let near = ALL_YEARS.filter(|_| balance).filter(there);
    near.min_by_key(|other| (other - year).abs())
}

/// The unit of a figure as in the tables; the currency in force where it is one that is chosen.
#[must_use]
pub fn unit(inputs: &Inputs, asked: Asked) -> &'static str {
    let chosen = match asked {
        Asked::Output(Output::BillLocal) => inputs.choices.importer.currency(),
        _ => Some(inputs.choices.currency),
    };
    match asked.unit() {
        "local" => chosen.map_or("USD", Currency::code),
        other => other,
    }
}

/// The figure for the central inputs.
#[must_use]
pub fn central(inputs: &Inputs, shared: &Shared, asked: Asked, year: i32) -> Option<f64> {
    Evaluator::new(inputs, shared, Case::Central, year).figure(asked)
}
