//! The names under a chart, with their colours, and the numbers that parts too thin for a name have in the picture.

use yew::prelude::*;

use crate::chart::spec::{Body, Tone};

/// Names and colours of parts that may be too thin for a name of their own, with the numbers that the picture gives those.
pub fn legend(body: &Body) -> Html {
    let entries = body.names();
    if entries.is_empty() {
        return Html::default();
    }
    let chip = |tone: Tone| match tone {
        Tone::Accent => "chip tone-accent".to_owned(),
        Tone::Neutral => "chip tone-neutral".to_owned(),
        Tone::Series(i) => format!("chip tone-{}", i + 1),
    };
    html! {
        <ul class="legend" aria-hidden="true">
            { for (1_usize..).zip(entries).map(|(n, (name, tone))| html!(<li><span class={chip(tone)}>{ n }</span>{ name.to_owned() }</li>)) }
        </ul>
    }
}
