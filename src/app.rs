//! The page: it owns the state, computes the report from it, and hands both down.
//!
//! The first render depends on the language alone: no clock, no window size, no stored value. What the browser knows
//! arrives afterwards, through effects.

use std::rc::Rc;

use lodestone_model::data::NamedScenario;
use lodestone_model::demand::Application;
use lodestone_model::error::Error;
use lodestone_model::inputs::{Inputs, Param};
use lodestone_model::outputs::Shared;
use lodestone_model::report::identities;
use lodestone_model::uncertainty::Section as Part;
use yew::prelude::*;

use crate::browser::page::{asked, asked_inputs, asked_plan, use_address, use_document, use_ready};
use crate::browser::study::{ask, use_chosen};
use crate::browser::theme::use_theme;
use crate::browser::visible::use_visible;
use crate::browser::words::use_languages;
use crate::chart::theme::Theme;
use crate::components::answers::Answers;
use crate::components::language::LanguageSwitch;
use crate::components::param_field::Entry;
use crate::components::sampling::Sampling;
use crate::labels;
use crate::likely::ask::{Wanted, use_likely};
use crate::pages::demand::Demand;
use crate::pages::product::{Motor, Turbine};
use crate::pages::shock::Shock;
use crate::pages::sources::{self, Sources};
use crate::pages::supply::Supply;
use crate::pages::uncertainty::Uncertainty;
use crate::pages::{Section, checks::Checks, summary};
use crate::state::{Action, State};
use crate::text::{Lang, PAGE, page, scenarios};

/// A word in any language.
type Word = fn(Lang) -> &'static str;

/// The sections of the page with the words that lead to them.
const SECTIONS: [(&str, Word); 8] = [
    ("shock", page::nav_shock),
    ("motor", page::nav_motor),
    ("turbine", page::nav_turbine),
    ("demand", page::nav_demand),
    ("supply", page::nav_supply),
    ("uncertainty", page::nav_uncertainty),
    ("checks", page::nav_checks),
    ("sources", page::nav_sources),
];

/// Properties of [`App`].
#[derive(Properties, PartialEq, Default)]
pub struct Props {
    /// The language to begin with.
    #[prop_or_default]
    pub lang: Lang,
}

