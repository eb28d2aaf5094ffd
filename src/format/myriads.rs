//! Large numbers as East Asia counts them, in ten thousands: `3억 2천만`, `3.2亿`.
//!
//! A Korean number goes on with its smaller parts, a Chinese one with decimals. Both begin at ten thousand and leave
//! alone what would be longer or in doubt: 60,040 is no 6만 40, 123,456 no 12.3456万. Numbers that stand together, such
//! as a figure and the ends of its range, are counted alike. Not here: how many digits a number has.

use super::grouped;
use crate::text::Lang;

/// Decimals behind 万 and 亿 that are read at a glance.
const DECIMALS: usize = 3;

/// How the numbers of a text are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Count {
    /// In digits, groups of three set off by commas.
    Digits,
    /// In parts: 만, and 억, and 조.
    Parts,
    /// In so many ten thousands of ten thousands, with decimals.
    Decimals(usize),
}

/// `text` with its numbers, in digits and commas, counted as readers of `lang` count.
#[must_use]
pub fn counted(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Ko => rewritten(lang, text, Count::parts(&all(text))),
        Lang::Zh => rewritten(lang, text, Count::decimals(&all(text), true)),
        _ => text.to_owned(),
    }
}

/// The same for the ticks of an axis, where there is room for decimals only.
pub(super) fn along(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Ko | Lang::Zh => rewritten(lang, text, Count::decimals(&all(text), false)),
        _ => text.to_owned(),
    }
}

/// A number with what stands between it and its unit: Korean sets words apart, not digits.
#[must_use]
pub fn before_unit(lang: Lang, number: &str) -> String {
    let apart = lang == Lang::Ko && number.ends_with(|c: char| c >= '가');
    if apart { format!("{number} ") } else { number.to_owned() }
}

/// The numbers of a text, each as its whole digits and what stands behind the point.
fn all(text: &str) -> Vec<(String, &str)> {
    text.split(|c| !in_number(c)).filter(|number| !number.is_empty()).map(parts).collect()
}

fn in_number(c: char) -> bool {
    matches!(c, '0'..='9' | ',' | '.')
}

fn parts(number: &str) -> (String, &str) {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    (whole.replace(',', ""), part)
}

fn rewritten(lang: Lang, text: &str, count: Count) -> String {
    if count == Count::Digits {
        return text.to_owned();
    }
    let (mut out, mut rest) = (String::new(), text);
    while !rest.is_empty() {
        let number = rest.trim_start_matches(in_number);
        let (head, tail) = rest.split_at_checked(rest.len() - number.len()).unwrap_or((rest, ""));
        if !head.is_empty() {
            out += &count.text(lang, head);
        }
        let other = tail.trim_start_matches(|c| !in_number(c));
        let (between, next) = tail.split_at_checked(tail.len() - other.len()).unwrap_or((tail, ""));
        out += between;
        rest = next;
    }
    out
}

impl Count {
    fn parts(numbers: &[(String, &str)]) -> Self {
        let clear = numbers.iter().all(|(whole, part)| {
            let (above, ones) = last_four(whole);
            let nothing = part.is_empty() && ones == "0000";
            above.is_empty() || nothing || (!ones.starts_with("00") && !last_four(above).1.trim_matches('0').is_empty())
        });
        if clear && numbers.iter().any(|(whole, _)| whole.len() > 4) { Self::Parts } else { Self::Digits }
    }

    /// The greatest unit in which no number has too many decimals; with `small` none is less than a tenth of it either.
    fn decimals(numbers: &[(String, &str)], small: bool) -> Self {
        let most = numbers.iter().map(|(whole, _)| whole.len()).max().unwrap_or(0);
        let fits = |unit: &usize| {
            most > 4 * unit
                && numbers.iter().all(|(whole, part)| {
                    let used = whole.trim_end_matches('0');
                    let zeros = whole.len() - used.len();
                    used.is_empty() && part.is_empty()
                        || part.is_empty() && zeros + DECIMALS >= 4 * unit && (!small || whole.len() >= 4 * unit)
                })
        };
        [3, 2, 1].into_iter().find(fits).map_or(Self::Digits, Self::Decimals)
    }

    fn text(self, lang: Lang, number: &str) -> String {
        let (whole, part) = parts(number);
        let unit = match self {
            Self::Decimals(unit) => unit,
            _ => 0,
        };
        if self == Self::Digits || whole.trim_start_matches('0').is_empty() || (unit == 0 && whole.len() <= 4) {
            return number.to_owned();
        }
        if unit == 0 {
            return in_parts(&whole, part);
        }
        let padded = format!("{whole:0>width$}", width = 4 * unit + 1);
        let (head, tail) = padded.split_at_checked(padded.len() - 4 * unit).unwrap_or_default();
        let tail = tail.trim_end_matches('0');
        let point = if tail.is_empty() { "" } else { "." };
        let head = if head.len() > 4 || lang == Lang::Ko { grouped(head) } else { head.to_owned() };
        let names = if lang == Lang::Ko { ["만", "억", "조"] } else { ["万", "亿", "万亿"] };
        format!("{head}{point}{tail}{}", names.get(unit - 1).copied().unwrap_or_default())
    }
}

