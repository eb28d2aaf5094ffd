//! The log of moved answers, tried on earlier releases that never were: everything that moved is listed, with what it was, what
//! it is and its cause, and the parts add up.
#![allow(clippy::unwrap_used, clippy::panic)]

use lodestone_model::demand::BASE_YEAR;
use lodestone_model::inputs::{Case, Outlook};
use lodestone_model::moved::{Answer, Cause, Entry, LEAST, Part, entry, log};
use lodestone_model::outputs::{Evaluator, Output, Shared};
use lodestone_model::release::{RELEASES, Release};

/// The present release with other lines: a key with its value, or without one where the line is to be missing.
fn with(changes: &[(&str, Option<&str>)]) -> Release {
    let change = |key: &str| changes.iter().find(|(k, _)| *k == key).map(|(_, value)| *value);
    let own = Release::present().text.lines().filter_map(|line| {
        let (key, value) = line.split_once('=').unwrap();
        Some(format!("{key}={}\n", change(key).unwrap_or(Some(value))?))
    });
    let mut text: String = own.collect();
    for (key, value) in changes.iter().filter_map(|(key, value)| Some((key, (*value)?))) {
        if !text.lines().any(|line| line.starts_with(&format!("{key}="))) {
            text += &format!("{key}={value}\n");
        }
    }
    Release::of("0.0.1-2020.01.1", Box::leak(text.into_boxed_str()))
}

/// A release that began with other defaults, with the answers that today's model gives to them.
fn began(defaults: &[(&str, &str)]) -> Release {
    let lines: Vec<(&str, Option<&str>)> = defaults.iter().map(|(key, value)| (*key, Some(*value))).collect();
    let (inputs, lost) = with(&lines).inputs(Outlook::default());
    assert_eq!(lost, []);
    let shared = Shared::default();
    let evaluator = Evaluator::new(&inputs, &shared, Case::Central, BASE_YEAR);
    let answers: Vec<(String, String)> = Output::ALL
        .iter()
        .map(|o| (format!("answer.{}", o.key()), evaluator.get(*o).map(|v| v.to_string()).unwrap_or_default()))
        .collect();
    let answers = answers.iter().map(|(key, value)| (key.as_str(), Some(value.as_str())));
    with(&lines.iter().copied().chain(answers).collect::<Vec<_>>())
}

fn since(before: Release) -> Entry {
    entry(Some(before), Release::present())
}

/// The value that a release gives to a default answer.
fn value(release: Release, key: &str) -> Option<f64> {
    let line = release.text.lines().find_map(|line| line.strip_prefix(&format!("answer.{key}=")));
    line.and_then(|value| value.parse().ok())
}

/// That the entry lists exactly what moved, and that the parts of each answer are its change.
fn holds(before: Release, entry: &Entry) {
    for output in Output::ALL {
        let key = output.key();
        let (was, is) = (value(before, key), value(Release::present(), key));
        let moved = match (was, is) {
            (Some(was), Some(is)) => (is - was).abs() > LEAST * was.abs(),
            _ => was.is_some() != is.is_some(),
        };
        let listed = entry.answers.iter().find(|a| a.key == key);
        assert_eq!(listed.is_some(), moved, "{key}: {was:?} → {is:?}");
        let Some(answer) = listed else { continue };
        assert_eq!((answer.was, answer.is), (was, is), "{key}");
        assert!(!answer.parts.is_empty(), "{key} moved for no reason");
        if let (Some(was), Some(is)) = (was, is) {
            let sum: f64 = answer.parts.iter().filter_map(|part| part.adds).sum();
            assert!((sum - (is - was)).abs() <= 1e-9 * (is - was).abs(), "{key}: {sum} of {}", is - was);
        }
    }
}

fn answer<'a>(entry: &'a Entry, key: &str) -> &'a Answer {
    entry.answers.iter().find(|a| a.key == key).unwrap_or_else(|| panic!("{key} is not listed"))
}

