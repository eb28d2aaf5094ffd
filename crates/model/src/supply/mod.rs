//! Who supplies: mine production and reserves by edition, country shares by stage, concentration, outages.
//!
//! Editions disagree and are kept apart. The rule of [`Edition::Newest`]: for each country and year the newest edition of
//! the U.S. Geological Survey that has it. Any other edition can be chosen; figures of two are never added.

pub mod editions;
mod outage;

use std::sync::OnceLock;

use crate::data::{MINED, Mined as Row, RESERVES, SHARES};
use crate::inputs::{Country, Edition, Stage};
use crate::sort;
use crate::units::{Reo, Share, Tonnes};

pub use outage::{implied_elasticity, loss, price_factor};

/// What one country mines, or holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Holding {
    /// The country.
    pub country: Country,
    /// t of rare-earth oxide, a year for production.
    pub amount: Tonnes<Reo>,
    /// The edition as printed.
    pub edition: &'static str,
    /// Key of the source.
    pub source: &'static str,
}

/// The share of one country in a stage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// The country.
    pub country: Country,
    /// Its share of the world.
    pub share: Share,
    /// The time that the share describes.
    pub date: &'static str,
    /// Key of the source.
    pub source: &'static str,
}

/// The world's production of one year: a printed total, or the sum of the countries where none is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Mined {
    /// The year.
    pub year: i32,
    /// The countries, largest first.
    pub countries: Vec<Holding>,
    /// The world.
    pub world: Tonnes<Reo>,
    /// Whether the world's total is printed in the edition.
    pub printed: bool,
}

/// Whether `edition` is the one that a row was printed in; for the newest every edition of the survey counts.
fn within(edition: Edition, printed: &str) -> bool {
    match edition {
        Edition::Newest => printed != "BGS WMS",
        Edition::Usgs2026 => printed.ends_with("2026"),
        Edition::Usgs2025 => printed.contains("2025"),
        Edition::Bgs => printed == "BGS WMS",
    }
}

/// The year in which an edition was printed, as far as its name says; 0 where it does not.
fn printed_in(edition: &str) -> i32 {
    edition.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).max().unwrap_or(0)
}

/// Mine production rows of one year in one edition.
fn rows(edition: Edition, year: i32) -> impl Iterator<Item = &'static Row> {
    MINED.iter().filter(move |r| r.date.parse() == Ok(year) && within(edition, r.edition))
}

/// The years that `edition` has production for, ascending.
#[must_use]
pub fn years(edition: Edition) -> Vec<i32> {
    let all = MINED.iter().filter(|r| within(edition, r.edition));
    sort::each_once(all.filter_map(|r| r.date.parse().ok()))
}

/// Mine production of `year` in `edition`; `None` for a year that it does not have.
#[must_use]
pub fn mined(edition: Edition, year: i32) -> Option<Mined> {
    let mut countries: Vec<Holding> = Vec::new();
    for row in rows(edition, year) {
        let Some(country) = Country::printed(row.country) else { continue };
        let found = Holding {
            country,
            amount: Tonnes::raw(row.value.unwrap_or_default()),
            edition: row.edition,
            source: row.source_id,
        };
        match countries.iter_mut().find(|h| h.country == country) {
            Some(known) if printed_in(known.edition) < printed_in(row.edition) => *known = found,
            Some(_) => {}
            None => countries.push(found),
        }
    }
    let total = countries.iter().position(|h| h.country == Country::World).map(|i| countries.remove(i).amount);
    sort::by(&mut countries, |a, b| b.amount.tonnes().total_cmp(&a.amount.tonnes()));
    let sum = countries.iter().map(|h| h.amount).fold(Tonnes::default(), |a, b| a + b);
    let world = total.unwrap_or(sum);
    (world.tonnes() > 0.0).then_some(Mined { year, countries, world, printed: total.is_some() })
}

/// Mine production of the newest year in `edition` that has a figure for every large country.
///
/// The newest year of the survey is an estimate and is printed as such.
#[must_use]
pub fn newest(edition: Edition) -> Option<Mined> {
    years(edition).into_iter().rev().filter_map(|y| mined(edition, y)).find(|m| m.countries.len() > 1)
}

/// Key of the source that prints the world's production, by which [`parts`] divides; `None` where the edition prints
/// none and the countries are added up.
pub(crate) fn world_source(edition: Edition) -> Option<&'static str> {
    let year = newest(edition)?.year;
    let world = rows(edition, year).filter(|r| Country::printed(r.country) == Some(Country::World));
    // As in `mined`: of equal editions the first.
    let newer = |a: &'static Row, b: &'static Row| if printed_in(a.edition) < printed_in(b.edition) { b } else { a };
    world.reduce(newer).map(|row| row.source_id)
}

