//! Nobody else is asked, nothing is kept, and a fault is said.

use serde_json::json;

use crate::page::Page;

#[tokio::test]
async fn the_page_asks_nobody_else_and_keeps_nothing() {
    let page = Page::open("en").await;
    page.run("window.refused = []; document.addEventListener('securitypolicyviolation', (e) => window.refused.push(e.blockedURI))").await;
    page.type_into("#p-wind-mw", "5").await;
    let foreign = page.run("return performance.getEntriesByType('resource').map((r) => r.name).filter((n) => !n.startsWith(location.origin + '/'))").await;
    assert_eq!(foreign, json!([]));
    assert_eq!(
        page.run("return [document.cookie, localStorage.length, sessionStorage.length]").await,
        json!(["", 0, 0])
    );
    let policy = page.run("return document.querySelector('meta[http-equiv=Content-Security-Policy]').content").await;
    assert!(policy.as_str().unwrap().starts_with("default-src 'none'"), "{policy}");
    assert_eq!(page.run("return window.refused").await, json!([]), "the page itself breaks no rule");
    // The policy is not only written down: what it forbids does not happen.
    let outcome = page
        .run_until_done("fetch('http://127.0.0.1:9/').then(() => done('sent'), () => setTimeout(() => done(window.refused.length), 50))")
        .await;
    assert_eq!(outcome, json!(1));
    let script = page.run("const s = document.createElement('script'); s.textContent = 'window.foreign = 1'; document.head.append(s); return window.foreign ?? 'not run'").await;
    assert_eq!(script, json!("not run"));
    page.close().await;
}

#[tokio::test]
async fn a_program_that_cannot_be_loaded_says_so_in_the_words_that_stand_there() {
    let page = Page::blank().await;
    page.chromium("Network.enable", json!({})).await;
    for part in ["*.wasm", "*words-page-en*"] {
        page.chromium("Network.setBlockedURLs", json!({ "urls": [part] })).await;
        page.visit("en/motor/").await;
        let before = page.text("#motor").await;
        page.run_until_done("setTimeout(done, 1500)").await;
        assert_eq!(page.run("return document.querySelector('#broken').hidden").await, json!(false), "{part}");
        assert_eq!(page.text("#motor").await, before, "what was there stays");
        assert!(before.contains("US$"), "the default answer is there without a program");
    }
    page.close().await;
}

#[tokio::test]
async fn a_fault_in_the_program_is_said_and_the_last_result_stays() {
    let page = Page::open("ko").await;
    let before = page.text(".answers").await;
    // A browser that hands the program what is no text: the fault is in the page's own code, as a panic would be.
    page.run("Object.defineProperty(HTMLInputElement.prototype, 'value', { get: () => Symbol(), set: () => {} })")
        .await;
    page.focus("#p-wind-mw").await;
    page.press("7").await;
    page.run_until_done("setTimeout(done, 100)").await;
    assert_eq!(page.run("return document.querySelector('#broken').hidden").await, json!(false));
    assert!(page.text("#broken").await.contains("계산기"), "in the reader's language");
    assert_eq!(page.text(".answers").await, before);
    page.close().await;
}
