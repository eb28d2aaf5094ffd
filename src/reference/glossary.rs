//! The terms of the field in three languages, each with a definition in the reader's.

use lodestone_model::data::{GLOSSARY, GlossaryRow};
use yew::prelude::*;

use crate::cite;
use crate::text::{Lang, reference as words};

/// Properties of [`Glossary`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Language of the reader.
    pub lang: Lang,
}

/// The page.
#[component]
pub fn Glossary(props: &Props) -> Html {
    let lang = props.lang;
    html! {
        <>
            <h1>{ words::glossary_title(lang, &GLOSSARY.len().to_string()) }</h1>
            <p class="lead">{ words::glossary_lead(lang) }</p>
            <dl class="terms">{ for GLOSSARY.iter().map(|row| term(lang, row)) }</dl>
        </>
    }
}

/// A term and its definition in a language.
#[must_use]
pub fn in_language(lang: Lang, row: &GlossaryRow) -> (&'static str, &'static str) {
    match lang {
        Lang::Ko => (row.term_ko, row.definition_ko),
        Lang::Zh => (row.term_zh_hans, row.definition_zh_hans),
        _ => (row.term_en, row.definition_en),
    }
}

fn term(lang: Lang, row: &GlossaryRow) -> Html {
    let (name, definition) = in_language(lang, row);
    let others = Lang::ALL
        .into_iter()
        .filter(|l| *l != lang)
        .map(|l| html!(<span lang={l.tag()} translate="no">{ in_language(l, row).0 }</span>));
    let source = cite::source(row.source_id).filter(|s| s.id != "general");
    html! {
        <>
            <dt id={row.id}><dfn>{ name }</dfn>{ " " }<span class="by">{ for others.map(|o| html!(<>{ o }{ " " }</>)) }</span></dt>
            <dd>
                { definition }
                if let Some(source) = source { { " " }<span class="by" translate="no">{ cite::named(source) }</span> }
            </dd>
        </>
    }
}
