//! The units of one application in one year: a typed number that a reader may replace or fill in.

use lodestone_model::demand::Application;
use lodestone_model::error::Error;
use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::draft::{About, typed, use_draft};
use crate::format;
use crate::labels;
use crate::text::{Lang, demand, field};

/// Properties of [`UnitsField`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The application.
    pub application: Application,
    /// The year.
    pub year: i32,
    /// Units in force; `None` where there are none.
    pub value: Option<f64>,
    /// Whether they are the reader's own.
    pub set: bool,
    /// Language of the reader.
    pub lang: Lang,
    /// Called with every new number, `None` to take it back.
    pub on_units: Callback<(Application, i32, Option<f64>), Result<(), Error>>,
}

/// The field.
#[component]
pub fn UnitsField(props: &Props) -> Html {
    let Props { application, year, value, set, lang, on_units } = props;
    let (application, year, lang) = (*application, *year, *lang);
    let what = demand::units_of(lang, labels::application(lang, application));
    let draft = use_draft(*value);
    let on_text = {
        let (draft, on_units, what) = (draft.clone(), on_units.clone(), what.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let about = About { lang, what: &what, example: "1,000,000", optional: true };
            let take = |number: Option<f64>| {
                on_units.emit((application, year, number)).map_err(|e| labels::error(lang, &what, &e))
            };
            draft.set(Some(typed(&about, text, take)));
        })
    };
    let on_blur = {
        let draft = draft.clone();
        Callback::from(move |_: FocusEvent| {
            if draft.as_ref().is_some_and(|d| d.taken.is_some()) {
                draft.set(None);
            }
        })
    };
    let on_reset = {
        let (draft, on_units) = (draft.clone(), on_units.clone());
        Callback::from(move |_: MouseEvent| {
            draft.set(None);
            // Taking a number back cannot be refused.
            let _ = on_units.emit((application, year, None));
        })
    };
    let text = draft.as_ref().map_or_else(|| value.map(whole).unwrap_or_default(), |d| d.text.clone());
    let wrong = draft.as_ref().is_some_and(|d| d.taken.is_none());
    let message_id = format!("mu-{}", application.key());
    html! {
        <span class={classes!("units", set.then_some("is-set"))} data-units={application.key()}>
            <span class="typed">
                <input type="text" inputmode="decimal" autocomplete="off" value={text} oninput={on_text} onblur={on_blur}
                    aria-label={what.clone()} aria-invalid={wrong.to_string()} aria-describedby={message_id.clone()} />
                <span class="unit">{ labels::counted(lang, application) }</span>
            </span>
            if *set {
                <button type="button" class="quiet" onclick={on_reset} aria-label={field::reset_of(lang, &what)}>
                    { field::reset(lang) }
                </button>
            }
            <span id={message_id} class={classes!("message", wrong.then_some("is-wrong"))} aria-live="polite">
                { draft.as_ref().and_then(|d| d.message.clone()).unwrap_or_default() }
            </span>
        </span>
    }
}

/// Units as a whole number: half a car is an artefact of interpolation.
fn whole(units: f64) -> String {
    format::exact(if units >= 100.0 { units.round() } else { units })
}
