//! The engine of Lodestone for JavaScript: one plain object in, one plain object out.
//!
//! ```text
//! lodestone.js ▶ ask ▶ plain (out of JavaScript) ▶ given ▶ value, asked ▶ answers, chart ▶ lodestone-answers ▶ lodestone-model
//!                                                          └▶ refused (one sentence, its parts)
//! ```
//!
//! `lodestone.js` beside this crate is what a page imports; it starts the program, names the functions and makes errors of
//! what is refused. Which functions there are, with which keys, stands in [`arguments`]; `types` writes `lodestone.d.ts`
//! from that and from the types of the answers. Not here: formulas, words, drawing.

pub mod answers;
pub mod arguments;
pub mod asked;
pub mod chart;
pub mod given;
pub mod plain;
pub mod refused;
#[cfg(feature = "types")]
pub mod types;
pub mod value;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What the function `name` answers.
///
/// # Errors
/// A plain object with field, value, accepted and message, of which `lodestone.js` makes an error.
#[wasm_bindgen]
pub fn ask(name: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    answers::answer(name, plain::read(argument)).map(|answer| object(&answer)).map_err(|refused| object(&refused))
}

/// The description of every input, answer and scenario.
#[wasm_bindgen]
#[must_use]
pub fn schema() -> JsValue {
    object(&answers::schema())
}

/// The versions of arguments and answers, model and data.
#[wasm_bindgen]
#[must_use]
pub fn version() -> JsValue {
    object(&answers::VERSIONS)
}

/// A plain object with null where there is nothing.
fn object(value: &impl Serialize) -> JsValue {
    // Keys are texts and numbers fit: there is nothing that an object cannot hold.
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
