//! Where the yearly figures of an application come from.

use lodestone_model::data::{POINTS, SOURCES};
use lodestone_model::demand::Application;
use lodestone_model::sort;
use yew::prelude::*;

use super::source_list::cite;
use crate::labels;
use crate::text::{Lang, demand, field};

/// Properties of [`Cited`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The application.
    pub application: Application,
    /// Language of the reader.
    pub lang: Lang,
}

/// A fold with the sources; nothing for an application without yearly figures.
#[component]
pub fn Cited(props: &Props) -> Html {
    let Props { application, lang } = *props;
    let points = POINTS.iter().filter(|p| application.series().contains(&p.series));
    let indices = sort::each_once(points.flat_map(|p| p.sources).copied());
    if indices.is_empty() {
        return Html::default();
    }
    let cited = indices.into_iter().filter_map(|i| SOURCES.get(i)).map(|s| html!(<li>{ cite(s, lang) }</li>));
    let what = field::source_of(lang, &demand::units_of(lang, labels::application(lang, application)));
    html! {
        <details class="evidence">
            <summary aria-label={what}>{ field::source(lang) }</summary>
            <ul class="facts">{ for cited }</ul>
        </details>
    }
}
