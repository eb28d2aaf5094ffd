//! From ore to magnet and back: the way at a glance, what a kilogram of magnet takes, every step, and who does it.
//!
//! Steps are the rows of `process_steps.csv`; their ids are the ids of the page. Not here: companies, which the page of
//! the chain lists.

mod example;
mod losses;
mod steps;
mod who;

use lodestone_model::data::{CONCENTRATION, PROCESS_STEPS, Source};
use yew::prelude::*;

use super::Props;
use super::linked::{linked, listed};
use crate::components::source_list::SourceList;
use crate::route::Route;
use crate::site;
use crate::text::{process as words, reference};

/// The page.
#[component]
pub fn Process(props: &Props) -> Html {
    let lang = props.lang;
    html! {
        <>
            <h1>{ site::title(Route::Process, lang) }</h1>
            <p class="lead">{ site::about(Route::Process, lang) }</p>
            { steps::flow(lang) }
            { example::section(lang) }
            { for steps::STAGES.iter().map(|s| steps::stage(lang, s)) }
            { who::section(lang) }
            <section class="told" aria-labelledby="missing">
                <h2 id="missing">{ words::missing_title(lang) }</h2>
                <p>{ words::missing_text(lang) }</p>
            </section>
            <section aria-labelledby="page-sources">
                <h2 id="page-sources">{ reference::sources(lang) }</h2>
                <p>{ linked(words::data_link(lang)) }</p>
                <SourceList sources={sources()} {lang} />
            </section>
        </>
    }
}

/// Every source of a figure on the page, once.
fn sources() -> Vec<&'static Source> {
    let steps = PROCESS_STEPS.iter().map(|r| r.source_id);
    let shares = CONCENTRATION.iter().map(|r| r.source_id);
    listed(steps.chain(shares).chain(losses::sources()).chain(example::sources()))
}
