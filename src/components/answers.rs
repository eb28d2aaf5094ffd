//! The three answers in one strip that stays in sight.

use yew::prelude::*;

use crate::text::{Lang, page};

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Where it is worked out on the page.
    pub target: &'static str,
    /// What it answers.
    pub question: String,
    /// The answer.
    pub value: String,
    /// Its range or what it is compared with.
    pub note: String,
}

/// Properties of [`Answers`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The answers.
    pub answers: Vec<Answer>,
    /// Language of the reader.
    pub lang: Lang,
}

/// The strip of answers; each leads to its calculator.
#[component]
pub fn Answers(props: &Props) -> Html {
    let answer = |a: &Answer| {
        html! {
            <li key={a.target}>
                <a href={format!("#{}", a.target)}>
                    <span class="question">{ a.question.clone() }</span>
                    <strong>{ a.value.clone() }</strong>
                    <span class="note">{ a.note.clone() }</span>
                </a>
            </li>
        }
    };
    html! {
        <nav class="answers" aria-label={page::answers(props.lang)}>
            <ul id="result">{ for props.answers.iter().map(answer) }</ul>
        </nav>
    }
}
