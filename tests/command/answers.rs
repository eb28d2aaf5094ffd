//! One question at a time.

use lodestone_model::data::NamedScenario;
use lodestone_model::inputs::{Inputs, Param};
use lodestone_model::outputs::{Output, Shared, range};
use serde_json::{Value, json};

use super::{json, run, text};

/// Every answer of `report --json --limits`, as bits.
fn answers(args: &[&str]) -> Vec<Option<[u64; 3]>> {
    let report = json(&[&["report", "--limits"], args].concat());
    let bits = |answer: &Value| {
        let end = |key: &str| answer[key].as_f64().unwrap().to_bits();
        (!answer.is_null()).then(|| ["low", "central", "high"].map(end))
    };
    report["outputs"].as_array().unwrap().iter().map(|o| bits(&o["answer"])).collect()
}

fn expected(inputs: &Inputs, year: i32) -> Vec<Option<[u64; 3]>> {
    let shared = Shared::default();
    let bits = |o: &Output| range(inputs, &shared, year, *o).map(|r| [r.low, r.central, r.high].map(f64::to_bits));
    Output::ALL.iter().map(bits).collect()
}

#[test]
fn the_command_gives_the_bits_of_the_library() {
    assert_eq!(answers(&[]), expected(&Inputs::default(), 2025));
    for scenario in NamedScenario::ALL {
        let args = ["--scenario", scenario.key(), "--year", "2026"];
        assert_eq!(answers(&args), expected(&scenario.inputs().unwrap(), 2026), "{}", scenario.key());
    }
    let mut inputs = Inputs::default();
    inputs.set(Param::WindMw, 5.3).unwrap();
    inputs.assign("drive", "geared").unwrap();
    inputs.assign("units.humanoid.2026", "123456.7").unwrap();
    inputs.shocks =
        Some(vec!["outage:mining:china:rate:0.3:6@pass=0.7".parse().unwrap(), "tariff:0.25".parse().unwrap()]);
    let args = [
        "--set",
        "wind-mw=5.3",
        "--set",
        "drive=geared",
        "--set",
        "units.humanoid.2026=123456.7",
        "--shock",
        "outage:mining:china:rate:0.3:6@pass=0.7",
        "--shock",
        "tariff:0.25",
        "--year",
        "2026",
    ];
    assert_eq!(answers(&args), expected(&inputs, 2026));
}

#[test]
fn wrong_input_ends_with_one_sentence_and_status_two() {
    let cases: [(&[&str], &[&str]); 15] = [
        (&["cost", "--set", "wnd-mw=3"], &["wnd-mw", "Did you mean wind-mw?"]),
        (&["cost", "--set", "wind-mw=-3"], &["wind-mw", "−3 MW", "0 MW"]),
        (&["cost", "--set", "wind-mw=three"], &["wind-mw", "three", "a number or a range", "2..2.5..4"]),
        (&["cost", "--set", "wind-mw"], &["wind-mw", "key=value"]),
        (&["cost", "--set", "drive=sail"], &["drive", "sail", "direct, geared, none"]),
        (&["cost", "--set", "ev-w-dy=0.9"], &["ev-w-dy", "at most"]),
        (&["cost", "--set", "units.humanoid.1066=3"], &["units.humanoid.1066"]),
        (&["cost", "--scenario", "nowhere"], &["nowhere", "won-minus-10"]),
        (&["cost", "--shock", "price:gold:3"], &["gold", "nd-metal"]),
        (&["demand", "--year", "1999"], &["1999", "2010", "2035"]),
        (&["solve", "--output", "happiness", "--input", "wind-mw", "--target", "1"], &["happiness", "motor-magnet-kg"]),
        (&["solve", "--output", "motor-magnet-kg", "--input", "hope", "--target", "1"], &["hope"]),
        (&["cost", "--set", "correlation-nd-dy=-1"], &["correlation-nd-dy", "−1", "between theirs"]),
        (&["cost", "--lang", "tlh"], &["tlh", "en, ko, zh"]),
        (&["batch", "no-such-file.csv"], &["no-such-file.csv"]),
    ];
    for (args, wanted) in cases {
        let output = run(args);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert_eq!(said.trim_end().lines().count(), 1, "{args:?}: one sentence, not {said}");
        assert!(wanted.iter().all(|w| said.contains(w)), "{args:?}: {said}");
        assert!(output.stdout.is_empty(), "{args:?} answers nothing");
    }
}

