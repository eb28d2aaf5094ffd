//! The size of an element, followed by a `ResizeObserver`, and the device pixel ratio.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use crate::chart::canvas::Size;

/// The size of the element at `node`; zero until it is on the page.
#[hook]
pub fn use_size(node: &NodeRef) -> Size {
    let size = use_state_eq(Size::default);
    let (node, handle) = (node.clone(), size.clone());
    use_effect_with((), move |()| {
        let element = node.cast::<Element>();
        let measured = element.clone();
        let measure = Closure::<dyn Fn()>::new(move || {
            if let Some(e) = &measured {
                let (width, height) = (f64::from(e.client_width()), f64::from(e.client_height()));
                handle.set(Size { width, height, ratio: gloo::utils::window().device_pixel_ratio() });
            }
        });
        // Zooming changes the ratio and often no element's size; it does resize the window.
        let window = gloo::utils::window();
        let _ = window.add_event_listener_with_callback("resize", measure.as_ref().unchecked_ref());
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(element)) = (&observer, &element) {
            observer.observe(element);
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            let _ =
                gloo::utils::window().remove_event_listener_with_callback("resize", measure.as_ref().unchecked_ref());
        }
    });
    *size
}
