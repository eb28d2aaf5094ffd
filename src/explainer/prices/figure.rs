//! A chart in a document that no program touches: headline, picture, what a reader must know, sources, table.

use yew::prelude::*;

use super::charts::Chart;
use crate::chart::{svg, table, wire};
use crate::components::source_list::short;
use crate::text::{Lang, charts, prices as words};

/// The figure.
pub(super) fn figure(chart: &Chart, lang: Lang) -> Html {
    let spec = &chart.spec;
    let raw = |html: String| Html::from_html_unchecked(html.into());
    let source = chart.sources.iter().map(|s| html!(<li>{ short(s) }</li>));
    html! {
        <figure class="chart still" id={format!("chart-{}", spec.id)} data-chart={spec.id} data-spec={wire::write(spec)}>
            <figcaption>
                <h3>{ spec.title.clone() }</h3>
                <span class="unit">{ spec.unit.clone() }</span>
            </figcaption>
            <div class={classes!("plot", spec.body.kind())} role="img" tabindex="0" aria-label={spec.sentence.clone()}>
                { raw(svg::inline(spec)) }
            </div>
            if !chart.know.is_empty() { <p class="chart-note">{ chart.know.clone() }</p> }
            <div class="chart-note pr-sources"><span>{ words::sources(lang) }</span><ul>{ for source }</ul></div>
            <details class="table">
                <summary>{ charts::table(lang) }</summary>
                <div class="scroll" role="group" tabindex="0" aria-label={spec.title.clone()}>
                    { raw(table::html(&table::read(spec, lang), &format!("{} ({})", spec.title, spec.unit))) }
                </div>
            </details>
        </figure>
    }
}
