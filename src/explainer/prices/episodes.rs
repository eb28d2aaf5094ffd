//! Times when prices ran away: quotations before and after, and the scenario that fits.

use lodestone_model::data::NamedScenario;
use yew::prelude::*;

use super::{Word, names, quotes};
use crate::format;
use crate::labels;
use crate::site::tables::{Row, Tables};
use crate::text::{Lang, prices as words};

/// How an episode begins in `shocks.csv`, its name, its scenario.
const EPISODES: [(&str, Word, NamedScenario); 4] = [
    ("2010-11 export quota", words::episode_quota, NamedScenario::Embargo2010),
    ("2021-22 rally", words::episode_rally, NamedScenario::Rally202122),
    ("April 2025 export controls", words::episode_control, NamedScenario::Control202504),
    ("2025-26 NdPr rally", words::episode_ndpr, NamedScenario::Rally202526),
];

/// A substance as `shocks.csv` names it, with what it is in `prices.csv`.
fn substance(material: &str) -> Option<Word> {
    let material = material.strip_suffix(" (FOB China)").unwrap_or(material);
    let (element, form) = material.split_once(' ').unwrap_or((material, ""));
    names::substance(element, form)
}

/// Prices before and after of the table: substances and markets that the page has words for.
pub(super) fn prices<'a>(tables: &'a Tables, begins: &'a str) -> impl Iterator<Item = Row<'a>> {
    tables.rows("shocks").filter(move |row| {
        row.get("episode").starts_with(begins)
            && ["USD/kg", "CNY/t"].contains(&row.get("unit"))
            && substance(row.get("material")).is_some()
            && names::basis(row.get("basis")).is_some()
    })
}

/// All episodes.
pub(super) fn all(tables: &Tables, lang: Lang) -> Html {
    html!(<>{ for EPISODES.into_iter().map(|(begins, name, scenario)| episode(tables, begins, name, scenario, lang)) }</>)
}

fn episode(tables: &Tables, begins: &str, name: Word, scenario: NamedScenario, lang: Lang) -> Html {
    let heads = [words::substance, words::before, words::after, words::factor, words::market, words::source]
        .map(|word| word(lang));
    let dated = |row: &Row, value: &str, date: &str| {
        let text =
            row.number(value).map_or_else(String::new, |v| quotes::unit(row.get("unit"), &format::exact(v), lang));
        html!(<>{ text }<small>{ date_of(row.get(date), lang) }</small></>)
    };
    let row = |row: Row| {
        let factor = row.number("change_factor").map_or_else(String::new, format::figure);
        let cells = [
            dated(&row, "value_before", "date_before"),
            dated(&row, "value_after", "date_after"),
            html!({ format!("×\u{a0}{factor}") }),
            names::cell(names::basis(row.get("basis")), row.get("basis"), lang),
            quotes::source(&row),
        ];
        html! {
            <tr data-row={row.get("id").to_owned()}>
                <th scope="row">{ names::cell(substance(row.get("material")), row.get("material"), lang) }</th>
                { for cells.into_iter().zip(&heads[1..]).map(|(cell, head)| html!(<td data-label={*head}>{ cell }</td>)) }
            </tr>
        }
    };
    html! {
        <div class="pr-episode" id={scenario.key()}>
            <h3>{ name(lang) }</h3>
            <p><a class="load" href={super::scenario(scenario, "shocks")}>
                { words::episode_open(lang, labels::scenario(lang, scenario)) }
            </a></p>
            <table class="figures pr-quotes">
                <caption class="unseen">{ name(lang) }</caption>
                <thead><tr>{ for heads.iter().map(|h| html!(<th scope="col">{ *h }</th>)) }</tr></thead>
                <tbody>{ for prices(tables, begins).map(row) }</tbody>
            </table>
        </div>
    }
}

/// A date, with what the table says of it in the reader's language: `before 2010`, `2011 peak`.
fn date_of(text: &str, lang: Lang) -> String {
    if let Some(year) = text.strip_prefix("before ") {
        words::before_date(lang, year)
    } else if let Some(year) = text.strip_suffix(" peak") {
        words::peak_date(lang, year)
    } else {
        text.to_owned()
    }
}
