//! What the page is set to as keys and values of an address, and back ([`read`]); the result that a link carries and what
//! is found of it ([`proof`], in words [`told`]). Not here: the address itself, which is the browser's.

pub mod proof;
mod read;
pub mod told;

use lodestone_model::data::NamedScenario;
use lodestone_model::demand::ALL_YEARS;
use lodestone_model::error::Error;
use lodestone_model::inputs::{Param, Spread, Use, text};
use lodestone_model::report::{View, axes};
use lodestone_model::uncertainty::Plan;

pub use read::{Asked, chosen, read, read_from};

use crate::state::{Action, State, WEIGHED};

/// Keys and values of an address, in their order.
pub type Pairs = Vec<(String, String)>;

/// Keys that are no inputs of the model: what is looked at, how ranges are drawn, of which release the link is and which
/// result it carries.
pub const VIEW: [&str; 9] = ["scenario", SEED, DRAWS, YEAR, MOTOR_AXIS, TURBINE_AXIS, WEIGH, VERSION, RESULT];
/// Keys that say nothing of the inputs: how the page is shown, which scenarios are set side by side, and what the host of a
/// frame says of itself.
const SHOWN: [&str; 14] = [
    "lang",
    "theme",
    "a",
    "b",
    "show",
    "accent",
    "paper",
    "ink",
    "host",
    "id",
    "childId",
    "initialWidth",
    "parentTitle",
    "parentUrl",
];
/// The release that the link is of: model and data.
pub const VERSION: &str = "v";
/// The result that the link carries: [`proof`].
pub const RESULT: &str = "is";
/// The release that this program is.
pub const RELEASE: &str = concat!(env!("CARGO_PKG_VERSION"), "-", env!("LODESTONE_DATA_VERSION"));
/// The number from which ranges are drawn.
const SEED: &str = "seed";
/// How many draws there are.
const DRAWS: &str = "draws";
/// Those that say what is looked at.
pub const LOOKED_AT: [&str; 4] = [YEAR, MOTOR_AXIS, TURBINE_AXIS, WEIGH];
/// The year of the demand table.
const YEAR: &str = "year";
/// The years that can be looked at: [`ALL_YEARS`].
const YEARS: &str = "2010–2035";
/// The parameter along the motor's response curve.
const MOTOR_AXIS: &str = "motor-axis";
/// The parameter along the turbine's.
const TURBINE_AXIS: &str = "turbine-axis";
/// The answer that is taken apart.
pub const WEIGH: &str = "weigh";

/// What an address says: a scenario of the library to the letter, or every input that differs from its default; what is
/// looked at and the plan where they are not the usual ones.
#[must_use]
pub fn pairs(state: &State) -> Pairs {
    let State { inputs, view, plan, weighed, .. } = state;
    let mut said = Pairs::new();
    match NamedScenario::of(inputs).filter(|s| s.is(inputs)) {
        Some(scenario) => said.push(("scenario".into(), scenario.key().into())),
        None => {
            let written = text::write(inputs);
            said.extend(written.lines().filter_map(|l| l.split_once('=')).map(|(k, v)| (k.into(), v.into())));
        }
    }
    let (usual, seen) = (Plan::default(), View::default());
    if view.year != seen.year {
        said.push((YEAR.into(), view.year.to_string()));
    }
    // An axis that its magnet does not have gives way to the first that it has: that one is nobody's choice.
    for (key, used, axis, before) in [
        (MOTOR_AXIS, Use::Motor, view.motor_axis, seen.motor_axis),
        (TURBINE_AXIS, Use::Turbine, view.turbine_axis, seen.turbine_axis),
    ] {
        if axis != before && axes(inputs, used).contains(&axis) {
            said.push((key.into(), axis.key().into()));
        }
    }
    if *weighed != State::default().weighed {
        said.push((WEIGH.into(), weighed.key().into()));
    }
    if plan.seed != usual.seed {
        said.push((SEED.into(), plan.seed.to_string()));
    }
    if plan.chunks != usual.chunks {
        said.push((DRAWS.into(), plan.draws().to_string()));
    }
    // What differs from nothing has no release to be said.
    if !said.is_empty() {
        said.push((VERSION.into(), RELEASE.into()));
    }
    said
}

