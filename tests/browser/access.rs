//! What keeps readers out: axe on every page, in every language, in both themes.

use lodestone::route::{Route, folder};
use lodestone::text::Lang;
use lodestone::widget::{FILE, WIDGETS};
use serde_json::json;

use crate::page::Page;

/// What axe finds on the page: rule, and the first elements with what is said of them.
async fn axe(page: &Page, rules: &str) -> Vec<String> {
    let ask = format!(
        "window.axe.run(document, {{ runOnly: {rules} }}).then((r) => done(r.violations.map((v) => `${{v.id}}: ${{v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + ' ' + (n.any[0] || n.all[0] || n.none[0] || {{}}).message).join(' | ')}}`)), (e) => done([String(e)]))"
    );
    let found = page.run_until_done(&ask).await;
    found.as_array().unwrap().iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
}

/// Every page of a language as it opens, and then with its folds open, in both themes.
async fn accessible(lang: Lang) {
    const ALL: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
    const OPEN: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";
    let page = Page::blank().await;
    let program = std::fs::read_to_string(std::env::var("LODESTONE_AXE").unwrap()).unwrap();
    let mut faults = Vec::new();
    let pages = Route::ALL.into_iter().chain([Route::Table("fx")]).map(|route| (route, ""));
    // Calculators in frames of others are documents of their own.
    for (route, file) in pages.chain(WIDGETS.map(|(route, _)| (route, FILE))) {
        let path = format!("{}/{}{file}", folder(lang), route.path());
        page.visit(&path).await;
        if route.computes() {
            page.ready().await;
        }
        page.run(&program).await;
        let theme = |name: &str| json!({ "features": [{ "name": "prefers-color-scheme", "value": name }] });
        page.chromium("Emulation.setEmulatedMedia", theme("light")).await;
        faults.extend(axe(&page, ALL).await.into_iter().map(|fault| format!("{path}: {fault}")));
        // A page of hundreds of folds has them of one kind.
        page.run(
            "[...document.querySelectorAll('details:not([name])')].slice(0, 40).forEach((d) => { d.open = true; })",
        )
        .await;
        page.run_until_done("setTimeout(done, 150)").await;
        for (scheme, rules) in [("light", OPEN), ("dark", "{ type: 'rule', values: ['color-contrast'] }")] {
            page.chromium("Emulation.setEmulatedMedia", theme(scheme)).await;
            let found = axe(&page, rules).await;
            faults.extend(found.into_iter().map(|fault| format!("{path}, open, {scheme}: {fault}")));
        }
    }
    page.close().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn axe_finds_nothing_on_any_page_in_english() {
    accessible(Lang::En).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_any_page_in_korean() {
    accessible(Lang::Ko).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_any_page_in_chinese() {
    accessible(Lang::Zh).await;
}
