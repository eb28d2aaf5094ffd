//! The material and its physics: what the compound is, what its numbers mean, what heat does, what else there is.
//!
//! Each section has words, figures from the tables, and the rows of `physics.csv` that belong to it. Not here: how it is
//! made, which is the page of the process.

mod charts;
mod compound;
mod diagrams;
mod facts;
mod grades;
mod rivals;

use lodestone_model::data::{COMPOSITION, DRIVERS, PHYSICS, Source};
use yew::prelude::*;

use super::Props;
use super::amount::{of_claim, percent, process};
use super::linked::{linked, listed};
use crate::components::source_list::SourceList;
use crate::route::Route;
use crate::site;
use crate::text::{Lang, material as words, reference};

/// What a section is called, and what it says.
type Section = (&'static str, fn(Lang) -> &'static str, fn(Lang) -> Html);

/// The sections, by the keys that rows of `physics.csv` have.
const SECTIONS: [Section; 9] = [
    ("compound", words::compound_title, compound::body),
    ("element", words::element_title, element),
    ("origin", words::origin_title, origin),
    ("measures", words::measures_title, measures),
    ("heat", words::heat_title, heat),
    ("heavy", words::heavy_title, heavy),
    ("rivals", words::rivals_title, rivals::body),
    ("machines", words::machines_title, rivals::machines),
    ("ore", words::ore_title, ore),
];

/// The page.
#[component]
pub fn Material(props: &Props) -> Html {
    let lang = props.lang;
    html! {
        <>
            <h1>{ site::title(Route::Material, lang) }</h1>
            <p class="lead">{ site::about(Route::Material, lang) }</p>
            <nav class="within" aria-label={words::contents(lang)}>
                <ul>{ for SECTIONS.iter().map(|(id, title, _)| html!(<li><a href={format!("#{id}")}>{ title(lang) }</a></li>)) }</ul>
            </nav>
            { for SECTIONS.iter().map(|s| section(lang, s)) }
            <section aria-labelledby="page-sources">
                <h2 id="page-sources">{ reference::sources(lang) }</h2>
                <p>{ linked(words::data_link(lang)) }</p>
                <SourceList sources={sources()} {lang} />
            </section>
        </>
    }
}

fn section(lang: Lang, (id, title, body): &Section) -> Html {
    html! {
        <section class="told" aria-labelledby={*id}>
            <h2 id={*id}>{ title(lang) }</h2>
            { body(lang) }
            { facts::list(lang, id) }
        </section>
    }
}

fn element(lang: Lang) -> Html {
    paragraphs(&[words::element_text(lang), words::element_ranges(lang)])
}

fn origin(lang: Lang) -> Html {
    paragraphs(&[words::origin_text(lang), words::origin_axis(lang)])
}

fn measures(lang: Lang) -> Html {
    let line = |symbol: Html, name: &str, text: &str| {
        html! {
            <>
                <dt><span class="symbol" translate="no">{ symbol }</span>{ " " }{ linked(name) }</dt>
                <dd>{ linked(text) }</dd>
            </>
        }
    };
    let limit = words::measures_limit(lang, &percent(lang, of_claim("cicc-brown")));
    html! {
        <>
            <p>{ linked(words::measures_text(lang)) }</p>
            <div class="side">
                { diagrams::hysteresis(lang) }
                <dl class="measures">
                    { line(html!(<>{ "B" }<sub>{ "r" }</sub></>), words::remanence(lang), words::remanence_text(lang)) }
                    { line(html!(<>{ "H" }<sub>{ "cJ" }</sub></>), words::coercivity(lang), words::coercivity_text(lang)) }
                    { line(html!(<>{ "(BH)" }<sub>{ "max" }</sub></>), words::product(lang), words::product_text(lang)) }
                </dl>
            </div>
            <p>{ linked(&limit) }</p>
            { grades::body(lang) }
        </>
    }
}

fn heat(lang: Lang) -> Html {
    html! {
        <>
            <p>{ linked(words::heat_text(lang)) }</p>
            { diagrams::cold_and_hot(lang) }
            <p>{ linked(words::heat_limits(lang)) }</p>
            { charts::temperatures(lang) }
        </>
    }
}

fn heavy(lang: Lang) -> Html {
    paragraphs(&[words::heavy_text(lang), words::heavy_ways(lang), words::heavy_next(lang)])
}

fn ore(lang: Lang) -> Html {
    paragraphs(&[words::ore_text(lang), words::thorium_text(lang), words::ore_next(lang)])
}

fn paragraphs(texts: &[&str]) -> Html {
    html!(<>{ for texts.iter().map(|t| html!(<p>{ linked(t) }</p>)) }</>)
}

/// Every source of a figure on the page, once.
fn sources() -> Vec<&'static Source> {
    let rows = PHYSICS.iter().map(|r| r.source_id);
    let grades = COMPOSITION.iter().filter(|r| grades::shows(r)).map(|r| r.source_id);
    let weights = process(compound::WEIGHTS).map(|r| r.source_id);
    let shares = DRIVERS.iter().filter(|r| r.driver == rivals::SHARE).map(|r| r.source_id);
    let priced = grades::PRICED.iter().filter_map(|id| process(id)).map(|r| r.source_id);
    listed(rows.chain(grades).chain(weights).chain(shares).chain(priced))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_properties_has_a_section() {
        for row in &PHYSICS {
            assert!(SECTIONS.iter().any(|(id, ..)| *id == row.section), "{}: {}", row.id, row.section);
        }
    }
}
