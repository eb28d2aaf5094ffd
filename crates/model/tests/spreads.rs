//! What a reader may say of an input, and what becomes of it: every way to write a range, every error, defaults with
//! their reasons; and figures that stay figures whatever is said.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::drawing::{every_draw, told};
use common::{any_inputs, value};
use lodestone_model::data::{PARAMETERS, Param, Rule};
use lodestone_model::demand::ALL_YEARS;
use lodestone_model::error::Error;
use lodestone_model::inputs::{Inputs, Reading, Spread};
use lodestone_model::outputs::Shared;
use lodestone_model::report::{Flag, Range, Ranges, Report, SupplySide, View, goods, limits};
use lodestone_model::uncertainty::{Distribution, Plan, Section, Shapes, Simulation, give};
use proptest::prelude::*;
use proptest::sample::select;

/// Every way to write a range of a price, and what is meant.
const WRITTEN: [(&str, Spread); 8] = [
    ("60..140", Spread::Alike(60.0, 140.0)),
    ("60..92.5..140", Spread::Likely(60.0, 92.5, 140.0)),
    ("60..60..140", Spread::Likely(60.0, 60.0, 140.0)),
    ("p5 60..140", Spread::P5P95(60.0, 140.0)),
    ("p10 60..140", Spread::P10P90(60.0, 140.0)),
    ("normal 100 20", Spread::Normal(100.0, 20.0)),
    ("lognormal 92 0.26", Spread::Lognormal(92.0, 0.26)),
    ("1e1..1.5e2", Spread::Alike(10.0, 150.0)),
];

#[test]
fn every_way_to_write_a_range_is_read_and_written_again() {
    for (text, meant) in WRITTEN {
        let inputs = told(&[("price-nd-oxide", text)]);
        assert_eq!(inputs.given(Param::PriceNdOxide), Some(meant), "{text}");
        assert!(inputs.is_set(Param::PriceNdOxide));
        assert_eq!(inputs, told(&[("price-nd-oxide", &meant.to_string())]), "{text} is written {meant}");
        assert_eq!(inputs.distribution(Param::PriceNdOxide), Some(meant.distribution()));
        assert_eq!(inputs.get(Param::PriceNdOxide), Some(meant.distribution().central()));
    }
    // Blanks where a hand leaves them.
    for text in [" p5  60 .. 140 ", "p5\t60..140"] {
        assert_eq!(told(&[("price-nd-oxide", text)]), told(&[("price-nd-oxide", "p5 60..140")]), "{text:?}");
    }
    assert_eq!(told(&[("price-nd-oxide", " normal  100   20 ")]), told(&[("price-nd-oxide", "normal 100 20")]));
}

