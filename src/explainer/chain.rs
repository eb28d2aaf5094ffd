//! The companies along the chain: counted by stage and country, then each with what it does and its figures.
//!
//! Rows and corrections are those of `value_chain.csv` and `etfs.csv`, figures the claims that these name. Not here:
//! shares of the market, which are `concentration.csv`'s, and what the steps of the process are ([`super::process`]).

mod country;
mod ends;
mod firm;
mod matrix;
mod opening;
mod rows;
mod stage;

use yew::prelude::*;

use super::Props;
use crate::route::Route;
use crate::site;
use crate::text::{Lang, chain as words};
use rows::Chain as Read;

/// The part of the page's address that a stage with a number has; nothing for a number that no stage has.
pub(super) fn part(order: usize) -> &'static str {
    stage::key(order)
}

/// The page.
#[component]
pub fn Chain(props: &Props) -> Html {
    let Props { lang, tables, .. } = props;
    let (lang, chain) = (*lang, Read::read(tables));
    html! {
        <>
            <h1>{ site::title(Route::Chain, lang) }</h1>
            { opening::opening(&chain, tables, lang) }
            <section aria-labelledby="glance">
                <h2 id="glance">{ words::glance(lang) }</h2>
                { matrix::matrix(&chain, lang) }
            </section>
            { for chain.stages.iter().map(|order| section(&chain, props, *order)) }
            { ends::index(&chain, lang) }
            { ends::funds(tables, lang) }
            { ends::left_out(&chain, lang) }
            { ends::evidence(&chain, tables, lang) }
        </>
    }
}

fn section(chain: &Read, props: &Props, order: usize) -> Html {
    let (lang, key) = (props.lang, stage::key(order));
    let lands = chain.countries.iter().map(|letters| {
        let firms = chain.firms(order, letters);
        if firms.is_empty() {
            return Html::default();
        }
        html! {
            <div class="land" id={place(order, letters)}>
                <h3>{ country::name(lang, letters) }{ " " }<span class="by">{ count(lang, firms.len()) }</span></h3>
                <div>{ for firms.iter().map(|f| firm::firm(lang, f)) }</div>
            </div>
        }
    });
    html! {
        <section class="stage" aria-labelledby={key}>
            <h2 id={key}>{ capital(chain.of_stage(order, lang, "stage")) }</h2>
            <p class="lead">{ chain.of_stage(order, lang, "role") }</p>
            { further(props, order) }
            { for lands }
            if let Some((title, claims)) = stage::together(order, lang) {
                <div class="land together"><h3>{ title }</h3><div>{ firm::figures(lang, title, &claims) }</div></div>
            }
        </section>
    }
}

/// Where the stage is explained, and where it is computed.
fn further(props: &Props, order: usize) -> Html {
    let Props { lang, tables, route } = props;
    let Some(stage) = stage::numbered(order) else { return Html::default() };
    let step = |id: &&str| {
        let row = tables.rows("process_steps").find(|r| r.get("id") == *id)?;
        let name = match lang {
            Lang::Ko => row.get("ko"),
            Lang::Zh => row.get("zh"),
            _ => row.get("step"),
        };
        let at = format!("{}#{id}", route.to(Route::Process, *lang));
        Some(html!(<li><a href={at}>{ name }</a></li>))
    };
    let page = |to: &Route| html!(<li><a href={route.to(*to, *lang)}>{ site::name(*to, *lang) }</a></li>);
    let list = |title: &'static str, items: Vec<Html>| {
        if items.is_empty() {
            return Html::default();
        }
        html!(<div><p>{ title }</p><ul>{ for items }</ul></div>)
    };
    html! {
        <div class="further">
            { list(words::steps(*lang), stage.steps.iter().filter_map(step).collect()) }
            { list(words::compute(*lang), stage.pages.iter().map(page).collect()) }
        </div>
    }
}

/// The place of a country's companies at a stage.
fn place(order: usize, letters: &str) -> String {
    format!("{}-{}", stage::key(order), letters.to_ascii_lowercase())
}

fn count(lang: Lang, n: usize) -> String {
    if n == 1 { words::one_company(lang).to_owned() } else { words::companies_of(lang, &n.to_string()) }
}

/// A text with its first letter a capital.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
