//! How old the units of an application are, by source, and what other sources say of a year. The model reads none of the
//! latter by itself: a reader who chooses one sets the units of that year.

use super::{Application, Origin, Tracks, Units};
use crate::data::{BESIDE, Beside, DATES, Dated, POINTS, Param, Scenario};
use crate::inputs::Outlook;
use crate::sort;
use crate::units::Share;

/// Years of an application that one source gave at one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    /// Its place among the sources.
    pub source: usize,
    /// The first year.
    pub first: i32,
    /// The last year.
    pub last: i32,
    /// Whether the years were over when they were counted.
    pub counted: bool,
    /// How old the last of them is.
    pub dated: Dated,
}

/// How old the units of an application are, in the order of its sources in the data.
#[must_use]
pub fn ages(application: Application) -> Vec<Age> {
    let mut all: Vec<Age> = Vec::new();
    let own = POINTS.iter().zip(&DATES).filter(|(p, _)| application.series().contains(&p.series));
    for (p, dated) in own {
        let Some(source) = p.sources.first().copied() else { continue };
        let counted = p.scenario == Scenario::History;
        let found = all
            .iter_mut()
            .find(|a| (a.source, a.counted) == (source, counted) && (counted || a.dated.date == dated.date));
        match found {
            Some(age) => {
                if p.year >= age.last {
                    (age.last, age.dated) = (p.year, *dated);
                }
                age.first = age.first.min(p.year);
            }
            None => all.push(Age { source, first: p.year, last: p.year, counted, dated: *dated }),
        }
    }
    all
}

/// How old the newest figure of an application is; `None` without any.
#[must_use]
pub fn newest(application: Application) -> Option<Dated> {
    ages(application).into_iter().map(|a| a.dated).reduce(|a, b| if b.date > a.date { b } else { a })
}

/// What is said of the units of an application in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The year.
    pub year: i32,
    /// Units.
    pub count: f64,
    /// Who says it.
    pub by: By,
}

/// Who says a number of units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum By {
    /// The model, as it stands: for a year that is stated, or between two.
    Default(Origin),
    /// The projection that the model reads when asked to.
    Outlook(Outlook),
    /// Another source.
    Source(&'static Beside),
}

/// What the model and other sources say of the units of an application, for each year of which there are two statements or
/// more: the model's first.
#[must_use]
pub fn said(application: Application) -> Vec<Said> {
    let series = application.series();
    let of = |tracks: &Tracks, year: i32| {
        let parts = series.iter().filter_map(|s| tracks.at(*s, year, None));
        let all = parts.reduce(|a, b| Units { count: a.count + b.count, origin: a.origin.max(b.origin) })?;
        Some(Units { count: part(application, all.count), ..all })
    };
    let (usual, other) = (Tracks::new(Outlook::default()), Tracks::new(Outlook::Aps));
    let own = |year: i32| {
        let stated = POINTS.iter().any(|p| p.scenario == Scenario::Aps && p.year == year && series.contains(&p.series));
        stated.then(|| of(&other, year)).flatten()
    };
    let beside = || BESIDE.iter().filter(|b| counts(b, application));
    let years = beside().map(|b| b.year).chain(POINTS.iter().map(|p| p.year).filter(|y| own(*y).is_some()));
    let mut all = Vec::new();
    for year in sort::each_once(years) {
        let usual = of(&usual, year).map(|u| Said { year, count: u.count, by: By::Default(u.origin) });
        let aps = own(year).map(|u| Said { year, count: u.count, by: By::Outlook(Outlook::Aps) });
        all.extend(usual.into_iter().chain(aps));
        let others = beside().filter(|b| b.year == year);
        all.extend(others.map(|b| Said { year, count: units(b, application), by: By::Source(b) }));
    }
    all
}

/// What a reader sets who chooses another source: every application that it counts, with its units, whole ones.
#[must_use]
pub fn chosen(beside: &Beside) -> Vec<(Application, f64)> {
    let all = Application::ALL.into_iter().filter(|a| counts(beside, *a));
    all.map(|a| (a, libm::round(units(beside, a)))).collect()
}

/// Whether a source's figure counts an application: the one that it names, or each of its series.
fn counts(beside: &Beside, application: Application) -> bool {
    let named = beside.application.is_empty() || beside.application == application.key();
    named && application.series() == [beside.series]
}

fn units(beside: &Beside, application: Application) -> f64 {
    if beside.application.is_empty() { part(application, beside.value) } else { beside.value }
}

/// The part of a series that an application is: wind at sea and on land by the usual share at sea.
fn part(application: Application, all: f64) -> f64 {
    let at_sea = Share::raw(Param::OffshoreShare.spec().central);
    match application {
        Application::WindOnshore => all * at_sea.rest().share(),
        Application::WindOffshore => all * at_sea.share(),
        _ => all,
    }
}
