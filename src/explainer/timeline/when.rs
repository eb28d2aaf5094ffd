//! Dates as a reader writes them, and in which order they stand. Not here: how sources write them ([`crate::cite::Date`]).

use crate::cite::Date;
use crate::text::{Lang, timeline as words};

/// Words for the months.
const MONTHS: [fn(Lang) -> &'static str; 12] = [
    words::month_1,
    words::month_2,
    words::month_3,
    words::month_4,
    words::month_5,
    words::month_6,
    words::month_7,
    words::month_8,
    words::month_9,
    words::month_10,
    words::month_11,
    words::month_12,
];

/// A date in words, as far as it is known: `4 April 2025`, `2025년 4월`.
#[must_use]
pub fn said(date: Date, lang: Lang) -> String {
    let year = date.year.to_string();
    let month = date.month.and_then(|m| MONTHS.get(usize::from(m) - 1)).map(|word| word(lang));
    match (month, date.day) {
        (Some(month), Some(day)) => words::day(lang, &day.to_string(), month, &year),
        (Some(month), None) => words::month(lang, month, &year),
        _ => words::year(lang, &year),
    }
}

/// Where a date stands: a year by itself opens it, a month by itself closes that month.
#[must_use]
pub fn order(date: Date) -> (u16, u8, u8) {
    (date.year, date.month.unwrap_or(0), date.day.unwrap_or(u8::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_as_far_as_it_is_known() {
        let said = |text, lang| said(Date::read(text).unwrap(), lang);
        assert_eq!(said("2025-04-04", Lang::En), "4 April 2025");
        assert_eq!(said("2025-04", Lang::Ko), "2025년 4월");
        assert_eq!(said("2025-11-07", Lang::Zh), "2025年11月7日");
        assert_eq!(said("2006", Lang::Ko), "2006년");
    }

    #[test]
    fn what_a_month_brought_stands_behind_its_days() {
        let order = |text| order(Date::read(text).unwrap());
        assert!(order("2025") < order("2025-04-04") && order("2025-04-04") < order("2025-04"));
        assert!(order("2025-04") < order("2025-05-01"));
    }
}
