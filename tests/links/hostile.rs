//! Addresses made to break something, in `hostile.txt`, and addresses at random. What is not understood is named; nothing
//! is taken silently, and nothing panics.

use lodestone::link::proof::{check, query};
use lodestone::link::read;
use lodestone::link::told::sentences;
use lodestone::text::Lang;
use lodestone_model::inputs::{Inputs, text};
use lodestone_model::report::{Report, View};
use proptest::prelude::*;

use crate::pairs;

const HOSTILE: &str = include_str!("hostile.txt");

/// Opens an address in every way, and returns what was not understood.
fn opened(address: &str) -> usize {
    let said = pairs(address);
    let (plain, found) = (read(&said), check(&said));
    for lang in Lang::ALL {
        for sentence in sentences(&found, lang) {
            assert!(sentence.chars().count() < 600, "{address}: {sentence}");
        }
    }
    let inputs = &found.asked.state.inputs;
    // What was taken is a state like any other: it is written and read, and has figures or none, but never NaN.
    assert_eq!(text::read(&text::write(inputs)).as_ref(), Ok(inputs), "{address}");
    let report = Report::central(inputs, found.asked.state.view);
    for range in [report.motor.magnet_kg, report.motor.currencies[0].after, report.wind.currencies[0].after] {
        assert!(!range.central.is_nan(), "{address}");
    }
    plain.refused.len() + usize::from(plain.unknown.is_some())
}

#[test]
fn every_hostile_link_is_opened_and_what_is_wrong_with_it_is_named() {
    let (mut seen, mut wrong) = (0, Vec::new());
    for line in HOSTILE.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
        let (expected, address) = line.split_once(' ').unwrap();
        let refused = opened(address);
        let as_expected = match expected {
            "refused" => refused > 0,
            "taken" => refused == 0,
            other => panic!("{other}"),
        };
        if !as_expected {
            wrong.push((line, read(&pairs(address)).refused));
        }
        seen += 1;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(seen >= 60, "{seen} addresses");
}

#[test]
fn a_line_in_a_value_sets_no_other_input() {
    let found = read(&pairs("wind-mw=5%0Aev-magnet-kg=3&drive=geared"));
    assert_eq!(found.refused.len(), 1, "{:?}", found.refused);
    assert_eq!(text::write(&found.state.inputs), "drive=geared\n");
}

#[test]
fn as_many_keys_as_an_address_can_hold_are_named_up_to_a_number() {
    let many: String = (0..50_000).map(|i| format!("k{i}=1&")).collect();
    let found = read(&pairs(&many));
    assert_eq!(found.refused.len(), 20);
    assert_eq!(found.state.inputs, Inputs::default());
    let _ = Report::central(&found.state.inputs, View::default());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_a_link(text in ".{0,120}") {
        opened(&text);
    }

    #[test]
    fn no_value_of_a_known_key_breaks_a_link(key in 0..lodestone_model::inputs::Param::ALL.len(), value in ".{0,40}", other in "[a-z.-]{0,20}") {
        let key = lodestone_model::inputs::Param::ALL[key].key();
        let said = vec![(key.to_owned(), value), (other, "1".to_owned()), ("is".to_owned(), key.to_owned())];
        opened(&query(&said));
    }
}
