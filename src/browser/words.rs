//! The words of the page's language, which come as files of their own; the head of the document asks for them.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;

use super::page::show_broken;
use crate::text::{Bundle, Lang};

/// Calls `then` with whether the words of `lang` are there: now if they are, else when they have come or have not.
pub fn with(bundle: &'static Bundle, lang: Lang, then: impl FnOnce(bool) + 'static) {
    if bundle.has(lang) {
        then(true);
        return;
    }
    // Without a text none came.
    let come = Closure::once_into_js(move |text: JsValue| {
        then(text.as_string().is_some_and(|text| bundle.take(lang, text)));
    });
    let asked = Reflect::get(&gloo::utils::window(), &"words".into())
        .and_then(|ask| ask.unchecked_into::<Function>().call2(&JsValue::NULL, &bundle.name.into(), &come));
    if asked.is_err() {
        show_broken();
    }
}
