//! What the page is set to: inputs, view, language. Pure; effects live in [`crate::browser`].
//!
//! Nothing derived is kept here: the report is computed from the state.

use std::rc::Rc;

use lodestone_model::data::{Alloy, NamedScenario};
use lodestone_model::demand::{ALL_YEARS, Application};
use lodestone_model::inputs::{Choices, Inputs, Param, Spread, Use};
use lodestone_model::outputs::Output;
use lodestone_model::report::View;
use lodestone_model::uncertainty::Plan;
use yew::Reducible;

use crate::text::Lang;

/// What of a shock reaches the buyer counts in a scenario too.
const EXPOSURE: [Param; 1] = [Param::FxForeignShare];

/// Answers whose uncertainty can be taken apart.
pub const WEIGHED: [Output; 6] = [
    Output::MotorAfterUsd,
    Output::MotorDifferenceUsd,
    Output::TurbineAfterUsd,
    Output::TurbineDifferenceUsd,
    Output::DemandMagnetT,
    Output::BalanceGapT,
];

/// The state of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// Inputs of the model.
    pub inputs: Inputs,
    /// What is looked at.
    pub view: View,
    /// Language of the page.
    pub lang: Lang,
    /// The scenario of the library whose shocks are in force.
    pub scenario: Option<NamedScenario>,
    /// How ranges are drawn.
    pub plan: Plan,
    /// The answer whose uncertainty is taken apart.
    pub weighed: Output,
}

impl Default for State {
    fn default() -> Self {
        Self {
            inputs: Inputs::default(),
            view: View::default(),
            lang: Lang::default(),
            scenario: None,
            plan: Plan::default(),
            weighed: WEIGHED[0],
        }
    }
}

/// A change that a reader makes.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Sets a parameter.
    Set(Param, f64),
    /// Gives a parameter a range.
    Spread(Param, Spread),
    /// Gives a parameter its default again, or empties one that has none.
    Reset(Param),
    /// Gives everything its default again; language and view stay.
    ResetAll,
    /// Sets the choices.
    Choose(Choices),
    /// Opens a scenario of the library, or leaves it.
    Scenario(Option<NamedScenario>),
    /// Gives a magnet a listed composition.
    Alloy(Use, Alloy),
    /// Sets or takes back the units of an application in a year.
    Units(Application, i32, Option<f64>),
    /// Chooses the parameter along a response curve.
    Axis(Use, Param),
    /// Chooses the year of the demand table.
    Year(i32),
    /// Chooses how ranges are drawn.
    Plan(Plan),
    /// Chooses the answer whose uncertainty is taken apart.
    Weigh(Output),
    /// Takes all inputs as they are.
    Load(Rc<Inputs>),
    /// Takes everything but the language: what an address asks for.
    Open(Box<State>),
}

