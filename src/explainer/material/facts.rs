//! The rows of `physics.csv` as lines: what it is about, the value, what it means, who says so.

use lodestone_model::data::{PHYSICS, PhysicsRow};
use yew::prelude::*;

use crate::explainer::linked::{linked, source};
use crate::text::{Lang, material as words};

/// The rows of a section.
pub(super) fn list(lang: Lang, section: &str) -> Html {
    let rows = PHYSICS.iter().filter(|r| r.section == section);
    html! {
        <>
            <h3 class="ledger-name">{ words::facts(lang) }</h3>
            <dl class="ledger">{ for rows.map(|r| line(lang, r)) }</dl>
        </>
    }
}

/// The words of a row in a language: subject, property, value, explanation.
pub(super) fn in_language(lang: Lang, r: &PhysicsRow) -> [&'static str; 4] {
    match lang {
        Lang::Ko => [r.subject_ko, r.property_ko, r.value_text_ko, r.explanation_ko],
        Lang::Zh => [r.subject_zh_hans, r.property_zh_hans, r.value_text_zh_hans, r.explanation_zh_hans],
        _ => [r.subject, r.property, r.value_text, r.explanation],
    }
}

fn line(lang: Lang, r: &'static PhysicsRow) -> Html {
    let [subject, property, value, explanation] = in_language(lang, r);
    html! {
        <div id={r.id}>
            <dt>{ subject }<span class="what">{ property }</span></dt>
            <dd>
                <strong>{ value }</strong>
                <p>{ explanation }</p>
                <p class="by">
                    { linked(&source(lang, r.source_id)) }
                    if !r.claim_id.is_empty() {
                        { " · " }<a href={format!("../claims/#{}", r.claim_id)} aria-label={format!("{}: {subject}, {property}", words::audit(lang))}>{ words::audit(lang) }</a>
                    }
                </p>
            </dd>
        </div>
    }
}
