//! The page around the app: its language, title, readiness, and the line that says when the program breaks.

use gloo::timers::callback::Timeout;
use lodestone_model::data::NamedScenario;
use lodestone_model::demand::BASE_YEAR;
use lodestone_model::error::Error;
use lodestone_model::inputs::assign::Key;
use lodestone_model::inputs::{Inputs, text};
use lodestone_model::uncertainty::Plan;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::state::State;
use crate::text::{Lang, page};

/// The language that the head of the page chose, where the words are asked for: the one in the address (`?lang=`), else
/// the reader's first that the page speaks.
#[must_use]
pub fn preferred() -> Lang {
    let root = gloo::utils::document().document_element();
    root.and_then(|root| Lang::from_tag(&root.get_attribute("lang")?)).unwrap_or_default()
}

/// Keeps `lang` and title of the document, and the address, with the language in force.
#[hook]
pub fn use_document(lang: Lang) {
    use_effect_with(lang, |lang| {
        let document = gloo::utils::document();
        document.set_title(page::document_title(*lang));
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("lang", lang.tag());
        }
        for other in Lang::ALL {
            let id = format!("broken-{}", other.tag());
            if let Some(line) = document.get_element_by_id(&id) {
                let _ = line.toggle_attribute_with_force("hidden", other != *lang);
            }
        }
    });
}

/// What the address says about `key`.
#[must_use]
pub fn asked(key: &str) -> Option<String> {
    let query = gloo::utils::window().location().search().unwrap_or_default();
    web_sys::UrlSearchParams::new_with_str(&query).ok().and_then(|q| q.get(key))
}

/// Writes the language into the address, without a new entry in the history, so that it can be passed on.
pub fn remember(lang: Lang) {
    write("lang", Some(lang.tag()));
}

/// Keys of the address that are no inputs of the model.
const OWN: [&str; 6] = ["lang", "scenario", "seed", "draws", "year", "theme"];
/// Milliseconds without a change after which the address is written.
const CALM: u32 = 300;

/// Keeps in the address what the page shows: a scenario of the library to the letter, or every input that differs from
/// its default, the year that is looked at, and how ranges are drawn. It is written when nothing has changed for a moment;
/// what the address asked for is not touched before the reader changes something.
#[hook]
pub fn use_address(state: &State) {
    let before = use_mut_ref(|| None::<Option<NamedScenario>>);
    let seen = (state.inputs.clone(), state.view.year, state.plan, state.scenario);
    let state = state.clone();
    use_effect_with(seen, move |(.., scenario)| {
        let old = before.replace(Some(*scenario));
        let write = move || {
            let said = said(&state);
            if !is_said(&said) {
                rewrite(&said);
            }
        };
        let waiting = match old {
            None => None,
            // A story is chosen, not dragged.
            Some(old) if old != *scenario => {
                write();
                None
            }
            // What is dragged is written when it rests, so that no key pays for it.
            Some(_) => Some(Timeout::new(CALM, write)),
        };
        move || drop(waiting)
    });
}

/// Keys and values of the address.
fn said(state: &State) -> Vec<(String, String)> {
    let mut said = Vec::new();
    match state.exactly() {
        Some(scenario) => said.push(("scenario".to_owned(), scenario.key().to_owned())),
        None => {
            let inputs = text::write(&state.inputs);
            said.extend(inputs.lines().filter_map(|l| l.split_once('=')).map(|(k, v)| (k.to_owned(), v.to_owned())));
        }
    }
    if state.view.year != BASE_YEAR {
        said.push(("year".to_owned(), state.view.year.to_string()));
    }
    let (plan, usual) = (state.plan, Plan::default());
    if plan.seed != usual.seed {
        said.push(("seed".to_owned(), plan.seed.to_string()));
    }
    if plan.chunks != usual.chunks {
        said.push(("draws".to_owned(), plan.draws().to_string()));
    }
    said
}

/// Writes the address anew; language, theme and what is nobody's key here stay.
fn rewrite(said: &[(String, String)]) {
    let own = |key: &str| matches!(key, "scenario" | "seed" | "draws" | "year");
    change(|query| {
        for (key, _) in pairs().iter().filter(|(key, _)| own(key) || Key::named(key).is_ok()) {
            query.delete(key);
        }
        for (key, value) in said {
            query.append(key, value);
        }
    });
}

