//! A chart read as a table: the numbers that its marks are drawn from, each row with its head.

#[cfg(lens)]
mod lines;

use lodestone_model::report::Range;

use super::spec::{Body, Curve, Spec};
use crate::format::{self, PLAIN};
use crate::text::{Lang, charts, demand};

/// The numbers of a chart as text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Column heads.
    pub head: Vec<String>,
    /// Rows; the first cell heads the row.
    pub rows: Vec<Vec<String>>,
}

/// Reads the table off the chart.
#[must_use]
pub fn read(spec: &Spec, lang: Lang) -> Table {
    let ranged = |r: Range| format::ranged(lang, r, PLAIN);
    let head = |rest: Vec<String>| [vec![spec.rows_are.clone()], rest].concat();
    let bounds = || [charts::low(lang), charts::central(lang), charts::high(lang)].map(str::to_owned);
    match &spec.body {
        Body::Build { bars, .. } => {
            let names = bars.first().map_or(&[][..], |b| &b.parts);
            let mut rows: Vec<Vec<String>> = (0..names.len())
                .map(|i| {
                    [vec![names[i].name.clone()], bars.iter().map(|b| ranged(b.parts[i].value)).collect()].concat()
                })
                .collect();
            let total = [vec![demand::total(lang).to_owned()], bars.iter().map(|b| ranged(b.sum)).collect()].concat();
            rows.push(total);
            Table { head: head(bars.iter().map(|b| b.name.clone()).collect()), rows }
        }
        Body::Curve(curve) => of_curve(curve, head(vec![]), &bounds(), lang),
        Body::Stack(stack) => {
            let years = stack.layers.first().map_or(&[][..], |l| &l.values);
            let cell = |value: Option<Range>| value.map_or_else(|| demand::no_figure(lang).to_owned(), ranged);
            let row = |i: usize, year: f64| {
                let sum = stack.sums.get(i).map(|(_, sum)| *sum);
                let cells = stack.layers.iter().map(|l| l.values[i].1).chain([sum]).map(cell);
                [vec![format!("{year}")], cells.collect()].concat()
            };
            let rows = years.iter().enumerate().map(|(i, (year, _))| row(i, *year)).collect();
            let names = stack.layers.iter().map(|l| l.name.clone()).chain([demand::total(lang).to_owned()]);
            Table { head: head(names.collect()), rows }
        }
        Body::Bars { bars, .. } => {
            let row = |b: &super::spec::Bar| {
                let (low, high) = format::both_ends(lang, b.value, PLAIN);
                vec![b.name.clone(), low, format::middle(lang, b.value, PLAIN), high]
            };
            Table { head: head(bounds().to_vec()), rows: bars.iter().map(row).collect() }
        }
        #[cfg(whole)]
        Body::Tornado(t) => {
            let cell = |v: f64| format::exact5(v);
            let rows = t.swings.iter().map(|s| vec![s.name.clone(), cell(s.at_low), cell(t.centre), cell(s.at_high)]);
            Table { head: head(bounds().to_vec()), rows: rows.collect() }
        }
        #[cfg(lens)]
        Body::Lines(l) => lines::read(l, head(l.lines.iter().map(|line| line.name.clone()).collect()), lang),
        Body::Empty(why) => Table { head: vec![spec.rows_are.clone()], rows: vec![vec![why.clone()]] },
    }
}

fn of_curve(curve: &Curve, mut head: Vec<String>, bounds: &[String; 3], lang: Lang) -> Table {
    head.push(curve.before.0.clone());
    head.extend(bounds.iter().map(|b| format!("{}: {b}", curve.after.0)));
    let rows = curve.before.1.iter().zip(&curve.after.1).map(|((x, before), (_, after))| {
        let (low, high) = format::both_ends(lang, *after, PLAIN);
        vec![format::exact5(*x), format::ranged(lang, *before, PLAIN), low, format::middle(lang, *after, PLAIN), high]
    });
    Table { head, rows: rows.collect() }
}

/// The table as HTML, named by `caption`.
#[must_use]
pub fn html(table: &Table, caption: &str) -> String {
    let mut out = String::from("<table><caption>");
    put(&mut out, caption);
    out.push_str("</caption><thead><tr>");
    for head in &table.head {
        out.push_str("<th scope=\"col\">");
        put(&mut out, head);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead><tbody>");
    for row in &table.rows {
        out.push_str("<tr>");
        for (i, cell) in row.iter().enumerate() {
            out.push_str(if i == 0 { "<th scope=\"row\">" } else { "<td>" });
            put(&mut out, cell);
            out.push_str(if i == 0 { "</th>" } else { "</td>" });
        }
        out.push_str("</tr>");
    }
    out + "</tbody></table>"
}

/// Text as it stands in HTML.
pub fn put(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            other => out.push(other),
        }
    }
}
