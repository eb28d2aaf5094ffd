//! The dialog that takes a result along: files, print, sentence; and files opened again ([`opening`]). The one part of
//! [`crate::export`] that knows a page.
//!
//! It hears the event by which the page asks (`study::request`), and is told and tells in attributes of the same element.

pub mod keeping;
pub mod opening;
pub mod saving;
pub mod shelf;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use web_sys::{Element, HtmlDialogElement};
use yew::prelude::*;

use super::{Figures, Subject, Taken};
use crate::browser::page::{here, place, show_broken};
use crate::browser::words::with;
use crate::format;
use crate::link::read;
use crate::state::State;
use crate::study::request::{ASKED, Asking, HOST, Request};
use crate::text::{Lang, PAGE, STUDY, TAKE, export as words};

/// What is there of a result.
#[derive(Clone, PartialEq)]
enum Found {
    /// Its ranges are being drawn; so much of it is done.
    Drawing(u8),
    /// All of it.
    Ready(Rc<Taken>),
}

/// Starts the dialog once its words are there.
pub fn begin() {
    let Ok(root) = gloo::utils::document().create_element("div") else { return };
    if gloo::utils::body().append_child(&root).is_err() {
        return;
    }
    with_words(here().1, move || {
        yew::Renderer::<Take>::with_root(root).render();
    });
}

/// The dialog.
#[component]
pub fn Take() -> Html {
    // Counted: the same may be asked again.
    let asked_now = use_state(|| (0_u32, asked().map(Rc::new)));
    let count = use_mut_ref(|| 0_u32);
    let dialog = use_node_ref();
    let found = use_state(|| Found::Drawing(0));
    {
        let set = asked_now.setter();
        use_effect_with((), move |()| {
            let listener = host().map(|host| {
                EventListener::new(&host, ASKED, move |_| {
                    let Some(request) = asked().map(Rc::new) else { return };
                    let (set, count) = (set.clone(), count.clone());
                    with_words(request.lang, move || {
                        *count.borrow_mut() += 1;
                        let now = *count.borrow();
                        set.set((now, Some(request)));
                    });
                })
            });
            move || drop(listener)
        });
    }
    let (time, request) = (*asked_now).clone();
    {
        let (dialog, set) = (dialog.clone(), found.setter());
        use_effect_with((time, request.clone()), move |(_, request)| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>()
                && !dialog.open()
            {
                let _ = dialog.show_modal();
            }
            if request.is_some() {
                saving::come_near();
            }
            let going = Rc::new(RefCell::new(None::<Timeout>));
            if let Some(request) = request {
                set.set(Found::Drawing(0));
                let figures = Figures::of(subject(request));
                draw(figures.run(), figures, set, going.clone());
            }
            // Who asks for another result no longer waits for this one.
            move || drop(going.borrow_mut().take())
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
    // Counted: what a file adds to the saved results is shown among them.
    let joined = use_state(|| 0_u32);
    let on_joined = {
        let joined = joined.clone();
        Callback::from(move |()| joined.set(*joined + 1))
    };
    let Some(request) = request else { return Html::default() };
    let lang = request.lang;
    let (note, taken) = match &*found {
        Found::Drawing(percent) => {
            let share = crate::text::quantities::percent(lang, &format::exact(f64::from(*percent)));
            (words::drawing(lang, &share), None)
        }
        Found::Ready(taken) => (words::ready(lang).to_owned(), Some(taken.clone())),
    };
    html! {
        <dialog ref={dialog} class="study take" aria-labelledby="take-title">
            <div class="study-head">
                <h2 id="take-title">{ words::title(lang) }</h2>
                <button type="button" onclick={on_close}>{ words::close(lang) }</button>
            </div>
            <p class="lead">{ words::lead(lang) }</p>
            <p class="hint" role="status" id="take-drawn">{ note }</p>
            <saving::Saving key={format!("saving-{time}")} taken={taken.clone()} {lang} />
            <keeping::Keeping key={format!("keeping-{time}")} {taken} {lang} joined={*joined} />
            <opening::Opening key={format!("opening-{time}")} {lang} {on_joined} />
        </dialog>
    }
}

/// Draws a chunk, lets the browser do what it has to, and goes on; puts everything together at the end.
fn draw(mut run: super::draws::Run, figures: Figures, set: UseStateSetter<Found>, going: Rc<RefCell<Option<Timeout>>>) {
    let keep = going.clone();
    let next = Timeout::new(0, move || {
        if run.step() {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a share of one
            set.set(Found::Drawing((run.progress() * 100.0) as u8));
            draw(run, figures, set, going);
        } else {
            set.set(Found::Ready(Rc::new(figures.taken(run.spreads()))));
        }
    });
    *keep.borrow_mut() = Some(next);
}

/// Calls `then` when all words that a result is told in are there.
pub fn with_words(lang: Lang, then: impl FnOnce() + 'static) {
    with(&PAGE, lang, move |page| {
        with(&STUDY, lang, move |panel| {
            with(&TAKE, lang, move |own| if page && panel && own { then() } else { show_broken() });
        });
    });
}

/// What the page asks about.
fn subject(request: &Request) -> Subject {
    let address = Some(place()).filter(|place| place.starts_with("http"));
    // An address says everything but the language.
    let state = State { lang: request.lang, ..read(&request.said).state };
    Subject { route: here().0, state, address }
}

fn host() -> Option<Element> {
    gloo::utils::document().get_element_by_id(HOST)
}

fn asked() -> Option<Request> {
    Request::read(&host()?).filter(|request| request.asking == Asking::Export)
}
