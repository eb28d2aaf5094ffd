//! A chart in a document that no program touches: headline, picture, the sentence for those who cannot see it, notes,
//! and its numbers as a table. Not here: charts that answer to inputs ([`crate::components::chart_view`]).

use yew::prelude::*;

use super::linked::linked;
use crate::chart::spec::{Body, Spec};
use crate::chart::{svg, table, wire};
use crate::components::legend::legend;
use crate::text::{Lang, charts};

/// Height of a bar with its name above it, in CSS pixels.
const BAR: u32 = 46;
/// Height of a bar that is made of parts, with its name above and the numbers of thin parts below.
const BUILD: u32 = 72;
/// Height of the text below an axis.
const AXIS: u32 = 24;

/// The chart; notes may have links.
pub fn picture(spec: &Spec, notes: &[String], lang: Lang) -> Html {
    let html = |text: String| Html::from_html_unchecked(text.into());
    html! {
        <figure class="chart still" data-chart={spec.id} data-spec={wire::write(spec)}>
            <figcaption><h3>{ spec.title.clone() }</h3><span class="unit">{ spec.unit.clone() }</span></figcaption>
            <div class="plot" role="img" tabindex="0" aria-label={spec.sentence.clone()}>{ html(svg::inline_at(spec, height(&spec.body))) }</div>
            { legend(&spec.body) }
            { for notes.iter().map(|n| html!(<p class="chart-note">{ linked(n) }</p>)) }
            <details class="table">
                <summary class="quiet">{ charts::table(lang) }</summary>
                <div class="scroll" role="group" tabindex="0" aria-label={spec.title.clone()}>
                    { html(table::html(&table::read(spec, lang), &format!("{} ({})", spec.title, spec.unit))) }
                </div>
            </details>
        </figure>
    }
}

/// As tall as the marks need.
fn height(body: &Body) -> u32 {
    let of = |count: usize, each: u32| AXIS + each * u32::try_from(count).unwrap_or(1);
    match body {
        Body::Bars { bars, .. } => of(bars.len(), BAR),
        Body::Build { bars, .. } => of(bars.len(), BUILD),
        other => other.height(),
    }
}
