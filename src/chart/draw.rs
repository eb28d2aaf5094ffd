//! Turns a description into strokes and text on any plotters backend.
//!
//! Sizes are CSS pixels times the device pixel ratio, because plotters counts whole device pixels.

use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, RGBAColor, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{DrawingBackend, DrawingErrorKind};

use super::layout::{Frame, spread, text_width};
use super::spec::{Axis, Bar, Body, Build, Curve, Layer, Spec, Stack};
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
    let mut pen = Pen { backend, theme, ratio, right };
    pen.fill(Frame { left: 0, top: 0, right, bottom }, theme.paper)?;
    if f64::from(right) < SMALLEST * ratio || f64::from(bottom) < SMALLEST * ratio {
        // Room for labels alone; a chart this small says nothing.
        return Ok(());
    }
    let all = Frame { left: 0, top: 0, right, bottom };
    match &spec.body {
        Body::Build { bars, axis } => build(&mut pen, all, bars, axis),
        Body::Curve(curve) => lines(&mut pen, all, curve),
        Body::Stack(stack) => areas(&mut pen, all, stack),
        Body::Bars { bars, axis } => ranges(&mut pen, all, bars, axis),
        Body::Empty(why) => pen.text(why, right / 2, bottom / 2, HPos::Center, theme.soft),
    }
}

struct Pen<'a, B> {
    backend: &'a mut B,
    theme: &'a Theme,
    ratio: f64,
    right: i32,
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
        let style =
            TextStyle::from((FONT, TEXT * self.ratio).into_font()).color(&colour).pos(Pos::new(align, VPos::Center));
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

fn build<B: DrawingBackend>(pen: &mut Pen<B>, all: Frame, bars: &[Build], axis: &Axis) -> Outcome<B> {
    let totals = bars.iter().map(|b| pen.width(&b.total)).max().unwrap_or(0);
    let f = Frame {
        left: pen.px(2.0),
        top: 0,
        right: all.right - totals - pen.px(14.0),
        bottom: all.bottom - pen.px(24.0),
    };
    pen.columns(f, axis, true)?;
    let step = (f.bottom - f.top) / i32::try_from(bars.len()).unwrap_or(1).max(1);
    for (i, bar) in (0..).zip(bars) {
        let top = f.top + step * i;
        pen.text(&bar.name, f.left, top + pen.px(12.0), HPos::Left, pen.theme.ink)?;
        let (upper, lower) = (top + pen.px(24.0), top + step - pen.px(6.0));
        let (mut sum, mut x) = (0.0, f.x(axis, 0.0));
        for part in &bar.parts {
            sum += part.value.central.max(0.0);
            let end = f.x(axis, sum);
            let colour = pen.theme.tone(part.tone);
            pen.fill(Frame { left: x, top: upper, right: end, bottom: lower }, colour)?;
            // A hairline of paper parts neighbours that are alike to some eyes.
            pen.line((end, upper), (end, lower), pen.theme.paper.to_rgba(), 1.0)?;
            if pen.width(&part.name) + pen.px(8.0) < end - x {
                let ink = pen.theme.text_on(colour);
                pen.text(&part.name, x + pen.px(5.0), (upper + lower) / 2, HPos::Left, ink)?;
            }
            x = end;
        }
        pen.text(&bar.total, x + pen.px(6.0), (upper + lower) / 2, HPos::Left, pen.theme.ink)?;
    }
    Ok(())
}

