//! What can be passed on of a result: a link that proves it, and the settings as text.

use std::rc::Rc;

use lodestone_model::inputs::text;
use lodestone_model::release::Release;
use yew::prelude::*;

use super::copied::Copied;
use super::request::Request;
use crate::browser::page::here;
use crate::format;
use crate::link::proof::{Carried, LONGEST, carrying, main_answer, query};
use crate::text::{Lang, share as words};

/// Properties of [`Share`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the page asked.
    pub request: Rc<Request>,
}

/// What can be passed on.
#[component]
pub fn Share(props: &Props) -> Html {
    let request = &props.request;
    let lang = request.lang;
    let link = use_memo(request.clone(), |request| link(request));
    let set = text::write(&request.inputs);
    let set = if set.is_empty() { words::no_settings(lang).to_owned() } else { set };
    html! {
        <>
            { match &*link {
                Some(link) => html! {
                    <Copied open=true title={words::link(lang)} hint={hint(link, lang)} text={link.clone()} {lang} />
                },
                None => html!(<p class="hint">{ words::no_address(lang) }</p>),
            } }
            <Copied title={words::settings(lang)} hint={words::settings_hint(lang)} text={set} {lang} />
        </>
    }
}

fn hint(link: &str, lang: Lang) -> String {
    let count = link.chars().count();
    let said = format::exact(count as f64);
    if count > LONGEST {
        words::too_long(lang, &said, &format::exact(LONGEST as f64))
    } else {
        words::link_hint(lang, &said)
    }
}

/// The address of the page with everything that is set and the result; `None` for a page from a file, whose address leads
/// nobody else to it.
fn link(request: &Request) -> Option<String> {
    let place = gloo::utils::window().location();
    let origin = place.origin().ok().filter(|o| o.starts_with("http"))?;
    let path = place.pathname().ok()?;
    let result = Carried::of(Release::present(), main_answer(here().0), &request.inputs, request.year);
    Some(format!("{origin}{path}?{}", query(&carrying(&request.said, result.as_ref()))))
}
