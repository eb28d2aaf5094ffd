//! Prices move together as declared, everything else moves by itself, and nothing leaves what is possible.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::drawing::{column, every_draw, pearson, ranks, rms, spearman, told};
use lodestone_model::data::{PRICES, Param};
use lodestone_model::error::Error;
use lodestone_model::inputs::{Inputs, Key, Spread, correlation, text};
use lodestone_model::outputs::Output;
use lodestone_model::report::View;
use lodestone_model::uncertainty::{Group, Plan, Sampler, Section, Shapes, Simulation, simulate};

const YEAR: i32 = 2026;
/// The pairs of the four prices in the order of [`correlation::PARAMS`].
const PAIRS: [(usize, usize); 6] = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];

/// Ten thousand draws.
const CHUNKS: u64 = 20;

/// Rank correlations of the four prices as drawn.
fn drawn(inputs: &Inputs, seed: u64) -> [f64; 6] {
    let draws = every_draw(inputs, seed, CHUNKS);
    let columns = correlation::PRICES.map(|p| column(&draws, p));
    PAIRS.map(|(i, j)| spearman(&columns[i], &columns[j]))
}

/// Inputs with rank correlations in the order of [`correlation::PARAMS`].
fn tied(wanted: [f64; 6]) -> Inputs {
    let texts = wanted.map(|w| w.to_string());
    let pairs = correlation::PARAMS.into_iter().zip(&texts).map(|(p, text)| (Key::Param(p), text.as_str()));
    let inputs = Inputs::default().assign_each(pairs).unwrap();
    assert_eq!(correlation::read(&inputs), wanted.map(Some));
    inputs
}

/// Four ranges of four shapes.
const MARGINS: [(&str, &str); 4] = [
    ("price-nd-oxide", "lognormal 92 0.8"),
    ("price-pr-oxide", "50..150"),
    ("price-dy-oxide", "100..100..900"),
    ("price-tb-oxide", "normal 1000 700"),
];

#[test]
fn default_correlations_are_those_of_the_price_history() {
    // Annual averages of USGS, USD/kg, of the newest edition that has the year.
    let history = |material: &str, years: core::ops::RangeInclusive<i32>| -> Vec<f64> {
        let one = |year: i32| {
            let rows = PRICES.iter().filter(|r| {
                (r.material, r.form, r.period) == (material, "oxide", "annual average")
                    && r.date == year.to_string()
                    && r.basis.starts_with("USGS average")
            });
            rows.max_by_key(|r| r.id).and_then(|r| r.central).unwrap_or_else(|| panic!("{material} {year}"))
        };
        years.map(one).collect()
    };
    let (nd, dy, tb) = (history("Nd", 2014..=2025), history("Dy", 2014..=2025), history("Tb", 2014..=2025));
    let (nd_short, pr) = (history("Nd", 2021..=2025), history("Pr", 2021..=2025));
    let expected = [spearman(&nd_short, &pr), spearman(&nd, &dy), spearman(&nd, &tb), spearman(&dy, &tb)];
    let params = [Param::CorrelationNdPr, Param::CorrelationNdDy, Param::CorrelationNdTb, Param::CorrelationDyTb];
    for (param, expected) in params.into_iter().zip(expected) {
        let now = Inputs::default().get(param).unwrap();
        assert!((now - expected).abs() < 1e-12, "{}: {now} is not {expected}", param.key());
    }
}

#[test]
fn the_default_correlations_are_drawn() {
    for seed in 1..=5 {
        let found = drawn(&Inputs::default(), seed);
        for ((param, found), wanted) in
            correlation::PARAMS.into_iter().zip(found).zip(correlation::read(&Inputs::default()))
        {
            if let Some(wanted) = wanted {
                assert!((found - wanted).abs() < 0.02, "{}: {found} is not {wanted}", param.key());
            }
        }
        // Praseodymium goes with neodymium all the way.
        assert!(found[0] > 1.0 - 1e-9);
        assert!((found[3] - found[1]).abs() < 1e-9 && (found[4] - found[2]).abs() < 1e-9);
    }
}

#[test]
fn any_correlations_are_drawn_whatever_the_ranges_of_the_prices() {
    let matrices = [
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [0.9, 0.6, 0.8, 0.5, 0.7, 0.75],
        [0.5, -0.4, 0.3, 0.2, -0.3, -0.5],
        [-0.8, 0.5, -0.3, -0.6, 0.2, 0.1],
        [0.99, -0.95, -0.9, -0.95, -0.9, 0.85],
        [0.3, 0.3, 0.3, 0.3, 0.3, 0.3],
    ];
    for wanted in matrices {
        for margins in [&[][..], &MARGINS] {
            let mut inputs = tied(wanted);
            margins.iter().for_each(|(key, text)| inputs.assign(key, text).unwrap());
            for seed in 1..=4 {
                for ((param, found), wanted) in correlation::PARAMS.into_iter().zip(drawn(&inputs, seed)).zip(wanted) {
                    assert!((found - wanted).abs() < 0.02, "{}: {found} is not {wanted}", param.key());
                }
            }
        }
    }
}

