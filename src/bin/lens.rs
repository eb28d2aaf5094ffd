//! Starts what reads charts point by point, once its words are there.

use lodestone::browser::{page, words};
use lodestone::{lens, text};

fn main() {
    let (_, lang) = page::here();
    // Formats have words of the page.
    words::with(&text::PAGE, lang, move |page_words| {
        words::with(&text::LENS, lang, move |own| {
            if page_words && own {
                lens::start(lang);
            } else {
                page::show_broken();
            }
        });
    });
}
