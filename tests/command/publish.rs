//! The published folder: nothing lost from the tables, the same bytes every time, the answers of the command.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use lodestone_model::data::{NamedScenario, PARAMETERS, POINTS};
use lodestone_model::outputs::Output;
use lodestone_model::release::RELEASES;
use serde_json::Value;
use tempfile::TempDir;

use super::{json, run, text};

/// Few draws: their number changes nothing of what is tried here.
const DRAWS: [&str; 2] = ["--draws", "1024"];

fn published() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    text(&[&["publish", "--out", folder.path().to_str().unwrap()], &DRAWS[..]].concat());
    folder
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            all.extend(files(&path).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            all.insert(name, std::fs::read(&path).unwrap());
        }
    }
    all
}

fn read(folder: &Path, name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(folder.join(name)).unwrap()).unwrap()
}

#[test]
fn the_published_folder_is_the_same_bytes_every_time_and_tables_are_those_of_the_data() {
    let (one, other) = (published(), published());
    assert_eq!(files(one.path()), files(other.path()));
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("static-data");
    for (name, bytes) in files(&data).into_iter().filter(|(name, _)| !name.starts_with("text/")) {
        assert_eq!(std::fs::read(one.path().join(&name)).unwrap(), bytes, "{name}");
    }
    let result = std::fs::read_to_string(one.path().join("result.schema.json")).unwrap();
    assert_eq!(result, lodestone::export::json::DESCRIBED);
    let schema = std::fs::read_to_string(one.path().join("schema.json")).unwrap();
    assert_eq!(schema, text(&["schema"]));
    for (file, format) in [("sources.bib", "bibtex"), ("sources.csl.json", "csl-json")] {
        let written = std::fs::read_to_string(one.path().join(file)).unwrap();
        assert_eq!(written, text(&["cite", "--all", "--format", format]), "{file}");
    }
    let moved = std::fs::read_to_string(one.path().join("answers-moved.json")).unwrap();
    assert_eq!(moved, text(&["release", "--moved", "--json"]));
    let lines = std::fs::read_to_string(one.path().join("sources.txt")).unwrap();
    assert_eq!(lines.lines().count(), read(one.path(), "sources.json").as_array().unwrap().len() + 1);

    every_table_has_the_rows_and_cells_of_its_csv(one.path());
    expressions_are_published_as_written_and_worked_out(one.path());
    presets_are_what_the_command_answers(one.path());
}

fn every_table_has_the_rows_and_cells_of_its_csv(folder: &Path) {
    let package = read(folder, "datapackage.json");
    for resource in package["resources"].as_array().unwrap() {
        let name = resource["name"].as_str().unwrap();
        let mut table = read(folder, &format!("{name}.json"));
        if name == "claims" {
            // The claims come with their verdicts.
            table = table["claims"].take();
        }
        let mut csv = csv::Reader::from_path(folder.join(resource["path"].as_str().unwrap())).unwrap();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let rows: Vec<csv::StringRecord> = csv.records().map(Result::unwrap).collect();
        assert_eq!(table.as_array().unwrap().len(), rows.len(), "{name}");
        for (row, object) in rows.iter().zip(table.as_array().unwrap()) {
            for (field, cell) in fields.iter().zip(row) {
                let column = field["name"].as_str().unwrap();
                let value = &object[column];
                let worked = object.get(format!("{column}_rule"));
                let same = match (field["type"].as_str().unwrap(), value) {
                    _ if worked.is_some_and(|w| !w.is_null()) => worked.and_then(Value::as_str) == Some(cell),
                    (_, Value::Null) => cell.is_empty(),
                    (_, Value::Number(number)) => cell.parse::<f64>().ok() == number.as_f64(),
                    (kind, Value::String(text)) => kind == "string" && text == cell,
                    _ => false,
                };
                assert!(same, "{name}.{column}: {cell} in the CSV, {value} in JSON");
            }
        }
    }
}

