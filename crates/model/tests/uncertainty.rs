//! Drawing tells the truth: closed forms are met within the stated error, the stated error is the real one, and evenly
//! spread points need fewer draws than independent ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::drawing::{
    SCORES, answers, at, column, every_draw, independent_draws, mean, rms, summary, told, told_alone,
};
use lodestone_model::data::Param;
use lodestone_model::demand::Application;
use lodestone_model::inputs::Inputs;
use lodestone_model::outputs::Output;
use lodestone_model::report::View;
use lodestone_model::uncertainty::{self, Plan, QUANTILES, Section, Shapes, Simulation, Summary, simulate};

const YEAR: i32 = 2026;

/// How far a summary is from the truth, each figure in its own standard errors: the mean, then the quantiles.
fn errors(found: &Summary, (expected, quantiles): (f64, [f64; 7])) -> Vec<f64> {
    let figures = [(found.mean, expected)].into_iter().chain(found.quantiles.iter().copied().zip(quantiles));
    figures.map(|((value, error), truth)| (value - truth) / error).collect()
}

/// Judges an answer with a known distribution over twenty runs.
///
/// With an error measured on 16 chunks, one figure in a hundred lies beyond three standard errors by chance alone
/// (Student, 15 degrees of freedom), and three in a hundred are let pass; a wrong distribution puts all of them there.
#[track_caller]
fn agrees(inputs: &Inputs, output: Output, truth: (f64, [f64; 7])) {
    let runs = (1..=20).map(|seed| summary(inputs, output, YEAR, Plan { seed, chunks: 16 }));
    let all: Vec<f64> = runs.flat_map(|s| errors(&s, truth)).collect();
    let beyond = all.iter().filter(|e| e.abs() > 3.0).count();
    assert!(beyond <= 5, "{beyond} of {} figures are more than three standard errors off", all.len());
    // A stated error far above the true one would hide anything, and one far below would be found out here.
    let typical = rms(&all);
    assert!((0.5..1.5).contains(&typical), "errors are {typical} of what is stated");
}

/// Judges an answer that hangs on one input alone, by its quantile function.
///
/// There the draws lie so evenly that a chunk's own quantile says nothing of the error (it is the width of a slice):
/// the figures are within eight places of the ordered list (of independent draws they would be within sixty), whatever
/// the error says.
#[track_caller]
fn lies_evenly(text: &str, expected_mean: f64, quantile: impl Fn(f64) -> f64) {
    let inputs = told_alone(&[("ev-magnet-kg", text)]);
    for seed in 1..=20 {
        let found = summary(&inputs, Output::MotorMagnetKg, YEAR, Plan { seed, chunks: 16 });
        let (value, error) = found.mean;
        // Three errors, and something for those that came out small by chance.
        let width = quantile(0.99) - quantile(0.01);
        assert!((value - expected_mean).abs() < 3.0 * error + 1e-4 * width, "{text}, mean: {value} ± {error}");
        let places = 8.0 / f64::from(16 * 512);
        for (p, (value, _)) in QUANTILES.into_iter().zip(found.quantiles) {
            let (low, high) = (quantile(p - places), quantile(p + places));
            assert!((low..high).contains(&value), "{text}, seed {seed}, {p}: {value} is not in {low}..{high}");
        }
    }
}

/// Mean and quantiles of a lognormal distribution.
fn lognormal(median: f64, sigma: f64) -> (f64, [f64; 7]) {
    (median * libm::exp(sigma * sigma / 2.0), SCORES.map(|z| median * libm::exp(sigma * z)))
}

/// The deviation of the logarithm between two percentiles at ± `score`.
fn sigma(low: f64, high: f64, score: f64) -> f64 {
    libm::log(high / low) / (2.0 * score)
}

/// World demand that is the sum of three masses, each times a million pieces: 1000 t for a kilogram of each.
fn three_masses(said: &[(&str, &str)]) -> Inputs {
    let mut inputs = told_alone(said);
    for application in Application::ALL {
        let counted = [Application::Humanoid, Application::EBike, Application::Drone].contains(&application);
        inputs.set_units(application, YEAR, Some(if counted { 1e6 } else { 0.0 })).unwrap();
    }
    inputs
}

#[test]
fn a_product_of_lognormals_has_the_mean_and_quantiles_of_a_lognormal() {
    let motor =
        told_alone(&[("magnet-by", "power"), ("ev-g-per-kw", "lognormal 40 0.3"), ("ev-power-kw", "lognormal 50 0.2")]);
    agrees(&motor, Output::MotorMagnetKg, lognormal(2.0, (0.3_f64 * 0.3 + 0.2 * 0.2).sqrt()));
}

