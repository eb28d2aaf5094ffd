//! Starts the page in the browser.

use lodestone::app::{App, Props};
use lodestone::browser::page;

fn main() {
    std::panic::set_hook(Box::new(|info| {
        page::show_broken();
        web_sys::console::error_1(&info.to_string().into());
    }));
    let Some(root) = gloo::utils::document().get_element_by_id("app") else {
        page::show_broken();
        return;
    };
    // The words that stood there until now.
    root.set_text_content(None);
    yew::Renderer::<App>::with_root_and_props(root, Props { lang: page::preferred() }).render();
}
