//! Stages against countries: how many companies the documents name, and the way to them.

use yew::prelude::*;

use super::rows::{Chain, once};
use super::{capital, country, stage};
use crate::text::{Lang, chain as words};

/// Counts from which a cell is drawn darker.
const STEPS: [usize; 3] = [2, 4, 8];

/// The table; on narrow screens each stage is a line with the countries that have companies there.
pub fn matrix(chain: &Chain, lang: Lang) -> Html {
    let names: Vec<String> = chain.countries.iter().map(|c| country::name(lang, c)).collect();
    let row = |order: &usize| {
        let order = *order;
        let name = capital(chain.of_stage(order, lang, "stage"));
        let cells = chain.countries.iter().zip(&names).map(|(c, place)| cell(chain, lang, order, &name, c, place));
        html! {
            <tr>
                <th scope="row"><a href={format!("#{}", stage::key(order))}>{ name.clone() }</a></th>
                { for cells }
                <td class="all" data-label={words::all(lang)}>{ chain.size(order) }</td>
            </tr>
        }
    };
    let total = |c: &&str| chain.companies(c).len();
    let whole = once(chain.entries.iter().map(|e| e.company())).len();
    html! {
        <table class="matrix">
            <caption>{ words::glance_hint(lang) }</caption>
            <thead><tr>
                <th scope="col">{ words::stage(lang) }</th>
                { for names.iter().map(|n| html!(<th scope="col"><span>{ n.clone() }</span></th>)) }
                <th scope="col"><span>{ words::all(lang) }</span></th>
            </tr></thead>
            <tbody>{ for chain.stages.iter().map(row) }</tbody>
            <tfoot><tr>
                <th scope="row">{ words::all_stages(lang) }</th>
                { for chain.countries.iter().zip(&names).map(|(c, n)| html!(<td data-label={n.clone()}>{ total(c) }</td>)) }
                <td class="all" data-label={words::all(lang)}>{ whole }</td>
            </tr></tfoot>
        </table>
    }
}

fn cell(chain: &Chain, lang: Lang, order: usize, stage: &str, letters: &str, place: &str) -> Html {
    let n = chain.firms(order, letters).len();
    if n == 0 {
        return html!(<td class="none"></td>);
    }
    let shade = STEPS.iter().filter(|s| n >= **s).count();
    let what = words::cell(lang, place, stage, &n.to_string());
    html! {
        <td class={format!("n{shade}")} data-label={place.to_owned()}>
            <a href={format!("#{}", super::place(order, letters))} aria-label={what}>{ n }</a>
        </td>
    }
}