/// Whether the address says this already, what it says in vain aside.
fn is_said(said: &[(String, String)]) -> bool {
    let counts = |key: &str, value: &str| {
        matches!(key, "scenario" | "seed" | "draws" | "year") || Inputs::default().assign(key, value).is_ok()
    };
    let there: Vec<_> = pairs().into_iter().filter(|(key, value)| counts(key, value)).collect();
    there.len() == said.len() && said.iter().all(|pair| there.contains(pair))
}

/// Keys and values of the address as it is.
fn pairs() -> Vec<(String, String)> {
    let query = gloo::utils::window().location().search().unwrap_or_default();
    let Ok(query) = web_sys::UrlSearchParams::new_with_str(&query) else { return Vec::new() };
    let entries = js_sys::Array::from(&query);
    let text = |pair: &js_sys::Array, i| pair.get(i).as_string().unwrap_or_default();
    entries.iter().map(|pair| js_sys::Array::from(&pair)).map(|p| (text(&p, 0), text(&p, 1))).collect()
}

/// The inputs that the address asks for on top of `begin`, and what of it is not understood: key and reason. `None`
/// where it asks for none.
#[must_use]
pub fn asked_inputs(begin: &Inputs) -> Option<(Inputs, Vec<(String, Error)>)> {
    let asked: Vec<_> = pairs().into_iter().filter(|(key, _)| !OWN.contains(&key.as_str())).collect();
    if asked.is_empty() {
        return None;
    }
    // Parts of one whole may stand in any order: what was written together is read together.
    let lines: String = asked.iter().map(|(key, value)| format!("{key}={value}\n")).collect();
    if let Ok(inputs) = text::read(&(text::write(begin) + &lines)) {
        return Some((inputs, Vec::new()));
    }
    // Something is wrong: each by itself, so that it can be named and the others count.
    let mut inputs = begin.clone();
    let refused = asked.into_iter().filter_map(|(key, value)| inputs.assign(&key, &value).err().map(|e| (key, e)));
    let refused = refused.collect();
    Some((inputs, refused))
}

/// How the address wants ranges to be drawn; `None` where it says nothing, or nothing that makes sense.
#[must_use]
pub fn asked_plan() -> Option<Plan> {
    let number = |key| asked(key).map(|text| text.parse::<u64>().ok());
    let usual = Plan::default();
    match (number("seed"), number("draws")) {
        (None, None) => None,
        (seed, draws) => {
            let seed = seed.flatten().unwrap_or(usual.seed);
            let draws = draws.flatten().and_then(|n| usize::try_from(n).ok()).unwrap_or(usual.draws());
            Some(Plan::of(seed, draws))
        }
    }
}

fn write(key: &str, value: Option<&str>) {
    change(|query| match value {
        Some(value) => query.set(key, value),
        None => query.delete(key),
    });
}

/// Changes the query of the address without a new entry in the history.
fn change(with: impl Fn(&web_sys::UrlSearchParams)) {
    let window = gloo::utils::window();
    let (Ok(history), Ok(href)) = (window.history(), window.location().href()) else {
        return;
    };
    if let Ok(url) = web_sys::Url::new(&href) {
        with(&url.search_params());
        // Pages opened from disk may not change their address; they work without.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url.href()));
    }
}

/// Says once that the controls answer: `data-ready` on the body and the mark `interactive`.
#[hook]
pub fn use_ready() {
    use_effect_with((), |()| {
        let _ = gloo::utils::body().set_attribute("data-ready", "");
        if let Some(performance) = gloo::utils::window().performance() {
            let _ = performance.mark("interactive");
        }
    });
}

/// Shows the line in `index.html` that says the program broke; what is on the page stays.
pub fn show_broken() {
    if let Some(document) = web_sys::window().and_then(|w| w.document())
        && let Some(line) = document.get_element_by_id("broken")
    {
        let _ = line.remove_attribute("hidden");
    }
}
