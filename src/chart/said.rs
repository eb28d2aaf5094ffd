//! A chart in words: what a point of it says, and what the whole of it shows now.
//!
//! Read off the marks, so that words, picture and table have the same numbers. Not here: the one sentence that a chart
//! always carries ([`super::spec::Spec::sentence`]).

use super::marks::{Mark, Row};
use super::spec::{Body, Spec};
use crate::format;
use crate::text::{Lang, lens as words};

/// Rows of a chart whose course is told.
const TOLD: usize = 3;
/// A value this much above both ends, or below them, is worth a sentence; as a part of what the row spans.
const WORTH: f64 = 0.02;

/// What a point says: which it is, its value with its range, and how it compares.
#[must_use]
pub fn point(row: &Row, mark: &Mark, lang: Lang) -> String {
    let said = if row.name.is_empty() {
        words::point_alone(lang, &mark.name, &mark.text)
    } else {
        words::point(lang, &row.name, &mark.name, &mark.text)
    };
    match compared(mark, lang) {
        Some(compared) => words::point_compared(lang, &said, &compared),
        None => said,
    }
}

/// How a point compares; nothing where it stands by itself, or where what it is compared with is zero.
#[must_use]
pub fn compared(mark: &Mark, lang: Lang) -> Option<String> {
    let (what, change) = (&mark.beside.as_ref()?.0, mark.change()?);
    let part = format::percent(lang, change.abs());
    Some(match change {
        c if c > 0.0 => words::more(lang, &part, what),
        c if c < 0.0 => words::less(lang, &part, what),
        _ => words::same(lang, what),
    })
}

/// What the chart shows: where it goes, its ends, where lines cross, where it is least sure.
#[must_use]
pub fn whole(spec: &Spec, rows: &[Row], lang: Lang) -> String {
    let mut said = vec![spec.sentence.clone()];
    match &spec.body {
        Body::Curve(_) | Body::Lines(_) | Body::Stack(_) => {
            // The sentence of lines over years has their extremes.
            let extremes = !matches!(spec.body, Body::Lines(_));
            rows.iter().take(TOLD).for_each(|row| course(&mut said, row, extremes, lang));
            if let (Body::Curve(_) | Body::Lines(_), [a, b, ..]) = (&spec.body, rows) {
                said.extend(crossing(a, b).map(|at| words::cross(lang, &a.name, &b.name, at)));
            }
        }
        Body::Tornado(t) => said.extend(t.swings.first().map(|s| {
            let (low, high) = (s.at_low.min(s.at_high), s.at_low.max(s.at_high));
            words::swing(lang, &s.name, &format::exact5(low), &format::exact5(high))
        })),
        Body::Build { .. } => {
            // The last mark is the sum of the others.
            let parts = |row: &Row| row.marks.split_last().and_then(|(_, parts)| most(parts).cloned());
            said.extend(
                rows.iter()
                    .filter_map(|r| Some((r, parts(r)?)))
                    .map(|(r, m)| words::largest(lang, &r.name, &m.name, &m.text)),
            );
        }
        Body::Bars { .. } => {
            let marks = rows.first().map_or(&[][..], |r| &r.marks);
            said.extend(most(marks).map(|m| words::largest_alone(lang, &m.name, &m.text)));
            if marks.len() > 1 {
                said.extend(least(marks).map(|m| words::smallest_alone(lang, &m.name, &m.text)));
            }
        }
        Body::Empty(why) => said.push(why.clone()),
    }
    let wide = |m: &&Mark| !m.value.is_exact() && m.value.high > m.value.low;
    let widest = rows.iter().take(1).flat_map(|r| &r.marks).filter(wide);
    let span = |m: &Mark| m.value.high - m.value.low;
    said.extend(widest.max_by(|a, b| span(a).total_cmp(&span(b))).map(|m| words::unsure(lang, &m.name, &m.text)));
    said.into_iter().reduce(|first, second| words::then(lang, &first, &second)).unwrap_or_default()
}

fn most(marks: &[Mark]) -> Option<&Mark> {
    marks.iter().max_by(|a, b| a.value.central.total_cmp(&b.value.central))
}

fn least(marks: &[Mark]) -> Option<&Mark> {
    marks.iter().min_by(|a, b| a.value.central.total_cmp(&b.value.central))
}

/// From where to where a row goes, and its extremes where they are not its ends.
fn course(said: &mut Vec<String>, row: &Row, extremes: bool, lang: Lang) {
    let (Some(first), Some(last)) = (row.marks.first(), row.marks.last()) else { return };
    if row.marks.len() < 2 {
        return;
    }
    let (from, to) = (first.value.central, last.value.central);
    let tell = match to - from {
        d if d > 0.0 => words::rises(lang, &row.name, &first.text, &first.name, &last.text, &last.name),
        d if d < 0.0 => words::falls(lang, &row.name, &first.text, &first.name, &last.text, &last.name),
        _ => words::level(lang, &row.name, &first.name, &last.name, &first.text),
    };
    said.push(tell);
    let (true, Some(top), Some(bottom)) = (extremes, most(&row.marks), least(&row.marks)) else { return };
    let worth = (top.value.central - bottom.value.central) * WORTH;
    if top.value.central > from.max(to) + worth {
        said.push(words::highest(lang, &top.text, &top.name));
    }
    if bottom.value.central < from.min(to) - worth {
        said.push(words::lowest(lang, &bottom.text, &bottom.name));
    }
}

/// The point near which the second row passes the first; the first such point.
fn crossing<'a>(a: &'a Row, b: &Row) -> Option<&'a str> {
    let at = |mark: &Mark| {
        let other = b.marks.iter().find(|m| m.name == mark.name)?;
        Some(mark.value.central - other.value.central)
    };
    let both: Vec<(&str, f64)> = a.marks.iter().filter_map(|m| Some((m.name.as_str(), at(m)?))).collect();
    let before = both.first().map(|(_, d)| *d)?;
    let passes = |(_, d): &&(&str, f64)| before * d < 0.0;
    both.iter().find(passes).map(|(name, _)| *name)
}
