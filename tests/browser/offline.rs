//! The whole site as one file, opened from a disk: what it shows, that it asks for nothing, links in and out, and what it says
//! where it cannot start.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::page::{ESCAPE, Page};

const FILE: &str = "lodestone-offline.html";
pub const VERDICT: &str = "document.getElementById('seal')?.dataset.verdict";
pub const ANSWER: &str = "#motor .big";

fn built(name: &str) -> PathBuf {
    Path::new(&std::env::var("LODESTONE_DIST").expect("LODESTONE_DIST; `cargo xtask test` sets it")).join(name)
}

/// Opens the file, or a changed one, at an address behind its `#`.
async fn open(page: &Page, file: &Path, at: &str) {
    // Another address behind `#` alone would load nothing.
    page.client.goto("about:blank").await.unwrap();
    page.client.goto(&format!("file://{}{at}", file.display())).await.unwrap();
}

/// Opens a page of the file and waits until it answers.
pub async fn read(page: &Page, at: &str) {
    open(page, &built(FILE), at).await;
    page.wait_until("document.documentElement.hasAttribute('data-shown')").await;
    page.ready().await;
}

/// The file with something in it changed.
fn changed(with: impl Fn(String) -> String) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(FILE);
    fs::write(&file, with(fs::read_to_string(built(FILE)).unwrap())).unwrap();
    (folder, file)
}

pub async fn reload(page: &Page, hash: &str) {
    page.run(&format!("window.stale = true; location.hash = {hash:?}")).await;
    page.wait_until("!window.stale && document.documentElement.hasAttribute('data-shown')").await;
    page.ready().await;
}

#[tokio::test]
async fn every_link_of_the_file_stays_in_it_or_is_marked_as_leading_out() {
    let page = Page::blank().await;
    for place in ["#/en/", "#/ko/motor/", "#/zh/demand/", "#/en/calculator/", "#/en/sources/", "#/ko/about/"] {
        read(&page, place).await;
        // A link is settled when somebody comes near it.
        let wrong = page
            .run("document.querySelectorAll('#page a[href]').forEach((a) => a.dispatchEvent(new Event('pointerover', { bubbles: true }))); return [...document.querySelectorAll('#page a[href]')].filter((a) => { const to = a.getAttribute('href'); if (/^https?:/.test(to)) return getComputedStyle(a, '::after').content === 'none'; if (/^#[^/]/.test(to)) return !document.getElementById(to.slice(1)); return !/^#\\/(en|ko|zh)\\//.test(to); }).map((a) => a.outerHTML)")
            .await;
        assert_eq!(wrong, json!([]), "{place}");
    }
    // What stands around the page makes it no harder to use.
    page.run(&fs::read_to_string(std::env::var("LODESTONE_AXE").unwrap()).unwrap()).await;
    let faults = page.run_until_done("axe.run().then((found) => done(found.violations.map((v) => v.id)))").await;
    assert_eq!(faults, json!([]));
    // A part of the page is shown without leaving it.
    read(&page, "#/en/calculator/?ev-magnet-kg=3").await;
    page.run("document.querySelector('.tools nav a[href=\"#turbine\"]').click()").await;
    page.wait_until("location.hash.endsWith('#turbine') && document.activeElement.id === 'turbine'").await;
    assert_eq!(page.run("return document.querySelector('#p-ev-magnet-kg').value").await, json!("3"));
    // So is a part that its program has yet to write.
    read(&page, "#/ko/calculator/?wind-mw=5#uncertainty").await;
    page.wait_until("document.activeElement.id === 'uncertainty' && scrollY > 1000").await;
    // What leads nowhere is said, and what makes no sense breaks nothing.
    for hostile in ["#/en/nothing/", "#/en/__proto__/?x=%", "#/en/motor/?%&=<script>#%", "#/en/motor/#%E0%A4%A"] {
        read(&page, hostile).await;
        assert_eq!(page.run("return document.documentElement.dataset.trouble || ''").await, json!(""), "{hostile}");
        let said = page.run("return document.getElementById('note').hidden").await;
        assert_eq!(said, json!(hostile.contains("motor")), "{hostile}");
    }
    page.close().await;
}

/// The link that the dialog offers.
pub async fn shared(page: &Page) -> String {
    page.focus("[data-of=share]").await;
    page.press("\u{e007}").await;
    page.wait_until("document.querySelector('dialog.study[open] pre')").await;
    let link = page.text("dialog.study[open] pre").await;
    page.press(ESCAPE).await;
    link
}

