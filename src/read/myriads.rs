//! Numbers counted in ten thousands, as readers in East Asia type them: `3억 2천만`, `1.2조`, `3.2亿`, `6万6040`.
//!
//! A number is read from its right end, term by term: digits and the words behind them. What people hear in two ways is
//! refused: `3억 2천` is 3억 2천만 to some and 300,002,000 to others, `3만5` is 35,000 or 30,005. So digits without a
//! word fill the places that the word before them leaves, and 兆, a million or a million millions, is no word here.

use lodestone_model::decimal;

/// The power of ten that a word stands for; 0 for what is no such word.
const fn power(c: char) -> u32 {
    match c {
        '십' | '十' => 1,
        '백' | '百' => 2,
        '천' | '千' => 3,
        '만' | '万' | '萬' => 4,
        '억' | '亿' | '億' => 8,
        '조' => 12,
        _ => 0,
    }
}

const fn is_word(c: char) -> bool {
    power(c) > 0
}

/// Whether a text has such a word.
pub(super) fn is_counted(text: &str) -> bool {
    text.contains(is_word)
}

/// Digits and the words behind them.
struct Term {
    /// How many digits stand before its point.
    places: u32,
    /// The power of ten of all its words, and of those to its right that it shares.
    power: u32,
    /// Whether it has a word of its own.
    named: bool,
}

/// Reads such a number; `None` for one that is none, or in doubt.
pub(super) fn number(text: &str) -> Option<f64> {
    let (sign, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    // The great word that the terms further left share: 만 in 2천5백만.
    let (mut great, mut total) = (0, 0.0);
    let mut right: Option<Term> = None;
    while !rest.is_empty() {
        let (before, words) = cut(rest, rest.trim_end_matches(is_word).len());
        let (left, digits) = cut(before, before.trim_end_matches(|c| !is_word(c)).len());
        rest = left;
        let powers: Vec<u32> = words.chars().map(power).collect();
        let (small, own) = match powers[..] {
            [] => (0, 0),
            [small] if small < 4 => (small, 0),
            [great] => (0, great),
            [small, great] if small < 4 && great >= 4 => (small, great),
            // 万亿.
            [4, 8] => (0, 12),
            [small, 4, 8] if small < 4 => (small, 12),
            _ => return None,
        };
        if own > 0 {
            if own <= great {
                return None;
            }
            great = own;
        }
        // 천만 and 百万 need no digit; nothing else does without.
        let digits = if digits.is_empty() && rest.is_empty() && small > 0 { "1" } else { digits };
        let plain = plain(digits, right.is_none())?;
        let places = plain.find('.').unwrap_or(plain.len());
        let term = Term { places: u32::try_from(places).ok()?, power: great + small, named: !words.is_empty() };
        if small > 0 && places != 1 {
            return None;
        }
        if let Some(right) = &right {
            // Up to the last word of this term.
            let from = if own > 0 { own } else { term.power };
            if !follows(right, from) {
                return None;
            }
        }
        total += decimal::read(&format!("{plain}e{}", term.power))?;
        right = Some(term);
    }
    Some(sign * total).filter(|value| value.is_finite() && right.is_some())
}

/// Whether a term fits, without a doubt, behind a word of the power `from`.
fn follows(right: &Term, from: u32) -> bool {
    let Some(room) = from.checked_sub(right.power) else { return false };
    // Behind 만 a word makes clear what is meant; behind 억 only 만 does, which is a great word.
    let clear = right.named && (right.power >= 4 || from <= 4);
    let full = right.places + 1 >= room && (right.places > 1 || room == 1);
    room > 0 && right.places <= room && (clear || full)
}

/// Digits without the commas between them; `None` for anything else, and for a point where none can be.
fn plain(digits: &str, point: bool) -> Option<String> {
    let (whole, part) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let all = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.len() > first.len();
    let right = !first.is_empty()
        && (!grouped || first.len() <= 3)
        && all(first)
        && groups.all(|group| group.len() == 3 && all(group))
        && part.is_none_or(|part| point && !part.is_empty() && all(part));
    right.then(|| digits.replace(',', ""))
}

fn cut(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn what_readers_type_in_ten_thousands_is_read() {
        for (text, value) in [
            ("3억2천만", 3.2e8),
            ("3억2000만", 3.2e8),
            ("3억2,000만", 3.2e8),
            ("3억20000000", 3.2e8),
            ("1.2조", 1.2e12),
            ("1조2천만", 1.000_02e12),
            ("5천", 5e3),
            ("2천5백", 2_500.0),
            ("2천500", 2_500.0),
            ("1천234만", 1.234e7),
            ("1천34만", 1.034e7),
            ("3백50만", 3.5e6),
            ("천만", 1e7),
            ("1.5만", 15_000.0),
            ("1.5천만", 1.5e7),
            ("-5만6천", -56_000.0),
            ("6만6,040", 66_040.0),
            ("6만500", 60_500.0),
            ("1만5,000.95", 15_000.95),
            ("3.2亿", 3.2e8),
            ("6万6040", 66_040.0),
            ("3万5千", 35_000.0),
            ("15000万", 1.5e8),
            ("312,345万", 3_123_450_000.0),
            ("2千万", 2e7),
            ("3百万", 3e6),
            ("1.2万亿", 1.2e12),
            ("1億", 1e8),
            ("2萬", 2e4),
        ] {
            assert_eq!(number(text), Some(value), "{text}");
        }
    }

    #[test]
    fn what_is_heard_in_two_ways_or_in_none_is_refused() {
        for text in [
            "3억2천",
            "3억2000",
            "3억5,678",
            "3만5",
            "3만50",
            "2천5",
            "3백5",
            "1조2000",
            "1.5만5천",
            "3억20000만",
            "5만3억",
            "3억2억",
            "12천",
            "만",
            "억",
            "만억",
            "3,2억",
            "1,23만",
            "1e3만",
            "만5천",
            "1.2兆",
            "6万零40",
            "三万",
            "3만a",
            ".5만",
            "3만.",
            "-",
            "3만-5",
            "2백3천",
            "3억만",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
