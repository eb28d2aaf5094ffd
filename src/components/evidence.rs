//! Where a default comes from: range, evidence, rule, grade, date, sources. Prepared, but for whether it is in force.

use lodestone_model::inputs::Param;
use yew::prelude::*;

use super::prepared::prepared;
use crate::format;
use crate::text::{Lang, field, page, parameters};

/// A fold with everything known about a parameter's default; `set` says whether a reader's own value is in force.
pub fn evidence(param: Param, lang: Lang, set: bool) -> Html {
    let dated = field::source_dated(lang, field::source(lang), &format::date(lang, param.spec().date));
    html! {
        <details class="evidence">
            <summary>
                { dated }
                if param.spec().aged {
                    { " " }<span class="aged">{ field::aged(lang, &param.spec().review_months.to_string()) }</span>
                }
                // A fold is named by the words on it, and by what it is about.
                <span class="unseen">{ ": " }{ parameters::label(lang, param) }</span>
            </summary>
            { prepared(|| facts(param, lang)) }
            if set { <p class="hint">{ field::yours(lang) }</p> }
            if param.spec().set {
                <button type="button" class="quiet" data-of={format!("input:{}", param.key())} aria-haspopup="dialog"
                    aria-label={page::all_sources_of(lang, parameters::label(lang, param))}>
                    { page::all_sources(lang) }
                </button>
            }
        </details>
    }
}

#[cfg(target_arch = "wasm32")]
fn facts(_: Param, _: Lang) -> String {
    String::new()
}

#[cfg(not(target_arch = "wasm32"))]
fn facts(param: Param, lang: Lang) -> String {
    use super::prepared::escaped;
    use super::source_list::cited;
    use crate::text::{grades, rules};
    use lodestone_model::data::SOURCES;
    use lodestone_model::error::SPREADS;

    let spec = param.spec();
    let show = |v: f64| format::with_unit(lang, spec.unit, v);
    let default = match (spec.set, spec.low == spec.high) {
        (false, _) => field::default_none(lang).to_owned(),
        (true, true) => field::default_exact(lang, &show(spec.central), rules::label(lang, spec.rule)),
        (true, false) => field::default_range(lang, &show(spec.central), &show(spec.low), &show(spec.high)),
    };
    let mut lines = vec![escaped(&default)];
    lines.extend(spec.evidence.map(|(low, high)| escaped(&field::evidence(lang, &show(low), &show(high)))));
    lines.push(escaped(&field::chosen(lang, rules::label(lang, spec.rule))));
    lines.push(escaped(&field::grade(lang, grades::label(lang, spec.grade), &format::date(lang, spec.date))));
    lines.push(escaped(&field::spread_hint(lang, SPREADS)));
    lines.extend(spec.sources.iter().filter_map(|i| SOURCES.get(*i)).map(|s| cited(s, lang)));
    let lines: String = lines.iter().map(|line| format!("<li>{line}</li>")).collect();
    format!("<ul class=\"facts\">{lines}</ul>")
}
