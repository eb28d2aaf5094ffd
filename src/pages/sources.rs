//! Where everything comes from, what the page does not do, and under which licences it stands.

use lodestone_model::data::{DATA_VERSION, Grade, PARAMETERS, POINTS, SOURCES, Source};
use lodestone_model::sort;
use yew::prelude::*;

use crate::components::source_list::SourceList;
use crate::components::terms::Terms;
use crate::reference_folder;
use crate::text::{Lang, about};

/// Properties of [`Sources`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Language of the reader.
    pub lang: Lang,
}

/// The section.
#[component]
pub fn Sources(props: &Props) -> Html {
    let lang = props.lang;
    let sources = behind_the_answers();
    let count =
        about::count(lang, &sources.len().to_string(), &PARAMETERS.len().to_string(), &POINTS.len().to_string());
    html! {
        <section id="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{ about::sources_title(lang) }</h2>
            <p class="lead">{ about::sources_lead(lang) }</p>
            <p class="hint">{ count }</p>
            <SourceList {sources} {lang} />
            { reference(lang) }
            <Terms {lang} />
            <h3>{ about::limits_title(lang) }</h3>
            <p>{ about::limits(lang) }</p>
            <p>{ about::controls_note(lang) }</p>
        </section>
    }
}

/// The way to the reference pages.
fn reference(lang: Lang) -> Html {
    let link = |(at, word): (&str, &'static str)| html!(<li><a href={format!("{}/{at}/", reference_folder(lang))}>{ word }</a></li>);
    let pages = [
        ("claims", about::page_claims(lang)),
        ("inputs", about::page_inputs(lang)),
        ("glossary", about::page_glossary(lang)),
        ("sources", about::page_sources(lang)),
        ("data", about::page_data(lang)),
    ];
    html!(<ul class="reference-pages">{ for pages.into_iter().map(link) }</ul>)
}

/// The foot of the page.
pub fn foot(lang: Lang) -> Html {
    html! {
        <footer>
            <p>{ about::licence(lang) }</p>
            <p>{ about::privacy(lang) }</p>
            <p>{ about::version(lang, env!("CARGO_PKG_VERSION"), DATA_VERSION) }</p>
        </footer>
    }
}

/// Every source behind a default or a yearly figure, once, by publisher.
fn behind_the_answers() -> Vec<&'static Source> {
    let used = PARAMETERS.iter().flat_map(|p| p.sources).chain(POINTS.iter().flat_map(|p| p.sources));
    let mut sources: Vec<&Source> = sort::each_once(used.copied()).iter().filter_map(|i| SOURCES.get(*i)).collect();
    sources.retain(|s| !matches!(s.grade, Grade::Assumption | Grade::General));
    sort::by(&mut sources, |a, b| (a.publisher, a.date).cmp(&(b.publisher, b.date)));
    sources
}
