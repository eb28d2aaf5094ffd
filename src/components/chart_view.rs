//! A chart on the page: headline, canvas, the sentence for those who cannot see it, the table one key away.

use std::rc::Rc;

use web_sys::{HtmlCanvasElement, KeyboardEvent};
use yew::prelude::*;

use crate::browser::size::use_size;
use crate::browser::visible::use_visible;
use crate::chart::spec::{Body, Spec, Tone};
use crate::chart::theme::Theme;
use crate::chart::{canvas, table};
use crate::text::{Lang, charts};

/// Properties of [`ChartView`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What to show.
    pub spec: Rc<Spec>,
    /// Language of the reader.
    pub lang: Lang,
    /// Remarks under the chart.
    #[prop_or_default]
    pub notes: Vec<String>,
}

/// The chart.
#[component]
pub fn ChartView(props: &Props) -> Html {
    let node = use_node_ref();
    let (size, visible) = (use_size(&node), use_visible(&node));
    let theme = use_context::<Rc<Theme>>().unwrap_or_default();
    let open = use_state(|| false);
    {
        let (node, spec) = (node.clone(), props.spec.clone());
        // A chart out of sight is drawn when it comes near, with what is true by then.
        let shown = visible.then_some((spec, theme, size));
        use_effect_with(shown, move |shown| {
            if let (Some((spec, theme, size)), Some(element)) = (shown, node.cast::<HtmlCanvasElement>()) {
                canvas::paint(&element, spec, theme, *size);
            }
        });
    }
    let on_key = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key().eq_ignore_ascii_case("t") && !event.ctrl_key() && !event.meta_key() && !event.alt_key() {
                open.set(!*open);
            }
        })
    };
    let on_click = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let spec = &props.spec;
    let kind = match spec.body {
        Body::Build { .. } => "build",
        Body::Curve(_) => "curve",
        Body::Stack(_) => "stack",
        Body::Bars { .. } | Body::Tornado(_) => "bars",
        Body::Empty(_) => "empty",
    };
    let (sentence, table_id) =
        (format!("{} {}", spec.sentence, charts::table_hint(props.lang)), format!("t-{}", spec.id));
    html! {
        <figure class="chart" data-chart={spec.id}>
            <figcaption>
                <h3>{ spec.title.clone() }</h3>
                <span class="unit">{ spec.unit.clone() }</span>
            </figcaption>
            <canvas ref={node} class={kind} role="img" tabindex="0" aria-label={sentence} onkeydown={on_key}></canvas>
            { legend(&spec.body) }
            { for props.notes.iter().map(|n| html!(<p class="chart-note">{ n.clone() }</p>)) }
            <button type="button" class="quiet" onclick={on_click} aria-expanded={open.to_string()} aria-controls={table_id.clone()}>
                { charts::table(props.lang) } <kbd aria-hidden="true">{ charts::table_key(props.lang) }</kbd>
            </button>
            <div id={table_id} class="scroll" role="group" tabindex={open.then_some("0")} aria-label={spec.title.clone()}>
                if *open { { table::view(&table::read(spec, props.lang), &spec.title) } }
            </div>
        </figure>
    }
}

/// Names and colours of parts that may be too thin for a name of their own.
fn legend(body: &Body) -> Html {
    let entries: Vec<(&str, Tone)> = match body {
        Body::Stack(stack) => stack.layers.iter().rev().map(|l| (l.name.as_str(), l.tone)).collect(),
        Body::Build { bars, .. } => {
            let parts = bars.iter().flat_map(|b| &b.parts).filter(|p| p.value.central > 0.0);
            let mut seen: Vec<(&str, Tone)> = Vec::new();
            for part in parts {
                if seen.iter().all(|(name, _)| *name != part.name) {
                    seen.push((&part.name, part.tone));
                }
            }
            seen
        }
        _ => return Html::default(),
    };
    let chip = |tone: Tone| match tone {
        Tone::Accent => "chip tone-accent".to_owned(),
        Tone::Neutral => "chip tone-neutral".to_owned(),
        Tone::Series(i) => format!("chip tone-{}", i + 1),
    };
    html! {
        <ul class="legend" aria-hidden="true">
            { for entries.into_iter().map(|(name, tone)| html!(<li><span class={chip(tone)}></span>{ name.to_owned() }</li>)) }
        </ul>
    }
}
