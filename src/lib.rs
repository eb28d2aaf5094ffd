//! The Lodestone page: a Yew app over [`lodestone_model`].
//!
//! Arrows ("may use"; nothing else may):
//!
//! ```text
//! app ▶ pages ▶ components ▶ chart, format, labels ▶ text, lodestone-model
//! app ▶ likely ▶ worker ▶ lodestone-model;   main ▶ start ▶ app, worker::guest
//! cite ▶ format, text, lodestone-model
//! export ▶ chart, cite, formula, labels, link, state ▶ format, text, lodestone-model
//! lens ▶ chart, browser, text;   chart::{marks, said, taken, table} ▶ format, text
//! moved ▶ link::told, formula, labels ▶ format, text, lodestone-model
//! app, study ▶ link ▶ lodestone-model;   app ▶ state ▶ lodestone-model;   components ▶ read;   chart::canvas ▶ chart::draw ▶ chart::spec
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
#[cfg(not(target_arch = "wasm32"))]
pub mod explainer;
#[cfg(export)]
pub mod export;
pub mod find;
pub mod format;
pub mod formula;
pub mod labels;
#[cfg(lens)]
pub mod lens;
pub mod likely;
pub mod link;
#[cfg(not(target_arch = "wasm32"))]
pub mod moved;
pub mod pages;
pub mod read;
#[cfg(not(target_arch = "wasm32"))]
pub mod reference;
pub mod route;
#[cfg(carried)]
pub mod schema;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
pub mod start;
pub mod state;
pub mod study;
pub mod text;
pub mod widget;
pub mod worker;
