//! Where the yearly figures of an application come from, and how old they are: prepared in the document of a calculator. A
//! program that draws all calculators by itself says how old they are, and leads to where their sources are.

use lodestone_model::demand::Application;
use yew::prelude::*;

#[cfg(not(all(target_arch = "wasm32", whole)))]
use super::prepared::prepared;
use crate::text::Lang;

/// A fold with the sources and the time that each describes; nothing for an application without yearly figures.
#[cfg(not(all(target_arch = "wasm32", whole)))]
pub fn cited(application: Application, lang: Lang) -> Html {
    prepared(|| fold(application, lang))
}

/// A link to the sources with the time that the newest describes; nothing for an application without yearly figures.
#[cfg(all(target_arch = "wasm32", whole))]
pub fn cited(application: Application, lang: Lang) -> Html {
    use crate::format;
    use crate::labels;
    use crate::text::{demand, field};

    let Some(newest) = lodestone_model::demand::evidence::newest(application) else { return Html::default() };
    let what = demand::units_of(lang, labels::application(lang, application));
    html! {
        <small class="evidence">
            <a href={format!("../inputs/#units-{}", application.key())}>
                { field::source_dated(lang, field::source(lang), &format::date(lang, newest.date)) }
                <span class="unseen">{ ": " }{ what }</span>
            </a>
            if newest.aged { { " " }<span class="aged">{ field::aged(lang, &newest.review_months.to_string()) }</span> }
        </small>
    }
}

#[cfg(all(target_arch = "wasm32", not(whole)))]
fn fold(_: Application, _: Lang) -> String {
    String::new()
}

#[cfg(not(target_arch = "wasm32"))]
fn fold(application: Application, lang: Lang) -> String {
    use super::prepared::escaped;
    use super::source_list;
    use crate::format;
    use crate::labels;
    use crate::text::{demand, field};
    use lodestone_model::data::{Dated, SOURCES};
    use lodestone_model::demand::evidence;

    let Some(newest) = evidence::newest(application) else { return String::new() };
    let mark = |d: Dated| match d.aged {
        true => format!(" <span class=\"aged\">{}</span>", escaped(&field::aged(lang, &d.review_months.to_string()))),
        false => String::new(),
    };
    let ages = evidence::ages(application);
    let mut named = Vec::new();
    for age in &ages {
        if !named.contains(&age.source) {
            named.push(age.source);
        }
    }
    let of = |i: usize| {
        let source = SOURCES.get(i)?;
        let said = ages
            .iter()
            .filter(|a| a.source == i)
            .map(|a| format!(" · {}{}", escaped(&labels::age(lang, a)), mark(a.dated)));
        Some(format!("<li>{}{}</li>", source_list::cited(source, lang), said.collect::<String>()))
    };
    let all: String = named.into_iter().filter_map(of).collect();
    let dated = field::source_dated(lang, field::source(lang), &format::date(lang, newest.date));
    let what = demand::units_of(lang, labels::application(lang, application));
    format!(
        "<details class=\"evidence\"><summary>{}{}<span class=\"unseen\">: {}</span></summary><ul class=\"facts\">{all}</ul></details>",
        escaped(&dated),
        mark(newest),
        escaped(&what)
    )
}
