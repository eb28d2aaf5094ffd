//! Two lines over a parameter, one with a band, the present point marked.

#[cfg(lens)]
use lodestone_model::report::Range;
use lodestone_model::sort;
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use super::{Outcome, Pen};
use crate::chart::layout::{Frame, Measure, spread};
#[cfg(lens)]
use crate::chart::marks::{Mark, Row};
use crate::chart::spec::Curve;
#[cfg(lens)]
use crate::format;
#[cfg(lens)]
use crate::text::Lang;

fn placed(m: &Measure, c: &Curve) -> Frame {
    let (right, bottom) = (m.all.right - m.px(12.0), m.all.bottom - m.px(26.0));
    Frame { left: m.left_of_ticks(&c.y), top: m.px(12.0), right, bottom }
}

pub(super) fn draw<B: DrawingBackend>(pen: &mut Pen<B>, c: &Curve) -> Outcome<B> {
    let f = placed(&pen.measure, c);
    pen.rows(f, &c.y)?;
    pen.columns(f, &c.x, false)?;
    for edge in c.evidence.into_iter().flat_map(|(low, high)| [low, high]) {
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
    pen.backend.fill_polygon(band, &accent.mix(if pen.waits { 0.06 } else { 0.13 }))?;
    if let Some(text) = &c.above {
        pen.text(text, f.right - pen.px(2.0), f.top + pen.px(8.0), HPos::Right, pen.theme.soft)?;
    }
    let before: Vec<_> = c.before.1.iter().map(|(x, r)| (f.x(&c.x, *x), f.y(&c.y, r.central))).collect();
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
pub(super) fn dashed(line: &[(i32, i32)], on: i32, off: i32) -> Vec<(i32, i32)> {
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
    let last = |line: &NamedLine| line.1.last().map_or(0, |p| p.1);
    sort::by(&mut lines, |a, b| last(a).cmp(&last(b)));
    // A line that rises passes below its end where its name begins: the name keeps clear of all that it stands over.
    let over = |i: usize| {
        let left = f.right - pen.width(lines[i].0) - pen.px(6.0);
        lines[i].1.windows(2).filter(move |p| p[1].0 >= left).flatten().map(|p| p.1)
    };
    let wanted = [over(0).min().unwrap_or(f.bottom) - pen.px(14.0), over(1).max().unwrap_or(f.bottom) + pen.px(14.0)];
    let rows = spread(&wanted, pen.px(16.0), f.top, f.bottom - pen.px(8.0));
    for ((name, _, colour), row) in lines.iter().zip(rows) {
        pen.text(name, f.right - pen.px(2.0), row, HPos::Right, *colour)?;
    }
    Ok(())
}

/// The answer, each point beside the line it is compared with; and that line.
#[cfg(lens)]
pub(super) fn marks(m: &Measure, c: &Curve, lang: Lang) -> Vec<Row> {
    let f = placed(m, c);
    let mark = |(x, value): &(f64, Range)| {
        Mark::new(lang, &format::exact5(*x), *value, (f.x(&c.x, *x), f.y(&c.y, value.central)))
    };
    let with = |((x, value), (_, other)): (&(f64, Range), &(f64, Range))| {
        mark(&(*x, *value)).beside(&c.before.0, other.central)
    };
    let after = c.after.1.iter().zip(&c.before.1).map(with).collect();
    let before = c.before.1.iter().map(mark).collect();
    vec![Row { name: c.after.0.clone(), marks: after }, Row { name: c.before.0.clone(), marks: before }]
}
