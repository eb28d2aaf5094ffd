//! Where the uncertainty comes from: indices that are known, inputs that do nothing, ends that can be tried, and ranges
//! that shrink by as much as was said.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::drawing::{SCORES, column, every_draw, rms, told, told_alone};
use lodestone_model::data::Param;
use lodestone_model::demand::Application;
use lodestone_model::inputs::{Case, Inputs, correlation};
use lodestone_model::outputs::{Evaluator, Output, Shared};
use lodestone_model::uncertainty::{Analysis, Group, Influence, Plan, Sampler, Sensitivity, Shapes, simulate};

const YEAR: i32 = 2026;
/// Answers of all kinds: products, sums, a difference, a share.
const TYPICAL: [Output; 6] = [
    Output::MotorBeforeUsd,
    Output::MotorDifferenceUsd,
    Output::MotorShareAfter,
    Output::TurbineAfterUsd,
    Output::DemandMagnetT,
    Output::DemandDyT,
];

fn analysed(inputs: &Inputs, output: Output, seed: u64, chunks: u64) -> Sensitivity {
    Analysis::new(inputs.clone(), output, YEAR, Plan { seed, chunks }, &Shapes::default()).unwrap().result()
}

#[track_caller]
fn of(found: &Sensitivity, group: Group) -> Influence {
    *found.influences.iter().find(|i| i.group == group).unwrap_or_else(|| panic!("{group:?} has no influence"))
}

fn one(param: Param) -> Group {
    Group::One(param)
}

/// Judges the indices of `params` over twenty runs: first order and total, each within three standard errors in all but
/// a few, and the error no more than it has to be.
#[track_caller]
fn agree(inputs: &Inputs, output: Output, expected: &[(Param, f64, f64)]) {
    let mut off = Vec::new();
    for seed in 1..=20 {
        let found = analysed(inputs, output, seed, 16);
        assert_eq!(found.influences.len(), expected.len(), "{found:?}");
        for (param, first, total) in expected {
            let i = of(&found, one(*param));
            off.push((i.first.0 - first) / i.first.1);
            off.push((i.total.0 - total) / i.total.1);
            assert!((i.first.0 - first).abs() < 0.05 && (i.total.0 - total).abs() < 0.05, "{}: {i:?}", param.key());
        }
    }
    let beyond = off.iter().filter(|e| e.abs() > 3.0).count();
    println!("{}: {beyond} of {} beyond three errors, typically {:.2} of one", output.key(), off.len(), rms(&off));
    // With two inputs the shift of a chunk decides a good part of its answer, so that the tails are longer than
    // Student's; one index in ten is let pass, of a wrong formula all are wrong.
    assert!(beyond * 10 <= off.len(), "{beyond} of {} indices are more than three errors off", off.len());
    assert!((0.4..1.6).contains(&rms(&off)), "{}", rms(&off));
}

#[test]
fn a_sum_has_the_shares_of_its_variances() {
    // Variances 1 : 4.
    let mut inputs = told_alone(&[("humanoid-magnet-kg", "normal 100 10"), ("drone-magnet-kg", "normal 100 20")]);
    for application in Application::ALL {
        let counted = [Application::Humanoid, Application::Drone].contains(&application);
        inputs.set_units(application, YEAR, Some(if counted { 1e6 } else { 0.0 })).unwrap();
    }
    agree(&inputs, Output::DemandMagnetT, &[(Param::HumanoidMagnetKg, 0.2, 0.2), (Param::DroneMagnetKg, 0.8, 0.8)]);
    let found = analysed(&inputs, Output::DemandMagnetT, 1, 16);
    assert_eq!(found.influences[0].group, one(Param::DroneMagnetKg), "the greatest first");
    assert!((found.deviation / (1000.0 * 500.0_f64.sqrt()) - 1.0).abs() < 0.01, "{}", found.deviation);
    assert_eq!(found.central, 200_000.0);
}

#[test]
fn a_product_of_lognormals_has_the_indices_of_its_formula() {
    let said = [("magnet-by", "power"), ("ev-g-per-kw", "lognormal 40 0.3"), ("ev-power-kw", "lognormal 50 0.5")];
    let inputs = told_alone(&said);
    // Var(Y)/E(Y)² = e^(σ₁² + σ₂²) − 1; of that x₁ alone takes e^(σ₁²) − 1, and with x₂ known it still takes e^(σ₂²) of it.
    let grown = |sigma: f64| libm::expm1(sigma * sigma);
    let (a, b) = (grown(0.3), grown(0.5));
    let all = a + b + a * b;
    let expected = [(Param::EvGPerKw, a / all, a * (1.0 + b) / all), (Param::EvPowerKw, b / all, b * (1.0 + a) / all)];
    agree(&inputs, Output::MotorMagnetKg, &expected);
}

