//! Rows of a table as the figures of one line: by date, with gaps where nothing is known.

use lodestone_model::report::Range;

use crate::chart::spec::Point;
pub(super) use crate::cite::Date;
use crate::site::tables::Row;
use crate::text::{Lang, prices as words};

/// Days of a month and months of a year, as far as a chart can show them.
const DAYS: f64 = 31.0;
const MONTHS: f64 = 12.0;

/// Where a date stands along the years; a month stands in its middle, a year at its beginning.
pub(super) fn place(date: Date) -> f64 {
    let month = date.month.map_or(0.0, |m| f64::from(m) - 1.0);
    let day = match (date.month, date.day) {
        (Some(_), Some(d)) => (f64::from(d) - 0.5) / DAYS,
        (Some(_), None) => 0.5,
        _ => 0.0,
    };
    f64::from(date.year) + (month + day) / MONTHS
}

/// The figure of a row with its bounds, divided by `scale`; `None` for a row without a central one.
pub(super) fn value(row: &Row, scale: f64) -> Option<Range> {
    let central = row.number("central").or_else(|| row.number("value"))?;
    let end = |name| row.number(name).unwrap_or(central);
    Some(Range::new(end("low"), central, end("high")).map(|v| v / scale))
}

/// Rows as the points of a line. `step` is the time between figures of a series, in years: a longer one is a gap.
pub(super) fn points(rows: &[Row], scale: f64, step: Option<f64>, lang: Lang) -> Vec<Point> {
    let mut points: Vec<Point> = rows
        .iter()
        .filter_map(|row| {
            let at = place(Date::read(row.get("date"))?);
            Some(Point { at, label: row.get("date").into(), value: value(row, scale), remark: remark(row, lang) })
        })
        .collect();
    points.sort_by(|a, b| a.at.total_cmp(&b.at));
    let Some(step) = step else { return points };
    let mut whole: Vec<Point> = Vec::with_capacity(points.len());
    for point in points {
        let before = whole.last().map(|p| p.at);
        if let Some(before) = before.filter(|before| point.at - before > step * 1.5) {
            // The date of a gap is nobody's: it stands in no table.
            whole.push(Point { at: before + step, label: String::new(), value: None, remark: None });
        }
        whole.push(point);
    }
    whole
}

/// What sets a figure apart from the others of its line.
fn remark(row: &Row, lang: Lang) -> Option<String> {
    if row.get("basis").ends_with("(estimated)") {
        Some(words::estimated(lang).into())
    } else if row.get("period").ends_with("(Jan to 5 Jul)") {
        Some(words::china_to(lang).into())
    } else {
        None
    }
}

/// The year of the edition that a row of the U.S. Geological Survey comes from.
pub(super) fn edition(row: &Row) -> Option<u16> {
    let (_, year) = row.get("id").rsplit_once("-usgs-")?;
    year.parse().ok()
}

/// Of rows that several editions have, those of the newest edition of each date.
pub(super) fn newest<'a>(rows: &[Row<'a>]) -> Vec<Row<'a>> {
    let later = |row: &Row, other: &Row| other.get("date") == row.get("date") && edition(other) > edition(row);
    rows.iter().filter(|row| !rows.iter().any(|other| later(row, other))).copied().collect()
}