/// Everything that is looked at, and how ranges are drawn, whether or not it is the usual: year, both axes, the answer that is
/// taken apart, seed, draws.
#[must_use]
pub fn views(state: &State) -> [(&'static str, String); 6] {
    let State { view, plan, weighed, .. } = state;
    [
        (YEAR, view.year.to_string()),
        (MOTOR_AXIS, view.motor_axis.key().into()),
        (TURBINE_AXIS, view.turbine_axis.key().into()),
        (WEIGH, weighed.key().into()),
        (SEED, plan.seed.to_string()),
        (DRAWS, plan.draws().to_string()),
    ]
}

/// What one of the keys [`LOOKED_AT`] asks for.
///
/// # Errors
/// [`Error::Text`] for a year, parameter or answer that cannot be looked at there.
pub fn looked_at(key: &str, text: &str) -> Result<Action, Error> {
    let param = || Param::ALL.into_iter().find(|p| p.key() == text);
    let found = match key {
        YEAR => text.parse().ok().filter(|year| ALL_YEARS.contains(year)).map(Action::Year),
        MOTOR_AXIS => param().map(|p| Action::Axis(Use::Motor, p)),
        TURBINE_AXIS => param().map(|p| Action::Axis(Use::Turbine, p)),
        _ => WEIGHED.into_iter().find(|o| o.key() == text).map(Action::Weigh),
    };
    found.ok_or_else(|| {
        let accepted = match key {
            YEAR => YEARS,
            WEIGH => "motor-after-usd …",
            _ => "price-nd-oxide …",
        };
        Error::Text { key: key.into(), text: text.into(), accepted: accepted.into() }
    })
}

/// What a source says of an input as an address has it: `2..3..4`, or one number.
#[must_use]
pub fn value([low, central, high]: [f64; 3]) -> String {
    if low < high { Spread::Likely(low, central, high).to_string() } else { central.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lodestone_model::inputs::Inputs;

    fn state(inputs: Inputs) -> State {
        State { inputs, ..State::default() }
    }

    #[test]
    fn an_address_says_what_differs_and_a_scenario_by_its_name() {
        assert!(pairs(&State::default()).is_empty());
        for scenario in NamedScenario::ALL {
            let inputs = scenario.inputs().unwrap();
            let wanted = [("scenario", scenario.key()), (VERSION, RELEASE)].map(|(k, v)| (k.into(), v.into()));
            assert_eq!(pairs(&state(inputs)), wanted);
        }
        let mut inputs = Inputs::default();
        inputs.assign("wind-mw", "5").unwrap();
        let view = View { year: 2030, turbine_axis: Param::WindMw, ..View::default() };
        let said = pairs(&State { view, plan: Plan::of(7, 20_000), weighed: WEIGHED[2], ..state(inputs) });
        let keys: Vec<&str> = said.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["wind-mw", "year", "turbine-axis", "weigh", "seed", "draws", "v"]);
        assert_eq!(RELEASE, lodestone_model::release::Release::present().name);
        for (key, text) in said.iter().filter(|(key, _)| LOOKED_AT.contains(&key.as_str())) {
            let again = State::default().after(looked_at(key, text).unwrap());
            assert!(pairs(&again).contains(&(key.clone(), text.clone())), "{key}");
        }
        for key in LOOKED_AT {
            let refused = looked_at(key, "1999").unwrap_err().to_string();
            assert!(refused.contains(key) && refused.contains("1999"), "{refused}");
        }
        assert_eq!(YEARS, format!("{}–{}", ALL_YEARS.start(), ALL_YEARS.end()));
        assert_eq!([value([2.0, 3.0, 4.0]), value([0.5; 3])], ["2..3..4", "0.5"]);
    }
}
