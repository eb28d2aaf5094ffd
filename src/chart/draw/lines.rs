//! Lines over years: dashes and marks beside colours, gaps where there is no figure, bounds as bars or as a band, names
//! at the ends.

use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBAColor};
use plotters_backend::DrawingBackend;

use lodestone_model::report::Range;

use super::curve::dashed;
use super::{Outcome, Pen};
use crate::chart::layout::{Frame, Measure, spread};
use crate::chart::marks::{Mark, Row, in_turn};
use crate::chart::spec::{Axis, Line, Lines, Point, Scale};
use crate::format;
use crate::text::{Lang, quantities};

/// Figures of a line up to which each has a mark; more of them are a line alone.
const MARKED: usize = 32;
/// Dashes and gaps of a line in CSS pixels, by its look; none is a whole line.
const DASHES: [Option<(f64, f64)>; 5] = [None, Some((9.0, 4.0)), Some((2.0, 3.0)), Some((14.0, 3.0)), Some((5.0, 3.0))];
/// Height of a row of names in CSS pixels.
const ROW: f64 = 17.0;

/// Where the lines stand: the frame, the axis on which values are placed, and where the names are.
fn placed(m: &Measure, l: &Lines) -> (Frame, Axis, Names) {
    let names = m.widest(l.lines.iter().map(|line| &line.name)) + m.px(26.0);
    // Names stand at the right of the lines; above the chart where they would take too much of it, or where nothing is
    // joined, so that what leads to a name is no line. One line alone is named by the headline.
    let kind = if l.lines.len() == 1 {
        Names::None
    } else if names * 5 < m.all.right * 2 && l.lines.iter().all(|line| line.joined) {
        Names::Beside
    } else {
        Names::Above
    };
    let above = match kind {
        Names::Above => m.px(ROW) * i32::try_from(l.lines.len()).unwrap_or(0),
        _ => 0,
    };
    let axis = along(&l.y, l.scale);
    let f = Frame {
        left: m.left_of_ticks(&axis),
        top: above + m.px(10.0),
        right: m.all.right - if kind == Names::Beside { names } else { m.px(14.0) },
        bottom: m.all.bottom - m.px(26.0),
    };
    (f, axis, kind)
}

/// Where the names of lines stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    None,
    Beside,
    Above,
}

pub(super) fn draw<B: DrawingBackend>(pen: &mut Pen<B>, l: &Lines) -> Outcome<B> {
    let (f, axis, names) = placed(&pen.measure, l);
    pen.rows(f, &axis)?;
    pen.columns(f, &l.x, false)?;
    for line in &l.lines {
        bounds(pen, f, l, &axis, line)?;
    }
    for line in &l.lines {
        strokes(pen, f, l, &axis, line)?;
    }
    match names {
        Names::Beside => at_the_ends(pen, f, l, &axis),
        Names::Above => on_top(pen, l),
        Names::None => Ok(()),
    }
}

/// The axis on which values are placed: by factors it runs over logarithms.
fn along(axis: &Axis, scale: Scale) -> Axis {
    let at = |v: f64| place(scale, v);
    Axis {
        from: at(axis.from),
        to: at(axis.to),
        ticks: axis.ticks.iter().map(|(value, text)| (at(*value), text.clone())).collect(),
    }
}

fn place(scale: Scale, value: f64) -> f64 {
    match scale {
        Scale::Even => value,
        Scale::Factors => libm::log(value),
    }
}

/// Figures that follow each other without a gap, as pixels: centre, low, high, and whether the mark is hollow.
type Run = Vec<(i32, [i32; 3], bool)>;

/// Figures a column of pixels above which some of them cannot be seen.
const SEEN: usize = 4;

