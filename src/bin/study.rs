//! Starts the panel that opens on a figure, once its words are there; first says what is found of the link.

use lodestone::browser::{page, words};
use lodestone::study::{Study, request, seal};
use lodestone::text;

fn main() {
    let Some(root) = gloo::utils::document().get_element_by_id(request::HOST) else { return };
    let (_, lang) = page::here();
    // Labels are the page's; it has fetched them already.
    words::with(&text::PAGE, lang, move |page_words| {
        words::with(&text::STUDY, lang, move |own| {
            if page_words && own {
                seal::tell(&root, lang);
                yew::Renderer::<Study>::with_root(root).render();
            } else {
                page::show_broken();
            }
        });
    });
}
