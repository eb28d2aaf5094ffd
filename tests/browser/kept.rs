//! The second visit: a host that has gone, a newer release, and the frames that keep nothing.

use std::fs;
use std::path::{Path, PathBuf};

use lodestone::site::assets::integrity;
use serde_json::json;

use crate::host::{Host, site};
use crate::page::{Page, TAB};

/// Whether a language is kept whole.
const FILLED: &str = "(await caches.keys()).length === 1 && !!(await (await caches.open((await caches.keys())[0])).match(new URL('?filled=en', at)))";

async fn kept(page: &Page, host: &Host) {
    let look = format!(
        "const at = {:?}, end = Date.now() + 25000; const look = async () => {{ const there = {FILLED}; if (there || Date.now() > end) done(there); else setTimeout(look, 100); }}; look()",
        host.address
    );
    assert_eq!(page.run_until_done(&look).await, json!(true), "the language is kept");
}

#[tokio::test]
async fn on_a_second_visit_without_a_network_every_page_of_the_language_works() {
    let (page, host) = (Page::blank().await, Host::start());
    page.client.goto(&format!("{}en/motor/", host.address)).await.unwrap();
    page.ready().await;
    let answer = page.text("#motor .big").await;
    kept(&page, &host).await;
    host.go_off();
    // Nothing of the browser's other store helps.
    page.chromium("Network.clearBrowserCache", json!({})).await;
    page.client.goto(&format!("{}en/motor/", host.address)).await.unwrap();
    page.ready().await;
    assert_eq!(page.text("#motor .big").await, answer);
    page.type_into("#p-ev-magnet-kg", "3").await;
    page.settle().await;
    assert_ne!(page.text("#motor .big").await, answer, "it computes");
    // What is fetched when it is asked for is there too: a formula, and a result that is taken along.
    page.run("document.querySelector('#motor [data-of]').click()").await;
    page.wait_until("document.querySelector('dialog[open]')").await;
    page.run("document.querySelector('dialog[open]').close()").await;
    page.run("document.querySelector('[data-of=export]').click()").await;
    page.wait_until("document.querySelector('dialog[open] [data-save], dialog[open] button')").await;
    for path in [
        "en/",
        "en/demand/?demand-year=2030",
        "en/claims/",
        "en/prices/",
        "en/compare/",
        "en/calculator/",
        "en/data/fx/",
    ] {
        page.client.goto(&format!("{}{path}", host.address)).await.unwrap();
        page.wait_until("document.querySelector('h1')").await;
        assert!(page.text("main").await.len() > 500, "{path}");
        if page.run("return document.body.classList.contains('computes')").await == json!(true) {
            page.ready().await;
        }
    }
    // A host would lead on to the folder.
    page.client.goto(&format!("{}en/turbine?wind-mw=5", host.address)).await.unwrap();
    page.ready().await;
    assert_eq!(page.run("return location.pathname + location.search").await, json!("/en/turbine/?wind-mw=5"));
    // What was not kept is named as that, with the way to what is.
    page.client.goto(&format!("{}ko/motor/", host.address)).await.unwrap();
    assert!(page.text("section[lang=ko]").await.contains("네트워크"));
    let to = page.run("return [...document.querySelectorAll('section[lang=en] a')].map((a) => a.href)").await;
    assert_eq!(to[1], json!(format!("{}en/motor/", host.address)));
    page.close().await;
}

#[tokio::test]
async fn a_newer_release_is_announced_and_used_when_the_reader_says_so() {
    let (page, host) = (Page::blank().await, Host::start());
    let read = |name: &str| fs::read_to_string(site().join(name)).unwrap();
    let at = format!("{}en/motor/?ev-magnet-kg=3", host.address);
    page.client.goto(&at).await.unwrap();
    kept(&page, &host).await;
    // A release in which two pages differ.
    let mut worker = read("sw.js");
    let mut files = Vec::new();
    for name in ["en/motor/index.html", "en/turbine/index.html"] {
        let (old, new) = (read(name), read(name).replace("<h1>", "<h1>Newer: "));
        worker = worker.replace(&integrity(old.as_bytes()), &integrity(new.as_bytes()));
        files.push((name.to_owned(), new.into_bytes()));
    }
    files.push(("sw.js".to_owned(), worker.into_bytes()));
    host.release(files);
    host.asked();
    page.client.goto(&at).await.unwrap();
    page.ready().await;
    page.wait_until("document.querySelector('#newer button')").await;
    assert!(page.text("#newer").await.contains("newer release"), "{}", page.text("#newer").await);
    assert_eq!(page.run("return document.querySelector('#newer').role").await, json!("status"));
    // Only what is another was fetched again.
    let asked = host.asked();
    let of_pages = asked.iter().filter(|path| path.ends_with(".html")).collect::<Vec<_>>();
    assert_eq!(of_pages, ["en/motor/index.html", "en/turbine/index.html"], "{asked:?}");
    assert!(!asked.iter().any(|path| path.ends_with(".wasm")), "{asked:?}");
    // Until the reader says so, every page is of the release that the visit began with.
    for path in ["en/turbine/", "en/motor/?ev-magnet-kg=3"] {
        page.client.goto(&format!("{}{path}", host.address)).await.unwrap();
        page.ready().await;
        assert!(!page.text("h1").await.contains("Newer"), "{path}");
    }
    page.wait_until("document.querySelector('#newer button')").await;
    // By keyboard: from the last link of the page to the button below it.
    page.run("[...document.querySelectorAll('footer a')].at(-1).focus()").await;
    page.press_key(TAB).await;
    assert_eq!(
        page.run("return document.activeElement === document.querySelector('#newer button')").await,
        json!(true)
    );
    page.run("window.stale = true").await;
    page.press("\u{e007}").await;
    page.wait_until("!window.stale && document.querySelector('h1')?.textContent.startsWith('Newer')").await;
    page.ready().await;
    assert_eq!(page.run("return location.search").await, json!("?ev-magnet-kg=3"), "what was set stays");
    // The other pages are of that release now, without a network too.
    host.go_off();
    page.client.goto(&format!("{}en/turbine/", host.address)).await.unwrap();
    page.ready().await;
    assert!(page.text("h1").await.starts_with("Newer"));
    page.close().await;
}

