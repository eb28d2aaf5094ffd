//! Figures with ranges as text: as many digits as the range allows, the range itself, or the word that it is exact.

use lodestone_model::decimal;
use lodestone_model::inputs::Currency;
use lodestone_model::report::Range;

use super::{EXACT_DIGITS, grouped, rounded, worded};
use crate::text::{Lang, quantities};

/// How a figure is worded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    kind: Kind,
    signed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Plain,
    Percent,
    Tonnes,
    Kilograms,
    Money(Option<Currency>),
}

/// The number alone.
pub const PLAIN: Style = Style { kind: Kind::Plain, signed: false };
/// A share, in percent.
pub const PERCENT: Style = Style { kind: Kind::Percent, signed: false };
/// Tonnes.
pub const TONNES: Style = Style { kind: Kind::Tonnes, signed: false };
/// Kilograms.
pub const KILOGRAMS: Style = Style { kind: Kind::Kilograms, signed: false };
/// Dollars.
pub const USD: Style = Style::money(None);

impl Style {
    /// Money in a currency; `None` is the dollar.
    #[must_use]
    pub const fn money(currency: Option<Currency>) -> Self {
        Self { kind: Kind::Money(currency), signed: false }
    }

    /// The same with a plus before what is above zero.
    #[must_use]
    pub const fn with_sign(self) -> Self {
        Self { signed: true, ..self }
    }

    fn scaled(self, range: Range) -> Range {
        if self.kind == Kind::Percent { range.map(|v| v * 100.0) } else { range }
    }

    fn worded(self, lang: Lang, number: &str) -> String {
        match self.kind {
            Kind::Plain => number.to_owned(),
            Kind::Percent => quantities::percent(lang, number),
            Kind::Tonnes => quantities::tonnes(lang, number),
            Kind::Kilograms => quantities::kg(lang, number),
            Kind::Money(currency) => worded(lang, currency, number),
        }
    }
}

/// How many digits a figure shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Digits {
    /// All that it has.
    All,
    /// Down to this power of ten.
    To(i32),
}

impl Digits {
    fn of(range: Range) -> Self {
        let half = (range.high - range.low) / 2.0;
        // What rounding leaves between equal ends is no range.
        if !(half.is_finite() && half > range.central.abs() * ROUNDING) {
            return Self::All;
        }
        // Two digits of half the width; the last one stands for no less than the error of the sampling.
        let wanted = power(half, 9.95) - 1;
        Self::To(if range.error > 0.0 { wanted.max(power(range.error, 10.0) + 1) } else { wanted })
    }

    fn text(self, value: f64, signed: bool) -> String {
        let text = match self {
            Self::All if rounded(value, SHORT) == rounded(value, EXACT_DIGITS) => rounded(value, SHORT),
            Self::All => rounded(value, ENDLESS),
            Self::To(power) => rounded_to(value, power),
        };
        let above = value > 0.0 && text.contains(|c: char| ('1'..='9').contains(&c));
        if signed && above { format!("+{text}") } else { text }
    }
}

/// Half the width of a range that is rounding alone, as a share of the figure.
const ROUNDING: f64 = 1e-12;
/// Significant digits within which an exact figure counts as one with an end.
const SHORT: usize = 8;
/// Significant digits of an exact figure whose digits do not end.
const ENDLESS: usize = 6;

/// The power of ten of the first digit, where a number from `round` times a power up counts as the next one: with 9.95
/// what two digits round to, so that 0.0996 is 0.10 and has −1; with 10 the power as it is.
fn power(value: f64, round: f64) -> i32 {
    // Compared, not written out: every figure of the page asks.
    let (mut unit, mut power) = (1.0, 0);
    while value >= round * unit && power < MOST_POWER {
        unit *= 10.0;
        power += 1;
    }
    while value < round / 10.0 * unit && power > -MOST_POWER {
        unit /= 10.0;
        power -= 1;
    }
    power
}

/// Powers of ten beyond which no figure is looked at closely.
const MOST_POWER: i32 = 300;

