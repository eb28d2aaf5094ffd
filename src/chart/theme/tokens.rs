//! The colours of both themes, read off the style sheet that holds them, for a picture that leaves the page.

use std::collections::BTreeMap;

use super::Theme;

/// The tokens of the light and of the dark theme: name, value.
pub(super) fn themes() -> [BTreeMap<String, String>; 2] {
    let css = include_str!("../../../styles/tokens.css");
    let (light, dark) = css.split_once("prefers-color-scheme: dark").unwrap_or((css, ""));
    let read = |part: &str| -> BTreeMap<String, String> {
        let pairs = part.lines().filter_map(|l| l.trim().strip_suffix(';')?.split_once(": "));
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    };
    let light = read(light);
    let dark = light.clone().into_iter().chain(read(dark)).collect();
    [light, dark]
}

impl Theme {
    /// The theme of the style sheet, light or dark.
    #[must_use]
    pub fn of_sheet(dark: bool) -> Self {
        let [light, dim] = themes();
        let tokens = if dark { dim } else { light };
        Self::named(|name| {
            let value = tokens.get(name)?;
            // A colour may be the name of another.
            let other = value.strip_prefix("var(").and_then(|v| tokens.get(v.trim_end_matches(')')));
            Self::colour(other.unwrap_or(value))
        })
    }
}

#[cfg(test)]
mod tests {
    /// The dark theme stands in the sheet twice: for readers whose system is dark, and for those who ask for it.
    #[test]
    fn the_dark_theme_is_the_same_whoever_asks_for_it() {
        let css = include_str!("../../../styles/tokens.css");
        let (_, dark) = css.split_once("prefers-color-scheme: dark").unwrap();
        let (system, asked) = dark.split_once(":root[data-theme=\"dark\"]").unwrap();
        let values = |text: &str| -> Vec<String> {
            text.lines().map(str::trim).filter(|l| l.starts_with("--")).map(str::to_owned).collect()
        };
        assert!(values(system).len() > 25);
        assert_eq!(values(system), values(asked));
    }
}
