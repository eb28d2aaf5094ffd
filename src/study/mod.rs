//! What opens on a figure of the calculator: its formula down to sourced constants, its limits, how to cite and to
//! question it; on an input: what each source says of it; on the whole: what can be passed on ([`share`]). And what is
//! found of the result that a link carries ([`seal`]).
//!
//! A program of its own, fetched when somebody asks. The page says what is asked in attributes of an element
//! ([`request`]), and is told a choice in the same way; neither calls the other.

pub mod copied;
mod figure;
mod ranges;
pub mod request;
pub mod seal;
mod share;
mod sources;

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::{Element, HtmlDialogElement};
use yew::prelude::*;

use crate::browser::page::{here, show_broken};
use crate::browser::words::with;
use crate::text::{PAGE, STUDY, study as words};
use request::{Asking, HOST, Request};

/// The panel.
#[component]
pub fn Study() -> Html {
    // Counted: the same may be asked again. A link may bring the panel before anything is asked.
    let asked_now = use_state(|| (0_u32, asked().map(Rc::new)));
    let count = use_mut_ref(|| 0_u32);
    let dialog = use_node_ref();
    {
        let set = asked_now.setter();
        use_effect_with((), move |()| {
            let listener = host().map(|host| {
                EventListener::new(&host, request::ASKED, move |_| {
                    let Some(request) = asked().map(Rc::new) else { return };
                    let (set, count) = (set.clone(), count.clone());
                    let lang = request.lang;
                    // The page may speak another language by now, whose words come first.
                    with(&PAGE, lang, move |page_words| {
                        with(&STUDY, lang, move |own| {
                            if page_words && own {
                                *count.borrow_mut() += 1;
                                let now = *count.borrow();
                                set.set((now, Some(request)));
                            } else {
                                show_broken();
                            }
                        });
                    });
                })
            });
            move || drop(listener)
        });
    }
    let (time, request) = (*asked_now).clone();
    {
        let dialog = dialog.clone();
        use_effect_with(time, move |_| {
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
    let Some(request) = request else { return Html::default() };
    let lang = request.lang;
    let title = match &request.asking {
        Asking::Figures(_) => words::title(lang).to_owned(),
        Asking::Input(param) => words::sources_title(lang, crate::text::parameters::label(lang, *param)),
        Asking::Share => crate::text::share::title(lang).to_owned(),
        Asking::Export => return Html::default(),
    };
    html! {
        <dialog ref={dialog} class="study" aria-labelledby="study-title">
            <div class="study-head">
                <h2 id="study-title">{ title }</h2>
                <button type="button" onclick={on_close}>{ words::close(lang) }</button>
            </div>
            { match &request.asking {
                Asking::Figures(_) => html!(<figure::Figure key={time} request={request.clone()} />),
                Asking::Input(param) => html!(<sources::Sources key={time} request={request.clone()} param={*param} />),
                Asking::Share => html!(<share::Share key={time} request={request.clone()} />),
                Asking::Export => Html::default(),
            } }
        </dialog>
    }
}

/// Starts the panel once its words are there; first says what is found of the link.
pub fn begin() {
    let Some(root) = host() else { return };
    let (_, lang) = here();
    // Labels are the page's; it has fetched them already.
    with(&PAGE, lang, move |page_words| {
        with(&STUDY, lang, move |own| {
            if page_words && own {
                seal::tell(&root, lang);
                yew::Renderer::<Study>::with_root(root).render();
            } else {
                show_broken();
            }
        });
    });
}

fn host() -> Option<Element> {
    gloo::utils::document().get_element_by_id(HOST)
}

fn asked() -> Option<Request> {
    Request::read(&host()?).filter(|request| request.asking != Asking::Export)
}