#[test]
fn a_price_in_europe_has_the_rank_of_the_same_oxide_in_china() {
    let draws = every_draw(&told(&MARGINS), 1, 2);
    for (home, europe) in
        [(Param::PriceDyOxide, Param::PriceDyOxideEurope), (Param::PriceTbOxide, Param::PriceTbOxideEurope)]
    {
        assert_eq!(ranks(&column(&draws, home)), ranks(&column(&draws, europe)));
    }
}

#[test]
fn inputs_that_nothing_ties_are_drawn_independently() {
    let inputs = Inputs::default();
    let free: Vec<Param> =
        Sampler::new(&inputs, &Shapes::default()).drawn().filter(|p| Group::of(*p) != Group::Prices).collect();
    let pairs = || (0..free.len()).flat_map(|i| (0..i).map(move |j| (i, j)));
    let mut over_seeds = vec![0.0_f64; pairs().count()];
    let seeds = 12;
    for seed in 1..=seeds {
        let draws = every_draw(&inputs, seed, CHUNKS);
        let columns: Vec<Vec<f64>> = free.iter().map(|p| ranks(&column(&draws, *p))).collect();
        let found: Vec<f64> = pairs().map(|(i, j)| pearson(&columns[i], &columns[j])).collect();
        over_seeds.iter_mut().zip(&found).for_each(|(sum, r)| *sum += r / f64::from(u32::try_from(seeds).unwrap()));
        // Typically nearer to nothing than that of as many independent draws, whose correlation is 1/√n off.
        assert!(rms(&found) < 0.0099, "seed {seed}: {}", rms(&found));
        // Two components of the lattice in the ratio p : q tie their inputs by 0.45/pq in one chunk, either way. In 20
        // chunks that is 0.02 at worst (pq = 5), four times as much once in a thousand seeds and pairs.
        let worst = found.iter().fold(0.0_f64, |a, r| a.max(r.abs()));
        assert!(worst < 0.08, "seed {seed}: {worst}");
    }
    // The shifts turn it the one way as often as the other.
    let worst = over_seeds.iter().fold(0.0_f64, |a, r| a.max(r.abs()));
    assert!(worst < 0.02, "on average over {seeds} seeds two inputs are tied by {worst}");
}

#[test]
fn correlations_that_no_prices_can_have_are_refused_and_change_nothing() {
    let mut inputs = tied([0.9, 0.8, 0.0, 0.7, 0.0, 0.0]);
    let before = inputs.clone();
    assert_eq!(
        inputs.set(Param::CorrelationPrDy, -0.9),
        Err(Error::Correlation { param: Param::CorrelationPrDy, value: -0.9 })
    );
    assert_eq!(inputs, before);
    // The default ties praseodymium to neodymium all the way, so that it can go nowhere by itself.
    let mut inputs = Inputs::default();
    assert!(matches!(inputs.assign("correlation-pr-dy", "-0.5"), Err(Error::Correlation { .. })));
    assert_eq!(inputs, Inputs::default());
    for text in ["1.01", "-2", "0.2..0.5", "p5 0.2..0.5", "normal 0.5 0.1"] {
        assert!(inputs.assign("correlation-nd-dy", text).is_err(), "{text}");
        assert_eq!(inputs, Inputs::default());
    }
}

#[test]
fn prices_that_move_independently_can_be_asked_for() {
    // One by one the first would contradict the other two.
    assert!(Inputs::default().set(Param::CorrelationNdDy, 0.0).is_err());
    assert_eq!(correlation::read(&tied([0.0; 6])), [Some(0.0); 6]);
    let impossible = [("correlation-nd-pr", "1"), ("correlation-nd-dy", "0.9"), ("correlation-pr-dy", "-0.9")];
    let pairs = impossible.map(|(key, text)| (Key::named(key).unwrap(), text));
    assert!(matches!(Inputs::default().assign_each(pairs), Err(Error::Correlation { .. })));
}

#[test]
fn correlations_that_are_in_force_can_be_read_back() {
    let inputs = tied([0.5, -0.4, 0.3, 0.2, -0.3, -0.5]);
    assert_eq!(text::read(&text::write(&inputs)), Ok(inputs));
}

#[test]
fn every_correlation_moves_a_likely_range() {
    let mut base = tied([0.5, 0.0, 0.0, 0.0, 0.0, 0.0]);
    // Prices alone are uncertain, and a magnet has much of all four metals.
    let ranged = Param::ALL.into_iter().filter(|p| p.spec().set && p.spec().low < p.spec().high);
    ranged.for_each(|p| base.set(p, p.spec().central).unwrap());
    for (key, text) in MARGINS.into_iter().chain([("wind-w-nd", "0.2"), ("wind-w-pr", "0.2"), ("wind-w-tb", "0.02")]) {
        base.assign(key, text).unwrap();
    }
    let width = |inputs: &Inputs| {
        let s = simulate(inputs, &[Output::TurbineBeforeUsd], YEAR, Plan { seed: 1, chunks: 8 }).remove(0).unwrap();
        s.quantiles[5].0 - s.quantiles[1].0
    };
    let before = width(&base);
    for param in correlation::PARAMS {
        let mut closer = base.clone();
        closer.set(param, 0.8).unwrap();
        // Costs that rise together have a wider range. The draws are the same but for the tie: no effect is none at all.
        let wider = width(&closer) / before - 1.0;
        assert!(wider > 0.01, "{}: {wider}", param.key());
    }
}