fn lines<B: DrawingBackend>(pen: &mut Pen<B>, all: Frame, c: &Curve) -> Outcome<B> {
    let f = Frame {
        left: pen.left_of_ticks(&c.y),
        top: pen.px(12.0),
        right: all.right - pen.px(12.0),
        bottom: all.bottom - pen.px(26.0),
    };
    pen.rows(f, &c.y)?;
    pen.columns(f, &c.x, false)?;
    for edge in [c.evidence.0, c.evidence.1] {
        if edge > c.x.from && edge < c.x.to {
            let x = f.x(&c.x, edge);
            let dots: Vec<_> =
                (f.top..f.bottom).step_by(pen.px(3.0).max(1).unsigned_abs() as usize).map(|y| (x, y)).collect();
            pen.dashes(&dots, pen.theme.soft.to_rgba(), 1.0)?;
        }
    }
    let accent = pen.theme.accent;
    let upper = c.after.1.iter().map(|(x, r)| (f.x(&c.x, *x), f.y(&c.y, r.high)));
    let lower = c.after.1.iter().rev().map(|(x, r)| (f.x(&c.x, *x), f.y(&c.y, r.low)));
    let band: Vec<_> = upper.chain(lower).collect();
    pen.backend.fill_polygon(band, &accent.mix(0.13))?;
    if let Some(text) = &c.above {
        pen.text(text, f.right - pen.px(2.0), f.top + pen.px(8.0), HPos::Right, pen.theme.soft)?;
    }
    let before: Vec<_> = c.before.1.iter().map(|(x, y)| (f.x(&c.x, *x), f.y(&c.y, *y))).collect();
    pen.dashes(&dashed(&before, pen.px(6.0), pen.px(4.0)), pen.theme.neutral.to_rgba(), 2.0)?;
    let after: Vec<_> = c.after.1.iter().map(|(x, r)| (f.x(&c.x, *x), f.y(&c.y, r.central))).collect();
    let style = pen.stroke(accent.to_rgba(), 2.5);
    pen.backend.draw_path(after.iter().copied(), &style)?;
    names(pen, f, [(&c.after.0, &after, accent), (&c.before.0, &before, pen.theme.soft)])?;
    if let Some((x, y, text)) = &c.now {
        let (px, py) = (f.x(&c.x, *x), f.y(&c.y, *y));
        pen.line((px, py), (px, f.bottom), accent.to_rgba(), 1.0)?;
        pen.backend.draw_circle((px, py), pen.px(5.0).unsigned_abs(), &accent.filled(), true)?;
        let left = px + pen.width(text) + pen.px(10.0) > f.right;
        let (align, dx) = if left { (HPos::Right, -pen.px(9.0)) } else { (HPos::Left, pen.px(9.0)) };
        let row = (py + pen.px(14.0)).min(f.bottom - pen.px(9.0));
        pen.text(text, px + dx, row, align, pen.theme.ink)?;
    }
    Ok(())
}

type NamedLine<'a> = (&'a String, &'a Vec<(i32, i32)>, RGBColor);

/// The ends of dashes along a line: pairs of points, `on` pixels apart with `off` between them.
fn dashed(line: &[(i32, i32)], on: i32, off: i32) -> Vec<(i32, i32)> {
    let (mut ends, mut left, mut drawing) = (Vec::new(), f64::from(on), true);
    ends.extend(line.first());
    for pair in line.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
        let length = (dx * dx + dy * dy).sqrt();
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let part = done / length;
            #[allow(clippy::cast_possible_truncation)] // a pixel between two pixels
            ends.push((from.0 + (dx * part).round() as i32, from.1 + (dy * part).round() as i32));
            drawing = !drawing;
            left = f64::from(if drawing { on } else { off });
        }
        left -= length - done;
    }
    if drawing {
        ends.extend(line.last());
    }
    ends
}

/// Names at the right end of two lines: above the upper, below the lower one.
fn names<B: DrawingBackend>(pen: &mut Pen<B>, f: Frame, mut lines: [NamedLine; 2]) -> Outcome<B> {
    lines.sort_by_key(|(_, points, _)| points.last().map_or(0, |p| p.1));
    let end = |i: usize| lines[i].1.last().map_or(f.bottom, |p| p.1);
    // The lines rise to the right, so that a name further left would stand in them.
    let wanted = [end(0) - pen.px(14.0), end(1) + pen.px(14.0)];
    let rows = spread(&wanted, pen.px(16.0), f.top, f.bottom - pen.px(8.0));
    for ((name, _, colour), row) in lines.iter().zip(rows) {
        pen.text(name, f.right - pen.px(2.0), row, HPos::Right, *colour)?;
    }
    Ok(())
}

fn areas<B: DrawingBackend>(pen: &mut Pen<B>, all: Frame, s: &Stack) -> Outcome<B> {
    let f = Frame {
        left: pen.left_of_ticks(&s.y),
        top: pen.px(22.0),
        right: all.right - pen.px(14.0),
        bottom: all.bottom - pen.px(26.0),
    };
    pen.rows(f, &s.y)?;
    pen.columns(f, &s.x, false)?;
    let mut floor = vec![0.0; s.layers.first().map_or(0, |l| l.values.len())];
    let mut named = Vec::new();
    for layer in &s.layers {
        let colour = pen.theme.tone(layer.tone);
        let mut run: Vec<(f64, f64, f64)> = Vec::new();
        for (i, (year, value)) in layer.values.iter().enumerate() {
            if let Some(v) = value {
                run.push((*year, floor[i], floor[i] + v.central));
                floor[i] += v.central;
            }
            if value.is_none() || i + 1 == layer.values.len() {
                area(pen, f, s, &run, colour)?;
                named.extend(label_of(pen, f, s, layer, &run));
                run.clear();
            }
        }
    }
    for (name, x, y, colour) in named {
        pen.text(name, x, y, HPos::Center, pen.theme.text_on(colour))?;
    }
    let x = f.x(&s.x, s.year.0);
    pen.line((x, f.top), (x, f.bottom), pen.theme.ink.to_rgba(), 1.0)?;
    let half = pen.width(&s.year.1) / 2;
    let at = x.clamp(f.left + half, (f.right - half).max(f.left + half));
    pen.text(&s.year.1, at, pen.px(9.0), HPos::Center, pen.theme.ink)
}

