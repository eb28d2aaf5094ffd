//! One claim: closed it is a line with its verdict, open it shows arithmetic, plot, explanation and source.

use lodestone_model::claims::{Audited, Origin, Tested};
use lodestone_model::data::CLAIMS;
use lodestone_model::inputs::Inputs;
use yew::prelude::*;

use crate::cite;
use crate::claims::{
    arithmetic, compared, conflict, name, named, note, operand, ours, quantity, shown, subject, unit_word, used,
    verdict,
};
use crate::components::range_plot::{Row, plot};
use crate::components::source_list::cite as citation;
use crate::format;
use crate::link;
use crate::text::{Lang, reference as words};

/// Properties of [`Claim`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The claim with its verdict.
    pub audited: Audited,
    /// Claims that are set against this one, by index.
    pub others: Vec<usize>,
    /// Inputs that hold its numbers, as an address asks for them.
    pub scenario: Option<String>,
    /// Language of the reader.
    pub lang: Lang,
}

/// The claim.
#[component]
pub fn Claim(props: &Props) -> Html {
    let Props { audited, others, scenario, lang } = props;
    let (lang, c) = (*lang, audited.claim);
    let source = cite::source(c.source_id);
    let published = source.map(cite::named);
    let verdict_key = audited.verdict.key();
    html! {
        <li id={c.id} data-source={c.source_id} data-topic={c.topic} data-verdict={verdict_key} data-use={used(c)}>
            <details>
                <summary>
                    <span class={classes!("verdict", verdict_key)}>{ verdict(lang, audited.verdict) }</span>
                    <span class="said">
                        { subject(lang, c) }{ ": " }{ quantity(lang, c) }{ " " }<strong>{ shown(lang, c) }</strong>
                        if audited.is_contested() {
                            { " " }<span class="contested">{ words::contested(lang, &audited.differing.to_string(), &audited.tests.len().to_string()) }</span>
                        }
                    </span>
                    <span class="by" translate="no">{ published }</span>
                </summary>
                <div class="opened">
                    if !c.period.is_empty() { <p class="hint">{ format::period(lang, c.period) }{ " · " }{ c.region }</p> }
                    { for audited.tests.iter().map(|t| test(lang, t)) }
                    { explanation(lang, &audited.tests) }
                    if !others.is_empty() {
                        <p>{ words::see_also(lang) }{ ": " }{ for others.iter().map(|i| html!(<>{ other(*i) }{ " " }</>)) }</p>
                    }
                    if !note(lang, c).is_empty() { <p>{ words::note(lang) }{ ": " }{ linked(note(lang, c)) }</p> }
                    if let Some(source) = source { <p class="source">{ citation(source, lang) }</p> }
                    if let Some(asked) = scenario {
                        <p><a class="load" href={format!("../calculator/?{asked}")}>{ words::load(lang) }</a></p>
                    }
                    <p class="hint"><a href={format!("#{}", c.id)} translate="no">{ format!("#{}", c.id) }</a></p>
                </div>
            </details>
        </li>
    }
}

/// A link to another claim by its id.
fn other(i: usize) -> Html {
    let id = CLAIMS[i].id;
    html!(<a href={format!("#{id}")} translate="no">{ id }</a>)
}

/// A text in which the ids of claims are links.
fn linked(text: &str) -> Html {
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let word = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
        let (head, tail) = if word == 0 {
            let next = rest.find(is_part).unwrap_or(rest.len());
            rest.split_at(next)
        } else {
            rest.split_at(word)
        };
        match CLAIMS.iter().position(|c| c.id == head) {
            Some(i) => parts.push(other(i)),
            None => parts.push(html!({ head.to_owned() })),
        }
        rest = tail;
    }
    html!(<>{ for parts }</>)
}

fn test(lang: Lang, t: &Tested) -> Html {
    let against = t.operands.iter().filter(|v| v.operand.origin != Origin::Literal).map(|v| {
        let what = match v.operand.origin {
            Origin::Claim(i) => other(i),
            Origin::Row(table, row, _) => {
                html!(<a href={format!("../data/{table}/#{row}")}>{ words::table_row(lang, table, row) }</a>)
            }
            Origin::Param(param) => {
                html!(<a href={format!("../inputs/#{}", param.key())}>{ words::model_input(lang, &name(lang, v.operand.origin)) }</a>)
            }
            _ => html!({ words::model_answer(lang, &name(lang, v.operand.origin)) }),
        };
        html!(<li>{ what }{ ": " }{ operand(lang, v) }</li>)
    });
    html! {
        <div class="test">
            <p class="arithmetic">
                <span class={classes!("verdict", t.verdict.key())}>{ verdict(lang, t.verdict) }</span>{ " " }
                <span>{ arithmetic(lang, t) }</span>
            </p>
            <p>{ compared(lang, t) }{ for named(lang, t).map(|n| format!("; {n}")) }</p>
            <p class="hint">{ words::compared(lang) }</p>
            <ul class="against">{ for against }</ul>
            { ranges(lang, t) }
        </div>
    }
}

/// The claim beside what follows.
fn ranges(lang: Lang, t: &Tested) -> Html {
    let claim = t.audit.claim();
    let rows = [
        Row { label: html!({ words::claimed(lang) }), numbers: t.claim, text: shown(lang, claim), kind: "claim" },
        Row { label: html!({ words::follows(lang) }), numbers: t.ours, text: ours(lang, t), kind: "ours" },
    ];
    plot(&rows, words::plot(lang, &unit_word(lang, claim.unit)), Some(words::plot_log(lang).to_owned()))
}

fn explanation(lang: Lang, tests: &[Tested]) -> Html {
    let mut ids: Vec<&str> = tests.iter().map(|t| t.audit.conflict).filter(|id| !id.is_empty()).collect();
    ids.dedup();
    let one = |id: &str| conflict(lang, id);
    html! {
        { for ids.into_iter().filter_map(one).map(|(title, text)| html! {
            <div class="explained"><h3>{ words::explained(lang) }{ ": " }{ title }</h3><p>{ text }</p></div>
        }) }
    }
}

/// The inputs that hold a claim's numbers, as part of an address; `None` where the model has no such input.
#[must_use]
pub fn scenario(audited: &Audited) -> Option<String> {
    let held = lodestone_model::claims::inputs_of(audited.claim);
    if let Some((param, numbers)) = held {
        return Some(format!("{}={}", param.key(), link::value(numbers)));
    }
    // Otherwise the inputs under which the model was asked, with what would make the claim true.
    audited.tests.iter().find_map(|t| {
        let asked = t.operands.iter().find_map(|v| match v.operand.origin {
            Origin::Model(asked) => Some(asked),
            _ => None,
        });
        let given = asked.and_then(|a| a.split_once('?')).map(|(_, given)| given.to_owned());
        let year = asked.and_then(|a| a.split('?').next()?.split_once('@')).map(|(_, year)| format!("year={year}"));
        let needed = t.needed.and_then(|n| n.param.map(|p| (p, n.value)));
        let solved = needed.filter(|(p, v)| Inputs::default().set(*p, *v).is_ok());
        let parts: Vec<String> =
            [given, year, solved.map(|(p, v)| format!("{}={v}", p.key()))].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join("&"))
    })
}
