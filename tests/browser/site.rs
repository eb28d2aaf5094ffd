//! The pages as documents: complete before any program, the same after it, for everybody, at every size.

use lodestone::route::{Route, folder};
use lodestone::text::Lang;
use serde_json::json;

use crate::page::Page;

/// All pages in all languages, and one table.
fn all() -> impl Iterator<Item = (Route, Lang, String)> {
    let routes = Route::ALL.into_iter().chain([Route::Table("fx")]);
    routes.flat_map(|r| Lang::ALL.map(|lang| (r, lang, format!("{}/{}", folder(lang), r.path()))))
}

fn computing() -> impl Iterator<Item = (Route, Lang, String)> {
    all().filter(|(r, ..)| r.computes())
}

/// Loads a page; waits for its program where it has one.
async fn see(page: &Page, route: Route, path: &str) {
    page.visit(path).await;
    if route.computes() {
        page.ready().await;
    }
}

/// A tree as text: every element with its attributes, every text. Pictures give way to canvases and are left out.
const TREE: &str = r"
window.tree = (root) => {
  const out = [];
  const walk = (node) => {
    if (node.nodeType === 3) { out.push(node.data); return; }
    if (node.nodeType !== 1) return;
    const attributes = [...node.attributes].map((a) => `${a.name}=${a.value}`).sort().join(' ');
    out.push(`<${node.localName} ${attributes}>`);
    if (!node.matches('.plot')) node.childNodes.forEach(walk);
    out.push('</>');
  };
  walk(root);
  // Neighbouring texts are one text in a document.
  return out.join('').replace(/\s+/g, ' ');
};
window.sent = async () => new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
";

#[tokio::test]
async fn a_program_changes_no_text_and_no_attribute_of_the_document_it_takes_over() {
    let page = Page::blank().await;
    for (route, _, path) in computing() {
        see(&page, route, &path).await;
        page.run(TREE).await;
        // The page of all calculators begins with its answers; the calculators come behind them.
        page.run(&format!("window.more = {}", route == Route::Everything)).await;
        let differs = page
            .run_until_done(
                "window.sent().then((d) => { const [a, b] = [d, document].map((d) => window.tree(d.getElementById('app'))); let i = 0; while (i < a.length && a[i] === b[i]) i += 1; done(a === b || (more && b.startsWith(a.slice(0, -3))) ? '' : `${a.slice(Math.max(0, i - 120), i + 120)} ⟷ ${b.slice(Math.max(0, i - 120), i + 120)}`); })",
            )
            .await;
        assert_eq!(differs, json!(""), "{path}");
    }
    page.close().await;
}

#[tokio::test]
async fn without_a_program_a_document_has_all_answers_tables_and_pictures_and_they_are_those_of_the_program() {
    let page = Page::blank().await;
    // The page of all calculators begins with its answers; each of them has a page of its own.
    for (route, _, path) in computing().filter(|(route, ..)| *route != Route::Everything) {
        see(&page, route, &path).await;
        // Open every table, so that the program writes it itself.
        page.run("document.querySelectorAll('.chart details').forEach((d) => { d.open = true; })").await;
        page.run_until_done("setTimeout(done, 300)").await;
        let found = page
            .run_until_done(
                "fetch(location.href).then((r) => r.text()).then((text) => { const d = new DOMParser().parseFromString(text, 'text/html'); const tables = (d) => [...d.querySelectorAll('#app table')].map((t) => t.textContent.replace(/\\s+/g, ' ')); const charts = [...d.querySelectorAll('.chart:not([data-chart=tornado])')]; done({ charts: charts.length, pictures: charts.every((c) => c.querySelectorAll('svg.picture').length === 2 && c.querySelector('table tbody tr')), same: JSON.stringify(tables(d)) === JSON.stringify(tables(document)), tables: tables(d).length, title: d.querySelector('h1').textContent.length }); })",
            )
            .await;
        assert_eq!((&found["pictures"], &found["same"]), (&json!(true), &json!(true)), "{path}: {found}");
        assert!(found["tables"].as_u64().unwrap() >= 1 && found["title"].as_u64().unwrap() > 1, "{path}: {found}");
        assert!(
            route == Route::Shocks
                || route == Route::Balance
                || route == Route::Compare
                || found["charts"].as_u64().unwrap() >= 1,
            "{path}: {found}"
        );
    }
    page.close().await;
}

