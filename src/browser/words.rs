//! The words of a language, which come as a file of their own; the head of `index.html` asks for the reader's first.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::page::{remember, show_broken};
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
    let asked = Reflect::get(&gloo::utils::window(), &"words".into()).and_then(|ask| {
        ask.unchecked_into::<Function>().call3(&JsValue::NULL, &bundle.name.into(), &lang.tag().into(), &come)
    });
    if asked.is_err() {
        show_broken();
    }
}

/// The language that a reader chose and that did not come, and the choosing: the page changes to a language, and the
/// address with it, when its words are there.
#[hook]
pub fn use_languages(bundle: &'static Bundle, on_change: Callback<Lang>) -> (Option<Lang>, Callback<Lang>) {
    let missing = use_state_eq(|| None::<Lang>);
    let last = use_mut_ref(|| None::<Lang>);
    let on_choose = {
        let missing = missing.setter();
        use_callback((), move |lang: Lang, ()| {
            *last.borrow_mut() = Some(lang);
            let (last, missing, on_change) = (last.clone(), missing.clone(), on_change.clone());
            with(bundle, lang, move |there| {
                // Meanwhile the reader may have chosen another.
                if *last.borrow() == Some(lang) {
                    missing.set((!there).then_some(lang));
                    if there {
                        remember(lang);
                        on_change.emit(lang);
                    }
                }
            });
        })
    };
    (*missing, on_choose)
}
