//! What the JSON of every answer holds: its keys, and of which kind each value is. Programs read it by these.

use std::collections::BTreeSet;

use serde_json::Value;

use super::json;

/// Every answer, so asked that all that can be there is there.
const ASKED: [&[&str]; 12] = [
    &["cost", "--limits", "--set", "wind-mw=90", "--set", "ev-magnet-kg=2..4", "--shock", "price:nd-metal:-500"],
    &["demand", "--limits", "--set", "units.humanoid.2025=5"],
    &["supply"],
    &["balance", "--limits"],
    &["shock", "--limits"],
    &["report", "--limits"],
    &["solve", "--output", "motor-share-after", "--input", "price-ndpr-oxide", "--target", "0.2"],
    &["solve", "--output", "motor-magnet-kg", "--input", "fx-krw", "--target", "3"],
    &["solve", "--output", "demand-humanoid-t", "--over", "demand-wind-t"],
    &["simulate", "--draws", "1024", "--output", "motor-after-usd"],
    &["sensitivity", "--draws", "1024", "--output", "motor-after-usd"],
    &["claims"],
];

/// Every path of a value with the kind of what stands there; places of a list are one path.
fn paths(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "yes or no",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(all) => {
            all.iter().for_each(|one| paths(one, &format!("{at}[]"), found));
            "list"
        }
        Value::Object(all) => {
            all.iter().for_each(|(key, one)| paths(one, &format!("{at}.{key}"), found));
            "object"
        }
    };
    found.insert(format!("{at} {kind}"));
}

#[test]
fn the_json_of_every_answer_holds_the_keys_that_programs_know() {
    let mut shapes = String::new();
    for asked in ASKED {
        let mut found = BTreeSet::new();
        paths(&json(asked), "", &mut found);
        shapes += &format!("# {}\n", asked.join(" "));
        found.iter().for_each(|path| shapes += &format!("{}\n", path.trim_start()));
    }
    for (number, (now, known)) in shapes.lines().zip(include_str!("shapes.txt").lines()).enumerate() {
        assert_eq!(now, known, "line {}", number + 1);
    }
    assert_eq!(shapes.lines().count(), include_str!("shapes.txt").lines().count());
}