#[test]
fn a_text_that_is_no_range_is_an_error_that_names_it_and_changes_nothing() {
    let mut inputs = told(&[("price-nd-oxide", "60..140"), ("wind-w-nd", "0.2..0.25")]);
    let before = inputs.clone();
    for text in [
        "140..60",
        "60..60",
        "60..50..140",
        "p5 140..60",
        "p20 1..2",
        "normal 100 0",
        "normal 100",
        "..",
        "60..",
        "60..140..150..160",
        "60...140",
        "0...5",
        "60-140",
        "lognormal 0 1",
        "lognormal 92 -1",
        "normal inf 1",
        "p5 1..NaN",
        "about 60",
    ] {
        let said = inputs.assign("price-nd-oxide", text).unwrap_err();
        assert_eq!(said, Error::Spread { param: Param::PriceNdOxide, text: text.into() });
        let sentence = said.to_string();
        assert!(sentence.contains("price-nd-oxide") && sentence.contains(text) && sentence.contains("p5 60..140"));
        assert_eq!(inputs, before, "{text}");
    }
    // In order, but not values of the input.
    for (key, text, wrong) in [
        ("price-nd-oxide", "-10..60", -10.0),
        ("price-nd-oxide", "p5 -10..60", -10.0),
        ("pm-share-ev", "0.5..0.9..1.2", 1.2),
        ("pm-share-ev", "normal 1.5 0.1", 1.5),
        ("fx-krw", "0..1500", 0.0),
        ("price-nd-oxide", "inf", f64::INFINITY),
    ] {
        match inputs.assign(key, text) {
            Err(Error::Parameter { param, value }) => assert_eq!((param.key(), value), (key, wrong)),
            other => panic!("{key} {text}: {other:?}"),
        }
        assert_eq!(inputs, before, "{text}");
    }
    // A part of a whole: without an end the parts could be more than the whole, and so could the ends.
    for text in ["p5 0.1..0.2", "p10 0.1..0.2", "normal 0.2 0.01", "lognormal 0.2 0.1"] {
        assert!(matches!(inputs.assign("wind-w-nd", text), Err(Error::Spread { .. })), "{text}");
        assert!(matches!(inputs.assign("offshore-direct-share", text), Err(Error::Spread { .. })), "{text}");
    }
    match inputs.assign("wind-w-nd", "0.2..0.95") {
        Err(Error::OverOne { param: Param::WindWNd, room, .. }) => {
            let others = [Param::WindWPr, Param::WindWDy, Param::WindWTb].map(|p| p.spec().high).iter().sum::<f64>();
            assert!((room - (1.0 - others)).abs() < 1e-12, "{room}");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(inputs, before);
}

#[test]
fn the_room_beside_a_range_ends_at_its_high_end() {
    let mut inputs = told(&[("wind-w-nd", "0.2..0.5")]);
    let room = 1.0 - 0.5 - Param::WindWDy.spec().high - Param::WindWTb.spec().high;
    inputs.set(Param::WindWPr, room).unwrap();
    inputs.set(Param::WindWPr, room + 1e-6).unwrap_err();
    // And no draw of all four is more than the magnet.
    for draw in every_draw(&inputs, 1, 1) {
        let all: f64 =
            [Param::WindWNd, Param::WindWPr, Param::WindWDy, Param::WindWTb].map(|p| draw.get(p)).iter().sum();
        assert!(all <= 1.0 + 1e-12, "{all}");
    }
}

#[test]
fn a_default_comes_back_with_its_range() {
    for text in ["", "  "] {
        let mut inputs = told(&[("price-nd-oxide", "p5 60..140"), ("wind-mw", "2..4"), ("supply-ndpr", "7e4..9e4")]);
        for key in ["price-nd-oxide", "wind-mw", "supply-ndpr"] {
            inputs.assign(key, text).unwrap();
        }
        assert_eq!(inputs, Inputs::default());
    }
    let spec = Param::PriceNdOxide.spec();
    let default = Distribution::Pert { low: spec.low, central: spec.central, high: spec.high };
    assert_eq!(Inputs::default().distribution(Param::PriceNdOxide), Some(default));
    assert_eq!(Inputs::default().distribution(Param::SupplyNdpr), None);
    // A number takes a range's place, and a range a number's.
    let mut inputs = told(&[("price-nd-oxide", "60..140")]);
    inputs.set(Param::PriceNdOxide, 90.0).unwrap();
    assert_eq!((inputs.given(Param::PriceNdOxide), inputs.get(Param::PriceNdOxide)), (None, Some(90.0)));
    assert_eq!(inputs.distribution(Param::PriceNdOxide), Some(Distribution::Exactly(90.0)));
    inputs.assign("price-nd-oxide", "60..140").unwrap();
    assert_eq!(inputs, told(&[("price-nd-oxide", "60..140")]));
}

#[test]
fn a_range_is_outside_the_evidence_where_either_end_is() {
    let (low, high) = Param::PriceNdOxide.spec().evidence.unwrap();
    let outside = |text: String| {
        let inputs = told(&[("price-nd-oxide", &text)]);
        let named = inputs.outside_evidence().any(|p| p == Param::PriceNdOxide);
        let flagged = Report::new(&inputs, View::default()).flags.contains(&Flag::OutsideEvidence(Param::PriceNdOxide));
        assert_eq!(named, flagged, "{text}");
        named
    };
    assert!(!outside(format!("{low}..{high}")) && !outside(format!("p5 {low}..{high}")));
    assert!(outside(format!("{}..{high}", low - 0.1)) && outside(format!("{low}..{}", high + 0.1)));
    assert!(outside(format!("p10 {low}..{}", high + 0.1)) && outside(format!("{low}..{low}..{}", high + 0.1)));
    // The 95th percentile of a normal is its end.
    assert!(!outside(format!("normal {} 1", high - 1.7)) && outside(format!("normal {} 1", high - 1.6)));
    assert_eq!(Inputs::default().outside_evidence().count(), 0);
}

/// Rules that are a reason for a default without a range, and the reason.
const EXACT: [(Rule, &str); 10] = [
    (Rule::Chosen, "what is looked at, not what is measured: a class of motors, a shock, a lever"),
    (Rule::Law, "a rate of tax in force"),
    (Rule::Computed, "atomic weights, known to more digits than are shown"),
    (Rule::Convention, "an agreed grade of a product"),
    (Rule::PeriodAverage, "an average of rates that were quoted"),
    (Rule::RankOfHistory, "a rank correlation of prices that were quoted"),
    (Rule::OnlySource, "one source with one figure: nothing is known of its error"),
    (Rule::Assumption, "an assumption of nothing: no terbium, no thrift"),
    (Rule::BestForUse, "a source that counts one element with another"),
    (Rule::OneMonth, "one month of trade, taken twelve times: no spread is stated"),
];

#[test]
fn every_default_is_a_range_or_exact_for_a_written_reason() {
    for p in PARAMETERS.iter().filter(|p| p.set) {
        assert!(p.low <= p.central && p.central <= p.high, "{}", p.key);
        if p.low == p.high {
            let reason = EXACT.iter().any(|(rule, _)| *rule == p.rule);
            assert!(reason, "{} is exact by {}", p.key, p.rule.key());
            assert!(!p.sources.is_empty(), "{}", p.key);
        } else {
            let drawn = Inputs::default().distribution(p.id);
            assert_eq!(drawn, Some(Distribution::Pert { low: p.low, central: p.central, high: p.high }), "{}", p.key);
        }
    }
}

// --- Whatever is said -------------------------------------------------------------------------------------------

/// A range of `param` somewhere in what is possible, or reaching beyond it where a distribution has no ends.
fn spread(param: Param, (kind, wide, a, b, c): (u8, bool, f64, f64, f64)) -> Spread {
    let mut places = [a, b, c].map(|part| value(param, (wide, part)));
    places.sort_by(f64::total_cmp);
    let [low, middle, high] = places;
    match kind {
        0 => Spread::Alike(low, high),
        1 => Spread::Likely(low, middle, high),
        2 => Spread::P5P95(low, high),
        3 => Spread::P10P90(low, high),
        4 => Spread::Normal(middle, high - low),
        _ => Spread::Lognormal(middle, 3.0 * a),
    }
}

/// Any inputs, with ranges given to some.
fn uncertain() -> impl Strategy<Value = Inputs> {
    let place = (0..6_u8, any::<bool>(), 0.0..=1.0, 0.0..=1.0, 0.0..=1.0);
    let ranges = prop::collection::vec((select(&Param::ALL[..]), place), 0..30);
    (any_inputs(), ranges).prop_map(|(mut inputs, ranges)| {
        for (param, place) in ranges {
            let before = inputs.clone();
            if inputs.spread(param, spread(param, place)).is_err() {
                assert_eq!(inputs, before);
            }
        }
        inputs
    })
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// All figures of something; those that are missing are left out.
fn figures(of: &mut dyn Ranges) -> Vec<Range> {
    let mut all = Vec::new();
    of.each(&mut |r| all.push(*r));
    all
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn no_draw_of_any_inputs_makes_a_figure_infinite_or_lets_one_go_missing(
        inputs in uncertain(),
        year in ALL_YEARS,
        seed in any::<u64>(),
    ) {
        let (view, shared) = (View { year, ..View::default() }, Shared::default());
        let mut central = figures(&mut Report::new(&inputs, view));
        central.extend(figures(&mut SupplySide::new(&inputs, &shared)));
        for draw in every_draw(&inputs, seed, 1).iter().take(4) {
            let x = Reading::drawn(&inputs, draw.values());
            let mut drawn = figures(&mut Report::at(&x, view));
            drawn.extend(figures(&mut SupplySide::at(&x, &shared)));
            prop_assert_eq!(drawn.len(), central.len());
            for (i, (now, then)) in drawn.iter().zip(&central).enumerate() {
                prop_assert!(!now.central.is_infinite(), "figure {}: {:?}", i, now);
                prop_assert_eq!(now.central.is_nan(), then.central.is_nan(), "figure {}: {:?}, {:?}", i, now, then);
            }
        }
    }

    #[test]
    fn what_is_said_is_read_again(inputs in uncertain()) {
        // Correlations are checked one by one, and may refuse each other on the way.
        for (param, number) in inputs.all_set() {
            let text = inputs.given(param).map_or(number.to_string(), |s| s.to_string());
            let mut one = Inputs::default();
            if one.assign(param.key(), &text).is_ok() {
                prop_assert_eq!((one.given(param), one.get(param)), (inputs.given(param), inputs.get(param)));
            }
        }
    }
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn every_band_has_its_ends_in_order_around_the_central_figure(inputs in uncertain(), year in ALL_YEARS) {
        let (view, shapes) = (View { year, ..View::default() }, Shapes::default());
        let plan = Plan { seed: 1, chunks: 2 };
        let (mut report, mut supply) = (Report::new(&inputs, view), SupplySide::new(&inputs, &Shared::default()));
        let mut goods = limits(|case| goods(&Reading::new(&inputs, case)));
        for section in Section::ALL {
            let to: &mut dyn Ranges = match section {
                Section::Motor => &mut report.motor,
                Section::Turbine => &mut report.wind,
                Section::Year => &mut report.year,
                Section::Years => &mut report.years,
                Section::Supply => &mut supply,
                Section::Goods => &mut goods,
            };
            let before = figures(to);
            let found = Simulation::new(inputs.clone(), view, *section, plan, &shapes).bands();
            prop_assert_eq!(found.len(), before.len(), "{}", section.key());
            give(&found, to);
            for (range, before) in figures(to).iter().zip(before).filter(|(_, b)| !b.central.is_nan()) {
                prop_assert_eq!(range.central.to_bits(), before.central.to_bits());
                prop_assert!(range.low <= range.central && range.central <= range.high, "{}: {:?}", section.key(), range);
                prop_assert!(range.low.is_finite() && range.high.is_finite() && range.error >= 0.0, "{:?}", range);
            }
        }
    }
}
