//! What the page is set to: inputs, view, language. Pure; effects live in [`crate::browser`].
//!
//! Nothing derived is kept here: the report is computed from the state.

use std::rc::Rc;

use lodestone_model::data::Alloy;
use lodestone_model::demand::{ALL_YEARS, Application};
use lodestone_model::inputs::{Choices, Inputs, Param, Use};
use lodestone_model::report::View;
use yew::Reducible;

use crate::text::Lang;

/// The state of the page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// Inputs of the model.
    pub inputs: Inputs,
    /// What is looked at.
    pub view: View,
    /// Language of the page.
    pub lang: Lang,
}

/// A change that a reader makes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Action {
    /// Sets a parameter.
    Set(Param, f64),
    /// Gives a parameter its default again, or empties one that has none.
    Reset(Param),
    /// Gives everything its default again; language and view stay.
    ResetAll,
    /// Sets the choices.
    Choose(Choices),
    /// Gives a magnet a listed composition.
    Alloy(Use, Alloy),
    /// Sets or takes back the units of an application in a year.
    Units(Application, i32, Option<f64>),
    /// Chooses the parameter along a response curve.
    Axis(Use, Param),
    /// Chooses the year of the demand table.
    Year(i32),
    /// Chooses the language.
    Lang(Lang),
}

impl State {
    /// The state after `action`; the same state where the action changes nothing or is refused.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            // A refused value leaves the inputs as they were; the field has already said why.
            Action::Set(param, value) => drop(next.inputs.set(param, value)),
            Action::Reset(param) => next.inputs.reset(param),
            Action::ResetAll => next.inputs = Inputs::default(),
            Action::Choose(choices) => next.inputs.choices = choices,
            Action::Alloy(used, alloy) => next.inputs.choose_alloy(used, alloy),
            Action::Units(application, year, units) => drop(next.inputs.set_units(application, year, units)),
            Action::Axis(Use::Motor, param) => next.view.motor_axis = param,
            Action::Axis(_, param) => next.view.turbine_axis = param,
            Action::Year(year) => next.view.year = year.clamp(*ALL_YEARS.start(), *ALL_YEARS.end()),
            Action::Lang(lang) => next.lang = lang,
        }
        next.keep_axes_valid();
        next
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
    fn resetting_everything_keeps_language_and_view() {
        let state = State::default().after(Action::Lang(Lang::Ko)).after(Action::Set(Param::WindMw, 5.0));
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
