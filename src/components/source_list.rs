//! Sources as a reader cites them.

use lodestone_model::data::{Grade, Source};
use yew::prelude::*;

use crate::cite::UNNAMED;
use crate::text::{Lang, about, grades};

/// One source: title in its own language, publisher and date, and its address where it has one.
///
/// Titles and publishers are names: they are marked as not to be translated.
pub fn cite(source: &Source, lang: Lang) -> Html {
    if source.grade == Grade::Assumption || source.grade == Grade::General {
        return html!(<span>{ grades::label(lang, source.grade) }</span>);
    }
    // A document that names no publisher has its title and its date.
    let by = match source.publisher {
        UNNAMED => source.date.to_owned(),
        publisher => about::publisher_date(lang, publisher, source.date),
    };
    let title = html!(<cite lang={source.language} translate="no">{ source.title }</cite>);
    let name = if source.locator.starts_with("http") {
        html!(<a href={source.locator} rel="noreferrer external">{ title }</a>)
    } else {
        title
    };
    html!(<>{ name }<span class="by" translate="no">{ by }</span></>)
}

/// Properties of [`SourceList`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Sources, in the order in which they are listed.
    pub sources: Vec<&'static Source>,
    /// Language of the reader.
    pub lang: Lang,
}

/// A list of sources.
#[component]
pub fn SourceList(props: &Props) -> Html {
    html! {
        <ul class="sources">
            { for props.sources.iter().map(|s| html!(<li key={s.id}>{ cite(s, props.lang) }</li>)) }
        </ul>
    }
}
