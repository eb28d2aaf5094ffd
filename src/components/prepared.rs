//! What stands in the document from the beginning and never changes: made natively alone, as text; a browser takes it over
//! as it is, so that no program carries the words and tables that only it needs.

use yew::prelude::*;

/// The prepared part; `make` is called natively alone.
pub fn prepared(make: impl FnOnce() -> String) -> Html {
    let html = if cfg!(target_arch = "wasm32") { String::new() } else { make() };
    Html::from_html_unchecked(html.into())
}

/// Text as it stands in HTML, between tags or in an attribute.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}
