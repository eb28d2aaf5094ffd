//! What the sources say of one input, drawn together; a choice goes to the page.

use lodestone_model::data::{Param, SAID, Said};
use lodestone_model::inputs::Inputs;
use yew::prelude::*;

use super::host;
use super::request::{Request, choose};
use crate::cite;
use crate::components::range_plot::{Row, plot};
use crate::components::source_list::cite as citation;
use crate::format;
use crate::labels;
use crate::link;
use crate::text::{Lang, parameters, study as words, units};

/// Digits that are enough to compare.
const DIGITS: usize = 4;

/// Properties of [`Sources`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the page asked.
    pub request: std::rc::Rc<Request>,
    /// The input.
    pub param: Param,
}

/// The plot with a button for each source.
#[component]
pub fn Sources(props: &Props) -> Html {
    let (param, lang) = (props.param, props.request.lang);
    let spec = param.spec();
    // What is in force changes with each choice, though the page does not ask again.
    let inputs = use_state(|| props.request.inputs.clone());
    let refused = use_state(|| None::<String>);
    let on_choose = {
        let (inputs, refused) = (inputs.clone(), refused.setter());
        Callback::from(move |value: String| {
            let mut next = (*inputs).clone();
            match next.assign(param.key(), &value) {
                Ok(()) => {
                    inputs.set(next);
                    refused.set(None);
                    if let Some(host) = host() {
                        choose(&host, &format!("{}={value}\n", param.key()));
                    }
                }
                // Parts of a whole, and correlations, leave each other only so much room.
                Err(why) => refused.set(Some(labels::error(lang, parameters::label(lang, param), &why))),
            }
        })
    };
    let said: Vec<&Said> = SAID.iter().filter(|s| s.parameter == param.key()).collect();
    let what = parameters::label(lang, param);
    let own = [spec.low, spec.central, spec.high];
    let mut rows = vec![Row {
        label: html!(<strong>{ words::default(lang) }</strong>),
        numbers: own.map(|v| format::shown(spec.unit, v)),
        text: range(lang, param, own),
        kind: "ours",
    }];
    rows.extend(said.iter().map(|s| row(lang, param, s, &inputs, &on_choose)));
    let all = format!("../inputs/#{}", param.key());
    html! {
        <>
            <p class="lead">{ if said.len() > 1 { words::sources_lead(lang) } else { words::only_one(lang) } }</p>
            if let Some(why) = &*refused { <p class="message is-wrong" role="alert">{ why.clone() }</p> }
            { plot(&rows, words::plot(lang, what, units::label(lang, spec.unit)), Some(words::plot_log(lang).to_owned())) }
            <p><a href={all}>{ words::notes(lang) }</a></p>
        </>
    }
}

fn row(lang: Lang, param: Param, s: &Said, inputs: &Inputs, on_choose: &Callback<String>) -> Row {
    let spec = param.spec();
    let value = link::value([s.low, s.central, s.high]);
    let mut with = Inputs::default();
    let in_force = with.assign(param.key(), &value).is_ok()
        && inputs.is_set(param)
        && with.get(param) == inputs.get(param)
        && with.given(param) == inputs.given(param);
    let source = cite::source(s.source_id);
    let name = source.map_or_else(|| s.source_id.to_owned(), cite::named);
    let action = if in_force { words::in_force(lang) } else { words::use_it(lang) };
    let on_click = {
        let on_choose = on_choose.clone();
        Callback::from(move |_: MouseEvent| on_choose.emit(value.clone()))
    };
    let label = html! {
        <>
            { source.map_or_else(Html::default, |source| citation(source, lang)) }{ " " }
            <button type="button" class="quiet" onclick={on_click} aria-pressed={in_force.to_string()}
                aria-label={words::use_of(lang, action, &name, parameters::label(lang, param))}>
                { action }
            </button>
        </>
    };
    let numbers = [s.low, s.central, s.high];
    let shown = numbers.map(|v| format::shown(spec.unit, v));
    Row { label, numbers: shown, text: range(lang, param, numbers), kind: if in_force { "claim" } else { "source" } }
}

fn range(lang: Lang, param: Param, [low, central, high]: [f64; 3]) -> String {
    let short = |v: f64| format::significant(format::shown(param.spec().unit, v), DIGITS);
    if low < high { words::range(lang, &short(central), &short(low), &short(high)) } else { short(central) }
}
