//! Where things go: a frame in device pixels, scales, and how wide a text will be.

use super::spec::Axis;

/// Size of all text in charts, in CSS pixels.
pub const TEXT: f64 = 13.0;

/// A rectangle to draw in, in device pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Left edge.
    pub left: i32,
    /// Upper edge.
    pub top: i32,
    /// Right edge.
    pub right: i32,
    /// Lower edge.
    pub bottom: i32,
}

impl Frame {
    /// The pixel column of `value` on a horizontal axis.
    #[must_use]
    pub fn x(&self, axis: &Axis, value: f64) -> i32 {
        place(axis, value, self.left, self.right)
    }

    /// The pixel row of `value` on a vertical axis; values beyond the axis stop at its ends.
    #[must_use]
    pub fn y(&self, axis: &Axis, value: f64) -> i32 {
        place(axis, value, self.bottom, self.top)
    }
}

#[allow(clippy::cast_possible_truncation)] // a pixel: bounded by the frame
fn place(axis: &Axis, value: f64, from: i32, to: i32) -> i32 {
    let span = axis.to - axis.from;
    let part = if span > 0.0 { ((value - axis.from) / span).clamp(0.0, 1.0) } else { 0.0 };
    let part = if part.is_nan() { 0.0 } else { part };
    (f64::from(from) + f64::from(to - from) * part).round() as i32
}

/// At most how wide `text` is at `size` pixels: East Asian characters are square, others as wide as in the widest face
/// that systems set text in by themselves.
///
/// An estimate on the safe side, so that layout needs no browser and is the same everywhere.
#[must_use]
#[allow(clippy::cast_possible_truncation)] // a pixel
pub fn text_width(text: &str, size: f64) -> i32 {
    let ems: f64 = text
        .chars()
        .map(|c| match c {
            '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{ffef}' => 1.0,
            'i' | 'l' | 'j' | 'I' | '.' | ',' | ' ' | '|' | '\'' | ':' | '/' | '·' => 0.34,
            'f' | 'r' | 't' | '(' | ')' => 0.41,
            'm' | 'W' | '%' | '—' | '…' => 1.0,
            'w' | 'M' | '−' | '~' | '→' | '↑' => 0.86,
            'A'..='Z' => 0.79,
            _ => 0.64,
        })
        .sum();
    (ems * size).ceil() as i32
}

/// How large things are on a picture: what is known before anything is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// Device pixels to a CSS pixel.
    pub ratio: f64,
    /// The whole picture.
    pub all: Frame,
}

impl Measure {
    /// Of a picture with these edges, in device pixels.
    #[must_use]
    pub fn new(width: u32, height: u32, ratio: f64) -> Self {
        let edge = |v: u32| i32::try_from(v).unwrap_or(0);
        Self { ratio, all: Frame { left: 0, top: 0, right: edge(width), bottom: edge(height) } }
    }

    /// CSS pixels as device pixels.
    #[must_use]
    #[allow(clippy::cast_possible_truncation)] // a pixel
    pub fn px(&self, css: f64) -> i32 {
        (css * self.ratio).round() as i32
    }

    /// About how wide a text of a chart will be.
    #[must_use]
    pub fn width(&self, text: &str) -> i32 {
        text_width(text, TEXT * self.ratio)
    }

    /// The widest of these texts.
    pub fn widest<'a>(&self, texts: impl IntoIterator<Item = &'a String>) -> i32 {
        texts.into_iter().map(|t| self.width(t)).max().unwrap_or(0)
    }

    /// The left edge of a frame beside which the ticks of this axis stand; at most the middle of the picture.
    #[must_use]
    pub fn left_of_ticks(&self, axis: &Axis) -> i32 {
        (self.widest(axis.ticks.iter().map(|(_, t)| t)) + self.px(10.0)).min(self.all.right / 2)
    }
}

/// Moves label rows apart so that none overlaps: `wanted` ascending, each `height` tall, within `top`–`bottom`.
#[must_use]
pub fn spread(wanted: &[i32], height: i32, top: i32, bottom: i32) -> Vec<i32> {
    let mut rows: Vec<i32> = wanted.to_vec();
    for i in 0..rows.len() {
        let least = if i == 0 { top } else { rows[i - 1] + height };
        rows[i] = rows[i].max(least);
    }
    let mut most = bottom;
    for row in rows.iter_mut().rev() {
        *row = (*row).min(most);
        most = *row - height;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_do_not_overlap() {
        assert_eq!(spread(&[10, 12, 60], 10, 0, 100), [10, 20, 60]);
        assert_eq!(spread(&[95, 98, 99], 10, 0, 100), [80, 90, 100]);
    }

    #[test]
    fn values_beyond_an_axis_stop_at_its_ends() {
        let axis = Axis { from: 0.0, to: 10.0, ticks: vec![] };
        let frame = Frame { left: 0, top: 0, right: 100, bottom: 100 };
        assert_eq!([-5.0, 5.0, 50.0, f64::NAN].map(|v| frame.x(&axis, v)), [0, 50, 100, 0]);
    }
}