/// The files of the site that pages fetch, below another folder.
fn below(folder: &str) -> Vec<(String, Vec<u8>)> {
    fn walk(at: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path, found) } else { found.push(path) }
        }
    }
    let mut all = Vec::new();
    walk(&site(), &mut all);
    let fetched = |path: &&PathBuf| {
        let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
        let name = path.strip_prefix(site()).unwrap();
        ["html", "js", "css", "wasm", "txt", "webmanifest"].contains(&end)
            && ["pkg", "data", "releases"].iter().all(|other| !name.starts_with(other))
    };
    let place = |path: &PathBuf| format!("{folder}{}", path.strip_prefix(site()).unwrap().display());
    all.iter().filter(fetched).map(|path| (place(path), fs::read(path).unwrap())).collect()
}

#[tokio::test]
async fn a_release_in_a_folder_of_its_own_keeps_itself_beside_the_newest() {
    const FOLDER: &str = "releases/0.0.1-2020.01.1/";
    let (page, host) = (Page::blank().await, Host::start());
    host.release(below(FOLDER));
    page.client.goto(&format!("{}en/motor/", host.address)).await.unwrap();
    page.ready().await;
    kept(&page, &host).await;
    host.asked();
    let own = format!("{}{FOLDER}", host.address);
    page.client.goto(&format!("{own}en/motor/")).await.unwrap();
    page.ready().await;
    // The worker of the newest release answers nothing here.
    let asked = host.asked();
    for file in ["en/motor/index.html", "_bg.wasm", ".css"] {
        assert!(asked.iter().any(|path| path.starts_with(FOLDER) && path.ends_with(file)), "{file}: {asked:?}");
    }
    // The release has a worker and a store of its own, and is not taken for a newer one.
    let look = format!(
        "const end = Date.now() + 25000; const look = async () => {{ const own = (await caches.keys()).find((name) => name.endsWith({FOLDER:?})); const there = !!own && !!(await (await caches.open(own)).match({own:?} + '?filled=en')); if (there || Date.now() > end) done(there); else setTimeout(look, 100); }}; look()"
    );
    assert_eq!(page.run_until_done(&look).await, json!(true), "the release is kept");
    assert_eq!(page.run("return document.querySelector('#newer')").await, json!(null));
    // Both work without a network, each with its own pages.
    host.go_off();
    for top in [&own, &host.address] {
        page.client.goto(&format!("{top}en/turbine/")).await.unwrap();
        page.ready().await;
        assert!(page.run("return location.href").await.as_str().unwrap().starts_with(top.as_str()));
    }
    page.close().await;
}

#[tokio::test]
async fn a_calculator_in_a_frame_keeps_nothing_and_a_poisoned_file_is_not_kept() {
    let (page, host) = (Page::blank().await, Host::start());
    page.client.goto(&format!("{}en/motor/widget.html", host.address)).await.unwrap();
    page.run("document.body.click(); dispatchEvent(new Event('pointerover'))").await;
    page.run_until_done("setTimeout(done, 6000)").await;
    let kept = "navigator.serviceWorker.getRegistrations().then(async (all) => done([all.length, (await caches.keys()).length, localStorage.length, document.cookie]))";
    assert_eq!(page.run_until_done(kept).await, json!([0, 0, 0, ""]));
    // The page itself in a frame: the same.
    host.release([("blog.html".to_owned(), b"<!doctype html><iframe src='en/about/'></iframe>".to_vec())]);
    page.client.goto(&format!("{}blog.html", host.address)).await.unwrap();
    page.run_until_done("setTimeout(done, 6000)").await;
    assert!(host.asked().iter().any(|path| path == "en/about/index.html"));
    assert_eq!(page.run_until_done(kept).await, json!([0, 0, 0, ""]));
    // A host that answers with something else under the name of a page: it is not kept, and the reader is not told that
    // a release waits that does not exist.
    host.release([("en/glossary/index.html".to_owned(), b"<!doctype html><p>altered".to_vec())]);
    page.client.goto(&format!("{}en/about/", host.address)).await.unwrap();
    page.run_until_done("navigator.serviceWorker.ready.then(() => setTimeout(done, 6000))").await;
    page.client.goto(&format!("{}en/glossary/", host.address)).await.unwrap();
    assert_eq!(page.text("p").await, "altered");
    let keys = "caches.keys().then((all) => caches.open(all[0])).then((kept) => kept.keys()).then((all) => done(all.filter((request) => request.url.includes('/en/glossary/')).length))";
    assert_eq!(page.run_until_done(keys).await, json!(0));
    assert_eq!(page.run("return document.querySelector('#newer')").await, json!(null));
    page.close().await;
}
