//! The paths: their steps, the state that each leads to, and which figures of it answer the question.

use lodestone_model::data::{NamedScenario, Param};
use lodestone_model::demand::BASE_YEAR;
use lodestone_model::error::Error;
use lodestone_model::inputs::{Currency, Inputs, Use, text};
use lodestone_model::outputs::Output;

use super::Word;
use crate::route::Route;
use crate::text::{Lang, paths as words};

/// A way through the calculators.
pub(super) struct Path {
    /// Its id on the page.
    pub key: &'static str,
    /// What it is called.
    pub title: Word,
    /// What it is about.
    pub lead: Word,
    /// Its steps in their order.
    pub steps: &'static [Step],
}

/// One step.
pub(super) struct Step {
    /// Its id on the page.
    pub id: &'static str,
    /// What is asked.
    pub question: Word,
    /// What to look at.
    pub look: Word,
    /// The sentence that answers, with figures of the model.
    pub answer: Answer,
    /// Where it leads.
    pub state: State,
}

/// A page of the calculators with what is set there.
pub(super) struct State {
    /// The page.
    pub route: Route,
    /// The scenario that it starts from.
    pub scenario: Option<NamedScenario>,
    /// Inputs on top of that, by key.
    pub set: &'static [(&'static str, &'static str)],
    /// The year that is looked at, where it is not the usual one.
    pub year: Option<i32>,
}

/// A figure of a state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Figure {
    /// An answer of the model.
    Of(Output),
    /// The change of a product's cost in a currency, as a share; `None` is the dollar.
    Change(Use, Option<Currency>),
    /// The highest value of a parameter in any source.
    Evidence(Param),
    /// The year that is looked at.
    Year,
}

/// A sentence with the figures that it needs.
pub(super) enum Answer {
    /// With one figure.
    One(fn(Lang, &str) -> String, [Figure; 1]),
    /// With two.
    Two(fn(Lang, &str, &str) -> String, [Figure; 2]),
    /// With three.
    Three(fn(Lang, &str, &str, &str) -> String, [Figure; 3]),
}

impl Answer {
    /// The figures in the order of the sentence's placeholders.
    pub fn figures(&self) -> &[Figure] {
        match self {
            Self::One(_, figures) => figures,
            Self::Two(_, figures) => figures,
            Self::Three(_, figures) => figures,
        }
    }
}

impl State {
    /// The inputs that the page has there.
    pub fn inputs(&self) -> Result<Inputs, Error> {
        let begin = self.scenario.map_or_else(|| Ok(Inputs::default()), NamedScenario::inputs)?;
        let lines: String = self.set.iter().map(|(key, value)| format!("{key}={value}\n")).collect();
        text::read(&(text::write(&begin) + &lines))
    }

    /// The year that is looked at.
    pub fn year(&self) -> i32 {
        self.year.unwrap_or(BASE_YEAR)
    }

    /// Its address, seen from the page of the paths. Keys and values are plain characters: a test looks at them.
    pub fn address(&self) -> String {
        let scenario = self.scenario.map(|s| format!("scenario={}", s.key()));
        let set = self.set.iter().map(|(key, value)| format!("{key}={value}"));
        let year = self.year.map(|year| format!("year={year}"));
        let query: Vec<String> = scenario.into_iter().chain(set).chain(year).collect();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("../{}{mark}{}", self.route.path(), query.join("&"))
    }
}

const fn on(route: Route) -> State {
    State { route, scenario: None, set: &[], year: None }
}

const fn told(route: Route, scenario: NamedScenario) -> State {
    State { scenario: Some(scenario), ..on(route) }
}

use Figure::{Change, Evidence, Of, Year};

