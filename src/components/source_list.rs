//! Sources as a reader cites them.

use lodestone_model::data::{Grade, Source};
use yew::prelude::*;

use super::prepared::escaped;
use crate::cite::UNNAMED;
use crate::text::{Lang, about, grades};

/// One source: title in its own language, publisher and date, and its address where it has one.
///
/// Titles and publishers are names: they are marked as not to be translated.
pub fn cite(source: &Source, lang: Lang) -> Html {
    Html::from_html_unchecked(cited(source, lang).into())
}

/// The same as text.
#[must_use]
pub fn cited(source: &Source, lang: Lang) -> String {
    if source.grade == Grade::Assumption || source.grade == Grade::General {
        return format!("<span>{}</span>", escaped(grades::label(lang, source.grade)));
    }
    // A document that names no publisher has its title and its date.
    let by = match source.publisher {
        UNNAMED => source.date.to_owned(),
        publisher => about::publisher_date(lang, publisher, source.date),
    };
    let title = format!("<cite lang=\"{}\" translate=\"no\">{}</cite>", source.language, escaped(source.title));
    let name = if source.locator.starts_with("http") {
        format!("<a href=\"{}\" rel=\"noreferrer external\">{title}</a>", escaped(source.locator))
    } else {
        title
    };
    format!("{name}<span class=\"by\" translate=\"no\">{}</span>", escaped(&by))
}

/// One source in few words, with a link to where it is named in full, from a page that stands beside the page of sources.
pub fn short(source: &Source) -> Html {
    // A document that names no publisher goes by its title, which has a language.
    let lang = (source.publisher == UNNAMED).then_some(source.language);
    html!(<a href={format!("../sources/#{}", source.id)} {lang} translate="no">{ crate::cite::named(source) }</a>)
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
