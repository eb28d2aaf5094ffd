//! The documents around the pages: what they name is there and is what they say, and they say who they are.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod frames;
mod kept;
mod offline;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use lodestone::reference::TABLES;
use lodestone::route::{Group, Route, folder};
use lodestone::site::Site;
use lodestone::site::address::Address;
use lodestone::site::assets::{Assets, integrity};
use lodestone::site::card::{self, PAGES};
use lodestone::site::document::{Parts, document, top};
use lodestone::site::listing::{robots, sitemap};
use lodestone::site::missing::missing;
use lodestone::site::oembed::oembed;
use lodestone::site::policy::hash;
use lodestone::text::Lang;
use serde_json::Value;
use tempfile::TempDir;

const AT: &str = "https://example.org/folder/";

/// A folder with files named as the build names them, and what the documents know of it.
fn site(address: Option<&str>) -> (TempDir, Site) {
    let built = tempfile::tempdir().unwrap();
    let put = |name: String| fs::write(built.path().join(&name), format!("this is {name}")).unwrap();
    for program in ["page", "compare", "whole", "find", "study", "lens", "export", "offline", "unpack"] {
        put(format!("lodestone-{program}-0123456789abcdef.js"));
        put(format!("lodestone-{program}-fedcba9876543210_bg.wasm"));
    }
    for (bundle, lang) in
        ["page", "story", "compare", "study", "lens", "take"].into_iter().flat_map(|b| Lang::ALL.map(|l| (b, l)))
    {
        put(format!("words-{bundle}-{}-0011223344556677.txt", folder(lang)));
    }
    for sheet in ["site", "reading", "panel", "lens", "handout", "widget", "offline"] {
        put(format!("{sheet}-8899aabbccddeeff.css"));
    }
    let cards = Path::new(env!("CARGO_MANIFEST_DIR")).join("cards");
    let assets = Assets::write(built.path(), &cards).unwrap();
    let address = address.map(|a| Address::read(a).unwrap());
    (built, Site { assets, address, version: "2026.11.1".into(), dated: "2026-11-20".into() })
}

fn routes() -> Vec<Route> {
    Route::ALL.into_iter().chain(TABLES.map(Route::Table)).collect()
}

/// Every page in every language.
fn pages(site: &Site) -> Vec<(Route, Lang, String)> {
    let all = Lang::ALL.into_iter().flat_map(|lang| routes().into_iter().map(move |route| (route, lang)));
    all.map(|(route, lang)| (route, lang, document(route, lang, &Parts::default(), site))).collect()
}

/// What stands between two texts, each time.
fn between<'a>(html: &'a str, begin: &'a str, end: &'a str) -> Vec<&'a str> {
    html.split(begin).skip(1).filter_map(|rest| rest.split_once(end)).map(|(found, _)| found).collect()
}

/// The attribute of a tag.
fn attribute<'a>(tag: &'a str, name: &'a str) -> Option<&'a str> {
    tag.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split_once('"')).map(|(value, _)| value)
}

/// The tags of a kind whose `rel` is this.
fn links<'a>(html: &'a str, rel: &'a str) -> Vec<&'a str> {
    between(html, "<link ", ">").into_iter().filter(|tag| attribute(tag, "rel") == Some(rel)).collect()
}

/// The links to a page in its languages.
fn languages(html: &str) -> Vec<&str> {
    links(html, "alternate").into_iter().filter(|tag| tag.contains("hreflang")).collect()
}

/// The pairs of address and digest that scripts of a document use: the import map, what is fetched, what the panel needs.
fn used(html: &str) -> BTreeMap<String, String> {
    let mut pairs = BTreeMap::new();
    for map in between(html, "<script type=\"importmap\">", "</script>") {
        let map: Value = serde_json::from_str(map).unwrap();
        for (name, digest) in map["integrity"].as_object().unwrap() {
            pairs.insert(name.clone(), digest.as_str().unwrap().to_owned());
        }
    }
    for call in between(html, "fetch(\"", "})") {
        let (name, rest) = call.split_once('"').unwrap();
        pairs.insert(name.to_owned(), between(rest, "integrity:\"", "\"")[0].to_owned());
    }
    for files in between(html, "var files=", ",asked={}") {
        let files: Value = serde_json::from_str(files).unwrap();
        for pair in files.as_object().unwrap().values().filter_map(Value::as_object).flat_map(serde_json::Map::values) {
            pairs.insert(pair[0].as_str().unwrap().to_owned(), pair[1].as_str().unwrap().to_owned());
        }
    }
    pairs
}

