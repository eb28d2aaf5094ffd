//! The forms of a result, each by a button.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{body, document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::super::{Taken, csv, handout, json, sentence, xlsx};
use crate::browser::file::{blob, bytes, hand_over};
use crate::chart::spec::Spec;
use crate::chart::wire::{self, HELD};
use crate::study::copied::copy;
use crate::text::{Lang, export as words};

/// The class of a page that is printed as its handout.
const PRINTS: &str = "prints";
/// The kind of an XLSX.
const SPREADSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A form in which a result leaves the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Csv,
    Xlsx,
    Json,
}

/// Properties of [`Saving`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The result; `None` as long as it is drawn.
    pub taken: Option<Rc<Taken>>,
    /// Language of the reader.
    pub lang: Lang,
}

/// The buttons, and the sentence.
#[component]
pub fn Saving(props: &Props) -> Html {
    let Props { taken, lang } = props;
    let lang = *lang;
    let (note, bom, copied) = (use_state(String::new), use_state(|| false), use_state(|| None::<bool>));
    let area = use_node_ref();
    let save = |form: Form| {
        let (taken, note, bom) = (taken.clone(), note.setter(), *bom);
        Callback::from(move |_: MouseEvent| {
            if let Some(taken) = &taken {
                let name = format!("{}.{}", taken.file(), form.end());
                let done = form.save(taken, bom, &name);
                note.set(if done.is_some() { words::saved(lang, &name) } else { words::failed(lang).to_owned() });
            }
        })
    };
    let on_print = {
        let taken = taken.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(taken) = &taken {
                print(taken);
            }
        })
    };
    let on_bom = {
        let bom = bom.setter();
        Callback::from(move |event: Event| bom.set(event.target_unchecked_into::<HtmlInputElement>().checked()))
    };
    let on_copy = {
        let (area, copied) = (area.clone(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
            let copied = copied.clone();
            copy(&area.value(), move |done| {
                if !done {
                    area.select();
                }
                copied.set(Some(done));
            });
        })
    };
    let waits = taken.is_none();
    let said = use_memo(taken.clone(), |taken| taken.as_ref().map(|t| sentence::write(t)).unwrap_or_default());
    let button = |key: &'static str, word: &'static str, hint: &'static str, on: Callback<MouseEvent>| {
        html! {
            <li>
                <button type="button" data-form={key} disabled={waits} onclick={on}>{ word }</button>
                <span class="hint">{ hint }</span>
            </li>
        }
    };
    html! {
        <>
            <h3>{ words::as_file(lang) }</h3>
            <ul class="forms">
                { button("csv", words::csv(lang), words::csv_hint(lang), save(Form::Csv)) }
                <li><label><input type="checkbox" id="take-bom" checked={*bom} onchange={on_bom} />{ " " }{ words::bom(lang) }</label></li>
                { button("xlsx", words::xlsx(lang), words::xlsx_hint(lang), save(Form::Xlsx)) }
                { button("json", words::json(lang), words::json_hint(lang), save(Form::Json)) }
                { button("print", words::print(lang), words::print_hint(lang), on_print) }
            </ul>
            <p class="hint" role="status" id="take-saved">{ (*note).clone() }</p>
            <h3>{ words::as_sentence(lang) }</h3>
            <textarea ref={area} id="take-sentence" rows="5" aria-label={words::sentence_label(lang)} value={(*said).clone()} />
            <p>
                <button type="button" data-form="sentence" disabled={waits} onclick={on_copy}>{ words::copy(lang) }</button>{ " " }
                <span role="status" id="take-copied">
                    { match *copied { None => "", Some(true) => words::copied(lang), Some(false) => words::not_copied(lang) } }
                </span>
            </p>
        </>
    }
}

impl Form {
    const fn end(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    fn save(self, taken: &Taken, bom: bool, name: &str) -> Option<()> {
        let file = match self {
            Self::Csv => {
                let table = csv::write(taken).ok()?;
                blob(&format!("{}{table}", if bom { csv::BOM } else { "" }), "text/csv;charset=utf-8")
            }
            Self::Xlsx => bytes(&xlsx::write(taken).ok()?, SPREADSHEET),
            Self::Json => blob(&json::write(taken), "application/json"),
        };
        hand_over(&file?, name)
    }
}

/// Prints the handout instead of the page; what it needs of the page is taken away again afterwards.
fn print(taken: &Taken) {
    let Ok(sheet) = document().create_element("section") else { return };
    sheet.set_id(handout::ID);
    let _ = sheet.set_attribute("lang", taken.lang().tag());
    sheet.set_inner_html(&handout::write(taken, &charts()));
    if body().append_child(&sheet).is_err() {
        return;
    }
    let _ = body().class_list().add_1(PRINTS);
    let done = move |_: &Event| {
        let _ = body().class_list().remove_1(PRINTS);
        sheet.remove();
    };
    EventListener::once(&window(), "afterprint", done).forget();
    let _ = window().print();
}

/// Has every chart of the page hold its description ready, as for a reader who comes near (`components::chart_view`): those out of
/// sight are printed too.
pub fn come_near() {
    let Ok(list) = document().query_selector_all("main figure[data-chart]") else { return };
    let options = EventInit::new();
    options.set_bubbles(true);
    for figure in (0..list.length()).filter_map(|i| list.get(i)) {
        if let Ok(event) = Event::new_with_event_init_dict("pointerover", &options) {
            let _ = figure.dispatch_event(&event);
        }
    }
}

/// The charts of the page as it shows them now.
fn charts() -> Vec<Spec> {
    let Ok(list) = document().query_selector_all(&format!("main [{HELD}]")) else { return Vec::new() };
    let figures = (0..list.length()).filter_map(|i| list.get(i)?.dyn_into::<Element>().ok());
    figures.filter_map(|figure| wire::read(&figure.get_attribute(HELD)?)).collect()
}
