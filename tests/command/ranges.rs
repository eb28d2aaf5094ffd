//! Likely ranges: where they come from, that they are the same everywhere, and that no figure goes without.

use lodestone_model::inputs::{Case, Inputs, Reading, Use};
use lodestone_model::outputs::Output;
use lodestone_model::report::{Range, View, product};
use lodestone_model::uncertainty::{Plan, QUANTILES, Section, Shapes, Simulation, give, simulate};
use serde_json::Value;

use super::{json, run, text};

/// The commands whose figures have ranges.
const RANGED: [&[&str]; 7] = [
    &["cost"],
    &["demand", "--year", "2030"],
    &["balance"],
    &["shock", "--scenario", "flood-mount-weld"],
    &["report", "--year", "2026"],
    &["compare", "baseline", "drought-baotou"],
    &["history"],
];

fn answer<'a>(report: &'a Value, key: &str) -> &'a Value {
    &report["outputs"].as_array().unwrap().iter().find(|o| o["output"] == key).unwrap()["answer"]
}

fn number(value: &Value, key: &str) -> f64 {
    value[key].as_f64().unwrap_or_else(|| panic!("{key} in {value}"))
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    for args in RANGED {
        let ask = |seed: &str| run(&[args, &["--json", "--seed", seed]].concat()).stdout;
        let (one, other) = (ask("7"), ask("8"));
        assert!(one == ask("7"), "{args:?}");
        let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace("\"seed\": 7", "\"seed\": 8");
        assert!(said(&one) != said(&other), "{args:?}: the seed changes more than its own line");
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    for args in [&["cost"][..], &["report"], &["shock"], &["simulate", "--output", "turbine-after-usd", "--csv"]] {
        let ask = |threads: &str| run(&[args, &["--threads", threads]].concat()).stdout;
        let one = ask("1");
        assert!(!one.is_empty() && one == ask("2") && one == ask("5"), "{args:?}");
    }
}

#[test]
fn the_ranges_are_the_bits_of_the_library_that_the_page_shows() {
    let inputs = || Inputs::default();
    let plan = Plan { seed: 5, chunks: 3 };
    let ask = ["--seed", "5", "--draws", "1536"];
    let bits = |r: Range| [r.low, r.central, r.high, r.error].map(f64::to_bits);
    let said = |value: &Value| ["low", "central", "high", "error"].map(|key| number(value, key).to_bits());

    let bands = Simulation::new(inputs(), View::default(), Section::Motor, plan, &Shapes::default()).bands();
    let mut motor = product(&Reading::new(&inputs(), Case::Central), Use::Motor, View::default());
    give(&bands, &mut motor);
    let cost = json(&[&["cost"], &ask[..]].concat());
    assert_eq!(said(&cost["motor"]["magnet_kg"]), bits(motor.magnet_kg));
    assert_eq!(said(&cost["motor"]["currencies"]["krw"]["after"]), bits(motor.currencies[2].after));
    assert_eq!(said(&cost["motor"]["difference_contained_usd"]), bits(motor.difference_contained));
    let shock = json(&[&["shock"], &ask[..]].concat());
    assert_eq!(shock["motor"], cost["motor"], "one draw for the whole chain");

    let report = json(&[&["report"], &ask[..]].concat());
    let summaries = simulate(&inputs(), Output::ALL, 2025, plan);
    for (output, summary) in Output::ALL.iter().zip(summaries) {
        let answer = answer(&report, output.key());
        let Some(summary) = summary else {
            assert!(answer.is_null(), "{}", output.key());
            continue;
        };
        let ends = [0.05, 0.95].map(|p| summary.quantiles[QUANTILES.iter().position(|q| *q == p).unwrap()]);
        let expected = Range {
            error: ends[0].1.max(ends[1].1),
            ..Range::exactly(number(answer, "central")).reaching(ends[0].0).reaching(ends[1].0)
        };
        assert_eq!(said(answer), bits(expected), "{}", output.key());
    }
}

#[test]
fn likely_ranges_of_cost_and_demand_lie_within_the_limits() {
    let (likely, limits) = (json(&["report"]), json(&["report", "--limits"]));
    for output in Output::ALL.iter().map(|o| o.key()) {
        if !["motor-", "turbine-", "demand-", "bill-"].iter().any(|start| output.starts_with(start)) {
            continue;
        }
        let (inner, outer) = (answer(&likely, output), answer(&limits, output));
        assert_eq!(number(inner, "central").to_bits(), number(outer, "central").to_bits(), "{output}");
        assert!(number(outer, "low") <= number(inner, "low"), "{output}: {inner} in {outer}");
        assert!(number(inner, "low") <= number(inner, "central"), "{output}");
        assert!(number(inner, "central") <= number(inner, "high"), "{output}");
        assert!(number(inner, "high") <= number(outer, "high"), "{output}: {inner} in {outer}");
        assert_eq!(number(outer, "error"), 0.0, "nothing was drawn");
    }
}

#[test]
fn a_range_that_was_given_reaches_the_answer() {
    let kg = |set: &str| {
        let report = json(&["report", "--set", set]);
        assert_eq!(format!("ev-magnet-kg={}", report["set"]["ev-magnet-kg"].as_str().unwrap()), set);
        let kg = answer(&report, "motor-magnet-kg");
        [number(kg, "low"), number(kg, "central"), number(kg, "high"), number(kg, "error")]
    };
    for (set, expected) in [
        ("ev-magnet-kg=2..4", [2.1, 3.0, 3.9]),
        ("ev-magnet-kg=p5 2..4", [2.0, 8_f64.sqrt(), 4.0]),
        ("ev-magnet-kg=normal 3 0.5", [3.0 - 0.822_426, 3.0, 3.0 + 0.822_426]),
        ("ev-magnet-kg=lognormal 3 0.1", [2.544_96, 3.0, 3.536_41]),
    ] {
        let [low, central, high, error] = kg(set);
        assert!((central - expected[1]).abs() < 1e-12, "{set}: {central}");
        for (found, wanted) in [(low, expected[0]), (high, expected[2])] {
            assert!((found - wanted).abs() < 4.0 * error + 1e-3, "{set}: {found} ± {error}, not {wanted}");
        }
    }
    let [low, central, high, _] = kg("ev-magnet-kg=2..2.5..4");
    assert!(2.0 < low && low < central && central == 2.5 && central < high && high < 4.0);
    let exact = json(&["report", "--set", "ev-magnet-kg=2.5"]);
    assert_eq!(exact["set"]["ev-magnet-kg"], 2.5);
    assert_eq!(answer(&exact, "motor-magnet-kg")["low"], 2.5);
}

#[test]
fn json_says_how_its_ranges_were_found() {
    for args in RANGED {
        let said = |more: &[&str]| {
            let answer = json(&[args, more].concat());
            (answer["ranges"].clone(), answer["seed"].clone(), answer["draws"].clone())
        };
        assert_eq!(said(&[]), ("p5-p95".into(), 1.into(), 4096.into()), "{args:?}");
        let whole_chunks = said(&["--seed", "9007199254740991", "--draws", "1100"]);
        assert_eq!(whole_chunks, ("p5-p95".into(), 9_007_199_254_740_991_u64.into(), 1536.into()), "{args:?}");
        assert_eq!(said(&["--limits"]), ("limits".into(), Value::Null, Value::Null), "{args:?}");
    }
    let solved = json(&["solve", "--output", "motor-magnet-kg", "--input", "ev-magnet-kg", "--target", "3"]);
    assert_eq!(solved["ranges"], "limits", "what it would take is asked of the limits");
}

/// Whether a text has a number.
fn has_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

#[test]
fn every_figure_of_the_command_has_a_range_or_the_mark_exact() {
    for (lang, exact) in [("en", "exact"), ("ko", "고정값"), ("zh", "确定值")] {
        for how in [&[][..], &["--limits"]] {
            for args in RANGED {
                let said = text(&[args, how, &["--lang", lang]].concat());
                let mut figures = 0;
                // Rows of tables: a name, and cells two columns or more apart.
                for line in said.lines().filter(|line| line.contains("  ") && !line.starts_with("  ")) {
                    let cells: Vec<&str> = line.split("  ").map(str::trim).filter(|c| !c.is_empty()).skip(1).collect();
                    let ranged = match args[0] {
                        // A figure with its range in brackets; beside them stands what was observed.
                        "compare" => cells.iter().filter(|c| has_number(c)).all(|c| c.contains(['(', '（'])),
                        "history" => !has_number(cells[0]) || cells[0].contains(['(', '（']),
                        _ if cells.iter().any(|c| c.contains(['(', '（'])) => {
                            cells.iter().all(|c| c.contains(['(', '（']))
                        }
                        _ => {
                            let numbers = cells.iter().filter(|c| has_number(c)).count();
                            numbers == 0 || numbers == 3 || (numbers == 1 && cells[0] == exact)
                        }
                    };
                    assert!(ranged, "{args:?} in {lang}: {line}");
                    figures += usize::from(cells.iter().any(|c| has_number(c)));
                }
                assert!(figures >= 8, "{args:?} in {lang}: only {figures} rows with figures\n{said}");
            }
        }
    }
}

#[test]
fn a_figure_that_is_exact_shows_all_its_digits() {
    let said = text(&["report", "--set", "ev-magnet-kg=2.123456"]);
    let row = said.lines().find(|l| l.starts_with("Magnet in one motor")).unwrap();
    assert!(row.contains("exact") && row.contains("2.123456"), "{row}");
}

#[test]
fn bad_ranges_seeds_and_draws_are_explained_in_one_sentence() {
    // What every such sentence has: that it cannot be, or what can.
    let languages = [("en", ["not possible"; 2]), ("ko", ["쓸 수 없"; 2]), ("zh", ["可填", "请输入"])];
    let cases: [(&[&str], &[&str]); 9] = [
        (&["--set", "ev-magnet-kg=4..2"], &["ev-magnet-kg", "4..2", "2..4", "lognormal"]),
        (&["--set", "ev-magnet-kg=p50 1..2"], &["ev-magnet-kg", "p50 1..2", "p5 60..140"]),
        (&["--set", "ev-w-dy=normal 0.01 0.002"], &["ev-w-dy", "normal 0.01 0.002"]),
        (&["--set", "ev-magnet-kg=-3..2"], &["ev-magnet-kg", "−3"]),
        (&["--seed", "-1"], &["--seed", "-1", "0", "9007199254740991"]),
        (&["--seed", "lucky"], &["--seed", "lucky", "9007199254740991"]),
        (&["--draws", "0"], &["--draws", "“0”", "1", "262144"]),
        (&["--draws", "1e9"], &["--draws", "1e9", "262144"]),
        (&["--draws", "-5"], &["--draws", "-5", "262144"]),
    ];
    for (lang, refused) in languages {
        for (args, wanted) in cases {
            let output = run(&[&["cost"], args, &["--lang", lang]].concat());
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
            assert_eq!(said.trim_end().lines().count(), 1, "{args:?}: {said}");
            assert!(wanted.iter().all(|w| said.contains(w)), "{args:?} in {lang}: {said}");
            assert!(refused.iter().any(|r| said.contains(r)), "{args:?} in {lang}: {said}");
            assert!(output.stdout.is_empty());
        }
    }
    let together: [(&[&str], [&str; 2]); 4] = [
        (&["cost", "--limits", "--draws", "1024"], ["--limits", "--draws"]),
        (&["cost", "--limits", "--seed", "2"], ["--limits", "--seed"]),
        (&["simulate", "--output", "bill-usd", "--limits"], ["simulate", "--limits"]),
        (&["simulate", "--output", "bill-usd", "--csv", "--json"], ["--csv", "--json"]),
    ];
    for (args, named) in together {
        let output = run(args);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(named.iter().all(|n| said.contains(n)) && said.lines().count() == 1, "{args:?}: {said}");
    }
}
