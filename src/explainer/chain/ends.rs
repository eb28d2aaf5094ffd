//! What follows the stages: companies by country, funds, what is left out, and what the page rests on.

use lodestone_model::data::DATA_VERSION;
use yew::prelude::*;

use super::firm::{listing, names, note, source};
use super::rows::{Chain, Entry, once, text};
use super::{capital, count, country};
use crate::cite;
use crate::components::source_list::cite as citation;
use crate::reference::names::table;
use crate::route::Route;
use crate::site::tables::Tables;
use crate::text::{Lang, chain as words};

/// Companies by country, each with the stages at which it stands.
pub fn index(chain: &Chain, lang: Lang) -> Html {
    let company = |name: &&str| {
        let mut entries = chain.entries.iter().filter(|e| e.company() == *name);
        let first = entries.clone().next()?;
        let mut stages: Vec<(usize, &str)> = Vec::new();
        entries.by_ref().for_each(|e| {
            if stages.iter().all(|(s, _)| *s != e.stage()) {
                stages.push((e.stage(), e.id()));
            }
        });
        let stage = |(order, id): &(usize, &str)| html!(<li><a href={format!("#{id}")}>{ capital(chain.of_stage(*order, lang, "stage")) }</a></li>);
        Some(html!(<li>{ names(lang, *first) }<ul>{ for stages.iter().map(stage) }</ul></li>))
    };
    let land = |letters: &&str| {
        let companies = chain.companies(letters);
        html! {
            <div class="land">
                <h3>{ country::name(lang, letters) }{ " " }<span class="by">{ count(lang, companies.len()) }</span></h3>
                <ul class="by-country">{ for companies.iter().filter_map(company) }</ul>
            </div>
        }
    };
    html! {
        <section aria-labelledby="index">
            <h2 id="index">{ words::index(lang) }</h2>
            { for chain.countries.iter().map(land) }
        </section>
    }
}

/// The funds.
pub fn funds(tables: &Tables, lang: Lang) -> Html {
    let all: Vec<_> = tables.rows("etfs").collect();
    let name = |row: &crate::site::tables::Row| match row.get("now_name") {
        "" => row.get("name").to_owned(),
        name => name.to_owned(),
    };
    let pure = all.iter().filter(|r| name(r).contains("Rare Earth")).count();
    let one = |row: &crate::site::tables::Row| {
        html! {
            <div class="firm" id={format!("fund-{}", row.get("id"))}>
                <h3 translate="no" lang="en">{ name(row) }</h3>
                { listing(lang, &[(row.get("exchange"), row.get("ticker"))]) }
                <p>{ text(*row, lang, "focus").to_owned() }{ source(lang, row.get("source_id")) }</p>
                { note(lang, *row) }
            </div>
        }
    };
    html! {
        <section aria-labelledby="funds">
            <h2 id="funds">{ words::funds(lang) }</h2>
            <p class="read">{ words::funds_lead(lang, &all.len().to_string(), &pure.to_string()) }</p>
            <div class="funds">{ for all.iter().map(one) }</div>
        </section>
    }
}

/// The rows that are left out, with the reasons.
pub fn left_out(chain: &Chain, lang: Lang) -> Html {
    let one = |entry: &Entry| {
        let stage = capital(chain.of_stage(entry.stage(), lang, "stage"));
        html! {
            <li>
                <b>{ names(lang, *entry) }</b>{ " " }<span class="by">{ stage }</span>
                { note(lang, entry.0) }
                <p class="hint">{ source(lang, entry.0.get("source_id")) }</p>
            </li>
        }
    };
    html! {
        <section aria-labelledby="left-out">
            <h2 id="left-out">{ words::left_out(lang) }</h2>
            <p>{ words::left_lead(lang) }</p>
            <ul class="left-out">{ for chain.left_out.iter().map(one) }</ul>
        </section>
    }
}

/// The documents, their dates, and the table.
pub fn evidence(chain: &Chain, tables: &Tables, lang: Lang) -> Html {
    let rows = || chain.entries.iter().chain(&chain.left_out).map(|e| e.0).chain(tables.rows("etfs"));
    let documents = once(rows().map(|r| r.get("source_id")));
    // A year by itself is no first day.
    let dates = || rows().map(|r| r.get("date")).filter(|d| d.len() > 4);
    let (from, to) = (dates().min().unwrap_or_default(), dates().max().unwrap_or_default());
    let one = |id: &&str| cite::source(id).map(|s| html!(<li>{ citation(s, lang) }</li>));
    let file = |name: &'static str| html!(<li><a href={Route::Chain.to(Route::Table(name), lang)}>{ table(lang, name) }</a></li>);
    html! {
        <section aria-labelledby="evidence">
            <h2 id="evidence">{ words::evidence(lang) }</h2>
            <p class="read">{ words::evidence_text(lang, from, to, DATA_VERSION) }</p>
            <ul class="sources">{ for documents.iter().filter_map(one) }</ul>
            <p>{ words::table_link(lang) }{ ": " }</p>
            <ul class="files">{ for ["value_chain", "etfs", "concentration", "claims"].map(file) }</ul>
        </section>
    }
}
