//! The formula behind an answer, and the same text worked out again by the command.

use lodestone_model::data::{CLAIMS, NamedScenario};
use lodestone_model::derivation::Asked;
use serde_json::Value;

use super::{json, run, run_with, text};

/// Works a text out with the command.
fn evaluated(written: &str) -> f64 {
    let output = run_with(&["evaluate", "-", "--json"], written.as_bytes());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    answer["value"].as_f64().unwrap()
}

#[test]
fn the_text_of_a_formula_evaluates_to_the_answer_fifty_times() {
    let mut tried = 0;
    let languages = ["en", "ko", "zh"];
    let scenarios: Vec<&str> = NamedScenario::ALL.into_iter().map(NamedScenario::key).collect();
    for (i, asked) in Asked::all().enumerate().step_by(2) {
        let (key, scenario) = (asked.key(), scenarios[i % scenarios.len()]);
        let question = ["derive", "--output", &key, "--year", "2026", "--scenario", scenario];
        if !run(&question).status.success() {
            continue;
        }
        let said = json(&question)["value"].as_f64().unwrap();
        let written = text(&[&question[..], &["--lang", languages[i % languages.len()]]].concat());
        let again = evaluated(&written);
        assert!((said - again).abs() <= 1e-9 * said.abs().max(1e-6), "{key} {scenario}: {said} or {again}\n{written}");
        tried += 1;
    }
    assert!(tried >= 50, "{tried}");
}

#[test]
fn the_answer_of_a_formula_is_the_answer_of_the_report() {
    let report = json(&["report", "--year", "2026", "--limits"]);
    for output in report["outputs"].as_array().unwrap() {
        let (key, shown) = (output["output"].as_str().unwrap(), output["answer"]["central"].as_f64());
        let Some(shown) = shown else { continue };
        let derived = json(&["derive", "--output", key, "--year", "2026"])["value"].as_f64().unwrap();
        assert!((shown - derived).abs() <= 1e-9 * shown.abs().max(1e-6), "{key}: {shown} or {derived}");
    }
}

#[test]
fn a_formula_names_sources_limits_and_what_the_reader_has_set() {
    let written = text(&["derive", "--output", "motor-after-usd", "--set", "ev-magnet-kg=3"]);
    assert!(written.contains("ev_magnet_kg = 3  # Magnet per motor [kg]; set by you"), "{written}");
    assert!(written.contains("[USD/kg]; U.S. Geological Survey, 2026"), "{written}");
    assert!(written.contains("# The figure does not include:"), "{written}");
    let data = json(&["derive", "--output", "motor-after-usd"]);
    assert!(data["does_not_include"].as_array().unwrap().len() >= 2);
    let sourced = data["lines"].as_array().unwrap().iter().filter(|l| !l["sources"].as_array().unwrap().is_empty());
    assert!(sourced.count() > 10);
}

#[test]
fn a_wrong_question_or_text_is_answered_with_what_is_accepted() {
    for (args, input, parts) in [
        (&["derive", "--output", "nothing"][..], "", &["nothing", "motor-after-usd"][..]),
        (&["derive", "--output", "balance-gap-t", "--year", "2012"], "", &["balance-gap-t", "no figure"]),
        (&["evaluate", "-"], "a = 1\nb = a +\n", &["Line 2", "b = a +", "name = expression"]),
        (&["evaluate", "-"], "a = b * 2\n", &["Line 1", "b stands on no line above"]),
        (&["evaluate", "-"], "just words\n", &["Line 1", "no ="]),
        (&["evaluate", "-"], "# nothing\n", &["no line to evaluate"]),
        (&["evaluate", "no-such-file"], "", &["no-such-file"]),
    ] {
        let output = run_with(args, input.as_bytes());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(parts.iter().all(|p| said.contains(p)), "{args:?}: {said}");
    }
}

#[test]
fn claims_come_with_verdict_arithmetic_and_what_would_make_them_true() {
    let data = json(&["claims"]);
    let all = data["claims"].as_array().unwrap();
    assert_eq!(all.len(), CLAIMS.len());
    let counted: u64 = data["verdicts"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum();
    assert_eq!(counted as usize, CLAIMS.len());
    for claim in all {
        for key in ["id", "source_id", "place", "date", "subject", "quantity", "unit", "verdict"] {
            assert!(claim[key].is_string(), "{} has no {key}", claim["id"]);
        }
        for comparison in claim["comparisons"].as_array().unwrap() {
            assert!(comparison["ours"]["central"].is_number() && comparison["operands"].is_array(), "{comparison}");
        }
    }
    let motor = text(&["claims", "--id", "kr-fx-ev-motor"]);
    assert!(
        motor.contains("70–100 US$/unit") && motor.contains("times that") && motor.contains("would need"),
        "{motor}"
    );
    let only = json(&["claims", "--verdict", "inconsistent"]);
    assert!(only["claims"].as_array().unwrap().iter().all(|c| c["verdict"] == "inconsistent"));
    let output = run(&["claims", "--verdict", "wrong"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("recorded, reproduced"), "accepted verdicts are named");
}

#[test]
fn the_published_claims_obey_their_schema() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().display().to_string();
    text(&["publish", "--out", &out]);
    let read = |name: &str| -> Value {
        serde_json::from_str(&std::fs::read_to_string(folder.path().join(name)).unwrap()).unwrap()
    };
    let (schema, data) = (read("claims.schema.json"), read("claims.json"));
    let checked = jsonschema::validator_for(&schema).unwrap();
    let wrong: Vec<String> = checked.iter_errors(&data).map(|e| e.to_string()).take(3).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let mut broken = data.clone();
    broken["claims"][0]["verdict"] = "maybe".into();
    assert!(!checked.is_valid(&broken), "the schema refuses another verdict");
}
