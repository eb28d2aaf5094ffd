//! Prices and exchange rates: charts of what belongs together, tables of what stands alone.
//!
//! Every row of `prices.csv` and `fx.csv` is on the page: in one of the [`charts`], among the single quotations
//! ([`quotes`]), or as what an earlier edition said. Rows are joined only where substance, form, unit, market, tax and
//! kind of figure are the same ([`series`]).

mod charts;
mod episodes;
mod figure;
mod names;
mod quotes;
mod series;

use lodestone_model::data::{NamedScenario, Param};
use yew::prelude::*;

use super::Props;
use crate::format;
use crate::route::Route;
use crate::site;
use crate::site::tables::Tables;
use crate::text::{Lang, prices as words};
use charts::Chart;

/// A word in any language.
type Word = fn(Lang) -> &'static str;

/// The sections of the page: id, headline.
const SECTIONS: [(&str, Word); 9] = [
    ("export", words::export_title),
    ("two-markets", words::two_title),
    ("china", words::china_title),
    ("after-2011", words::year_end_title),
    ("metal", words::metal_title),
    ("magnets", words::magnet_title),
    ("rates", words::rates_title),
    ("episodes", words::episodes_title),
    ("quotations", words::quotes_title),
];

/// The page.
#[component]
pub fn Prices(props: &Props) -> Html {
    let (lang, tables) = (props.lang, &props.tables);
    let charts = charts::prices(tables, lang);
    let rates = charts::rates(tables, lang);
    let (from, to) = span(tables);
    let chart = |id: &str| charts.iter().find(|c| c.spec.id == id).map(|c| figure::figure(c, lang));
    let several = |ids: &[&str]| html!(<div class="pr-several">{ for ids.iter().filter_map(|id| chart(id)) }</div>);
    let section = |i: usize, lead: Option<String>, content: Html| {
        let (id, title) = SECTIONS[i];
        let title_id = format!("{id}-title");
        html! {
            <section {id} aria-labelledby={title_id.clone()}>
                <h2 id={title_id}>{ title(lang) }</h2>
                { for lead.map(|lead| html!(<p class="pr-lead">{ lead }</p>)) }
                { content }
            </section>
        }
    };
    let year = tables.rows("fx").map(|r| r.get("date").to_owned()).max().unwrap_or_default();
    html! {
        <>
            <h1>{ site::title(Route::Prices, lang) }</h1>
            <p class="lead">{ words::lead(lang, &from, &to) }</p>
            <nav class="toc" aria-label={words::contents(lang)}>
                <ul>{ for SECTIONS.iter().map(|(id, title)| html!(<li><a href={format!("#{id}")}>{ title(lang) }</a></li>)) }</ul>
            </nav>
            { before(tables, lang) }
            { section(0, Some(words::export_lead(lang).into()), several(&["light", "heavy", "nd-monthly"])) }
            { section(1, Some(words::two_lead(lang).into()), several(&["two-markets"])) }
            { section(2, Some(words::china_lead(lang).into()), several(&["china-monthly", "china-nd", "china-pr", "china-ndpr"])) }
            { section(3, Some(words::year_end_lead(lang).into()), several(&["year-end"])) }
            { section(4, Some(words::metal_lead(lang).into()), several(&["metal"])) }
            { section(5, None, quotes::magnet(tables, lang)) }
            { section(6, Some(words::rates_lead(lang, &year)), html! {
                <>
                    <div class="pr-several">{ for rates.iter().map(|c| figure::figure(c, lang)) }</div>
                    <p><a class="load" href={scenario(NamedScenario::WonMinus10, "turbine")}>{ words::rates_try(lang) }</a></p>
                    <p><a href="../data/fx/">{ words::all_rates(lang, &tables.rows("fx").count().to_string()) }</a></p>
                </>
            }) }
            { section(7, Some(words::episodes_lead(lang).into()), episodes::all(tables, lang)) }
            { section(8, Some(words::quotes_lead(lang).into()), html! {
                <>
                    { quotes::quotations(tables, &drawn(&charts), lang) }
                    { quotes::editions(tables, lang) }
                    <p><a href="../data/prices/">{ words::all_rows(lang, &tables.rows("prices").count().to_string()) }</a></p>
                </>
            }) }
        </>
    }
}

/// What a reader must know before comparing.
fn before(tables: &Tables, lang: Lang) -> Html {
    let process = |id: &str| tables.rows("process").find(|r| r.get("id") == id).and_then(|r| r.number("central"));
    let percent = |id: &str| process(id).map_or_else(String::new, |v| format::percent(lang, v / 100.0));
    let s = process("stoichiometry-ndpr-oxide-75-percent-nd2o3-25-percent-pr6o11-by-mass-per-ndpr-met");
    let f = Param::ProcessMetalPerOxide.spec().central;
    let now = Param::MarketVat.spec().central;
    html! {
        <div class="pr-before">
            <h2>{ words::read_title(lang) }</h2>
            <ul>
                <li>{ words::read_substance(lang, &s.map_or_else(String::new, format::figure), &format::figure(f)) }</li>
                <li>{ words::read_vat(
                    lang,
                    &format::percent(lang, now),
                    &percent("price-basis-china-vat-may-2018-to-march-2019"),
                    &percent("price-basis-china-vat-before-may-2018"),
                ) }</li>
                <li>{ words::read_market(lang) }</li>
                <li>{ words::read_kind(lang) }</li>
            </ul>
        </div>
    }
}

/// The first and the last year of all prices.
fn span(tables: &Tables) -> (String, String) {
    let years = || tables.rows("prices").filter_map(|r| series::Date::read(r.get("date"))).map(|d| d.year);
    let text = |year: Option<u16>| year.map_or_else(String::new, |y| y.to_string());
    (text(years().min()), text(years().max()))
}

/// The rows that stand in a chart.
fn drawn(charts: &[Chart]) -> Vec<String> {
    charts.iter().flat_map(|c| c.rows.iter().cloned()).collect()
}

/// The address of a scenario on a page of the calculators.
fn scenario(scenario: NamedScenario, page: &str) -> String {
    format!("../{page}/?scenario={}", scenario.key())
}

#[cfg(test)]
mod tests;
