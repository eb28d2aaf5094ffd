//! Turns a description into strokes and text on any plotters backend.
//!
//! Sizes are CSS pixels times the device pixel ratio, because plotters counts whole device pixels.

mod bars;
mod build;
mod curve;
// The calculators draw no lines over years, so their program does without.
#[cfg(lens)]
mod lines;
mod stack;
#[cfg(whole)]
mod tornado;

use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, IntoFont, RGBAColor, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{DrawingBackend, DrawingErrorKind};

use super::layout::{Frame, Measure, TEXT};
#[cfg(lens)]
use super::marks::Row;
use super::spec::{Axis, Body, Spec};
use super::theme::Theme;
#[cfg(lens)]
use crate::text::Lang;

/// The family of all text in charts: the reader's own.
const FONT: &str =
    "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK KR', 'Noto Sans CJK SC', sans-serif";
/// Width and height in CSS pixels below which nothing is drawn.
const SMALLEST: f64 = 90.0;

type Outcome<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Draws `spec` on `backend`, whose pixels are `ratio` to a CSS pixel.
///
/// # Errors
/// What the backend reports.
pub fn draw<B: DrawingBackend>(backend: &mut B, spec: &Spec, theme: &Theme, ratio: f64) -> Outcome<B> {
    draw_sized(backend, spec, theme, ratio, 1.0)
}

/// Draws `spec` on a backend that sets text smaller by the factor `shrunk`.
///
/// # Errors
/// What the backend reports.
pub fn draw_sized<B: DrawingBackend>(
    backend: &mut B,
    spec: &Spec,
    theme: &Theme,
    ratio: f64,
    shrunk: f64,
) -> Outcome<B> {
    let (width, height) = backend.get_size();
    let measure = Measure::new(width, height, ratio);
    let all = measure.all;
    let mut pen = Pen { backend, theme, measure, shrunk, waits: spec.waits };
    pen.fill(all, theme.paper)?;
    if is_too_small(&measure) {
        // Room for labels alone; a chart this small says nothing.
        return Ok(());
    }
    match &spec.body {
        Body::Build { bars, axis } => build::draw(&mut pen, bars, axis, &spec.body.names()),
        Body::Curve(curve) => curve::draw(&mut pen, curve),
        Body::Stack(stack) => stack::draw(&mut pen, stack),
        Body::Bars { bars, axis } => bars::draw(&mut pen, bars, axis),
        #[cfg(whole)]
        Body::Tornado(t) => tornado::draw(&mut pen, t),
        #[cfg(lens)]
        Body::Lines(l) => lines::draw(&mut pen, l),
        Body::Empty(why) => pen.text(why, all.right / 2, all.bottom / 2, HPos::Center, theme.soft),
    }
}

/// Where the marks of `spec` stand on a picture of this size.
#[cfg(lens)]
pub(super) fn marks(spec: &Spec, m: &Measure, lang: Lang) -> Vec<Row> {
    match &spec.body {
        _ if is_too_small(m) => Vec::new(),
        Body::Build { bars, axis } => build::marks(m, bars, axis, lang),
        Body::Curve(curve) => curve::marks(m, curve, lang),
        Body::Stack(stack) => stack::marks(m, stack, lang),
        Body::Bars { bars, axis } => bars::marks(m, bars, axis, lang),
        Body::Tornado(t) => tornado::marks(m, t, lang),
        Body::Lines(l) => lines::marks(m, l, lang),
        Body::Empty(_) => Vec::new(),
    }
}

fn is_too_small(measure: &Measure) -> bool {
    let least = SMALLEST * measure.ratio;
    f64::from(measure.all.right) < least || f64::from(measure.all.bottom) < least
}

struct Pen<'a, B> {
    backend: &'a mut B,
    theme: &'a Theme,
    measure: Measure,
    /// By how much the backend sets text smaller than asked.
    shrunk: f64,
    /// Whether ranges are drawn paler, because newer ones are on their way.
    waits: bool,
}

impl<B: DrawingBackend> Pen<'_, B> {
    fn px(&self, css: f64) -> i32 {
        self.measure.px(css)
    }

    #[allow(clippy::cast_sign_loss)] // a stroke is never thinner than nothing
    fn stroke(&self, colour: RGBAColor, css: f64) -> ShapeStyle {
        ShapeStyle { color: colour, filled: false, stroke_width: self.px(css).max(1) as u32 }
    }

    fn width(&self, text: &str) -> i32 {
        self.measure.width(text)
    }

    fn text(&mut self, text: &str, x: i32, y: i32, align: HPos, colour: RGBColor) -> Outcome<B> {
        let style = TextStyle::from((FontFamily::Name(FONT), TEXT * self.measure.ratio * self.shrunk).into_font())
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

    /// A number `at` a place beside what it numbers, to which a line leads that ends so much before it.
    fn number(&mut self, n: usize, from: (i32, i32), at: (i32, i32), dx: i32, dy: i32) -> Outcome<B> {
        self.line(from, (at.0 - dx, at.1 - dy), self.theme.soft.to_rgba(), 1.0)?;
        self.text(&n.to_string(), at.0, at.1, HPos::Center, self.theme.ink)
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
                let at = x.clamp(half, (self.measure.all.right - half).max(half));
                self.text(text, at, f.bottom + self.px(14.0), HPos::Center, self.theme.soft)?;
                free = x + half + self.px(8.0);
            }
        }
        Ok(())
    }
}
