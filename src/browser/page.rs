//! The page around the app: what it is, its address, its readiness, and the line that says when the program breaks.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use lodestone_model::data::NamedScenario;
use lodestone_model::inputs::Inputs;
use lodestone_model::inputs::assign::Key;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::prelude::*;

use crate::likely::begin::Begin;
use crate::likely::stories::Stories;
use crate::link;
use crate::route::{Route, folder};
use crate::state::State;
use crate::text::Lang;

/// Page and language of the document.
#[must_use]
pub fn here() -> (Route, Lang) {
    let root = gloo::utils::document().document_element();
    let lang = root.and_then(|root| Lang::from_tag(&root.get_attribute("lang")?)).unwrap_or_default();
    let key = gloo::utils::body().get_attribute("data-page").unwrap_or_default();
    (Route::named(&key).unwrap_or_default(), lang)
}

/// The likely ranges that the document brings with it: of the defaults, and of scenarios.
#[must_use]
pub fn brought() -> (Begin, Rc<Stories>) {
    let text = gloo::utils::document().get_element_by_id("bands").and_then(|e| e.text_content()).unwrap_or_default();
    (Begin::read(&text), Rc::new(Stories::read(&text)))
}

/// What the address says about `key`.
#[must_use]
pub fn asked(key: &str) -> Option<String> {
    pairs().into_iter().find(|(k, _)| k == key).map(|(_, value)| value)
}

/// The address of this page as others open it, without its query. For a page from a disk that of the same page on the site; what
/// stands behind the site's address, where that is not known.
#[must_use]
pub fn place() -> String {
    let location = gloo::utils::window().location();
    let origin = location.origin().ok().filter(|origin| origin.starts_with("http"));
    if let Some((origin, path)) = origin.zip(location.pathname().ok()) {
        return origin + &path;
    }
    let (route, lang) = here();
    let site = gloo::utils::document().document_element().and_then(|root| root.get_attribute(SITE));
    format!("{}{}/{}", site.unwrap_or_default(), folder(lang), route.path())
}

/// The address of this page as it is set, for others.
#[must_use]
pub fn link() -> String {
    let own = || gloo::utils::window().location().href().ok().filter(|href| href.starts_with("http"));
    own().unwrap_or_else(|| format!("{}?{}", place(), link::proof::query(&pairs())))
}

/// Of a document that is no address of its own: what the query of its address would be, and the address of the site.
const QUERY: &str = "data-query";
const SITE: &str = "data-site";

/// Milliseconds without a change after which the address is written.
const CALM: u32 = 300;

/// Keeps in the address what the page shows: a scenario of the library to the letter, or every input that differs from
/// its default, what is looked at, and how ranges are drawn. It is written when nothing has changed for a moment;
/// what the address asked for is not touched before the reader changes something.
#[hook]
pub fn use_address(state: &State) {
    let before = use_mut_ref(|| None::<Option<NamedScenario>>);
    let seen = (state.inputs.clone(), state.view, (state.plan, state.weighed), state.scenario);
    let state = state.clone();
    use_effect_with(seen, move |(.., scenario)| {
        let old = before.replace(Some(*scenario));
        let write = move || {
            let said = link::pairs(&state);
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

/// Writes the address before a link that keeps the state is followed: what was changed a moment ago goes along.
#[hook]
pub fn use_links(now: Rc<RefCell<State>>) {
    use_effect_with((), move |()| {
        let options = EventListenerOptions::run_in_capture_phase();
        let listeners = ["click", "auxclick"].map(|event| {
            let now = now.clone();
            EventListener::new_with_options(&gloo::utils::window(), event, options, move |event| {
                let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
                if target.is_some_and(|t| t.closest("a[data-keep]").ok().flatten().is_some()) {
                    let state = now.borrow();
                    let said = link::pairs(&state);
                    if !is_said(&said) {
                        rewrite(&said);
                    }
                }
            })
        });
        move || drop(listeners)
    });
}

/// Writes the address anew; language, theme and what is nobody's key here stay.
fn rewrite(said: &link::Pairs) {
    let own = |key: &str| link::VIEW.contains(&key);
    change(|query| {
        for (key, _) in pairs().iter().filter(|(key, _)| own(key) || Key::named(key).is_ok()) {
            query.delete(key);
        }
        for (key, value) in said {
            query.append(key, value);
        }
    });
}

/// Whether the address says this already, what it says in vain and of its release aside.
fn is_said(said: &link::Pairs) -> bool {
    let origin = |key: &str| [link::VERSION, link::RESULT].contains(&key);
    let counts = |key: &str, value: &str| link::VIEW.contains(&key) || Inputs::default().assign(key, value).is_ok();
    let of = |pairs: &link::Pairs| {
        pairs.iter().filter(|(k, v)| !origin(k) && counts(k, v)).cloned().collect::<link::Pairs>()
    };
    let (there, said) = (of(&pairs()), of(said));
    there.len() == said.len() && said.iter().all(|pair| there.contains(pair))
}

/// Keys and values of the address as it is; without any those of the document, where it says what its address would.
#[must_use]
pub fn pairs() -> link::Pairs {
    let own = || gloo::utils::document().document_element()?.get_attribute(QUERY);
    let query = gloo::utils::window().location().search().ok().filter(|query| !query.is_empty());
    query.or_else(own).map_or_else(link::Pairs::new, |query| pairs_of(&query))
}

/// Keys and values of what follows the question mark of an address.
#[must_use]
pub fn pairs_of(query: &str) -> link::Pairs {
    let Ok(query) = web_sys::UrlSearchParams::new_with_str(query) else { return Vec::new() };
    let entries = js_sys::Array::from(&query);
    let text = |pair: &js_sys::Array, i| pair.get(i).as_string().unwrap_or_default();
    entries.iter().map(|pair| js_sys::Array::from(&pair)).map(|p| (text(&p, 0), text(&p, 1))).collect()
}

/// Writes a key into the address.
pub fn set(key: &str, value: &str) {
    change(|query| query.set(key, value));
}

/// Changes the query of the address without a new entry in the history; of a document that holds its query, that.
fn change(with: impl Fn(&web_sys::UrlSearchParams)) {
    let window = gloo::utils::window();
    if let Some(root) = gloo::utils::document().document_element()
        && let Some(held) = root.get_attribute(QUERY)
        && window.location().search().is_ok_and(|query| query.is_empty())
    {
        if let Ok(query) = web_sys::UrlSearchParams::new_with_str(&held) {
            with(&query);
            let _ = root.set_attribute(QUERY, &format!("?{}", query.to_string()));
        }
        return;
    }
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
