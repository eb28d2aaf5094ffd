//! The panel that opens on a figure: what is asked is written into its element. Its program is fetched at the first such
//! event by the lines of script in the document (`site/computes.js`), which know what its files are called.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::document;
use lodestone_model::inputs::text;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::prelude::*;

use crate::link;
use crate::state::State;
use crate::study::request::{ASKED, CHOSEN, HOST, chosen};

/// Asks for the formulas of a block of figures, with `input:` before a key for the sources of an input,
/// or with `share` for what can be passed on.
fn ask(of: &str, state: &State) {
    let Some(host) = document().get_element_by_id(HOST) else { return };
    let year = state.view.year.to_string();
    let inputs = text::write(&state.inputs);
    let (seed, draws) = (state.plan.seed.to_string(), state.plan.draws().to_string());
    let all: String = link::pairs(state).into_iter().map(|(key, value)| format!("{key}={value}\n")).collect();
    let said = [
        ("data-of", of),
        ("data-inputs", &inputs),
        ("data-year", &year),
        ("data-seed", &seed),
        ("data-draws", &draws),
        ("data-said", &all),
        ("data-lang", state.lang.tag()),
    ];
    for (name, value) in said {
        let _ = host.set_attribute(name, value);
    }
    if let Ok(event) = Event::new(ASKED) {
        let _ = host.dispatch_event(&event);
    }
}

/// Hears whatever button asks for something, for the state at that moment.
#[hook]
pub fn use_asked(now: Rc<RefCell<State>>) {
    use_effect_with((), move |()| {
        let listener = EventListener::new(&document(), "click", move |event| {
            let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
            let button = target.and_then(|t| t.closest("button[data-of]").ok().flatten());
            if let Some(of) = button.and_then(|b| b.get_attribute("data-of")) {
                ask(&of, &now.borrow());
            }
        });
        move || drop(listener)
    });
}

/// Hears what is chosen in the panel: inputs, `key=value` a line.
#[hook]
pub fn use_chosen(on_choice: Callback<String>) {
    use_effect_with(on_choice, |on_choice| {
        let on_choice = on_choice.clone();
        let listener = document().get_element_by_id(HOST).map(|host| {
            EventListener::new(&host, CHOSEN, move |event| {
                let host = event.target().map(JsCast::unchecked_into::<Element>);
                if let Some(choice) = host.as_ref().and_then(chosen) {
                    on_choice.emit(choice);
                }
            })
        });
        move || drop(listener)
    });
}