#[tokio::test]
async fn no_calculator_moves_while_it_loads_and_on_other_pages_tables_settle_at_most() {
    let page = Page::blank().await;
    let watch = "window.shift = 0; window.moved = []; const name = (n) => n ? `${n.nodeName}.${n.className}#${n.id}` : 'gone'; const place = (r) => [r.x, r.y, r.width, r.height].map(Math.round).join(' '); new PerformanceObserver((l) => l.getEntries().forEach((e) => { window.shift += e.value; window.moved.push(...e.sources.map((s) => `${name(s.node)} in ${name(s.node?.parentElement)}: ${place(s.previousRect)} → ${place(s.currentRect)}`)); })).observe({ type: 'layout-shift', buffered: true });";
    page.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch })).await;
    for (width, mobile) in [(1280, false), (360, true)] {
        let metrics = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": mobile });
        page.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
        for (route, _, path) in all() {
            see(&page, route, &path).await;
            page.run_until_done("setTimeout(done, 300)").await;
            let shift = page.run("return window.shift").await.as_f64().unwrap();
            // Half a pixel of a line of text is counted, and seen by nobody. Columns of a table that is still arriving settle.
            let most = if route.computes() { 0.0005 } else { 0.01 };
            assert!(shift < most, "{path} at {width}: {shift}: {}", page.run("return window.moved").await);
        }
    }
    page.close().await;
}

#[tokio::test]
async fn no_page_scrolls_sideways_at_320_pixels_nor_with_wide_text() {
    let page = Page::blank().await;
    let metrics = json!({ "width": 320, "height": 800, "deviceScaleFactor": 1, "mobile": true });
    page.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
    for (route, _, path) in all() {
        see(&page, route, &path).await;
        let over = "return [document.documentElement.scrollWidth - document.documentElement.clientWidth, [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, .unseen, svg, pre, [tabindex=\"0\"]')).slice(0, 3).map((e) => e.outerHTML.slice(0, 120))]";
        assert_eq!(page.run(over).await[0], json!(0), "{path}: {}", page.run(over).await[1]);
        let cut = "return [...document.querySelectorAll('main *')].filter((e) => { const s = getComputedStyle(e); return /hidden|clip/.test(s.overflowX) && s.textOverflow !== 'ellipsis' && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1 && e.textContent.trim() && !e.closest('.unseen, svg, select'); }).slice(0, 3).map((e) => e.outerHTML.slice(0, 120))";
        assert_eq!(page.run(cut).await, json!([]), "{path}: text that is cut off");
        // The spacing that WCAG 1.4.12 asks pages to bear.
        page.run("const s = new CSSStyleSheet(); s.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'); document.adoptedStyleSheets = [s]").await;
        assert_eq!(page.run(over).await[0], json!(0), "{path} with wide text: {}", page.run(over).await[1]);
        assert_eq!(page.run(cut).await, json!([]), "{path} with wide text: text that is cut off");
    }
    page.close().await;
}

#[tokio::test]
async fn no_page_scrolls_sideways_with_text_of_twice_the_size() {
    let page = Page::blank().await;
    let metrics = json!({ "width": 1280, "height": 800, "deviceScaleFactor": 1, "mobile": false });
    page.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
    for (route, _, path) in all().filter(|(_, lang, _)| *lang != Lang::Zh) {
        see(&page, route, &path).await;
        page.run("document.documentElement.style.fontSize = '200%'").await;
        page.run_until_done("setTimeout(done, 100)").await;
        let over = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(page.run(over).await, json!(0), "{path}");
    }
    page.close().await;
}

#[tokio::test]
async fn nothing_moves_by_itself_for_those_who_ask_for_rest() {
    let page = Page::blank().await;
    for (asked, behaviour) in [("reduce", "auto"), ("no-preference", "smooth")] {
        let media = json!({ "features": [{ "name": "prefers-reduced-motion", "value": asked }] });
        page.chromium("Emulation.setEmulatedMedia", media).await;
        for path in ["en/motor/", "ko/", "zh/timeline/"] {
            page.visit(path).await;
            page.run_until_done("setTimeout(done, 500)").await;
            page.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })").await;
            let moves =
                "return [document.getAnimations().length, getComputedStyle(document.documentElement).scrollBehavior]";
            assert_eq!(page.run(moves).await, json!([0, behaviour]), "{path}");
        }
    }
    page.close().await;
}

#[tokio::test]
async fn the_answer_is_spoken_once_when_the_keys_rest() {
    let page = Page::blank().await;
    for (lang, path) in [("en", "en/motor/"), ("ko", "ko/demand/"), ("zh", "zh/balance/")] {
        page.visit(path).await;
        page.ready().await;
        assert_eq!(page.text("#spoken").await, "", "what stands there in the beginning is read with the page");
        page.run("window.spoken = []; new MutationObserver(() => window.spoken.push(document.getElementById('spoken').textContent)).observe(document.getElementById('spoken'), { childList: true, characterData: true, subtree: true })").await;
        let slider = if lang == "zh" { "[data-param=substitution] .slider" } else { ".slider" };
        page.focus(slider).await;
        for _ in 0..5 {
            page.press(crate::page::RIGHT).await;
        }
        // Within a second it is said, and for ranges that come later not again.
        page.run_until_done("setTimeout(done, 1000)").await;
        let first = page.run("return window.spoken.length").await;
        page.settle().await;
        page.run_until_done("setTimeout(done, 600)").await;
        let spoken = page.run("return window.spoken").await;
        let spoken = spoken.as_array().unwrap();
        assert_eq!((first, spoken.len()), (json!(1), 1), "{path}: {spoken:?}");
        let sentence = spoken[0].as_str().unwrap();
        assert!(sentence.chars().count() <= 200 && sentence.chars().any(|c| c.is_ascii_digit()), "{sentence}");
    }
    page.close().await;
}

