//! Results as files at the command, and files as inputs.

use serde_json::{Value, json};

use crate::{json as answer, run, text};

#[test]
fn a_result_is_written_in_every_form_and_its_file_is_an_input_of_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).display().to_string();
    let set = ["--set", "ev-magnet-kg=2..2.5..4", "--shock", "price:nd-metal:50", "--seed", "3", "--draws", "1024"];
    let own = answer(&[&["report", "--limits"][..], &set[..4]].concat());
    for (format, name) in [("csv", "a.csv"), ("json", "a.json")] {
        let out = file(name);
        let done =
            run(&[&["export", "--page", "turbine", "--format", format, "--year", "2030", "--out", &out][..], &set]
                .concat());
        assert!(done.status.success() && done.stdout.is_empty(), "{}", String::from_utf8_lossy(&done.stderr));
        assert_eq!(answer(&["report", "--limits", "--from-file", &out])["inputs"], own["inputs"]);
        // Year, seed and draws go along; what an option says comes first.
        let again = ["export", "--from-file", &out, "--format", "json", "--page", "turbine"];
        let data = |more: &[&str]| serde_json::from_str::<Value>(&text(&[&again[..], more].concat())).unwrap();
        let same = data(&[]);
        assert_eq!((&same["year"], &same["seed"], &same["draws"]), (&json!(2030), &json!(3), &json!(1024)));
        let other = data(&["--year", "2026", "--seed", "4"]);
        assert_eq!((&other["year"], &other["seed"], &other["draws"]), (&json!(2026), &json!(4), &json!(1024)));
    }
    let plain = std::fs::read(file("a.csv")).unwrap();
    let bom = run(&[&["export", "--page", "turbine", "--bom", "--year", "2030"][..], &set].concat()).stdout;
    assert_eq!(bom, [b"\xef\xbb\xbf", plain.as_slice()].concat());
    let out = file("a.xlsx");
    assert!(run(&["export", "--format", "xlsx", "--out", &out]).status.success());
    assert!(std::fs::read(&out).unwrap().starts_with(b"PK"));
    let said = text(&["export", "--format", "sentence", "--site", "https://example.org/lodestone/", "--lang", "ko"]);
    assert!(
        said.starts_with("전기차 모터 1대의 자석 원가는")
            && said.contains("https://example.org/lodestone/ko/motor/?v="),
        "{said}"
    );
}

#[test]
fn what_cannot_be_exported_or_read_is_said_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("b.csv").display().to_string();
    std::fs::write(&file, "kind,key,value\n").unwrap();
    for (args, said) in [
        (&["export", "--format", "pdf"][..], "csv, json, xlsx, sentence"),
        (&["export", "--page", "material"], "motor, turbine"),
        (&["export", "--format", "xlsx"], "--out"),
        (&["export", "--site", "ftp://a"], "https://"),
        (&["export", "--json"], "--json"),
        (&["export", "--limits"], "--limits"),
        (&["cost", "--from-file", &file], "b.csv: Line 1"),
        (&["cost", "--from-file", "nowhere.csv"], "nowhere.csv"),
    ] {
        let refused = run(args);
        let why = String::from_utf8(refused.stderr).unwrap();
        assert!(refused.status.code() == Some(2) && why.contains(said) && why.lines().count() == 1, "{args:?}: {why}");
    }
}
