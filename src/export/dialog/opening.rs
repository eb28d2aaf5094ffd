//! A file that was taken along, opened again: the page is set to what it says, or to nothing of it.

use lodestone_model::inputs::text;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::import::{self, Read};
use super::super::saved::List;
use super::{host, shelf};
use crate::browser::file;
use crate::format;
use crate::link::told::sentences;
use crate::link::views;
use crate::study::request::{ALL, choose};
use crate::text::{Lang, export as words};

/// Properties of [`Opening`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Language of the reader.
    pub lang: Lang,
    /// Hears that a file has added saved results.
    pub on_joined: Callback<()>,
}

/// What is found of a file.
#[derive(Clone, PartialEq)]
struct Told {
    lines: Vec<String>,
    refused: bool,
}

/// The field for a file, and what was found of it.
#[component]
pub fn Opening(props: &Props) -> Html {
    let lang = props.lang;
    let told = use_state(|| None::<Told>);
    let on_file = {
        let (told, on_joined) = (told.setter(), props.on_joined.clone());
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let Some(chosen) = field.files().and_then(|files| files.get(0)) else { return };
            let (told, name, on_joined) = (told.clone(), chosen.name(), on_joined.clone());
            file::read(chosen.unchecked_ref(), move |bytes| {
                told.set(Some(open(bytes, &name, lang)));
                on_joined.emit(());
            });
            // The same file may be chosen again after it was changed.
            field.set_value("");
        })
    };
    html! {
        <>
            <h3>{ words::open_file(lang) }</h3>
            <p>
                <label for="take-file">{ words::choose(lang) }</label>
                <input type="file" id="take-file" accept=".csv,.json,text/csv,application/json" onchange={on_file} />
            </p>
            <div role="status" id="take-opened">
                if let Some(told) = &*told {
                    { for told.lines.iter().map(|line| html! {
                        <p class={classes!("message", told.refused.then_some("is-wrong"))}>{ line.clone() }</p>
                    }) }
                }
            </div>
        </>
    }
}

/// Sets the page to what a file says, and tells what was found.
fn open(bytes: Option<Vec<u8>>, name: &str, lang: Lang) -> Told {
    let refused = |line: String| Told { lines: vec![line], refused: true };
    let Some(bytes) = bytes else { return refused(words::unreadable(lang, name)) };
    if let Some(list) = core::str::from_utf8(&bytes).ok().and_then(|text| List::read(text).ok()) {
        return match shelf::join(list) {
            Ok(count) => {
                Told { lines: vec![words::keep_joined(lang, name, &format::exact(count as f64))], refused: false }
            }
            Err(why) => refused(words::refused(lang, name, &why.said(lang))),
        };
    }
    let read = match import::read(&bytes, lang) {
        Ok(read) => read,
        Err(why) => return refused(words::refused(lang, name, &why)),
    };
    set(&read);
    let changed = read.changed.iter().cloned().reduce(|one, other| words::then(lang, &one, &other));
    let mut lines = vec![words::opened(lang, name)];
    lines.extend(sentences(&read.checked, lang));
    lines.extend(changed.map(|list| words::opened_changed(lang, &list)));
    Told { lines, refused: false }
}

fn set(read: &Read) {
    let state = &read.checked.asked.state;
    let looked_at = views(state).into_iter().map(|(key, value)| format!("{key}={value}\n")).collect::<String>();
    if let Some(host) = host() {
        choose(&host, &format!("{ALL}\n{}{looked_at}", text::write(&state.inputs)));
    }
}
