//! What a browser keeps for a page when its reader asks for it. The one place that writes there, and always by a button.

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::Storage;

/// Why nothing was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The browser lets the page keep nothing.
    Blocked,
    /// There is no room.
    Full,
}

/// What is kept under a name; nothing where nothing is.
///
/// # Errors
/// [`Refused::Blocked`] where the page may not look.
pub fn read(name: &str) -> Result<Option<String>, Refused> {
    store()?.get_item(name).map_err(|_| Refused::Blocked)
}

/// Keeps a text under a name, in place of what was there; where it is refused, that stays.
///
/// # Errors
/// Why it was refused.
pub fn write(name: &str, text: &str) -> Result<(), Refused> {
    store()?.set_item(name, text).map_err(|_| Refused::Full)
}

/// Calls `then` whenever another window of the site keeps something.
pub fn watch(then: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "storage", move |_| then())
}

fn store() -> Result<Storage, Refused> {
    window().local_storage().ok().flatten().ok_or(Refused::Blocked)
}
