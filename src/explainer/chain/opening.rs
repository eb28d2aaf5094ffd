//! The opening of the page: how many names, how little that says of shares, and what was put right.

use yew::prelude::*;

use super::firm;
use super::rows::{Chain, once};
use crate::format;
use crate::route::Route;
use crate::site::tables::{Row, Tables};
use crate::text::{Lang, chain as words};

/// The paragraphs.
pub fn opening(chain: &Chain, tables: &Tables, lang: Lang) -> Html {
    let all = || chain.entries.iter().chain(&chain.left_out);
    let documents = once(all().map(|e| e.0.get("source_id"))).len();
    let companies = once(chain.entries.iter().map(|e| e.company())).len();
    let with = chain.stages.iter().filter(|s| !chain.firms(**s, "CN").is_empty()).count();
    let corrected = chain.entries.iter().filter(|e| e.status() == "corrected").count()
        + tables.rows("etfs").filter(|r| r.get("status") == "corrected").count();
    let text = |n: usize| n.to_string();
    let stages = [&["mining"][..], &["refining"], &["permanent magnets", "magnets"]];
    let shares = stages.map(|s| share(tables, lang, s));
    let used: Vec<Row> = stages.iter().flat_map(|s| of_china(tables, s)).collect();
    let years = span(lang, used.iter().filter_map(|r| r.number("date")), |y| format!("{y}"));
    let sources = once(used.iter().map(|r| r.get("source_id")));
    let [mining, refining, magnets] = shares;
    html! {
        <>
            <p class="lead">{ words::lead(lang, &text(documents), &text(companies), &text(chain.countries.len())) }</p>
            <p class="read">{ words::share(lang, &text(with), &text(chain.stages.len()), &mining, &refining, &magnets, &years) }</p>
            <p class="hint cites">
                { for sources.into_iter().map(|id| firm::source(lang, id)) }
                <a href={Route::Chain.to(Route::Table("concentration"), lang)}>{ words::all_shares(lang) }</a>
            </p>
            <p class="read">{ words::care(lang, &text(corrected), &text(chain.left_out.len())) }</p>
        </>
    }
}

/// The shares of China that are stated for a year that has passed, without those of low grade.
fn of_china<'a>(tables: &'a Tables, stages: &'a [&str]) -> impl Iterator<Item = Row<'a>> {
    tables.rows("concentration").filter(|r| {
        stages.contains(&r.get("stage"))
            && r.get("country") == "China"
            && r.get("kind") == "actual"
            && r.get("grade") != "low"
    })
}

fn share(tables: &Tables, lang: Lang, stages: &[&str]) -> String {
    let shares = of_china(tables, stages).filter_map(|r| r.number("share"));
    words::percent(lang, &span(lang, shares, format::exact))
}

/// The least and the most of some numbers, or the one that they all are.
fn span(lang: Lang, numbers: impl Iterator<Item = f64>, text: impl Fn(f64) -> String) -> String {
    let numbers: Vec<f64> = numbers.collect();
    let low = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let high = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if low < high { words::between(lang, &text(low), &text(high)) } else { text(low) }
}
