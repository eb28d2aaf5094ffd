//! Unpacks what the file that holds the whole site is packed with: puts a function `unpack` at the window, text to bytes.
//!
//! A program of its own, since that of the site is packed too.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

fn main() {
    let unpack = Closure::<dyn Fn(String) -> JsValue>::new(|packed: String| {
        // What is no packed text unpacks to nothing, which the caller says.
        let bytes = lodestone_pack::unpack(&packed);
        bytes.map_or(JsValue::NULL, |bytes| Uint8Array::from(bytes.as_slice()).into())
    });
    let _ = Reflect::set(&gloo::utils::window(), &"unpack".into(), &unpack.into_js_value());
}
