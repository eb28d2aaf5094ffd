//! The colours of a chart. Their values live in `styles/tokens.css` alone; [`crate::browser::theme`] reads them.

use plotters::style::RGBColor;

use super::spec::Tone;

/// Colour tokens for equals.
const SERIES: usize = 10;

/// Colours of one theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Text.
    pub ink: RGBColor,
    /// Quiet text.
    pub soft: RGBColor,
    /// Grid lines.
    pub grid: RGBColor,
    /// Page.
    pub paper: RGBColor,
    /// The answer.
    pub accent: RGBColor,
    /// What it is compared with.
    pub neutral: RGBColor,
    /// Equals, in order.
    pub series: Vec<RGBColor>,
    /// Text on the answer.
    pub on_accent: RGBColor,
    /// Text on what it is compared with.
    pub on_neutral: RGBColor,
    /// Text on equals, in order.
    pub on_series: Vec<RGBColor>,
}

impl Default for Theme {
    /// Black on white, until the style sheet has been read.
    fn default() -> Self {
        let grey = RGBColor(128, 128, 128);
        Self {
            ink: RGBColor(0, 0, 0),
            soft: RGBColor(90, 90, 90),
            grid: RGBColor(220, 220, 220),
            paper: RGBColor(255, 255, 255),
            accent: RGBColor(0, 0, 0),
            neutral: grey,
            series: vec![grey],
            on_accent: RGBColor(255, 255, 255),
            on_neutral: RGBColor(0, 0, 0),
            on_series: vec![RGBColor(0, 0, 0)],
        }
    }
}

impl Theme {
    /// The colour of a tone.
    #[must_use]
    pub fn tone(&self, tone: Tone) -> RGBColor {
        match tone {
            Tone::Accent => self.accent,
            Tone::Neutral => self.neutral,
            Tone::Series(i) => self.series.get(i % self.series.len().max(1)).copied().unwrap_or(self.neutral),
        }
    }

    /// The colour of text on a tone.
    #[must_use]
    pub fn text_on(&self, tone: Tone) -> RGBColor {
        match tone {
            Tone::Accent => self.on_accent,
            Tone::Neutral => self.on_neutral,
            Tone::Series(i) => self.on_series.get(i % self.on_series.len().max(1)).copied().unwrap_or(self.on_neutral),
        }
    }

    /// A theme whose colours have the names of the style sheet; one that is not known is that of no style sheet.
    #[must_use]
    pub fn named(known: impl Fn(&str) -> Option<RGBColor>) -> Self {
        let fallback = Self::default();
        let of = |name: &str, otherwise: RGBColor| known(name).unwrap_or(otherwise);
        Self {
            ink: of("--ink", fallback.ink),
            soft: of("--ink-soft", fallback.soft),
            grid: of("--grid", fallback.grid),
            paper: of("--paper", fallback.paper),
            accent: of("--accent", fallback.accent),
            neutral: of("--neutral", fallback.neutral),
            on_accent: of("--on-accent", fallback.on_accent),
            on_neutral: of("--on-neutral", fallback.on_neutral),
            on_series: (1..=SERIES).map(|i| of(&format!("--on-{i}"), fallback.on_neutral)).collect(),
            series: (1..=SERIES).map(|i| of(&format!("--series-{i}"), fallback.neutral)).collect(),
        }
    }

    /// A theme of two colours.
    #[must_use]
    pub fn of_two(ink: RGBColor, paper: RGBColor) -> Self {
        Self {
            ink,
            soft: ink,
            grid: ink,
            paper,
            accent: ink,
            neutral: ink,
            series: vec![ink],
            on_accent: paper,
            on_neutral: paper,
            on_series: vec![paper],
        }
    }

    /// Reads `rgb(1, 2, 3)`, as browsers compute colours.
    #[must_use]
    pub fn computed(text: &str) -> Option<RGBColor> {
        let (_, inside) = text.split_once('(')?;
        let mut parts = inside.trim_end_matches(')').split(',').map(|part| part.trim().parse::<f64>().ok());
        let mut next = || parts.next().flatten().map(|v| v.clamp(0.0, 255.0).round());
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped above
        let mut byte = || next().map(|v| v as u8);
        Some(RGBColor(byte()?, byte()?, byte()?))
    }

    /// Reads `#rrggbb`.
    #[must_use]
    pub fn colour(text: &str) -> Option<RGBColor> {
        let hex = text.trim().strip_prefix('#').filter(|h| h.len() == 6)?;
        let part = |i: usize| u8::from_str_radix(hex.get(i..i + 2)?, 16).ok();
        Some(RGBColor(part(0)?, part(2)?, part(4)?))
    }
}

#[cfg(lens)]
mod tokens;

#[cfg(test)]
mod tests {
    use super::tokens::themes;
    use super::*;
    use crate::chart::spec::Line;

    /// Relative luminance (WCAG 2.2).
    fn luminance(RGBColor(r, g, b): RGBColor) -> f64 {
        let linear = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 { v / 12.92 } else { libm::pow((v + 0.055) / 1.055, 2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(a: RGBColor, b: RGBColor) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_and_marks_can_be_told_from_what_they_stand_on_in_both_themes() {
        for tokens in themes() {
            let get = |name: &str| {
                let value = &tokens[name];
                let value = value.strip_prefix("var(").map_or(value, |v| &tokens[v.trim_end_matches(')')]);
                Theme::colour(value).unwrap_or_else(|| panic!("{name}: {value}"))
            };
            for paper in ["--paper", "--raised"] {
                for text in ["--ink", "--ink-soft", "--accent"] {
                    assert!(contrast(get(text), get(paper)) >= 4.5, "{text} on {paper}");
                }
            }
            for (fill, text) in (1..=10).map(|i| (format!("--series-{i}"), format!("--on-{i}"))).chain([
                ("--accent".to_owned(), "--on-accent".to_owned()),
                ("--neutral".to_owned(), "--on-neutral".to_owned()),
            ]) {
                let best = contrast(get("--ink"), get(&fill)).max(contrast(get("--paper"), get(&fill)));
                assert!(
                    (contrast(get(&text), get(&fill)) - best).abs() < 1e-9,
                    "{text} on {fill} is not the better one"
                );
            }
            for tone in Line::TONES {
                let Tone::Series(i) = tone else { panic!("{tone:?}") };
                let name = format!("--series-{}", i + 1);
                assert!(contrast(get(&name), get("--paper")) >= 3.0, "a line in {name} on the paper");
            }
        }
    }
}
