//! What else a chart can be: words, sound, a file. A button in its corner opens it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement};

use super::reading::Reading;
use super::sound::Sound;
use super::{element, file};
use crate::text::{Lang, lens as words};

/// A word in any language.
type Word = fn(Lang) -> &'static str;

/// What is offered as a file: what it is called, its kind, whether it is dark.
const FILES: [(Word, file::Kind, bool); 5] = [
    (words::svg_light, file::Kind::Svg, false),
    (words::svg_dark, file::Kind::Svg, true),
    (words::png_light, file::Kind::Png, false),
    (words::png_dark, file::Kind::Png, true),
    (words::csv, file::Kind::Csv, false),
];

/// The menu of a chart.
pub struct Menu {
    whole: Element,
    told: Element,
    told_id: String,
    listen: Element,
    files: Vec<(Element, file::Kind, bool)>,
    failed: Element,
    sound: Rc<RefCell<Option<Sound>>>,
    listeners: RefCell<Vec<EventListener>>,
}

impl Menu {
    /// Puts the menu behind the plot of the chart with this id.
    pub fn new(plot: &Element, id: &str, lang: Lang) -> Option<Self> {
        let whole = element("details", "chart-menu", "")?;
        let summary = element("summary", "", "⋯")?;
        for name in ["aria-label", "title"] {
            let _ = summary.set_attribute(name, words::tools(lang));
        }
        let inside = element("div", "", "")?;
        let title = |text: &str| element("p", "menu-title", text);
        let button = |text: &str| {
            let button = element("button", "quiet", text)?;
            let _ = button.set_attribute("type", "button");
            Some(button)
        };
        let told = element("p", "in-words", "")?;
        let told_id = format!("told-{id}");
        told.set_id(&told_id);
        let listen = button(words::listen(lang))?;
        let files: Vec<_> =
            FILES.iter().filter_map(|(name, kind, dark)| Some((button(name(lang))?, *kind, *dark))).collect();
        let row = element("div", "menu-row", "")?;
        for (button, ..) in &files {
            row.append_child(button).ok()?;
        }
        let failed = element("p", "failed", "")?;
        let _ = failed.set_attribute("role", "status");
        let parts = [
            title(words::in_words(lang))?,
            told.clone(),
            element("p", "quiet", words::keys(lang))?,
            title(words::as_sound(lang))?,
            listen.clone(),
            element("p", "quiet", words::sound_note(lang))?,
            title(words::as_file(lang))?,
            row,
            failed.clone(),
        ];
        for part in parts {
            inside.append_child(&part).ok()?;
        }
        whole.append_child(&summary).ok()?;
        whole.append_child(&inside).ok()?;
        plot.after_with_node_1(&whole).ok()?;
        Some(Self { whole, told, told_id, listen, files, failed, sound: Rc::default(), listeners: RefCell::default() })
    }

    /// Names the element with the words, for whoever is described by them.
    pub fn told_id(&self) -> &str {
        &self.told_id
    }

    /// Says what the chart shows now.
    pub fn tell(&self, text: &str) {
        if self.told.text_content().as_deref() != Some(text) {
            self.told.set_text_content(Some(text));
        }
    }

    /// Answers its buttons for the chart that is read.
    pub fn listen(&self, reading: &Rc<Reading>) {
        let mut all = Vec::new();
        {
            let (reading, sound, button) = (reading.clone(), self.sound.clone(), self.listen.clone());
            all.push(EventListener::new(&self.listen, "click", move |_| {
                let playing = sound.borrow_mut().take().is_some_and(|s| s.stop());
                if playing {
                    button.set_text_content(Some(words::listen(reading.lang())));
                    reading.leave();
                } else {
                    let over = button.clone();
                    let lang = reading.lang();
                    let begun = Sound::begin(&reading, move || over.set_text_content(Some(words::listen(lang))));
                    if begun.is_some() {
                        button.set_text_content(Some(words::quiet(lang)));
                    }
                    *sound.borrow_mut() = begun;
                }
            }));
        }
        for (button, kind, dark) in &self.files {
            let (reading, failed, kind, dark) = (reading.clone(), self.failed.clone(), *kind, *dark);
            all.push(EventListener::new(button, "click", move |_| {
                let (failed, lang) = (failed.clone(), reading.lang());
                failed.set_text_content(None);
                let said = move |done: bool| {
                    if !done {
                        failed.set_text_content(Some(words::failed(lang)));
                    }
                };
                file::save(&reading, kind, dark, said);
            }));
        }
        // Escape closes it, as it would any menu.
        let whole = self.whole.clone();
        all.push(EventListener::new(&self.whole, "keydown", move |event| {
            let escape = event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|e| e.key() == "Escape");
            if let (true, Some(details)) = (escape, whole.dyn_ref::<HtmlDetailsElement>()) {
                details.set_open(false);
                if let Ok(Some(summary)) = whole.query_selector("summary")
                    && let Some(summary) = summary.dyn_ref::<web_sys::HtmlElement>()
                {
                    let _ = summary.focus();
                }
            }
        }));
        *self.listeners.borrow_mut() = all;
    }
}
