//! A typed number in a table cell: a reader may replace it, fill it in, or take it back.

use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::draft::{About, typed, use_draft};
use crate::format;
use crate::text::{Lang, field};

/// Properties of [`TypedField`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Identifies the field on the page.
    pub id: AttrValue,
    /// What it is, for the sentences about it.
    pub what: AttrValue,
    /// The number in force; `None` where there is none.
    pub value: Option<f64>,
    /// Whether it is the reader's own.
    pub set: bool,
    /// Its unit.
    pub unit: AttrValue,
    /// A number that would be accepted.
    pub example: AttrValue,
    /// Language of the reader.
    pub lang: Lang,
    /// Called with every new number, `None` to take it back; answers with a sentence where it refuses.
    pub on_number: Callback<Option<f64>, Result<(), String>>,
}

/// The field.
#[component]
pub fn TypedField(props: &Props) -> Html {
    let lang = props.lang;
    let draft = use_draft(props.value);
    let on_text = {
        let (draft, on_number) = (draft.clone(), props.on_number.clone());
        let (what, example, unit) = (props.what.clone(), props.example.clone(), props.unit.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let about = About { lang, what: &what, example: &example, own: &[&unit], optional: true };
            draft.set(Some(typed(&about, text, |number| on_number.emit(number))));
        })
    };
    let on_blur = {
        let draft = draft.clone();
        Callback::from(move |_: FocusEvent| draft.leave())
    };
    let on_reset = {
        let (draft, on_number) = (draft.clone(), props.on_number.clone());
        Callback::from(move |_: MouseEvent| {
            draft.set(None);
            // Taking a number back cannot be refused.
            let _ = on_number.emit(None);
        })
    };
    let draft = draft.now();
    let text = draft.as_ref().map_or_else(|| props.value.map(shown).unwrap_or_default(), |d| d.text.clone());
    let wrong = draft.as_ref().is_some_and(|d| d.taken.is_none());
    let message_id = format!("m-{}", props.id);
    html! {
        <span class={classes!("units", props.set.then_some("is-set"))}>
            <span class="typed">
                <input id={props.id.clone()} type="text" inputmode="decimal" autocomplete="off" value={text}
                    oninput={on_text} onblur={on_blur} aria-label={props.what.clone()} aria-invalid={wrong.to_string()}
                    aria-describedby={message_id.clone()} />
                <span class="unit">{ props.unit.clone() }</span>
            </span>
            if props.set {
                <button type="button" class="quiet" onclick={on_reset} aria-label={field::reset_of(lang, &props.what)}>
                    { field::reset(lang) }
                </button>
            }
            <span id={message_id} class={classes!("message", wrong.then_some("is-wrong"))} aria-live="polite">
                { draft.as_ref().and_then(|d| d.message.clone()).unwrap_or_default() }
            </span>
        </span>
    }
}

/// Large numbers of units are whole: half a car is an artefact of interpolation.
fn shown(value: f64) -> String {
    format::exact(if value >= 1000.0 { value.round() } else { value })
}