#[test]
fn a_uniform_factor_on_a_uniform_factor_has_known_indices() {
    let inputs = told_alone(&[("wind-mw", "2..4"), ("wind-kg-per-mw-direct", "600..800")]);
    // Squares of the coefficients of variation: (b − a)²/12 over the square of the mean.
    let (a, b) = (4.0 / 12.0 / 9.0, 40_000.0 / 12.0 / 490_000.0);
    let all = a + b + a * b;
    let expected =
        [(Param::WindMw, a / all, a * (1.0 + b) / all), (Param::WindKgPerMwDirect, b / all, b * (1.0 + a) / all)];
    agree(&inputs, Output::TurbineMagnetKg, &expected);
}

#[test]
fn first_order_indices_are_at_most_the_whole_and_none_is_more_than_its_total() {
    for output in TYPICAL.into_iter().chain([Output::BalanceGapT]) {
        let found = analysed(&Inputs::default(), output, 1, 4);
        let firsts: f64 = found.influences.iter().map(|i| i.first.0).sum();
        let totals: f64 = found.influences.iter().map(|i| i.total.0).sum();
        let error =
            |pick: fn(&Influence) -> f64| found.influences.iter().map(|i| pick(i) * pick(i)).sum::<f64>().sqrt();
        println!("{}: first orders add to {firsts:.3}, totals to {totals:.3}", output.key());
        assert!(firsts < 1.0 + 3.0 * error(|i| i.first.1).max(0.01), "{}: {firsts}", output.key());
        assert!(totals > 1.0 - 3.0 * error(|i| i.total.1).max(0.01), "{}: {totals}", output.key());
        for i in &found.influences {
            // An error measured on four chunks may come out small by chance.
            let error = 4.0 * (i.first.1 + i.total.1) + 0.003;
            assert!(i.first.0 > -error && i.first.0 - i.total.0 < error, "{i:?}");
        }
        assert!(found.influences.windows(2).all(|w| w[0].total.0 >= w[1].total.0));
    }
}

#[test]
fn an_answer_that_is_a_sum_has_no_interactions() {
    let found = analysed(&told(&[("pm-share-ev", "0.9")]), Output::DemandVehiclesT, 1, 16);
    assert!(found.influences.len() >= 4);
    for i in &found.influences {
        assert!((i.first.0 - i.total.0).abs() < 4.0 * (i.first.1 + i.total.1), "{i:?}");
    }
}

#[test]
fn an_input_that_is_exact_or_not_asked_has_no_influence() {
    let inputs = Inputs::default();
    let groups = |output, inputs: &Inputs| -> Vec<Group> {
        analysed(inputs, output, 1, 2).influences.iter().map(|i| i.group).collect()
    };
    let motor = groups(Output::MotorBeforeUsd, &inputs);
    assert!(motor.contains(&one(Param::EvMagnetKg)) && motor.contains(&Group::Prices));
    let foreign = [Param::WindKgPerMwDirect, Param::WindMw, Param::EvPowerKw, Param::RobotMagnetKg, Param::Kappa];
    assert!(foreign.iter().all(|p| !motor.contains(&one(*p))), "{motor:?}");
    // Set, it has none; nothing else comes or goes.
    let mut known = inputs.clone();
    known.set(Param::EvMagnetKg, 2.0).unwrap();
    let less = groups(Output::MotorBeforeUsd, &known);
    assert_eq!(motor.iter().filter(|g| !less.contains(g)).collect::<Vec<_>>(), [&one(Param::EvMagnetKg)]);
    // Nothing uncertain: nothing to say.
    let nothing = analysed(&told_alone(&[]), Output::MotorBeforeUsd, 1, 2);
    assert!(nothing.influences.is_empty() && nothing.deviation < 1e-12 * nothing.central, "{nothing:?}");
    // κ matters once something is lost.
    let lost = told(&[("outage-share", "0.3")]);
    assert!(groups(Output::MotorAfterUsd, &lost).contains(&one(Param::Kappa)));
    // A figure of the statistics has no inputs, and one that does not exist no analysis.
    assert!(groups(Output::MiningHerfindahl, &inputs).is_empty());
    assert!(Analysis::new(inputs, Output::BalanceGapT, 2015, Plan::default(), &Shapes::default()).is_none());
}

