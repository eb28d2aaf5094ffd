//! The table.

use std::sync::OnceLock;

use lodestone::export::csv::{BOM, COLUMNS, write};
use lodestone::export::import;
use lodestone::export::import::Read;
use lodestone::link::proof::Verdict;
use lodestone::route::Route;
use lodestone::state::State;
use lodestone::text::Lang;
use lodestone_model::inputs::{Inputs, Param};
use proptest::prelude::*;

use crate::common::{all, quick, states, without_language};
use crate::states::states as random;

/// Pages with few figures: what a state is set to stands in the table of each.
const SMALL: [Route; 3] = [Route::Motor, Route::Turbine, Route::Demand];

/// The records of a table, cells by their columns.
pub fn records(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), COLUMNS);
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

pub fn place(column: &str) -> usize {
    COLUMNS.iter().position(|c| *c == column).unwrap()
}

/// A table with another text in one cell.
fn with(text: &str, key: &str, column: &str, cell: &str) -> String {
    let mut out = csv::WriterBuilder::new().from_writer(Vec::new());
    out.write_record(COLUMNS).unwrap();
    let mut found = false;
    for mut record in records(text) {
        if record[place("key")] == key && record[0] != "shock" {
            record[place(column)] = cell.to_owned();
            found = true;
        }
        out.write_record(record).unwrap();
    }
    assert!(found, "{key}");
    String::from_utf8(out.into_inner().unwrap()).unwrap()
}

fn read(text: &str) -> Result<Read, String> {
    import::read(text.as_bytes(), Lang::En)
}

/// A small one.
fn table(state: &State) -> String {
    write(&quick(Route::Motor, state, Lang::En)).unwrap()
}