#[test]
fn names_and_sentences_come_in_three_languages() {
    for (lang, name, refused) in
        [("en", "EV motor", "not possible"), ("ko", "모터", "쓸 수 없습니다"), ("zh", "电机", "不能")]
    {
        assert!(text(&["cost", "--lang", lang]).contains(name), "{lang}");
        let output = run(&["cost", "--set", "drive=sail", "--lang", lang]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(refused), "{lang}: {said}");
    }
}

#[test]
fn every_command_answers_people_and_programs() {
    let commands: [&[&str]; 13] = [
        &["cost"],
        &["demand", "--year", "2030"],
        &["supply"],
        &["balance"],
        &["shock", "--scenario", "flood-mount-weld"],
        &["report"],
        &["solve", "--output", "turbine-after-local", "--input", "shock-fx", "--target", "300000000"],
        &["why", "baseline", "default"],
        &["compare", "won-minus-10", "nd-plus-100"],
        &["history"],
        &["simulate", "--output", "turbine-after-usd,balance-gap-t", "--year", "2026"],
        &["sensitivity", "--output", "demand-magnet-t", "--year", "2030"],
        &["claims", "--topic", "balance"],
    ];
    for args in commands {
        assert!(text(args).lines().count() >= 1, "{args:?}");
        assert!(!json(args).is_null(), "{args:?}");
    }
    assert_eq!(json(&["scenarios"]).as_array().unwrap().len(), NamedScenario::ALL.len());
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(text(&["completions", shell]).contains("lodestone"), "{shell}");
    }
}

#[test]
fn questions_of_the_model_page_are_answered() {
    // 15,000 USD for +100 USD/kg on 3 MW: 50 kg Nd per MW, which is 167 kg of magnet with 30 % Nd.
    let question =
        ["solve", "--output", "turbine-contained-usd", "--input", "wind-kg-per-mw-direct", "--target", "15000"];
    let exact = json(&[&question[..], &["--set", "wind-w-pr=0", "--set", "wind-w-nd=0.3"]].concat());
    let kg = exact["central"]["at"][0].as_f64().unwrap();
    assert!((kg - 500.0 / 3.0).abs() < 1e-9, "{kg}");
    let ranged = json(&question);
    let ends = ranged["interval"].as_array().unwrap();
    let middle = ranged["central"]["at"][0].as_f64().unwrap();
    assert!(ends[0].as_f64().unwrap() < middle && middle < ends[1].as_f64().unwrap(), "{ranged}");

    let price = json(&[
        "solve",
        "--output",
        "motor-share-after",
        "--input",
        "price-ndpr-oxide",
        "--target",
        "0.2",
        "--no-shocks",
    ]);
    let price = price["central"]["at"][0].as_f64().unwrap();
    let set = [format!("price-nd-oxide={price}"), format!("price-pr-oxide={price}")];
    let back = json(&["report", "--limits", "--no-shocks", "--set", &set[0], "--set", &set[1]]);
    let share = back["outputs"].as_array().unwrap().iter().find(|o| o["output"] == "motor-share-after").unwrap();
    assert!((share["answer"]["central"].as_f64().unwrap() / 0.2 - 1.0).abs() < 1e-9);

    let none = json(&["solve", "--output", "demand-humanoid-t", "--over", "demand-wind-t"]);
    assert_eq!(none["first_year"]["central"], Value::Null);
    let passes = ["--set", "units.humanoid.2028=100000000"];
    let year = json(&[&["solve", "--output", "demand-humanoid-t", "--over", "demand-wind-t"][..], &passes].concat());
    assert_eq!(year["first_year"]["central"], json!(2028));
    let never = json(&["solve", "--output", "motor-magnet-kg", "--input", "fx-krw", "--target", "3"]);
    assert_eq!(never["central"]["none"], json!(true));
}

