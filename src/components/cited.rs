//! Where the yearly figures of an application come from. Prepared.

use lodestone_model::demand::Application;
use yew::prelude::*;

use super::prepared::prepared;
use crate::text::Lang;

/// A fold with the sources; nothing for an application without yearly figures.
pub fn cited(application: Application, lang: Lang) -> Html {
    prepared(|| fold(application, lang))
}

#[cfg(target_arch = "wasm32")]
fn fold(_: Application, _: Lang) -> String {
    String::new()
}

#[cfg(not(target_arch = "wasm32"))]
fn fold(application: Application, lang: Lang) -> String {
    use super::prepared::escaped;
    use super::source_list;
    use crate::labels;
    use crate::text::{demand, field};
    use lodestone_model::data::{POINTS, SOURCES};
    use lodestone_model::sort;

    let points = POINTS.iter().filter(|p| application.series().contains(&p.series));
    let indices = sort::each_once(points.flat_map(|p| p.sources).copied());
    if indices.is_empty() {
        return String::new();
    }
    let all: String = indices
        .into_iter()
        .filter_map(|i| SOURCES.get(i))
        .map(|s| format!("<li>{}</li>", source_list::cited(s, lang)))
        .collect();
    let what = field::source_of(lang, &demand::units_of(lang, labels::application(lang, application)));
    format!(
        "<details class=\"evidence\"><summary aria-label=\"{}\">{}</summary><ul class=\"facts\">{all}</ul></details>",
        escaped(&what),
        escaped(field::source(lang))
    )
}
