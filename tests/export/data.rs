//! The data.

use lodestone::export::json::{DESCRIBED, write};
use lodestone::export::import;
use lodestone::link::proof::Verdict;
use lodestone::state::State;
use lodestone::text::Lang;
use serde_json::Value;

use crate::common::{PAGES, states, taken};

#[test]
fn the_data_fit_their_schema_and_read_back_to_the_same_state() {
    let schema: Value = serde_json::from_str(DESCRIBED).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    for state in states() {
        for route in PAGES {
            for lang in Lang::ALL {
                let text = write(&taken(route, &state, lang));
                let data: Value = serde_json::from_str(&text).unwrap();
                let wrong: Vec<String> = schema.iter_errors(&data).map(|e| format!("{e} at {}", e.instance_path)).collect();
                assert_eq!(wrong, Vec::<String>::new(), "{route:?} {lang:?}");
                let read = import::read(text.as_bytes(), lang).unwrap();
                let again = State { scenario: state.scenario, ..read.checked.asked.state };
                assert_eq!(again, State { lang: Lang::En, ..state.clone() }, "{route:?} {lang:?}");
                assert!(matches!(read.checked.verdict, Verdict::Verified(_)), "{:?}", read.checked.verdict);
            }
        }
    }
}