#[test]
fn a_product_of_two_stated_percentile_ranges_has_the_quantiles_that_follow() {
    let turbine = told_alone(&[("wind-mw", "p5 2..4.5"), ("wind-kg-per-mw-direct", "p10 500..900")]);
    let (one, other) = (sigma(2.0, 4.5, SCORES[5]), sigma(500.0, 900.0, SCORES[4]));
    let median = (2.0_f64 * 4.5).sqrt() * (500.0_f64 * 900.0).sqrt();
    agrees(&turbine, Output::TurbineMagnetKg, lognormal(median, (one * one + other * other).sqrt()));
}

#[test]
fn a_sum_of_normals_has_the_mean_and_quantiles_of_a_normal() {
    let inputs = three_masses(&[
        ("humanoid-magnet-kg", "normal 100 10"),
        ("e-bike-magnet-kg", "normal 60 6"),
        ("drone-magnet-kg", "normal 30 3"),
    ]);
    let deviation = 1000.0 * (100.0_f64 + 36.0 + 9.0).sqrt();
    agrees(&inputs, Output::DemandMagnetT, (190_000.0, SCORES.map(|z| 190_000.0 + deviation * z)));
}

#[test]
fn a_range_of_percentiles_around_zero_is_a_normal_and_meets_them() {
    let found = summary(&told(&[("shock-price-abs", "p5 -20..60")]), Output::MotorDifferenceUsd, YEAR, Plan::default());
    // The rise is a product with other ranges; its own column says it directly.
    assert!(found.quantiles[1].0 < 0.0, "a fall makes the motor cheaper");
    let drawn = column(&every_draw(&told(&[("shock-price-abs", "p5 -20..60")]), 3, 16), Param::ShockPriceAbs);
    for (p, expected) in [(0.05, -20.0), (0.5, 20.0), (0.95, 60.0)] {
        assert!((at(&drawn, p) - expected).abs() < 0.15, "{p}: {}", at(&drawn, p));
    }
}

#[test]
fn a_uniform_range_has_its_quantiles_in_proportion() {
    lies_evenly("2..6", 4.0, |p| 2.0 + 4.0 * p);
}

#[test]
fn pert_has_the_mean_of_its_definition_and_the_quantiles_of_its_beta() {
    // (a + 4m + b)/6. With the mode at an end it is Beta(1, 5) or Beta(5, 1): F(x) = 1 − (1 − x)⁵, F(x) = x⁵.
    lies_evenly("0..0..10", 10.0 / 6.0, |p| 10.0 * (1.0 - libm::pow(1.0 - p, 0.2)));
    lies_evenly("1..9..9", (1.0 + 36.0 + 9.0) / 6.0, |p| 1.0 + 8.0 * libm::pow(p, 0.2));
    // Mode in the middle: Beta(3, 3), F(x) = x³(10 − 15x + 6x²), turned round by halving.
    lies_evenly("2..4..6", 4.0, |p| {
        let (mut low, mut high) = (0.0_f64, 1.0);
        for _ in 0..60 {
            let x = f64::midpoint(low, high);
            if x * x * x * (10.0 - 15.0 * x + 6.0 * x * x) < p { low = x } else { high = x }
        }
        2.0 + 4.0 * low
    });
}

#[test]
fn the_default_mass_of_a_motor_has_the_mean_of_pert() {
    let found: Vec<f64> = (1..=20)
        .map(|seed| summary(&Inputs::default(), Output::MotorMagnetKg, YEAR, Plan { seed, chunks: 8 }).mean.0)
        .collect();
    assert!((mean(&found) - (1.0 + 4.0 * 2.0 + 4.0) / 6.0).abs() < 1e-4, "{}", mean(&found));
}

#[test]
fn a_tail_that_is_not_possible_is_cut_off_and_the_rest_scaled_up() {
    // A normal share of 0.9 ± 0.1 is cut at 1, one deviation above: mean μ − σ·φ(1)/Φ(1).
    let (density, below) = (0.241_970_724_519_143_37, 0.841_344_746_068_542_9);
    let expected = 0.9 - 0.1 * density / below;
    let drawn = column(&every_draw(&told(&[("pm-share-ev", "normal 0.9 0.1")]), 5, 32), Param::PmShareEv);
    let (value, error) = uncertainty::mean(&drawn);
    assert!((value - expected).abs() < 3.0 * error, "{value} ± {error} is not {expected}");
    // Half of what is left lies below Φ⁻¹(Φ(1)/2) = −0.19970…
    assert!((at(&drawn, 0.5) - (0.9 - 0.1 * 0.199_702)).abs() < 1e-4, "{}", at(&drawn, 0.5));
}

