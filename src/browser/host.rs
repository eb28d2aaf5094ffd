//! A page in a frame of somebody else's: what is shown is written into an element, from where a few lines of script pass it
//! on (`site/widget.js`). Not here: messages, origins, heights, which are theirs.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::utils::{body, document};
use lodestone_model::error::Error;
use lodestone_model::inputs::text;
use lodestone_model::report::{Range, Report};
use web_sys::{Element, Event};
use yew::prelude::*;

use crate::labels;
use crate::state::State;
use crate::study::request::HOST;
use crate::text::Lang;

/// Marks the body of a document that stands in a frame.
const WIDGET: &str = "data-widget";
/// The event by which the page says that what it shows is another.
const SHOWN: &str = "shown";
/// Milliseconds without a change after which a host is told.
const CALM: u32 = 100;

/// `None` where the page stands in no frame, or has a program for pages that never do.
fn element() -> Option<Element> {
    if !cfg!(framed) {
        return None;
    }
    document().get_element_by_id(HOST).filter(|_| body().has_attribute(WIDGET))
}

fn tell(element: &Element, name: &str, text: &str) {
    let _ = element.set_attribute(name, text);
    if let Ok(event) = Event::new(SHOWN) {
        let _ = element.dispatch_event(&event);
    }
}

/// Tells a host what is shown: the inputs that are set, `key=value` a line, and the answers, `key=low..central..high`.
#[hook]
pub fn use_host(state: &State, report: &Rc<Report>) {
    let shown = (state.inputs.clone(), report.clone());
    use_effect_with(shown, |(inputs, report)| {
        let waiting = element().map(|element| {
            let (inputs, report) = (inputs.clone(), report.clone());
            Timeout::new(CALM, move || {
                let _ = element.set_attribute("data-inputs", &text::write(&inputs));
                tell(&element, "data-answers", &answers(&report));
            })
        });
        move || drop(waiting)
    });
}

fn answers(report: &Report) -> String {
    let (motor, turbine) = (&report.motor.currencies[0], &report.wind.currencies[0]);
    let named: [(&str, Range); 5] = [
        ("motor-before-usd", motor.before),
        ("motor-after-usd", motor.after),
        ("turbine-before-usd", turbine.before),
        ("turbine-after-usd", turbine.after),
        ("demand-magnet-t", report.year.magnet),
    ];
    named.into_iter().map(|(key, r)| format!("{key}={}..{}..{}\n", r.low, r.central, r.high)).collect()
}

/// Tells a host which of its settings were not taken, a sentence a line.
pub fn refuse(refused: &[(String, Error)], lang: Lang) {
    if let Some(element) = element().filter(|_| !refused.is_empty()) {
        let lines: Vec<String> = refused.iter().map(|(key, why)| labels::error(lang, key, why)).collect();
        tell(&element, "data-refused", &lines.join("\n"));
    }
}
