//! What changed in the answers, in words: what the page of the site and the command say of
//! [`lodestone_model::moved`]. Not here: what moved, and why.

use lodestone_model::inputs::{Currency, Importer, Inputs};
use lodestone_model::moved::{Answer, Cause, Entry, Part};
use lodestone_model::outputs::Output;
use lodestone_model::release::Moved;

use crate::format;
use crate::formula::unit::with_unit;
use crate::labels::{self, Named};
use crate::link::told::{input, worth};
use crate::text::{Lang, moved as words, outputs, share};

/// Digits of an answer: those that a link carries.
const DIGITS: usize = 6;
/// Digits of what a cause adds.
const DIGITS_ADDED: usize = 4;

/// The folder of the releases, from the top of a site.
pub const FOLDER: &str = "releases/";

/// An answer that moved, as readers see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What readers call it.
    pub name: String,
    /// Its key.
    pub key: &'static str,
    /// What it was.
    pub was: String,
    /// What it is.
    pub is: String,
    /// The change in percent; a word where it came or went.
    pub change: String,
    /// A part for each cause.
    pub why: Vec<String>,
}

/// The answers that moved.
#[must_use]
pub fn lines(entry: &Entry, lang: Lang) -> Vec<Line> {
    entry.answers.iter().map(|answer| line(entry, answer, lang)).collect()
}

/// What stands before the list of answers that moved: since when, or why there is none.
#[must_use]
pub fn lead(entry: &Entry, lang: Lang) -> String {
    match entry.before {
        None => words::first(lang).to_owned(),
        Some(before) if entry.answers.is_empty() => words::none(lang, before),
        Some(before) => words::since(lang, before, &entry.answers.len().to_string()),
    }
}

/// What else moved: the defaults that moved none of the listed answers, and the scenarios.
#[must_use]
pub fn rest(entry: &Entry, lang: Lang) -> Vec<String> {
    let counts = |i: usize| entry.answers.iter().any(|a| a.parts.iter().any(|p| p.cause == Cause::Defaults(i)));
    let idle: Vec<String> = (0..entry.defaults.len())
        .filter(|i| !counts(*i))
        .map(|i| entry.defaults[i].as_slice())
        .map(|all| named(all, lang))
        .collect();
    let scenario = |m: &Moved| {
        let known = lodestone_model::data::NamedScenario::ALL.into_iter().find(|s| s.key() == m.key);
        known.map_or_else(|| m.key.clone(), |s| labels::scenario(lang, s).to_owned())
    };
    let stories: Vec<String> = entry.scenarios.iter().map(scenario).collect();
    let said =
        |all: &[String], word: fn(Lang, &str) -> String| (!all.is_empty()).then(|| word(lang, &all.join(stop(lang))));
    [said(&idle, words::idle), said(&stories, words::scenarios)].into_iter().flatten().collect()
}

/// The whole log as text, which is Markdown too.
#[must_use]
pub fn text(all: &[Entry], lang: Lang) -> String {
    let mut out = format!("# {}\n", words::title(lang));
    for entry in all {
        out += &format!("\n## {}\n\n{}\n", words::release(lang, entry.release), lead(entry, lang));
        let lines = lines(entry, lang);
        if !lines.is_empty() {
            out.push('\n');
        }
        for Line { name, key, was, is, change, why } in lines {
            out += &format!("- {name} (`{key}`): {was} → {is} ({change}). {}\n", why.join(stop(lang)));
        }
        rest(entry, lang).iter().for_each(|said| out += &format!("\n{said}\n"));
    }
    out
}

/// The address of a release on a site, from its top, with a slash at the end.
#[must_use]
pub fn place(release: &str) -> String {
    format!("{}{release}/", FOLDER)
}

