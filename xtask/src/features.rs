//! `tests/features.toml` says which tests prove which row of the feature list; every test it names must exist.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::tools::{Outcome, root};

/// Folders in which tests stand.
const FOLDERS: [&str; 5] = ["src", "tests", "crates", "xtask", "build.rs"];

/// Checks that every named test exists and every row names one; says which rows hold.
pub fn check() -> Outcome<String> {
    let text = fs::read_to_string(root().join("tests/features.toml"))
        .map_err(|e| format!("tests/features.toml could not be read ({e})."))?;
    let rows: BTreeMap<String, Vec<String>> =
        toml::from_str(&text).map_err(|e| format!("tests/features.toml: each row is a list of test names ({e})."))?;
    let mut known = BTreeSet::new();
    for folder in FOLDERS {
        collect(&root().join(folder), &mut known);
    }
    let missing = missing(&rows, &known);
    if missing.is_empty() {
        let list = rows.keys().cloned().collect::<Vec<_>>().join(" ");
        println!("{} rows hold: {list}", rows.len());
        Ok(format!("{} hold: {list}", rows.len()))
    } else {
        Err(format!("tests/features.toml: {}", missing.join("; ")))
    }
}

fn missing(rows: &BTreeMap<String, Vec<String>>, known: &BTreeSet<String>) -> Vec<String> {
    let empty = rows.iter().filter(|(_, tests)| tests.is_empty()).map(|(row, _)| format!("{row} names no test"));
    let unknown = rows.iter().flat_map(|(row, tests)| {
        tests.iter().filter(|t| !known.contains(*t)).map(move |t| format!("{row} names {t}, which is no test"))
    });
    empty.chain(unknown).collect()
}

/// Names of all functions that follow a `#[test]`, `#[tokio::test]` or `#[law(…)]` line below `path`, and of the tests in
/// JavaScript.
fn collect(path: &Path, known: &mut BTreeSet<String>) {
    if path.is_dir() {
        let entries = fs::read_dir(path).into_iter().flatten().flatten();
        entries.for_each(|e| collect(&e.path(), known));
    } else if path.extension().is_some_and(|e| e == "rs") {
        known.extend(tests_of(&fs::read_to_string(path).unwrap_or_default()));
    } else if path.extension().is_some_and(|e| e == "mjs") {
        known.extend(scripted(&fs::read_to_string(path).unwrap_or_default()));
    }
}

/// Names of the tests of a script: the text with which a line `test("…"` begins; names that a loop
/// puts together are not among them.
fn scripted(source: &str) -> Vec<String> {
    let named = source.lines().filter_map(|line| line.trim().strip_prefix("test(\"")?.split_once('"'));
    named.map(|(name, _)| name.to_owned()).collect()
}

fn tests_of(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut marked = false;
    for line in source.lines().map(str::trim) {
        if ["#[test]", "#[tokio::test", "#[law("].iter().any(|mark| line.starts_with(mark)) {
            marked = true;
        } else if let (true, Some((_, after))) = (marked, line.split_once("fn ")) {
            names.extend(after.split('(').next().map(str::to_owned));
            marked = false;
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_names_no_existing_test_is_found() {
        let known: BTreeSet<String> = tests_of("#[test]\nfn it_holds() {}\nfn helper() {}").into_iter().collect();
        assert_eq!(known.iter().collect::<Vec<_>>(), ["it_holds"]);
        let rows = BTreeMap::from([
            ("A1".to_owned(), vec!["it_holds".to_owned()]),
            ("A2".to_owned(), vec!["helper".to_owned()]),
            ("A3".to_owned(), vec![]),
        ]);
        assert_eq!(missing(&rows, &known), ["A3 names no test", "A2 names helper, which is no test"]);
    }

    #[test]
    fn a_test_in_javascript_has_the_name_that_stands_in_it() {
        let source = "test(\"it_is_the_same\", async () => {});\n// test(\"not_this\")\nfor (const a of b) {\n  test(\"nor_is_it_another\", () => {\n";
        assert_eq!(scripted(source), ["it_is_the_same", "nor_is_it_another"]);
        let mut known = BTreeSet::new();
        collect(&root().join("tests/package"), &mut known);
        assert!(known.contains("unknown_keys_are_refused_with_the_known_ones_in_the_language_that_is_asked_for"));
    }
}