/// The three paths.
pub(super) static PATHS: [Path; 3] = [
    Path {
        key: "electric-car",
        title: words::ev_title,
        lead: words::ev_lead,
        steps: &[
            Step {
                id: "ev-cost",
                question: words::ev_cost,
                look: words::ev_cost_look,
                answer: Answer::Three(
                    words::ev_cost_answer,
                    [Of(Output::MotorMagnetKg), Of(Output::MotorBeforeUsd), Of(Output::MotorShareBefore)],
                ),
                state: on(Route::Motor),
            },
            Step {
                id: "ev-metal",
                question: words::ev_metal,
                look: words::ev_metal_look,
                answer: Answer::Two(
                    words::ev_metal_answer,
                    [Of(Output::MotorDifferenceUsd), Of(Output::MotorContainedUsd)],
                ),
                state: told(Route::Motor, NamedScenario::NdPlus100),
            },
            Step {
                id: "ev-rally",
                question: words::ev_rally,
                look: words::ev_rally_look,
                answer: Answer::Two(
                    words::ev_rally_answer,
                    [Of(Output::MotorShareBefore), Of(Output::MotorShareAfter)],
                ),
                state: told(Route::Motor, NamedScenario::Rally202122),
            },
            Step {
                id: "ev-control",
                question: words::ev_control,
                look: words::ev_control_look,
                answer: Answer::Two(
                    words::ev_control_answer,
                    [Of(Output::MotorDifferenceUsd), Of(Output::MotorAfterUsd)],
                ),
                state: told(Route::Motor, NamedScenario::Control202504),
            },
            Step {
                id: "ev-no-dysprosium",
                question: words::ev_free,
                look: words::ev_free_look,
                answer: Answer::Two(words::ev_free_answer, [Of(Output::MotorDifferenceUsd), Of(Output::MotorAfterUsd)]),
                state: State {
                    set: &[("ev-w-dy", "0"), ("ev-w-tb", "0")],
                    ..told(Route::Motor, NamedScenario::Control202504)
                },
            },
            Step {
                id: "ev-demand",
                question: words::ev_demand,
                look: words::ev_demand_look,
                answer: Answer::Three(
                    words::ev_demand_answer,
                    [Year, Of(Output::DemandVehiclesT), Of(Output::DemandMagnetT)],
                ),
                state: State { year: Some(2030), ..on(Route::Demand) },
            },
            Step {
                id: "ev-without",
                question: words::ev_without,
                look: words::ev_without_look,
                answer: Answer::Two(words::ev_without_answer, [Year, Of(Output::DemandVehiclesT)]),
                state: State { year: Some(2030), ..told(Route::Demand, NamedScenario::MakerWithoutMagnets) },
            },
        ],
    },
    Path {
        key: "wind",
        title: words::wind_title,
        lead: words::wind_lead,
        steps: &[
            Step {
                id: "wind-mass",
                question: words::wind_mass,
                look: words::wind_mass_look,
                answer: Answer::Two(
                    words::wind_mass_answer,
                    [Of(Output::TurbineMagnetKg), Of(Output::TurbineBeforeUsd)],
                ),
                state: on(Route::Turbine),
            },
            Step {
                id: "wind-large",
                question: words::wind_large,
                look: words::wind_large_look,
                answer: Answer::Three(
                    words::wind_large_answer,
                    [Of(Output::TurbineMagnetKg), Of(Output::TurbineBeforeUsd), Evidence(Param::WindMw)],
                ),
                state: State { set: &[("wind-mw", "12")], ..on(Route::Turbine) },
            },
            Step {
                id: "wind-geared",
                question: words::wind_geared,
                look: words::wind_geared_look,
                answer: Answer::Two(
                    words::wind_geared_answer,
                    [Of(Output::TurbineMagnetKg), Of(Output::TurbineBeforeUsd)],
                ),
                state: State { set: &[("wind-mw", "12"), ("drive", "geared")], ..on(Route::Turbine) },
            },
            Step {
                id: "wind-shock",
                question: words::wind_shock,
                look: words::wind_shock_look,
                answer: Answer::Two(
                    words::wind_shock_answer,
                    [Of(Output::TurbineDifferenceUsd), Of(Output::TurbineContainedUsd)],
                ),
                state: State { set: &[("wind-mw", "12"), ("shock-price-abs", "100")], ..on(Route::Turbine) },
            },
            Step {
                id: "wind-rally",
                question: words::wind_rally,
                look: words::wind_rally_look,
                answer: Answer::Two(
                    words::wind_rally_answer,
                    [Of(Output::TurbineBeforeUsd), Of(Output::TurbineAfterUsd)],
                ),
                state: State { set: &[("wind-mw", "12")], ..told(Route::Turbine, NamedScenario::Rally202526) },
            },
            Step {
                id: "wind-demand",
                question: words::wind_demand,
                look: words::wind_demand_look,
                answer: Answer::Three(
                    words::wind_demand_answer,
                    [Year, Of(Output::DemandWindT), Of(Output::DemandMagnetT)],
                ),
                state: State { year: Some(2030), ..on(Route::Demand) },
            },
            Step {
                id: "wind-balance",
                question: words::wind_balance,
                look: words::wind_balance_look,
                answer: Answer::Three(
                    words::wind_balance_answer,
                    [Year, Of(Output::BalanceSecondaryT), Of(Output::BalanceGapT)],
                ),
                state: State { year: Some(2026), ..told(Route::Balance, NamedScenario::Recycling90) },
            },
        ],
    },
    Path {
        key: "exchange-rate",
        title: words::fx_title,
        lead: words::fx_lead,
        steps: &[
            Step {
                id: "fx-won",
                question: words::fx_won,
                look: words::fx_won_look,
                answer: Answer::Two(
                    words::fx_won_answer,
                    [Of(Output::TurbineBeforeUsd), Of(Output::TurbineBeforeLocal)],
                ),
                state: on(Route::Turbine),
            },
            Step {
                id: "fx-value",
                question: words::fx_value,
                look: words::fx_value_look,
                answer: Answer::Two(
                    words::fx_value_answer,
                    [Change(Use::Turbine, Some(Currency::Krw)), Of(Output::TurbineDifferenceUsd)],
                ),
                state: told(Route::Turbine, NamedScenario::WonMinus10),
            },
            Step {
                id: "fx-quote",
                question: words::fx_quote,
                look: words::fx_quote_look,
                answer: Answer::One(words::fx_quote_answer, [Change(Use::Turbine, Some(Currency::Krw))]),
                state: State { set: &[("shock-price-abs", "0"), ("rate-reading", "quote")], ..on(Route::Turbine) },
            },
            Step {
                id: "fx-hedged",
                question: words::fx_hedged,
                look: words::fx_hedged_look,
                answer: Answer::One(words::fx_hedged_answer, [Change(Use::Turbine, Some(Currency::Krw))]),
                state: State { set: &[("shock-price-abs", "0"), ("fx-hedged", "0.5")], ..on(Route::Turbine) },
            },
            Step {
                id: "fx-both",
                question: words::fx_both,
                look: words::fx_both_look,
                answer: Answer::Two(
                    words::fx_both_answer,
                    [Change(Use::Turbine, None), Change(Use::Turbine, Some(Currency::Krw))],
                ),
                state: State { set: &[("shock-price-abs", "100"), ("shock-fx", "0.1")], ..on(Route::Turbine) },
            },
            Step {
                id: "fx-bill",
                question: words::fx_bill,
                look: words::fx_bill_look,
                answer: Answer::Two(words::fx_bill_answer, [Of(Output::BillUsd), Of(Output::BillLocal)]),
                state: State {
                    set: &[("shock-price-abs", "0"), ("currency", "jpy"), ("importer", "japan")],
                    ..on(Route::Shocks)
                },
            },
        ],
    },
];