/// Answers with many inputs, with few, with a demand and with a difference of large numbers.
const TYPICAL: [Output; 4] =
    [Output::MotorBeforeUsd, Output::TurbineAfterUsd, Output::DemandMagnetT, Output::DemandDyT];

#[test]
fn the_stated_standard_error_is_the_scatter_that_runs_really_have() {
    let inputs = Inputs::default();
    let truth = simulate(&inputs, &TYPICAL, YEAR, Plan { seed: 4711, chunks: 128 });
    let runs: Vec<_> = (1..=40).map(|seed| simulate(&inputs, &TYPICAL, YEAR, Plan { seed, chunks: 8 })).collect();
    for (i, output) in TYPICAL.iter().enumerate() {
        let of = |s: &[Option<Summary>]| {
            let s = s[i].clone().unwrap();
            // The mean, p5 and p95.
            [s.mean, s.quantiles[1], s.quantiles[5]]
        };
        let known = of(&truth);
        for (figure, name) in ["mean", "p5", "p95"].iter().enumerate() {
            let (off, stated): (Vec<f64>, Vec<f64>) =
                runs.iter().map(|r| (of(r)[figure].0 - known[figure].0, of(r)[figure].1)).unzip();
            let ratio = rms(&off) / rms(&stated);
            println!("{} {name}: scatter is {ratio:.2} of the stated error", output.key());
            assert!((0.5..2.0).contains(&ratio), "{} {name}: {ratio}", output.key());
        }
    }
}

#[test]
fn the_error_of_a_band_covers_both_of_its_ends() {
    let (inputs, view, plan) = (Inputs::default(), View::default(), |seed| Plan { seed, chunks: 8 });
    let long =
        Simulation::new(inputs.clone(), view, Section::Turbine, Plan { seed: 99, chunks: 64 }, &Shapes::default());
    let truth = long.bands();
    let mut ratios = Vec::new();
    for seed in 1..=20 {
        let run = Simulation::new(inputs.clone(), view, Section::Turbine, plan(seed), &Shapes::default());
        for (band, known) in run.bands().iter().zip(&truth).filter(|(b, _)| b.high > b.low) {
            ratios.push((band.low - known.low) / band.error);
            ratios.push((band.high - known.high) / band.error);
        }
    }
    // One error stands for both ends, so that it is the larger of the two and the typical ratio below 1.
    let typical = rms(&ratios);
    println!("ends lie {typical:.2} stated errors off");
    assert!((0.4..1.5).contains(&typical), "{typical}");
}

#[test]
fn even_points_come_nearer_than_as_many_independent_draws() {
    let inputs = Inputs::default();
    let (chunks, draws) = (4, 4 * 512);
    let truth = simulate(&inputs, &TYPICAL, YEAR, Plan { seed: 4711, chunks: 128 });
    // For each answer, and each of mean, p5 and p95, how far every run was off.
    let mut even = vec![[const { Vec::new() }; 3]; TYPICAL.len()];
    let mut independent = even.clone();
    for seed in 1..=30 {
        for (into, drawn) in [
            (&mut even, every_draw(&inputs, seed, chunks)),
            (&mut independent, independent_draws(&inputs, seed, draws)),
        ] {
            for ((output, into), known) in TYPICAL.into_iter().zip(into).zip(&truth) {
                let (values, known) = (answers(&inputs, &drawn, output, YEAR), known.clone().unwrap());
                into[0].push(mean(&values) - known.mean.0);
                into[1].push(at(&values, 0.05) - known.quantiles[1].0);
                into[2].push(at(&values, 0.95) - known.quantiles[5].0);
            }
        }
    }
    for ((output, even), independent) in TYPICAL.into_iter().zip(&even).zip(&independent) {
        let [mean, p5, p95] = [0, 1, 2].map(|figure| rms(&independent[figure]) / rms(&even[figure]));
        println!("{}: {mean:.1} times nearer in the mean, {p5:.1} in p5, {p95:.1} in p95", output.key());
        assert!(mean > 3.0, "{}: mean {mean}", output.key());
        // Thirty runs know an error to an eighth of itself, a ratio of two to a fifth.
        assert!(p5 > 0.9 && p95 > 0.9 && p5 * p95 > 1.2, "{}: p5 {p5}, p95 {p95}", output.key());
    }
}