#[tokio::test]
async fn the_file_works_its_own_hash_out_again() {
    let page = Page::blank().await;
    read(&page, "#/en/about/").await;
    page.wait_until("document.documentElement.dataset.payload").await;
    assert_eq!(page.run("return document.documentElement.dataset.payload").await, json!("same"));
    let said = page.text("footer.file [data-lang=en]").await;
    assert!(said.contains("0.1.0-2026.") && said.contains("Worked out again: the same"), "{said}");
    // Another hash than that of what is packed.
    let (_folder, file) = changed(|html| {
        let (before, after) = html.split_once("\"hash\":\"").unwrap();
        let digit = if after.starts_with('0') { '1' } else { '0' };
        format!("{before}\"hash\":\"{digit}{}", &after[1..]).replacen(
            "http-equiv=\"Content-Security-Policy\"",
            "name=\"none\"",
            1,
        )
    });
    open(&page, &file, "#/ko/about/").await;
    page.wait_until("document.documentElement.dataset.payload === 'other'").await;
    assert!(page.text("footer.file [data-lang=ko] .payload").await.contains("손상"));
    assert_eq!(fault(&page).await.0, "damaged");
    page.close().await;
}

/// What stands in the line of the fault, once it stands there.
async fn fault(page: &Page) -> (String, String) {
    page.wait_until("!document.getElementById('fault').hidden").await;
    let kind = page.run("return document.documentElement.dataset.trouble").await;
    (kind.as_str().unwrap_or_default().to_owned(), page.text("#fault").await)
}

#[tokio::test]
async fn where_it_cannot_start_the_file_says_why_and_what_to_do_in_three_languages() {
    let page = Page::blank().await;
    let (_cut, cut) = changed(|html| html[..html.len() / 2].to_owned());
    let (_broken, broken) = changed(|html| {
        // Within the pages of the calculators.
        let at = html.find("id=\"packed-calculators\">").unwrap() + 4_000;
        format!("{}{}{}", &html[..at], "0123456789abcdef", &html[at + 16..])
    });
    let (_strange, strange) = changed(|html| {
        html.replacen("window.programs=window.programs||{}", "window.programs=null", 2).replacen(
            "http-equiv=\"Content-Security-Policy\"",
            "name=\"none\"",
            1,
        )
    });
    let whole = built(FILE);
    let cases: [(&str, &Path, Option<&str>); 5] = [
        ("cut", &cut, None),
        ("damaged", &broken, None),
        ("start", &strange, None),
        ("wasm", &whole, Some("delete window.WebAssembly")),
        ("old", &whole, Some("delete window.ResizeObserver")),
    ];
    for (kind, file, before) in cases {
        let script = match before {
            Some(source) => page.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await,
            None => Value::Null,
        };
        let mut said = Vec::new();
        for lang in ["en", "ko", "zh"] {
            open(&page, file, &format!("#/{lang}/motor/")).await;
            let (found, sentence) = fault(&page).await;
            assert_eq!(found, kind, "{sentence}");
            // The answers at the default inputs are there all the same.
            let answers = page.text(&format!(".first[data-lang={lang}] .answers")).await;
            assert!(answers.contains("52.3%"), "{kind}: {answers}");
            said.push(sentence);
        }
        said.dedup();
        assert_eq!(said.len(), 3, "{kind}");
        if before.is_some() {
            page.chromium("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": script["identifier"] }))
                .await;
        }
    }
    // Inside an archive it works, and says what that means.
    let (folder, _) = changed(|html| html);
    let inside = folder.path().join("news.zip");
    fs::create_dir(&inside).unwrap();
    fs::copy(&whole, inside.join(FILE)).unwrap();
    open(&page, &inside.join(FILE), "#/en/motor/").await;
    page.wait_until("!document.getElementById('note').hidden").await;
    assert!(page.text("#note").await.contains("archive"));
    page.ready().await;
    // Without scripts: answers and reason in each language.
    page.chromium("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    open(&page, &whole, "").await;
    let text = page.text("body").await;
    for word in ["Scripts are turned off", "스크립트가 꺼져", "脚本被禁用", "US$"] {
        assert!(text.contains(word), "{word}");
    }
    page.close().await;
}

#[tokio::test]
async fn a_file_of_one_language_is_smaller_and_shows_what_was_shared_in_another() {
    let page = Page::blank().await;
    let (all, one) =
        (fs::metadata(built(FILE)).unwrap().len(), fs::metadata(built("lodestone-offline-ko.html")).unwrap().len());
    assert!(all <= 1_500_000 && one * 10 <= all * 9, "{all} {one}");
    open(&page, &built("lodestone-offline-ko.html"), "#/en/turbine/?wind-mw=5").await;
    page.wait_until("document.documentElement.hasAttribute('data-shown')").await;
    page.ready().await;
    assert_eq!(
        page.run("return [document.documentElement.lang, document.querySelector('#p-wind-mw').value]").await,
        json!(["ko", "5"])
    );
    // It has room for the raw tables.
    reload(&page, "#/ko/data/fx/").await;
    page.wait_until("document.querySelectorAll('#content table tr').length > 5").await;
    page.close().await;
}
