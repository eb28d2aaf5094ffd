//! Stacked horizontal bars, one below the other.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::{Outcome, Pen};
use crate::chart::layout::Frame;
use crate::chart::spec::{Axis, Build};

pub(super) fn draw<B: DrawingBackend>(pen: &mut Pen<B>, all: Frame, bars: &[Build], axis: &Axis) -> Outcome<B> {
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
