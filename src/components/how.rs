//! The button that asks how a block of figures is worked out; [`crate::browser::study`] hears it.

use yew::prelude::*;

use crate::text::{Lang, page};

/// The button for the block `of`, which is about `what`.
pub fn how(of: &'static str, what: &str, lang: Lang) -> Html {
    html! {
        <button type="button" class="how-button" data-of={of} aria-haspopup="dialog" aria-label={format!("{} {what}", page::how(lang))}>
            { page::how(lang) }
        </button>
    }
}
