//! What a page is, for programs (schema.org): a calculator is a `WebApplication`, tables and what is drawn from them a
//! `Dataset`, an explanation an `Article`.
//!
//! It stands in a `script` that is not run, so no policy counts it.

use serde_json::{Value, json};

use super::head::{at, description, file, heading};
use super::{Site, title};
use crate::reference::TABLES;
use crate::route::{Group, Route};
use crate::text::{Lang, nav, site as words};

const CONTEXT: &str = "https://schema.org";
/// Licences: of words and data, and the two of the code.
const WORDS: &str = "https://creativecommons.org/licenses/by/4.0/";
const CODE: [&str; 2] = ["https://spdx.org/licenses/MIT.html", "https://spdx.org/licenses/Apache-2.0.html"];

/// The description of a page, safe inside a `script`.
pub(super) fn text(route: Route, lang: Lang, site: &Site) -> String {
    // Nothing in it can end the element or begin another.
    ['<', '>', '&']
        .iter()
        .fold(page(route, lang, site).to_string(), |text, c| text.replace(*c, &format!("\\u{:04x}", u32::from(*c))))
}

fn page(route: Route, lang: Lang, site: &Site) -> Value {
    let mut page = match (route, route.group()) {
        (_, Group::Compute) => application(),
        (_, Group::Check) => dataset(route, lang, site),
        (Route::About, _) => json!({ "@type": "AboutPage" }),
        (Route::Paths | Route::Embed, _) => json!({ "@type": "WebPage" }),
        _ => json!({ "@type": "Article", "headline": title(route, lang) }),
    };
    let heading = heading(route, lang);
    page["@context"] = json!(CONTEXT);
    page["name"] =
        if route == Route::Story { json!(format!("{}: {heading}", nav::site(lang))) } else { json!(heading) };
    page["description"] = json!(description(route, lang));
    page["inLanguage"] = json!(lang.tag());
    page["isAccessibleForFree"] = json!(true);
    page["dateModified"] = json!(site.dated);
    let roles: &[&str] = if page["@type"] == "Dataset" { &["creator"] } else { &["author", "publisher"] };
    for role in roles {
        page[*role] = publisher(site);
    }
    if page["license"].is_null() {
        page["license"] = json!(WORDS);
    }
    if let Some(card) = site.assets.card(route, lang) {
        page["image"] = json!(file(route, &card.name, site));
    }
    // Without the address of the site there is none of the page that would hold anywhere else.
    if site.address.is_some() {
        page["url"] = json!(at(route, lang, site));
        page["@id"] = json!(at(route, lang, site));
    }
    page
}

fn publisher(site: &Site) -> Value {
    let mut publisher = json!({ "@type": "Organization", "name": "Lodestone" });
    if let Some(address) = &site.address {
        publisher["url"] = json!(address.to(""));
    }
    publisher
}

fn application() -> Value {
    json!({
        "@type": "WebApplication",
        "applicationCategory": "EducationalApplication",
        "operatingSystem": "Any",
        "browserRequirements": "WebAssembly to change the inputs; the default answers need nothing",
        "softwareVersion": env!("CARGO_PKG_VERSION"),
        "license": CODE,
        "offers": { "@type": "Offer", "price": "0", "priceCurrency": "USD" },
    })
}

/// Tables, as files that can be fetched.
fn dataset(route: Route, lang: Lang, site: &Site) -> Value {
    let mut set = json!({ "@type": "Dataset", "version": site.version });
    let files: Vec<Value> = files(route).into_iter().map(|name| download(route, &name, site)).collect();
    set["distribution"] = json!(files);
    if route == Route::Data {
        let part = |name: &&'static str| {
            let table = Route::Table(name);
            let mut part = json!({
                "@type": "Dataset",
                "name": heading(table, lang),
                "description": description(table, lang),
                "license": WORDS,
                "creator": publisher(site),
            });
            if site.address.is_some() {
                part["url"] = json!(at(table, lang, site));
            }
            part
        };
        set["alternateName"] = json!(words::dataset(lang));
        set["hasPart"] = json!(TABLES.iter().map(part).collect::<Vec<_>>());
    } else {
        let mut whole = json!({ "@type": "Dataset", "name": words::dataset(lang), "description": description(Route::Data, lang), "license": WORDS, "creator": publisher(site) });
        if site.address.is_some() {
            whole["url"] = json!(at(Route::Data, lang, site));
        }
        set["isPartOf"] = whole;
    }
    set
}

/// The published files that hold what a page shows.
fn files(route: Route) -> Vec<String> {
    let table = |name: &str| {
        // What is called `claims.json` holds the verdicts too.
        vec![format!("{name}.csv"), format!("{name}.json")]
    };
    let named = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect();
    match route {
        Route::Table(name) => table(name),
        Route::Claims => table("claims"),
        Route::Glossary => table("glossary"),
        Route::Inputs => named(&["parameters.csv", "alternatives.csv", "schema.json"]),
        Route::Sources => named(&["sources.csv", "sources.json", "sources.bib", "sources.csl.json", "sources.txt"]),
        _ => named(&["datapackage.json", "schema.json"]),
    }
}

fn download(route: Route, name: &str, site: &Site) -> Value {
    let kind = match name.rsplit('.').next() {
        Some("csv") => "text/csv",
        Some("json") => "application/json",
        Some("bib") => "application/x-bibtex",
        _ => "text/plain",
    };
    json!({
        "@type": "DataDownload",
        "name": name,
        "encodingFormat": kind,
        "contentUrl": file(route, &format!("data/{name}"), site),
    })
}
