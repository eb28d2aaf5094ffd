//! The terms of the field that a page uses, each leading to its definition in the reader's language.
//!
//! The words of a calculator are known before it is drawn; what any other page says is found in its document.

use lodestone_model::data::GLOSSARY;
use lodestone_tables::terms::{bare, occurs};
use yew::prelude::*;

use crate::reference::in_language;
use crate::route::Route;
use crate::text::{Lang, page};

/// A term: its key in the glossary, and its name.
pub type Term = (&'static str, &'static str);

/// Properties of [`Terms`].
#[derive(Properties, PartialEq, Clone)]
pub struct Props {
    /// Language of the reader.
    pub lang: Lang,
    /// The page.
    pub route: Route,
    /// Its terms.
    pub terms: Vec<Term>,
}

/// A list of links; nothing without terms.
#[component]
pub fn Terms(props: &Props) -> Html {
    let Props { lang, route, terms } = props;
    if terms.is_empty() {
        return Html::default();
    }
    let link = |(id, term): &Term| {
        let at = format!("{}#{id}", route.to(Route::Glossary, *lang));
        html!(<li key={*id}><a href={at}>{ *term }</a></li>)
    };
    html! {
        <details class="fold terms-used" id="terms">
            // A page without parts has no title of this rank above it.
            <summary>
                if route.computes() { <h3>{ page::terms_title(*lang) }</h3> } else { { page::terms_title(*lang) } }
            </summary>
            <ul>{ for terms.iter().map(link) }</ul>
        </details>
    }
}

/// The terms that the words of the calculators use.
#[must_use]
pub fn of_calculators(lang: Lang) -> Vec<Term> {
    page::terms(lang).lines().filter_map(|line| line.split_once('|')).collect()
}

/// The terms in the content of another page. The glossary has none: it is where they lead. Cells of a raw table are English
/// on every page.
#[must_use]
pub fn of_document(route: Route, lang: Lang, html: &str) -> Vec<Term> {
    if route == Route::Glossary {
        return Vec::new();
    }
    let text = said(html).to_lowercase();
    let english = |lang| lang == Lang::En;
    let uses = |name: &str, lang| occurs(bare(name), &text, english(lang));
    let found = GLOSSARY.iter().filter_map(|row| {
        let name = in_language(lang, row).0;
        let used = uses(name, lang) || (matches!(route, Route::Table(_)) && uses(row.term_en, Lang::En));
        used.then_some((row.id, bare(name)))
    });
    found.collect()
}

/// The text of a document, its parts on lines of their own.
fn said(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for part in html.split('<') {
        let text = part.split_once('>').map_or(part, |(_, text)| text);
        out += &text
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&#39;", "'")
            .replace("&quot;", "\"");
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(route: Route, lang: Lang, html: &str) -> Vec<&'static str> {
        of_document(route, lang, html).into_iter().map(|(id, _)| id).collect()
    }

    #[test]
    fn terms_are_found_in_what_is_read_and_in_no_tag() {
        assert!(
            ids(Route::Claims, Lang::En, "<p title=\"coercivity\">The <b>remanence</b> of it</p>")
                .contains(&"remanence")
        );
        assert!(!ids(Route::Claims, Lang::En, "<p title=\"coercivity\">The remanence</p>").contains(&"coercivity"));
        assert!(ids(Route::Claims, Lang::Zh, "<p>剩磁</p>").contains(&"remanence"));
        assert_eq!(ids(Route::Claims, Lang::Zh, "<p>Remanence</p>"), ids(Route::Claims, Lang::Zh, ""));
        assert!(ids(Route::Table("physics"), Lang::Zh, "<td>Remanence</td>").contains(&"remanence"));
        assert!(ids(Route::Glossary, Lang::En, "<p>remanence</p>").is_empty());
    }
}
