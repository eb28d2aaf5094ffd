//! The audit of the claims in words: a claim's number, the arithmetic filled in, what would make it true.
//!
//! Not here: the arithmetic itself, which is the engine's, and markup.

mod conflict;

use lodestone_model::claims::{Origin, Tested, Value, Verdict};
use lodestone_model::data::{CLAIMS, ClaimsRow};

pub use conflict::conflict;

use crate::format;
use crate::formula::signs;
use crate::formula::unit::unit as unit_of;
use crate::formula::unit::with_range;
pub use crate::formula::unit::with_unit;
use crate::text::{Lang, claims as words, outputs, parameters};

/// Digits of a number in a comparison.
const DIGITS: usize = 4;

/// What a claim is about, in the reader's language.
#[must_use]
pub fn subject(lang: Lang, claim: &ClaimsRow) -> &'static str {
    in_language(lang, [claim.subject, claim.subject_ko, claim.subject_zh_hans])
}

/// Which quantity of it is claimed.
#[must_use]
pub fn quantity(lang: Lang, claim: &ClaimsRow) -> &'static str {
    in_language(lang, [claim.quantity, claim.quantity_ko, claim.quantity_zh_hans])
}

/// What should be known about it; empty for most.
#[must_use]
pub fn note(lang: Lang, claim: &ClaimsRow) -> &'static str {
    in_language(lang, [claim.note, claim.note_ko, claim.note_zh_hans])
}

fn in_language(lang: Lang, [en, ko, zh]: [&'static str; 3]) -> &'static str {
    match lang {
        Lang::Ko => ko,
        Lang::Zh => zh,
        _ => en,
    }
}

/// The use that a claim is about, by the words of its subject and quantity.
#[must_use]
pub fn used(claim: &ClaimsRow) -> &'static str {
    const USES: [(&str, &[&str]); 6] = [
        ("robots", &["robot", "optimus"]),
        ("wind", &["wind", "turbine"]),
        ("vehicles", &["vehicle", "ev ", "evs", "car", "motor", "tesla"]),
        ("oxides", &["oxide", "neodymium", "dysprosium", "terbium", "ndpr", "metal"]),
        ("mining", &["ore", "mine", "mining", "reserve", "quota", "monazite", "reo", "rare earths"]),
        ("magnets", &["magnet", "ndfeb"]),
    ];
    let text = format!("{} {} ", claim.subject, claim.quantity).to_lowercase();
    let says = |words: &[&str]| words.iter().any(|w| text.contains(w));
    USES.iter().find(|(_, words)| says(words)).map_or("none", |(key, _)| key)
}

/// The unit by itself, as a reader writes it.
#[must_use]
pub fn unit_word(lang: Lang, unit: &str) -> String {
    if unit == "percent" { "%".to_owned() } else { unit_of(lang, unit) }
}

/// The word for a verdict.
#[must_use]
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Recorded => words::verdict_recorded(lang),
        Verdict::Reproduced => words::verdict_reproduced(lang),
        Verdict::ReproducedIf => words::verdict_reproduced_if(lang),
        Verdict::NotReproduced => words::verdict_not_reproduced(lang),
        Verdict::Inconsistent => words::verdict_inconsistent(lang),
    }
}

/// A claim's number or range as printed, with its unit: `2–4 kg/unit`.
#[must_use]
pub fn shown(lang: Lang, claim: &ClaimsRow) -> String {
    let number = match (claim.low, claim.central, claim.high) {
        (Some(low), None, Some(high)) => words::between(lang, &stated(low), &stated(high)),
        (_, Some(central), _) => stated(central),
        (Some(one), ..) | (.., Some(one)) => stated(one),
        (None, None, None) => String::new(),
    };
    with_unit(lang, &number, claim.unit)
}

/// A number as somebody stated it: all digits; a year without a separator.
fn stated(number: f64) -> String {
    if (1900.0..2100.0).contains(&number) && number.fract() == 0.0 {
        format!("{number}")
    } else {
        format::exact(number)
    }
}

