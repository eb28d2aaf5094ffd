//! Horizontal bars with a line from low to high.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::{Outcome, Pen};
use crate::chart::layout::{Frame, Measure};
#[cfg(lens)]
use crate::chart::marks::{Mark, Row};
use crate::chart::spec::{Axis, Bar};
#[cfg(lens)]
use crate::text::Lang;

/// Where the bars stand: the frame, whether names stand beside it, and for each bar its upper edge and its middle.
fn placed(m: &Measure, bars: &[Bar]) -> (Frame, bool, Vec<(i32, i32)>) {
    let names = m.widest(bars.iter().map(|b| &b.name)) + m.px(8.0);
    let texts = m.widest(bars.iter().map(|b| &b.text));
    let beside = names * 5 < m.all.right * 2;
    let left = if beside { names } else { m.px(2.0) };
    let room = if beside { texts + m.px(10.0) } else { m.px(10.0) };
    let f = Frame { left, top: 0, right: m.all.right - room, bottom: m.all.bottom - m.px(24.0) };
    (f, beside, rows(m, f, beside, bars.len()))
}

/// The upper edge and the middle of `count` bars, below their names where those do not stand beside.
pub(super) fn rows(m: &Measure, f: Frame, beside: bool, count: usize) -> Vec<(i32, i32)> {
    let count = i32::try_from(count).unwrap_or(1);
    let step = ((f.bottom - f.top) / count.max(1)).min(m.px(46.0));
    let middle = if beside { step / 2 } else { step * 2 / 3 };
    (0..count).map(|i| (f.top + step * i, f.top + step * i + middle)).collect()
}

/// Half of the thickness of a bar between these edges and the name above it.
pub(super) fn half(m: &Measure, rows: &[(i32, i32)], f: Frame) -> i32 {
    let step = rows.get(1).map_or(f.bottom - f.top, |r| r.0 - rows[0].0);
    (step / 5).min(m.px(8.0))
}

pub(super) fn draw<B: DrawingBackend>(pen: &mut Pen<B>, bars: &[Bar], axis: &Axis) -> Outcome<B> {
    let (f, beside, rows) = placed(&pen.measure, bars);
    let half = half(&pen.measure, &rows, f);
    pen.columns(f, axis, true)?;
    for (bar, (top, mid)) in bars.iter().zip(rows) {
        let (x0, x) = (f.x(axis, 0.0), f.x(axis, bar.value.central));
        pen.fill(
            Frame { left: x0, top: mid - half, right: x.max(x0 + 1), bottom: mid + half },
            pen.theme.tone(bar.tone),
        )?;
        let (low, high) = (f.x(axis, bar.value.low), f.x(axis, bar.value.high));
        let ink = if pen.waits { pen.theme.ink.mix(0.4) } else { pen.theme.ink.to_rgba() };
        pen.line((low, mid), (high, mid), ink, 1.5)?;
        for end in [low, high] {
            pen.line((end, mid - half / 2), (end, mid + half / 2), ink, 1.5)?;
        }
        if beside {
            pen.text(&bar.name, f.left - pen.px(8.0), mid, HPos::Right, pen.theme.ink)?;
            pen.text(&bar.text, x.max(high) + pen.px(6.0), mid, HPos::Left, pen.theme.soft)?;
        } else {
            let label = format!("{}  {}", bar.name, bar.text);
            pen.text(&label, f.left, (top + mid - half) / 2, HPos::Left, pen.theme.ink)?;
        }
    }
    Ok(())
}

/// One mark a bar, each beside the largest.
#[cfg(lens)]
pub(super) fn marks(m: &Measure, bars: &[Bar], axis: &Axis, lang: Lang) -> Vec<Row> {
    let (f, _, rows) = placed(m, bars);
    let largest = bars.iter().max_by(|a, b| a.value.central.total_cmp(&b.value.central));
    let mark = |(bar, (_, y)): (&Bar, (i32, i32))| {
        let mark = Mark::new(lang, &bar.name, bar.value, (f.x(axis, bar.value.central), y));
        match largest.filter(|l| l.name != bar.name) {
            Some(largest) => mark.beside(&largest.name, largest.value.central),
            None => mark,
        }
    };
    vec![Row { name: String::new(), marks: bars.iter().zip(rows).map(mark).collect() }]
}
