//! A text to take away: shown, selectable, and copied by a button where the browser allows it.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::text::{Lang, study as words};

/// Properties of [`Copied`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What it is.
    pub title: AttrValue,
    /// What it is for.
    #[prop_or_default]
    pub hint: AttrValue,
    /// The text.
    pub text: AttrValue,
    /// Whether the fold is open.
    #[prop_or_default]
    pub open: bool,
    /// Language of the reader.
    pub lang: Lang,
}

/// The text in a fold.
#[component]
pub fn Copied(props: &Props) -> Html {
    let Props { title, hint, text, open, lang } = props;
    let lang = *lang;
    let said = use_state(|| None::<bool>);
    let on_copy = {
        let (text, said) = (text.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            let said = said.clone();
            copy(&text, move |done| said.set(Some(done)));
        })
    };
    let note = match *said {
        None => "",
        Some(true) => words::copied(lang),
        Some(false) => words::not_copied(lang),
    };
    html! {
        <details class="copied" open={*open}>
            <summary>{ title }</summary>
            if !hint.is_empty() { <p class="hint">{ hint }</p> }
            <p><button type="button" onclick={on_copy}>{ words::copy(lang) }</button>{ " " }<span role="status">{ note }</span></p>
            <pre tabindex="0" role="region" aria-label={title.clone()}>{ text }</pre>
        </details>
    }
}

/// Copies a text; `then` hears whether it worked.
pub fn copy(text: &str, then: impl Fn(bool) + 'static) {
    let navigator = gloo::utils::window().navigator();
    // Pages without a secure address have no clipboard.
    let there = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|c| !c.is_undefined());
    if !there {
        then(false);
        return;
    }
    let then = std::rc::Rc::new(then);
    let (yes, no) = (then.clone(), then);
    let yes = Closure::once(move |_: JsValue| yes(true));
    let no = Closure::once(move |_: JsValue| no(false));
    let _ = navigator.clipboard().write_text(text).then2(&yes, &no);
    // Each is called once at most, when the browser has decided.
    yes.forget();
    no.forget();
}
