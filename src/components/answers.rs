//! The three answers in one strip that stays in sight.

use yew::prelude::*;

use crate::text::{Lang, page};

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The address of where it is worked out.
    pub target: String,
    /// What it answers.
    pub question: String,
    /// The answer.
    pub value: String,
    /// Its range or what it is compared with.
    pub note: String,
}

/// The strip of answers; each leads to its calculator.
pub fn strip(answers: &[Answer], lang: Lang) -> Html {
    let answer = |a: &Answer| {
        html! {
            <li key={a.target.clone()}>
                <a href={a.target.clone()} data-keep="">
                    <span class="question">{ a.question.clone() }</span>
                    <strong>{ a.value.clone() }</strong>
                    <span class="note">{ a.note.clone() }</span>
                </a>
            </li>
        }
    };
    html! {
        <nav class="answers" aria-label={page::answers(lang)}>
            <ul id="result">{ for answers.iter().map(answer) }</ul>
        </nav>
    }
}