/// What stands above the last four digits, and those.
fn last_four(digits: &str) -> (&str, &str) {
    digits.split_at_checked(digits.len().saturating_sub(4)).unwrap_or_default()
}

/// Whole digits and what stands behind the point as `1조 2,345억 6천만 7,890.5`.
fn in_parts(whole: &str, part: &str) -> String {
    let mut said: Vec<String> = Vec::new();
    let mut rest = whole;
    for name in ["", "만", "억", "조"] {
        // Nothing counts above 조: its number may have any length.
        let (above, four) = if name == "조" { ("", rest) } else { last_four(rest) };
        let four = four.trim_start_matches('0');
        let behind = if name.is_empty() { part } else { "" };
        match four.strip_suffix("000") {
            _ if four.is_empty() && behind.is_empty() => {}
            Some(thousands) if thousands.len() == 1 && behind.is_empty() => said.push(format!("{thousands}천{name}")),
            _ => {
                let point = if behind.is_empty() { "" } else { "." };
                said.push(format!("{}{point}{behind}{name}", grouped(four)));
            }
        }
        rest = above;
    }
    said.reverse();
    said.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn korean_counts_in_parts() {
        for (digits, text) in [
            ("9,999", "9,999"),
            ("5,000", "5,000"),
            ("10,000", "1만"),
            ("66,000", "6만 6천"),
            ("66,040", "6만 6,040"),
            ("60,500", "6만 500"),
            ("+93,000", "+9만 3천"),
            ("12,340,000", "1,234만"),
            ("20,000,000", "2천만"),
            ("320,000,000", "3억 2천만"),
            ("1,200,000,000,000", "1조 2천억"),
            ("12,345,000,000,000,000", "12,345조"),
            ("10,000.95", "10,000.95"),
            ("15,000.95", "1만 5,000.95"),
            // In doubt: 6만 40 would be heard as 6만 4천, 3억 5,678 as 3억 5,678만.
            ("60,040", "60,040"),
            ("300,005,678", "300,005,678"),
            // Together: what one end cannot be the others are not.
            ("61,000–60,040", "61,000–60,040"),
            ("−9,200 to 30,000", "−9,200 to 3만"),
            ("–", "–"),
        ] {
            assert_eq!(counted(Lang::Ko, digits), text, "{digits}");
        }
    }

    #[test]
    fn chinese_counts_with_decimals() {
        for (digits, text) in [
            ("9,999", "9,999"),
            ("10,000", "1万"),
            ("66,040", "6.604万"),
            ("123,456", "123,456"),
            ("26,000,000", "2600万"),
            ("320,000,000", "3.2亿"),
            ("3,123,450,000", "312,345万"),
            ("1,200,000,000,000", "1.2万亿"),
            ("+93,000", "+9.3万"),
            ("10,000.95", "10,000.95"),
            ("12,300 (9,500–15,200)", "1.23万 (0.95万–1.52万)"),
            ("63,000 (700–190,000)", "63,000 (700–190,000)"),
            ("−92,000 to 0", "−9.2万 to 0"),
        ] {
            assert_eq!(counted(Lang::Zh, digits), text, "{digits}");
        }
    }

    #[test]
    fn an_axis_has_one_unit() {
        assert_eq!(along(Lang::Ko, "0 5,000 10,000 15,000"), "0 0.5만 1만 1.5만");
        assert_eq!(along(Lang::Zh, "0 5,000 10,000 15,000"), "0 0.5万 1万 1.5万");
        assert_eq!(along(Lang::Zh, "−200,000,000 0 200,000,000"), "−2亿 0 2亿");
        assert_eq!(along(Lang::Ko, "0 2,000 4,000"), "0 2,000 4,000");
        assert_eq!(along(Lang::En, "0 20,000"), "0 20,000");
    }

    #[test]
    fn a_korean_unit_stands_apart_from_words_only() {
        assert_eq!(before_unit(Lang::Ko, "3억 2천만"), "3억 2천만 ");
        assert_eq!(before_unit(Lang::Ko, "6만 6,040"), "6만 6,040");
        assert_eq!(before_unit(Lang::Zh, "3.2亿"), "3.2亿");
    }
}
