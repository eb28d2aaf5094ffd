//! A chart read as a table: the numbers that its marks are drawn from, each row with its head.

use lodestone_model::report::Range;
use yew::{Html, html};

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
        Body::Tornado(t) => {
            let cell = |v: f64| format::exact5(v);
            let rows = t.swings.iter().map(|s| vec![s.name.clone(), cell(s.at_low), cell(t.centre), cell(s.at_high)]);
            Table { head: head(bounds().to_vec()), rows: rows.collect() }
        }
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
pub fn view(table: &Table, caption: &str) -> Html {
    let cell = |(i, text): (usize, &String)| {
        if i == 0 { html!(<th scope="row">{ text.clone() }</th>) } else { html!(<td>{ text.clone() }</td>) }
    };
    html! {
        <table>
            <caption>{ caption.to_owned() }</caption>
            <thead><tr>{ for table.head.iter().map(|h| html!(<th scope="col">{ h.clone() }</th>)) }</tr></thead>
            <tbody>
                { for table.rows.iter().map(|row| html!(<tr>{ for row.iter().enumerate().map(cell) }</tr>)) }
            </tbody>
        </table>
    }
}
