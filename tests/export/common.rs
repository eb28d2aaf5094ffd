//! Subjects: every page that takes results along, for several scenarios, in every language.

use lodestone::export::{Subject, Taken};
use lodestone::route::Route;
use lodestone::state::{Action, State};
use lodestone::text::Lang;
use lodestone_model::data::NamedScenario;
use lodestone_model::inputs::Param;
use lodestone_model::uncertainty::Plan;

/// The pages that take results along.
pub const PAGES: [Route; 8] = [
    Route::Story,
    Route::Motor,
    Route::Turbine,
    Route::Products,
    Route::Demand,
    Route::Shocks,
    Route::Balance,
    Route::Everything,
];

/// An address as the site of a test has it.
pub const ADDRESS: &str = "https://example.org/lodestone/";

/// The defaults, two scenarios of the library, and a state of a reader's own.
pub fn states() -> Vec<State> {
    let story = |scenario| State::default().after(Action::Scenario(Some(scenario)));
    let own = [("ev-magnet-kg", "1..2.5..4"), ("wind-mw", "5"), ("units.humanoid.2030", "123456.789"), ("drive", "geared")];
    let mut inputs = State::default().inputs;
    for (key, value) in own {
        inputs.assign(key, value).unwrap();
    }
    let mine = State::default().after(Action::Load(inputs.into())).after(Action::Year(2030));
    let mine = mine.after(Action::Set(Param::ShockPriceAbs, 0.1 + 0.2));
    let mut all = vec![State::default(), story(NamedScenario::DroughtBaotou), story(NamedScenario::WonMinus10), mine];
    // Ranges are of the same kind with fewer draws.
    all.iter_mut().for_each(|s| s.plan = Plan::of(7, 1024));
    all
}

pub fn subject(route: Route, state: &State, lang: Lang) -> Subject {
    let address = Some(format!("{ADDRESS}{}/{}", lodestone::route::folder(lang), route.path()));
    Subject { route, state: State { lang, ..state.clone() }, address }
}

pub fn taken(route: Route, state: &State, lang: Lang) -> Taken {
    Taken::of(subject(route, state, lang))
}
