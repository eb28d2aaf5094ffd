//! What stands behind the answers of a calculator and below it: the way to the sources, terms, limits. It never changes, so
//! no program carries it.

use yew::prelude::*;

use super::frame::Props;
use super::terms::{Terms, of_calculators};
use super::{about as about_page, name};
use crate::route::Route;
use crate::text::{Lang, about};

/// What stands below a calculator.
#[component]
pub fn Behind(props: &Props) -> Html {
    let Props { route, lang } = *props;
    let terms = of_calculators(lang);
    if route == Route::Story {
        return html!(<Terms {lang} {route} {terms} />);
    }
    html! {
        <section id="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{ about::sources_title(lang) }</h2>
            <p class="lead">{ about::sources_lead(lang) }</p>
            if route == Route::Everything { { each(route, lang) } }
            { reference(lang) }
            <Terms {lang} {route} {terms} />
            <h3>{ about::limits_title(lang) }</h3>
            <p>{ about::limits(lang) }</p>
            <p>{ about::controls_note(lang) }</p>
        </section>
    }
}

/// Every calculator on a page of its own, which is complete without a program.
fn each(route: Route, lang: Lang) -> Html {
    let calculators = Route::ALL.into_iter().filter(|r| r.computes() && *r != route);
    let link = |r: Route| html!(<li><a href={route.to(r, lang)} data-keep="">{ name(r, lang) }</a>{ ": " }{ about_page(r, lang) }</li>);
    html!(<ul class="reference-pages">{ for calculators.map(link) }</ul>)
}

/// The way to the reference pages.
fn reference(lang: Lang) -> Html {
    let link = |(at, word): (&str, &'static str)| html!(<li><a href={format!("../{at}/")}>{ word }</a></li>);
    let pages = [
        ("claims", about::page_claims(lang)),
        ("inputs", about::page_inputs(lang)),
        ("glossary", about::page_glossary(lang)),
        ("sources", about::page_sources(lang)),
        ("data", about::page_data(lang)),
    ];
    html!(<ul class="reference-pages">{ for pages.into_iter().map(link) }</ul>)
}
