//! The list of all claims with counts by document, and the fields that find claims in it.

use lodestone_model::claims::{self, Audited, Origin, Verdict};
use lodestone_model::data::CLAIMS;
use lodestone_model::sort;
use yew::prelude::*;

use super::claim::{Claim, scenario};
use super::names;
use crate::cite;
use crate::claims::verdict;
use crate::text::{Lang, reference as words};

/// Properties of [`Claims`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Language of the reader.
    pub lang: Lang,
}

/// The page.
#[component]
pub fn Claims(props: &Props) -> Html {
    let lang = props.lang;
    let all = claims::all();
    let mut order: Vec<usize> = (0..all.len()).collect();
    sort::by(&mut order, |a, b| {
        let key = |i: usize| (all[i].verdict, all[i].is_contested(), all[i].distance());
        key(*b).partial_cmp(&key(*a)).unwrap_or(core::cmp::Ordering::Equal)
    });
    let documents = distinct(all.iter().map(|a| a.claim.source_id));
    let lead = words::claims_lead(lang, &all.len().to_string(), &documents.len().to_string());
    let others = |place: usize| -> Vec<usize> {
        let refers =
            |a: &&Audited| a.tests.iter().flat_map(|t| &t.operands).any(|v| v.operand.origin == Origin::Claim(place));
        let ids = all.iter().filter(refers).map(|a| a.claim.id);
        ids.filter_map(|id| CLAIMS.iter().position(|c| c.id == id)).filter(|i| *i != place).collect()
    };
    let claim = |i: &usize| {
        let audited = &all[*i];
        html!(<Claim key={audited.claim.id} audited={audited.clone()} others={others(*i)} scenario={scenario(audited)} {lang} />)
    };
    html! {
        <>
            <h1>{ words::claims_title(lang) }</h1>
            <p class="lead">{ lead }</p>
            { how(lang) }
            { counts(lang, &all, &documents) }
            { fields(lang, &documents, &all) }
            <ol class="claims" id="claims">{ for order.iter().map(claim) }</ol>
        </>
    }
}

fn distinct(keys: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut found = Vec::new();
    for key in keys {
        if !found.contains(&key) {
            found.push(key);
        }
    }
    found
}

fn how(lang: Lang) -> Html {
    let of = |v: Verdict| match v {
        Verdict::Recorded => words::how_recorded(lang),
        Verdict::Reproduced => words::how_reproduced(lang),
        Verdict::ReproducedIf => words::how_reproduced_if(lang),
        Verdict::NotReproduced => words::how_not_reproduced(lang),
        Verdict::Inconsistent => words::how_inconsistent(lang),
    };
    let one = |v: Verdict| html!(<><dt><span class={classes!("verdict", v.key())}>{ verdict(lang, v) }</span></dt><dd>{ of(v) }</dd></>);
    html! {
        <section aria-labelledby="how">
            <h2 id="how">{ words::claims_how(lang) }</h2>
            <dl class="how">{ for Verdict::ALL.into_iter().rev().map(one) }</dl>
            <p>{ words::how_differences(lang) }</p>
        </section>
    }
}

fn counts(lang: Lang, all: &[Audited], documents: &[&'static str]) -> Html {
    let row = |name: Html, of: &dyn Fn(&Audited) -> bool| {
        let found: Vec<&Audited> = all.iter().filter(|a| of(a)).collect();
        let count = |v: Verdict| found.iter().filter(|a| a.verdict == v).count();
        let tested = found.len() - count(Verdict::Recorded);
        let holds = count(Verdict::Reproduced);
        let share = if tested > 0 { format!("{holds}/{tested}") } else { "–".to_owned() };
        html! {
            <tr>
                <th scope="row">{ name }</th>
                <td data-label={words::all(lang)}>{ found.len() }</td>
                <td data-label={words::tested(lang)}>{ tested }</td>
                { for Verdict::ALL.into_iter().rev().map(|v| html!(<td data-label={verdict(lang, v)}>{ count(v) }</td>)) }
                <td data-label={words::holds(lang)}>{ share }</td>
            </tr>
        }
    };
    let name = |id: &'static str| match cite::source(id) {
        Some(s) => {
            html!(<><cite lang={s.language} translate="no">{ s.title }</cite>{ " " }<span class="by" translate="no">{ cite::named(s) }</span></>)
        }
        None => html!({ id }),
    };
    html! {
        <section aria-labelledby="documents">
            <h2 id="documents">{ words::by_source(lang) }</h2>
            <div class="scroll">
                <table class="figures">
                    <thead><tr>
                        <th scope="col">{ words::document(lang) }</th>
                        <th scope="col">{ words::all(lang) }</th>
                        <th scope="col">{ words::tested(lang) }</th>
                        { for Verdict::ALL.into_iter().rev().map(|v| html!(<th scope="col">{ verdict(lang, v) }</th>)) }
                        <th scope="col">{ words::holds(lang) }</th>
                    </tr></thead>
                    <tbody>
                        { row(html!({ words::all(lang) }), &|_| true) }
                        { for documents.iter().map(|id| row(name(id), &|a| a.claim.source_id == *id)) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// The fields; they are shown once the program that answers them has started.
fn fields(lang: Lang, documents: &[&'static str], all: &[Audited]) -> Html {
    let select = |id: &'static str, label: &'static str, options: Vec<(String, String)>| {
        html! {
            <label for={format!("by-{id}")}>{ label }
                <select id={format!("by-{id}")} data-by={id}>
                    <option value="">{ words::any(lang) }</option>
                    { for options.into_iter().map(|(value, text)| html!(<option {value}>{ text }</option>)) }
                </select>
            </label>
        }
    };
    let source = |id: &&'static str| {
        let name = cite::source(id).map_or((*id).to_owned(), cite::named);
        ((*id).to_owned(), name)
    };
    let topics = distinct(all.iter().map(|a| a.claim.topic));
    html! {
        <form class="find" id="find" role="search" aria-label={words::filter(lang)} hidden=true>
            <label for="by-words">{ words::search(lang) }<input id="by-words" type="search" autocomplete="off" /></label>
            { select("source", words::source(lang), documents.iter().map(source).collect()) }
            { select("topic", words::topic(lang), topics.iter().map(|t| ((*t).to_owned(), names::topic(lang, t).to_owned())).collect()) }
            { select("verdict", words::verdict(lang), Verdict::ALL.into_iter().rev().map(|v| (v.key().to_owned(), verdict(lang, v).to_owned())).collect()) }
            { select("use", words::application(lang), names::USES.iter().map(|u| ((*u).to_owned(), names::used(lang, u).to_owned())).collect()) }
            <label for="by-order">{ words::order(lang) }
                <select id="by-order">
                    <option value="severity">{ words::order_severity(lang) }</option>
                    <option value="source">{ words::order_source(lang) }</option>
                </select>
            </label>
            <p id="found" role="status" data-some={words::shown_of(lang, "@shown", "@all")} data-none={words::none_fits(lang)}></p>
        </form>
    }
}
