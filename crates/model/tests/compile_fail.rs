//! What must not compile: each file in `compile_fail` mixes two things, and its `.stderr` holds the compiler's refusal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};

fn cases(prefix: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compile_fail");
    let is_case = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.starts_with(prefix) && name.ends_with(".rs")
    };
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(is_case).collect()
}

#[test]
fn adding_masses_of_different_substances_does_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/compile_fail/substance_*.rs");
}

#[test]
fn mixing_units_or_currencies_does_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/compile_fail/unit_*.rs");
}

#[test]
fn there_are_nine_cases_of_substances_and_twenty_in_all() {
    let (substances, units) = (cases("substance_").len(), cases("unit_").len());
    assert!(substances >= 9, "{substances} cases of substances");
    assert!(substances + units >= 20, "{substances} cases of substances and {units} of units");
    assert_eq!(cases("").len(), substances + units, "a case that neither glob finds");
}

#[test]
fn every_refusal_is_about_a_mismatch_of_types_and_names_no_place_on_one_machine() {
    for case in cases("") {
        let path = case.with_extension("stderr");
        let refusal = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let first = refusal.lines().next().unwrap();
        let mismatch = ["error[E0308]", "error[E0277]", "error[E0369]"].iter().any(|code| first.starts_with(code));
        assert!(mismatch, "{}: {first}", path.display());
        let errors = refusal.lines().filter(|line| line.starts_with("error")).count();
        assert_eq!(errors, 1, "{}: only the mixing itself may be refused", path.display());
        for place in ["/work/", "/home/", "/root/", "/tmp/", "/Users/", "C:\\"] {
            assert!(!refusal.contains(place), "{} names {place}", path.display());
        }
    }
}
