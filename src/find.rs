//! Finds claims in the list of the audit page: hides those that do not fit, orders the others, opens the one that the
//! address names. The list itself is complete without it.

use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// The lists that a claim must fit, as `data-` attributes of both.
const FIELDS: [&str; 4] = ["source", "topic", "verdict", "use"];

/// Begins, where the page has the list.
pub fn begin() {
    // Without a list there is nothing to find; the page stays as it is.
    let (Some(list), Some(form)) = (by_id("claims"), by_id("find")) else { return };
    let claims = children(&list);
    // In the order of the file: that of the documents.
    let mut by_source = claims.clone();
    by_source.sort_by_key(|c| attribute(c, "data-source"));
    let texts: Vec<String> = claims.iter().map(searched).collect();
    let find = move || {
        let words = value("by-words").to_lowercase();
        let words: Vec<&str> = words.split_whitespace().collect();
        let wanted = FIELDS.map(|field| value(&format!("by-{field}")));
        let mut shown = 0;
        for (claim, text) in claims.iter().zip(&texts) {
            let fits = FIELDS
                .iter()
                .zip(&wanted)
                .all(|(field, wanted)| wanted.is_empty() || attribute(claim, &format!("data-{field}")) == *wanted)
                && words.iter().all(|word| text.contains(word));
            let _ = claim.toggle_attribute_with_force("hidden", !fits);
            shown += usize::from(fits);
        }
        say(shown, claims.len());
    };
    let reorder = {
        let list = list.clone();
        let severity = children(&list);
        move || {
            let order = if value("by-order") == "source" { &by_source } else { &severity };
            for claim in order {
                let _ = list.append_child(claim);
            }
        }
    };
    // The browser may have kept what was chosen before.
    reorder();
    find();
    let _ = form.remove_attribute("hidden");
    EventListener::new(&form, "submit", |event| event.prevent_default()).forget();
    EventListener::new(&form, "input", move |_| {
        reorder();
        find();
    })
    .forget();
    open_named();
    EventListener::new(&gloo::utils::window(), "hashchange", |_| open_named()).forget();
    let _ = gloo::utils::body().set_attribute("data-ready", "");
}

/// Opens the claim that the address names, and shows it whatever was looked for.
fn open_named() {
    let hash = gloo::utils::window().location().hash().unwrap_or_default();
    // In the file that holds the whole site the page's name stands before.
    let Some(claim) = by_id(hash.rsplit('#').next().unwrap_or_default()).filter(|c| c.has_attribute("data-verdict"))
    else {
        return;
    };
    let _ = claim.remove_attribute("hidden");
    if let Ok(Some(details)) = claim.query_selector("details") {
        let _ = details.set_attribute("open", "");
        if let Ok(Some(summary)) = claim.query_selector("summary")
            && let Ok(summary) = summary.dyn_into::<HtmlElement>()
        {
            let _ = summary.focus();
        }
    }
    claim.scroll_into_view();
}

/// How many claims are shown, in the words that the page holds.
fn say(shown: usize, all: usize) {
    let Some(line) = by_id("found") else { return };
    let text = if shown == 0 {
        attribute(&line, "data-none")
    } else {
        attribute(&line, "data-some").replace("@shown", &shown.to_string()).replace("@all", &all.to_string())
    };
    if line.text_content().as_deref() != Some(&text) {
        line.set_text_content(Some(&text));
    }
}

/// What the search looks at: id, subject, quantity, source.
fn searched(claim: &Element) -> String {
    let summary = claim.query_selector("summary").ok().flatten().and_then(|s| s.text_content()).unwrap_or_default();
    format!("{} {summary}", claim.id()).to_lowercase()
}

fn children(list: &Element) -> Vec<Element> {
    let all = list.children();
    (0..all.length()).filter_map(|i| all.item(i)).collect()
}

fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// What a field holds.
fn value(id: &str) -> String {
    let Some(field) = by_id(id) else { return String::new() };
    let field: JsValue = field.into();
    match field.dyn_into::<HtmlSelectElement>() {
        Ok(select) => select.value(),
        Err(other) => other.dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default(),
    }
}
