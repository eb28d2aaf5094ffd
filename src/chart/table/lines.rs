//! Lines over years read as a table: a row for each date, a column for each line.

use crate::chart::spec::{Lines, Point};
use crate::format;
use crate::text::{Lang, demand, quantities};

use super::Table;

/// Reads the table; a date that a line does not have says that there is no figure.
pub(super) fn read(lines: &Lines, head: Vec<String>, lang: Lang) -> Table {
    let mut dates: Vec<(f64, &str)> = lines
        .lines
        .iter()
        .flat_map(|l| &l.points)
        .filter(|p| !p.label.is_empty())
        .map(|p| (p.at, p.label.as_str()))
        .collect();
    dates.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
    dates.dedup_by(|a, b| a.1 == b.1);
    let row = |label: &str| {
        let cells = lines.lines.iter().map(|l| {
            let point = l.points.iter().find(|p| p.label == label);
            point.and_then(|p| cell(p, lang)).unwrap_or_else(|| demand::no_figure(lang).to_owned())
        });
        std::iter::once(label.to_owned()).chain(cells).collect()
    };
    Table { head, rows: dates.into_iter().map(|(_, label)| row(label)).collect() }
}

fn cell(point: &Point, lang: Lang) -> Option<String> {
    let text = format::stated(lang, point.value?);
    Some(match &point.remark {
        Some(remark) => quantities::bracket(lang, &text, remark),
        None => text,
    })
}