/// Plain decimal notation down to a power of ten, groups of three; zeros that say how exact it is stay.
fn rounded_to(value: f64, power: i32) -> String {
    if !value.is_finite() {
        return "–".into();
    }
    let text = if power <= 0 {
        format!("{:.*}", usize::try_from(-power).unwrap_or(0).min(EXACT_DIGITS), value.abs())
    } else {
        let step = decimal::read(&format!("1e{power}")).unwrap_or(1.0);
        format!("{:.0}", (value.abs() / step).round() * step)
    };
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let sign = if value < 0.0 && text.contains(|c: char| ('1'..='9').contains(&c)) { "−" } else { "" };
    let point = if part.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{part}", grouped(whole))
}

/// A figure in the digits that its range allows, without the range.
#[must_use]
pub fn middle(lang: Lang, range: Range, style: Style) -> String {
    let range = style.scaled(range);
    style.worded(lang, &Digits::of(range).text(range.central, style.signed))
}

/// The range of a figure, `27–176`, or the word that says that it is exact.
#[must_use]
pub fn ends(lang: Lang, range: Range, style: Style) -> String {
    apart(lang, range, style).1
}

/// A figure with its range: `US$55 (27–176)`, or with the word that says that it is exact.
#[must_use]
pub fn ranged(lang: Lang, range: Range, style: Style) -> String {
    let (middle, ends) = apart(lang, range, style);
    quantities::bracket(lang, &middle, &ends)
}

/// A figure and its range apart, for a table.
#[must_use]
pub fn apart(lang: Lang, range: Range, style: Style) -> (String, String) {
    let range = style.scaled(range);
    let digits = Digits::of(range);
    let middle = style.worded(lang, &digits.text(range.central, style.signed));
    if digits == Digits::All {
        return (middle, quantities::exact(lang).to_owned());
    }
    let (low, high) = (digits.text(range.low, style.signed), digits.text(range.high, style.signed));
    // A dash between two signs would be one too many.
    let signs = style.signed || range.low < 0.0;
    let between = if signs { quantities::from_to } else { quantities::between };
    (middle, between(lang, &low, &high))
}

/// The two ends by themselves, in the digits of the range.
#[must_use]
pub fn both_ends(lang: Lang, range: Range, style: Style) -> (String, String) {
    let range = style.scaled(range);
    let end = |v: f64| style.worded(lang, &Digits::of(range).text(v, style.signed));
    (end(range.low), end(range.high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_follow_the_range_and_never_pass_the_error_of_sampling() {
        let text = |low, central, high, error| {
            let range = Range { low, central, high, error };
            format!("{} ({})", middle(Lang::En, range, PLAIN), ends(Lang::En, range, PLAIN))
        };
        assert_eq!(text(26.73, 54.757, 193.3, 0.0), "55 (27–193)");
        assert_eq!(text(0.4187, 0.5, 0.61, 0.0), "0.500 (0.419–0.610)");
        assert_eq!(text(0.4187, 0.5, 0.61, 0.02), "0.5 (0.4–0.6)");
        assert_eq!(text(112_345.0, 143_210.0, 180_001.0, 600.0), "143,000 (112,000–180,000)");
        assert_eq!(text(1_233_000.0, 1_234_567.0, 1_239_800.0, 0.0), "1,234,600 (1,233,000–1,239,800)");
        assert_eq!(text(-9_150.7, -1_400.2, 2_967.4, 81.0), "−1,400 (−9,200 to 3,000)");
        assert_eq!(text(2.0, 2.0, 2.0, 0.0), "2 (exact)");
        assert_eq!(text(10_000.95, 10_000.95, 10_000.95, 0.0), "10,000.95 (exact)");
        assert_eq!(text(2.0 / 3.0, 2.0 / 3.0, 2.0 / 3.0, 0.0), "0.666667 (exact)");
        assert_eq!(text(-0.04, 0.0, 0.04, 0.0), "0.000 (−0.040 to 0.040)");
        // 0.0996 rounds to 0.10: its second digit is the second one after the point.
        assert_eq!(text(1.0 - 0.0996, 1.0, 1.0996, 0.0), "1.00 (0.90–1.10)");
    }

    #[test]
    fn signs_stand_where_something_is_left_after_rounding() {
        let range = Range { low: -8.0, central: 0.2, high: 95.0, error: 0.0 };
        assert_eq!(middle(Lang::En, range, USD.with_sign()), "US$0");
        assert_eq!(ends(Lang::En, range, USD.with_sign()), "−8 to +95");
    }
}
