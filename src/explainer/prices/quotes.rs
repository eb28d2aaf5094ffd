//! Prices that stand alone, the one price of a magnet, and what earlier editions said.

use yew::prelude::*;

use super::{names, series};
use crate::cite;
use crate::components::source_list::short;
use crate::format;
use crate::site::tables::{Row, Tables};
use crate::text::{Lang, prices as words, quantities};

/// A price with its bounds, in the unit of its row.
fn price(row: &Row, lang: Lang) -> String {
    let in_unit = |value: f64| unit(row.get("unit"), &format::exact(value), lang);
    let between = |low: f64, high: f64| quantities::between(lang, &format::exact(low), &format::exact(high));
    match (row.number("low"), row.number("central"), row.number("high")) {
        (Some(low), Some(central), Some(high)) => quantities::bracket(lang, &in_unit(central), &between(low, high)),
        (_, Some(central), _) => in_unit(central),
        (Some(low), None, Some(high)) => unit(row.get("unit"), &between(low, high), lang),
        (Some(one), None, None) | (None, None, Some(one)) => in_unit(one),
        (None, None, None) => String::new(),
    }
}

/// A number in the unit of its row.
pub(super) fn unit(unit: &str, number: &str, lang: Lang) -> String {
    if unit == "CNY/t" { words::cny_t_whole(lang, number) } else { words::usd_kg(lang, number) }
}

/// The source of a row in few words, with a link to the whole.
pub(super) fn source(row: &Row) -> Html {
    cite::source(row.get("source_id")).map_or_else(Html::default, short)
}

/// The one price of a finished magnet.
pub(super) fn magnet(tables: &Tables, lang: Lang) -> Html {
    let all = tables.rows("prices").filter(|r| r.get("material") == "NdFeB magnet");
    let one = |row: Row| html!(<p>{ words::magnet_text(lang, &price(&row, lang)) }{ " " }<span class="hint">{ words::sources(lang) }{ " " }{ source(&row) }</span></p>);
    html!(<>{ for all.map(one) }</>)
}

/// Every price that stands in no chart and is no earlier edition of one.
pub(super) fn quotations(tables: &Tables, drawn: &[String], lang: Lang) -> Html {
    let alone = |row: &Row| !drawn.iter().any(|id| id == row.get("id")) && series::edition(row).is_none();
    let mut all: Vec<Row> = tables.rows("prices").filter(alone).collect();
    all.sort_by(|a, b| a.get("date").cmp(b.get("date")));
    let heads =
        [words::date, words::substance, words::price, words::kind, words::market, words::source].map(|word| word(lang));
    let row = |row: &Row| {
        let date = if row.get("date") == "long term" { words::long_term(lang) } else { row.get("date") };
        let cells = [
            names::cell(names::substance(row.get("material"), row.get("form")), row.get("form"), lang),
            html!({ price(row, lang) }),
            names::cell(names::period(row.get("period")), row.get("period"), lang),
            names::cell(names::basis(row.get("basis")), row.get("basis"), lang),
            source(row),
        ];
        html! {
            <tr data-row={row.get("id").to_owned()}>
                <th scope="row">{ date.to_owned() }</th>
                { for cells.into_iter().zip(&heads[1..]).map(|(cell, head)| html!(<td data-label={*head}>{ cell }</td>)) }
            </tr>
        }
    };
    html! {
        <details class="table">
            <summary>{ words::quotes_count(lang, &all.len().to_string()) }</summary>
            <table class="figures pr-quotes">
                <caption>{ words::quotes_title(lang) }</caption>
                <thead><tr>{ for heads.iter().map(|h| html!(<th scope="col">{ *h }</th>)) }</tr></thead>
                <tbody>{ for all.iter().map(row) }</tbody>
            </table>
        </details>
    }
}

/// What earlier editions of the U.S. Geological Survey said of years for which a newer one says something else.
pub(super) fn editions(tables: &Tables, lang: Lang) -> Html {
    let all: Vec<Row> = tables.rows("prices").filter(|r| series::edition(r).is_some()).collect();
    let of = |row: &Row| (row.get("material").to_owned(), row.get("date").to_owned(), row.get("period").to_owned());
    let newest = |row: &Row| all.iter().filter(|r| of(r) == of(row)).max_by_key(|r| series::edition(r)).copied();
    let earlier: Vec<(Row, Row)> = all
        .iter()
        .filter_map(|row| Some((*row, newest(row)?)))
        .filter(|(row, newest)| row.get("id") != newest.get("id"))
        .collect();
    let changed = || earlier.iter().filter(|(row, newest)| row.number("central") != newest.number("central"));
    let row = |(row, newest): &(Row, Row)| {
        let edition =
            |r: &Row| words::editions_edition(lang, &series::edition(r).map_or_else(String::new, |y| y.to_string()));
        html! {
            <tr data-row={row.get("id").to_owned()}>
                <th scope="row">{ names::cell(names::substance(row.get("material"), row.get("form")), "", lang) }{ ", " }{ row.get("date").to_owned() }</th>
                <td>{ price(row, lang) }<small>{ edition(row) }</small></td>
                <td>{ price(newest, lang) }<small>{ edition(newest) }</small></td>
            </tr>
        }
    };
    let lead = words::editions_lead(lang, &earlier.len().to_string(), &changed().count().to_string());
    html! {
        <>
            <h3>{ words::editions_title(lang) }</h3>
            <p>{ lead }</p>
            <table class="compact">
                <caption class="unseen">{ words::editions_title(lang) }</caption>
                <thead><tr>
                    <th scope="col">{ words::substance(lang) }</th>
                    <th scope="col">{ words::before(lang) }</th>
                    <th scope="col">{ words::editions_newest(lang) }</th>
                </tr></thead>
                <tbody>{ for changed().map(row) }</tbody>
            </table>
        </>
    }
}
