//! A chart on the page: headline, picture, the sentence for those who cannot see it, the table one key away.
//!
//! In the document picture and table are there before any program; a canvas takes the picture's place. What the table says
//! after a change, and whatever else reads a chart point by point, is a program of its own ([`crate::lens`]), fetched when
//! somebody comes near.

use std::rc::Rc;

use web_sys::{Element, HtmlCanvasElement, HtmlDetailsElement};
use yew::prelude::*;

use super::legend::legend;
use super::prepared::prepared;
use crate::browser::size::use_size;
use crate::browser::theme::use_theme;
use crate::browser::visible::use_visible;
use crate::chart::canvas;
use crate::chart::spec::Spec;
use crate::chart::wire::{self, CHARTED, HELD};
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
    let (figure, node, pen) = (use_node_ref(), use_node_ref(), use_node_ref());
    let (size, visible) = (use_size(&node), use_visible(&node));
    let theme = use_theme();
    // The picture in the document stays until there is a canvas with something on it.
    let live = use_state_eq(|| false);
    // Who comes near with pointer or focus may want to read it point by point: from then on its description is held ready
    // for the program that does that.
    let near = use_state_eq(|| false);
    {
        let (figure, pen, live) = (figure.clone(), pen.clone(), live.clone());
        // A chart out of sight is drawn when it comes near, with what is true by then. Its table may be in sight.
        let shown = (visible || *near).then(|| (props.spec.clone(), theme, size, *live, visible, *near));
        use_effect_with(shown, move |shown| {
            if let Some((spec, theme, size, _, visible, near)) = shown {
                live.set(true);
                if let (true, Some(element)) = (visible, pen.cast::<HtmlCanvasElement>()) {
                    canvas::paint(&element, spec, theme, *size);
                }
                if let (true, Some(figure)) = (near, figure.cast::<Element>()) {
                    let _ = figure.set_attribute(HELD, &wire::write(spec));
                    if let Ok(event) = Event::new(CHARTED) {
                        let _ = figure.dispatch_event(&event);
                    }
                }
            }
        });
    }
    let come = {
        let near = near.clone();
        move || near.set(true)
    };
    let on_pointer = {
        let come = come.clone();
        Callback::from(move |_: PointerEvent| come())
    };
    let on_focus = Callback::from(move |_: FocusEvent| come());
    let details = use_node_ref();
    let on_key = {
        let details = details.clone();
        Callback::from(move |event: KeyboardEvent| {
            let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            if let (true, Some(details)) =
                (plain && event.key().eq_ignore_ascii_case("t"), details.cast::<HtmlDetailsElement>())
            {
                details.set_open(!details.open());
            }
        })
    };
    // The table in the document is that of the beginning, and is not what stands there once anything has changed.
    // What is not in the document has none: the page of all calculators is the one that begins without.
    let first = use_mut_ref(|| (!cfg!(all(whole, target_arch = "wasm32"))).then(|| props.spec.clone()));
    first.borrow_mut().take_if(|first| **first != *props.spec);
    let spec = &props.spec;
    let kind = spec.body.kind();
    html! {
        <figure ref={figure} class="chart" data-chart={spec.id} onpointerover={on_pointer} onfocusin={on_focus}>
            <figcaption>
                <h3>{ spec.title.clone() }</h3>
                <span class="unit">{ spec.unit.clone() }</span>
            </figcaption>
            <div ref={node} class={classes!("plot", kind)} role="img" tabindex="0" aria-label={format!("{} {}", spec.sentence, charts::table_hint(props.lang))} onkeydown={on_key}>
                if *live { <canvas ref={pen} class={kind}></canvas> } else { { prepared(|| picture(spec)) } }
            </div>
            { legend(&spec.body) }
            { for props.notes.iter().map(|n| html!(<p class="chart-note">{ n.clone() }</p>)) }
            <details class="table" ref={details}>
                <summary class="quiet">{ charts::table(props.lang) }{ " " }<kbd aria-hidden="true">{ charts::table_key(props.lang) }</kbd></summary>
                <div class="scroll" role="group" tabindex="0" aria-label={spec.title.clone()}>
                    if first.borrow().is_some() { { prepared(|| numbers(spec, props.lang)) } } else { <div class="numbers"></div> }
                </div>
            </details>
        </figure>
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn numbers(spec: &Spec, lang: Lang) -> String {
    let table = crate::chart::table::read(spec, lang);
    format!("<div class=\"numbers\">{}</div>", crate::chart::table::html(&table, &spec.title))
}

#[cfg(target_arch = "wasm32")]
fn numbers(_: &Spec, _: Lang) -> String {
    String::new()
}

#[cfg(not(target_arch = "wasm32"))]
fn picture(spec: &Spec) -> String {
    crate::chart::svg::inline(spec)
}

#[cfg(target_arch = "wasm32")]
fn picture(_: &Spec) -> String {
    String::new()
}
