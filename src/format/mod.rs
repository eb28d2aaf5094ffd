//! The only place where a number becomes text.
//!
//! A figure with a range shows as many digits as its range allows: two of half its width, and none below the standard
//! error of the sampling. An exact figure shows all of its digits and says that it is exact. Figures beside which no range
//! can stand (ticks of an axis) show three significant digits. Minus is a real minus sign; groups of three are set off by
//! commas in all three languages. From ten thousand on, money, tonnes and counts are counted in 만 and 억, 万 and 亿 where
//! the reader does so; shares, prices per kilogram, kilograms and other technical quantities stay in digits, and so do
//! tables of a chart and what a program reads.

mod date;
mod myriads;
mod range;
mod ticks;

use lodestone_model::data::Unit;
use lodestone_model::inputs::Currency;

use crate::text::{Lang, quantities, spoken_units, units};

pub use date::{date, period};
pub use myriads::{before_unit, counted};
pub use range::stated;
pub use range::{KILOGRAMS, PERCENT, PLAIN, Style, TONNES, USD, apart, both_ends, ends, middle, ranged};
pub use ticks::{ticks, ticks_between, ticks_by_factors};

/// Significant digits of a computed figure.
const DIGITS: usize = 3;
/// Significant digits that a stated or typed value may have.
const EXACT_DIGITS: usize = 12;

/// Parts numbers that are counted together; stands in none.
const BETWEEN: &str = "\n";

/// A number as a program reads it: all of its digits, a point, no groups.
#[must_use]
pub fn plain(value: f64) -> String {
    value.to_string()
}

/// A computed figure: three significant digits, grouped. 42133.26 → `42,100`, 0.04 → `0.04`.
#[must_use]
pub fn figure(value: f64) -> String {
    rounded(value, DIGITS)
}

/// A stated value: all of its digits, grouped. 1421.3963 → `1,421.3963`.
#[must_use]
pub fn exact(value: f64) -> String {
    rounded(value, EXACT_DIGITS)
}

/// A value in a formula: five significant digits, so that a reader can check it.
#[must_use]
pub fn exact5(value: f64) -> String {
    rounded(value, 5)
}

/// Dollars in a formula.
#[must_use]
pub fn money_exact5(lang: Lang, value: f64) -> String {
    worded(lang, None, &counted(lang, &exact5(value)))
}

/// A figure with its sign, zero without. 54.8 → `+54.8`.
#[must_use]
pub fn signed(value: f64) -> String {
    let text = figure(value);
    if text.starts_with('−') || text == "0" { text } else { format!("+{text}") }
}

