//! Links that are results: passed on, opened again, tampered with, of another release, hostile.

use serde_json::json;

use crate::page::{ESCAPE, Page};

const VERDICT: &str = "document.getElementById('seal')?.dataset.verdict";

/// Opens the dialog and returns the link in it.
async fn shared(page: &Page) -> String {
    page.focus("[data-of=share]").await;
    page.press("\u{e007}").await;
    page.wait_until("document.querySelector('dialog.study[open] pre')").await;
    let link = page.text("dialog.study[open] pre").await;
    page.press(ESCAPE).await;
    link
}

/// What follows the origin of a link.
fn path(link: &str) -> &str {
    link.split_once("://").unwrap().1.split_once('/').unwrap().1
}

#[tokio::test]
async fn a_result_is_passed_on_by_keyboard_and_verified_where_it_is_opened() {
    let page = Page::blank().await;
    page.visit("en/motor/").await;
    page.ready().await;
    page.type_into("#p-ev-magnet-kg", "3").await;
    page.settle().await;
    let shown = page.text("#motor .big").await;
    let link = shared(&page).await;
    assert!(link.contains("/en/motor/?ev-magnet-kg=3&v=0.1.0-") && link.contains("&is=motor-after-usd~"), "{link}");
    page.visit(path(&link)).await;
    // The line stands there from the first paint, so that nothing moves when the verdict comes.
    assert!(
        page.run("return document.getElementById('seal').getBoundingClientRect().height").await.as_f64() > Some(20.0)
    );
    page.wait_until(&format!("{VERDICT} === 'verified'")).await;
    page.ready().await;
    assert_eq!(page.text("#motor .big").await, shown);
    assert!(page.text("#seal").await.contains("is the same to the last digit"));
    // The other languages keep the result.
    let korean = link.replace("/en/", "/ko/");
    page.visit(path(&korean)).await;
    page.wait_until(&format!("{VERDICT} === 'verified'")).await;
    assert!(page.text("#seal").await.chars().any(|c| ('가'..='힣').contains(&c)));
    // What a reader changes is no longer the result of the link.
    page.ready().await;
    page.type_into("#p-ev-magnet-kg", "4").await;
    page.wait_until("!location.search.includes('is=')").await;
    assert!(page.run("return location.search").await.as_str().unwrap().contains("v=0.1.0-"));
    page.close().await;
}

#[tokio::test]
async fn a_link_that_was_tampered_with_says_what_was_and_what_is() {
    let page = Page::blank().await;
    page.visit("en/motor/?ev-magnet-kg=3&v=0.1.0-2026.11.1&is=motor-after-usd~100~00000000").await;
    page.wait_until(&format!("{VERDICT} === 'differs'")).await;
    let said = page.text("#seal").await;
    assert!(said.contains("was 100 US$, now") && said.contains("another result"), "{said}");
    page.visit("zh/motor/?ev-magnet-kg=3&v=9.9.9-2031.01.1").await;
    page.wait_until(&format!("{VERDICT} === 'none'")).await;
    let said = page.text("#seal").await;
    assert!(said.contains("9.9.9-2031.01.1") && said.contains("本页"), "{said}");
    page.visit("en/motor/?ev-magnet-kg=3&is=rubbish").await;
    page.wait_until(&format!("{VERDICT} === 'unreadable'")).await;
    // A link without a result, of this release, says nothing and fetches nothing.
    page.visit("en/motor/?ev-magnet-kg=3&v=0.1.0-2026.11.1").await;
    page.ready().await;
    assert_eq!(page.run("return getComputedStyle(document.getElementById('seal')).display").await, json!("none"));
    let fetched = "return performance.getEntriesByType('resource').filter((r) => r.name.includes('study')).length";
    assert_eq!(page.run(fetched).await, json!(0));
    page.close().await;
}

#[tokio::test]
async fn no_address_breaks_the_page_and_what_is_not_understood_is_named() {
    let page = Page::blank().await;
    let watch = "window.faults = []; addEventListener('error', (e) => faults.push(e.message)); addEventListener('unhandledrejection', (e) => faults.push(String(e.reason))); window.alert = () => faults.push('alert')";
    page.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch })).await;
    for (query, named) in [
        ("wind-mw=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "wind-mw"),
        ("%3Cscript%3Ealert(1)%3C/script%3E=1", "<script>"),
        ("scenario=%3Cb%3E", "<b>"),
        ("__proto__=1&constructor=2&toString=3", "__proto__"),
        ("ev-magnet-kg=1e400", "ev-magnet-kg"),
        ("seed=abc&draws=-1", "seed"),
        ("shocks=price:nd-metal:NaN", "shocks"),
        ("ev-w-nd=0.9&ev-w-pr=0.9", "ev-w-pr"),
        ("units.humanoid.99999=1", "units.humanoid.99999"),
        ("is=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&v=%3Cscript%3E", ""),
    ] {
        page.visit(&format!("en/motor/?{query}")).await;
        page.ready().await;
        let flags = page.text(".flags").await;
        assert!(flags.contains(named) || named.is_empty(), "{query}: {flags}");
        // What was given is quoted where it is refused.
        let text = page
            .run("document.querySelector('.flags')?.remove(); return document.querySelector('main').innerText")
            .await;
        assert!(!text.as_str().unwrap().contains("NaN"), "{query}");
        assert_eq!(page.run("return document.getElementById('broken').hidden").await, json!(true), "{query}");
        if query.starts_with("is=") {
            page.wait_until(&format!("{VERDICT} === 'unreadable'")).await;
        }
        assert_eq!(page.run("return faults").await, json!([]), "{query}");
        assert_eq!(page.run("return document.querySelectorAll('main img, main script[src]').length").await, json!(0));
    }
    page.close().await;
}

#[tokio::test]
async fn a_theme_in_the_address_wins_over_the_system_and_another_word_does_not() {
    let page = Page::blank().await;
    let seen = "const c = document.querySelector('[data-chart=motor-build] canvas'); const p = c ? [...c.getContext('2d').getImageData(2, 2, 1, 1).data].slice(0, 3) : null; return [getComputedStyle(document.body).backgroundColor, p]";
    for (system, query, paper) in [
        ("light", "theme=dark", [22, 24, 27]),
        ("dark", "theme=light", [251, 250, 247]),
        ("dark", "", [22, 24, 27]),
        ("light", "theme=blue", [251, 250, 247]),
    ] {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": system }] });
        page.chromium("Emulation.setEmulatedMedia", media).await;
        page.visit(&format!("en/motor/?{query}")).await;
        page.ready().await;
        page.run("document.querySelector('[data-chart=motor-build]').scrollIntoView()").await;
        page.wait_until("document.querySelector('[data-chart=motor-build] canvas')").await;
        page.run_until_done("setTimeout(done, 200)").await;
        let [r, g, b] = paper;
        assert_eq!(page.run(seen).await, json!([format!("rgb({r}, {g}, {b})"), paper]), "{system} {query}");
        assert_eq!(page.text(".flags").await, "", "theme= is understood");
    }
    page.close().await;
}
