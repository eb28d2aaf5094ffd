//! The theme in force: the colours of `styles/tokens.css` as the browser resolves them, read again when it changes.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use crate::chart::theme::Theme;

/// What readers who want it dark ask for.
const DARK: &str = "(prefers-color-scheme: dark)";
/// The event by which a line of script says that the host of a frame has chosen colours.
const THEMED: &str = "themed";

thread_local! {
    /// As it was read last; every chart looks here.
    static NOW: RefCell<Option<Rc<Theme>>> = const { RefCell::new(None) };
}

/// The theme of the page.
#[hook]
pub fn use_theme() -> Rc<Theme> {
    let theme = use_state_eq(|| Rc::new(Theme::default()));
    let handle = theme.clone();
    use_effect_with((), move |()| {
        let known = NOW.with_borrow_mut(|now| now.get_or_insert_with(|| Rc::new(read())).clone());
        handle.set(known);
        let again = move |_: &Event| {
            let new = Rc::new(read());
            NOW.set(Some(new.clone()));
            handle.set(new);
        };
        let scheme = gloo::utils::window().match_media(DARK).ok().flatten();
        let listeners = (
            scheme.map(|s| EventListener::new(&s, "change", again.clone())),
            EventListener::new(&gloo::utils::window(), THEMED, again),
        );
        move || drop(listeners)
    });
    (*theme).clone()
}

fn read() -> Theme {
    let styles = gloo::utils::document()
        .document_element()
        .and_then(|root| gloo::utils::window().get_computed_style(&root).ok().flatten());
    // Who forces colours has two: every mark is drawn in one of them, and names tell them apart.
    let forced =
        gloo::utils::window().match_media("(forced-colors: active)").ok().flatten().is_some_and(|m| m.matches());
    if let (true, Some(own)) = (forced, gloo::utils::window().get_computed_style(&gloo::utils::body()).ok().flatten()) {
        let fallback = Theme::default();
        let of =
            |name, otherwise| own.get_property_value(name).ok().and_then(|v| Theme::computed(&v)).unwrap_or(otherwise);
        return Theme::of_two(of("color", fallback.ink), of("background-color", fallback.paper));
    }
    Theme::named(|name| Theme::colour(&styles.as_ref()?.get_property_value(name).ok()?))
}
