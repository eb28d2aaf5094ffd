//! Pictures of the uses: by sector with what is known of each, and by tonnes in the base year.

use lodestone_model::report::DemandYear;
use yew::prelude::*;

use super::words::{SECTORS, sector};
use super::{Known, Use};
use crate::chart::{svg, table, wire};
use crate::pages::figures;
use crate::text::{Lang, charts, uses as words};

/// The uses by sector, each a way to its entry.
pub fn by_sector(lang: Lang, uses: &[Use]) -> Html {
    let chip = |u: &Use| {
        html! {
            <li class={u.known.key()}>
                <a href={format!("#{}", u.id())}>{ u.known.sign() }{ u.name(lang) }<span class="unseen">{ ", " }{ u.known.label(lang) }</span></a>
            </li>
        }
    };
    let row = |key: &&'static str| {
        let of: Vec<&Use> = uses.iter().filter(|u| u.row.get("sector") == *key).collect();
        html! {
            <li>
                <a class="sector" href={format!("#sector-{key}")}>{ sector(lang, key) }</a>
                <ul>{ for of.into_iter().map(chip) }</ul>
            </li>
        }
    };
    html! {
        <figure class="sectors">
            <figcaption><h2>{ words::by_sector(lang) }</h2></figcaption>
            <p class="hint">{ words::by_sector_lead(lang) }</p>
            <ul class="key" aria-hidden="true">
                { for Known::ALL.into_iter().map(|k| html!(<li class={k.key()}>{ k.sign() }{ k.label(lang) }</li>)) }
            </ul>
            <nav aria-label={words::by_sector(lang)}><ul>{ for SECTORS.iter().map(row) }</ul></nav>
            <details class="table">
                <summary>{ words::as_table(lang) }</summary>
                { counts(lang, uses) }
            </details>
        </figure>
    }
}

fn counts(lang: Lang, uses: &[Use]) -> Html {
    let count = |key: Option<&str>, known: Option<Known>| {
        let of = |u: &&Use| key.is_none_or(|k| u.row.get("sector") == k) && known.is_none_or(|k| u.known == k);
        uses.iter().filter(of).count()
    };
    let row = |name: &'static str, key: Option<&str>| {
        html! {
            <tr>
                <th scope="row">{ name }</th>
                { for Known::ALL.into_iter().map(|k| html!(<td data-label={k.label(lang)}>{ count(key, Some(k)) }</td>)) }
                <td data-label={words::all(lang)}>{ count(key, None) }</td>
            </tr>
        }
    };
    html! {
        <table class="figures">
            <caption>{ words::by_sector(lang) }</caption>
            <thead><tr>
                <th scope="col">{ words::sector(lang) }</th>
                { for Known::ALL.into_iter().map(|k| html!(<th scope="col">{ k.label(lang) }</th>)) }
                <th scope="col">{ words::all(lang) }</th>
            </tr></thead>
            <tbody>
                { for SECTORS.iter().map(|key| row(sector(lang, key), Some(key))) }
                { row(words::all(lang), None) }
            </tbody>
        </table>
    }
}

/// Tonnes of magnet in the base year by modelled use.
pub fn by_tonnes(lang: Lang, year: &DemandYear) -> Html {
    let spec = figures::bars(year, lang);
    let numbers = table::html(&table::read(&spec, lang), &spec.title);
    html! {
        <figure class="chart" data-chart={spec.id} data-spec={wire::write(&spec)}>
            <figcaption><h2>{ spec.title.clone() }</h2><span class="unit">{ words::tonnes_unit(lang) }</span></figcaption>
            <div class={classes!("plot", spec.body.kind())} role="img" tabindex="0" aria-label={spec.sentence.clone()}>
                { Html::from_html_unchecked(svg::inline(&spec).into()) }
            </div>
            <p class="chart-note">{ words::tonnes_note(lang) }</p>
            <details class="table">
                <summary>{ charts::table(lang) }</summary>
                <div class="scroll" role="group" tabindex="0" aria-label={spec.title.clone()}>
                    { Html::from_html_unchecked(numbers.into()) }
                </div>
            </details>
        </figure>
    }
}
