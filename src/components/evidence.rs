//! Where a default comes from: range, evidence, rule, grade, date, sources.

use lodestone_model::data::SOURCES;
use lodestone_model::error::SPREADS;
use lodestone_model::inputs::Param;
use yew::prelude::*;

use super::how::OnAsk;
use super::source_list::cite;
use crate::format;
use crate::text::{Lang, field, grades, page, parameters, rules};

/// Properties of [`Evidence`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The parameter.
    pub param: Param,
    /// Language of the reader.
    pub lang: Lang,
    /// Whether a reader has set the parameter.
    pub set: bool,
    /// Called when all sources are asked for.
    pub on_ask: OnAsk,
    /// Whether the fold begins open.
    #[prop_or_default]
    pub open: bool,
}

/// A fold with everything known about a parameter's default; its content is made when it opens.
#[component]
pub fn Evidence(props: &Props) -> Html {
    let Props { param, lang, set, open: begin, ref on_ask } = *props;
    let open = use_state(|| begin);
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            let now = event.target_unchecked_into::<web_sys::Element>().has_attribute("open");
            open.set(now);
        })
    };
    html! {
        <details class="evidence" open={begin} ontoggle={on_toggle}>
            <summary aria-label={field::source_of(lang, parameters::label(lang, param))}>
                { field::source_dated(lang, field::source(lang), param.spec().date) }
                if param.spec().aged {
                    { " " }<span class="aged">{ field::aged(lang, &param.spec().review_months.to_string()) }</span>
                }
            </summary>
            if *open { { facts(param, lang, set) }{ all(param, lang, on_ask) } }
        </details>
    }
}

/// The button that shows what every source says of the input.
fn all(param: Param, lang: Lang, on_ask: &OnAsk) -> Html {
    if !param.spec().set {
        return Html::default();
    }
    let on_ask = on_ask.clone();
    let on_click = Callback::from(move |_: MouseEvent| on_ask.emit(format!("input:{}", param.key()).into()));
    let label = page::all_sources_of(lang, parameters::label(lang, param));
    html! {
        <button type="button" class="quiet" onclick={on_click} aria-haspopup="dialog" aria-label={label}>
            { page::all_sources(lang) }
        </button>
    }
}

fn facts(param: Param, lang: Lang, set: bool) -> Html {
    let spec = param.spec();
    let show = |v: f64| format::with_unit(lang, spec.unit, v);
    let default = match (spec.set, spec.low == spec.high) {
        (false, _) => field::default_none(lang).to_owned(),
        (true, true) => field::default_exact(lang, &show(spec.central), rules::label(lang, spec.rule)),
        (true, false) => field::default_range(lang, &show(spec.central), &show(spec.low), &show(spec.high)),
    };
    html! {
        <ul class="facts">
            <li>{ default }</li>
            if let Some((low, high)) = spec.evidence {
                <li>{ field::evidence(lang, &show(low), &show(high)) }</li>
            }
            <li>{ field::chosen(lang, rules::label(lang, spec.rule)) }</li>
            <li>{ field::grade(lang, grades::label(lang, spec.grade), spec.date) }</li>
            if set { <li>{ field::yours(lang) }</li> }
            <li>{ field::spread_hint(lang, SPREADS) }</li>
            { for spec.sources.iter().filter_map(|i| SOURCES.get(*i)).map(|s| html!(<li>{ cite(s, lang) }</li>)) }
        </ul>
    }
}
