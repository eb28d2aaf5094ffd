//! What each edition prints of a country, beside the others. Not here: which of them counts, which is the choice of an edition.

use super::{newest, printed_in, rows, within};
use crate::data::{MINED, Mined as Row, RESERVES};
use crate::inputs::{Country, Edition};
use crate::sort;

/// A figure as an edition prints it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Printed {
    /// The year that it describes; of reserves, that of the edition.
    pub year: &'static str,
    /// t of rare-earth oxide, a year for production.
    pub amount: f64,
    /// The edition, by its own name.
    pub edition: &'static str,
    /// Key of the source.
    pub source: &'static str,
    /// The choice that makes the model read this figure; `None` for one that it reads with none.
    pub choice: Option<Edition>,
}

/// The row that the model reads of a country's production; as in [`super::mined`], of equal editions the first.
fn read(edition: Edition, country: Country) -> Option<&'static Row> {
    let year = newest(edition)?.year;
    let own = rows(edition, year).filter(|r| Country::printed(r.country) == Some(country));
    own.reduce(|a, b| if printed_in(a.edition) < printed_in(b.edition) { b } else { a })
}

/// Mine production of a country in every year that two editions or more print, and what each choice of an edition reads; the
/// newest year first. Empty where no two say the same year.
#[must_use]
pub fn mined(country: Country) -> Vec<Printed> {
    let own = || MINED.iter().filter(move |r| Country::printed(r.country) == Some(country) && r.value.is_some());
    let shared = |year: &str| own().filter(|r| r.date == year).count() > 1;
    if !own().any(|r| shared(r.date)) {
        return Vec::new();
    }
    let choice = |row: &'static Row| {
        let reads = |e: &Edition| read(*e, country).is_some_and(|found| core::ptr::eq(found, row));
        Edition::ALL.iter().copied().find(reads)
    };
    let kept = own().map(|row| (row, choice(row))).filter(|(row, choice)| shared(row.date) || choice.is_some());
    let mut all: Vec<Printed> = kept
        .map(|(row, choice)| Printed {
            year: row.date,
            amount: row.value.unwrap_or_default(),
            edition: row.edition,
            source: row.source_id,
            choice,
        })
        .collect();
    sort::by(&mut all, |a, b| (b.year, printed_in(b.edition)).cmp(&(a.year, printed_in(a.edition))));
    all
}

/// Reserves of a country, the newest edition first; empty where fewer than two print them.
#[must_use]
pub fn reserves(country: Country) -> Vec<Printed> {
    let choice = |printed: &str| match printed {
        p if within(Edition::Usgs2026, p) => Some(Edition::Newest),
        p if within(Edition::Usgs2025, p) => Some(Edition::Usgs2025),
        _ => None,
    };
    let own = RESERVES.iter().filter(|r| Country::printed(r.country) == Some(country));
    let printed = own.filter_map(|r| {
        let (year, source) = (r.date, r.source_id);
        Some(Printed { year, amount: r.value?, edition: r.edition, source, choice: choice(r.edition) })
    });
    let mut all: Vec<Printed> = printed.collect();
    sort::by(&mut all, |a, b| b.year.cmp(a.year));
    if all.len() > 1 { all } else { Vec::new() }
}
