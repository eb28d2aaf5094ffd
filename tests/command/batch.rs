//! Many scenarios in one stream.

use std::process::Command;

use super::{json, run, run_with};

/// A CSV of different scenarios.
fn scenarios(rows: u32) -> String {
    let row = |i: u32| {
        let part = |stride: u32, of: u32| f64::from(i * stride % of) / f64::from(of);
        format!(
            "s{i},{:.3},{:.2},{:.2}\n",
            0.5 + 4.0 * part(7, 997),
            40.0 + 100.0 * part(11, 991),
            2.0 + 13.0 * part(17, 977)
        )
    };
    std::iter::once("id,ev-magnet-kg,price-nd-oxide,wind-mw\n".to_owned()).chain((0..rows).map(row)).collect()
}

fn lines(bytes: &[u8]) -> Vec<String> {
    String::from_utf8(bytes.to_vec()).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn a_batch_answers_in_the_order_of_its_questions_whatever_the_threads() {
    let input = scenarios(5000);
    let one = run_with(&["batch", "-", "--threads", "1"], input.as_bytes());
    let four = run_with(&["batch", "-", "--threads", "4"], input.as_bytes());
    assert!(one.status.success() && one.stdout == four.stdout);
    let answers = lines(&one.stdout);
    assert_eq!(answers.len(), 5001);
    assert!(answers.iter().skip(1).enumerate().all(|(i, l)| l.starts_with(&format!("s{i},"))));
}

#[test]
fn a_row_of_a_batch_has_the_bits_of_a_single_answer() {
    let output = run_with(
        &["batch", "-", "--ranges", "--output", "turbine-after-local"],
        b"wind-mw,shocks,drive\n5,rate:krw:quote:0.1; price:nd-metal:30,geared\n",
    );
    let row = lines(&output.stdout)[1].clone();
    let cells: Vec<f64> = row.split(',').skip(1).take(3).map(|c| c.parse().unwrap()).collect();
    let single = json(&[
        "report",
        "--limits",
        "--set",
        "wind-mw=5",
        "--set",
        "drive=geared",
        "--shock",
        "rate:krw:quote:0.1",
        "--shock",
        "price:nd-metal:30",
    ]);
    let answer =
        &single["outputs"].as_array().unwrap().iter().find(|o| o["output"] == "turbine-after-local").unwrap()["answer"];
    let bits = ["low", "central", "high"].map(|end| answer[end].as_f64().unwrap().to_bits());
    assert_eq!(cells.iter().map(|c| c.to_bits()).collect::<Vec<_>>(), bits);
}

#[test]
fn a_batch_with_draws_has_the_percentiles_of_a_simulation() {
    let ask = ["--output", "motor-after-usd", "--seed", "3", "--draws", "1024"];
    let output = run_with(&[&["batch", "-"], &ask[..]].concat(), b"ev-magnet-kg\n2..4\n");
    let all = lines(&output.stdout);
    assert_eq!(all[0], "id,motor-after-usd.p5,motor-after-usd.central,motor-after-usd.p95,error");
    let cells: Vec<f64> = all[1].split(',').skip(1).take(3).map(|c| c.parse().unwrap()).collect();
    let single = json(&[&["simulate", "--set", "ev-magnet-kg=2..4"], &ask[..]].concat());
    let found = &single["outputs"][0];
    let quantile =
        |p: f64| found["quantiles"].as_array().unwrap().iter().find(|q| q["p"] == p).unwrap()["value"].clone();
    let expected = [quantile(0.05), found["central"].clone(), quantile(0.95)].map(|v| v.as_f64().unwrap());
    assert_eq!(cells, expected);
}

#[test]
fn a_bad_row_is_named_with_its_line_and_the_rest_is_done() {
    let input = "id,wind-mw,shocks\na,3,\nb,x,\nc,5\nd,-1,\n\"e, f\",4,price:gold:1\ng,4,;\n\u{ff},1,\n";
    let output = run_with(&["batch", "-", "--output", "turbine-magnet-kg"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1), "some rows were refused");
    let answers = lines(&output.stdout);
    assert_eq!(answers[1], "a,2100,");
    for (row, line, word) in [(2, 3, "wind-mw"), (3, 4, "2"), (4, 5, "wind-mw"), (5, 6, "gold")] {
        assert!(answers[row].contains(&format!("line {line}")) && answers[row].contains(word), "{}", answers[row]);
    }
    assert!(answers[5].starts_with("\"e, f\",,"), "a quoted name stays one cell: {}", answers[5]);
    assert_eq!(answers[6], "g,2800,");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().filter(|l| l.contains("line ")).count(), 4, "{said}");
    assert!(said.contains("7 rows, 4 of them refused"), "{said}");
}

#[test]
#[cfg(unix)]
fn a_reader_that_has_seen_enough_ends_a_batch_without_complaint() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("scenarios.csv");
    std::fs::write(&file, scenarios(50_000)).unwrap();
    let script = format!(
        "{{ '{}' batch '{}'; echo \"status $?\" >&2; }} | head -n 1",
        env!("CARGO_BIN_EXE_lodestone"),
        file.display()
    );
    let output = Command::new("sh").args(["-c", &script]).output().unwrap();
    assert!(output.stdout.starts_with(b"id,"));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "status 0\n");
}

#[test]
fn an_unknown_column_is_refused_before_any_row() {
    let output = run_with(&["batch", "-"], b"id,wind-kw\n1,2\n");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().contains("wind-kw"));
}

/// Most memory used, kB, as the command says.
fn memory(rows: u32) -> u64 {
    let output = run_with(&["batch", "-", "--stats", "--output", "motor-magnet-kg"], scenarios(rows).as_bytes());
    assert_eq!(lines(&output.stdout).len(), rows as usize + 1);
    let said = String::from_utf8(output.stderr).unwrap();
    said.split("memory ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn a_million_rows_take_no_more_memory_than_ten_thousand() {
    let (few, many) = (memory(10_000), memory(1_000_000));
    // All rows at once would take a hundred times as much.
    assert!(many < few + 8_000, "{few} kB for 10⁴ rows, {many} kB for 10⁶");
}

#[test]
#[cfg(target_os = "linux")]
fn gnu_parallel_runs_a_batch_on_parts_of_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let (file, whole) = (folder.path().join("scenarios.csv"), scenarios(20_000));
    std::fs::write(&file, &whole).unwrap();
    let command = env!("CARGO_BIN_EXE_lodestone");
    // As docs/batch.md says it.
    let script = format!(
        "parallel --will-cite --pipepart --arg-file '{}' --header : --block 100k --keep-order '{command}' batch - | awk 'NR == 1 || !/^id,/'",
        file.display()
    );
    let parts = Command::new("sh").args(["-c", &script]).env("HOME", folder.path()).output().unwrap();
    assert!(parts.status.success(), "{}", String::from_utf8_lossy(&parts.stderr));
    let one = run(&["batch", file.to_str().unwrap()]);
    assert!(parts.stdout == one.stdout, "the parts put together are the whole");
}
