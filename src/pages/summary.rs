//! The three answers at the top, and what a reader should know about them.

use lodestone_model::report::{Flag, Product, Report};

use crate::components::answers::Answer;
use crate::format;
use crate::labels;
use crate::state::State;
use crate::text::{Lang, page, parameters, product};

/// The answers of all three calculators.
#[must_use]
pub fn answers(report: &Report, lang: Lang) -> Vec<Answer> {
    let of = |target, question: &str, p: &Product| {
        let usd = &p.currencies[0];
        let value = if usd.difference.is_exact() && usd.difference.central == 0.0 {
            page::no_change(lang).to_owned()
        } else {
            format::middle(lang, usd.difference, format::USD.with_sign())
        };
        let range = product::range_short(lang, &format::ends(lang, usd.difference, format::USD.with_sign()));
        let note = format!("{range} · {}", format::ranged(lang, usd.change, format::PERCENT.with_sign()));
        Answer { target, question: question.to_owned(), value, note }
    };
    vec![
        of("motor", page::answer_motor(lang), &report.motor),
        of("turbine", page::answer_turbine(lang), &report.wind),
        Answer {
            target: "demand",
            question: page::answer_demand(lang, &report.year.year.to_string()),
            value: format::middle(lang, report.year.magnet, format::TONNES),
            note: product::range_short(lang, &format::ends(lang, report.year.magnet, format::TONNES)),
        },
    ]
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
