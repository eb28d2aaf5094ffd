//! How sure the answers are and whether the model holds, for the defaults: what the calculator of all works out when somebody
//! looks, complete without a program.

use std::rc::Rc;

use lodestone_model::data::DATA_VERSION;
use lodestone_model::inputs::Inputs;
use lodestone_model::outputs::{Output, Shared};
use lodestone_model::report::{View, identities};
use lodestone_model::uncertainty::{Analysis, Plan, Section, Sensitivity, Shapes};
use yew::prelude::*;

use crate::explainer::picture;
use crate::labels;
use crate::likely::Likely;
use crate::likely::begin::Begin;
use crate::pages::{checks, figures, uncertainty as section};
use crate::route::Route;
use crate::site;
use crate::state::WEIGHED;
use crate::text::{Lang, reference as words, uncertainty};

/// Properties of [`Uncertainty`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Language of the reader.
    pub lang: Lang,
}

/// The page.
#[component]
pub fn Uncertainty(props: &Props) -> Html {
    let lang = props.lang;
    let (inputs, view, plan) = (Inputs::default(), View::default(), Plan::default());
    let likely = Likely::begin(Section::ALL, &Begin::drawn(Section::ALL));
    let report = likely.report(&inputs, view).0;
    let shared = Shared::default();
    let side = Rc::new(likely.supply(&inputs, &shared).0);
    let checked = Rc::new(identities(&inputs, &shared, view.year));
    html! {
        <>
            <h1>{ site::title(Route::Uncertainty, lang) }</h1>
            <p class="lead">{ words::uncertainty_lead(lang, DATA_VERSION) }</p>
            <ul class="cases">{ for section::cases(&report, lang).into_iter().map(|(_, text)| html!(<li>{ text }</li>)) }</ul>
            { section::how(&report, plan, lang) }
            <p class="hint">{ uncertainty::indices_lead(lang) }</p>
            { for WEIGHED.into_iter().filter_map(|output| Some(apart(output, &found(output, view, plan)?, lang))) }
            <checks::Checks {side} identities={checked} {lang} />
        </>
    }
}

/// What makes an answer unsure; `None` for one that the evidence does not hold in the year.
fn found(output: Output, view: View, plan: Plan) -> Option<Sensitivity> {
    Some(Analysis::new(Inputs::default(), output, view.year, plan, &Shapes::default())?.result())
}

fn apart(output: Output, found: &Sensitivity, lang: Lang) -> Html {
    let id = format!("unsure-{}", output.key());
    let title = format!("{id}-title");
    html! {
        <section {id} aria-labelledby={title.clone()}>
            <h2 id={title}>{ labels::weighed(lang, output) }</h2>
            <p class="sentence">{ section::better(found, lang) }</p>
            { picture::picture(&figures::tornado(found, output, lang), &[], lang) }
            { section::indices(found, output, lang) }
            <p><a href={format!("../calculator/?weigh={}#uncertainty", output.key())}>{ words::uncertainty_change(lang) }</a></p>
        </section>
    }
}
