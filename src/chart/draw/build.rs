//! Stacked horizontal bars, one below the other.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::{Outcome, Pen};
use crate::chart::layout::{Frame, Measure, spread};
#[cfg(lens)]
use crate::chart::marks::{Mark, Row};
use crate::chart::spec::{Axis, Build, Tone};
#[cfg(lens)]
use crate::text::{Lang, demand};

/// Where the bars stand: the frame, and for each bar the rows between which it is filled.
fn placed(m: &Measure, bars: &[Build]) -> (Frame, Vec<(i32, i32)>) {
    let totals = m.widest(bars.iter().map(|b| &b.total));
    let f =
        Frame { left: m.px(2.0), top: 0, right: m.all.right - totals - m.px(14.0), bottom: m.all.bottom - m.px(24.0) };
    let count = i32::try_from(bars.len()).unwrap_or(1);
    let step = (f.bottom - f.top) / count.max(1);
    (f, (0..count).map(|i| (f.top + step * i + m.px(24.0), f.top + step * (i + 1) - m.px(20.0))).collect())
}

/// Draws the bars; `names` are those of the legend, by whose places parts too thin for a name are numbered.
pub(super) fn draw<B: DrawingBackend>(
    pen: &mut Pen<B>,
    bars: &[Build],
    axis: &Axis,
    names: &[(&str, Tone)],
) -> Outcome<B> {
    let (f, rows) = placed(&pen.measure, bars);
    pen.columns(f, axis, true)?;
    for (bar, (upper, lower)) in bars.iter().zip(rows) {
        pen.text(&bar.name, f.left, upper - pen.px(12.0), HPos::Left, pen.theme.ink)?;
        let (mut sum, mut x) = (0.0, f.x(axis, 0.0));
        let mut thin = Vec::new();
        for part in &bar.parts {
            sum += part.value.central.max(0.0);
            let end = f.x(axis, sum);
            let colour = pen.theme.tone(part.tone);
            pen.fill(Frame { left: x, top: upper, right: end, bottom: lower }, colour)?;
            // A hairline of paper parts neighbours that are alike to some eyes.
            pen.line((end, upper), (end, lower), pen.theme.paper.to_rgba(), 1.0)?;
            if pen.width(&part.name) + pen.px(8.0) < end - x {
                let ink = pen.theme.text_on(part.tone);
                pen.text(&part.name, x + pen.px(5.0), (upper + lower) / 2, HPos::Left, ink)?;
            } else if let Some(place) = names.iter().position(|(name, _)| *name == part.name).filter(|_| end > x) {
                thin.push((place + 1, (x + end) / 2));
            }
            x = end;
        }
        // Below the bar there is room up to the edge of the picture.
        let (left, right) = (f.left + pen.px(5.0), pen.measure.all.right - pen.px(6.0));
        let columns = spread(&thin.iter().map(|(_, x)| *x).collect::<Vec<_>>(), pen.px(13.0), left, right);
        for ((number, x), column) in thin.into_iter().zip(columns) {
            pen.number(number, (x, lower), (column, lower + pen.px(12.0)), 0, pen.px(7.0))?;
        }
        pen.text(&bar.total, x + pen.px(6.0), (upper + lower) / 2, HPos::Left, pen.theme.ink)?;
    }
    Ok(())
}

/// The parts of each bar and its sum, each beside the same of the bar above.
#[cfg(lens)]
pub(super) fn marks(m: &Measure, bars: &[Build], axis: &Axis, lang: Lang) -> Vec<Row> {
    let (f, rows) = placed(m, bars);
    let mut out: Vec<Row> = Vec::new();
    for (bar, (upper, lower)) in bars.iter().zip(rows) {
        let (mut sum, y) = (0.0, (upper + lower) / 2);
        let mut marks: Vec<Mark> = Vec::new();
        for part in &bar.parts {
            let from = sum;
            sum += part.value.central.max(0.0);
            let spot = ((f.x(axis, from) + f.x(axis, sum)) / 2, y);
            marks.push(Mark::new(lang, &part.name, part.value, spot));
        }
        marks.push(Mark::new(lang, demand::total(lang), bar.sum, (f.x(axis, sum), y)));
        if let Some(above) = out.first() {
            let both = marks.into_iter().zip(&above.marks);
            marks = both.map(|(mark, other)| mark.beside(&above.name, other.value.central)).collect();
        }
        out.push(Row { name: bar.name.clone(), marks });
    }
    out
}