/// Reserves in `edition`, largest first, with the world's total; the British survey prints none.
#[must_use]
pub fn reserves(edition: Edition) -> Option<(Vec<Holding>, Tonnes<Reo>)> {
    let wanted = if edition == Edition::Newest { Edition::Usgs2026 } else { edition };
    let mut all: Vec<Holding> = RESERVES
        .iter()
        .filter(|r| within(wanted, r.edition))
        .filter_map(|r| {
            let country = Country::printed(r.country)?;
            Some(Holding {
                country,
                amount: Tonnes::raw(r.value.unwrap_or_default()),
                edition: r.edition,
                source: r.source_id,
            })
        })
        .collect();
    let world = all.iter().position(|h| h.country == Country::World).map(|i| all.remove(i).amount)?;
    sort::by(&mut all, |a, b| b.amount.tonnes().total_cmp(&a.amount.tonnes()));
    Some((all, world))
}

/// Country shares of a stage, largest first; each country once, from the newest source that gives an actual share.
///
/// Metal making has no share in the evidence.
///
/// Worked out once: an outage asks for a share with every price.
#[must_use]
pub fn parts(edition: Edition, stage: Stage) -> &'static [Part] {
    static ALL: OnceLock<Vec<Vec<Part>>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let each = Edition::ALL.iter().flat_map(|e| Stage::ALL.iter().map(|s| (*e, *s)));
        each.map(|(edition, stage)| read(edition, stage)).collect()
    });
    &all[edition as usize * Stage::ALL.len() + stage as usize]
}

fn read(edition: Edition, stage: Stage) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    if stage == Stage::Mining {
        let Some(mined) = newest(edition) else { return parts };
        let share = |h: &Holding| Part {
            country: h.country,
            share: Share::raw(h.amount / mined.world),
            date: h.edition,
            source: h.source,
        };
        return mined.countries.iter().map(share).collect();
    }
    let named = |s: &str| match stage {
        Stage::Separation => s == "refining",
        _ => s.ends_with("magnets"),
    };
    for row in SHARES.iter().filter(|r| named(r.stage)) {
        let Some(country) = Country::printed(row.country) else { continue };
        let found = Part {
            country,
            share: Share::raw(row.share.unwrap_or_default() / PERCENT),
            date: row.date,
            source: row.source_id,
        };
        match parts.iter_mut().find(|p| p.country == country) {
            Some(known) if known.date < found.date => *known = found,
            Some(_) => {}
            None => parts.push(found),
        }
    }
    sort::by(&mut parts, |a, b| b.share.share().total_cmp(&a.share.share()));
    parts
}

/// Shares are printed in percent.
const PERCENT: f64 = 100.0;

/// The share of one country in a stage; `None` where no source gives one. The world's is 1.
#[must_use]
pub fn share(edition: Edition, stage: Stage, country: Country) -> Option<Share> {
    if country == Country::World {
        return Some(Share::raw(1.0));
    }
    parts(edition, stage).iter().find(|p| p.country == country).map(|p| p.share)
}

/// H = Σ s²: 1 is a monopoly, 0.25 four equal suppliers.
///
/// The first figure holds if all that is not listed is in many hands, the second if it is in one.
/// Shares of 0.6 and 0.2 give 0.40 and, with the rest of 0.2 in one hand, 0.44.
#[must_use]
pub fn herfindahl(shares: impl IntoIterator<Item = Share>) -> (f64, f64) {
    let (mut sum, mut squares) = (0.0, 0.0);
    for s in shares {
        sum += s.share();
        squares += s.share() * s.share();
    }
    let rest = (1.0_f64 - sum).max(0.0);
    (squares, squares + rest * rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_in_the_statistics_is_a_country_or_a_known_group() {
        let groups = ["Other countries", "Other Countries"];
        let names = MINED.iter().map(|r| r.country);
        for name in names.chain(RESERVES.iter().map(|r| r.country)) {
            assert!(Country::printed(name).is_some() || groups.contains(&name), "{name}");
        }
    }

    #[test]
    fn editions_disagree_and_are_kept_apart() {
        let australia = |edition| {
            let mined = mined(edition, 2024).unwrap();
            mined.countries.iter().find(|h| h.country == Country::Australia).unwrap().amount.tonnes()
        };
        assert_eq!((australia(Edition::Usgs2025), australia(Edition::Usgs2026)), (13_000.0, 29_000.0));
        assert_eq!(australia(Edition::Newest), 29_000.0, "the newest edition wins");
    }

    #[test]
    fn concentration_of_four_equal_suppliers_is_a_quarter() {
        let quarter = Share::raw(0.25);
        assert_eq!(herfindahl([quarter; 4]), (0.25, 0.25));
        let (low, high) = herfindahl([Share::raw(0.6), Share::raw(0.2)]);
        assert!((low - 0.4).abs() < 1e-15 && (high - 0.44).abs() < 1e-15);
    }
}
