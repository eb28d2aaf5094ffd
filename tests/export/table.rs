//! The table.

use lodestone::export::csv::{BOM, COLUMNS, write};
use lodestone::export::import;
use lodestone::link::proof::Verdict;
use lodestone::route::Route;
use lodestone::state::State;
use lodestone::text::Lang;

use crate::common::{PAGES, states, taken};

/// The records of a table, cells by their columns.
pub fn records(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), COLUMNS);
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_table_reads_back_to_the_same_state_and_result_on_every_page_in_every_language() {
    for state in states() {
        for route in PAGES {
            for lang in Lang::ALL {
                let taken = taken(route, &state, lang);
                let text = write(&taken).unwrap();
                for form in [text.clone(), format!("{BOM}{text}"), text.replace("\r\n", "\n")] {
                    let read = import::read(form.as_bytes(), lang).unwrap();
                    assert_eq!(read.changed, Vec::<String>::new());
                    let again = State { scenario: state.scenario, ..read.checked.asked.state };
                    assert_eq!(again, State { lang: Lang::En, ..state.clone() }, "{route:?} {lang:?}");
                    assert!(matches!(read.checked.verdict, Verdict::Verified(_)), "{route:?} {:?}", read.checked.verdict);
                }
            }
        }
    }
    let _ = Route::ALL;
}