#[test]
fn a_default_that_moved_is_the_cause_of_every_answer_that_moved_with_it() {
    let before = began(&[("ev-magnet-kg", "1..1.5..4")]);
    let entry = since(before);
    holds(before, &entry);
    assert_eq!(entry.before, Some("0.0.1-2020.01.1"));
    let [group] = entry.defaults.as_slice() else { panic!("{:?}", entry.defaults) };
    assert_eq!(
        (group[0].key.as_str(), group[0].was.as_str(), group[0].is.as_str()),
        ("ev-magnet-kg", "1..1.5..4", "1..2..4")
    );
    let kg = answer(&entry, "motor-magnet-kg");
    assert_eq!((kg.was, kg.is), (Some(1.5), Some(2.0)));
    assert_eq!(kg.parts, [Part { cause: Cause::Defaults(0), adds: Some(0.5) }]);
    assert!((kg.change().unwrap() - 1.0 / 3.0).abs() < 1e-12);
    // The model is the same, so nothing is put down to it; what the default does not reach is not listed.
    assert!(entry.answers.iter().all(|a| a.parts.iter().all(|p| p.cause == Cause::Defaults(0))));
    assert!(entry.answers.iter().all(|a| !a.key.starts_with("turbine-")));
}

#[test]
fn an_answer_that_moved_at_the_same_defaults_was_moved_by_the_model() {
    let before = with(&[("answer.motor-after-usd", Some("150"))]);
    let entry = since(before);
    holds(before, &entry);
    assert_eq!((entry.answers.len(), entry.defaults.len()), (1, 0));
    let usd = answer(&entry, "motor-after-usd");
    assert_eq!(usd.parts, [Part { cause: Cause::Model, adds: Some(usd.is.unwrap() - 150.0) }]);
    // With a default that moved besides, each has its part.
    let text = began(&[("ev-magnet-kg", "1..1.5..4")]);
    let mine = value(text, "motor-after-usd").unwrap();
    let other = (mine + 10.0).to_string();
    let before = Release::of(
        "0.0.1",
        Box::leak(text.text.replace(&format!("={mine}\n"), &format!("={other}\n")).into_boxed_str()),
    );
    let entry = since(before);
    holds(before, &entry);
    let [default, model] = answer(&entry, "motor-after-usd").parts[..] else { panic!() };
    assert_eq!((default.cause, model.cause), (Cause::Defaults(0), Cause::Model));
    assert!((model.adds.unwrap() + 10.0).abs() < 1e-9, "{model:?}");
}

#[test]
fn answers_that_came_or_went_are_listed_with_why() {
    // Today's model gives no supply of oxide at its defaults; a release that began with one had it.
    let before = began(&[("supply-ndpr", "100000")]);
    let entry = since(before);
    holds(before, &entry);
    let supply = answer(&entry, "balance-supply-t");
    assert!(supply.was.is_some() && supply.is.is_none() && supply.change().is_none());
    assert_eq!(supply.parts, [Part { cause: Cause::Defaults(0), adds: None }]);
    // An answer that a release did not have yet, and one that there is not any more.
    let before =
        with(&[("answer.bill-usd", None), ("answer.old-answer", Some("7")), ("answer.nd-price-factor", Some(""))]);
    let entry = since(before);
    let model = |adds| vec![Part { cause: Cause::Model, adds }];
    let all: Vec<_> = entry.answers.iter().map(|a| (a.key, a.was.is_some(), a.is.is_some(), a.parts.clone())).collect();
    assert_eq!(
        all,
        [
            ("nd-price-factor", false, true, model(None)),
            ("bill-usd", false, true, model(None)),
            ("old-answer", true, false, model(None))
        ]
    );
}

#[test]
fn an_answer_that_moved_by_a_thousandth_or_less_is_not_listed() {
    // 2 kg now: what it was, a little less than a thousandth from it, and a little more.
    for (was, listed) in
        [("2", false), ("2.002", false), ("1.9985", false), ("1.998", true), ("2.0021", true), ("0", true)]
    {
        let before = with(&[("answer.motor-magnet-kg", Some(was))]);
        let entry = since(before);
        holds(before, &entry);
        assert_eq!(entry.answers.len(), usize::from(listed), "{was}");
    }
    // Exactly a thousandth, in numbers that are exact.
    let (old, new) =
        (with(&[("answer.motor-magnet-kg", Some("1000"))]), with(&[("answer.motor-magnet-kg", Some("1001"))]));
    assert_eq!(entry(Some(old), new).answers, []);
    let new = with(&[("answer.motor-magnet-kg", Some("1001.001"))]);
    assert_eq!(entry(Some(old), new).answers.len(), 1);
}

