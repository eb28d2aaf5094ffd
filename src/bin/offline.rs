//! Starts a page of the file that holds the whole site (feature `offline`): its calculator or its list of claims at once, panel,
//! files and charts when the lines of script around it ask (`site/offline.js`).

use gloo::events::EventListener;
use gloo::utils::window;
use lodestone::browser::page::here;
use lodestone::export::dialog;
use lodestone::{find, lens, start, study};

fn main() {
    // Each is asked for once.
    EventListener::once(&window(), "panel", |_| study::begin()).forget();
    EventListener::once(&window(), "take", |_| dialog::begin()).forget();
    EventListener::once(&window(), "charts", |_| lens::begin()).forget();
    if here().0.computes() {
        start::run();
    }
    find::begin();
}