/// A path seen from a page, from the top of the site.
fn from_top(route: Route, path: &str) -> &str {
    path.strip_prefix(route.up()).unwrap_or_else(|| panic!("{path} does not stand at the top, seen from {route:?}"))
}

#[test]
fn every_file_that_a_document_names_is_there_and_has_that_digest() {
    let (built, site) = site(None);
    for (route, lang, html) in pages(&site) {
        let linked = ["stylesheet", "modulepreload"].iter().flat_map(|rel| links(&html, rel));
        let linked = linked.map(|tag| (attribute(tag, "href").unwrap(), attribute(tag, "integrity").unwrap()));
        let mut all: BTreeMap<String, String> = linked.map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
        all.extend(used(&html));
        assert!(!all.is_empty(), "{route:?}");
        for (name, digest) in all {
            let bytes = fs::read(built.path().join(from_top(route, &name)));
            assert_eq!(
                integrity(&bytes.unwrap_or_else(|e| panic!("{route:?} {lang:?} names {name}: {e}"))),
                digest,
                "{name}"
            );
        }
        let picture = between(&html, "<meta property=\"og:image\" content=\"", "\"")[0];
        let picture = fs::read(built.path().join(from_top(route, picture))).unwrap();
        assert!(picture.starts_with(b"\x89PNG"));
    }
    let html = top(&site);
    assert!(built.path().join(attribute(links(&html, "stylesheet")[0], "href").unwrap()).exists());
}

#[test]
fn what_is_fetched_early_is_asked_for_again_in_the_same_way() {
    let (_built, site) = site(None);
    for (route, _, html) in pages(&site) {
        let used = used(&html);
        let preloads = links(&html, "preload");
        let modules = links(&html, "modulepreload");
        let runs = route.computes() || route == Route::Claims;
        assert_eq!((preloads.len(), modules.len()), (usize::from(runs), usize::from(runs)), "program and glue");
        for tag in preloads.iter().chain(&modules) {
            let name = attribute(tag, "href").unwrap();
            let digest = used.get(name).unwrap_or_else(|| panic!("{name} is fetched early and never used"));
            assert!(attribute(tag, "integrity").is_none_or(|early| early == digest), "{name}");
        }
        // `fetch` asks in the mode that `crossorigin` means; a module script of the page in the one without.
        assert!(preloads.iter().all(|tag| tag.ends_with(" crossorigin") && attribute(tag, "as") == Some("fetch")));
        assert!(modules.iter().all(|tag| !tag.contains("crossorigin")));
        // A map after the first module is no map.
        if let Some(first) = html.find("modulepreload") {
            assert!(html.find("importmap").unwrap() < first);
        }
    }
}

#[test]
fn the_policy_names_every_script_that_runs_and_nothing_foreign() {
    let (_built, site) = site(Some(AT));
    let all = pages(&site).into_iter().map(|(_, _, html)| html).chain([top(&site), missing(&site)]);
    for html in all {
        let policy = between(&html, "http-equiv=\"Content-Security-Policy\" content=\"", "\"")[0];
        let named: BTreeSet<&str> = policy.split([' ', ';']).filter(|word| word.starts_with("'sha256-")).collect();
        let mut run = BTreeSet::new();
        for kind in ["<script>", "<script type=\"importmap\">", "<script type=\"module\">"] {
            run.extend(between(&html, kind, "</script>").into_iter().map(hash));
        }
        assert_eq!(named, run.iter().map(String::as_str).collect(), "{policy}");
        let other: Vec<&str> = between(&html, "<script ", ">").into_iter().filter(|a| a.contains("src=")).collect();
        assert_eq!(other, [""; 0], "no script but those");
        assert!(policy.starts_with("default-src 'none'; script-src "));
        for word in ["http:", "https:", "unsafe-inline", "'unsafe-eval'", "*"] {
            assert!(!policy.contains(word), "{policy}");
        }
        assert!(!html.contains(" style=\"") && !html.contains(" onclick=") && !html.contains("<base"));
        // Only a page that runs a program may compile one, fetch, and start workers.
        assert_eq!(policy.contains("wasm-unsafe-eval"), html.contains("type=\"module\""), "{policy}");
        assert_eq!(policy.contains("connect-src"), html.contains("type=\"module\""), "{policy}");
    }
}

