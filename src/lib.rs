//! The Lodestone page: a Yew app over [`lodestone_model`].
//!
//! Arrows ("may use"; nothing else may):
//!
//! ```text
//! app ▶ pages ▶ components ▶ chart, format, labels ▶ text, lodestone-model
//! app ▶ likely ▶ worker ▶ lodestone-model;   main ▶ app, worker::guest
//! cite ▶ format, text, lodestone-model
//! app ▶ state ▶ lodestone-model;   components ▶ read;   chart::canvas ▶ chart::draw ▶ chart::spec
//! ```
//!
//! The page changes inputs, never results: an action changes [`state`], the report follows from it, charts and tables
//! are read off the report by [`pages`].

pub mod app;
pub mod browser;
pub mod chart;
pub mod cite;
#[cfg(not(target_arch = "wasm32"))]
pub mod claims;
pub mod components;
pub mod format;
pub mod formula;
pub mod labels;
pub mod likely;
pub mod pages;
pub mod read;
#[cfg(not(target_arch = "wasm32"))]
pub mod reference;
pub mod state;
pub mod study;
pub mod text;
pub mod worker;

/// The folder of the reference pages in a language, from the top of the site.
#[must_use]
pub const fn reference_folder(lang: text::Lang) -> &'static str {
    match lang {
        text::Lang::Ko => "ko",
        text::Lang::Zh => "zh",
        _ => "en",
    }
}
