//! What can be passed on of a result: a link that proves it, the calculator for another page, the settings as text.

use std::rc::Rc;

use lodestone_model::inputs::text;
use lodestone_model::release::Release;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement};
use yew::prelude::*;

use super::copied::Copied;
use super::request::Request;
use crate::browser::page::{here, place};
use crate::format;
use crate::link::proof::{Carried, LONGEST, carrying, main_answer, query};
use crate::link::{Pairs, RELEASE, VERSION};
use crate::route::folder;
use crate::text::{Lang, share as words};
use crate::widget::{SHOW, Snippet, height};

/// The value of [`SHOW`] for everything.
const ALL: &str = "all";

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
    let looks = [use_state(String::new), use_state(String::new), use_state(String::new)];
    let set = text::write(&request.inputs);
    let set = if set.is_empty() { words::no_settings(lang).to_owned() } else { set };
    html! {
        <>
            <Copied open=true title={words::link(lang)} hint={hint(&link, lang)} text={(*link).clone()} {lang} />
            { snippet(&request.said, &looks, lang) }
            <Copied title={words::settings(lang)} hint={words::settings_hint(lang)} text={set} {lang} />
        </>
    }
}

fn hint(link: &str, lang: Lang) -> String {
    let count = link.chars().count();
    let said = format::exact(count as f64);
    if !link.starts_with("http") {
        words::no_address(lang).to_owned()
    } else if count > LONGEST {
        words::too_long(lang, &said, &format::exact(LONGEST as f64))
    } else {
        words::link_hint(lang, &said)
    }
}

/// The address of the page with everything that is set and the result.
fn link(request: &Request) -> String {
    let result = Carried::of(Release::present(), main_answer(here().0), &request.inputs, request.year);
    format!("{}?{}", place(), query(&carrying(&request.said, result.as_ref())))
}

fn choose(state: &UseStateHandle<String>) -> Callback<Event> {
    let state = state.setter();
    Callback::from(move |event: Event| state.set(event.target_unchecked_into::<HtmlSelectElement>().value()))
}

/// The value of the list of releases for the one that it is now.
const FROZEN: &str = "frozen";

/// The calculator for another page, with what can be chosen of it: colours, what it shows, whether it keeps its release; nothing on a
/// page that is no calculator of its own.
fn snippet(said: &Pairs, [theme, show, kept]: &[UseStateHandle<String>; 3], lang: Lang) -> Html {
    let [on_theme, on_show, on_kept] = [theme, show, kept].map(choose);
    let (theme, show) = ((**theme).clone(), (**show).clone());
    let (route, _) = here();
    let place = place();
    // The site may stand in a folder of its host.
    let below = format!("{}/{}", folder(lang), route.path());
    let site = place.strip_suffix("index.html").unwrap_or(&place).strip_suffix(&below);
    let (Some(site), true) = (site.filter(|site| site.starts_with("http")), height(route).is_some()) else {
        return Html::default();
    };
    // One that is always the newest names no release.
    let mut all: Pairs = said.iter().filter(|(key, _)| key != VERSION).cloned().collect();
    if **kept == FROZEN {
        all.push((VERSION.into(), RELEASE.into()));
    }
    let chosen = [("theme", &theme), (SHOW, &show)];
    all.extend(chosen.into_iter().filter(|(_, v)| !v.is_empty()).map(|(k, v)| (k.to_owned(), v.clone())));
    let title = gloo::utils::document().title();
    let snippet = Snippet { route, lang, site, below: &below, said: &all, title: &title };
    let option = |(value, word): (&str, String), now: &str| html!(<option value={value.to_owned()} selected={value == now}>{ word }</option>);
    let themes =
        [("", words::theme_auto(lang)), ("light", words::theme_light(lang)), ("dark", words::theme_dark(lang))];
    let releases = [("", words::release_live(lang).to_owned()), (FROZEN, words::release_frozen(lang, RELEASE))];
    let mut shows =
        vec![(String::new(), words::show_short(lang).to_owned()), (ALL.into(), words::show_all(lang).to_owned())];
    shows.extend(charts().into_iter().map(|(key, title)| (key, words::show_chart(lang, &title))));
    html! {
        <details class="copied">
            <summary>{ words::snippet(lang) }</summary>
            <p class="hint">{ words::snippet_hint(lang) }</p>
            <div class="study-choice">
                <label for="snippet-theme">{ words::theme(lang) }
                    <select id="snippet-theme" onchange={on_theme}>
                        { for themes.into_iter().map(|(key, word)| option((key, word.to_owned()), &theme)) }
                    </select>
                </label>
                <label for="snippet-release">{ words::release(lang) }
                    <select id="snippet-release" onchange={on_kept}>
                        { for releases.into_iter().map(|entry| option(entry, kept)) }
                    </select>
                </label>
                <label for="snippet-show">{ words::show(lang) }
                    <select id="snippet-show" onchange={on_show}>
                        { for shows.iter().map(|(key, word)| option((key, word.clone()), &show)) }
                    </select>
                </label>
            </div>
            // A whole calculator is of no height that could be said beforehand.
            if show != ALL { <Copied open=true title={words::as_frame(lang)} text={snippet.frame()} {lang} /> }
            <Copied open=true title={words::as_tag(lang)} text={snippet.tag()} {lang} />
        </details>
    }
}

/// The charts of the page: key and headline.
fn charts() -> Vec<(String, String)> {
    let Ok(list) = gloo::utils::document().query_selector_all("main [data-chart]") else { return Vec::new() };
    let figures = (0..list.length()).filter_map(|i| list.get(i)?.dyn_into::<Element>().ok());
    let of = |figure: Element| {
        let title = figure.query_selector("h3").ok().flatten()?.text_content()?;
        Some((figure.get_attribute("data-chart")?, title))
    };
    figures.filter_map(of).collect()
}
