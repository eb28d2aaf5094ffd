//! A number in a sentence: dragged, moved by arrow keys, or typed; the sentence stays a sentence.

use lodestone_model::inputs::Param;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, InputEvent, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::draft::{About, typed, use_draft};
use super::param_field::{OnSet, step};
use crate::format;
use crate::labels;
use crate::text::{Lang, parameters, story, units};

/// Pixels that a pointer moves for a step.
const PIXELS: f64 = 4.0;
/// Steps of the page keys.
const PAGE: f64 = 10.0;
/// Pixels below which a touch is a touch, not a drag.
const STILL: f64 = 3.0;

/// Properties of [`Scrub`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Identifies the number on the page.
    pub id: AttrValue,
    /// What it is, for those who hear it.
    pub what: AttrValue,
    /// The number in force as it is shown.
    pub value: f64,
    /// It as it is written.
    pub text: AttrValue,
    /// It with its unit, for those who hear it.
    pub spoken: AttrValue,
    /// Its unit, which may be typed behind it.
    pub unit: &'static str,
    /// How far dragging and arrow keys go.
    pub ends: (f64, f64),
    /// What one step changes.
    pub step: f64,
    /// Language of the reader.
    pub lang: Lang,
    /// Called with every new number; answers with a sentence where it refuses.
    pub on_number: Callback<f64, Result<(), String>>,
}

/// The number.
#[component]
pub fn Scrub(props: &Props) -> Html {
    let lang = props.lang;
    let draft = use_draft(Some(props.value));
    // The number that was offered last: a second key may come before the first is drawn.
    let at = use_mut_ref(|| props.value);
    *at.borrow_mut() = props.value;
    // Where a drag began: pixel, number, and whether it has moved.
    let drag = use_mut_ref(|| None::<(f64, f64, bool)>);
    let (low, high) = props.ends;
    let offer = {
        let (draft, on_number, step, at) = (draft.clone(), props.on_number.clone(), props.step, at.clone());
        move |value: f64| {
            let on_step = ((value / step).round() * step).clamp(low, high);
            // 0.30000000000000004 would reach the reader.
            let neat = format!("{on_step:.6}").parse().unwrap_or(on_step);
            draft.set(None);
            *at.borrow_mut() = neat;
            // Between its ends a number is possible; parts of one whole may still be in each other's way, and then it stays.
            let _ = on_number.emit(neat);
        }
    };
    let on_text = {
        let (draft, on_number) = (draft.clone(), props.on_number.clone());
        let (what, example, unit) = (props.what.clone(), props.text.clone(), props.unit);
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let about = About { lang, what: &what, example: &example, own: &[unit], optional: false };
            draft.set(Some(typed(&about, text, |number| number.map_or(Ok(()), |n| on_number.emit(n)))));
        })
    };
    let on_key = {
        let (offer, draft, step) = (offer.clone(), draft.clone(), props.step);
        Callback::from(move |event: KeyboardEvent| {
            let now = *at.borrow();
            let to = match event.key().as_str() {
                "ArrowUp" => now + step,
                "ArrowDown" => now - step,
                "PageUp" => now + PAGE * step,
                "PageDown" => now - PAGE * step,
                "Escape" => {
                    draft.set(None);
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            offer(to);
        })
    };
    let on_down = {
        let (drag, now) = (drag.clone(), props.value);
        Callback::from(move |event: PointerEvent| {
            if event.button() == 0 {
                *drag.borrow_mut() = Some((f64::from(event.client_x()), now, false));
            }
        })
    };
    let on_move = {
        let (drag, offer, step) = (drag.clone(), offer, props.step);
        Callback::from(move |event: PointerEvent| {
            let Some((from, began, moved)) = *drag.borrow() else { return };
            let far = f64::from(event.client_x()) - from;
            if !moved && far.abs() < STILL {
                return;
            }
            if !moved {
                let element: HtmlElement = event.target_unchecked_into();
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            *drag.borrow_mut() = Some((from, began, true));
            event.prevent_default();
            offer(began + (far / PIXELS).round() * step);
        })
    };
    let on_up = {
        let drag = drag.clone();
        Callback::from(move |event: PointerEvent| {
            // Who has dragged does not want to type.
            if let Some((.., true)) = drag.borrow_mut().take()
                && let Some(element) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok())
            {
                let _ = element.set_selection_range(0, 0);
            }
        })
    };
    let on_blur = {
        let draft = draft.clone();
        Callback::from(move |_: FocusEvent| draft.leave())
    };
    let draft = draft.now();
    let text = draft.as_ref().map_or_else(|| props.text.to_string(), |d| d.text.clone());
    let wrong = draft.as_ref().is_some_and(|d| d.taken.is_none());
    let message = draft.as_ref().and_then(|d| d.message.clone()).unwrap_or_default();
    let message_id = format!("m-{}", props.id);
    let size = text.chars().count().clamp(2, 12).to_string();
    html! {
        <span class="scrub">
            <input id={props.id.clone()} type="text" inputmode="decimal" autocomplete="off" {size} value={text}
                role="spinbutton" aria-label={story::drag(lang, &props.what)} aria-valuenow={props.value.to_string()}
                aria-valuemin={low.to_string()} aria-valuemax={high.to_string()} aria-valuetext={props.spoken.clone()}
                aria-invalid={wrong.to_string()} aria-describedby={message_id.clone()}
                oninput={on_text} onkeydown={on_key} onblur={on_blur}
                onpointerdown={on_down} onpointermove={on_move} onpointerup={on_up.clone()} onpointercancel={on_up} />
            <span id={message_id} class={classes!("message", wrong.then_some("is-wrong"))} aria-live="polite">{ message }</span>
        </span>
    }
}

/// The number of a parameter in a sentence.
pub fn of(param: Param, value: Option<f64>, lang: Lang, on_set: &OnSet) -> Html {
    let spec = param.spec();
    let kept = value.unwrap_or_default();
    let what = parameters::label(lang, param);
    let (low, high) = (format::shown(spec.unit, spec.slider.0), format::shown(spec.unit, spec.slider.1));
    let on_set = on_set.clone();
    let on_number = Callback::from(move |number: f64| {
        let entry = Some(format::kept(spec.unit, number)).into();
        on_set.emit((param, entry)).map_err(|e| labels::error(lang, what, &e))
    });
    html! {
        <Scrub id={format!("s-{}", spec.key)} {what} value={format::shown(spec.unit, kept)} text={format::field(spec.unit, kept)}
            spoken={format::heard(lang, spec.unit, kept)} unit={units::label(lang, spec.unit)} ends={(low, high)} step={step(low, high)} {lang} {on_number} />
    }
}