#[test]
fn the_ends_of_the_tornado_are_what_the_input_at_its_percentiles_gives() {
    let inputs = told(&[("process-utilisation", "p5 0.6..0.8"), ("cost-re-share", "0.6..0.7")]);
    let shared = Shared::default();
    let draws = every_draw(&inputs, 7, 64);
    for output in [Output::MotorBeforeUsd, Output::TurbineAfterUsd, Output::DemandDyT] {
        let found = analysed(&inputs, output, 1, 2);
        let central = Evaluator::new(&inputs, &shared, Case::Central, YEAR).get(output).unwrap();
        assert_eq!(found.central.to_bits(), central.to_bits());
        for i in &found.influences {
            let params: Vec<Param> = match i.group {
                Group::One(param) => vec![param],
                Group::Prices => correlation::PRICES.to_vec(),
            };
            for (z, end) in [(SCORES[1], i.ends.0), (SCORES[5], i.ends.1)] {
                // The percentile of what is drawn, by the sampler and, more roughly, by the draws themselves.
                let sampler = Sampler::new(&inputs, &Shapes::default());
                let mut there = inputs.clone();
                for param in &params {
                    let at = sampler.at(*param, z).unwrap();
                    let counted = common::drawing::at(&column(&draws, *param), if z < 0.0 { 0.05 } else { 0.95 });
                    let width = sampler.at(*param, 3.0).unwrap() - sampler.at(*param, -3.0).unwrap();
                    assert!((at - counted).abs() < 2e-3 * width, "{}: {at}, {counted}", param.key());
                    there.set(*param, at).unwrap();
                }
                let direct = Evaluator::new(&there, &shared, Case::Central, YEAR).get(output).unwrap();
                assert!((direct / end - 1.0).abs() < 1e-12, "{} {:?}: {direct}, {end}", output.key(), i.group);
            }
        }
    }
}

#[test]
fn a_range_shrinks_by_as_much_as_was_said_once_the_input_is_known() {
    let plan = Plan { seed: 3, chunks: 8 };
    for output in TYPICAL {
        let inputs = Inputs::default();
        let width = |inputs: &Inputs| {
            let s = simulate(inputs, &[output], YEAR, plan).remove(0).unwrap();
            s.quantiles[5].0 - s.quantiles[1].0
        };
        let before = width(&inputs);
        for i in analysed(&inputs, output, 1, 8).influences.iter().take(3) {
            let mut known = inputs.clone();
            let params: Vec<Param> = Param::ALL.into_iter().filter(|p| Group::of(*p) == i.group).collect();
            params.iter().for_each(|p| known.set(*p, p.spec().central).unwrap());
            let (said, found) = (i.narrowing(), 1.0 - width(&known) / before);
            println!("{} {:?}: said {said:.3}, found {found:.3}", output.key(), i.group);
            assert!((said - found).abs() < 0.1, "{} {:?}: said {said}, found {found}", output.key(), i.group);
        }
    }
}

#[test]
fn an_analysis_in_steps_is_the_same_to_the_bit() {
    let plan = Plan { seed: 8, chunks: 2 };
    let run = || Analysis::new(Inputs::default(), Output::DemandDyT, YEAR, plan, &Shapes::default()).unwrap();
    let at_once = run().result();
    for step in [1, 7, 512] {
        let mut slow = run();
        while slow.go(step) {}
        assert!((slow.progress() - 1.0).abs() < f64::EPSILON);
        assert_eq!(slow.result(), at_once, "in steps of {step}");
    }
    assert_ne!(analysed(&Inputs::default(), Output::DemandDyT, 9, 2), at_once);
}

#[test]
fn prices_that_are_tied_count_as_one() {
    let found = analysed(&Inputs::default(), Output::TurbineBeforeUsd, 1, 2);
    assert!(found.influences.iter().filter(|i| i.group == Group::Prices).count() == 1);
    for param in correlation::PRICES.into_iter().chain([Param::PriceDyOxideEurope, Param::PriceTbOxideEurope]) {
        assert_eq!(Group::of(param), Group::Prices);
    }
    assert_eq!(Group::of(Param::CostReShare), one(Param::CostReShare));
}
