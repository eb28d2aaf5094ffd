//! Horizontal bars to both sides of a line: what an answer is at either end of one input.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::bars::{half, rows};
use super::{Outcome, Pen};
use crate::chart::layout::{Frame, Measure};
#[cfg(lens)]
use crate::chart::marks::{Mark, Row};
#[cfg(lens)]
use crate::chart::spec::Swing;
use crate::chart::spec::Tornado;
#[cfg(lens)]
use crate::text::{Lang, charts};

fn placed(m: &Measure, t: &Tornado) -> (Frame, bool, Vec<(i32, i32)>) {
    let names = m.widest(t.swings.iter().map(|s| &s.name)) + m.px(8.0);
    let beside = names * 5 < m.all.right * 2;
    let left = if beside { names } else { m.px(8.0) };
    let f = Frame { left, top: m.px(4.0), right: m.all.right - m.px(14.0), bottom: m.all.bottom - m.px(24.0) };
    (f, beside, rows(m, f, beside, t.swings.len()))
}

pub(super) fn draw<B: DrawingBackend>(pen: &mut Pen<B>, t: &Tornado) -> Outcome<B> {
    let (f, beside, rows) = placed(&pen.measure, t);
    let half = half(&pen.measure, &rows, f);
    pen.columns(f, &t.axis, true)?;
    let centre = f.x(&t.axis, t.centre);
    for (swing, (_, mid)) in t.swings.iter().zip(&rows) {
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
    for (swing, &(top, mid)) in t.swings.iter().zip(&rows) {
        if beside {
            pen.text(&swing.name, f.left - pen.px(8.0), mid, HPos::Right, pen.theme.ink)?;
        } else {
            // The line of the answer itself does not run through a name.
            let (y, tall) = ((top + mid - half) / 2, pen.px(8.0));
            let right = f.left + pen.width(&swing.name) + pen.px(2.0);
            pen.fill(Frame { left: f.left, top: y - tall, right, bottom: y + tall }, pen.theme.paper)?;
            pen.text(&swing.name, f.left, y, HPos::Left, pen.theme.ink)?;
        }
    }
    Ok(())
}

/// The answer at the low and at the high end of each input, beside the answer itself.
#[cfg(lens)]
pub(super) fn marks(m: &Measure, t: &Tornado, lang: Lang) -> Vec<Row> {
    let (f, _, rows) = placed(m, t);
    let row = |name: &str, at: fn(&Swing) -> f64| {
        let mark = |(swing, (_, y)): (&Swing, &(i32, i32))| {
            let mark = Mark::end(&swing.name, at(swing), (f.x(&t.axis, at(swing)), *y));
            mark.beside(charts::central(lang), t.centre)
        };
        Row { name: name.to_owned(), marks: t.swings.iter().zip(&rows).map(mark).collect() }
    };
    vec![row(charts::low(lang), |s| s.at_low), row(charts::high(lang), |s| s.at_high)]
}