fn area<B: DrawingBackend>(
    pen: &mut Pen<B>,
    f: Frame,
    s: &Stack,
    run: &[(f64, f64, f64)],
    colour: RGBColor,
) -> Outcome<B> {
    if run.len() < 2 {
        return Ok(());
    }
    let upper: Vec<_> = run.iter().map(|(x, _, top)| (f.x(&s.x, *x), f.y(&s.y, *top))).collect();
    let lower = run.iter().rev().map(|(x, floor, _)| (f.x(&s.x, *x), f.y(&s.y, *floor)));
    let outline: Vec<_> = upper.iter().copied().chain(lower).collect();
    pen.backend.fill_polygon(outline, &colour)?;
    let style = pen.stroke(pen.theme.paper.to_rgba(), 1.0);
    pen.backend.draw_path(upper, &style)
}

/// The name of a layer where it is thickest, if it fits there.
fn label_of<'a, B: DrawingBackend>(
    pen: &Pen<B>,
    f: Frame,
    s: &Stack,
    layer: &'a Layer,
    run: &[(f64, f64, f64)],
) -> Option<(&'a str, i32, i32, RGBColor)> {
    let half = pen.width(&layer.name) / 2 + pen.px(3.0);
    let fits = |x: i32| {
        // The thinnest place under the whole width of the name decides.
        let under = run.iter().map(|(year, low, high)| (f.x(&s.x, *year), f.y(&s.y, *low), f.y(&s.y, *high)));
        let step = (f.right - f.left) / i32::try_from(s.layers.first()?.values.len()).ok()?.max(1);
        let near: Vec<_> = under.filter(|(at, ..)| (at - x).abs() <= half + step).collect();
        let (top, bottom) = (near.iter().map(|n| n.2).max()?, near.iter().map(|n| n.1).min()?);
        (bottom - top >= pen.px(17.0)).then_some((bottom - top, (top + bottom) / 2))
    };
    let first = f.x(&s.x, run.first()?.0) + half;
    let last = f.x(&s.x, run.last()?.0) - half;
    let best = run
        .iter()
        .map(|(year, ..)| f.x(&s.x, *year))
        .filter(|x| (first..=last).contains(x))
        .filter_map(|x| fits(x).map(|(room, y)| (room, x, y)))
        .max_by_key(|(room, ..)| *room)?;
    Some((&layer.name, best.1, best.2, pen.theme.tone(layer.tone)))
}

fn ranges<B: DrawingBackend>(pen: &mut Pen<B>, all: Frame, bars: &[Bar], axis: &Axis) -> Outcome<B> {
    let names = bars.iter().map(|b| pen.width(&b.name)).max().unwrap_or(0) + pen.px(8.0);
    let texts = bars.iter().map(|b| pen.width(&b.text)).max().unwrap_or(0);
    let beside = names * 5 < all.right * 2;
    let left = if beside { names } else { pen.px(2.0) };
    let room = if beside { texts + pen.px(10.0) } else { pen.px(10.0) };
    let f = Frame { left, top: 0, right: all.right - room, bottom: all.bottom - pen.px(24.0) };
    pen.columns(f, axis, true)?;
    let count = i32::try_from(bars.len()).unwrap_or(1).max(1);
    let step = ((f.bottom - f.top) / count).min(pen.px(46.0));
    for (i, bar) in (0..).zip(bars) {
        let top = f.top + step * i;
        let mid = if beside { top + step / 2 } else { top + step * 2 / 3 };
        let half = (step / 5).min(pen.px(8.0));
        let (x0, x) = (f.x(axis, 0.0), f.x(axis, bar.value.central));
        pen.fill(
            Frame { left: x0, top: mid - half, right: x.max(x0 + 1), bottom: mid + half },
            pen.theme.tone(bar.tone),
        )?;
        let (low, high) = (f.x(axis, bar.value.low), f.x(axis, bar.value.high));
        pen.line((low, mid), (high, mid), pen.theme.ink.to_rgba(), 1.5)?;
        for end in [low, high] {
            pen.line((end, mid - half / 2), (end, mid + half / 2), pen.theme.ink.to_rgba(), 1.5)?;
        }
        if beside {
            pen.text(&bar.name, f.left - pen.px(8.0), mid, HPos::Right, pen.theme.ink)?;
            pen.text(&bar.text, x.max(high) + pen.px(6.0), mid, HPos::Left, pen.theme.soft)?;
        } else {
            let label = format!("{}  {}", bar.name, bar.text);
            pen.text(&label, f.left, top + step / 4, HPos::Left, pen.theme.ink)?;
        }
    }
    Ok(())
}
