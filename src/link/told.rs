//! What was found of a link, in sentences. Not here: what is found ([`super::proof`]).

use lodestone_model::data::Param;
use lodestone_model::demand::Application;
use lodestone_model::derivation::Asked;
use lodestone_model::inputs::{Key, Spread};
use lodestone_model::outputs::Output;
use lodestone_model::release::Moved;

use super::RELEASE;
use super::proof::{Checked, Origin, Verdict};
use crate::format;
use crate::formula::{self, unit::with_unit};
use crate::labels::{self, Named};
use crate::text::{Lang, parameters, share as words};

/// Digits of an answer in a sentence: those that a link carries.
const DIGITS: usize = 6;
/// Most inputs that a sentence names.
const MOST_NAMED: usize = 8;

/// The sentences, the verdict first; none for a link of this release that carries no result.
#[must_use]
pub fn sentences(found: &Checked, lang: Lang) -> Vec<String> {
    let value = |output: Output, v: f64| {
        let unit = match output.unit() {
            "local" => found.asked.state.inputs.choices.currency.label(lang),
            unit => unit,
        };
        with_unit(lang, &format::significant(v, DIGITS), unit)
    };
    let name = |output: Output| formula::name(lang, Asked::Output(output));
    let mut out = Vec::new();
    match &found.verdict {
        Verdict::None => {}
        Verdict::Unreadable(text) => out.push(words::unreadable(lang, &short(text))),
        Verdict::Verified(was) => out.push(words::verified(lang, &name(was.output), &value(was.output, was.value))),
        Verdict::Differs { was, now: None } => {
            out.push(words::gone(lang, &name(was.output), &value(was.output, was.value)));
        }
        Verdict::Differs { was, now: Some(now) } => {
            let [then, is] = [was.value, *now].map(|v| value(was.output, v));
            out.push(if then == is {
                words::differs_elsewhere(lang, &name(was.output), &is)
            } else {
                words::differs(lang, &name(was.output), &then, &is)
            });
        }
    }
    match &found.origin {
        Origin::Unsaid | Origin::Present => {}
        Origin::Earlier(release) => out.push(words::earlier(lang, release.name, RELEASE)),
        Origin::Unknown(name) => out.push(words::later(lang, &short(name), RELEASE)),
    }
    for (list, word) in [
        (&found.moved, words::moved as fn(Lang, &str) -> String),
        (&found.lost, words::lost as fn(Lang, &str) -> String),
    ] {
        if !list.is_empty() {
            out.push(word(lang, &named(list, lang)));
        }
    }
    out
}

/// A text of an address may be as long as a page.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

fn named(list: &[Moved], lang: Lang) -> String {
    let one = |m: &Moved| words::moved_one(lang, &input(&m.key, lang), &worth(m, &m.was, lang), &worth(m, &m.is, lang));
    let mut all: Vec<String> = list.iter().take(MOST_NAMED).map(one).collect();
    if list.len() > MOST_NAMED {
        all.push("…".into());
    }
    all.join(if lang == Lang::Zh { "；" } else { "; " })
}

/// What readers call an input.
#[must_use]
pub fn input(key: &str, lang: Lang) -> String {
    match Key::named(key) {
        Ok(Key::Param(param)) => parameters::label(lang, param).to_owned(),
        Ok(Key::Units(application, year)) => format!("{} {year}", of(application, lang)),
        _ => key.to_owned(),
    }
}

fn of(application: Application, lang: Lang) -> &'static str {
    labels::application(lang, application)
}

/// A default as readers write it.
#[must_use]
pub fn worth(moved: &Moved, text: &str, lang: Lang) -> String {
    let number = |text: &str| lodestone_model::decimal::read(text);
    if text.is_empty() {
        return words::nothing(lang).to_owned();
    }
    match (param(&moved.key), number(text), Spread::read(text, number)) {
        (Some(param), Some(v), _) => format::with_unit(lang, param.spec().unit, v),
        (Some(param), None, Some(Spread::Likely(low, central, high))) => {
            let unit = param.spec().unit;
            let end = |v: f64| format::exact5(format::shown(unit, v));
            let range = crate::text::quantities::between(lang, &end(low), &end(high));
            crate::text::quantities::bracket(lang, &format::with_unit(lang, unit, central), &range)
        }
        _ => text.to_owned(),
    }
}

fn param(key: &str) -> Option<Param> {
    Param::ALL.into_iter().find(|p| p.key() == key)
}
