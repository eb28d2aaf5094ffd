//! Figures with ranges as text: as many digits as the range allows, the range itself, or the word that it is exact.

use lodestone_model::decimal;
use lodestone_model::inputs::Currency;
use lodestone_model::report::Range;

use super::{BETWEEN, EXACT_DIGITS, counted, grouped, in_tonnes, rounded, worded};
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

    /// Whether its numbers are counted in 만 or 万 where the reader does so.
    fn is_counted(self) -> bool {
        matches!(self.kind, Kind::Tonnes | Kind::Money(_))
    }

    fn worded(self, lang: Lang, number: &str) -> String {
        match self.kind {
            Kind::Plain => number.to_owned(),
            Kind::Percent => quantities::percent(lang, number),
            Kind::Tonnes => in_tonnes(lang, number),
            Kind::Kilograms => quantities::kg(lang, number),
            Kind::Money(currency) => worded(lang, currency, number),
        }
    }
}

/// A figure and its two ends as text, all in the same unit.
struct Written {
    middle: String,
    low: String,
    high: String,
    exact: bool,
}

impl Written {
    fn new(lang: Lang, range: Range, style: Style) -> Self {
        let range = style.scaled(range);
        let digits = Digits::of(range);
        let [middle, low, high] = [range.central, range.low, range.high].map(|v| digits.text(v, style.signed));
        let exact = digits == Digits::All;
        if !style.is_counted() {
            return Self { middle, low, high, exact };
        }
        let together = counted(lang, &[middle, low, high].join(BETWEEN));
        let mut texts = together.split(BETWEEN).map(str::to_owned);
        let mut next = || texts.next().unwrap_or_default();
        Self { middle: next(), low: next(), high: next(), exact }
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
    let text = Digits::of(range).text(range.central, style.signed);
    // By itself it need not share the unit of its ends: figures below each other read alike.
    style.worded(lang, &if style.is_counted() { counted(lang, &text) } else { text })
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
    let written = Written::new(lang, range, style);
    let middle = style.worded(lang, &written.middle);
    if written.exact {
        return (middle, quantities::exact(lang).to_owned());
    }
    // A dash between two signs would be one too many.
    let signs = style.signed || range.low < 0.0;
    let between = if signs { quantities::from_to } else { quantities::between };
    (middle, between(lang, &written.low, &written.high))
}

/// The two ends by themselves, in the digits of the range.
#[must_use]
pub fn both_ends(lang: Lang, range: Range, style: Style) -> (String, String) {
    let written = Written::new(lang, range, style);
    (style.worded(lang, &written.low), style.worded(lang, &written.high))
}

/// A figure as its source states it, all of its digits, its two ends in brackets where the source has them.
#[must_use]
pub fn stated(lang: Lang, range: Range) -> String {
    let all = |value: f64| rounded(value, EXACT_DIGITS);
    if range.is_exact() {
        return all(range.central);
    }
    quantities::bracket(lang, &all(range.central), &quantities::between(lang, &all(range.low), &all(range.high)))
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

    #[test]
    fn a_figure_and_its_range_are_counted_alike() {
        let range = |low, central, high| Range { low, central, high, error: 0.0 };
        let money = Style::money(Some(Currency::Krw));
        let wide = range(112_345.0, 143_210.0, 180_001.0);
        assert_eq!(ranged(Lang::Ko, wide, TONNES), "14만 3천 톤 (11만 2천~18만)");
        assert_eq!(ranged(Lang::Zh, wide, TONNES), "14.3万吨（11.2万～18万）");
        assert_eq!(ranged(Lang::En, wide, TONNES), "143,000 t (112,000–180,000)");
        assert_eq!(ranged(Lang::Ko, wide, PLAIN), "143,000 (112,000~180,000)");
        assert_eq!(ranged(Lang::Zh, range(9_481.0, 12_345.0, 15_219.0), USD), "1.23万美元（0.95万～1.52万）");
        assert_eq!(ranged(Lang::Zh, range(730.0, 63_000.0, 190_000.0), USD), "6.3万美元（0.1万～19万）");
        assert_eq!(ranged(Lang::Zh, range(230.0, 12_000.0, 19_000.0), USD), "12,000美元（200～19,000）");
        assert_eq!(middle(Lang::Zh, range(230.0, 12_000.0, 19_000.0), USD), "1.2万美元");
        assert_eq!(ranged(Lang::Ko, range(-91_507.0, -14_002.0, 29_674.0), money), "−1만 4천 원 (−9만 2천~3만)");
        let signed = range(-91_507.0, -14_002.0, 29_674.0);
        assert_eq!(ranged(Lang::Zh, signed, USD.with_sign()), "−1.4万美元（−9.2万至+3万）");
        assert_eq!(middle(Lang::Ko, range(66_040.0, 66_040.0, 66_040.0), TONNES), "6만 6,040톤");
        assert_eq!(both_ends(Lang::Ko, wide, TONNES), ("11만 2천 톤".to_owned(), "18만 톤".to_owned()));
    }
}