/// What the pixels can show of a run: of each column the first and the last figure and those that reach furthest, in the
/// order in which they come. No pixel is another than with all of them.
fn thinned(run: Run) -> Run {
    let columns = run.chunk_by(|a, b| a.0 == b.0);
    if run.len() <= SEEN * columns.clone().count() {
        return run;
    }
    let mut out = Run::new();
    for column in columns {
        let at = |by: fn(&[i32; 3]) -> i32| (0..column.len()).max_by_key(|i| by(&column[*i].1)).unwrap_or(0);
        let mut kept = [0, column.len() - 1, at(|y| y[0]), at(|y| -y[0]), at(|y| y[1]), at(|y| -y[2])];
        kept.sort_unstable();
        let mut last = None;
        for i in kept {
            if last != Some(i) {
                out.push(column[i]);
                last = Some(i);
            }
        }
    }
    out
}

fn runs(f: Frame, l: &Lines, axis: &Axis, line: &Line) -> Vec<Run> {
    let mut runs: Vec<Run> = vec![Run::new()];
    for point in &line.points {
        match point.value {
            Some(v) => {
                let row = |v| f.y(axis, place(l.scale, v));
                let y = row(v.central);
                let rows = if v.low < v.high { [y, row(v.low), row(v.high)] } else { [y; 3] };
                if let Some(run) = runs.last_mut() {
                    run.push((f.x(&l.x, point.at), rows, point.remark.is_some()));
                }
            }
            None => runs.push(Run::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs.into_iter().map(thinned).collect()
}

/// A band where a line has many figures, else a bar from low to high at each.
fn bounds<B: DrawingBackend>(pen: &mut Pen<B>, f: Frame, l: &Lines, axis: &Axis, line: &Line) -> Outcome<B> {
    // Where nothing is unsure there is nothing to draw.
    if line.values().all(|(_, v)| v.low >= v.high) {
        return Ok(());
    }
    let colour = pen.theme.tone(line.tone);
    let dense = line.values().count() > MARKED || (line.joined && l.lines.len() == 1);
    for run in runs(f, l, axis, line) {
        if dense && run.len() > 1 {
            let upper = run.iter().map(|(x, [_, _, high], _)| (*x, *high));
            let lower = run.iter().rev().map(|(x, [_, low, _], _)| (*x, *low));
            let band: Vec<_> = upper.chain(lower).collect();
            if run.iter().any(|(_, [_, low, high], _)| low != high) {
                pen.backend.fill_polygon(band, &colour.mix(0.2))?;
            }
            continue;
        }
        for (x, [_, low, high], _) in run.into_iter().filter(|(_, [_, low, high], _)| low != high) {
            let half = pen.px(4.0);
            pen.line((x, low), (x, high), colour.to_rgba(), 1.5)?;
            for end in [low, high] {
                pen.line((x - half, end), (x + half, end), colour.to_rgba(), 1.5)?;
            }
        }
    }
    Ok(())
}

fn strokes<B: DrawingBackend>(pen: &mut Pen<B>, f: Frame, l: &Lines, axis: &Axis, line: &Line) -> Outcome<B> {
    let colour = pen.theme.tone(line.tone).to_rgba();
    let marked = line.values().count() <= MARKED;
    for run in runs(f, l, axis, line) {
        let path: Vec<_> = run.iter().map(|(x, [y, ..], _)| (*x, *y)).collect();
        if line.joined && path.len() > 1 {
            stroke(pen, &path, line.look, colour)?;
        }
        for (x, [y, ..], hollow) in run.into_iter().filter(|_| marked || path.len() == 1) {
            mark(pen, (x, y), line.look, colour, hollow)?;
        }
    }
    Ok(())
}

fn stroke<B: DrawingBackend>(pen: &mut Pen<B>, path: &[(i32, i32)], look: usize, colour: RGBAColor) -> Outcome<B> {
    match DASHES[look % DASHES.len()] {
        Some((on, off)) => {
            let ends = dashed(path, pen.px(on).max(1), pen.px(off).max(1));
            pen.dashes(&ends, colour, 2.0)
        }
        None => {
            let style = pen.stroke(colour, 2.0);
            pen.backend.draw_path(path.iter().copied(), &style)
        }
    }
}

/// A mark whose shape goes with the look: disc, square, triangle, diamond, in turn.
fn mark<B: DrawingBackend>(
    pen: &mut Pen<B>,
    (x, y): (i32, i32),
    look: usize,
    colour: RGBAColor,
    hollow: bool,
) -> Outcome<B> {
    let r = pen.px(4.0);
    let outline = pen.stroke(colour, 1.5);
    let corners = match look % 4 {
        0 => {
            let fill = if hollow { pen.theme.paper.to_rgba() } else { colour };
            pen.backend.draw_circle((x, y), r.unsigned_abs(), &fill.filled(), true)?;
            return pen.backend.draw_circle((x, y), r.unsigned_abs(), &outline, false);
        }
        1 => vec![(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)],
        2 => vec![(x, y - r - 1), (x + r + 1, y + r), (x - r - 1, y + r)],
        _ => vec![(x, y - r - 1), (x + r + 1, y), (x, y + r + 1), (x - r - 1, y)],
    };
    let fill = if hollow { pen.theme.paper.to_rgba() } else { colour };
    pen.backend.fill_polygon(corners.iter().copied(), &fill)?;
    let closed = corners.iter().chain(corners.first()).copied();
    pen.backend.draw_path(closed.collect::<Vec<_>>(), &outline)
}

/// Names to the right of the ends, moved apart; a thin line leads to one that had to move.
fn at_the_ends<B: DrawingBackend>(pen: &mut Pen<B>, f: Frame, l: &Lines, axis: &Axis) -> Outcome<B> {
    let end = |line: &Line| {
        let (point, v) = line.values().last()?;
        Some((f.x(&l.x, point.at), f.y(axis, place(l.scale, v.central))))
    };
    let mut named: Vec<(&Line, (i32, i32))> = l.lines.iter().filter_map(|line| Some((line, end(line)?))).collect();
    named.sort_by_key(|(_, (_, y))| *y);
    let wanted: Vec<i32> = named.iter().map(|(_, (_, y))| *y).collect();
    let rows = spread(&wanted, pen.px(ROW), f.top, f.bottom);
    for ((line, (x, y)), row) in named.into_iter().zip(rows) {
        let left = f.right + pen.px(14.0);
        if x + pen.px(8.0) < left {
            pen.line((x + pen.px(6.0), y), (left - pen.px(6.0), row), pen.theme.soft.mix(0.5), 1.0)?;
        }
        mark(pen, (left, row), line.look, pen.theme.tone(line.tone).to_rgba(), false)?;
        pen.text(&line.name, left + pen.px(9.0), row, HPos::Left, pen.theme.ink)?;
    }
    Ok(())
}

/// Names above the chart, one below the other, each after a piece of its line.
fn on_top<B: DrawingBackend>(pen: &mut Pen<B>, l: &Lines) -> Outcome<B> {
    for (i, line) in (0..).zip(&l.lines) {
        let row = pen.px(ROW) * i + pen.px(9.0);
        let (left, right) = (pen.px(4.0), pen.px(32.0));
        let colour = pen.theme.tone(line.tone).to_rgba();
        if line.joined {
            stroke(pen, &[(left, row), (right, row)], line.look, colour)?;
        }
        mark(pen, ((left + right) / 2, row), line.look, colour, false)?;
        pen.text(&line.name, right + pen.px(8.0), row, HPos::Left, pen.theme.ink)?;
    }
    Ok(())
}

/// A row a line, each figure beside the one before.
pub(super) fn marks(m: &Measure, l: &Lines, lang: Lang) -> Vec<Row> {
    let (f, axis, _) = placed(m, l);
    let of = |line: &Line| {
        let mark = |(point, value): (&Point, Range)| {
            let spot = (f.x(&l.x, point.at), f.y(&axis, place(l.scale, value.central)));
            let mark = Mark::new(lang, &point.label, value, spot);
            let stated = format::stated(lang, value);
            // As the table says it.
            let text = point.remark.as_ref().map_or(stated.clone(), |r| quantities::bracket(lang, &stated, r));
            Mark { text, ..mark }
        };
        Row { name: line.name.clone(), marks: in_turn(line.values().map(mark).collect()) }
    };
    l.lines.iter().map(of).collect()
}
