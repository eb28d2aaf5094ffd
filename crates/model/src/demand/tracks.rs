//! Units by year: stated, between two stated years, or extended with a reader's growth rate.

use crate::data::{POINTS, Point, Scenario, Series};
use crate::inputs::Outlook;
use crate::sort;
use crate::units::Change;

/// Where a number of units comes from.
///
/// The later ones are further from a stated figure; a sum is as far as its furthest part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Stated for this year.
    Given,
    /// Between two stated years.
    Between,
    /// Beyond the stated years, with the reader's growth rate.
    Extended,
    /// The reader's own figure.
    Reader,
}

/// A number of units with its origin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Units {
    /// Vehicles, MW, robots, pieces.
    pub count: f64,
    /// Where it comes from.
    pub origin: Origin,
}

/// Yearly points of all series under one projection.
#[derive(Debug, Clone)]
pub struct Tracks(Vec<Vec<(i32, f64)>>);

impl Default for Tracks {
    /// No points at all.
    fn default() -> Self {
        Self(vec![Vec::new(); Series::ALL.len()])
    }
}

impl Tracks {
    /// History, outlooks and the chosen projection of vehicle sales, by series and year.
    #[must_use]
    pub fn new(outlook: Outlook) -> Self {
        Self::of(outlook, |p| p.value)
    }

    /// The same with other values of the points.
    pub(crate) fn of(outlook: Outlook, value: impl Fn(&'static Point) -> f64) -> Self {
        let chosen = match outlook {
            Outlook::Steps => Scenario::Steps,
            Outlook::Aps => Scenario::Aps,
        };
        let mut tracks = vec![Vec::new(); Series::ALL.len()];
        for p in &POINTS {
            if matches!(p.scenario, Scenario::History | Scenario::Outlook) || p.scenario == chosen {
                tracks[p.series as usize].push((p.year, value(p)));
            }
        }
        for track in &mut tracks {
            sort::by(track, |a, b| a.0.cmp(&b.0));
        }
        Self(tracks)
    }

    /// Units of one series in one year; `None` outside the given years without a growth rate.
    #[must_use]
    pub fn at(&self, series: Series, year: i32, growth: Option<Change>) -> Option<Units> {
        interpolate(&self.0[series as usize], year, growth)
    }

    /// Units that a source states for exactly this year.
    #[must_use]
    pub fn stated(&self, series: Series, year: i32) -> Option<f64> {
        self.0[series as usize].iter().find(|(y, _)| *y == year).map(|(_, n)| *n)
    }

    /// The last stated year before `year` and the first after it.
    #[must_use]
    pub fn around(&self, series: Series, year: i32) -> (Option<i32>, Option<i32>) {
        let years = || self.0[series as usize].iter().map(|(y, _)| *y);
        (years().rfind(|y| *y < year), years().find(|y| *y > year))
    }

    /// The unit of a series.
    #[must_use]
    pub fn unit(&self, series: Series) -> &'static str {
        match series {
            Series::Wind => "MW/year",
            Series::PublishedTotal | Series::NdprDemand | Series::NdprSupply => "t/year",
            _ => "units/year",
        }
    }
}

/// N in `year` from points in ascending order of years; see the module for the rules.
///
/// 100 in 2020 and 400 in 2022 give 200 in 2021; with 10 % growth 440 in 2023.
#[must_use]
pub fn interpolate(points: &[(i32, f64)], year: i32, growth: Option<Change>) -> Option<Units> {
    let next = points.partition_point(|(y, _)| *y < year);
    if let Some((y, n)) = points.get(next) {
        if *y == year {
            return Some(Units { count: *n, origin: Origin::Given });
        }
        let (y0, n0) = points.get(next.checked_sub(1)?)?;
        let part = f64::from(year - y0) / f64::from(y - y0);
        let count = if *n0 > 0.0 && *n > 0.0 { n0 * libm::pow(n / n0, part) } else { n0 + (n - n0) * part };
        return Some(Units { count, origin: Origin::Between });
    }
    let (last, n) = points.last()?;
    let count = n * libm::pow(growth?.factor().value(), f64::from(year - last));
    Some(Units { count, origin: Origin::Extended })
}
