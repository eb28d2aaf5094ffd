//! A labelled select box over the variants of a choice.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::labels::Named;
use crate::text::Lang;

/// Properties of [`Choice`].
#[derive(Properties, PartialEq)]
pub struct Props<T: Named> {
    /// Identifies the box on the page.
    pub id: AttrValue,
    /// What is chosen.
    pub label: AttrValue,
    /// The variant in force.
    pub value: T,
    /// Language of the reader.
    pub lang: Lang,
    /// Called with the variant that a reader chooses.
    pub on_choose: Callback<T>,
}

/// A select box.
#[component]
pub fn Choice<T: Named>(props: &Props<T>) -> Html {
    let options: Vec<_> = T::all().iter().map(|v| (v.key(), v.label(props.lang), *v == props.value)).collect();
    let on_choose = props.on_choose.clone();
    let on_key = Callback::from(move |key: String| {
        if let Some(variant) = T::all().iter().find(|v| v.key() == key) {
            on_choose.emit(*variant);
        }
    });
    html!(<Options id={props.id.clone()} label={props.label.clone()} {options} on_key={on_key} />)
}

/// Properties of [`Options`].
#[derive(Properties, PartialEq)]
pub struct OptionsProps {
    /// Identifies the box on the page.
    pub id: AttrValue,
    /// What is chosen.
    pub label: AttrValue,
    /// Key, word, and whether it is the one in force.
    pub options: Vec<(&'static str, &'static str, bool)>,
    /// Called with the key that a reader chooses.
    pub on_key: Callback<String>,
}

/// A select box over keys and words.
#[component]
pub fn Options(props: &OptionsProps) -> Html {
    let on_key = props.on_key.clone();
    let onchange = Callback::from(move |event: Event| {
        on_key.emit(event.target_unchecked_into::<HtmlSelectElement>().value());
    });
    let option = |(key, word, now): &(&'static str, &'static str, bool)| html!(<option value={*key} selected={*now}>{ *word }</option>);
    html! {
        <div class="choice">
            <label for={props.id.clone()}>{ props.label.clone() }</label>
            <select id={props.id.clone()} {onchange}>{ for props.options.iter().map(option) }</select>
        </div>
    }
}
