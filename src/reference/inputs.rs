//! What each source says of each input, of units by year and of production, drawn together; each choice is an address of the
//! calculator.

use lodestone_model::data::{ALTERNATIVES, AlternativesRow, PARAMETERS, Parameter};
use yew::prelude::*;

use super::editions::editions;
use super::yearly::yearly;
use crate::cite;
use crate::components::range_plot::{Row, plot};
use crate::components::source_list::cite as citation;
use crate::format;
use crate::link;
use crate::text::{Lang, parameters, reference as words, rules, units};

/// Properties of [`Inputs`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Language of the reader.
    pub lang: Lang,
}

/// The page.
#[component]
pub fn Inputs(props: &Props) -> Html {
    let lang = props.lang;
    html! {
        <>
            <h1>{ words::inputs_title(lang) }</h1>
            <p class="lead">{ words::inputs_lead(lang) }</p>
            { contents(lang) }
            { for PARAMETERS.iter().filter(|p| p.set).map(|p| input(lang, p)) }
            { yearly(lang) }
            { editions(lang) }
        </>
    }
}

/// Where the two other parts of a long page begin.
fn contents(lang: Lang) -> Html {
    let part = |id: &str, name: &'static str| html!(<li><a href={format!("#{id}")}>{ name }</a></li>);
    html!(<ul>{ part("units", words::units_title(lang)) }{ part("editions", words::editions_title(lang)) }</ul>)
}

/// What the sources say of one input.
pub fn said_of(param: &Parameter) -> Vec<&'static AlternativesRow> {
    ALTERNATIVES.iter().filter(|a| a.parameter == param.key).collect()
}

fn input(lang: Lang, p: &'static Parameter) -> Html {
    let what = parameters::label(lang, p.id);
    let alternatives = said_of(p);
    let mut rows = vec![Row {
        label: html!(<strong>{ words::default(lang) }</strong>),
        numbers: [p.low, p.central, p.high].map(|v| format::shown(p.unit, v)),
        text: range(lang, p, [p.low, p.central, p.high]),
        kind: "ours",
    }];
    rows.extend(alternatives.iter().map(|a| alternative(lang, p, a)));
    html! {
        <section class="input" id={p.key} aria-labelledby={format!("{}-title", p.key)}>
            <h2 id={format!("{}-title", p.key)}>{ what }</h2>
            <p class="hint">
                { words::chosen_by(lang, rules::label(lang, p.rule)) }{ " · " }{ words::evidence_of(lang, &format::date(lang, p.date)) }
                if p.aged { { " " }<span class="aged">{ words::aged(lang, &p.review_months.to_string()) }</span> }
            </p>
            { plot(&rows, words::plot_of(lang, what, units::label(lang, p.unit)), Some(words::plot_log(lang).to_owned())) }
        </section>
    }
}

fn alternative(lang: Lang, p: &Parameter, a: &AlternativesRow) -> Row {
    let name = cite::source(a.source_id).map_or_else(|| a.source_id.to_owned(), cite::named);
    let source = cite::source(a.source_id).map_or_else(Html::default, |s| citation(s, lang));
    let value = link::value([a.low, a.central, a.high]);
    let at = format!("../calculator/?{}={value}", p.key);
    let note = match lang {
        Lang::Ko => a.note_ko,
        Lang::Zh => a.note_zh_hans,
        _ => a.note,
    };
    let label = html! {
        <>
            { source }{ " " }
            if !note.is_empty() { <span class="hint">{ note }</span>{ " " } }
            <a class="load" href={at} aria-label={words::use_of(lang, words::use_it(lang), &name, parameters::label(lang, p.id))}>{ words::use_it(lang) }</a>
        </>
    };
    let numbers = [a.low, a.central, a.high];
    Row { label, numbers: numbers.map(|v| format::shown(p.unit, v)), text: range(lang, p, numbers), kind: "source" }
}

/// A range as text: `1–4`, or one number; four digits are enough to compare.
fn range(lang: Lang, p: &Parameter, [low, central, high]: [f64; 3]) -> String {
    let short = |v: f64| format::significant(format::shown(p.unit, v), 4);
    if low < high {
        crate::text::claims::with_range(lang, &short(central), &short(low), &short(high))
    } else {
        short(central)
    }
}
