//! The three answers at the top, and what a reader should know about them.

use lodestone_model::report::{Flag, Product, Report};

use crate::components::answers::Answer;
use crate::format;
use crate::labels;
use crate::text::{Lang, page, parameters, quantities};

/// The answers of all three calculators.
#[must_use]
pub fn answers(report: &Report, lang: Lang) -> Vec<Answer> {
    let product = |target, question: &str, p: &Product| {
        let (before, after) = (p.currencies[0].before.central, p.currencies[0].after.central);
        let difference = after - before;
        let value = if difference == 0.0 {
            page::no_change(lang).to_owned()
        } else {
            let usd = p.currencies[0];
            let share = format::middle(lang, usd.change, format::PERCENT.with_sign());
            quantities::bracket(lang, &format::middle(lang, usd.difference, format::USD.with_sign()), &share)
        };
        let note = crate::text::product::range_short(
            lang,
            &format::ends(lang, p.currencies[0].difference, format::USD.with_sign()),
        );
        Answer { target, question: question.to_owned(), value, note }
    };
    vec![
        product("motor", page::answer_motor(lang), &report.motor),
        product("turbine", page::answer_turbine(lang), &report.wind),
        Answer {
            target: "demand",
            question: page::answer_demand(lang, &report.year.year.to_string()),
            value: format::middle(lang, report.year.magnet, format::TONNES),
            note: crate::text::product::range_short(lang, &format::ends(lang, report.year.magnet, format::TONNES)),
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