fn line(entry: &Entry, answer: &Answer, lang: Lang) -> Line {
    let output = Output::named(answer.key);
    let shown = |v: f64, digits: usize| {
        let number = format::significant(v, digits);
        output.map_or(number.clone(), |output| with_unit(lang, &number, unit(output, lang)))
    };
    let of = |v: Option<f64>| v.map_or_else(|| share::nothing(lang).to_owned(), |v| shown(v, DIGITS));
    let whole = answer.was.zip(answer.is).map(|(was, is)| is - was);
    let part = |part: &Part| {
        let cause = match part.cause {
            Cause::Defaults(i) => named(&entry.defaults[i], lang),
            Cause::Model => words::model(lang).to_owned(),
        };
        match part.adds.zip(whole) {
            None => cause,
            Some((adds, whole)) => {
                let sign = if adds > 0.0 { "+" } else { "" };
                let share = format::percent(lang, adds / whole);
                words::part(lang, &cause, &format!("{sign}{}", shown(adds, DIGITS_ADDED)), &share)
            }
        }
    };
    Line {
        name: output.map_or_else(|| answer.key.to_owned(), |output| outputs::label(lang, output).to_owned()),
        key: answer.key,
        was: of(answer.was),
        is: of(answer.is),
        change: match (answer.change(), answer.was, answer.is) {
            (Some(change), _, _) => format::signed_percent(lang, change),
            (_, None, _) => words::came(lang).to_owned(),
            (_, _, None) => words::went(lang).to_owned(),
            _ => words::from_nothing(lang).to_owned(),
        },
        why: answer.parts.iter().map(part).collect(),
    }
}

/// Stands between the parts of a list.
fn stop(lang: Lang) -> &'static str {
    if lang == Lang::Zh { "；" } else { "; " }
}

/// The unit of a default answer, money in the currency that the defaults choose.
fn unit(output: Output, lang: Lang) -> &'static str {
    let choices = Inputs::default().choices;
    let local = match output {
        Output::BillLocal => Importer::currency(choices.importer),
        _ => Some(choices.currency),
    };
    match (output.unit(), local) {
        ("local", Some(currency)) => Currency::label(currency, lang),
        ("local", None) => "USD",
        (unit, _) => unit,
    }
}

/// Defaults that moved together, with what they were and are; of many years the first and the last.
fn named(all: &[Moved], lang: Lang) -> String {
    let one = |m: &Moved| share::moved_one(lang, &input(&m.key, lang), &worth(m, &m.was, lang), &worth(m, &m.is, lang));
    match all {
        [first, between @ .., last] if between.len() > 2 => {
            format!("{}, …, {}", one(first), one(last))
        }
        _ => all.iter().map(one).collect::<Vec<_>>().join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lodestone_model::moved::{entry, log};
    use lodestone_model::release::Release;

    /// The present release after one that began with another motor and had one answer that is gone.
    fn made_up() -> Entry {
        let text =
            format!("\n{}", Release::present().text).replace("\nev-magnet-kg=1..2..4\n", "\nev-magnet-kg=1..1.5..4\n");
        let text = text.replace("answer.motor-magnet-kg=2\n", "answer.motor-magnet-kg=1.5\nanswer.old-answer=7\n");
        entry(Some(Release::of("0.0.1-2020.01.1", Box::leak(text.into_boxed_str()))), Release::present())
    }

    #[test]
    fn an_answer_that_moved_is_told_with_what_it_was_what_it_is_and_why_in_every_language() {
        let entry = made_up();
        for (lang, why, gone) in [
            (Lang::En, "(1.5 kg (1–4) then, 2 kg (1–4) now): +0.5 kg, 100% of the change", "no value"),
            (Lang::Ko, "+0.5 kg, 변화의 100%", "값 없음"),
            (Lang::Zh, "+0.5千克，占变动的100%", "无"),
        ] {
            let lines = lines(&entry, lang);
            let kg = lines.iter().find(|line| line.key == "motor-magnet-kg").unwrap();
            assert!(kg.was.contains("1.5") && kg.is.contains('2') && kg.change.contains("+33.3"), "{kg:?}");
            assert!(kg.why.len() == 1 && kg.why[0].contains(why), "{kg:?}");
            let old = lines.iter().find(|line| line.key == "old-answer").unwrap();
            assert_eq!((old.is.as_str(), old.why.as_slice()), (gone, &[words::model(lang).to_owned()][..]));
            let text = text(std::slice::from_ref(&entry), lang);
            assert!(text.contains("(`motor-magnet-kg`): 1.5") && text.contains("0.0.1-2020.01.1"), "{text}");
        }
    }

    #[test]
    fn the_log_has_a_heading_for_each_release_and_says_that_the_first_has_none_before_it() {
        let text = text(&log(), Lang::En);
        assert_eq!(text.matches("\n## ").count(), lodestone_model::release::RELEASES.len());
        assert!(text.trim_end().ends_with(words::first(Lang::En)), "{text}");
    }
}
