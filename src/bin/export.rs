//! Starts the dialog that takes a result along, once its words are there.
//!
//! Built for the page without the feature `export` it would be empty: only with it does the library have the dialog.

#[cfg(any(feature = "export", not(target_arch = "wasm32")))]
fn main() {
    use lodestone::browser::page::here;
    use lodestone::export::dialog::{Take, with_words};

    let Ok(root) = gloo::utils::document().create_element("div") else { return };
    if gloo::utils::body().append_child(&root).is_err() {
        return;
    }
    with_words(here().1, move || {
        yew::Renderer::<Take>::with_root(root).render();
    });
}

#[cfg(not(any(feature = "export", not(target_arch = "wasm32"))))]
fn main() {}