/// A number of a comparison: stated ones in full, worked-out ones in four digits.
fn number(v: &Value, number: f64) -> String {
    match v.operand.origin {
        Origin::Model(_) => format::significant(number, DIGITS),
        _ => stated(number),
    }
}

/// One operand with its unit: the figure, or the range where it has one that was stated.
#[must_use]
pub fn operand(lang: Lang, v: &Value) -> String {
    let [low, central, high] = v.operand.numbers;
    let figure = match v.operand.origin {
        Origin::Claim(_) | Origin::Row(..) | Origin::Literal if low < high => {
            words::between(lang, &stated(low), &stated(high))
        }
        Origin::Claim(_) | Origin::Row(..) | Origin::Literal => stated(central),
        _ => number(v, v.numbers[1]),
    };
    let sign = if v.operand.scale < 0.0 { "−" } else { "" };
    format!("{sign}{}", with_unit(lang, &figure, v.operand.unit))
}

/// The arithmetic with numbers and units: `66,000 t/year ÷ 26,000,000 = 2.538 kg`.
#[must_use]
pub fn arithmetic(lang: Lang, t: &Tested) -> String {
    let formula = t.audit.rule.formula(t.operands.len());
    let mut left = String::new();
    let mut rest = formula.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let Some((index, after)) = after.split_once('}') else { break };
        left += &signs(before);
        let place: usize = index.parse().unwrap_or(1);
        left += &t.operands.get(place - 1).map(|v| operand(lang, v)).unwrap_or_default();
        rest = after;
    }
    left += &signs(rest);
    format!("{left} = {}", ours(lang, t))
}

/// What follows from the operands, in the claim's unit, with its range where it has one.
#[must_use]
pub fn ours(lang: Lang, t: &Tested) -> String {
    let [low, central, high] = t.ours;
    let short = |x: f64| if x.is_finite() { format::significant(x, DIGITS) } else { "–".to_owned() };
    let unit = t.audit.claim().unit;
    if (high - low).abs() <= 1e-3 * central.abs() {
        with_unit(lang, &short(central), unit)
    } else {
        let [middle, low, high] = with_range(lang, [&short(central), &short(low), &short(high)], unit);
        words::with_range(lang, &middle, &low, &high)
    }
}

/// What the claim is against what follows: `1.8 times`, or nothing where a factor says nothing.
#[must_use]
pub fn compared(lang: Lang, t: &Tested) -> String {
    match t.factor {
        Some(f) if (0.995..1.005).contains(&f) => words::same(lang).to_owned(),
        Some(f) => words::times_ours(lang, &format::significant(f, 2)),
        None => words::no_factor(lang).to_owned(),
    }
}

/// The value that would make the claim true; `None` where it fits, or nothing does.
#[must_use]
pub fn named(lang: Lang, t: &Tested) -> Option<String> {
    let needed = t.needed?;
    let operand = &t.operands[needed.operand];
    let unit = needed.param.map_or(operand.operand.unit, |p| p.spec().unit.key());
    let value = with_unit(lang, &format::significant(needed.value, DIGITS), unit);
    let what = match (needed.param, operand.operand.origin) {
        (Some(param), _) => parameters::label(lang, param).to_owned(),
        (None, origin) => name(lang, origin),
    };
    Some(if needed.within {
        words::needed_within(lang, &what, &value)
    } else {
        words::needed_outside(lang, &what, &value)
    })
}

/// What an operand is called.
#[must_use]
pub fn name(lang: Lang, origin: Origin) -> String {
    match origin {
        Origin::Claim(i) => CLAIMS[i].id.to_owned(),
        Origin::Row(table, row, _) => format!("{table}/{row}"),
        Origin::Param(param) => parameters::label(lang, param).to_owned(),
        Origin::Model(asked) => {
            let key = asked.split(['@', '?']).next().unwrap_or_default();
            lodestone_model::outputs::Output::named(key).map_or(asked, |o| outputs::label(lang, o)).to_owned()
        }
        Origin::Literal => words::stated(lang).to_owned(),
    }
}
