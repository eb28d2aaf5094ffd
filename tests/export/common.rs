//! Subjects: every page that takes results along, for several scenarios, in every language.

use std::sync::OnceLock;

use lodestone::export::draws::Spread;
use lodestone::export::{Figures, Subject, Taken};
use lodestone::route::{Route, folder};
use lodestone::state::{Action, State};
use lodestone::text::Lang;
use lodestone_model::data::NamedScenario;
use lodestone_model::inputs::Param;
use lodestone_model::report::Range;
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
    let own = [
        ("ev-magnet-kg", "1..2.5..4"),
        ("price-nd-oxide", "p10 60.1..140.7"),
        ("wind-mw", "5"),
        ("units.humanoid.2030", "123456.789"),
        ("drive", "geared"),
    ];
    let mut inputs = State::default().inputs;
    for (key, value) in own {
        inputs.assign(key, value).unwrap();
    }
    let mine = State::default().after(Action::Load(inputs.into())).after(Action::Year(2030));
    let mine = mine.after(Action::Set(Param::ShockPriceAbs, 0.1 + 0.2)).after(Action::Set(Param::ShockPriceRel, -0.07));
    let mut all = vec![State::default(), story(NamedScenario::DroughtBaotou), story(NamedScenario::WonMinus10), mine];
    // Ranges are of the same kind with fewer draws.
    all.iter_mut().for_each(|s| s.plan = Plan::of(u64::MAX, 1024));
    all
}

pub fn subject(route: Route, state: &State, lang: Lang) -> Subject {
    let address = Some(format!("{ADDRESS}{}/{}", folder(lang), route.path()));
    Subject { route, state: State { lang, ..state.clone() }, address }
}

/// Every page for every one of the states in every language, gathered once for all tests.
pub fn all() -> &'static [Taken] {
    static ALL: OnceLock<Vec<Taken>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Vec::new();
        for state in states() {
            for route in PAGES {
                // The draws know no language.
                let figures = Figures::of(subject(route, &state, Lang::En));
                let mut run = figures.run();
                while run.step() {}
                let spreads = run.spreads();
                for lang in Lang::ALL {
                    all.push(Figures::of(subject(route, &state, lang)).taken(spreads.clone()));
                }
            }
        }
        all
    })
}

/// A result whose ranges nobody asks about: nothing is drawn.
pub fn quick(route: Route, state: &State, lang: Lang) -> Taken {
    let figures = Figures::of(subject(route, state, lang));
    let none = Spread { range: Range::exactly(1.0), quantiles: Vec::new() };
    let spreads = vec![none; figures.asked.len()];
    figures.taken(spreads)
}

/// The state that a file must lead back to: its language is not the file's to say.
pub fn without_language(state: &State) -> State {
    State { lang: Lang::default(), scenario: None, ..state.clone() }
}
