//! Horizontal bars with a line from low to high.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::{Outcome, Pen};
use crate::chart::layout::Frame;
use crate::chart::spec::{Axis, Bar};

pub(super) fn draw<B: DrawingBackend>(pen: &mut Pen<B>, all: Frame, bars: &[Bar], axis: &Axis) -> Outcome<B> {
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
            pen.text(&label, f.left, top + step / 4, HPos::Left, pen.theme.ink)?;
        }
    }
    Ok(())
}
