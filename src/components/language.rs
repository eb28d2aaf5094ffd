//! The language switch; the state of the page stays.

use yew::prelude::*;

use crate::text::{Lang, page};

/// Properties of [`LanguageSwitch`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The language in force.
    pub lang: Lang,
    /// Called with the language that a reader chooses.
    pub on_choose: Callback<Lang>,
}

/// One button a language.
#[component]
pub fn LanguageSwitch(props: &Props) -> Html {
    let button = |lang: Lang| {
        let on_choose = props.on_choose.clone();
        let onclick = Callback::from(move |_: MouseEvent| on_choose.emit(lang));
        html! {
            <button type="button" {onclick} lang={lang.tag()} aria-pressed={(lang == props.lang).to_string()} translate="no">
                { lang.name() }
            </button>
        }
    };
    html! {
        <div class="languages" role="group" aria-label={page::language(props.lang)}>
            { for Lang::ALL.into_iter().map(button) }
        </div>
    }
}
