//! A labelled select box over the variants of a choice.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::labels::Named;
use crate::text::Lang;

/// A select box over the variants of a choice. A function, for a component a type would be a dozen components.
pub fn choice<T: Named>(id: &'static str, label: &'static str, value: T, lang: Lang, on_choose: Callback<T>) -> Html {
    let entries: Entries = T::all().iter().map(|v| (v.key(), v.label(lang), *v == value)).collect();
    let on_key = Callback::from(move |key: String| {
        if let Some(variant) = T::all().iter().find(|v| v.key() == key) {
            on_choose.emit(*variant);
        }
    });
    options(id, label, &entries, on_key)
}

/// Keys and words, and which of them is in force.
pub type Entries = Vec<(&'static str, &'static str, bool)>;

/// A select box over keys and words; `on_key` is called with the key that a reader chooses.
pub fn options(id: &str, label: &str, entries: &Entries, on_key: Callback<String>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        on_key.emit(event.target_unchecked_into::<HtmlSelectElement>().value());
    });
    let option = |(key, word, now): &(&'static str, &'static str, bool)| html!(<option value={*key} selected={*now}>{ *word }</option>);
    let id = AttrValue::from(id.to_owned());
    html! {
        <div class="choice">
            <label for={id.clone()}>{ label.to_owned() }</label>
            <select {id} {onchange}>{ for entries.iter().map(option) }</select>
        </div>
    }
}
