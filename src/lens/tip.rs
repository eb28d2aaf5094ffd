//! What shows a point on the chart: a ring around it, and beside it what it says.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::element;
use crate::chart::marks::{Mark, Row};
use crate::chart::said;
use crate::text::Lang;

/// Pixels between a point and what is said about it.
const APART: f64 = 14.0;

/// Ring and words, hidden until a point is shown.
pub struct Tip {
    plot: Element,
    ring: HtmlElement,
    words: HtmlElement,
}

impl Tip {
    /// Puts both into the plot.
    pub fn new(plot: &Element) -> Option<Self> {
        let make = |class: &str| {
            let part = element("div", class, "")?;
            // What is said aloud is said elsewhere.
            let _ = part.set_attribute("aria-hidden", "true");
            let _ = part.set_attribute("hidden", "");
            plot.append_child(&part).ok()?;
            part.dyn_into::<HtmlElement>().ok()
        };
        Some(Self { ring: make("ring")?, words: make("tip")?, plot: plot.clone() })
    }

    /// Shows a point at this place in the plot; `unit` is that of the chart.
    pub fn show(&self, row: &Row, mark: &Mark, unit: &str, (x, y): (f64, f64), lang: Lang) {
        // A picture that was put in anew stands above what was there before it.
        let _ = self.plot.append_child(&self.ring);
        let _ = self.plot.append_child(&self.words);
        self.words.set_text_content(None);
        let lines = [
            ("strong", mark.name.clone()),
            ("span", row.name.clone()),
            ("b", mark.text.clone()),
            ("span", unit.to_owned()),
            ("span", said::compared(mark, lang).unwrap_or_default()),
        ];
        for (tag, text) in lines.iter().filter(|(_, text)| !text.is_empty()) {
            if let Some(line) = element(tag, "", text) {
                let _ = self.words.append_child(&line);
            }
        }
        for part in [&self.ring, &self.words] {
            let _ = part.remove_attribute("hidden");
        }
        place(&self.ring, x, y);
        let (plot, own) = (self.plot.get_bounding_client_rect(), self.words.get_bounding_client_rect());
        // Beside the point where there is room, and never out of the plot.
        let right = x + APART + own.width() <= plot.width();
        let left = if right { x + APART } else { (x - APART - own.width()).max(0.0) };
        let top = (y - own.height() - APART / 2.0).clamp(0.0, (plot.height() - own.height()).max(0.0));
        place(&self.words, left, top);
    }

    /// Hides both.
    pub fn hide(&self) {
        for part in [&self.ring, &self.words] {
            let _ = part.set_attribute("hidden", "");
        }
    }
}

fn place(part: &HtmlElement, x: f64, y: f64) {
    let _ = part.style().set_property("transform", &format!("translate({x:.1}px, {y:.1}px)"));
}
