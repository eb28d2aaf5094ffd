//! What a browser keeps: the list of the worker is the site, and what describes the site as a program fits it.

use std::fs;
use std::path::Path;

use lodestone::route::{Route, folder};
use lodestone::site::assets::integrity;
use lodestone::site::document::{Parts, document};
use lodestone::site::kept::{AWAY, ICONS, app, app_file, away, page, worker};
use lodestone::site::widget::framed_page;
use lodestone::text::Lang;
use serde_json::Value;

use super::site;

#[test]
fn the_worker_lists_every_document_and_every_file_that_one_asks_for_by_its_digest() {
    let (built, site) = site(None);
    let parts = Parts { body: "<div data-chart=\"x\"></div>".into(), ..Parts::default() };
    let all: Vec<(String, String)> = Route::ALL
        .into_iter()
        .flat_map(|route| Lang::ALL.map(|lang| (route, lang)))
        .map(|(route, lang)| (format!("{}/{}", folder(lang), route.path()), document(route, lang, &parts, &site)))
        .collect();
    let script = worker(all.iter().map(|(place, html)| (place.as_str(), html.as_str())), &site.assets);
    let list = script.split_once("const release = ").unwrap().1.split_once(";\n").unwrap().0;
    let list: Value = serde_json::from_str(list).unwrap();
    for (place, html) in &all {
        assert_eq!(list["pages"][place], integrity(html.as_bytes()), "{place}");
        // Whatever a document names by its content is kept with its language, pictures for others aside.
        for digest in html.split('"').filter(|word| word.starts_with("sha256-")) {
            let mut files = list["files"].as_object().unwrap().iter();
            let (name, _) = files.find(|(_, known)| *known == digest).unwrap_or_else(|| panic!("{place}: {digest}"));
            let mut others = Lang::ALL.into_iter().filter(|lang| !place.starts_with(folder(*lang)));
            assert!(
                others.all(|lang| !list["words"][folder(lang)].as_array().unwrap().contains(&name.as_str().into()))
            );
        }
    }
    for (name, digest) in list["files"].as_object().unwrap() {
        assert_eq!(*digest, integrity(&fs::read(built.path().join(name)).unwrap()), "{name}");
    }
    // Another text is another worker, by which a browser finds a newer release.
    assert_ne!(script, worker([("en/", "other")], &site.assets));
}

#[test]
fn the_worker_leaves_releases_at_their_own_addresses_to_their_own_workers() {
    let (_built, site) = site(None);
    let script = worker([("en/", "a page")], &site.assets);
    // Before anything is answered: the guard stands between the place of the request and what is made of it.
    let listener = script.split_once("addEventListener(\"fetch\"").unwrap().1;
    let (before, _) = listener.split_once("respondWith").unwrap();
    let guard = before.find("if (path.startsWith(RELEASES)) return;").unwrap();
    assert!(before.find("const path = place(request.url);").unwrap() < guard);
    assert!(script.contains(&format!("const RELEASES = \"{}\";", lodestone::moved::FOLDER)));
    // A page below another worker takes its own first one for no newer release.
    let lines = page();
    assert_eq!(lines.matches("&& own())").count(), 2, "{lines}");
    assert_eq!(lines.matches("shop.controller").count(), 2, "the worker of another folder counts: {lines}");
    // What a worker keeps is named by the folder in which it stands, so that two of them share nothing.
    assert!(script.contains("caches.open(\"lodestone \" + top)"));
}

#[test]
fn every_page_asks_for_it_once_it_was_loaded_and_no_frame_does() {
    let (_built, site) = site(None);
    let name = &site.assets.kept.name;
    for (route, lang) in [(Route::Motor, Lang::Ko), (Route::About, Lang::En), (Route::Claims, Lang::Zh)] {
        let html = document(route, lang, &Parts::default(), &site);
        let import = format!("addEventListener(\"load\",function(){{import(\"{}{name}\")}})", route.up());
        assert!(html.contains(&import), "{html}");
        assert!(html.contains("manifest-src 'self'") && html.contains("worker-src 'self'"), "{html}");
        assert!(html.contains(&format!("<link rel=\"manifest\" href=\"{}{}\">", route.up(), app_file(lang))), "{html}");
    }
    let framed = framed_page(Route::Motor, Lang::En, &Parts::default(), &site);
    assert!(!framed.contains(name.as_str()) && !framed.contains("manifest"), "{framed}");
    for lang in Lang::ALL {
        let said: Value =
            serde_json::from_str(page().split_once("const words = ").unwrap().1.split_once(";\n").unwrap().0).unwrap();
        assert_eq!(said[folder(lang)].as_object().unwrap().len(), 3);
    }
    let away = away(&site);
    assert!(Lang::ALL.iter().all(|lang| away.contains(&format!("\"@top/{}/motor/\"", folder(*lang)))), "{away}");
    assert_eq!(AWAY, "away.html");
}

#[test]
fn the_site_can_be_put_among_the_programs_of_a_phone_in_each_language() {
    for lang in Lang::ALL {
        let said: Value = serde_json::from_str(&app(lang)).unwrap();
        assert_eq!((said["lang"].as_str(), said["start_url"].as_str()), (Some(lang.tag()), Some("./")));
        assert!(app_file(lang).starts_with(folder(lang)), "it stands beside the front page of its language");
        for field in ["name", "short_name", "description"] {
            assert!(!said[field].as_str().unwrap().is_empty(), "{field}");
        }
        for shortcut in said["shortcuts"].as_array().unwrap() {
            let at = shortcut["url"].as_str().unwrap();
            assert!(Route::ALL.into_iter().any(|route| route.path() == at), "{at}");
        }
        assert_eq!(said["icons"].as_array().unwrap().len(), ICONS.len());
    }
    for (name, width) in ICONS {
        let picture = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("cards").join(name)).unwrap();
        let number = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
        assert_eq!((&picture[1..4], number(16), number(20)), (&b"PNG"[..], width, width), "{name}");
    }
}
