//! The page: it owns the state, computes the report from it, and hands both down.
//!
//! The first render depends on page and language alone: no clock, no window size, no stored value. What the browser knows
//! arrives afterwards, through effects. What stands around the app is [`crate::site`]'s and never changes.

use std::rc::Rc;

use lodestone_model::demand::Application;
use lodestone_model::error::Error;
use lodestone_model::inputs::{Inputs, Param, Use};
use lodestone_model::outputs::Shared;
use lodestone_model::report::identities;
use lodestone_model::uncertainty::Section as Ranges;
use yew::prelude::*;

use crate::browser::host::{refuse, use_host};
use crate::browser::page::{pairs, use_address, use_links, use_ready};
use crate::browser::spoken::use_spoken;
use crate::browser::study::{use_asked, use_chosen};
use crate::browser::visible::use_visible;
use crate::components::answers::strip;
use crate::components::param_field::Entry;
use crate::components::sampling::{Sampling, sampling};
use crate::labels;
use crate::likely::ask::{Wanted, use_likely};
use crate::likely::begin::{Begin, shown};
use crate::likely::stories::Stories;
use crate::link::{self, Asked};
use crate::pages::compare::Compare;
use crate::pages::shown::{Part, Shown};
use crate::pages::{Section, demand, product, products, shock, story, summary, supply};
#[cfg(whole)]
use crate::pages::{checks, uncertainty};
use crate::route::Route;
use crate::state::{Action, State};
use crate::study::request::{EXPORT, SHARE};
use crate::text::{Lang, page, scenarios};

/// A word in any language.
type Word = fn(Lang) -> &'static str;

/// The sections of the page with the words that lead to them.
const SECTIONS: [(&str, Word); 10] = [
    ("shock", page::nav_shock),
    ("motor", page::nav_motor),
    ("turbine", page::nav_turbine),
    ("products", page::nav_products),
    ("demand", page::nav_demand),
    ("supply", page::nav_supply),
    ("balance", page::nav_balance),
    ("uncertainty", page::nav_uncertainty),
    ("checks", page::nav_checks),
    ("sources", page::nav_sources),
];

/// Properties of [`App`].
#[derive(Properties, PartialEq, Clone, Default)]
pub struct Props {
    /// The language.
    #[prop_or_default]
    pub lang: Lang,
    /// The page.
    #[prop_or_default]
    pub route: Route,
    /// The likely ranges of the defaults.
    #[prop_or_default]
    pub begin: Begin,
    /// The likely ranges of scenarios.
    #[prop_or_default]
    pub stories: Rc<Stories>,
    /// Whether the page of all calculators begins with all of them.
    #[prop_or_default]
    pub whole: bool,
}

