//! The file that holds the whole site, opened from a disk.

use serde_json::json;

use crate::offline::{ANSWER, VERDICT, read, reload, shared};
use crate::page::{ESCAPE, Page};

#[tokio::test]
async fn one_file_from_a_disk_computes_in_three_languages_and_asks_for_nothing() {
    let page = Page::blank().await;
    read(&page, "#/en/motor/").await;
    let before = page.text(ANSWER).await;
    page.type_into("#p-ev-magnet-kg", "3").await;
    page.settle().await;
    let after = page.text(ANSWER).await;
    assert_ne!(before, after);
    // What is set stands behind the `#`, and goes along into another language and another calculator.
    page.wait_until("location.hash.startsWith('#/en/motor/?ev-magnet-kg=3')").await;
    for (lang, at) in [("ko", "ko"), ("zh-Hans", "zh")] {
        page.run(&format!("window.stale = true; document.querySelector('.languages a[hreflang={lang}]').click()"))
            .await;
        page.wait_until("!window.stale && document.documentElement.hasAttribute('data-shown')").await;
        page.ready().await;
        let hash = page.run("return location.hash").await;
        assert!(hash.as_str().unwrap().starts_with(&format!("#/{at}/motor/?ev-magnet-kg=3")), "{hash}");
        assert_eq!(page.run("return document.documentElement.lang").await, json!(lang));
        assert_eq!(page.run("return document.querySelector('#p-ev-magnet-kg').value").await, json!("3"));
    }
    // Charts are read, figures open their formula, and each page of the site is there.
    page.focus("[data-of=motor]").await;
    page.press("\u{e007}").await;
    page.wait_until("document.querySelector('dialog.study[open] pre')").await;
    page.press(ESCAPE).await;
    page.run("document.querySelector('.chart').dispatchEvent(new Event('pointerover', { bubbles: true }))").await;
    page.wait_until("document.querySelector('.chart-menu')").await;
    for (place, seen) in [
        ("#/en/", ".story"),
        ("#/en/compare/", "#app select"),
        ("#/en/calculator/", "#uncertainty"),
        ("#/zh/glossary/", "#content dl, #content dt, #content h1"),
        ("#/ko/prices/", "table"),
        ("#/en/claims/", "#claims > *"),
    ] {
        reload(&page, place).await;
        page.wait_until(&format!("document.querySelector({seen:?})")).await;
    }
    page.wait_until("!document.getElementById('find').hidden").await;
    let asked = "return performance.getEntriesByType('resource').map((r) => r.name)";
    assert_eq!(page.run(asked).await, json!([]));
    page.close().await;
}

#[tokio::test]
async fn a_link_from_the_file_opens_on_the_site_and_one_from_the_site_in_the_file() {
    let page = Page::blank().await;
    read(&page, "#/en/motor/").await;
    page.type_into("#p-ev-magnet-kg", "3").await;
    page.settle().await;
    let shown = page.text(ANSWER).await;
    let link = shared(&page).await;
    // The file was built without the address of a site, so the link begins behind it.
    assert!(link.starts_with("en/motor/?ev-magnet-kg=3&v=") && link.contains("&is=motor-after-usd~"), "{link}");
    page.visit(&link).await;
    page.wait_until(&format!("{VERDICT} === 'verified'")).await;
    page.ready().await;
    assert_eq!(page.text(ANSWER).await, shown);
    page.type_into("#p-ev-magnet-kg", "2.5").await;
    page.settle().await;
    let (shown, link) = (page.text(ANSWER).await, shared(&page).await);
    assert!(link.starts_with("http"), "{link}");
    read(&page, "#/ko/").await;
    page.type_into("#open-ko", "https://example.org/nowhere/").await;
    page.press("\u{e007}").await;
    page.wait_until(
        "document.querySelector('[data-lang=ko] [role=status]').textContent.includes('example.org/nowhere')",
    )
    .await;
    page.run("window.stale = true").await;
    page.type_into("#open-ko", &link).await;
    page.press("\u{e007}").await;
    page.wait_until("!window.stale && document.documentElement.hasAttribute('data-shown')").await;
    page.wait_until(&format!("{VERDICT} === 'verified'")).await;
    page.ready().await;
    assert_eq!(page.text(ANSWER).await, shown);
    page.close().await;
}
