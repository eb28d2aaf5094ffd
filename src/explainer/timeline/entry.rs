//! One event: when, what kind, what happened, what followed, its figures, who says so, and where it can be tried.

use yew::prelude::*;

use super::event::{Event, Status};
use super::{kind, when};
use crate::explainer::cells::{self, Verdicts};
use crate::labels;
use crate::route::Route;
use crate::text::{Lang, timeline as words};

/// This page.
const HERE: Route = Route::Timeline;

/// The event as an item of a list.
pub fn entry(lang: Lang, event: &Event, verdicts: &Verdicts) -> Html {
    let row = event.row;
    let claims = event.claims();
    let count = claims.len().to_string();
    let also = event.also.iter().map(|r| {
        html!(<li>{ words::sentence(lang, cells::text(*r, "event", lang)) }{ words::sentence(lang, cells::text(*r, "effect", lang)) }</li>)
    });
    let (actor, region) = (cells::text(row, "actor", lang), kind::region(lang, row.get("region")));
    let sources = event.sources();
    let cited = sources.iter().enumerate().map(|(i, (source, grade))| {
        html! {
            <>
                if i > 0 { { " · " } }
                { cells::source(HERE, lang, source) }
                if !grade.is_empty() { { " " }<span class="by">{ cells::grade(lang, grade) }</span> }
            </>
        }
    });
    html! {
        <li id={event.id().to_owned()} class={classes!("event", event.kind.key())}>
            <p class="when">
                <time datetime={row.get("date").to_owned()}>{ when::said(event.date, lang) }</time>
                <span class="kind">{ event.kind.sign() }{ event.kind.label(lang) }</span>
                { status(lang, event.status) }
            </p>
            <div class="what">
                <h3>{ cells::text(row, "event", lang) }</h3>
                <p>{ words::sentence(lang, cells::text(row, "effect", lang)) }</p>
                if !event.also.is_empty() { <ul>{ for also }</ul> }
                <p class="hint">{ actor }if actor != region { { " · " }{ region } }</p>
                { ways(lang, event) }
                if !claims.is_empty() {
                    <details>
                        <summary>{ words::figures(lang, &count) }</summary>
                        <ul class="against">{ for claims.into_iter().map(|c| verdicts.line(HERE, lang, c)) }</ul>
                    </details>
                }
                <p class="hint">{ words::sources(lang) }{ ": " }{ for cited }</p>
            </div>
        </li>
    }
}

/// What is known of it, where that is more than that it was told.
fn status(lang: Lang, status: Status) -> Html {
    let word = match status {
        Status::Reported => return Html::default(),
        Status::Planned => words::status_planned(lang),
        Status::Example => words::status_example(lang),
        Status::Suspended => words::status_suspended(lang),
    };
    html!(<span class="status">{ word }</span>)
}

/// Ways to the calculators and to the price episode it belongs to.
fn ways(lang: Lang, event: &Event) -> Html {
    let scenario = event.scenario().map(|s| {
        let to = format!("{}?scenario={}", HERE.to(Route::Shocks, lang), s.key());
        html!(<a class="load" href={to}>{ words::open_scenario(lang, labels::scenario(lang, s)) }</a>)
    });
    let inputs = event.row.get("inputs");
    let inputs = (!inputs.is_empty()).then(|| {
        let about = words::open_inputs_of(lang, cells::text(event.row, "event", lang));
        html!(<a class="load" href={format!("../{inputs}")} aria-label={about}>{ words::open_inputs(lang) }</a>)
    });
    let episode = event.row.get("episode");
    let episode =
        (!episode.is_empty()).then(|| html!(<a href={format!("#episode-{episode}")}>{ words::open_episode(lang) }</a>));
    let ways: Vec<Html> = [scenario, inputs, episode].into_iter().flatten().collect();
    if ways.is_empty() {
        return Html::default();
    }
    html!(<ul class="ways">{ for ways.into_iter().map(|way| html!(<li>{ way }</li>)) }</ul>)
}