fn expressions_are_published_as_written_and_worked_out(folder: &Path) {
    let parameters = read(folder, "parameters.json");
    for (spec, row) in PARAMETERS.iter().zip(parameters.as_array().unwrap()) {
        assert_eq!(row["id"], spec.key);
        for (column, value) in [("low", spec.low), ("central", spec.central), ("high", spec.high)] {
            assert_eq!(row[column].as_f64(), spec.set.then_some(value), "{} {column}", spec.key);
            assert!(row[format!("{column}_rule")].as_str().is_none_or(|rule| rule.contains('[')), "{row}");
        }
        assert_eq!(row["possible_min"].as_f64(), Some(spec.possible.min), "{}", spec.key);
        assert_eq!(row["possible_min_rule"].as_str().is_some(), spec.possible.above_min, "{}", spec.key);
    }
    for (point, row) in POINTS.iter().zip(read(folder, "series.json").as_array().unwrap()) {
        assert_eq!(row["value"].as_f64(), Some(point.value), "{row}");
    }
    let alloys = read(folder, "alloys.json");
    let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
    for row in alloys.as_array().unwrap() {
        *sums.entry(row["alloy"].as_str().unwrap()).or_default() += row["share"].as_f64().unwrap();
    }
    assert!(sums.values().all(|sum| (sum - 1.0).abs() < 1e-9), "the rest is worked out too: {sums:?}");
}

fn presets_are_what_the_command_answers(folder: &Path) {
    for name in std::iter::once("default").chain(NamedScenario::ALL.map(NamedScenario::key)) {
        let preset = read(folder, &format!("presets/{name}.json"));
        assert_eq!(preset["scenario"], name);
        let mut args = vec!["report", "--year", "2030"];
        if name != "default" {
            args.extend(["--scenario", name]);
            assert_eq!(preset["link"]["scenario"], name);
        }
        args.extend(DRAWS);
        let report = json(&args);
        for key in ["version", "data_version", "set", "units", "choices", "shocks", "seed", "draws", "ranges"] {
            assert_eq!(preset[key], report[key], "{name} {key}");
        }
        let year = preset["years"].as_array().unwrap().iter().find(|y| y["year"] == 2030).unwrap();
        assert_eq!(year["outputs"], report["outputs"], "{name}");
        assert_eq!(year["outputs"].as_array().unwrap().len(), Output::ALL.len());
    }
}

#[test]
fn the_published_log_lists_every_answer_that_moved_with_every_release() {
    let folder = published();
    let data = read(folder.path(), "answers-moved.json");
    let rows = std::fs::read_to_string(folder.path().join("answers-moved.csv")).unwrap();
    let entries = data["releases"].as_array().unwrap();
    assert_eq!(entries.len(), RELEASES.len());
    let mut causes = 0;
    for (i, (entry, release)) in entries.iter().zip(RELEASES.iter().rev()).enumerate() {
        assert_eq!(entry["release"], release.name);
        assert_eq!(entry["before"], RELEASES.iter().rev().nth(i + 1).map_or(Value::Null, |before| before.name.into()));
        let Some(before) = RELEASES.iter().rev().nth(i + 1) else { continue };
        // Read off the files of the releases a second time, without the program.
        let answers = |text: &'static str| -> BTreeMap<&str, Option<f64>> {
            let own = text.lines().filter_map(|line| line.strip_prefix("answer.")?.split_once('='));
            own.map(|(key, value)| (key, value.parse().ok())).collect()
        };
        let (was, is) = (answers(before.text), answers(release.text));
        let wanted = was.keys().chain(is.keys()).filter(|key| {
            match (was.get(*key).copied().flatten(), is.get(*key).copied().flatten()) {
                (Some(was), Some(is)) => (is - was).abs() > 0.001 * was.abs(),
                (was, is) => was.is_some() != is.is_some(),
            }
        });
        let listed = entry["answers"].as_array().unwrap();
        let found: BTreeSet<&str> = listed.iter().map(|answer| answer["answer"].as_str().unwrap()).collect();
        assert_eq!(found, wanted.copied().collect());
        causes += listed.iter().map(|answer| answer["why"].as_array().unwrap().len()).sum::<usize>();
    }
    assert_eq!(rows.lines().count(), 1 + causes);
}

#[test]
fn a_folder_that_cannot_be_written_is_named_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    for (lang, accepted) in [("en", "Accepted: a folder"), ("ko", "폴더를 지정하세요"), ("zh", "请指定")] {
        let output = run(&["publish", "--out", file.to_str().unwrap(), "--lang", lang]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(said.contains("--out") && said.contains("file/") && said.contains(accepted), "{said}");
        assert_eq!(said.trim_end().lines().count(), 1);
    }
}
