//! Price episodes: what cost how much before and after, and what the model makes of it.

use lodestone_model::data::NamedScenario;
use lodestone_model::inputs::Inputs;
use lodestone_model::outputs::Shared;
use lodestone_model::report::SupplySide;
use yew::prelude::*;

use super::when;
use crate::cite::{self, Date};
use crate::claims::with_unit;
use crate::components::product_tables::data_table;
use crate::explainer::cells;
use crate::format;
use crate::labels;
use crate::route::Route;
use crate::site::tables::{Row, Tables};
use crate::text::{Lang, supply, timeline as words};

/// This page.
const HERE: Route = Route::Timeline;

/// The episodes by key, oldest first, with their words and the scenario that holds their numbers.
type Word = fn(Lang) -> &'static str;
const EPISODES: [(&str, Word, NamedScenario); 4] = [
    ("embargo", words::episode_embargo, NamedScenario::Embargo2010),
    ("rally", words::episode_rally, NamedScenario::Rally202122),
    ("control", words::episode_control, NamedScenario::Control202504),
    ("rally-2025", words::episode_rally_2025, NamedScenario::Rally202526),
];

/// All of them.
pub fn episodes(lang: Lang, tables: &Tables) -> Html {
    let side = SupplySide::new(&Inputs::default(), &Shared::default());
    html! {
        <section class="episodes" id="episodes" aria-labelledby="episodes-title">
            <h2 id="episodes-title">{ words::episodes(lang) }</h2>
            <p>{ words::episodes_lead(lang) }</p>
            { for EPISODES.iter().map(|(key, name, scenario)| html! {
                <section id={format!("episode-{key}")} aria-labelledby={format!("episode-{key}-title")}>
                    <h3 id={format!("episode-{key}-title")}>{ name(lang) }</h3>
                    { prices(lang, tables, key, name(lang)) }
                    { history(lang, tables, &side, key) }
                    <p><a class="load" href={format!("{}?scenario={}", HERE.to(Route::Shocks, lang), scenario.key())}>
                        { words::open_scenario(lang, labels::scenario(lang, *scenario)) }
                    </a></p>
                </section>
            }) }
        </section>
    }
}

fn prices(lang: Lang, tables: &Tables, key: &str, name: &str) -> Html {
    let rows = tables.rows("shocks").filter(|r| r.get("episode_key") == key && r.number("value_after").is_some());
    let row = |r: Row| {
        let factor = r.number("change_factor").map(|f| words::times(lang, &format::significant(f, 3)));
        let source = cite::source(r.get("source_id"));
        html! {
            <tr id={r.get("id").to_owned()}>
                <th scope="row">{ cells::text(r, "material", lang) }<small>{ cells::text(r, "basis", lang) }</small></th>
                <td data-label={words::before(lang)}>{ value(lang, r, "before") }</td>
                <td data-label={words::after(lang)}>{ value(lang, r, "after") }</td>
                <td data-label={words::change(lang)}>{ factor }</td>
                <td data-label={words::source(lang)}>
                    if let Some(source) = source { { cells::source(HERE, lang, source) } }
                    <small>{ cells::grade(lang, r.get("grade")) }</small>
                </td>
            </tr>
        }
    };
    html! {
        <table class="figures quoted">
            <caption>{ words::episode_table(lang, name) }</caption>
            <thead><tr>
                <th scope="col">{ words::what(lang) }</th>
                <th scope="col">{ words::before(lang) }</th>
                <th scope="col">{ words::after(lang) }</th>
                <th scope="col">{ words::change(lang) }</th>
                <th scope="col">{ words::source(lang) }</th>
            </tr></thead>
            <tbody>{ for rows.map(row) }</tbody>
        </table>
    }
}

/// A figure with its date under it.
fn value(lang: Lang, row: Row, end: &str) -> Html {
    let number = row.number(&format!("value_{end}")).map(format::exact).unwrap_or_default();
    let figure = match row.get("unit") {
        "index" => words::index(lang, &number),
        "percent of quota" => words::of_quota(lang, &number),
        unit => with_unit(lang, &number, unit),
    };
    let stated = row.get(&format!("date_{end}"));
    let date = match (Date::read(stated), lang) {
        (Some(date), _) => when::said(date, lang),
        (None, Lang::Ko) => row.get(&format!("{end}_ko")).to_owned(),
        (None, Lang::Zh) => row.get(&format!("{end}_zh")).to_owned(),
        _ => stated.to_owned(),
    };
    html!(<>{ figure }<small>{ date }</small></>)
}

/// The model against what was quoted.
fn history(lang: Lang, tables: &Tables, side: &SupplySide, key: &str) -> Html {
    let of = |id: &str| tables.rows("episodes").any(|r| r.get("id") == id && r.get("episode") == key);
    let rows: Vec<_> = side
        .history
        .iter()
        .filter(|t| of(t.episode.key()))
        .map(|t| {
            let bare = |text: String| (text, String::new());
            let cells = vec![
                format::apart(lang, t.predicted, format::PLAIN),
                bare(format::figure(t.observed)),
                bare(format::signed_percent(lang, t.error)),
            ];
            (AttrValue::from(labels::episode(lang, t.episode)), cells)
        })
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    let head = vec![supply::episode(lang), supply::predicted(lang), supply::observed(lang), supply::error(lang)];
    html! {
        <details>
            <summary>{ supply::history(lang) }</summary>
            <p class="hint">{ supply::history_lead(lang) }</p>
            { data_table(supply::history(lang), &head, &rows, false) }
        </details>
    }
}
