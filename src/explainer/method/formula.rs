//! Formula lines, and the table of their symbols with the defaults in force.

use lodestone_model::data::Param;
use yew::prelude::*;

use crate::format;
use crate::text::{Lang, method as words, parameters, quantities};

/// Lines of formulas; `x_i` is x with the index i, `x^2` and `x^(…)` are powers.
pub(super) fn formulas(lines: &[&str]) -> Html {
    html! {
        <div class="me-formulas" translate="no">
            { for lines.iter().map(|line| html!(<p>{ for set(line) }</p>)) }
        </div>
    }
}

/// A line with indices and powers as such.
fn set(line: &str) -> Vec<Html> {
    let mut parts = Vec::new();
    let mut plain = String::new();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        if c != '_' && c != '^' {
            plain.push(c);
            continue;
        }
        let end = if c == '^' && rest.starts_with('(') {
            rest.find(')').map_or(rest.len(), |i| i + 1)
        } else {
            rest.find(|c: char| !(c.is_alphanumeric() || c == ',' || c == '~')).unwrap_or(rest.len())
        };
        let (index, after) = rest.split_at(end);
        // A comma at the end belongs to the line, not to the index.
        let (index, after) = index.strip_suffix(',').map_or((index, after), |short| (short, &rest[short.len()..]));
        parts.push(html!({ std::mem::take(&mut plain) }));
        let inner = index.trim_start_matches('(').trim_end_matches(')').to_owned();
        parts.push(if c == '_' { html!(<sub>{ inner }</sub>) } else { html!(<sup>{ for set(&inner) }</sup>) });
        rest = after;
    }
    parts.push(html!({ plain }));
    parts
}

/// A default with its range and unit.
pub(super) fn default(lang: Lang, param: Param) -> String {
    let spec = param.spec();
    if !spec.set {
        return "–".into();
    }
    let middle = format::with_unit(lang, spec.unit, spec.central);
    if spec.low < spec.high {
        let end = |v| format::field(spec.unit, v);
        quantities::bracket(lang, &middle, &quantities::between(lang, &end(spec.low), &end(spec.high)))
    } else {
        middle
    }
}

/// The symbols of a section: what each is, its default, and the way to its sources.
pub(super) fn symbols(lang: Lang, all: &[(&str, Param)]) -> Html {
    let row = |(symbol, param): &(&str, Param)| {
        let name = parameters::label(lang, *param);
        html! {
            <tr>
                <th scope="row" translate="no">{ for set(symbol) }</th>
                <td class="me-words" data-label={words::meaning(lang)}>
                    <a href={format!("../inputs/#{}", param.key())} aria-label={words::to_input(lang, name)}>{ name }</a>
                </td>
                <td data-label={words::default(lang)}>{ default(lang, *param) }</td>
            </tr>
        }
    };
    let heads = [words::symbol, words::meaning, words::default];
    html! {
        <table class="figures me-symbols">
            <caption class="unseen">{ words::symbol(lang) }</caption>
            <thead><tr>{ for heads.map(|h| html!(<th scope="col">{ h(lang) }</th>)) }</tr></thead>
            <tbody>{ for all.iter().map(row) }</tbody>
        </table>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn indices_and_powers_are_set_as_such() {
        #[component]
        fn Line() -> Html {
            html!(<p>{ for set("c_RE,0 · (1 − λ)^(t − t_0), P_1^2") }</p>)
        }
        let html = yew::LocalServerRenderer::<Line>::new().hydratable(false).render().await;
        assert_eq!(html, "<p>c<sub>RE,0</sub> · (1 − λ)<sup>t − t<sub>0</sub></sup>, P<sub>1</sub><sup>2</sup></p>");
    }
}
