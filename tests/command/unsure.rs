//! Mean and quantiles of an answer, all of its draws, and what makes it unsure.

use serde_json::Value;

use super::{json, run, text};

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is a number"))
}

#[test]
fn the_draws_as_csv_have_the_quantiles_that_are_printed() {
    let ask = ["simulate", "--output", "motor-after-usd,balance-gap-t,demand-wind-t", "--year", "2026", "--seed", "4"];
    let csv = text(&[&ask[..], &["--csv"]].concat());
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("motor-after-usd,balance-gap-t,demand-wind-t"));
    let rows: Vec<Vec<f64>> = lines.map(|l| l.split(',').map(|c| c.parse().unwrap()).collect()).collect();
    assert_eq!(rows.len(), 4096);
    let found = json(&ask);
    for (i, output) in found["outputs"].as_array().unwrap().iter().enumerate() {
        let mut column: Vec<f64> = rows.iter().map(|r| r[i]).collect();
        #[allow(clippy::cast_precision_loss)] // some thousand
        let mean = column.iter().sum::<f64>() / column.len() as f64;
        assert!((mean - number(&output["mean"]["value"])).abs() < 1e-9 * mean.abs(), "{output}");
        column.sort_by(f64::total_cmp);
        let quantiles = output["quantiles"].as_array().unwrap();
        assert_eq!(quantiles.len(), 7);
        for quantile in quantiles {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // a rank
            let rank = (number(&quantile["p"]) * (column.len() - 1) as f64) as usize;
            assert_eq!(number(&quantile["value"]).to_bits(), column[rank].to_bits(), "{quantile}");
            let error = number(&quantile["error"]);
            assert!(error > 0.0 && error < column[4095] - column[0], "{quantile}");
        }
    }
}

#[test]
fn more_draws_leave_a_smaller_error() {
    let error = |draws: &str| {
        let found = json(&["simulate", "--output", "turbine-after-usd", "--draws", draws]);
        number(&found["outputs"][0]["mean"]["error"])
    };
    let (few, many) = (error("2048"), error("65536"));
    assert!(many < few / 2.0, "{few} with 2,048 draws, {many} with 65,536");
}

#[test]
fn an_answer_without_a_figure_is_said_to_have_none() {
    let ask = ["simulate", "--output", "balance-gap-t,motor-magnet-kg", "--year", "2012", "--draws", "1024"];
    assert!(text(&ask).contains("no figure in the evidence for 2012"));
    assert!(json(&ask)["outputs"][0]["mean"].is_null());
    let csv = text(&[&ask[..], &["--csv"]].concat());
    assert!(csv.lines().skip(1).all(|l| l.starts_with(',') && l.len() > 1), "an empty cell");
    let refused = run(&["sensitivity", "--output", "balance-gap-t", "--year", "2012"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("2012"));
}

#[test]
fn what_makes_a_motor_unsure_is_its_mass_of_magnet_first() {
    let found = json(&["sensitivity", "--output", "motor-after-usd"]);
    let influences = found["influences"].as_array().unwrap();
    let first = &influences[0];
    assert_eq!(first["input"], "ev-magnet-kg");
    assert!(
        number(&first["at_low"]) < number(&found["central"]) && number(&found["central"]) < number(&first["at_high"])
    );
    let sum: f64 = influences.iter().map(|i| number(&i["first"]["value"])).sum();
    let error: f64 = influences.iter().map(|i| number(&i["first"]["error"])).sum();
    assert!(sum <= 1.0 + 3.0 * error, "first-order indices sum to {sum} ± {error}");
    assert!(influences.iter().any(|i| i["input"] == "oxide-prices"), "the four prices are tied and count as one");
    for (lang, sentence) in [
        ("en", "Better data on “Magnet per motor” would narrow the range most"),
        ("ko", "자료가 더 정확해질 때 범위가 가장 크게"),
        ("zh", "的数据若更准确，最能收窄区间"),
    ] {
        let said = text(&["sensitivity", "--output", "motor-after-usd", "--lang", lang]);
        assert!(said.contains(sentence) && said.contains('±'), "{lang}: {said}");
    }
}

#[test]
fn an_input_that_is_known_exactly_makes_nothing_unsure() {
    let found = json(&["sensitivity", "--output", "motor-after-usd", "--set", "ev-magnet-kg=2"]);
    assert!(found["influences"].as_array().unwrap().iter().all(|i| i["input"] != "ev-magnet-kg"));
    let nothing = ["sensitivity", "--output", "motor-magnet-kg", "--set", "ev-magnet-kg=2"];
    assert!(json(&nothing)["influences"].as_array().unwrap().is_empty());
    assert!(text(&nothing).contains("it is exact"));
}
