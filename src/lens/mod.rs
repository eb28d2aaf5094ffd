//! Reads the charts of a page point by point, for pointer, keys and ear, in words, and as files to take along.
//!
//! A program of its own, fetched when somebody comes near a chart. It knows of a chart what stands in an attribute of its
//! figure (`chart::wire`), and hears by an event that it is another; it never calls the page, nor the page it.
//!
//! charted ▶ [`reading`] (where one is) ▶ {[`walk`], [`tip`], [`menu`] ▶ {[`sound`], [`file`]}} ▶ chart::{marks, said, taken}

mod file;
mod menu;
mod picture;
mod reading;
mod sound;
mod tip;
mod walk;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::browser::page::{here, show_broken};
use crate::browser::words::with;
use crate::chart::wire::{CHARTED, HELD};
use crate::text::{LENS, Lang, PAGE};
use reading::Reading;

/// Starts once its words are there.
pub fn begin() {
    let (_, lang) = here();
    // Formats have words of the page.
    with(&PAGE, lang, move |page_words| {
        with(&LENS, lang, move |own| {
            if page_words && own {
                start(lang);
            } else {
                show_broken();
            }
        });
    });
}

/// Attends to every chart of the page that has a description, and to those that get one.
fn start(lang: Lang) {
    let all = Rc::new(RefCell::new(Vec::<Rc<Reading>>::new()));
    let attend = move |figure: Element| {
        let known = all.borrow().iter().find(|r| r.is_of(&figure)).cloned();
        if let Some(reading) = known {
            reading.refresh();
        } else if let Some(reading) = Reading::new(figure, lang) {
            all.borrow_mut().push(reading);
        }
    };
    let figures = document().query_selector_all(&format!("[{HELD}]"));
    if let Ok(figures) = figures {
        (0..figures.length()).filter_map(|i| figures.get(i)?.dyn_into().ok()).for_each(&attend);
    }
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), CHARTED, options, move |event| {
        if let Some(figure) = event.target().and_then(|t| t.dyn_into().ok()) {
            attend(figure);
        }
    })
    .forget();
    let _ = gloo::utils::body().set_attribute("data-lens", "");
}

/// An element with a class and a text.
fn element(tag: &str, class: &str, text: &str) -> Option<Element> {
    let element = document().create_element(tag).ok()?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    Some(element)
}
