//! The page around the app: its language, title, readiness, and the line that says when the program breaks.

use lodestone_model::uncertainty::Plan;
use wasm_bindgen::JsValue;
use yew::prelude::*;

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

/// Keeps the scenario in the address as long as the page shows it to the letter, and how ranges are drawn; what the address asked for is not
/// touched before the reader changes something.
#[hook]
pub fn use_address(scenario: Option<&'static str>, plan: Plan) {
    let before = use_mut_ref(|| (None::<&'static str>, Plan::default()));
    use_effect_with((scenario, plan), move |now| {
        let before = before.replace(*now);
        let (scenario, plan) = *now;
        if before.0 != scenario {
            write("scenario", scenario);
        }
        if before.1 != plan {
            let usual = Plan::default();
            let said = |is: bool, value: String| is.then_some(value);
            write("seed", said(plan.seed != usual.seed, plan.seed.to_string()).as_deref());
            write("draws", said(plan.chunks != usual.chunks, plan.draws().to_string()).as_deref());
        }
    });
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
    let window = gloo::utils::window();
    let (Ok(history), Ok(href)) = (window.history(), window.location().href()) else {
        return;
    };
    if let Ok(url) = web_sys::Url::new(&href) {
        match value {
            Some(value) => url.search_params().set(key, value),
            None => url.search_params().delete(key),
        }
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
