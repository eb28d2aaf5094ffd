//! Dates of publication as sources state them: a day, a month or a year. Not here: what a calendar makes of them.

/// A date that may lack its day, or its month as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31.
    pub day: Option<u8>,
}

impl Date {
    /// Reads `2025`, `2025-06` or `2025-11-22`; `None` for any other text.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map(|m| within(m, 12)).map_or(Some(None), |m| m.map(Some))?;
        let day = parts.next().map(|d| within(d, 31)).map_or(Some(None), |d| d.map(Some))?;
        parts.next().is_none().then_some(Self { year, month, day })
    }

    /// Year, month and day, as far as they are known.
    pub fn parts(self) -> impl Iterator<Item = u16> {
        let rest = [self.month, self.day].into_iter().map_while(|part| part.map(u16::from));
        std::iter::once(self.year).chain(rest)
    }
}

fn number(text: &str, digits: usize) -> Option<u16> {
    let plain = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

fn within(text: &str, most: u16) -> Option<u8> {
    number(text, 2).filter(|n| (1..=most).contains(n)).and_then(|n| u8::try_from(n).ok())
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn days_months_and_years_are_read_and_nothing_else() {
        let parts = |text| Date::read(text).map(|d| d.parts().collect::<Vec<_>>());
        assert_eq!(parts("2025-11-22"), Some(vec![2025, 11, 22]));
        assert_eq!(parts("2025-06"), Some(vec![2025, 6]));
        assert_eq!(parts("2025"), Some(vec![2025]));
        for text in ["", "25", "2025-13", "2025-00", "2025-6", "2025-06-32", "2025-06-01-1", "before 2010", "2025 peak"]
        {
            assert_eq!(parts(text), None, "{text}");
        }
    }
}
