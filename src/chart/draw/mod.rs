//! Turns a description into strokes and text on any plotters backend.
//!
//! Sizes are CSS pixels times the device pixel ratio, because plotters counts whole device pixels.

mod bars;
mod build;
mod curve;
mod stack;
mod tornado;

use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, IntoFont, RGBAColor, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{DrawingBackend, DrawingErrorKind};

use super::layout::{Frame, text_width};
use super::spec::{Axis, Body, Spec};
use super::theme::Theme;

/// The family of all text in charts: the reader's own.
const FONT: &str =
    "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK KR', 'Noto Sans CJK SC', sans-serif";
/// Text size in CSS pixels.
const TEXT: f64 = 13.0;
/// Width and height in CSS pixels below which nothing is drawn.
const SMALLEST: f64 = 90.0;

type Outcome<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Draws `spec` on `backend`, whose pixels are `ratio` to a CSS pixel.
///
/// # Errors
/// What the backend reports.
pub fn draw<B: DrawingBackend>(backend: &mut B, spec: &Spec, theme: &Theme, ratio: f64) -> Outcome<B> {
    let (width, height) = backend.get_size();
    let (right, bottom) = (i32::try_from(width).unwrap_or(0), i32::try_from(height).unwrap_or(0));
    let mut pen = Pen { backend, theme, ratio, right, waits: spec.waits };
    pen.fill(Frame { left: 0, top: 0, right, bottom }, theme.paper)?;
    if f64::from(right) < SMALLEST * ratio || f64::from(bottom) < SMALLEST * ratio {
        // Room for labels alone; a chart this small says nothing.
        return Ok(());
    }
    let all = Frame { left: 0, top: 0, right, bottom };
    match &spec.body {
        Body::Build { bars, axis } => build::draw(&mut pen, all, bars, axis),
        Body::Curve(curve) => curve::draw(&mut pen, all, curve),
        Body::Stack(stack) => stack::draw(&mut pen, all, stack),
        Body::Bars { bars, axis } => bars::draw(&mut pen, all, bars, axis),
        Body::Tornado(t) => tornado::draw(&mut pen, all, t),
        Body::Empty(why) => pen.text(why, right / 2, bottom / 2, HPos::Center, theme.soft),
    }
}

struct Pen<'a, B> {
    backend: &'a mut B,
    theme: &'a Theme,
    ratio: f64,
    right: i32,
    /// Whether ranges are drawn paler, because newer ones are on their way.
    waits: bool,
}

impl<B: DrawingBackend> Pen<'_, B> {
    /// CSS pixels as device pixels.
    #[allow(clippy::cast_possible_truncation)] // a pixel
    fn px(&self, css: f64) -> i32 {
        (css * self.ratio).round() as i32
    }

    #[allow(clippy::cast_sign_loss)] // a stroke is never thinner than nothing
    fn stroke(&self, colour: RGBAColor, css: f64) -> ShapeStyle {
        ShapeStyle { color: colour, filled: false, stroke_width: self.px(css).max(1) as u32 }
    }

    fn width(&self, text: &str) -> i32 {
        text_width(text, TEXT * self.ratio)
    }

    fn text(&mut self, text: &str, x: i32, y: i32, align: HPos, colour: RGBColor) -> Outcome<B> {
        let style = TextStyle::from((FontFamily::Name(FONT), TEXT * self.ratio).into_font())
            .color(&colour)
            .pos(Pos::new(align, VPos::Center));
        self.backend.draw_text(text, &style, (x, y))
    }

    fn fill(&mut self, f: Frame, colour: RGBColor) -> Outcome<B> {
        self.backend.draw_rect((f.left, f.top), (f.right, f.bottom), &colour.filled(), true)
    }

    fn line(&mut self, from: (i32, i32), to: (i32, i32), colour: RGBAColor, css: f64) -> Outcome<B> {
        let style = self.stroke(colour, css);
        self.backend.draw_line(from, to, &style)
    }

    fn dashes(&mut self, points: &[(i32, i32)], colour: RGBAColor, css: f64) -> Outcome<B> {
        points.chunks(2).filter(|pair| pair.len() == 2).try_for_each(|pair| self.line(pair[0], pair[1], colour, css))
    }

    /// Grid and ticks of a value axis that runs upwards.
    fn rows(&mut self, f: Frame, axis: &Axis) -> Outcome<B> {
        for (value, text) in &axis.ticks {
            let y = f.y(axis, *value);
            self.line((f.left, y), (f.right, y), self.theme.grid.to_rgba(), 1.0)?;
            self.text(text, f.left - self.px(6.0), y, HPos::Right, self.theme.soft)?;
        }
        Ok(())
    }

    /// Ticks of an axis that runs to the right; one that would touch its neighbour is left out.
    fn columns(&mut self, f: Frame, axis: &Axis, grid: bool) -> Outcome<B> {
        let mut free = i32::MIN;
        for (value, text) in &axis.ticks {
            let (x, half) = (f.x(axis, *value), self.width(text) / 2);
            if grid {
                self.line((x, f.top), (x, f.bottom), self.theme.grid.to_rgba(), 1.0)?;
            }
            if x - half > free {
                let at = x.clamp(half, (self.right - half).max(half));
                self.text(text, at, f.bottom + self.px(14.0), HPos::Center, self.theme.soft)?;
                free = x + half + self.px(8.0);
            }
        }
        Ok(())
    }

    fn left_of_ticks(&self, axis: &Axis) -> i32 {
        axis.ticks.iter().map(|(_, t)| self.width(t)).max().unwrap_or(0) + self.px(10.0)
    }
}
