//! All sources, how often each is used, and files for reference managers.

use lodestone_model::data::{DATA_VERSION, Grade, Source};
use lodestone_model::sort;
use yew::prelude::*;

use crate::cite::{self, OfResult, Work};
use crate::components::source_list::cite as citation;
use crate::text::{Lang, grades, reference as words};

/// Properties of [`Sources`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Language of the reader.
    pub lang: Lang,
}

/// The page.
#[component]
pub fn Sources(props: &Props) -> Html {
    let lang = props.lang;
    let mut all: Vec<&Source> =
        cite::all_sources().filter(|s| !matches!(s.grade, Grade::Assumption | Grade::General)).collect();
    sort::by(&mut all, |a, b| (a.publisher, a.date).cmp(&(b.publisher, b.date)));
    let one = |s: &&Source| {
        html! {
            <li id={s.id}>
                { citation(s, lang) }
                <span class="by">{ " " }{ grades::label(lang, s.grade) }</span>
            </li>
        }
    };
    let file = |name: &'static str| html!(<li><a href={format!("../../data/{name}")} download={name} translate="no">{ name }</a></li>);
    let tool = cite::line::line(&Work::tool(&OfResult::default(), lang), lang, false);
    html! {
        <>
            <h1>{ words::sources_title(lang, &all.len().to_string()) }</h1>
            <p class="lead">{ words::sources_lead(lang) }</p>
            <ul class="files">{ for ["sources.bib", "sources.csl.json", "sources.txt"].map(file) }</ul>
            <h2>{ words::cite_tool(lang) }</h2>
            <p class="cited" data-version={DATA_VERSION}>{ tool }</p>
            <h2>{ words::sources(lang) }</h2>
            <ul class="sources">{ for all.iter().map(one) }</ul>
        </>
    }
}
