//! Horizontal bars to both sides of a line: what an answer is at either end of one input.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::{Outcome, Pen};
use crate::chart::layout::Frame;
use crate::chart::spec::Tornado;

pub(super) fn draw<B: DrawingBackend>(pen: &mut Pen<B>, all: Frame, t: &Tornado) -> Outcome<B> {
    let names = t.swings.iter().map(|s| pen.width(&s.name)).max().unwrap_or(0) + pen.px(8.0);
    let beside = names * 5 < all.right * 2;
    let left = if beside { names } else { pen.px(8.0) };
    let f = Frame { left, top: pen.px(4.0), right: all.right - pen.px(14.0), bottom: all.bottom - pen.px(24.0) };
    pen.columns(f, &t.axis, true)?;
    let count = i32::try_from(t.swings.len()).unwrap_or(1).max(1);
    let step = ((f.bottom - f.top) / count).min(pen.px(46.0));
    let centre = f.x(&t.axis, t.centre);
    for (i, swing) in (0..).zip(&t.swings) {
        let top = f.top + step * i;
        let mid = if beside { top + step / 2 } else { top + step * 2 / 3 };
        let half = (step / 5).min(pen.px(8.0));
        // The end at which the input is low is hollow, the one at which it is high is filled: told apart without colour.
        for (value, filled) in [(swing.at_low, false), (swing.at_high, true)] {
            let x = f.x(&t.axis, value);
            let bar = Frame { left: centre.min(x), top: mid - half, right: centre.max(x), bottom: mid + half };
            if filled {
                pen.fill(bar, pen.theme.accent)?;
            } else {
                let style = pen.stroke(pen.theme.accent.to_rgba(), 1.5);
                pen.backend.draw_rect((bar.left, bar.top), (bar.right, bar.bottom), &style, false)?;
            }
        }
    }
    pen.line((centre, f.top), (centre, f.bottom), pen.theme.ink.to_rgba(), 1.5)?;
    for (i, swing) in (0..).zip(&t.swings) {
        let top = f.top + step * i;
        let mid = if beside { top + step / 2 } else { top + step * 2 / 3 };
        if beside {
            pen.text(&swing.name, f.left - pen.px(8.0), mid, HPos::Right, pen.theme.ink)?;
        } else {
            pen.text(&swing.name, f.left, top + step / 4, HPos::Left, pen.theme.ink)?;
        }
    }
    Ok(())
}
