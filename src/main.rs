//! Starts the page in the browser, or a worker of it.

use lodestone::app::{App, Props};
use lodestone::browser::{page, words};
use lodestone::text::PAGE;
use lodestone::worker::guest;

fn main() {
    // The same program serves the page and its workers, which need no words.
    if let Some(scope) = guest::scope() {
        guest::listen(&scope);
        return;
    }
    std::panic::set_hook(Box::new(|info| {
        page::show_broken();
        web_sys::console::error_1(&info.to_string().into());
    }));
    let lang = page::preferred();
    words::with(&PAGE, lang, move |there| {
        let root = gloo::utils::document().get_element_by_id("app");
        let (Some(root), true) = (root, there) else {
            page::show_broken();
            return;
        };
        // The words that stood there until now.
        root.set_text_content(None);
        yew::Renderer::<App>::with_root_and_props(root, Props { lang }).render();
    });
}