// --- What is possible -------------------------------------------------------------------------------------------

#[test]
fn a_price_that_is_wildly_uncertain_is_never_below_nothing() {
    let inputs = told(&[
        ("price-nd-oxide", "lognormal 73 2"),
        ("price-dy-oxide", "lognormal 239 2"),
        ("ev-magnet-kg", "lognormal 2 2"),
        ("robot-magnet-kg", "lognormal 5 2"),
    ]);
    let params = [Param::PriceNdOxide, Param::PriceDyOxide, Param::EvMagnetKg, Param::RobotMagnetKg];
    let draws = every_draw(&inputs, 1, 8);
    assert!(params.iter().all(|p| column(&draws, *p).iter().all(|v| *v > 0.0)));
    // Masses, tonnes and costs before the shocks; what falls as well as rises is left out.
    let (view, plan) = (View { year: YEAR, ..View::default() }, Plan { seed: 1, chunks: 4 });
    for section in [Section::Motor, Section::Turbine, Section::Year, Section::Years] {
        let found = Simulation::new(inputs.clone(), view, section, plan, &Shapes::default()).bands();
        for band in found.iter().filter(|b| b.central >= 0.0) {
            assert!(band.low >= 0.0 && band.high >= band.low, "{}: {band:?}", section.key());
        }
    }
}

/// Ranges of all kinds that reach far beyond what is possible for `param`, or touch its ends.
fn reaching(param: Param) -> Vec<Spread> {
    let possible = param.spec().possible;
    let (low, high) = param.spec().slider;
    let middle = f64::midpoint(low, high).clamp(possible.min.max(low), possible.max.min(high));
    let width = (possible.max - possible.min).min(1e6);
    vec![
        Spread::Alike(low.max(possible.min + f64::MIN_POSITIVE), high.min(possible.max)),
        Spread::Likely(middle - (middle - possible.min) / 2.0, middle, middle + (possible.max - middle) / 2.0),
        Spread::Normal(middle, width),
        Spread::Normal(middle, 1000.0 * width),
        Spread::Normal(middle, width / 1000.0),
        Spread::Lognormal(middle, 0.5),
        Spread::Lognormal(middle, 5.0),
        Spread::P5P95(middle / 2.0, middle),
        Spread::P10P90(middle, f64::midpoint(middle, possible.max)),
    ]
}

#[test]
fn no_draw_lies_outside_what_is_possible_nor_at_its_edge() {
    let mut tried = 0;
    for param in Param::ALL {
        let (possible, mut inputs) = (param.spec().possible, Inputs::default());
        for spread in reaching(param) {
            if inputs.spread(param, spread).is_err() {
                continue;
            }
            tried += 1;
            let values = column(&every_draw(&inputs, 1, 1), param);
            let outside = values.iter().filter(|v| !(possible.min..=possible.max).contains(*v)).count();
            assert_eq!(outside, 0, "{} {spread}: {possible:?}", param.key());
            // Cut off, not clamped: hardly a draw falls on an edge by itself.
            let at_edge = values.iter().filter(|v| **v == possible.min || **v == possible.max).count();
            assert_eq!(at_edge, 0, "{} {spread}: {possible:?}", param.key());
            if spread.has_ends() {
                let (low, high) = spread.ends();
                assert!(values.iter().all(|v| (low..=high).contains(v)), "{} {spread}", param.key());
            }
        }
    }
    assert!(tried > 500, "{tried}");
}

#[test]
fn a_range_wider_than_all_numbers_stays_possible() {
    for (key, text) in [
        ("pm-share-ev", "normal 0.5 1e12"),
        ("pm-share-ev", "normal 0.5 1e15"),
        ("pm-share-ev", "normal 0.5 1e300"),
        ("thrift", "normal 0 1e14"),
        ("ev-magnet-kg", "normal 2 1e22"),
        ("fx-krw", "lognormal 1000 1e4"),
        ("ev-magnet-kg", "lognormal 2 1e18"),
    ] {
        let param = Param::ALL.into_iter().find(|p| p.key() == key).unwrap();
        let possible = param.spec().possible;
        let values = column(&every_draw(&told(&[(key, text)]), 1, 1), param);
        assert!(values.iter().all(|v| (possible.min..=possible.max).contains(v)), "{key} {text}");
        assert!(!possible.above_min || values.iter().all(|v| *v > possible.min), "{key} {text}");
        // Known of it is nothing but what is possible: one half lies on either side of the middle.
        if let Some(Spread::Normal(middle, _)) = told(&[(key, text)]).given(param) {
            let low = values.iter().filter(|v| **v < f64::midpoint(possible.min, possible.max)).count();
            assert!((250..=262).contains(&low), "{key} {text} at {middle}: {low} of 512 below the middle");
        }
    }
}
