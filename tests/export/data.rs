//! The data.

use exmex::Express;
use lodestone::export::import;
use lodestone::export::json::{DESCRIBED, write};
use lodestone::link::proof::Verdict;
use serde_json::Value;

use crate::common::{all, without_language};

#[test]
fn the_data_fit_their_schema_and_read_back_to_the_same_state() {
    let schema: Value = serde_json::from_str(DESCRIBED).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    for taken in all() {
        let text = write(taken);
        let data: Value = serde_json::from_str(&text).unwrap();
        let wrong: Vec<String> = schema.iter_errors(&data).map(|e| format!("{e} at {}", e.instance_path)).collect();
        assert_eq!(wrong, Vec::<String>::new(), "{}", taken.link());
        let read = import::read(text.as_bytes(), taken.lang()).unwrap();
        assert_eq!(without_language(&read.checked.asked.state), without_language(&taken.subject.state));
        assert!(matches!(read.checked.verdict, Verdict::Verified(_)), "{:?}", read.checked.verdict);
    }
}

#[test]
fn every_line_of_the_data_works_out_to_its_value_by_somebody_elses_arithmetic() {
    for taken in all().iter().filter(|t| t.lang() == lodestone::text::Lang::En) {
        let data: Value = serde_json::from_str(&write(taken)).unwrap();
        let mut known = std::collections::BTreeMap::new();
        for line in data["lines"].as_array().unwrap() {
            let (name, value) = (line["name"].as_str().unwrap(), line["value"].as_f64().unwrap());
            let parsed = exmex::parse::<f64>(line["expression"].as_str().unwrap()).unwrap();
            let values: Vec<f64> = parsed.var_names().iter().map(|v| known[v.as_str()]).collect();
            let found = parsed.eval(&values).unwrap();
            assert!((found - value).abs() <= 1e-9 * value.abs().max(1e-9), "{name}: {found} or {value}");
            assert!(known.insert(name.to_owned(), value).is_none(), "{name} stands twice");
        }
        for answer in data["answers"].as_array().unwrap() {
            let (value, line) = (answer["value"].as_f64().unwrap(), known[answer["line"].as_str().unwrap()]);
            assert!((value - line).abs() <= 1e-9 * value.abs().max(1e-6), "{}: {value} or {line}", answer["key"]);
        }
    }
}
