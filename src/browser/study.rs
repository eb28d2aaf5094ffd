//! The panel that opens on a figure: what is asked is written into its element, and its program is fetched once.

use gloo::events::EventListener;
use gloo::utils::document;
use lodestone_model::inputs::text;
use web_sys::{Element, Event};
use yew::prelude::*;

use super::page::show_broken;
use crate::state::State;
use crate::study::request::{ASKED, CHOSEN, HOST, chosen};

/// The script that starts its program.
const SCRIPT: &str = "study.js";
/// Its style sheet.
const STYLE: &str = "study.css";

/// Asks for the formulas of a block of figures, or with `input:` before a key for the sources of an input.
pub fn ask(of: &str, state: &State) {
    let Some(host) = document().get_element_by_id(HOST) else { return };
    let year = state.view.year.to_string();
    let inputs = text::write(&state.inputs);
    let (seed, draws) = (state.plan.seed.to_string(), state.plan.draws().to_string());
    let said = [
        ("data-of", of),
        ("data-inputs", &inputs),
        ("data-year", &year),
        ("data-seed", &seed),
        ("data-draws", &draws),
        ("data-lang", state.lang.tag()),
    ];
    for (name, value) in said {
        let _ = host.set_attribute(name, value);
    }
    if host.has_attribute("data-started") {
        if let Ok(event) = Event::new(ASKED) {
            let _ = host.dispatch_event(&event);
        }
    } else if start(&host).is_none() {
        show_broken();
    }
}

fn start(host: &Element) -> Option<()> {
    let _ = host.set_attribute("data-started", "");
    let script = document().create_element("script").ok()?;
    script.set_attribute("type", "module").ok()?;
    script.set_attribute("src", SCRIPT).ok()?;
    let style = document().create_element("link").ok()?;
    style.set_attribute("rel", "stylesheet").ok()?;
    style.set_attribute("href", STYLE).ok()?;
    let head = document().head()?;
    head.append_child(&style).ok()?;
    head.append_child(&script).ok()?;
    Some(())
}

/// Hears what is chosen in the panel: key and value of an input.
#[hook]
pub fn use_chosen(on_choice: Callback<(String, String)>) {
    use_effect_with(on_choice, |on_choice| {
        let on_choice = on_choice.clone();
        let listener = document().get_element_by_id(HOST).map(|host| {
            EventListener::new(&host, CHOSEN, move |event| {
                let host = event.target().map(wasm_bindgen::JsCast::unchecked_into::<Element>);
                if let Some(choice) = host.as_ref().and_then(chosen) {
                    on_choice.emit(choice);
                }
            })
        });
        move || drop(listener)
    });
}
