//! Areas on top of each other over the years.

use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use lodestone_model::report::Range;

use super::curve::dashed;
use super::{Outcome, Pen};
use crate::chart::layout::{Frame, Measure, spread};
#[cfg(lens)]
use crate::chart::marks::{Mark, Row, in_turn};
use crate::chart::spec::Stack;
#[cfg(lens)]
use crate::text::{Lang, demand};

fn placed(m: &Measure, s: &Stack) -> Frame {
    let (right, bottom) = (m.all.right - m.px(20.0), m.all.bottom - m.px(26.0));
    Frame { left: m.left_of_ticks(&s.y), top: m.px(22.0), right, bottom }
}

pub(super) fn draw<B: DrawingBackend>(pen: &mut Pen<B>, s: &Stack) -> Outcome<B> {
    let f = placed(&pen.measure, s);
    pen.rows(f, &s.y)?;
    pen.columns(f, &s.x, false)?;
    let mut floor = vec![0.0; s.layers.first().map_or(0, |l| l.values.len())];
    let mut named = Vec::new();
    // Layers too thin for either: the number that the legend gives them, and where they end.
    let mut thin = Vec::new();
    for (number, layer) in (1..=s.layers.len()).rev().zip(&s.layers) {
        let (without, mut end) = (named.len(), None);
        let colour = pen.theme.tone(layer.tone);
        let mut run: Vec<(f64, f64, f64)> = Vec::new();
        for (i, (year, value)) in layer.values.iter().enumerate() {
            if let Some(v) = value {
                run.push((*year, floor[i], floor[i] + v.central));
                floor[i] += v.central;
            }
            if value.is_none() || i + 1 == layer.values.len() {
                area(pen, f, s, &run, colour)?;
                // Its number where there is no room for its name.
                let label = label_of(pen, f, s, &layer.name, &run);
                let label = label.or_else(|| label_of(pen, f, s, &number.to_string(), &run));
                named.extend(label.map(|(text, x, y)| (text, x, y, layer.tone)));
                end = run.last().map(|(x, floor, top)| (f.x(&s.x, *x), f.y(&s.y, (floor + top) / 2.0))).or(end);
                run.clear();
            }
        }
        if let (true, Some(end)) = (named.len() == without, end) {
            thin.push((number, end));
        }
    }
    thin.reverse();
    let rows = spread(&thin.iter().map(|(_, (_, y))| *y).collect::<Vec<_>>(), pen.px(15.0), f.top, f.bottom);
    for ((number, end), row) in thin.into_iter().zip(rows) {
        pen.number(number, end, (f.right + pen.px(13.0), row), pen.px(6.0), 0)?;
    }
    // Dots above and below the top: nine of ten sums lie between.
    let ink = if pen.waits { pen.theme.ink.mix(0.4) } else { pen.theme.ink.to_rgba() };
    for end in [|r: &Range| r.low, |r: &Range| r.high] {
        let line: Vec<_> = s.sums.iter().map(|(year, sum)| (f.x(&s.x, *year), f.y(&s.y, end(sum)))).collect();
        pen.dashes(&dashed(&line, pen.px(2.0), pen.px(4.0)), ink, 1.5)?;
    }
    for (name, x, y, tone) in named {
        pen.text(&name, x, y, HPos::Center, pen.theme.text_on(tone))?;
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

/// A text for a layer where the layer is thickest, if it fits there.
fn label_of<B: DrawingBackend>(
    pen: &Pen<B>,
    f: Frame,
    s: &Stack,
    text: &str,
    run: &[(f64, f64, f64)],
) -> Option<(String, i32, i32)> {
    let half = pen.width(text) / 2 + pen.px(3.0);
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
    Some((text.to_owned(), best.1, best.2))
}

/// The sum, then the layers from the top one down; each year beside the one before.
#[cfg(lens)]
pub(super) fn marks(m: &Measure, s: &Stack, lang: Lang) -> Vec<Row> {
    let f = placed(m, s);
    let mark = |year: f64, value: Range, height: f64| {
        Mark::new(lang, &year.to_string(), value, (f.x(&s.x, year), f.y(&s.y, height)))
    };
    let sums = s.sums.iter().map(|(year, sum)| mark(*year, *sum, sum.central)).collect();
    let mut floor = vec![0.0; s.layers.first().map_or(0, |l| l.values.len())];
    let mut rows = Vec::new();
    for layer in &s.layers {
        let mut marks = Vec::new();
        for ((year, value), floor) in layer.values.iter().zip(&mut floor) {
            if let Some(value) = value {
                marks.push(mark(*year, *value, *floor + value.central / 2.0));
                *floor += value.central;
            }
        }
        rows.push(Row { name: layer.name.clone(), marks: in_turn(marks) });
    }
    rows.push(Row { name: demand::total(lang).to_owned(), marks: in_turn(sums) });
    rows.reverse();
    rows
}