#[test]
fn a_scenario_that_moved_is_named_and_moves_no_default_answer() {
    let before =
        with(&[("scenario.nd-plus-100", Some("shocks=price:nd-metal:50")), ("scenario.old-story", Some("wind-mw=9"))]);
    let entry = since(before);
    holds(before, &entry);
    assert_eq!((entry.answers.len(), entry.defaults.len()), (0, 0));
    let all: Vec<_> = entry.scenarios.iter().map(|m| (m.key.as_str(), m.was.as_str(), m.is.as_str())).collect();
    assert_eq!(
        all,
        [("nd-plus-100", "shocks=price:nd-metal:50", "shocks=price:nd-metal:100"), ("old-story", "wind-mw=9", "")]
    );
}

#[test]
fn many_defaults_that_moved_at_once_share_the_change_and_nothing_is_left_out() {
    let before = began(&[
        ("ev-magnet-kg", "1..1.5..4"),
        ("ev-w-nd", "0.29"),
        ("ev-w-dy", "0.02"),
        ("price-nd-oxide", "50..60..80"),
        ("process-utilisation", "0.6..0.7..0.94"),
        ("fx-krw", "1300"),
        ("drive", "geared"),
        ("cost-re-share", "0.6..0.62..0.7"),
        ("units.steps.car-bev.2025", "10000000"),
        ("units.steps.car-bev.2024", "9000000"),
        ("units.aps.car-bev.2025", "5"),
    ]);
    let entry = since(before);
    holds(before, &entry);
    let keys: Vec<Vec<&str>> =
        entry.defaults.iter().map(|group| group.iter().map(|m| m.key.as_str()).collect()).collect();
    // Parts of one whole are one cause, as are the years of an application; another outlook moves no default answer.
    assert!(
        keys.contains(&vec!["ev-w-nd", "ev-w-dy"]) && keys.contains(&vec!["units.car-bev.2024", "units.car-bev.2025"]),
        "{keys:?}"
    );
    assert_eq!(keys.len(), 8, "{keys:?}");
    let by = |key: &str| -> Vec<&str> {
        let causes = answer(&entry, key).parts.iter();
        let mut all: Vec<&str> = causes
            .map(|p| match p.cause {
                Cause::Defaults(i) => keys[i][0],
                Cause::Model => "model",
            })
            .collect();
        all.sort_unstable();
        all
    };
    let motor = ["cost-re-share", "ev-magnet-kg", "ev-w-nd", "price-nd-oxide", "process-utilisation"];
    assert_eq!(by("motor-after-usd"), motor);
    assert_eq!(
        by("motor-after-local"),
        ["cost-re-share", "ev-magnet-kg", "ev-w-nd", "fx-krw", "price-nd-oxide", "process-utilisation"]
    );
    assert_eq!(by("turbine-magnet-kg"), ["drive"]);
    assert!(by("demand-vehicles-t").contains(&"units.car-bev.2024") && !by("demand-vehicles-t").contains(&"fx-krw"));
}

#[test]
fn a_default_that_one_release_does_not_have_is_named_and_counts_as_the_models() {
    let before = with(&[("gone-parameter", Some("7")), ("fx-jpy", None), ("answer.motor-magnet-kg", Some("3"))]);
    let entry = since(before);
    holds(before, &entry);
    let all: Vec<_> =
        entry.defaults.iter().flatten().map(|m| (m.key.as_str(), m.was.as_str(), m.is.as_str())).collect();
    assert_eq!(all, [("gone-parameter", "7", ""), ("fx-jpy", "", "149.5686")]);
    assert_eq!(answer(&entry, "motor-magnet-kg").parts, [Part { cause: Cause::Model, adds: Some(-1.0) }]);
}

#[test]
fn the_log_has_every_release_the_newest_first_and_the_first_has_none_before_it() {
    let all = log();
    let names: Vec<&str> = all.iter().map(|e| e.release).collect();
    assert_eq!(names, RELEASES.iter().rev().map(|r| r.name).collect::<Vec<_>>());
    for (i, of) in all.iter().enumerate() {
        assert_eq!(of.before, names.get(i + 1).copied());
        let before = of.before.and_then(Release::named);
        assert_eq!(*of, entry(before, Release::named(of.release).unwrap()));
        assert!(before.is_some() || (of.defaults.is_empty() && of.scenarios.is_empty() && of.answers.is_empty()));
    }
}
