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

use lodestone_model::data::Unit;
use lodestone_model::inputs::Currency;

use crate::text::{Lang, quantities, spoken_units, units};

pub use date::{date, period};
pub use myriads::{before_unit, counted};
pub use range::stated;
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

/// Round numbers for an axis that need not begin at 0.
#[must_use]
pub fn ticks_between(lang: Lang, from: f64, to: f64, most: u32) -> Vec<(f64, String)> {
    let span = steps(0.0, to - from, most);
    let step = span.get(1).copied().unwrap_or_default();
    if step <= 0.0 {
        return Vec::new();
    }
    let first = (from / step).ceil();
    let at = (0..=most).map(|i| (first + f64::from(i)) * step).filter(|t| *t <= to);
    // Rounding leaves a trace of zero.
    along(lang, at.map(|t| if t.abs() < step * 1e-9 { 0.0 } else { t }).collect(), 5)
}

/// Round numbers for an axis from 0 (or `low`, where that is negative) to `high`: at most `most` steps.
#[must_use]
pub fn ticks(lang: Lang, low: f64, high: f64, most: u32) -> Vec<(f64, String)> {
    along(lang, steps(low, high, most), DIGITS)
}

/// The ticks of an axis with their text, all in one unit.
fn along(lang: Lang, at: Vec<f64>, digits: usize) -> Vec<(f64, String)> {
    let plain: Vec<String> = at.iter().map(|t| rounded(*t, digits)).collect();
    let texts = myriads::along(lang, &plain.join(BETWEEN));
    at.into_iter().zip(texts.split(BETWEEN).map(str::to_owned)).collect()
}

/// Parts numbers that are counted together; stands in none.
const BETWEEN: &str = "\n";

fn steps(low: f64, high: f64, most: u32) -> Vec<f64> {
    let low = low.min(0.0);
    let span = high - low;
    if !(span.is_finite() && span > 0.0) {
        return vec![0.0];
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
    (0..=most).map(|i| (first + f64::from(i)) * step).filter(|t| *t <= high * 1.000_001).collect()
}

/// Round numbers for an axis that goes by factors, from `low` to `high`: 1, 2, 5 of every power of ten.
#[must_use]
pub fn ticks_by_factors(lang: Lang, low: f64, high: f64) -> Vec<(f64, String)> {
    if !(low > 0.0 && low <= high && high.is_finite()) {
        return Vec::new();
    }
    let mut power = 1.0;
    while power > low {
        power /= 10.0;
    }
    while power * 10.0 <= low {
        power *= 10.0;
    }
    let mut found = Vec::new();
    while power <= high {
        found.extend([1.0, 2.0, 5.0].map(|step| step * power).into_iter().filter(|t| (low..=high).contains(t)));
        power *= 10.0;
    }
    along(lang, found, DIGITS)
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
        assert_eq!(signed_money(Lang::Ko, Some(Currency::Krw), 103_020.0), "+10만 3천 원");
        assert_eq!(money(Lang::Ko, Some(Currency::Krw), 3.2e8), "3억 2천만 원");
        assert_eq!(money(Lang::Ko, Some(Currency::Krw), 9_990.0), "9,990원");
        assert_eq!(money(Lang::Zh, Some(Currency::Cny), 394.0), "394元");
        assert_eq!(money(Lang::Zh, Some(Currency::Cny), 3.2e8), "3.2亿元");
        assert_eq!(money(Lang::Zh, Some(Currency::Krw), -54_760_000.0), "−5480万韩元");
        let all = [None, Some(Currency::Cny), Some(Currency::Krw), Some(Currency::Eur), Some(Currency::Jpy)];
        let texts = |lang| all.map(|c| money(lang, c, 25_000.0)).join(" ");
        assert_eq!(texts(Lang::En), "US$25,000 CN¥25,000 ₩25,000 €25,000 JP¥25,000");
        assert_eq!(texts(Lang::Ko), "2만 5천 달러 2만 5천 위안 2만 5천 원 2만 5천 유로 2만 5천 엔");
        assert_eq!(texts(Lang::Zh), "2.5万美元 2.5万元 2.5万韩元 2.5万欧元 2.5万日元");
    }

    #[test]
    fn ticks_are_round_and_cover_the_range() {
        let texts = |low, high| ticks(Lang::En, low, high, 5).into_iter().map(|(_, t)| t).collect::<Vec<_>>();
        assert_eq!(texts(0.0, 173.0), ["0", "50", "100", "150"]);
        assert_eq!(texts(0.0, 0.0), ["0"]);
        assert_eq!(texts(0.0, f64::NAN), ["0"]);
        assert_eq!(texts(0.0, 1.0), ["0", "0.2", "0.4", "0.6", "0.8", "1"]);
    }

    #[test]
    fn axes_count_as_their_readers_do() {
        let texts = |lang, high| ticks(lang, 0.0, high, 5).into_iter().map(|(_, t)| t).collect::<Vec<_>>();
        assert_eq!(texts(Lang::Ko, 47_000.0), ["0", "1만", "2만", "3만", "4만"]);
        assert_eq!(texts(Lang::Zh, 24_000.0), ["0", "0.5万", "1万", "1.5万", "2万"]);
        assert_eq!(texts(Lang::Ko, 9_000.0), ["0", "2,000", "4,000", "6,000", "8,000"]);
        assert_eq!(texts(Lang::Zh, 3e8), ["0", "1亿", "2亿", "3亿"]);
        let between = ticks_between(Lang::Ko, -25_000.0, 31_000.0, 5);
        assert_eq!(between.into_iter().map(|(_, t)| t).collect::<Vec<_>>(), ["−2만", "0", "2만"]);
    }

    #[test]
    fn a_typed_number_is_said_back_in_digits_and_as_it_is_counted() {
        assert_eq!(said(Lang::Ko, 3.2e8), "320,000,000 (3억 2천만)");
        assert_eq!(said(Lang::Zh, 3.2e8), "320,000,000（3.2亿）");
        assert_eq!(said(Lang::Ko, 1234.5), "1,234.5");
        assert_eq!(said(Lang::En, 3.2e8), "320,000,000");
    }

    #[test]
    fn tonnes_and_money_are_counted_and_technical_quantities_are_not() {
        assert_eq!(with_unit(Lang::Ko, Unit::TPerYear, 66_000.0), "6만 6천 톤/년");
        assert_eq!(with_unit(Lang::Ko, Unit::TPerYear, 7_872.0), "7,872톤/년");
        assert_eq!(with_unit(Lang::Zh, Unit::TPerYear, 66_000.0), "6.6万吨/年");
        assert_eq!(with_unit(Lang::Ko, Unit::Kg, 12_500.0), "12,500 kg");
        assert_eq!(tonnes(Lang::Ko, 66_040.0), "6만 6천 톤");
        assert_eq!(tonnes(Lang::Ko, 6_604.0), "6,600톤");
        assert_eq!(tonnes(Lang::Zh, 66_040.0), "6.6万吨");
    }

    #[test]
    fn ticks_by_factors_are_one_two_five() {
        let texts = |low, high| ticks_by_factors(Lang::En, low, high).into_iter().map(|(_, t)| t).collect::<Vec<_>>();
        assert_eq!(texts(37.0, 2820.0), ["50", "100", "200", "500", "1,000", "2,000"]);
        assert_eq!(texts(0.2, 1.0), ["0.2", "0.5", "1"]);
        assert!(texts(0.0, 5.0).is_empty() && texts(1.0, f64::NAN).is_empty());
    }
}
