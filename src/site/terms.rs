//! The terms of the field that the page uses, each leading to its definition in the reader's language.

use yew::prelude::*;

use crate::route::Route;
use crate::text::{Lang, page};

/// Properties of [`Terms`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Language of the reader.
    pub lang: Lang,
    /// The page.
    pub route: Route,
}

/// A list of links.
#[component]
pub fn Terms(props: &Props) -> Html {
    let Props { lang, route } = *props;
    let link = |line: &'static str| {
        let (id, term) = line.split_once('|')?;
        let at = format!("{}#{id}", route.to(Route::Glossary, lang));
        Some(html!(<li key={id}><a href={at}>{ term }</a></li>))
    };
    html! {
        <details class="fold terms-used" id="terms">
            <summary><h3>{ page::terms_title(lang) }</h3></summary>
            <ul>{ for page::terms(lang).lines().filter_map(link) }</ul>
        </details>
    }
}
