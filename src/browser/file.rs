//! Files from the page alone: saved through the browser, and read when somebody chooses one. Nothing leaves the page.

use gloo::utils::{body, document};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Milliseconds after which the browser has long read what it was given.
const READ: u32 = 10_000;

/// A text as a file.
#[must_use]
pub fn blob(text: &str, kind: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()
}

/// Bytes as a file.
#[must_use]
pub fn bytes(bytes: &[u8], kind: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options).ok()
}

/// Lets the browser save it under this name.
pub fn hand_over(blob: &Blob, name: &str) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    // A modal dialog keeps the page outside it from being used: what it hands over stands within.
    let within = document().query_selector("dialog[open]").ok().flatten();
    within.unwrap_or_else(|| body().into()).append_child(&link).ok()?;
    link.click();
    link.remove();
    gloo::timers::callback::Timeout::new(READ, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

/// The bytes of a file; `then` hears nothing where they cannot be read.
pub fn read(file: &Blob, then: impl Fn(Option<Vec<u8>>) + 'static) {
    let then = std::rc::Rc::new(then);
    let (yes, no) = (then.clone(), then);
    let yes = Closure::once(move |buffer: JsValue| yes(Some(Uint8Array::new(&buffer).to_vec())));
    let no = Closure::once(move |_: JsValue| no(None));
    let _ = file.array_buffer().then2(&yes, &no);
    // One of them is called, once, when the browser has read.
    yes.forget();
    no.forget();
}
