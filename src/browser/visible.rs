//! Whether an element is on the screen, or about to be.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

/// How far outside the window an element already counts as visible, so that it is ready when it comes.
const MARGIN: &str = "25% 0px";

/// Whether the element at `node` is near the window; printing counts as looking at everything.
#[hook]
pub fn use_visible(node: &NodeRef) -> bool {
    let visible = use_state_eq(|| false);
    let (node, handle) = (node.clone(), visible.clone());
    use_effect_with((), move |()| {
        let seen = handle.clone();
        let changed = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            // Several entries are several moments; the last one is now.
            if let Some(entry) = entries.iter().last() {
                seen.set(entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let observer = IntersectionObserver::new_with_options(changed.as_ref().unchecked_ref(), &options).ok();
        match (&observer, node.cast::<Element>()) {
            (Some(observer), Some(element)) => observer.observe(&element),
            _ => handle.set(true),
        }
        let print = EventListener::new(&gloo::utils::window(), "beforeprint", move |_| handle.set(true));
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop((changed, print));
        }
    });
    *visible
}
