//! Saves a chart as a file, from the page alone: nothing leaves it.

use std::rc::Rc;

use gloo::utils::{body, document};
use js_sys::Function;
use lodestone_model::outputs::Output;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement};

use super::reading::Reading;
use crate::browser::file::{blob, hand_over};
use crate::browser::page::{asked, link};
use crate::browser::words::with;
use crate::chart::said;
use crate::chart::taken::{Origin, csv, svg};
use crate::chart::theme::Theme;
use crate::formula::limits;
use crate::link::WEIGH;
use crate::state::WEIGHED;
use crate::text::STUDY;

/// What the id of the section of an answer begins with, on the page of uncertainty (`reference::uncertainty`).
const UNSURE: &str = "unsure-";
/// Pixels of a PNG to one of the page.
const SHARP: u32 = 2;

/// Kinds of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A picture of lines.
    Svg,
    /// A picture of pixels.
    Png,
    /// The numbers.
    Csv,
}

impl Kind {
    fn end(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Csv => "csv",
        }
    }
}

/// Saves the chart that is read, once the words are there of what its figures leave out; `done` hears whether that was
/// possible.
pub fn save(reading: &Rc<Reading>, kind: Kind, dark: bool, done: impl Fn(bool) + 'static) {
    let (reading, lang) = (reading.clone(), reading.lang());
    with(&STUDY, lang, move |there| if there { save_now(&reading, kind, dark, done) } else { done(false) });
}

fn save_now(reading: &Reading, kind: Kind, dark: bool, done: impl Fn(bool) + 'static) {
    let (spec, lang, (rows, _)) = (reading.spec(), reading.lang(), reading.rows());
    let id = reading.figure().get_attribute("data-chart").unwrap_or_default();
    let left_out = limits::of_chart(lang, &id, weighed(reading.figure()));
    let computed = !left_out.is_empty() || body().class_list().contains("computes");
    let origin = Origin { link: link(), computed, sources: sources(reading.figure()), left_out };
    let theme = if dark && kind != Kind::Csv { "-dark" } else { "" };
    let name = format!("lodestone-{id}-{}{theme}.{}", lang.tag(), kind.end());
    match kind {
        Kind::Csv => {
            let text = csv(&spec, &rows, &origin, lang).ok();
            done(text.and_then(|text| hand_over(&blob(&text, "text/csv;charset=utf-8")?, &name)).is_some());
        }
        Kind::Svg | Kind::Png => {
            let said = said::whole(&spec, &rows, lang);
            let picture = svg(&spec, &Theme::of_sheet(dark), &said, &origin, lang);
            if kind == Kind::Svg {
                done(blob(&picture, "image/svg+xml").and_then(|b| hand_over(&b, &name)).is_some());
            } else {
                paint(&picture, name, done);
            }
        }
    }
}

/// The answer that a tornado takes apart: that of the section in which it stands, or of the address.
fn weighed(figure: &Element) -> Output {
    let section = figure.closest("section[id^=unsure-]").ok().flatten();
    let of_section = section.and_then(|section| Output::named(section.id().strip_prefix(UNSURE)?));
    of_section.or_else(|| Output::named(&asked(WEIGH)?)).unwrap_or(WEIGHED[0])
}

/// The sources that stand beside a chart.
fn sources(figure: &Element) -> Vec<String> {
    let Ok(items) = figure.query_selector_all(".pr-sources li, .chart-note a[href*='/sources/']") else {
        return Vec::new();
    };
    (0..items.length()).filter_map(|i| items.get(i)?.text_content()).collect()
}

/// Makes pixels of the same picture: the browser draws it as it would any.
fn paint(picture: &str, name: String, done: impl Fn(bool) + 'static) {
    let Ok(image) = HtmlImageElement::new() else { return done(false) };
    let done = std::rc::Rc::new(done);
    let failed = {
        let done = done.clone();
        Closure::once_into_js(move || done(false))
    };
    let drawn = image.clone();
    let loaded = Closure::once_into_js(move || {
        let heard = done.clone();
        let save = Closure::once_into_js(move |blob: JsValue| {
            heard(blob.dyn_into::<Blob>().ok().and_then(|b| hand_over(&b, &name)).is_some());
        });
        if pixels(&drawn).and_then(|canvas| canvas.to_blob(save.unchecked_ref::<Function>()).ok()).is_none() {
            done(false);
        }
    });
    image.set_onload(Some(loaded.unchecked_ref()));
    image.set_onerror(Some(failed.unchecked_ref()));
    let text = js_sys::encode_uri_component(picture);
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", String::from(text)));
}

fn pixels(image: &HtmlImageElement) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    let (width, height) = (image.natural_width() * SHARP, image.natural_height() * SHARP);
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let drawn = context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width.into(), height.into());
    drawn.ok().map(|()| canvas)
}
