//! What stands behind an answer: enough, and nothing else.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use lodestone_model::data::{NamedScenario, Param, Series};
use lodestone_model::depends::{Behind, parameters, ties};
use lodestone_model::inputs::{Case, Inputs, MagnetBy};
use lodestone_model::outputs::{Evaluator, Output, Shared};

fn keys(params: &[Param]) -> Vec<&'static str> {
    params.iter().map(|p| p.key()).collect()
}

#[test]
fn a_mass_has_its_mass_behind_it_and_no_price() {
    let mut inputs = Inputs::default();
    assert_eq!(keys(&parameters(&inputs, Output::MotorMagnetKg, 2025)), ["ev-magnet-kg"]);
    inputs.choices.magnet_by = MagnetBy::Power;
    let by_power = parameters(&inputs, Output::MotorMagnetKg, 2025);
    assert!(by_power.contains(&Param::EvGPerKw) && !by_power.contains(&Param::EvMagnetKg), "{:?}", keys(&by_power));
}

#[test]
fn a_factor_of_zero_hides_nothing() {
    let inputs = Inputs::default();
    assert_eq!(inputs.get(Param::EvWTb), Some(0.0));
    let behind = parameters(&inputs, Output::MotorAfterUsd, 2025);
    assert!(behind.contains(&Param::PriceTbOxide), "no terbium times its price: {:?}", keys(&behind));
    assert!(!behind.contains(&Param::WindMw) && !behind.contains(&Param::FxKrw), "{:?}", keys(&behind));
}

#[test]
fn yearly_figures_are_those_of_the_year_or_its_neighbours() {
    let inputs = Inputs::default();
    assert!(Behind::of(&inputs, Output::MotorAfterUsd, 2025).points.is_empty());
    let shared = Shared::default();
    let of = |year| Behind::of(&inputs, Output::DemandHumanoidT, year).points;
    for year in 2010..=2035 {
        let points = of(year);
        let figure = Evaluator::new(&inputs, &shared, Case::Central, year);
        assert!(points.iter().all(|p| p.series == Series::Humanoid), "{year}: {points:?}");
        assert!(points.len() <= 2, "{year}: {points:?}");
        if figure.get(Output::DemandHumanoidT) > Some(0.0) {
            assert!(!points.is_empty(), "{year}");
        }
    }
    let gap = Behind::of(&inputs, Output::BalanceGapT, 2026).points;
    for series in [Series::NdprDemand, Series::NdprSupply] {
        assert!(gap.iter().any(|p| p.series == series), "{series:?}");
    }
}

#[test]
fn what_a_reader_sets_replaces_a_default_except_where_the_balance_is_calibrated() {
    let mut inputs = Inputs::default();
    inputs.set(Param::EvMagnetKg, 3.0).unwrap();
    let motor = Behind::of(&inputs, Output::MotorMagnetKg, 2025);
    assert_eq!((keys(&motor.parameters), motor.calibrated), (vec!["ev-magnet-kg"], vec![]));
    let balance = Behind::of(&inputs, Output::BalanceDemandT, 2026);
    assert!(balance.parameters.contains(&Param::EvMagnetKg) && balance.calibrated == [Param::EvMagnetKg]);
}

#[test]
fn units_and_shocks_of_a_reader_count_where_they_count() {
    let mut inputs = Inputs::default();
    inputs.assign("units.humanoid.2030", "5000000").unwrap();
    inputs.shocks = Some(vec![
        "price:tb-oxide:100".parse().unwrap(),
        "demand:humanoid:units:0.5".parse().unwrap(),
        "outage:mining:china:rate:0.4:3".parse().unwrap(),
    ]);
    let demand = Behind::of(&inputs, Output::DemandHumanoidT, 2030);
    assert_eq!(demand.units.len(), 1);
    assert_eq!(demand.shocks.iter().map(ToString::to_string).collect::<Vec<_>>(), ["demand:humanoid:units:0.5"]);
    assert!(demand.statistics.is_empty(), "{:?}", demand.statistics);
    let motor = Behind::of(&inputs, Output::MotorAfterUsd, 2030);
    assert!(motor.units.is_empty());
    assert!(motor.shocks.iter().any(|s| s.to_string().starts_with("outage:")), "{:?}", motor.shocks);
    assert!(motor.statistics.iter().any(|s| s.contains("geological-survey")), "{:?}", motor.statistics);
    inputs.set(Param::OutageSourceShare, 0.5).unwrap();
    assert!(Behind::of(&inputs, Output::MotorAfterUsd, 2030).statistics.is_empty(), "a reader's own share");
    assert!(!Behind::of(&inputs, Output::MiningHerfindahl, 2030).statistics.is_empty());
}

#[test]
fn prices_that_are_drawn_together_are_tied_and_exact_ones_are_not() {
    let mut inputs = Inputs::default();
    let price = parameters(&inputs, Output::MotorAfterUsd, 2025);
    assert!(ties(&inputs, &price).contains(&Param::CorrelationNdDy));
    assert!(ties(&inputs, &parameters(&inputs, Output::MotorMagnetKg, 2025)).is_empty());
    inputs.set(Param::PriceNdOxide, 90.0).unwrap();
    assert!(!ties(&inputs, &price).contains(&Param::CorrelationNdDy));
}

#[test]
fn every_parameter_that_moves_an_answer_a_little_stands_behind_it() {
    let shared = Shared::default();
    let (mut moved, mut behind_some) = (0, 0);
    for (scenario, year) in NamedScenario::ALL.into_iter().zip([2025, 2026, 2030].into_iter().cycle()) {
        let inputs = scenario.inputs().unwrap();
        for output in Output::ALL {
            let behind = parameters(&inputs, *output, year);
            let answer = |i: &Inputs| Evaluator::new(i, &shared, Case::Central, year).get(*output);
            let before = answer(&inputs).map(f64::to_bits);
            if before.is_some() {
                behind_some += usize::from(!behind.is_empty());
            }
            for param in Param::ALL {
                let Some(now) = inputs.get(param) else { continue };
                let mut other = inputs.clone();
                if other.set(param, now * 1.01 + 0.001).is_err() && other.set(param, now * 0.99).is_err() {
                    continue;
                }
                if answer(&other).map(f64::to_bits) != before {
                    moved += 1;
                    assert!(behind.contains(&param), "{}: {} moves {}", scenario.key(), param.key(), output.key());
                }
            }
        }
    }
    assert!(moved > 1000 && behind_some > 100, "{moved} {behind_some}");
}