#[test]
fn titles_and_descriptions_are_of_one_page_each_and_of_a_length_that_is_shown() {
    let (_built, site) = site(None);
    for lang in Lang::ALL {
        let (mut titles, mut descriptions) = (BTreeSet::new(), BTreeSet::new());
        for route in routes() {
            let html = document(route, lang, &Parts::default(), &site);
            let title = between(&html, "<title>", "</title>")[0].to_owned();
            let about = between(&html, "<meta name=\"description\" content=\"", "\"")[0].to_owned();
            assert!(title.chars().count() <= 80 && title.contains("Lodestone"), "{title}");
            let length = about.chars().count();
            let least = if lang == Lang::En { 50 } else { 14 };
            assert!((least..=220).contains(&length), "{length}: {about}");
            assert!(!about.contains(['{', '}']) && !about.ends_with([':', '：']), "{about}");
            assert!(titles.insert(title.clone()), "two pages are called {title}");
            assert!(descriptions.insert(about.clone()), "two pages say {about}");
        }
    }
}

#[test]
fn each_page_names_itself_its_languages_and_the_page_that_chooses_one() {
    let (_built, known) = site(Some("https://example.org/folder"));
    let (_other, unknown) = site(None);
    for (route, lang, html) in pages(&known) {
        let at = |lang: Lang| format!("{AT}{}/{}", folder(lang), route.path());
        assert_eq!(attribute(links(&html, "canonical")[0], "href"), Some(&*at(lang)));
        let mut wanted: BTreeMap<String, String> = Lang::ALL.map(|l| (l.tag().to_owned(), at(l))).into();
        wanted.insert("x-default".into(), AT.into());
        let said =
            |tag: &&str| (attribute(tag, "hreflang").unwrap().to_owned(), attribute(tag, "href").unwrap().to_owned());
        assert_eq!(languages(&html).iter().map(said).collect::<BTreeMap<_, _>>(), wanted);
        assert_eq!(between(&html, "og:url\" content=\"", "\""), [at(lang)]);
        assert!(between(&html, "og:image\" content=\"", "\"")[0].starts_with(&format!("{AT}cards/")));
        assert!(html.contains(&format!("<html lang=\"{}\">", lang.tag())));
    }
    for (route, _, html) in pages(&unknown) {
        assert!(links(&html, "canonical").is_empty() && !html.contains("og:url"), "whole addresses are not guessed");
        for tag in languages(&html) {
            let lang = Lang::from_tag(attribute(tag, "hreflang").unwrap());
            let wanted = lang.map_or_else(|| route.up().to_owned(), |lang| route.to(route, lang));
            assert_eq!(attribute(tag, "href"), Some(&*wanted));
        }
    }
}

#[test]
fn each_page_says_to_programs_what_it_is() {
    let (_built, site) = site(Some(AT));
    let package =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("static-data/datapackage.json")).unwrap();
    let package: Value = serde_json::from_str(&package).unwrap();
    let table = |name: &str| package["resources"].as_array().unwrap().iter().any(|r| r["name"] == *name);
    for (route, lang, html) in pages(&site) {
        let scripts = between(&html, "<script type=\"application/ld+json\">", "</script>");
        let [text] = scripts[..] else { panic!("{route:?} has {} descriptions", scripts.len()) };
        assert!(!text.contains(['<', '>', '&']), "{text}");
        let page: Value = serde_json::from_str(text).unwrap();
        assert_eq!(page["@context"], "https://schema.org");
        let kind = match (route, route.group()) {
            (_, Group::Compute) => "WebApplication",
            (_, Group::Check) => "Dataset",
            (Route::About, _) => "AboutPage",
            (Route::Paths | Route::Embed, _) => "WebPage",
            _ => "Article",
        };
        assert_eq!(page["@type"], kind, "{route:?}");
        assert_eq!(page["inLanguage"], lang.tag());
        assert_eq!(page["url"], format!("{AT}{}/{}", folder(lang), route.path()));
        assert_eq!(page["dateModified"], "2026-11-20");
        for field in ["name", "description"] {
            assert!(page[field].as_str().is_some_and(|text| !text.is_empty()), "{route:?} {field}");
        }
        if kind != "Dataset" {
            continue;
        }
        assert_eq!(
            (&page["version"], &page["creator"]["name"]),
            (&Value::from("2026.11.1"), &Value::from("Lodestone"))
        );
        assert!(page["license"].as_str().unwrap().contains("creativecommons.org/licenses/by/4.0"));
        let files = page["distribution"].as_array().unwrap();
        assert!(!files.is_empty());
        for file in files {
            let name = file["name"].as_str().unwrap();
            assert_eq!(file["contentUrl"], format!("{AT}data/{name}"));
            let (stem, end) = name.rsplit_once('.').unwrap();
            let known = ["datapackage.json", "schema.json", "sources.bib", "sources.csl.json", "sources.txt"];
            assert!(known.contains(&name) || (matches!(end, "csv" | "json") && table(stem)), "{name} is not published");
        }
    }
}

