//! One cell of a copy of `static-data` is broken at a time; the reader says where, what, and what would be accepted.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};

use lodestone_tables::{Package, Problem};
use tempfile::TempDir;

fn static_data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static-data")
}

/// The tables and their description, without anything else that lies in the folder.
fn copy() -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(static_data()).unwrap() {
        let from = entry.unwrap().path();
        if from.is_file() {
            std::fs::copy(&from, copy.path().join(from.file_name().unwrap())).unwrap();
        }
    }
    copy
}

/// Rows with their lines: the row that starts with `key` is at the index of its line − 1 as long as no cell breaks.
fn records(path: &Path) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path).unwrap();
    reader.records().map(Result::unwrap).collect()
}

fn write(path: &Path, records: &[csv::StringRecord]) {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_path(path).unwrap();
    for record in records {
        writer.write_record(record).unwrap();
    }
    writer.flush().unwrap();
}

/// The line of the row whose first cell is `key`, counted in the file itself.
fn line_of(file: &str, key: &str) -> u64 {
    let text = std::fs::read_to_string(static_data().join(file)).unwrap();
    let at = text.lines().position(|l| l.starts_with(&format!("{key},"))).unwrap_or_else(|| panic!("{file}: {key}"));
    at as u64 + 1
}

/// The problems of a copy in which the cell `column` of row `key` in `file` is `value`.
fn broken(file: &str, key: &str, column: &str, value: &str) -> Vec<Problem> {
    let folder = copy();
    let path = folder.path().join(file);
    let mut rows = records(&path);
    let column = rows[0].iter().position(|c| c == column).unwrap_or_else(|| panic!("{file}: {column}"));
    let row = rows.iter_mut().find(|r| &r[0] == key).unwrap_or_else(|| panic!("{file}: {key}"));
    let changed: csv::StringRecord =
        row.iter().enumerate().map(|(i, cell)| if i == column { value } else { cell }).collect();
    assert_ne!(*row, changed, "the cell has to be broken");
    *row = changed;
    write(&path, &rows);
    Package::read(folder.path()).expect_err("the broken copy has to be refused")
}

/// Asserts that a problem stands at the broken cell, and returns what it says would be accepted.
#[track_caller]
fn refused(file: &str, key: &str, column: &str, value: &str) -> String {
    let problems = broken(file, key, column, value);
    let found = problems.iter().find(|p| {
        (p.file.as_str(), p.line, p.column.as_str(), p.value.as_str()) == (file, line_of(file, key), column, value)
    });
    let problem = found.unwrap_or_else(|| panic!("no problem at {file} {key} {column}: {problems:#?}"));
    let sentence = problem.to_string();
    let place = format!("static-data/{file}:{}: column {column}: {value:?}", line_of(file, key));
    assert!(sentence.starts_with(&place) && sentence.ends_with(&problem.accepted), "{sentence}");
    problem.accepted.clone()
}

#[track_caller]
fn says(accepted: &str, parts: &[&str]) {
    for part in parts {
        assert!(accepted.contains(part), "{accepted:?} does not say {part:?}");
    }
}

