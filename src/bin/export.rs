//! Starts the dialog that takes a result along.
//!
//! Built for the page without the feature `export` it would be empty: only with it does the library have the dialog.

#[cfg(any(feature = "export", not(target_arch = "wasm32")))]
fn main() {
    lodestone::export::dialog::begin();
}

#[cfg(not(any(feature = "export", not(target_arch = "wasm32"))))]
fn main() {}