#[test]
fn the_schema_describes_every_input_choice_and_output() {
    let schema = json(&["schema"]);
    let inputs = schema["inputs"].as_array().unwrap();
    assert_eq!(inputs.len(), Param::ALL.len());
    for (param, described) in Param::ALL.iter().zip(inputs) {
        let spec = param.spec();
        assert_eq!(described["key"], param.key());
        assert_eq!(described["unit"], spec.unit.key());
        assert_eq!(described["min"].as_f64(), Some(spec.possible.min));
        assert_eq!(described["max"].as_f64(), Some(spec.possible.max));
        assert_eq!(described["default"].as_f64(), spec.set.then_some(spec.central));
        assert_eq!(described["sources"].as_array().unwrap().len(), spec.sources.len());
        for lang in ["en", "ko", "zh-Hans"] {
            assert!(!described["label"][lang].as_str().unwrap().is_empty(), "{} in {lang}", param.key());
        }
        // What the schema says is possible is what the command takes.
        if let Some(default) = described["default"].as_f64() {
            let set = format!("{}={default}", param.key());
            assert!(run(&["cost", "--limits", "--set", &set]).status.success(), "{set}");
        }
    }
    let known = |key: &str| inputs.iter().find(|p| p["key"] == key).unwrap();
    assert_eq!(known("ev-magnet-kg")["drawn_as"], "pert");
    assert_eq!(known("ev-magnet-kg")["takes"].as_array().unwrap().len(), 6);
    assert_eq!(known("wind-mw")["drawn_as"], "exact");
    assert_eq!(known("correlation-pr-dy")["drawn_as"], Value::Null, "it has no default");
    assert_eq!(known("correlation-nd-dy")["takes"], json!([]), "a correlation is one number");
    assert_eq!(known("ev-w-dy")["takes"], json!(["uniform", "pert"]), "a part of a whole needs ends");
    // Each way to write a range is taken where the schema says so.
    for way in schema["ranges"].as_array().unwrap() {
        let set = format!("price-nd-oxide={}", way["example"].as_str().unwrap());
        assert!(run(&["cost", "--limits", "--set", &set]).status.success(), "{set}");
    }
    let tied = &schema["correlations"].as_array().unwrap()[4];
    assert_eq!((&tied["key"], &tied["between"][1]), (&json!("correlation-pr-tb"), &json!("price-tb-oxide")));
    for choice in schema["choices"].as_array().unwrap() {
        for value in choice["values"].as_array().unwrap() {
            assert!(!value["label"]["ko"].as_str().unwrap().is_empty(), "{choice}");
        }
    }
    assert_eq!(schema["outputs"].as_array().unwrap().len(), Output::ALL.len());
}

#[test]
fn the_balance_has_every_metal_for_itself_and_oxide_from_two_of_them() {
    for year in json(&["balance"])["years"].as_array().unwrap() {
        let central = |value: &Value| value["central"].as_f64().unwrap();
        let metal = |e: &str| central(&year["metals"][e]["secondary_t"]);
        // kg of oxide per kg of metal: 1.166 for neodymium, 1.208 for praseodymium.
        let oxide = 1.166_377 * metal("nd") + 1.208_159 * metal("pr");
        assert!((central(&year["secondary_t"]) / oxide - 1.0).abs() < 1e-5, "{year}");
        assert!(central(&year["metals"]["dy"]["demand_t"]) > 1000.0, "{year}");
        assert!(
            (central(&year["supply_t"]) + central(&year["secondary_t"])
                - central(&year["demand_t"])
                - central(&year["gap_t"]))
            .abs()
                < 1e-6
        );
    }
}
