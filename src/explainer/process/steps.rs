//! The steps: as a picture of the whole way, and one by one with what goes in, comes out, is lost, and where.

use lodestone_model::data::{PROCESS_STEPS, ProcessStepsRow, VALUE_CHAIN};
use yew::prelude::*;

use super::losses;
use crate::explainer::chain;
use crate::explainer::linked::{linked, source};
use crate::format;
use crate::text::{Lang, process as words};

/// A word in the reader's language.
type Word = fn(Lang) -> &'static str;

/// The stages, by the keys that rows of `process_steps.csv` have: what each is called, and what is said of it.
pub(super) const STAGES: [(&str, Word, Word); 7] = [
    ("mine", words::stage_mine, words::stage_mine_text),
    ("concentrate", words::stage_concentrate, words::stage_concentrate_text),
    ("separation", words::stage_separation, words::stage_separation_text),
    ("metal", words::stage_metal, words::stage_metal_text),
    ("powder", words::stage_powder, words::stage_powder_text),
    ("magnet", words::stage_magnet, words::stage_magnet_text),
    ("recycling", words::stage_recycling, words::stage_recycling_text),
];

/// The steps of a stage, in order.
fn of_stage(stage: &str) -> impl Iterator<Item = &'static ProcessStepsRow> {
    PROCESS_STEPS.iter().filter(move |r| r.stage == stage)
}

/// What a step is called.
fn name(lang: Lang, r: &ProcessStepsRow) -> &'static str {
    match lang {
        Lang::Ko => r.ko,
        Lang::Zh => r.zh,
        _ => r.step,
    }
}

fn number(r: &ProcessStepsRow) -> String {
    r.step_order.map_or_else(String::new, format::exact)
}

/// Id of the heading of a stage.
fn place(stage: &str) -> String {
    format!("stage-{stage}")
}

/// All stages with their steps, from the mine to the magnet and back.
pub(super) fn flow(lang: Lang) -> Html {
    let step = |r: &'static ProcessStepsRow| html!(<li><a href={format!("#{}", r.id)}><span class="number">{ number(r) }</span>{ name(lang, r) }</a></li>);
    let stage = |(key, title, _): &(&'static str, Word, Word)| {
        html! {
            <li class={classes!("leg", *key)}>
                <a class="leg-name" href={format!("#{}", place(key))}>{ title(lang) }</a>
                <ol aria-label={title(lang)}>{ for of_stage(key).map(step) }</ol>
            </li>
        }
    };
    html! {
        <nav class="flow" aria-labelledby="flow">
            <h2 id="flow">{ words::flow_title(lang) }</h2>
            <ol aria-label={words::flow_label(lang)}>{ for STAGES.iter().map(stage) }</ol>
        </nav>
    }
}

/// A stage with its steps.
pub(super) fn stage(lang: Lang, (key, title, text): &(&'static str, Word, Word)) -> Html {
    html! {
        <section class="told" aria-labelledby={place(key)}>
            <h2 id={place(key)}>{ title(lang) }</h2>
            <p>{ linked(text(lang)) }</p>
            if *key == "magnet" { <p>{ linked(&losses::cost(lang)) }</p> }
            <ul class="companies">{ for chains(key).into_iter().map(|order| companies(lang, order)) }</ul>
            <div class="steps">{ for of_stage(key).map(|r| step(lang, r)) }</div>
        </section>
    }
}

/// The stages of the value chain that a stage of the process belongs to, each once.
fn chains(stage: &str) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::new();
    for order in of_stage(stage).filter_map(|r| r.chain_stage) {
        if !found.contains(&order) {
            found.push(order);
        }
    }
    found
}

/// A link to the companies of a stage of the value chain.
fn companies(lang: Lang, order: f64) -> Html {
    let all: Vec<_> = VALUE_CHAIN.iter().filter(|r| r.stage_order == Some(order)).collect();
    let Some(first) = all.first() else { return Html::default() };
    let stage = match lang {
        Lang::Ko => first.stage_ko,
        Lang::Zh => first.stage_zh,
        _ => first.stage,
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // one of a dozen
    let at = format!("../chain/#{}", chain::part(order as usize));
    html!(<li><a href={at}>{ words::companies(lang, stage, &all.len().to_string()) }</a></li>)
}

/// What a row says in a language: what happens, inputs, outputs, countries.
pub(super) fn said(lang: Lang, r: &ProcessStepsRow) -> [&'static str; 4] {
    match lang {
        Lang::Ko => [r.what_happens_ko, r.inputs_ko, r.outputs_ko, r.main_countries_ko],
        Lang::Zh => [r.what_happens_zh_hans, r.inputs_zh_hans, r.outputs_zh_hans, r.main_countries_zh_hans],
        _ => [r.what_happens, r.inputs, r.outputs, r.main_countries],
    }
}

fn step(lang: Lang, r: &'static ProcessStepsRow) -> Html {
    let [happens, inputs, outputs, countries] = said(lang, r);
    let items = |list: &'static str| html!(<ul>{ for list.split("; ").map(|x| html!(<li>{ x }</li>)) }</ul>);
    let lost = losses::of(lang, r.id);
    html! {
        <article class="step" id={r.id} aria-labelledby={format!("{}-name", r.id)}>
            <h3 id={format!("{}-name", r.id)}><span class="number">{ number(r) }</span>{ name(lang, r) }</h3>
            <p>{ happens }</p>
            <dl>
                <div><dt>{ words::goes_in(lang) }</dt><dd>{ items(inputs) }</dd></div>
                <div><dt>{ words::comes_out(lang) }</dt><dd>{ items(outputs) }</dd></div>
                <div class="countries">
                    <dt>{ words::where_done(lang) }</dt>
                    <dd>if countries.is_empty() { { words::no_country(lang) } } else { { items(countries) } }</dd>
                </div>
                if !lost.is_empty() {
                    <div class="lost">
                        <dt>{ words::lost(lang) }</dt>
                        <dd><ul>{ for lost.iter().map(|text| html!(<li>{ linked(text) }</li>)) }</ul></dd>
                    </div>
                }
            </dl>
            <p class="by">{ linked(&source(lang, r.source_id)) }</p>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_a_stage_and_they_follow_each_other() {
        let along: Vec<_> = STAGES.iter().flat_map(|(key, ..)| of_stage(key)).map(|r| r.id).collect();
        let table: Vec<_> = PROCESS_STEPS.iter().map(|r| r.id).collect();
        assert_eq!(along, table);
        let orders: Vec<_> = PROCESS_STEPS.iter().filter_map(|r| r.step_order).collect();
        assert!(orders.windows(2).all(|w| w[0] + 1.0 == w[1]) && orders.len() == table.len());
    }

    #[test]
    fn every_stage_of_the_chain_that_is_named_has_companies() {
        for r in &PROCESS_STEPS {
            assert!(VALUE_CHAIN.iter().any(|c| c.stage_order == r.chain_stage), "{}", r.id);
        }
    }
}
