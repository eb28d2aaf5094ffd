//! How the claims of the documents are checked, and what each verdict means.

use lodestone_model::claims::Verdict;
use yew::prelude::*;

use super::figures;
use crate::claims::verdict;
use crate::text::{Lang, method as words, reference};

pub(super) fn claims(lang: Lang) -> Html {
    let counts = figures::verdicts();
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let row = |(v, count): &(Verdict, usize)| {
        html! {
            <tr>
                <th scope="row"><span class={classes!("verdict", v.key())}>{ verdict(lang, *v) }</span></th>
                <td data-label={words::claims_count(lang)}>{ count.to_string() }</td>
                <td class="me-words" data-label={words::claims_meaning(lang)}>{ meaning(*v, lang) }</td>
            </tr>
        }
    };
    let heads = [words::claims_verdict, words::claims_count, words::claims_meaning];
    html! {
        <>
            <p>{ words::claims_text(lang, &all.to_string()) }</p>
            <table class="figures">
                <caption class="unseen">{ words::claims(lang) }</caption>
                <thead><tr>{ for heads.map(|h| html!(<th scope="col">{ h(lang) }</th>)) }</tr></thead>
                <tbody>{ for counts.iter().map(row) }</tbody>
            </table>
            <p><a href="../claims/">{ words::claims_link(lang) }</a></p>
        </>
    }
}

fn meaning(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Reproduced => reference::how_reproduced(lang),
        Verdict::ReproducedIf => reference::how_reproduced_if(lang),
        Verdict::NotReproduced => reference::how_not_reproduced(lang),
        Verdict::Inconsistent => reference::how_inconsistent(lang),
        Verdict::Recorded => reference::how_recorded(lang),
    }
}
