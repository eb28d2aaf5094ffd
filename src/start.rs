//! Starts a page in the browser, or a worker of it.

use crate::app::{App, Props};
use crate::browser::{page, words};
use crate::route::Route;
use crate::text::{COMPARE, PAGE, STORY};
use crate::worker::guest;

/// Starts whatever this is: the same program serves a page and its workers.
pub fn run() {
    // The same program serves the page and its workers, which need no words.
    if let Some(scope) = guest::scope() {
        guest::listen(&scope);
        return;
    }
    let (route, lang) = page::here();
    let (begin, stories) = page::brought();
    // A page of its own kind has words of its own.
    let own = match route {
        Route::Story => &STORY,
        Route::Compare => &COMPARE,
        _ => &PAGE,
    };
    words::with(&PAGE, lang, move |page_words| {
        words::with(own, lang, move |own| {
            take_over(page_words && own, Props { lang, route, begin, stories, whole: false })
        });
    });
}

/// Takes the document over, if the words are there.
fn take_over(there: bool, props: Props) {
    match gloo::utils::document().get_element_by_id("app") {
        // The file that holds the whole site has no first render of its calculators: it would be a tenth of the file.
        Some(root) if there && cfg!(offline) => drop(yew::Renderer::<App>::with_root_and_props(root, props).render()),
        // What stands there is the app's own first render, taken over as it is.
        Some(root) if there => drop(yew::Renderer::<App>::with_root_and_props(root, props).hydrate()),
        _ => page::show_broken(),
    }
}
