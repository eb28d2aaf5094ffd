//! The colours of a chart. Their values live in `styles/tokens.css` alone; [`crate::browser::theme`] reads them.

use plotters::style::RGBColor;

use super::spec::Tone;

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

    /// Ink or paper, whichever reads better on `fill`.
    #[must_use]
    pub fn text_on(&self, fill: RGBColor) -> RGBColor {
        let far = |c: RGBColor| (luminance(c) - luminance(fill)).abs();
        if far(self.ink) >= far(self.paper) { self.ink } else { self.paper }
    }

    /// Reads `#rrggbb`.
    #[must_use]
    pub fn colour(text: &str) -> Option<RGBColor> {
        let hex = text.trim().strip_prefix('#').filter(|h| h.len() == 6)?;
        let part = |i: usize| u8::from_str_radix(hex.get(i..i + 2)?, 16).ok();
        Some(RGBColor(part(0)?, part(2)?, part(4)?))
    }
}

/// How bright a colour looks, 0–255 (weights of ITU-R BT.601).
fn luminance(RGBColor(r, g, b): RGBColor) -> f64 {
    0.299 * f64::from(r) + 0.587 * f64::from(g) + 0.114 * f64::from(b)
}