/// The page.
#[component]
pub fn App(props: &Props) -> Html {
    let begin = props.lang;
    let state = use_reducer(|| State { lang: begin, ..State::default() });
    let node = use_node_ref();
    let looked_at = use_visible(&node);
    let wanted = Wanted {
        inputs: state.inputs.clone(),
        view: state.view,
        plan: state.plan,
        weighed: looked_at.then_some(state.weighed),
    };
    let (likely, on_switch) = use_likely(wanted);
    let all = use_memo((state.inputs.clone(), state.view, likely.found()), |(inputs, view, _)| {
        let (report, stale) = likely.report(inputs, *view);
        (Rc::new(report), stale)
    });
    let (report, mut stale) = (*all).clone();
    let shared = use_memo((), |()| Shared::default());
    let side = use_memo((state.inputs.clone(), likely.found()), |(inputs, _)| {
        let (side, stale) = likely.supply(inputs, &shared);
        (Rc::new(side), stale)
    });
    let (side, old) = (*side).clone();
    stale.0[Part::Supply as usize] = old;
    // A change of seed or range moves no figure, and makes all ranges old; any other makes those old whose figures moved.
    let stale = if stale.any() { stale } else { likely.late() };
    let checked =
        use_memo((state.inputs.clone(), state.view.year), |(inputs, year)| identities(inputs, &shared, *year));
    let theme = use_theme();
    let lang = state.lang;
    use_document(lang);
    use_ready();
    use_address(&state);
    let unknown = use_state(|| None::<String>);
    let refused = use_state(Vec::<(String, Error)>::new);
    {
        // The address counts after the first render, which is the same for everybody.
        let (dispatch, unknown, refused) = (state.dispatcher(), unknown.clone(), refused.setter());
        use_effect_with((), move |()| {
            if let Some(key) = asked("scenario") {
                match NamedScenario::named(&key) {
                    Some(scenario) => dispatch.dispatch(Action::Scenario(Some(scenario))),
                    None => unknown.set(Some(key)),
                }
            }
            let story = asked("scenario").and_then(|key| NamedScenario::named(&key)).and_then(|s| s.inputs().ok());
            if let Some((inputs, wrong)) = asked_inputs(&story.unwrap_or_default()) {
                dispatch.dispatch(Action::Load(Rc::new(inputs)));
                refused.set(wrong);
            }
            if let Some(year) = asked("year").and_then(|year| year.parse().ok()) {
                dispatch.dispatch(Action::Year(year));
            }
            if let Some(plan) = asked_plan() {
                dispatch.dispatch(Action::Plan(plan));
            }
        });
    }

    // Fields ask the model whether a value is possible before it is set. They get callbacks that never change, so that
    // only the fields whose values changed are drawn again; the inputs to ask about are therefore kept beside them.
    let latest = use_mut_ref(Inputs::default);
    *latest.borrow_mut() = state.inputs.clone();
    let on_set = {
        let (dispatch, latest) = (state.dispatcher(), latest.clone());
        use_callback((), move |(param, entry): (Param, Entry), ()| -> Result<(), Error> {
            match entry {
                Entry::Number(value) => {
                    latest.borrow_mut().set(param, value)?;
                    dispatch.dispatch(Action::Set(param, value));
                }
                Entry::Range(spread) => {
                    latest.borrow_mut().spread(param, spread)?;
                    dispatch.dispatch(Action::Spread(param, spread));
                }
                Entry::Default => {
                    latest.borrow_mut().reset(param);
                    dispatch.dispatch(Action::Reset(param));
                }
            }
            Ok(())
        })
    };
    let on_units = {
        let (dispatch, latest) = (state.dispatcher(), latest.clone());
        use_callback((), move |(a, year, units): (Application, i32, Option<f64>), ()| -> Result<(), Error> {
            latest.borrow_mut().set_units(a, year, units)?;
            dispatch.dispatch(Action::Units(a, year, units));
            Ok(())
        })
    };
    let act = {
        let dispatch = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatch.dispatch(action))
    };
    let (missing, on_lang) = use_languages(&PAGE, act.reform(Action::Lang));
    // Who asks about a figure is answered for the state at that moment.
    let now = use_mut_ref(State::default);
    *now.borrow_mut() = (*state).clone();
    let on_ask = {
        let now = now.clone();
        use_callback((), move |of: AttrValue, ()| ask(&of, &now.borrow()))
    };
    let on_choice = {
        let (dispatch, latest) = (state.dispatcher(), latest.clone());
        use_callback((), move |(key, value): (String, String), ()| {
            let mut inputs = latest.borrow().clone();
            if inputs.assign(&key, &value).is_ok() {
                dispatch.dispatch(Action::Load(Rc::new(inputs)));
            }
        })
    };
    use_chosen(on_choice);
    let on_reset_all = {
        let act = act.clone();
        use_callback((), move |_: MouseEvent, ()| act.emit(Action::ResetAll))
    };

    let section = Section { state: Rc::new((*state).clone()), report: report.clone(), stale, on_set, on_ask, act };
    let mut flags = summary::flags(&report, lang);
    flags.extend(missing.map(|missing| page::no_words(lang, missing.name())));
    flags.extend(unknown.as_deref().map(|key| scenarios::unknown(lang, key)));
    flags.extend(refused.iter().map(|(key, why)| page::flag_address(lang, key, &labels::error(lang, key, why))));
    flags.extend(summary::listed(&state, lang));
    html! {
        <ContextProvider<Rc<Theme>> context={theme}>
            <a class="skip" href="#shock">{ page::skip(lang) }</a>
            <header>
                <div class="bar">
                    <p class="name" translate="no">{ page::name(lang) }</p>
                    <LanguageSwitch {lang} on_choose={on_lang} />
                </div>
                <h1>{ page::tagline(lang) }</h1>
                <p class="lead">{ page::lead(lang) }</p>
            </header>
            <Answers answers={summary::answers(&report, lang)} {lang} />
            <main>
                <div class="tools">
                    <nav aria-label={page::sections(lang)}>
                        { for SECTIONS.iter().map(|(id, word)| html!(<a href={format!("#{id}")}>{ word(lang) }</a>)) }
                    </nav>
                    <button type="button" onclick={on_reset_all}>{ page::reset_all(lang) }</button>
                    <Sampling at_work={likely.is_at_work()} part={likely.slow.then(|| likely.part())} stopped={likely.stopped}
                        {on_switch} {lang} />
                </div>
                if !flags.is_empty() {
                    <div class="flags" role="status">
                        <strong>{ page::flag_title(lang) }</strong>
                        <ul>{ for flags.iter().map(|f| html!(<li>{ f.clone() }</li>)) }</ul>
                    </div>
                }
                <Shock section={section.clone()} />
                <Motor section={section.clone()} />
                <Turbine section={section.clone()} />
                <Demand section={section.clone()} {on_units} />
                <Supply section={section.clone()} side={side.clone()} />
                <Uncertainty {section} sensitivity={likely.sensitivity.clone()} weighs={likely.weighs()} {node} />
                <Checks {side} identities={checked} {lang} />
                <Sources {lang} />
            </main>
            { sources::foot(lang) }
        </ContextProvider<Rc<Theme>>>
    }
}
