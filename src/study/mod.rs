//! What opens on a figure of the calculator: its formula down to sourced constants, its limits, how to cite and to
//! question it; and on an input: what each source says of it.
//!
//! A program of its own, fetched when somebody asks. The page says what is asked in attributes of an element
//! ([`request`]), and is told a choice in the same way; neither calls the other.

mod copied;
mod figure;
mod ranges;
pub mod request;
mod sources;

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::{Element, HtmlDialogElement};
use yew::prelude::*;

use crate::text::study as words;
use request::{Asking, HOST, Request};

/// The panel.
#[component]
pub fn Study() -> Html {
    let request = use_state(|| Rc::new(asked()));
    let dialog = use_node_ref();
    {
        let set = request.setter();
        use_effect_with((), move |()| {
            let host = host();
            let listener =
                host.map(|host| EventListener::new(&host, request::ASKED, move |_| set.set(Rc::new(asked()))));
            move || drop(listener)
        });
    }
    {
        let dialog = dialog.clone();
        // Asked again for the same, it opens again.
        use_effect_with(request.clone(), move |_| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>()
                && !dialog.open()
            {
                let _ = dialog.show_modal();
            }
        });
    }
    let on_close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let lang = request.lang;
    let title = match &request.asking {
        Asking::Figures(_) => words::title(lang).to_owned(),
        Asking::Input(param) => words::sources_title(lang, crate::text::parameters::label(lang, *param)),
    };
    html! {
        <dialog ref={dialog} class="study" aria-labelledby="study-title">
            <div class="study-head">
                <h2 id="study-title">{ title }</h2>
                <button type="button" onclick={on_close}>{ words::close(lang) }</button>
            </div>
            { match &request.asking {
                Asking::Figures(_) => html!(<figure::Figure request={(*request).clone()} />),
                Asking::Input(param) => html!(<sources::Sources request={(*request).clone()} param={*param} />),
            } }
        </dialog>
    }
}

fn host() -> Option<Element> {
    gloo::utils::document().get_element_by_id(HOST)
}

fn asked() -> Request {
    host().map(|host| Request::read(&host)).unwrap_or_default()
}
