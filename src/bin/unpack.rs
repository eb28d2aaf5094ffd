//! Unpacks what the file that holds the whole site is packed with: puts a function `unpack` at the window, text to bytes.
//!
//! A program of its own, since that of the site is packed too. The text is that of `site/offline/pack.rs`.

use std::io::Read;

use js_sys::{Reflect, Uint8Array};
use lzma_rust2::LzmaReader;
use wasm_bindgen::prelude::*;

/// Most memory that unpacking may take, kB: that of the longest stream and some more.
const MOST: u32 = 64 * 1024;

fn main() {
    let unpack = Closure::<dyn Fn(String) -> JsValue>::new(|packed: String| {
        // What is no stream of this kind unpacks to nothing, which the caller says.
        unpacked(&packed).map_or(JsValue::NULL, |bytes| Uint8Array::from(bytes.as_slice()).into())
    });
    let _ = Reflect::set(&gloo::utils::window(), &"unpack".into(), &unpack.into_js_value());
}

fn unpacked(text: &str) -> Option<Vec<u8>> {
    let packed = z85::decode(text.trim().replace('~', "<")).ok()?;
    let mut bytes = Vec::new();
    LzmaReader::new_mem_limit(packed.as_slice(), MOST, None).ok()?.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
