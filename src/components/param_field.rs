//! One parameter: slider, typed number with unit, source and range one action away, reset.

use lodestone_model::data::Unit;
use lodestone_model::decimal;
use lodestone_model::error::Error;
use lodestone_model::inputs::{Param, Spread};
use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

use super::draft::{About, typed, typed_range, use_draft};
use super::evidence::evidence;
use crate::format;
use crate::labels;
use crate::read;
use crate::text::{Lang, field, parameters, units};

/// What a reader gives a parameter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Entry {
    /// Its default again.
    Default,
    /// This number, exactly.
    Number(f64),
    /// This range.
    Range(Spread),
}

impl From<Option<f64>> for Entry {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::Default, Self::Number)
    }
}

/// Sets a parameter.
pub type OnSet = Callback<(Param, Entry), Result<(), Error>>;

/// About this many steps lie between the ends of a slider.
const STEPS: f64 = 200.0;

/// Properties of [`ParamField`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The parameter.
    pub param: Param,
    /// Its value in force; `None` where it has none.
    pub value: Option<f64>,
    /// Whether a reader has set it.
    pub set: bool,
    /// The range that a reader gave.
    pub given: Option<Spread>,
    /// Language of the reader.
    pub lang: Lang,
    /// Called with every new value.
    pub on_set: OnSet,
}

/// The field of one parameter.
#[component]
pub fn ParamField(props: &Props) -> Html {
    let Props { param, value, set, given, lang, on_set } = props;
    let (param, lang, spec) = (*param, *lang, param.spec());
    let what = parameters::label(lang, param);
    let shown = value.map(|v| format::shown(spec.unit, v));
    let draft = use_draft(shown);
    let (id, message_id) = (format!("p-{}", spec.key), format!("m-{}", spec.key));

    let on_text = {
        let (draft, on_set) = (draft.clone(), on_set.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let example = format::field(spec.unit, spec.central);
            let own = [units::label(lang, spec.unit), spec.unit.key()];
            let about = About { lang, what, example: &example, own: &own, optional: !spec.set };
            let take = |entry: Entry| on_set.emit((param, entry)).map_err(|e| labels::error(lang, what, &e));
            let factor = format::shown(spec.unit, 1.0);
            draft.set(Some(match read::range(&text, &own) {
                Some(range) => typed_range(&about, text, range, factor, |spread| take(Entry::Range(spread))),
                None => typed(&about, text, |n| take(n.map(|n| format::kept(spec.unit, n)).into())),
            }));
        })
    };
    let on_slide = {
        let (draft, on_set) = (draft.clone(), on_set.clone());
        Callback::from(move |event: InputEvent| {
            let at = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
            let refused = on_set.emit((param, Entry::Number(format::kept(spec.unit, at)))).err();
            // A slider cannot hold a wrong text, but it can reach a composition above one.
            draft.set(refused.map(|e| super::draft::Draft {
                text: format::exact(at),
                taken: None,
                message: Some(labels::error(lang, what, &e)),
            }));
        })
    };
    let on_reset = {
        let (draft, on_set) = (draft.clone(), on_set.clone());
        Callback::from(move |_: MouseEvent| {
            draft.set(None);
            // Taking a default back cannot be refused.
            let _ = on_set.emit((param, Entry::Default));
        })
    };
    let on_blur = {
        let draft = draft.clone();
        Callback::from(move |_: FocusEvent| draft.leave())
    };
    let on_key = {
        let draft = draft.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => draft.leave(),
            "Escape" => draft.set(None),
            _ => {}
        })
    };
    let draft = draft.now();

    let (min, max) = (format::shown(spec.unit, spec.slider.0), format::shown(spec.unit, spec.slider.1));
    let text = draft.as_ref().map_or_else(|| in_force(spec.unit, *value, *given), |d| d.text.clone());
    let wrong = draft.as_ref().is_some_and(|d| d.taken.is_none());
    let beyond = spec.evidence.filter(|(low, high)| *set && value.is_some_and(|v| v < *low || v > *high));
    let outside = beyond.map(|(low, high)| {
        let end = |v| format::with_unit(lang, spec.unit, v);
        field::outside(lang, &end(low), &end(high))
    });
    let message = draft.as_ref().and_then(|d| d.message.clone()).or(outside);
    let spoken = value.map(|v| format::heard(lang, spec.unit, v)).unwrap_or_default();
    let at = shown.unwrap_or(min).clamp(min, max);
    html! {
        <div class={classes!("field", set.then_some("is-set"))} data-param={spec.key}>
            <label for={id.clone()}>{ what }</label>
            <div class="field-row">
                <input type="range" class="slider" min={min.to_string()} max={max.to_string()}
                    step={step(min, max).to_string()} value={at.to_string()}
                    aria-label={field::slider_of(lang, what)} aria-valuetext={spoken} oninput={on_slide} />
                <span class="typed">
                    <input id={id} type="text" inputmode="decimal" autocomplete="off" value={text} oninput={on_text}
                        onblur={on_blur} onkeydown={on_key} aria-invalid={wrong.to_string()}
                        aria-describedby={message_id.clone()} />
                    <span class="unit">{ units::label(lang, spec.unit) }</span>
                </span>
            </div>
            <p id={message_id} class={classes!("message", wrong.then_some("is-wrong"))} aria-live="polite">
                { message.unwrap_or_default() }
            </p>
            <div class="field-foot">
                { evidence(param, lang, *set) }
                if *set {
                    <button type="button" class="quiet" onclick={on_reset} aria-label={field::reset_of(lang, what)}>
                        { field::reset(lang) }
                    </button>
                }
            </div>
        </div>
    }
}

/// The number or the range in force, as a reader would type it.
fn in_force(unit: Unit, value: Option<f64>, given: Option<Spread>) -> String {
    match (given, value) {
        // The factor is in the numbers already when they are written.
        (Some(spread), _) => spread.written(|v| format::field(unit, v)),
        (None, Some(value)) => format::field(unit, value),
        (None, None) => String::new(),
    }
}

/// A round step by the magnitude of the range: 1, 2 or 5 times a power of ten.
#[must_use]
pub fn step(min: f64, max: f64) -> f64 {
    // A little less than a step is a step: 0.02/200 is not quite 0.0001.
    let rough = (max - min) / STEPS * 0.999_999;
    let mut unit = 1e-6;
    while unit * 10.0 <= rough {
        unit *= 10.0;
    }
    let factor = [1.0, 2.0, 5.0].into_iter().find(|f| unit * f >= rough).unwrap_or(10.0);
    // 0.30000000000000004 would reach the attribute and the reader.
    decimal::read(&format!("{:.6}", unit * factor)).unwrap_or(unit)
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn steps_are_round() {
        assert_eq!([step(0.0, 1.0), step(10.0, 400.0), step(0.0, 20.0), step(0.0, 0.02)], [0.005, 2.0, 0.1, 0.0001]);
    }
}
