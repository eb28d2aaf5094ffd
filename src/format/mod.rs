//! The only place where a number becomes text.
//!
//! A figure with a range shows as many digits as its range allows: two of half its width, and none below the standard
//! error of the sampling. An exact figure shows all of its digits and says that it is exact. Figures beside which no range
//! can stand (ticks of an axis) show three significant digits. Minus is a real minus sign; groups of three are set off by
//! commas in all three languages.

mod range;

use lodestone_model::data::Unit;
use lodestone_model::inputs::Currency;

use crate::text::{Lang, quantities, units};

pub use range::{KILOGRAMS, PERCENT, PLAIN, Style, TONNES, USD, apart, both_ends, ends, middle, ranged};

/// Significant digits of a computed figure.
const DIGITS: usize = 3;
/// Significant digits that a stated or typed value may have.
const EXACT_DIGITS: usize = 12;

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
    worded(lang, None, &exact5(value))
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
    worded(lang, currency, &figure(value))
}

/// Money with its sign.
#[must_use]
pub fn signed_money(lang: Lang, currency: Option<Currency>, value: f64) -> String {
    worded(lang, currency, &signed(value))
}

fn worded(lang: Lang, currency: Option<Currency>, number: &str) -> String {
    let (sign, number) = match number.strip_prefix(['+', '−']) {
        Some(rest) => (number.strip_suffix(rest).unwrap_or_default(), rest),
        None => ("", number),
    };
    let word = match currency {
        None => quantities::usd(lang, number),
        Some(Currency::Cny) => quantities::cny(lang, number),
        Some(Currency::Krw) => quantities::krw(lang, number),
        Some(Currency::Eur) => quantities::eur(lang, number),
        Some(Currency::Jpy) => quantities::jpy(lang, number),
    };
    format!("{sign}{word}")
}

/// Tonnes with their unit.
#[must_use]
pub fn tonnes(lang: Lang, value: f64) -> String {
    quantities::tonnes(lang, &figure(value))
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
    match unit {
        Unit::Share | Unit::Change => quantities::percent(lang, &number),
        Unit::Ratio => number,
        _ => quantities::with_unit(lang, &number, units::label(lang, unit)),
    }
}

/// A figure with so many significant digits.
#[must_use]
pub fn significant(value: f64, digits: usize) -> String {
    rounded(value, digits)
}

/// Dollars, of a number that is text already.
#[must_use]
pub fn money_text(lang: Lang, number: &str) -> String {
    worded(lang, None, number)
}

/// Round numbers for an axis that need not begin at 0.
#[must_use]
pub fn ticks_between(from: f64, to: f64, most: u32) -> Vec<(f64, String)> {
    let span = ticks(0.0, to - from, most);
    let step = span.get(1).map_or(0.0, |(t, _)| *t);
    if step <= 0.0 {
        return Vec::new();
    }
    let first = (from / step).ceil();
    (0..=most)
        .map(|i| (first + f64::from(i)) * step)
        .filter(|t| *t <= to)
        // Rounding leaves a trace of zero.
        .map(|t| if t.abs() < step * 1e-9 { 0.0 } else { t })
        .map(|t| (t, rounded(t, 5)))
        .collect()
}

/// Round numbers for an axis from 0 (or `low`, where that is negative) to `high`: at most `most` steps.
#[must_use]
pub fn ticks(low: f64, high: f64, most: u32) -> Vec<(f64, String)> {
    let low = low.min(0.0);
    let span = high - low;
    if !(span.is_finite() && span > 0.0) {
        return vec![(0.0, "0".into())];
    }
    let mut step = 1.0;
    while step * f64::from(most) < span {
        step *= 10.0;
    }
    while step * f64::from(most) / 10.0 >= span {
        step /= 10.0;
    }
    for smaller in [0.2, 0.25, 0.5] {
        if step * smaller * f64::from(most) >= span {
            step *= smaller;
            break;
        }
    }
    let first = (low / step).ceil();
    (0..=most)
        .map(|i| (first + f64::from(i)) * step)
        .filter(|t| *t <= high * 1.000_001)
        .map(|t| (t, figure(t)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_round_at_the_edges() {
        for (value, text) in [
            (0.0, "0"),
            (0.9994, "0.999"),
            (0.9996, "1"),
            (999.4, "999"),
            (999.6, "1,000"),
            (42133.26, "42,100"),
            (-54.76, "−54.8"),
            (0.000_012_34, "0.0000123"),
            (1e15, "1,000,000,000,000,000"),
            (f64::NAN, "–"),
        ] {
            assert_eq!(figure(value), text, "{value}");
        }
    }

    #[test]
    fn stated_values_keep_their_digits() {
        assert_eq!(exact(1421.3963), "1,421.3963");
        assert_eq!(exact(10000.95), "10,000.95");
        assert_eq!(field(Unit::Share, 0.07), "7");
        assert_eq!(field(Unit::Kg, 24.998_945_044_519_115), "24.999");
        assert_eq!(field(Unit::KrwPerUsd, 1421.3963), "1,421.3963");
        assert_eq!(field(Unit::UsdPerKg, 123_456.0), "123,456");
    }

    #[test]
    fn money_carries_sign_and_currency_as_each_language_writes_them() {
        assert_eq!(signed_money(Lang::En, None, -54.76), "−US$54.8");
        assert_eq!(signed_money(Lang::Ko, Some(Currency::Krw), 103_020.0), "+103,000원");
        assert_eq!(money(Lang::Zh, Some(Currency::Cny), 394.0), "394元");
    }

    #[test]
    fn ticks_are_round_and_cover_the_range() {
        let texts = |low, high| ticks(low, high, 5).into_iter().map(|(_, t)| t).collect::<Vec<_>>();
        assert_eq!(texts(0.0, 173.0), ["0", "50", "100", "150"]);
        assert_eq!(texts(0.0, 0.0), ["0"]);
        assert_eq!(texts(0.0, f64::NAN), ["0"]);
        assert_eq!(texts(0.0, 1.0), ["0", "0.2", "0.4", "0.6", "0.8", "1"]);
    }
}
