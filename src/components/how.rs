//! The button that asks how a block of figures is worked out.

use yew::prelude::*;

use crate::text::{Lang, page};

/// Opens the formulas of a block of figures, or with `input:` before a key what the sources say of an input.
pub type OnAsk = Callback<AttrValue>;

/// Properties of [`How`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The block.
    pub of: &'static str,
    /// What the block is about.
    pub what: &'static str,
    /// Language of the reader.
    pub lang: Lang,
    /// Called with the block.
    pub on_ask: OnAsk,
}

/// The button.
#[component]
pub fn How(props: &Props) -> Html {
    let (of, on_ask) = (props.of, props.on_ask.clone());
    let on_click = Callback::from(move |_: MouseEvent| on_ask.emit(of.into()));
    html! {
        <button type="button" class="how-button" data-of={of} onclick={on_click} aria-haspopup="dialog"
            aria-label={page::how_of(props.lang, props.what)}>
            { page::how(props.lang) }
        </button>
    }
}