impl State {
    /// The state after `action`; the same state where the action changes nothing or is refused.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            // A refused value leaves the inputs as they were; the field has already said why.
            Action::Set(param, value) => {
                if next.inputs.set(param, value).is_ok() {
                    next.leave_for(param);
                }
            }
            Action::Spread(param, spread) => {
                if next.inputs.spread(param, spread).is_ok() {
                    next.leave_for(param);
                }
            }
            Action::Reset(param) => {
                next.inputs.reset(param);
                next.leave_for(param);
            }
            Action::ResetAll => {
                next.inputs = Inputs::default();
                next.scenario = None;
            }
            Action::Choose(choices) => next.choose(choices),
            Action::Scenario(Some(scenario)) => {
                // A test opens every scenario of the library.
                if let Ok(inputs) = scenario.inputs() {
                    next.inputs = inputs;
                    next.scenario = Some(scenario);
                }
            }
            Action::Scenario(None) => next.leave(),
            Action::Alloy(used, alloy) => next.inputs.choose_alloy(used, alloy),
            Action::Units(application, year, units) => drop(next.inputs.set_units(application, year, units)),
            Action::Axis(Use::Motor, param) => next.view.motor_axis = param,
            Action::Axis(_, param) => next.view.turbine_axis = param,
            Action::Year(year) => next.view.year = year.clamp(*ALL_YEARS.start(), *ALL_YEARS.end()),
            Action::Plan(plan) => next.plan = plan.sensible(),
            Action::Weigh(output) => next.weighed = output,
            Action::Load(inputs) => next.load(&inputs),
            Action::Open(asked) => next = Self { lang: next.lang, ..*asked },
        }
        next.keep_axes_valid();
        next
    }

    /// Takes all inputs; a list of shocks that the library has is that scenario's.
    fn load(&mut self, inputs: &Inputs) {
        self.inputs = inputs.clone();
        self.scenario = NamedScenario::of(inputs);
    }

    /// The scenario's list of shocks gives way to the fields.
    fn leave(&mut self) {
        self.inputs.shocks = None;
        self.scenario = None;
    }

    /// A reader who moves a field for shocks wants that field to count.
    pub(crate) fn leave_for(&mut self, param: Param) {
        let outage = [Param::OutageShare, Param::OutageMonths].contains(&param);
        let lasting = param.spec().section != "shock" || param == Param::ShockMonth;
        if outage || !(lasting || EXPOSURE.contains(&param)) {
            self.leave();
        }
    }

    fn choose(&mut self, choices: Choices) {
        let of = |c: &Choices| (c.substance, c.elements, c.currency, c.reading, c.stage, c.country, c.outage);
        if of(&choices) != of(&self.inputs.choices) {
            self.leave();
        }
        self.inputs.choices = choices;
    }

    /// A curve over a parameter that no longer counts (grams per kilowatt after kilograms were chosen) shows the first
    /// that does.
    fn keep_axes_valid(&mut self) {
        for (used, axis) in [(Use::Motor, &mut self.view.motor_axis), (Use::Turbine, &mut self.view.turbine_axis)] {
            let axes = lodestone_model::report::axes(&self.inputs, used);
            if let (false, Some(first)) = (axes.contains(axis), axes.first()) {
                *axis = *first;
            }
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = self.after(action);
        if next == *self { self } else { Rc::new(next) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lodestone_model::inputs::MagnetBy;

    #[test]
    fn an_action_that_changes_nothing_keeps_the_state() {
        let state = Rc::new(State::default());
        assert!(Rc::ptr_eq(&state, &state.clone().reduce(Action::Year(state.view.year))));
        assert!(Rc::ptr_eq(&state, &state.clone().reduce(Action::Set(Param::EvMagnetKg, -1.0))), "a refused value");
    }

    #[test]
    fn a_field_for_shocks_leaves_a_scenario_and_any_other_field_does_not() {
        let state = State::default().after(Action::Scenario(Some(NamedScenario::DroughtBaotou)));
        assert!(NamedScenario::DroughtBaotou.is(&state.inputs));
        assert!(state.inputs.shocks.is_some());
        let moved = state.after(Action::Set(Param::WindMw, 5.0));
        assert_eq!(moved.scenario, Some(NamedScenario::DroughtBaotou));
        assert!(!NamedScenario::DroughtBaotou.is(&moved.inputs));
        assert_eq!(moved.inputs.shocks, state.inputs.shocks);
        let left = moved.after(Action::Set(Param::ShockPriceAbs, 50.0));
        assert_eq!(
            (left.scenario, left.inputs.shocks.is_none(), left.inputs.get(Param::WindMw)),
            (None, true, Some(5.0))
        );
        assert_eq!(state.after(Action::Scenario(None)).inputs.shocks, None);
        assert_eq!(state.after(Action::ResetAll), State::default());
    }

    #[test]
    fn resetting_everything_keeps_language_and_view() {
        let korean = State { lang: Lang::Ko, ..State::default() };
        let state = korean.after(Action::Set(Param::WindMw, 5.0));
        let state = state.after(Action::Year(2030)).after(Action::ResetAll);
        assert_eq!((state.lang, state.view.year), (Lang::Ko, 2030));
        assert_eq!(state.inputs, Inputs::default());
    }

    #[test]
    fn a_curve_leaves_a_parameter_that_no_longer_counts() {
        let by_power = Choices { magnet_by: MagnetBy::Power, ..Choices::default() };
        let state = State::default().after(Action::Choose(by_power)).after(Action::Axis(Use::Motor, Param::EvGPerKw));
        assert_eq!(state.view.motor_axis, Param::EvGPerKw);
        let state = state.after(Action::Choose(Choices::default()));
        assert_eq!(state.view.motor_axis, Param::EvMagnetKg);
    }
}