#[test]
fn a_page_with_a_card_tells_other_sites_how_to_show_it() {
    let (_built, site) = site(Some(AT));
    for (route, lang, html) in pages(&site) {
        let file = between(&html, "type=\"application/json+oembed\" href=\"", "\"");
        let Some(said) = oembed(route, lang, &site) else {
            assert!(!PAGES.contains(&route) && file.is_empty(), "{route:?}");
            continue;
        };
        let page = format!("{AT}{}/{}", folder(lang), route.path());
        assert_eq!(file, [format!("{page}oembed.json")]);
        let said: Value = serde_json::from_str(&said).unwrap();
        assert_eq!(said["version"], "1.0");
        assert!(said["thumbnail_url"].as_str().unwrap().starts_with(&format!("{AT}cards/{}-", card::key(route))));
        assert_eq!(said["type"], if route.computes() { "rich" } else { "link" });
        if route.computes() {
            assert!(said["html"].as_str().unwrap().starts_with(&format!("<iframe src=\"{page}\" title=\"")));
            assert!(said["width"].is_u64() && said["height"].is_u64());
        }
    }
}

#[test]
fn the_list_of_pages_has_every_page_in_every_language_with_its_others() {
    let address = Address::read(AT).unwrap();
    let map = sitemap(&address, &routes());
    let listed: Vec<&str> = between(&map, "<loc>", "</loc>");
    assert_eq!(listed.len(), routes().len() * Lang::ALL.len());
    for (route, lang) in routes().into_iter().flat_map(|r| Lang::ALL.map(|l| (r, l))) {
        let at = format!("{AT}{}/{}", folder(lang), route.path());
        assert!(listed.contains(&&*at), "{at}");
        let link = format!("hreflang=\"{}\" href=\"{at}\"/>", lang.tag());
        assert_eq!(map.matches(&link).count(), Lang::ALL.len(), "{link}");
    }
    assert_eq!(map.matches("x-default").count(), listed.len());
    assert!(map.starts_with("<?xml") && map.ends_with("</urlset>\n") && !map.contains('&'));
    assert!(robots(&address).contains(&format!("\nSitemap: {AT}sitemap.xml\n")));
}

#[test]
fn the_page_for_what_is_not_there_speaks_all_languages_and_works_at_any_depth() {
    for (address, top) in [(None, "/"), (Some("https://example.org/"), "/"), (Some(AT), "/folder/")] {
        let (built, site) = site(address);
        let html = missing(&site);
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
        for lang in Lang::ALL {
            assert!(html.contains(&format!("<section lang=\"{}\">", lang.tag())));
            assert!(html.contains(&format!("href=\"{top}{}/\"", folder(lang))), "{html}");
        }
        let style = attribute(links(&html, "stylesheet")[0], "href").unwrap();
        assert!(built.path().join(style.strip_prefix(top).unwrap()).exists());
        for link in between(&html, "<a href=\"", "\"") {
            let path = link.strip_prefix(top).unwrap();
            let (_, page) = path.split_once('/').unwrap();
            assert!(routes().iter().any(|route| route.path() == page), "{link}");
        }
    }
}
