//! The size of an element, followed by a `ResizeObserver`, and the device pixel ratio, followed by a media query.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use crate::chart::canvas::Size;

/// The size of the element at `node`; zero until it is on the page.
#[hook]
pub fn use_size(node: &NodeRef) -> Size {
    let size = use_state_eq(Size::default);
    {
        let (node, handle) = (node.clone(), size.clone());
        use_effect_with((), move |()| {
            let element = node.cast::<Element>();
            let measured = element.clone();
            let measure = Closure::<dyn Fn()>::new(move || {
                if let Some(element) = &measured {
                    handle.set(size_of(element));
                }
            });
            let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(element)) = (&observer, &element) {
                observer.observe(element);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(measure);
            }
        });
    }
    {
        // Zooming, or moving to another screen, changes the ratio and often no element's size. The query holds for one
        // ratio, so it is asked anew for each.
        let (node, handle) = (node.clone(), size.clone());
        use_effect_with(size.ratio.to_bits(), move |ratio| {
            let query = format!("(resolution: {}dppx)", f64::from_bits(*ratio));
            let matching = gloo::utils::window().match_media(&query).ok().flatten();
            let listener = matching.map(|m| {
                EventListener::new(&m, "change", move |_| {
                    if let Some(element) = node.cast::<Element>() {
                        handle.set(size_of(&element));
                    }
                })
            });
            move || drop(listener)
        });
    }
    *size
}

fn size_of(element: &Element) -> Size {
    let (width, height) = (f64::from(element.client_width()), f64::from(element.client_height()));
    Size { width, height, ratio: gloo::utils::window().device_pixel_ratio() }
}