/// Plain decimal notation with at most `digits` significant digits, no trailing zeros, groups of three.
fn rounded(value: f64, digits: usize) -> String {
    if !value.is_finite() {
        return "–".into();
    }
    if value == 0.0 {
        return "0".into();
    }
    // Scientific notation rounds correctly; the rest only moves the point.
    let scientific = format!("{:.*e}", digits - 1, value.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let figures: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let (whole, part) = if exponent >= 0 {
        let point = usize::try_from(exponent).unwrap_or(0) + 1;
        // Slices of texts that stop the program when they are wrong bring its printing of characters, 5 kB.
        let padded = format!("{figures:0<point$}");
        padded.split_at_checked(point).map(|(whole, part)| (whole.to_owned(), part.to_owned())).unwrap_or_default()
    } else {
        let zeros = usize::try_from(-exponent - 1).unwrap_or(0);
        ("0".to_owned(), "0".repeat(zeros) + &figures)
    };
    let part = part.trim_end_matches('0');
    let sign = if value < 0.0 { "−" } else { "" };
    let point = if part.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{part}", grouped(&whole))
}

fn grouped(whole: &str) -> String {
    let mut out = String::with_capacity(whole.len() + whole.len() / 3);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Money in a currency; `None` is the dollar. −54.8 → `−US$54.8`.
#[must_use]
pub fn money(lang: Lang, currency: Option<Currency>, value: f64) -> String {
    worded(lang, currency, &counted(lang, &figure(value)))
}

/// Money with its sign.
#[must_use]
pub fn signed_money(lang: Lang, currency: Option<Currency>, value: f64) -> String {
    worded(lang, currency, &counted(lang, &signed(value)))
}

fn worded(lang: Lang, currency: Option<Currency>, number: &str) -> String {
    let (sign, number) = match number.strip_prefix(['+', '−']) {
        Some(rest) => (number.strip_suffix(rest).unwrap_or_default(), rest),
        None => ("", number),
    };
    let number = before_unit(lang, number);
    let word = match currency {
        None => quantities::usd,
        Some(Currency::Cny) => quantities::cny,
        Some(Currency::Krw) => quantities::krw,
        Some(Currency::Eur) => quantities::eur,
        Some(Currency::Jpy) => quantities::jpy,
    };
    format!("{sign}{}", word(lang, &number))
}

/// Tonnes with their unit.
#[must_use]
pub fn tonnes(lang: Lang, value: f64) -> String {
    in_tonnes(lang, &counted(lang, &figure(value)))
}

fn in_tonnes(lang: Lang, number: &str) -> String {
    quantities::tonnes(lang, &before_unit(lang, number))
}

/// So many tonnes are one on the axis of a chart that says them in its unit: thousands, or 만 and 万.
#[must_use]
pub fn tonnes_of_charts(lang: Lang) -> f64 {
    if matches!(lang, Lang::Ko | Lang::Zh) { 10_000.0 } else { 1000.0 }
}

/// A typed number said back: all of its digits, and how it is counted where that reads otherwise.
#[must_use]
pub fn said(lang: Lang, value: f64) -> String {
    let digits = exact(value);
    let words = counted(lang, &digits);
    if words == digits { digits } else { quantities::bracket(lang, &digits, &words) }
}

/// Kilograms with their unit.
#[must_use]
pub fn kilograms(lang: Lang, value: f64) -> String {
    quantities::kg(lang, &figure(value))
}

/// A share as percent: 0.5229 → `52.3%`.
#[must_use]
pub fn percent(lang: Lang, share: f64) -> String {
    quantities::percent(lang, &figure(share * 100.0))
}

/// A share as percent with its sign.
#[must_use]
pub fn signed_percent(lang: Lang, share: f64) -> String {
    quantities::percent(lang, &signed(share * 100.0))
}

/// What a reader sees for a value kept in `unit`: percent for shares, the value itself for everything else.
#[must_use]
pub fn shown(unit: Unit, value: f64) -> f64 {
    if is_percent(unit) { value * 100.0 } else { value }
}

/// The value kept for what a reader typed; the inverse of [`shown`].
#[must_use]
pub fn kept(unit: Unit, typed: f64) -> f64 {
    if is_percent(unit) { typed / 100.0 } else { typed }
}

fn is_percent(unit: Unit) -> bool {
    matches!(unit, Unit::Share | Unit::SharePerYear | Unit::Change | Unit::ChangePerYear)
}

/// A value as it stands in a field: stated digits, without what binary fractions add. 0.07 kept is `7` percent.
#[must_use]
pub fn field(unit: Unit, value: f64) -> String {
    // Defaults worked out from rows have endless digits: five are more than any source has.
    let shown = shown(unit, value);
    let short = rounded(shown, 5);
    if (shown.abs() < 100_000.0 && rounded(shown, 8) != rounded(shown, EXACT_DIGITS)) || short == exact(shown) {
        short
    } else {
        exact(shown)
    }
}

/// A value kept in `unit`, with its unit. `700 kg/MW`
#[must_use]
pub fn with_unit(lang: Lang, unit: Unit, value: f64) -> String {
    let number = field(unit, value);
    let number = match unit {
        Unit::Share | Unit::Change => return quantities::percent(lang, &number),
        Unit::Ratio => return number,
        Unit::TPerYear | Unit::UsdPerUnit | Unit::UsdPerKg | Unit::KrwPerUsd => counted(lang, &number),
        _ => number,
    };
    let label = units::label(lang, unit);
    // Korean words stand at the digits, letters apart from them.
    if lang == Lang::Ko && !label.starts_with(|c: char| c.is_ascii()) {
        return before_unit(lang, &number) + label;
    }
    quantities::with_unit(lang, &number, label)
}

/// The same for those who hear it: the unit as a word.
#[must_use]
pub fn heard(lang: Lang, unit: Unit, value: f64) -> String {
    // A mark stands where the number is said.
    spoken_units::label(lang, unit).replace('#', &field(unit, value))
}

/// A figure with so many significant digits.
#[must_use]
pub fn significant(value: f64, digits: usize) -> String {
    rounded(value, digits)
}

/// Dollars, of a number that is text already.
#[must_use]
pub fn money_text(lang: Lang, number: &str) -> String {
    worded(lang, None, &counted(lang, number))
}

#[cfg(test)]
mod tests;
