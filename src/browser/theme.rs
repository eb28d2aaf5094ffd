//! The theme in force: the colours of `styles/tokens.css` as the browser resolves them, read again when it changes.

use std::rc::Rc;

use gloo::events::EventListener;
use plotters::style::RGBColor;
use yew::prelude::*;

use crate::chart::theme::Theme;

/// Colour tokens for the series, in order.
const SERIES: usize = 10;

/// The theme of the page.
#[hook]
pub fn use_theme() -> Rc<Theme> {
    let theme = use_state_eq(|| Rc::new(Theme::default()));
    let handle = theme.clone();
    use_effect_with((), move |()| {
        handle.set(Rc::new(read()));
        let scheme = gloo::utils::window().match_media("(prefers-color-scheme: dark)").ok().flatten();
        let listener = scheme.map(|s| EventListener::new(&s, "change", move |_| handle.set(Rc::new(read()))));
        move || drop(listener)
    });
    (*theme).clone()
}

fn read() -> Theme {
    let fallback = Theme::default();
    let styles = gloo::utils::document()
        .document_element()
        .and_then(|root| gloo::utils::window().get_computed_style(&root).ok().flatten());
    let colour = |name: &str, otherwise: RGBColor| {
        let value = styles.as_ref().and_then(|s| s.get_property_value(name).ok());
        value.and_then(|v| Theme::colour(&v)).unwrap_or(otherwise)
    };
    Theme {
        ink: colour("--ink", fallback.ink),
        soft: colour("--ink-soft", fallback.soft),
        grid: colour("--grid", fallback.grid),
        paper: colour("--paper", fallback.paper),
        accent: colour("--accent", fallback.accent),
        neutral: colour("--neutral", fallback.neutral),
        series: (1..=SERIES).map(|i| colour(&format!("--series-{i}"), fallback.neutral)).collect(),
    }
}