#[test]
fn a_table_reads_back_to_the_same_state_and_result_on_every_page_in_every_language() {
    for taken in all() {
        let text = write(taken).unwrap();
        for form in [text.clone(), format!("{BOM}{text}"), text.replace("\r\n", "\n"), text.clone() + "\r\n\r\n"] {
            let read = import::read(form.as_bytes(), taken.lang()).unwrap();
            assert_eq!(read.changed, Vec::<String>::new());
            let state = &taken.subject.state;
            assert_eq!(without_language(&read.checked.asked.state), without_language(state), "{}", taken.link());
            assert!(matches!(read.checked.verdict, Verdict::Verified(_)), "{:?}", read.checked.verdict);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_state_comes_back_from_its_table_to_the_bit(
        state in random(), page in 0..SMALL.len(), lang in 0..Lang::ALL.len(), form in 0..4_u8
    ) {
        let taken = quick(SMALL[page], &state, Lang::ALL[lang]);
        let text = write(&taken).unwrap();
        let text = match form {
            0 => text,
            1 => format!("{BOM}{text}"),
            2 => text.replace("\r\n", "\n"),
            _ => with(&text, "release", "note", "a note; of, somebody \"else\""),
        };
        // Whoever reads it may read another language.
        let found = import::read(text.as_bytes(), Lang::ALL[(lang + 1) % 3]);
        let found = found.map_err(TestCaseError::fail)?;
        prop_assert_eq!(without_language(&found.checked.asked.state), without_language(&state));
        prop_assert!(found.changed.is_empty(), "{:?}", found.changed);
        let data = lodestone::export::json::write(&taken);
        let found = import::read(data.as_bytes(), Lang::ALL[lang]).map_err(TestCaseError::fail)?;
        prop_assert_eq!(without_language(&found.checked.asked.state), without_language(&state));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_to_a_file_breaks_anything(
        at in any::<prop::sample::Index>(), kind in 0..5_u8, bytes in prop::collection::vec(any::<u8>(), 0..12), data in any::<bool>()
    ) {
        static FILES: OnceLock<[Vec<u8>; 2]> = OnceLock::new();
        let files = FILES.get_or_init(|| {
            let taken = quick(Route::Motor, &states()[3], Lang::En);
            [write(&taken).unwrap().into_bytes(), lodestone::export::json::write(&taken).into_bytes()]
        });
        let mut file = files[usize::from(data)].clone();
        let place = at.index(file.len());
        match kind {
            0 => file.truncate(place),
            1 => drop(file.splice(place..place, bytes)),
            2 => drop(file.drain(place..(place + 40).min(files[usize::from(data)].len()))),
            3 => file[place] = bytes.first().copied().unwrap_or(b'"'),
            _ => drop(file.splice(place..place, b"-1e308,=\"\n".to_vec())),
        }
        // It is read, or refused in a sentence.
        if let Err(why) = import::read(&file, Lang::En) {
            let unfilled = ["{line}", "{text}", "{key}", "{name}", "{accepted}", "{columns}", "{column}", "{why}"];
            prop_assert!(why.len() > 20 && !unfilled.iter().any(|place| why.contains(place)), "{}", why);
        }
    }
}

#[test]
fn a_number_that_somebody_changed_counts_and_the_result_of_the_file_is_then_no_longer_claimed() {
    let text = table(&states()[3]);
    let changed = read(&with(&text, "price-pr-oxide", "value", "80")).unwrap();
    assert_eq!(changed.changed, ["price-pr-oxide"]);
    assert_eq!(changed.checked.verdict, Verdict::None);
    // One that was set already, one with a range, one typed as a range, one emptied.
    let value = |key: &str, cell: &str| read(&with(&text, key, "value", cell)).unwrap().checked.asked.state.inputs;
    let set = |key: &str, cell: &str| {
        let mut inputs = states()[3].inputs.clone();
        inputs.assign(key, cell).unwrap();
        inputs
    };
    for (key, cell) in [
        ("ev-magnet-kg", "3"),
        ("ev-magnet-kg", "2..3"),
        ("ev-magnet-kg", "normal 2.5 0.2"),
        ("price-nd-oxide", ""),
        ("drive", "direct"),
        ("units.humanoid.2030", "123456"),
    ] {
        assert_eq!(value(key, cell), set(key, cell), "{key} {cell}");
    }
    let year = read(&with(&text, "year", "value", "2020")).unwrap().checked.asked.state.view.year;
    assert_eq!(year, 2020);
}

#[test]
fn a_program_for_tables_may_round_numbers_and_choose_its_own_mark_between_cells() {
    let state = &states()[3];
    let rounded = with(&table(state), "shock-price-abs", "value", "0.3");
    let inputs = read(&rounded).unwrap().checked.asked.state.inputs;
    assert_eq!(inputs.get(Param::ShockPriceAbs), Some(0.1 + 0.2));
    for mark in *b";\t" {
        let mut out =
            csv::WriterBuilder::new().delimiter(mark).quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        out.write_record(COLUMNS).unwrap();
        records(&rounded).into_iter().for_each(|r| out.write_record(r).unwrap());
        let text = String::from_utf8(out.into_inner().unwrap()).unwrap();
        assert_eq!(read(&text).unwrap().checked.asked.state.inputs, state.inputs);
    }
}

#[test]
fn no_text_is_a_formula_for_a_program_for_tables() {
    for taken in all() {
        for record in records(&write(taken).unwrap()) {
            for cell in &record {
                let number = cell.parse::<f64>().is_ok();
                assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
            }
        }
    }
    let mut inputs = Inputs::default();
    inputs.assign("shock-price-rel", "-0.1..0.3").unwrap();
    let state = State { inputs, ..State::default() };
    let text = with(&table(&state), "release", "note", "'=1+1");
    assert_eq!(read(&text).unwrap().checked.asked.state.inputs, state.inputs);
    let typed = read(&with(&text, "shock-price-rel", "value", "'-0.2..0.4")).unwrap();
    assert_eq!(typed.checked.asked.state.inputs.given(Param::ShockPriceRel).unwrap().ends(), (-0.2, 0.4));
}

#[test]
fn a_broken_file_is_refused_whole_with_its_line_and_what_would_be_accepted() {
    let text = table(&states()[3]);
    let line = |key: &str| {
        let at = records(&text).iter().position(|r| r[place("key")] == key).unwrap();
        format!("Line {}", at + 2)
    };
    let key = "ev-magnet-kg";
    for (wrong, at, said) in [
        (with(&text, key, "value", "much"), line(key), "much"),
        (with(&text, key, "value", "-3"), line(key), "Magnet per motor"),
        (with(&text, key, "low", "0.5"), line(key), "0.5"),
        (with(&text, key, "setting", "wind-mw=3"), line(key), "wind-mw=3"),
        (with(&text, key, "key", "ev-magnet-lb"), line(key), "ev-magnet-lb"),
        (with(&text, key, "kind", "inputs"), line(key), "inputs"),
        (with(&text, "drive", "value", "sideways"), line("drive"), "sideways"),
        (with(&text, "wind-mw", "key", key).replace("wind-mw=5", "ev-magnet-kg=5"), "Line".into(), "second time"),
        (with(&text, "year", "value", "1999"), line("year"), "1999"),
        (text.replace("key,name", "name"), "Line 1".into(), "key"),
        ("a,b,c\n1,2,3\n".into(), "Line 1".into(), "kind"),
        (String::new(), "Line 1".into(), "kind"),
    ] {
        let why = read(&wrong).unwrap_err();
        assert!(why.starts_with(&at) && why.contains(said), "{at} {said}: {why}");
        assert!(["ccepted", "Type a number", "from"].iter().any(|word| why.contains(word)), "{why}");
    }
    for bytes in
        [&b"PK\x03\x04"[..], b"kind,key\n\xff\xfe", b"{\"schema\": 1}", b"{", b"kind,key,value,low,high,setting\n\"a"]
    {
        for lang in Lang::ALL {
            assert!(import::read(bytes, lang).unwrap_err().len() > 20);
        }
    }
}
