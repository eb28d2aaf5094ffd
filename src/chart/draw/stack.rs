//! Areas on top of each other over the years.

use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use lodestone_model::report::Range;

use super::curve::dashed;
use super::{Outcome, Pen};
use crate::chart::layout::Frame;
use crate::chart::spec::{Layer, Stack};

pub(super) fn draw<B: DrawingBackend>(pen: &mut Pen<B>, all: Frame, s: &Stack) -> Outcome<B> {
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
    // Dots above and below the top: nine of ten sums lie between.
    let ink = if pen.waits { pen.theme.ink.mix(0.4) } else { pen.theme.ink.to_rgba() };
    for end in [|r: &Range| r.low, |r: &Range| r.high] {
        let line: Vec<_> = s.sums.iter().map(|(year, sum)| (f.x(&s.x, *year), f.y(&s.y, end(sum)))).collect();
        pen.dashes(&dashed(&line, pen.px(2.0), pen.px(4.0)), ink, 1.5)?;
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
