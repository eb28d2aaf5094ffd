//! The three answers at the top, and what a reader should know about them.

use lodestone_model::report::{Flag, Product, Report, SupplySide};

use crate::components::answers::Answer;
use crate::format;
use crate::labels;
use crate::route::Route;
use crate::state::State;
use crate::text::{Lang, page, parameters, product, supply};

/// The answers of all three calculators; each leads to its own, on this page or another.
#[must_use]
pub fn answers(report: &Report, route: Route, lang: Lang) -> Vec<Answer> {
    let at = |page: Route| match route {
        Route::Everything => format!("#{}", page.key()),
        here if here == page => format!("#{}", page.key()),
        here => here.to(page, lang),
    };
    let of = |page, question: &str, p: &Product| {
        let usd = &p.currencies[0];
        let value = if usd.difference.is_exact() && usd.difference.central == 0.0 {
            page::no_change(lang).to_owned()
        } else {
            format::middle(lang, usd.difference, format::USD.with_sign())
        };
        let range = product::range_short(lang, &format::ends(lang, usd.difference, format::USD.with_sign()));
        let note = format!("{range} · {}", format::ranged(lang, usd.change, format::PERCENT.with_sign()));
        Answer { target: at(page), question: question.to_owned(), value, note }
    };
    vec![
        of(Route::Motor, page::answer_motor(lang), &report.motor),
        of(Route::Turbine, page::answer_turbine(lang), &report.wind),
        Answer {
            target: at(Route::Demand),
            question: page::answer_demand(lang, &report.year.year.to_string()),
            value: format::middle(lang, report.year.magnet, format::TONNES),
            note: product::range_short(lang, &format::ends(lang, report.year.magnet, format::TONNES)),
        },
    ]
}

/// The answer that matters most on a page, as one sentence with its range.
#[must_use]
pub fn spoken(report: &Report, side: Option<&SupplySide>, route: Route, lang: Lang) -> String {
    let gap = side.filter(|_| route == Route::Balance).and_then(|s| s.balance.last());
    if let Some((year, gap)) = gap.and_then(|b| Some((b.year, b.gap?))) {
        let value = format::ranged(lang, gap, format::TONNES.with_sign());
        return format!("{} {year}: {value}", supply::gap(lang));
    }
    let all = answers(report, route, lang);
    let place = match route {
        Route::Turbine => 1,
        Route::Demand => 2,
        _ => 0,
    };
    all.get(place).map_or_else(String::new, |a| format!("{}: {}, {}", a.question, a.value, a.note))
}

/// What a reader should know, as sentences.
#[must_use]
pub fn flags(report: &Report, lang: Lang) -> Vec<String> {
    let sentence = |flag: &Flag| match flag {
        Flag::OutsideEvidence(param) => page::flag_outside(lang, parameters::label(lang, *param)),
        Flag::NegativePrice(metal) => page::flag_negative(lang, labels::part(lang, *metal)),
    };
    report.flags.iter().map(sentence).collect()
}

/// The list of shocks in force, where it is neither the fields' nor a scenario's of the library.
#[must_use]
pub fn listed(state: &State, lang: Lang) -> Option<String> {
    let shocks = state.inputs.shocks.as_ref().filter(|_| state.scenario.is_none())?;
    let all: Vec<String> = shocks.iter().map(ToString::to_string).collect();
    Some(page::flag_listed(lang, &all.join("; ")))
}
