//! Dates as their readers write them: `4 April 2025`, `2025년 4월 4일`, `2025年4月4日`. Not here: how sources write them
//! ([`Date`]).

use crate::cite::Date;
use crate::text::{Lang, quantities};

/// A date of a table, as far as it is known; a text that is no date stays as it is.
#[must_use]
pub fn date(lang: Lang, text: &str) -> String {
    let Some(Date { year, month, day }) = Date::read(text) else { return text.to_owned() };
    let year = year.to_string();
    // The months are one text, parted by spaces: their names, or their numbers.
    let name = |month: u8| quantities::months(lang).split(' ').nth(usize::from(month) - 1).unwrap_or_default();
    match (month.map(name), day) {
        (Some(month), Some(day)) => quantities::day(lang, &day.to_string(), month, &year),
        (Some(month), None) => quantities::month(lang, month, &year),
        _ => quantities::year(lang, &year),
    }
}

/// A date or a period: years `2025-2027`, two dates `2024-07/2025-06`, a quarter `2025Q1`, a half `2025H1`.
#[must_use]
pub fn period(lang: Lang, text: &str) -> String {
    if let Some((from, to)) = text.split_once('/').or_else(|| text.split_once(" to ")) {
        let (from, to) = (period(lang, from), period(lang, to));
        return quantities::from_to(lang, &from, &to);
    }
    let year = |text: &str| Date::read(text).filter(|date| date.month.is_none()).is_some();
    if let Some((from, to)) = text.split_once('-').filter(|(from, to)| year(from) && year(to)) {
        return quantities::year(lang, &quantities::years(lang, from, to));
    }
    for (mark, word) in [('Q', quantities::quarter as fn(Lang, &str, &str) -> String), ('H', quantities::half)] {
        let halves = text.split_once(mark).filter(|(before, _)| year(before.trim_end_matches('-')));
        if let Some((before, part)) = halves {
            let part = if mark == 'H' {
                quantities::halves(lang).split(' ').nth(usize::from(part == "2"))
            } else {
                Some(part)
            };
            return word(lang, part.unwrap_or_default(), before.trim_end_matches('-'));
        }
    }
    date(lang, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three(text: &str) -> String {
        Lang::ALL.map(|lang| period(lang, text)).join(" | ")
    }

    #[test]
    fn dates_are_written_as_far_as_they_are_known() {
        assert_eq!(three("2025-04-04"), "4 April 2025 | 2025년 4월 4일 | 2025年4月4日");
        assert_eq!(three("2025-12"), "December 2025 | 2025년 12월 | 2025年12月");
        assert_eq!(three("2025"), "2025 | 2025년 | 2025年");
        assert_eq!(three("2011 peak"), "2011 peak | 2011 peak | 2011 peak");
    }

    #[test]
    fn periods_are_written_as_their_readers_write_them() {
        assert_eq!(three("2025-2027"), "2025–2027 | 2025~2027년 | 2025—2027年");
        assert_eq!(three("2024-07/2025-06"), "July 2024 to June 2025 | 2024년 7월~2025년 6월 | 2024年7月至2025年6月");
        assert_eq!(three("2025Q1"), "Q1 2025 | 2025년 1분기 | 2025年第1季度");
        assert_eq!(three("2025H2"), "second half of 2025 | 2025년 하반기 | 2025年下半年");
        assert_eq!(
            three("2025Q1/2025Q2"),
            "Q1 2025 to Q2 2025 | 2025년 1분기~2025년 2분기 | 2025年第1季度至2025年第2季度"
        );
    }
}
