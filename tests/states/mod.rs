//! States at random, as readers could reach them. Not here: what is tried on them.

use lodestone::state::{Action, State, WEIGHED};
use lodestone_model::data::{Alloy, NamedScenario};
use lodestone_model::demand::{ALL_YEARS, Application};
use lodestone_model::inputs::{Inputs, Param, Spread, Use, assign};
use lodestone_model::uncertainty::Plan;
use proptest::prelude::*;

fn param() -> impl Strategy<Value = Param> {
    (0..Param::ALL.len()).prop_map(|i| Param::ALL[i])
}

fn used() -> impl Strategy<Value = Use> {
    (0..3_usize).prop_map(|i| Use::ALL[i])
}

/// A place between the ends of a slider, or somewhat beyond.
fn at(param: Param, part: f64) -> f64 {
    let (low, high) = param.spec().slider;
    low + (high - low) * part
}

fn actions() -> impl Strategy<Value = Action> {
    let choices = assign::choices();
    prop_oneof![
        8 => (param(), -0.1..1.4_f64).prop_map(|(p, part)| Action::Set(p, at(p, part))),
        4 => (param(), [0.0..1.2_f64, 0.0..1.2, 0.0..1.2], 0..4_u8).prop_map(|(p, mut parts, kind)| {
            parts.sort_by(f64::total_cmp);
            let [a, b, c] = parts.map(|part| at(p, part));
            Action::Spread(p, match kind {
                0 => Spread::Alike(a, c),
                1 => Spread::P5P95(a, c),
                2 => Spread::Normal(b, (c - a).abs()),
                _ => Spread::Likely(a, b, c),
            })
        }),
        4 => (0..choices.len(), 0..100_usize).prop_map(move |(i, variant)| {
            let (key, variants, _) = &choices[i];
            let mut inputs = Inputs::default();
            inputs.assign(key, variants[variant % variants.len()]).unwrap();
            Action::Choose(inputs.choices)
        }),
        1 => (0..NamedScenario::ALL.len()).prop_map(|i| Action::Scenario(Some(NamedScenario::ALL[i]))),
        1 => (used(), 0..Alloy::ALL.len()).prop_map(|(u, i)| Action::Alloy(u, Alloy::ALL[i])),
        2 => (0..Application::ALL.len(), ALL_YEARS, 0.0..1e7_f64)
            .prop_map(|(i, year, units)| Action::Units(Application::ALL[i], year, Some(units.round()))),
        1 => ALL_YEARS.prop_map(Action::Year),
        1 => (used(), param()).prop_map(|(u, p)| Action::Axis(u, p)),
        1 => (any::<u64>(), 1..300_000_usize).prop_map(|(seed, draws)| Action::Plan(Plan::of(seed, draws))),
        1 => (0..WEIGHED.len()).prop_map(|i| Action::Weigh(WEIGHED[i])),
        1 => param().prop_map(Action::Reset),
    ]
}

/// States as a reader could reach them.
pub fn states() -> impl Strategy<Value = State> {
    prop::collection::vec(actions(), 0..14)
        .prop_map(|actions| actions.into_iter().fold(State::default(), |state, action| state.after(action)))
}
