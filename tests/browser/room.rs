//! No text of a chart stands on another or leaves it, measured in the browser, at four widths and in all languages.

use serde_json::json;

use crate::page::{PAINTED, Page};

/// Widths of the window.
const WIDTHS: [u32; 4] = [320, 375, 768, 1280];

/// Faults of all charts in sight: texts over each other, texts beyond the edge. Canvases by what was painted, pictures of
/// documents by where the browser has put their texts.
const FAULTS: &str = "const faults = []; let seen = 0; const check = (chart, rooms, width) => { seen += 1; rooms.forEach(([t, l, y, w], i) => { if (l < -2 || l + w > width + 2) faults.push(`${chart}: “${t}” leaves it by ${Math.round(Math.max(-l, l + w - width))}`); for (const [u, m, z, v] of rooms.slice(i + 1)) if (l < m + v - 1 && m < l + w - 1 && Math.abs(y - z) < 12) faults.push(`${chart}: “${t}” on “${u}”`); }); }; for (const figure of document.querySelectorAll('[data-chart]')) { const canvas = figure.querySelector('canvas'); if (canvas) { const k = devicePixelRatio; check(figure.dataset.chart, (painted.get(canvas) || []).map(([t, , y, l, w]) => [t, l / k, y / k, w / k]), canvas.width / k); } else { const svg = [...figure.querySelectorAll('svg')].find((s) => s.getBoundingClientRect().width); if (!svg) continue; const box = svg.viewBox.baseVal; check(figure.dataset.chart, [...svg.querySelectorAll('text')].map((t) => { const b = t.getBBox(); return [t.textContent, b.x, b.y + b.height / 2, b.width]; }), box.width); } } return [seen, faults]";

async fn look(page: &Page, path: &str, least: u64) {
    for width in WIDTHS {
        page.see_all(width, 1.0).await;
        let found = page.run(FAULTS).await;
        assert_eq!(found[1], json!([]), "{path} at {width}");
        assert!(found[0].as_u64().unwrap() >= least, "{path} at {width}: {} charts", found[0]);
    }
}

async fn calculators(lang: &str) {
    let page = Page::blank().await;
    page.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PAINTED })).await;
    for (at, least) in [("calculator/", 8), ("", 5), ("products/", 1)] {
        page.visit(&format!("{lang}/{at}")).await;
        page.ready().await;
        page.see_all(1280, 1.0).await;
        let canvases = page.run("return [...document.querySelectorAll('[data-chart] canvas')].filter((c) => (painted.get(c) || []).length > 1).length").await;
        assert!(canvases.as_u64().unwrap() >= least, "{lang}/{at}: {canvases} canvases with texts");
        look(&page, &format!("{lang}/{at}"), least).await;
    }
    page.close().await;
}

#[tokio::test]
async fn no_label_of_an_english_chart_stands_on_another_at_any_width() {
    calculators("en").await;
}

#[tokio::test]
async fn no_label_of_a_korean_chart_stands_on_another_at_any_width() {
    calculators("ko").await;
}

#[tokio::test]
async fn no_label_of_a_chinese_chart_stands_on_another_at_any_width() {
    calculators("zh").await;
}

#[tokio::test]
async fn no_label_of_a_chart_in_a_document_stands_on_another_at_any_width() {
    let page = Page::blank().await;
    page.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PAINTED })).await;
    for lang in ["en", "ko", "zh"] {
        for (at, least) in [("prices/", 5), ("process/", 1), ("material/", 3), ("uses/", 1)] {
            page.visit(&format!("{lang}/{at}")).await;
            look(&page, &format!("{lang}/{at}"), least).await;
        }
    }
    page.close().await;
}

#[tokio::test]
async fn in_forced_colours_every_chart_has_the_colours_that_the_reader_has_chosen() {
    let page = Page::blank().await;
    let media = json!({ "features": [{ "name": "forced-colors", "value": "active" }, { "name": "prefers-color-scheme", "value": "dark" }] });
    page.chromium("Emulation.setEmulatedMedia", media).await;
    let colours = "const body = getComputedStyle(document.body); const rgb = (t) => t.match(/\\d+/g).slice(0, 3).map(Number); const [ink, paper] = [body.color, body.backgroundColor].map(rgb); const between = (p) => p.every((v, i) => v >= Math.min(ink[i], paper[i]) - 1 && v <= Math.max(ink[i], paper[i]) + 1); const out = {}; for (const c of document.querySelectorAll('[data-chart] canvas')) { const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let inks = 0, papers = 0, others = 0; for (let i = 0; i < d.length; i += 4) { const p = [d[i], d[i + 1], d[i + 2]]; if (p.every((v, k) => v === ink[k])) inks += 1; else if (p.every((v, k) => v === paper[k])) papers += 1; else if (!between(p)) others += 1; } out[c.closest('[data-chart]').dataset.chart + ':' + c.className] = [inks, papers, others]; } return out";
    for (at, least) in [("en/calculator/", 8), ("en/motor/", 2)] {
        page.visit(at).await;
        page.ready().await;
        page.see_all(1280, 1.0).await;
        page.wait_until(&format!("document.querySelectorAll('[data-chart] canvas').length >= {least}")).await;
        page.run_until_done("setTimeout(done, 400)").await;
        let found = page.run(colours).await;
        let found = found.as_object().unwrap();
        assert!(found.len() >= least, "{found:?}");
        for (chart, counts) in found {
            let count = |i: usize| counts[i].as_u64().unwrap();
            assert!(count(0) > 100 && count(1) > 10_000 && count(2) == 0, "{chart}: ink, paper and others {counts}");
        }
    }
    // The words of pictures in documents are in the first of the two, those on a fill aside.
    page.visit("en/prices/").await;
    let words = page.run("const ink = getComputedStyle(document.body).color; return [...document.querySelectorAll('.picture text')].filter((t) => t.getAttribute('fill').includes('--ink')).map((t) => getComputedStyle(t).fill === ink)").await;
    let words = words.as_array().unwrap();
    assert!(words.len() > 50 && words.iter().all(|same| *same == json!(true)));
    page.close().await;
}
