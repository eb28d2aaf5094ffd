//! How old units by year are, what other sources say of them, and what editions print: all of it can be chosen.
#![allow(clippy::unwrap_used)]

use lodestone_model::data::{BESIDE, DATES, MINED, POINTS, RESERVES, Scenario};
use lodestone_model::demand::evidence::{By, ages, chosen, newest, said};
use lodestone_model::demand::{Application, Origin};
use lodestone_model::inputs::{Country, Edition, Inputs};
use lodestone_model::report::{Report, View};
use lodestone_model::supply::{self, editions};

#[test]
fn every_yearly_figure_has_a_date_and_ages_unless_it_is_past() {
    assert_eq!(POINTS.len(), DATES.len());
    for (point, dated) in POINTS.iter().zip(&DATES) {
        let place = format!("{:?} {:?} {}", point.series, point.scenario, point.year);
        let later = |p: &&lodestone_model::data::Point| {
            p.series == point.series && p.scenario == Scenario::History && p.year > point.year
        };
        let past = point.scenario == Scenario::History && POINTS.iter().any(|p| later(&p));
        assert_eq!(dated.review_months == 0, past, "{place}");
        assert!(dated.date.len() >= 4 && !(past && dated.aged), "{place}");
    }
    let old = |key: &str| newest(Application::named(key).unwrap()).map(|d| (d.date, d.review_months, d.aged));
    // The projections of 2024 were due for review in 2025; what was said of wind in 2026 is not.
    assert_eq!(old("car-bev"), Some(("2024", 12, true)));
    assert_eq!(old("wind-onshore"), Some(("2026", 12, false)));
    assert_eq!(old("steering"), Some(("2016", 24, true)));
    assert_eq!(old("phone"), None);
    for application in Application::ALL {
        let years: Vec<i32> =
            POINTS.iter().filter(|p| application.series().contains(&p.series)).map(|p| p.year).collect();
        let ages = ages(application);
        assert!(years.iter().all(|y| ages.iter().any(|a| (a.first..=a.last).contains(y))), "{}", application.key());
        assert_eq!(ages.is_empty(), years.is_empty());
    }
}

#[test]
fn every_figure_of_another_source_is_drawn_and_can_be_chosen_for_its_year() {
    let mut drawn = 0;
    for beside in &BESIDE {
        let set = chosen(beside);
        assert!(!set.is_empty(), "{beside:?} counts an application");
        let mut inputs = Inputs::default();
        for (application, count) in &set {
            let all = said(*application);
            let own: Vec<_> = all.iter().filter(|s| s.year == beside.year).collect();
            assert!(matches!(own[0].by, By::Default(_)), "the model's own stands first: {beside:?}");
            assert!(own.iter().any(|s| s.by == By::Source(beside)), "{beside:?}");
            drawn += 1;
            // As a link has it.
            inputs.assign(&format!("units.{}.{}", application.key(), beside.year), &count.to_string()).unwrap();
        }
        let report = Report::new(&inputs, View { year: beside.year, ..View::default() });
        for (application, count) in &set {
            let row = report.year.applications.iter().find(|a| a.application == *application).unwrap();
            assert_eq!(row.units.map(|u| (u.count, u.origin)), Some((*count, Origin::Reader)), "{beside:?}");
        }
        let sum: f64 = set.iter().map(|(_, n)| n).sum();
        assert!((sum - beside.value).abs() <= 1.0, "{sum} of {beside:?}");
        assert!(beside.note.iter().all(|n| !n.is_empty()), "{beside:?}");
    }
    assert!(drawn >= 25, "{drawn}");
}

#[test]
fn the_other_projection_of_sales_is_drawn_and_is_what_its_choice_gives() {
    let mut seen = 0;
    for application in Application::ALL {
        for s in said(application) {
            let inputs = match s.by {
                By::Default(_) => Inputs::default(),
                By::Outlook(outlook) => {
                    let mut inputs = Inputs::default();
                    inputs.assign("outlook", outlook.key()).unwrap();
                    seen += 1;
                    inputs
                }
                By::Source(_) => continue,
            };
            let report = Report::new(&inputs, View { year: s.year, ..View::default() });
            let row = report.year.applications.iter().find(|a| a.application == application).unwrap();
            let count = row.units.unwrap().count;
            assert!((count / s.count - 1.0).abs() < 1e-12, "{} {}: {count} {}", application.key(), s.year, s.count);
        }
    }
    // Six kinds of vehicles, 2025, 2030, 2035.
    assert_eq!(seen, 18);
}

#[test]
fn editions_that_print_the_same_are_drawn_together_and_one_can_be_chosen() {
    let mut choices = 0;
    for country in Country::ALL.iter().copied() {
        let drawn = editions::mined(country);
        let own: Vec<_> =
            MINED.iter().filter(|r| Country::printed(r.country) == Some(country) && r.value.is_some()).collect();
        for row in &own {
            let several = own.iter().filter(|other| other.date == row.date).count() > 1;
            let there = drawn.iter().any(|p| (p.year, p.edition, p.source) == (row.date, row.edition, row.source_id));
            assert!(!several || there, "{country:?} {} {}", row.date, row.edition);
        }
        for printed in &drawn {
            let Some(edition) = printed.choice else { continue };
            choices += 1;
            let mined = supply::newest(edition).unwrap();
            assert_eq!(mined.year.to_string(), printed.year, "{country:?} {edition:?}");
            let read = match mined.countries.iter().find(|h| h.country == country) {
                Some(holding) => holding.amount.tonnes(),
                None => mined.world.tonnes(),
            };
            assert!((read - printed.amount).abs() < 1e-9, "{country:?} {edition:?}: {read} {}", printed.amount);
        }
        let drawn = editions::reserves(country);
        let printed = RESERVES.iter().filter(|r| Country::printed(r.country) == Some(country) && r.value.is_some());
        let count = printed.count();
        assert_eq!(drawn.len(), if count > 1 { count } else { 0 }, "{country:?}");
        for printed in &drawn {
            let edition = printed.choice.unwrap();
            let (all, world) = supply::reserves(edition).unwrap();
            let read = all.iter().find(|h| h.country == country).map_or(world, |h| h.amount);
            assert!((read.tonnes() - printed.amount).abs() < 1e-9, "{country:?} {edition:?}");
        }
    }
    assert!(choices > 25, "{choices}");
    assert_eq!(editions::mined(Country::China)[0].choice, Some(Edition::Newest));
}