#[test]
fn the_intact_package_is_read_without_a_problem() {
    let package = Package::read(&static_data()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert!(package.table("parameters").find("ev-magnet-kg").is_some());
    assert!(package.tables.values().all(|t| !t.rows.is_empty()), "a table without rows");
    let text = std::fs::read_to_string(static_data().join("datapackage.json")).unwrap();
    assert!(text.contains(&format!("\"version\": {:?}", package.version)));
}

#[test]
fn an_unbroken_copy_is_read_without_a_problem() {
    let folder = copy();
    for file in ["parameters.csv", "alloys.csv", "composition.csv", "sources.csv"] {
        let path = folder.path().join(file);
        write(&path, &records(&path));
    }
    let package = Package::read(folder.path()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(package.tables.len(), Package::read(&static_data()).unwrap().tables.len());
}

#[test]
fn every_row_knows_the_line_on_which_it_stands() {
    let package = Package::read(&static_data()).unwrap();
    for (name, key) in
        [("parameters", "drone-magnet-kg"), ("alloys", "turbine-fe"), ("series", "steering-history-2016")]
    {
        let row = package.table(name).find(key).unwrap();
        assert_eq!(row.line, line_of(&format!("{name}.csv"), key));
    }
}

#[test]
fn a_row_with_an_unknown_source_is_refused() {
    for (file, key) in [("parameters.csv", "wind-mw"), ("alloys.csv", "motor-nd"), ("series.csv", "robot-history-2024")]
    {
        says(&refused(file, key, "source_id", "hearsay-2020"), &["source_id", "sources.csv"]);
    }
}

#[test]
fn a_unit_that_does_not_belong_is_refused_with_the_units_that_do() {
    says(&refused("parameters.csv", "wind-mw", "unit", "horsepower"), &["accepted", "MW", "kg/MW", "share"]);
    says(&refused("series.csv", "wind-history-2020", "unit", "GW/year"), &["MW/year", "vehicles/year"]);
    says(&refused("alloys.csv", "motor-nd", "unit", "percent"), &["accepted: share"]);
}

#[test]
fn a_low_end_above_the_high_end_is_refused() {
    let accepted = refused("parameters.csv", "wind-w-tb", "low", "0.5");
    says(&accepted, &["low", "above", "central", "high"]);
    // Here low stands above high only once the references are worked out.
    let accepted = refused("parameters.csv", "ev-magnet-kg", "low", "[claims/tmt-ev-kg.high]*2");
    says(&accepted, &["low 8", "central 2", "high 4", "wrong order"]);
}

#[test]
fn a_central_value_above_the_high_end_is_refused() {
    says(&refused("parameters.csv", "fx-pass-through", "central", "1.5"), &["between 0 and 1"]);
    says(&refused("parameters.csv", "wind-w-tb", "central", "0.5"), &["central", "above high"]);
}

#[test]
fn a_share_outside_zero_to_one_is_refused() {
    says(&refused("parameters.csv", "ev-w-pr", "high", "1.2"), &["share between 0 and 1"]);
    says(&refused("parameters.csv", "ev-w-pr", "low", "-0.1"), &["share between 0 and 1"]);
    says(&refused("alloys.csv", "motor-b", "share", "1.01"), &["share between 0 and 1"]);
    says(&refused("alloys.csv", "motor-b", "share", "-0.01"), &["share between 0 and 1"]);
}

#[test]
fn a_share_that_is_above_one_only_when_worked_out_is_refused() {
    says(&refused("parameters.csv", "pm-share-ev", "high", "0.93*2"), &["1.86 is not possible"]);
}

#[test]
fn a_percentage_above_a_hundred_is_refused_in_a_composition() {
    let key = "wind-turbine-magnet-w-dy-encyclopedia-mdpi";
    let accepted = refused("composition.csv", key, "central", "104");
    says(&accepted, &["share between 0 and 100"]);
}

#[test]
fn a_composition_that_does_not_add_to_one_is_refused_with_its_sum() {
    let problems = broken("alloys.csv", "formula-fe", "share", "0.5");
    let [problem] = problems.as_slice() else { panic!("{problems:#?}") };
    // The problem is that of the whole alloy and stands at its first row.
    assert_eq!(problem.file, "alloys.csv");
    assert_eq!((problem.line, problem.column.as_str()), (line_of("alloys.csv", "formula-nd"), "share"));
    says(&problem.accepted, &["alloy formula", "must add to 1", "they add to 0.776"]);
}

#[test]
fn a_composition_whose_rest_would_be_negative_is_refused() {
    let problems = broken("alloys.csv", "motor-b", "share", "0.9");
    let [problem] = problems.as_slice() else { panic!("{problems:#?}") };
    assert_eq!((problem.file.as_str(), problem.column.as_str()), ("alloys.csv", "share"));
    says(&problem.accepted, &["alloy motor", "must add to 1", "0 or more"]);
}

#[test]
fn a_key_that_stands_twice_is_refused_with_the_line_of_the_first() {
    let first = line_of("parameters.csv", "wind-mw");
    let problems = broken("parameters.csv", "wind-w-nd", "id", "wind-mw");
    let problem = problems.iter().find(|p| p.column == "id").unwrap();
    assert_eq!((problem.file.as_str(), problem.value.as_str()), ("parameters.csv", "wind-mw"));
    assert_eq!(problem.line, line_of("parameters.csv", "wind-w-nd"));
    says(&problem.accepted, &["once", &format!("line {first} ")]);
}

#[test]
fn a_missing_required_value_is_refused() {
    for column in ["date", "source_id", "rule", "grade", "possible_min", "evidence_low"] {
        says(&refused("parameters.csv", "wind-mw", column, ""), &["a value is needed"]);
    }
    says(&refused("sources.csv", "the-volt-bridge-2025-magnets-in-ev-traction-motors", "publisher", ""), &["needed"]);
}

#[test]
fn a_default_without_one_of_its_ends_is_refused() {
    let problems = broken("parameters.csv", "wind-mw", "high", "");
    let problem = problems.iter().find(|p| p.line == line_of("parameters.csv", "wind-mw")).unwrap();
    assert_eq!(problem.column, "central");
    says(&problem.accepted, &["low, central and high together"]);
}

#[test]
fn a_word_where_a_number_belongs_is_refused() {
    says(&refused("parameters.csv", "wind-mw", "evidence_low", "three"), &["a number like"]);
    says(&refused("parameters.csv", "wind-mw", "slider_max", "inf"), &["a number like"]);
    says(&refused("parameters.csv", "wind-mw", "raises", "up"), &["a whole number like"]);
    says(&refused("parameters.csv", "wind-mw", "possible_max", "much"), &["a number"]);
    says(&refused("parameters.csv", "wind-mw", "central", "three"), &["arithmetic"]);
    says(&refused("series.csv", "robot-history-2024", "year", "2024.5"), &["a whole number like"]);
    says(&refused("prices.csv", "nd-oxide-2025-usgs-2026", "central", "cheap"), &["a number like"]);
}

#[test]
fn a_reference_to_a_row_that_does_not_exist_is_refused_with_its_name() {
    let accepted = refused("parameters.csv", "wind-mw", "central", "[claims/no-such-claim]");
    says(&accepted, &["claims/no-such-claim", "no row"]);
    says(&refused("parameters.csv", "wind-mw", "central", "[nowhere/kr-turbine-class-mw]"), &["nowhere/", "no row"]);
    says(&refused("series.csv", "robot-history-2024", "value", "[claims/none]"), &["claims/none", "no row"]);
    says(&refused("parameters.csv", "wind-mw", "central", "[claims/kr-turbine-class-mw"), &["ends with ]"]);
    says(&refused("parameters.csv", "wind-mw", "central", "1/0"), &["finite"]);
}

#[test]
fn a_negative_number_of_units_is_refused() {
    says(&refused("series.csv", "robot-history-2024", "value", "-1"), &["0 or more"]);
    says(&refused("series.csv", "robot-history-2024", "value", ""), &["0 or more"]);
}

#[test]
fn units_without_a_review_interval_or_with_one_that_does_not_fit_are_refused() {
    let month = |key: &str, months: &str| refused("series.csv", key, "review_months", months);
    says(&month("robot-history-2024", ""), &["a value is needed"]);
    says(&month("robot-history-2024", "soon"), &["a whole number like"]);
    // The newest count, an outlook, and another source's figure of a year to come.
    for key in ["robot-history-2024", "steering-history-2016", "car-bev-steps-2030", "wind-beside-2030-gwec-2025"] {
        says(&month(key, "0"), &["above 0", "looked at again"]);
        says(&month(key, "-12"), &["above 0"]);
    }
    // What is past stays as it is.
    for key in ["robot-history-2023", "wind-beside-2020-irena"] {
        says(&month(key, "24"), &["0, as a later year"]);
    }
}

#[test]
fn a_header_that_the_description_does_not_know_is_refused_with_the_columns_that_it_names() {
    let problems = broken("parameters.csv", "id", "central", "middle");
    let [problem] = problems.as_slice() else { panic!("{problems:#?}") };
    assert_eq!((problem.file.as_str(), problem.line), ("parameters.csv", 1));
    assert!(problem.value.contains("low,middle,high"), "{problem}");
    says(&problem.accepted, &["low,central,high"]);
}

#[test]
fn a_row_with_too_few_cells_is_refused_with_the_number_of_cells_that_are_needed() {
    let folder = copy();
    let path = folder.path().join("alloys.csv");
    let mut rows = records(&path);
    let row = rows.iter_mut().find(|r| &r[0] == "turbine-fe").unwrap();
    row.truncate(4);
    write(&path, &rows);
    let problems = Package::read(folder.path()).unwrap_err();
    let [problem] = problems.as_slice() else { panic!("{problems:#?}") };
    assert_eq!((problem.file.as_str(), problem.line), ("alloys.csv", line_of("alloys.csv", "turbine-fe")));
    says(&problem.accepted, &[&format!("a row has {} cells", rows[0].len())]);
}

#[test]
fn an_unknown_rule_is_refused_with_the_rules_that_are_known() {
    says(&refused("parameters.csv", "wind-mw", "rule", "felt-right"), &["newest-primary", "midpoint", "assumption"]);
    says(&refused("alloys.csv", "motor-nd", "rule", "felt-right"), &["best-for-use", "computed"]);
}

#[test]
fn a_table_that_is_missing_is_refused_by_its_name() {
    let folder = copy();
    std::fs::remove_file(folder.path().join("prices.csv")).unwrap();
    let problems = Package::read(folder.path()).unwrap_err();
    let [problem] = problems.as_slice() else { panic!("{problems:#?}") };
    assert_eq!((problem.file.as_str(), problem.line), ("prices.csv", 0));
    says(&problem.accepted, &["readable CSV file"]);
}

#[test]
fn all_problems_of_the_cells_are_named_at_once() {
    let folder = copy();
    for (file, from, to) in [("alloys.csv", "best-for-use", "felt-right"), ("parameters.csv", "only-source", "guess")] {
        let path = folder.path().join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.matches(from).count() > 1);
        std::fs::write(&path, text.replace(from, to)).unwrap();
    }
    let problems = Package::read(folder.path()).unwrap_err();
    for file in ["alloys.csv", "parameters.csv"] {
        assert!(problems.iter().filter(|p| p.file == file && p.column == "rule").count() > 1, "{problems:#?}");
    }
}

/// An audit with another cell in one column.
#[test]
fn an_audit_with_an_unknown_claim_rule_or_unit_is_refused_with_its_line() {
    says(&refused("audits.csv", "tmt-ev-kg", "claim_id", "no-such-claim"), &["an id of claims.csv"]);
    says(&refused("audits.csv", "tmt-ev-kg", "rule", "magic"), &["accepted: same, times"]);
    says(&refused("audits.csv", "tmt-ev-kg", "reading", "maybe"), &["is, about, at-least, at-most"]);
    says(&refused("audits.csv", "tmt-ev-kg", "conflict", "99-9"), &["an id of conflicts.csv"]);
    let dollars = "[claims/kr-fx-ev-motor]; [claims/bc-ev-units-2026]";
    says(&refused("audits.csv", "tmt-ev-kg", "operands", dollars), &["divided", "kg/unit"]);
    says(
        &refused("audits.csv", "tmt-ev-kg", "operands", "[claims/bc-ev-ndfeb-2026]; 3 furlong"),
        &["furlong is not known"],
    );
    says(&refused("audits.csv", "tmt-ev-kg", "operands", "[claims/bc-ev-ndfeb-2026]"), &["2 to 5 operands"]);
    for wrong in ["7", "ev-magnet-kg", "nothing"] {
        says(&refused("audits.csv", "tmt-ev-kg", "solve", wrong), &["1 to 2", "model:"]);
    }
}

#[test]
fn a_claim_with_an_unknown_source_or_unit_is_refused_with_its_line() {
    says(&refused("claims.csv", "tmt-ev-kg", "source_id", "nobody"), &["sources.csv"]);
    says(&refused("claims.csv", "tmt-ev-kg", "unit", "furlong"), &["accepted:", "kg/unit"]);
    says(&refused("claims.csv", "tmt-ev-kg", "subject_ko", ""), &["a value is needed"]);
}

#[test]
fn what_a_source_says_of_an_input_is_possible_for_it_and_in_its_unit() {
    let id = "ev-magnet-kg--tmtpost";
    says(&refused("alternatives.csv", id, "parameter", "no-such-input"), &["parameters.csv"]);
    says(&refused("alternatives.csv", id, "unit", "kg/MW"), &["kg"]);
    says(&refused("alternatives.csv", id, "low", "-3"), &["possible"]);
    says(&refused("alternatives.csv", id, "low", "1000"), &["in this order"]);
}