/// The page.
#[component]
pub fn App(props: &Props) -> Html {
    let Props { lang, route, ref begin, ref stories, whole: at_once } = *props;
    let state = use_reducer(|| State { lang, ..State::default() });
    let node = use_node_ref();
    let looked_at = use_visible(&node);
    let wanted = Wanted {
        inputs: state.inputs.clone(),
        view: state.view,
        plan: state.plan,
        weighed: looked_at.then_some(state.weighed),
    };
    let (likely, on_switch) = use_likely(wanted, shown(route), begin);
    let report = use_memo((state.inputs.clone(), state.view, likely.found()), |(inputs, view, _)| {
        let (report, stale) = likely.report(inputs, *view);
        (Rc::new(report), stale)
    });
    let (report, mut stale) = (*report).clone();
    let shared = use_memo((), |()| Shared::default());
    let side = use_memo((state.inputs.clone(), likely.found()), |(inputs, _)| {
        shown(route).contains(&Ranges::Supply).then(|| {
            let (side, stale) = likely.supply(inputs, &shared);
            (Rc::new(side), stale)
        })
    });
    let side = (*side).clone().map(|(side, old)| {
        stale.0[Ranges::Supply as usize] = old;
        side
    });
    let goods = use_memo((state.inputs.clone(), likely.found()), |(inputs, _)| {
        (cfg!(sections) && shown(route).contains(&Ranges::Goods)).then(|| likely.goods(inputs))
    });
    let goods = (*goods).clone().map(|(goods, old)| {
        stale.0[Ranges::Goods as usize] = old;
        Rc::new(goods)
    });
    // A change of seed or range moves no figure, and makes all ranges old; any other makes those old whose figures moved.
    let stale = if stale.any() { stale } else { likely.late() };
    let all = route == Route::Everything;
    // The page of all calculators begins with the answers alone, so that its document stays small; each calculator has a page
    // of its own, which is complete without a program.
    let whole = use_state_eq(|| at_once || !all);
    {
        let whole = whole.setter();
        use_effect_with((), move |()| whole.set(true));
    }
    let checked = use_memo((state.inputs.clone(), state.view.year), |(inputs, year)| {
        if cfg!(whole) && all { identities(inputs, &shared, *year) } else { Vec::new() }
    });
    use_ready();
    use_address(&state);
    use_host(&state, &report);
    let asked = use_state(Asked::default);
    {
        // The address counts after the first render, which is the same for everybody.
        let (dispatch, said) = (state.dispatcher(), asked.setter());
        use_effect_with((), move |()| {
            let mut found = link::read(&pairs());
            dispatch.dispatch(Action::Open(Box::new(std::mem::take(&mut found.state))));
            said.set(found);
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
    // Who asks about a figure is answered for the state at that moment.
    let now = use_mut_ref(State::default);
    *now.borrow_mut() = (*state).clone();
    use_links(now.clone());
    use_asked(now.clone());
    let on_choice = {
        let dispatch = state.dispatcher();
        use_callback((), move |lines: String, ()| {
            let (next, refused) = link::chosen(&lines, &now.borrow());
            dispatch.dispatch(Action::Open(Box::new(next)));
            refuse(&refused, lang);
        })
    };
    use_chosen(on_choice);
    let on_reset_all = {
        let act = act.clone();
        use_callback((), move |_: MouseEvent, ()| act.emit(Action::ResetAll))
    };

    let section = Section { state: Rc::new((*state).clone()), report: report.clone(), stale, on_set, act };
    let mut flags = summary::flags(&report, lang);
    flags.extend(asked.unknown.as_deref().map(|key| scenarios::unknown(lang, key)));
    flags.extend(asked.refused.iter().map(|(key, why)| page::flag_address(lang, key, &labels::error(lang, key, why))));
    flags.extend(summary::listed(&state, lang));
    let spoken = use_spoken(
        &summary::spoken(&report, side.as_deref(), route, lang),
        &state.inputs,
        state.view.year,
        !stale.any(),
    );
    let at_work = Sampling {
        at_work: likely.is_at_work(),
        part: likely.slow.then(|| likely.part()),
        stopped: likely.stopped,
        on_switch,
        lang,
    };
    let on = |pages: &[Route]| cfg!(sections) && (all || pages.contains(&route));
    let mut parts = Vec::new();
    if *whole {
        if on(&[Route::Motor, Route::Turbine, Route::Products, Route::Shocks]) {
            parts.push(Part::Shock(shock::Props { section: section.clone() }));
        }
        for (page, used) in [(Route::Motor, Use::Motor), (Route::Turbine, Use::Turbine)] {
            if on(&[page]) {
                parts.push(Part::Calculator(product::Props { used, section: section.clone() }));
            }
        }
        let goods = goods.map(|goods| products::Props { section: section.clone(), goods, fields: !all });
        parts.extend(goods.map(Part::Products));
        if on(&[Route::Demand]) {
            parts.push(Part::Demand(demand::Props { section: section.clone(), on_units }));
        }
        if let Some(side) = side {
            if cfg!(story) && route == Route::Story {
                parts.push(Part::Story(story::Props { section: section.clone(), side: side.clone() }));
            }
            let of = |part| Part::Supply(supply::Props { part, section: section.clone(), side: side.clone() });
            let pages = [
                (Route::Shocks, supply::Part::Outage),
                (Route::Balance, supply::Part::Balance),
                (Route::Shocks, supply::Part::Bill),
            ];
            parts.extend(pages.into_iter().filter(|(page, _)| on(&[*page])).map(|(_, part)| of(part)));
            #[cfg(whole)]
            if all {
                let (sensitivity, weighs) = (likely.sensitivity.clone(), likely.weighs());
                parts.push(Part::Uncertainty(uncertainty::Props { section, sensitivity, weighs, node }));
                parts.push(Part::Checks(checks::Props { side, identities: checked, lang }));
            }
        }
    }
    let compared = if cfg!(compare) && route == Route::Compare {
        html!(<Compare stories={stories.clone()} {lang} />)
    } else {
        Html::default()
    };
    html! {
        <>
            if !matches!(route, Route::Story | Route::Compare) { { strip(&summary::answers(&report, route, lang), lang) } }
            <p class="unseen" role="status" id="spoken">{ spoken }</p>
            <div class="tools" hidden={route == Route::Compare}>
                if all {
                    <nav aria-label={page::sections(lang)}>
                        { for SECTIONS.iter().map(|(id, word)| html!(<a href={format!("#{id}")}>{ word(lang) }</a>)) }
                    </nav>
                }
                // A story begins without tools; who has changed something can take it back.
                if route != Route::Story || state.inputs != Inputs::default() {
                    <button type="button" onclick={on_reset_all}>{ page::reset_all(lang) }</button>
                    <span class="tools-on">
                        <button type="button" data-of={SHARE} aria-haspopup="dialog">{ page::share(lang) }</button>
                        <button type="button" data-of={EXPORT} aria-haspopup="dialog">{ page::take(lang) }</button>
                    </span>
                }
                { sampling(&at_work) }
            </div>
            if !flags.is_empty() {
                <div class="flags" role="status">
                    <strong>{ page::flag_title(lang) }</strong>
                    <ul>{ for flags.iter().map(|f| html!(<li>{ f.clone() }</li>)) }</ul>
                </div>
            }
            { compared }
            { for parts.into_iter().map(|part| html!(<Shown {part} />)) }
        </>
    }
}