/// The tree of a calculator of another host, once its program has had the time to start.
async fn on_host(page: &Page, host: &str) {
    page.client.goto(&format!("{}en/motor/", std::env::var(host).unwrap())).await.unwrap();
}

#[tokio::test]
async fn a_host_that_does_not_know_the_kind_of_a_program_serves_it_all_the_same() {
    let page = Page::blank().await;
    on_host(&page, "LODESTONE_WRONG_MIME").await;
    page.ready().await;
    page.type_into("#p-ev-magnet-kg", "3").await;
    page.settle().await;
    assert!(page.run("return location.search").await.as_str().unwrap().contains("ev-magnet-kg=3"));
    page.close().await;
}

#[tokio::test]
async fn a_host_that_has_lost_the_program_still_gives_the_answer_and_says_what_is_missing() {
    let page = Page::blank().await;
    on_host(&page, "LODESTONE_NO_WASM").await;
    let look = "const end = Date.now() + 10000; const look = () => (!document.querySelector('#broken').hidden || Date.now() > end) ? done(!document.querySelector('#broken').hidden) : setTimeout(look, 20); look()";
    assert_eq!(page.run_until_done(look).await, json!(true), "it is said");
    assert!(page.text("#broken").await.contains("default answers hold"));
    assert!(page.text("#motor .headline .big").await.contains("US$"), "the answer stands there");
    assert_eq!(page.run("return document.querySelectorAll('.chart svg.picture').length").await, json!(4));
    page.close().await;
}

#[tokio::test]
async fn a_number_in_a_sentence_is_dragged_typed_and_moved_by_keys() {
    let page = Page::blank().await;
    page.visit("en/").await;
    page.ready().await;
    let said = "return document.querySelector('#three .say').textContent";
    let value = "return document.querySelector('#s-shock-price-abs').value";
    let first = page.run(said).await;
    // Dragged: forty pixels are ten steps.
    page.run("document.querySelector('#s-shock-price-abs').scrollIntoView({ block: 'center', behavior: 'instant' })")
        .await;
    let at = page.run("const r = document.querySelector('#s-shock-price-abs').getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]").await;
    let (x, y) = (at[0].as_f64().unwrap(), at[1].as_f64().unwrap());
    let before: f64 = page.run(value).await.as_str().unwrap().parse().unwrap();
    for (kind, dx) in [("mousePressed", 0.0), ("mouseMoved", 20.0), ("mouseMoved", 40.0), ("mouseReleased", 40.0)] {
        let event = json!({ "type": kind, "x": x + dx, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
        page.chromium("Input.dispatchMouseEvent", event).await;
    }
    page.run_until_done("setTimeout(done, 100)").await;
    let dragged: f64 = page.run(value).await.as_str().unwrap().parse().unwrap();
    assert!(dragged > before, "{before} → {dragged}");
    let second = page.run(said).await;
    assert_ne!(first, second, "the sentence follows");
    page.focus("#s-shock-price-abs").await;
    page.press("\u{e015}").await;
    let down: f64 = page.run(value).await.as_str().unwrap().parse().unwrap();
    assert!(down < dragged);
    page.type_into("#s-shock-price-abs", "250").await;
    page.settle().await;
    assert!(page.run("return location.search").await.as_str().unwrap().contains("shock-price-abs=250"));
    // What makes no sense is explained, and the sentence stays.
    let third = page.run(said).await;
    page.type_into("#s-ev-magnet-kg", "-3").await;
    assert!(page.text("#m-s-ev-magnet-kg").await.contains("The last valid result stays."));
    page.settle().await;
    assert_eq!(page.run(said).await, third);
    page.close().await;
}

#[tokio::test]
async fn two_scenarios_stand_side_by_side_and_the_address_keeps_them() {
    let page = Page::blank().await;
    page.visit("ko/compare/?a=drought-baotou&b=nothing").await;
    page.ready().await;
    let chosen = "return ['a', 'b'].map((k) => document.querySelector(`#compare-${k}`).value)";
    assert_eq!(page.run(chosen).await, json!(["drought-baotou", "control-2025-04"]), "an unknown one is the usual one");
    let before = page.text(".compare table tbody").await;
    page.run("const s = document.querySelector('#compare-b'); s.value = 'humanoids-million'; s.dispatchEvent(new Event('change', { bubbles: true }))").await;
    assert_ne!(page.text(".compare table tbody").await, before);
    assert!(page.run("return location.search").await.as_str().unwrap().contains("b=humanoids-million"));
    let whole = page.run("return [...document.querySelectorAll('.compare table:last-of-type tbody tr')].length").await;
    assert!(whole.as_u64().unwrap() >= 2, "what explains the difference");
    page.close().await;
}
