//! Calculators on pages of others: `tests/embed`, one folder a page, as a blogger would write it, on an origin of its own.

use lodestone::widget::{FILE, WIDGETS};
use serde_json::{Value, json};

use crate::page::{Page, TAB};

fn hosts() -> String {
    std::env::var("LODESTONE_HOSTS").expect("LODESTONE_HOSTS is not set; `cargo xtask test` sets it")
}

/// Opens the page of a host.
pub async fn host(page: &Page, case: &str) {
    page.client.goto(&format!("{}{case}/", hosts())).await.unwrap();
}

/// Runs a script in the frame `place`, and returns to the host.
pub async fn within(page: &Page, place: u16, script: &str) -> Value {
    page.client.clone().enter_frame(place).await.unwrap();
    let found = page.run(script).await;
    page.client.clone().enter_parent_frame().await.unwrap();
    found
}

/// Waits until the calculator in a frame answers.
pub async fn ready(page: &Page, place: u16) {
    // A program comes when its frame is seen.
    let frames = "[...document.querySelectorAll('iframe')]";
    page.run(&format!("{frames}[{place}]?.scrollIntoView({{ block: 'nearest' }})")).await;
    page.client.clone().enter_frame(place).await.unwrap();
    page.ready().await;
    page.client.clone().enter_parent_frame().await.unwrap();
}

/// How much of what a frame holds is hidden below its lower edge.
const OVER: &str = "return Math.max(0, document.documentElement.scrollHeight - innerHeight)";

#[tokio::test]
async fn a_frame_alone_is_a_whole_calculator_and_leaves_no_scroll_bar_at_any_width() {
    let page = Page::blank().await;
    for width in [320, 500, 768, 1200] {
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        page.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
        host(&page, "plain").await;
        ready(&page, 0).await;
        assert_eq!(within(&page, 0, OVER).await, json!(0), "at {width}");
        let wide = within(&page, 0, "return document.documentElement.scrollWidth - innerWidth").await;
        assert_eq!(wide, json!(0), "at {width}");
    }
    // It has the settings of its address, an answer with its range, a field that computes, and a way to the whole page.
    let seen = within(&page, 0, "return { answer: document.querySelector('.headline .big').textContent, range: document.querySelector('.headline .range').textContent, link: document.querySelector('.whence a').href, still: getComputedStyle(document.getElementById('still')).display }").await;
    assert!(seen["answer"].as_str().unwrap().contains("US$") && seen["range"].as_str().unwrap().len() > 8, "{seen}");
    assert!(seen["link"].as_str().unwrap().ends_with("/en/motor/") && seen["still"] == json!("none"), "{seen}");
    page.close().await;
}

#[tokio::test]
async fn heights_reach_the_host_in_its_own_way_with_each_of_four_scripts() {
    let page = Page::blank().await;
    let tall = "return document.querySelector('iframe').getBoundingClientRect().height";
    for case in ["iframe-resizer", "pym", "datawrapper"] {
        host(&page, case).await;
        ready(&page, 0).await;
        page.wait_until("document.querySelector('iframe').getBoundingClientRect().height > 250").await;
        // Not only large enough: it fits, once the last message has been heard.
        let mut seen = (0.0, 0.0, json!(null));
        for _ in 0..50 {
            let inside = within(&page, 0, "return document.body.getBoundingClientRect().height").await;
            let frame = page.run(tall).await.as_f64().unwrap();
            seen = (frame, inside.as_f64().unwrap(), within(&page, 0, OVER).await);
            if (seen.0 - seen.1).abs() < 6.0 && seen.2 == json!(0) {
                break;
            }
            page.run_until_done("setTimeout(done, 100)").await;
        }
        assert!((seen.0 - seen.1).abs() < 6.0 && seen.2 == json!(0), "{case}: {seen:?}");
    }
    host(&page, "element").await;
    let own = "document.querySelector('lodestone-calc').shadowRoot.querySelector('iframe')";
    page.wait_until(&format!("window.customElements.get('lodestone-calc') && {own}.getBoundingClientRect().height > 250 && {own}.getBoundingClientRect().width > 300")).await;
    page.close().await;
}

#[tokio::test]
async fn the_element_keeps_to_itself_on_a_hostile_page_and_passes_settings_and_results_on() {
    let page = Page::blank().await;
    let watch = "window.heard = []; ['ready', 'change', 'error'].forEach((kind) => addEventListener(`lodestone-${kind}`, (e) => heard.push([kind, e.detail])))";
    page.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch })).await;
    host(&page, "element").await;
    page.wait_until("heard.some(([kind]) => kind === 'ready')").await;
    let first = page.run("return heard.find(([kind]) => kind === 'ready')[1]").await;
    assert_eq!(first["inputs"]["ev-magnet-kg"], json!("2"), "attributes are keys of the address: {first}");
    let before = first["outputs"]["motor-after-usd"].clone();
    assert!(
        before["low"].as_f64() < before["central"].as_f64() && before["central"].as_f64() < before["high"].as_f64()
    );
    page.run("heard.length = 0; document.querySelector('lodestone-calc').setAttribute('ev-magnet-kg', '4')").await;
    page.wait_until("heard.some(([kind, d]) => kind === 'change' && d.inputs['ev-magnet-kg'] === '4')").await;
    let state = page.run_until_done("document.querySelector('lodestone-calc').get().then(done)").await;
    let after = state["outputs"]["motor-after-usd"]["central"].as_f64().unwrap();
    assert!((after / before["central"].as_f64().unwrap() - 2.0).abs() < 1e-9, "twice the magnet: {state}");
    // What is asked right behind a setting is answered with it; and what is set before the frame hears is not lost.
    let order = "const c = document.querySelector('lodestone-calc'); c.set({ 'ev-magnet-kg': 1 }); c.get().then((s) => done(s.inputs['ev-magnet-kg']))";
    assert_eq!(page.run_until_done(order).await, json!("1"));
    let early = "const c = document.createElement('lodestone-calc'); c.setAttribute('calculator', 'turbine'); c.setAttribute('height', '700'); document.querySelector('article').append(c); c.setAttribute('wind-mw', '12'); c.scrollIntoView(); c.get().then((s) => done([s.inputs, typeof s.outputs['turbine-after-usd'].central]))";
    assert_eq!(page.run_until_done(early).await, json!([{ "wind-mw": "12" }, "number"]));
    page.run("document.querySelectorAll('lodestone-calc')[1].remove()").await;
    page.run("heard.length = 0; document.querySelector('lodestone-calc').set({ 'ev-magnet-kg': 'heavy' })").await;
    page.wait_until("heard.some(([kind]) => kind === 'error')").await;
    let reason = page.run("return heard.find(([kind]) => kind === 'error')[1].reason").await;
    assert!(reason.as_str().unwrap().contains("heavy"), "{reason}");
    page.close().await;
}

#[tokio::test]
async fn settings_of_a_host_are_taken_from_the_origin_that_the_address_names_and_from_no_other() {
    let page = Page::blank().await;
    host(&page, "messages").await;
    page.wait_until("said.some((m) => m.event === 'ready')").await;
    page.type_into("#price", "180").await;
    page.wait_until("said.some((m) => m.event === 'change' && m.inputs['price-nd-oxide'] === '180')").await;
    assert!(page.text("#motor").await.contains("USD"));
    let all = page.run("return said").await;
    let schema: Value = serde_json::from_str(include_str!("../../src/site/message.schema.json")).unwrap();
    let valid = jsonschema::validator_for(&schema).unwrap();
    for message in all.as_array().unwrap() {
        assert!(valid.is_valid(message), "{message}");
    }
    // A key that there is not, and a value that is none.
    let send = |text: &str| format!("frame.contentWindow.postMessage({{ type: 'lodestone.v1', {text} }}, '*')");
    for (text, reason) in [
        ("set: { 'no-such-key': 1 }", "no-such-key"),
        ("set: { 'wind-mw': 'NaN' }", "NaN"),
        ("set: { '__proto__ x': '1' }", "no input"),
        ("set: { 'wind-mw': 'a\\nb=c' }", "no input"),
        ("theme: '<b>'", "Accepted: auto, light, dark."),
        ("brand: { accent: 'red; }' }", "no colour"),
    ] {
        page.run("said.length = 0").await;
        page.run(&send(text)).await;
        page.wait_until("said.some((m) => m.event === 'error')").await;
        let why = page.run("return said.find((m) => m.event === 'error').reason").await;
        assert!(why.as_str().unwrap().contains(reason), "{text}: {why}");
    }
    // Colours that could be read in one theme are looked at again in the other.
    page.run("said.length = 0").await;
    page.run(&send("theme: 'light', brand: { ink: '222222', paper: 'b8b8b8', accent: '5a0000' }")).await;
    page.run_until_done("setTimeout(done, 300)").await;
    let soft = "const s = getComputedStyle(document.documentElement); return [s.getPropertyValue('--ink'), s.getPropertyValue('--ink-soft')]";
    assert_eq!(within(&page, 0, soft).await, json!(["#222222", "#222222"]));
    page.run(&send("brand: { paper: '', accent: '' }")).await;
    page.run(&send("theme: 'dark'")).await;
    page.wait_until("said.some((m) => m.event === 'error' && m.reason.includes('contrast'))").await;
    page.run_until_done("setTimeout(done, 300)").await;
    assert_ne!(within(&page, 0, soft).await[0], json!("#222222"));
    // They are back with their theme.
    page.run(&send("theme: 'light'")).await;
    page.run_until_done("setTimeout(done, 300)").await;
    assert_eq!(within(&page, 0, soft).await[0], json!("#222222"));
    page.run(&send("theme: 'dark', brand: { ink: '' }")).await;
    page.run_until_done("setTimeout(done, 300)").await;
    assert_eq!(within(&page, 0, "return document.documentElement.dataset.theme").await, json!("dark"));
    // What is looked at is not a message's to say.
    page.run("said.length = 0").await;
    page.run(&send("set: { year: 2030 }")).await;
    page.wait_until("said.some((m) => m.event === 'error' && m.reason.includes('year'))").await;
    // Another origin is told so, and changes nothing.
    page.run("said.length = 0; frame.src = frame.src.replace(/host=[^&]*/, 'host=https%3A%2F%2Fblog.example')").await;
    ready(&page, 0).await;
    page.run("addEventListener('message', (e) => said.push(e.data))").await;
    page.run(&send("set: { 'wind-mw': 3 }")).await;
    page.wait_until("said.some((m) => m.event === 'error' && m.reason.includes('are not read'))").await;
    assert_eq!(within(&page, 0, "return location.search.includes('wind-mw')").await, json!(false));
    page.close().await;
}

#[tokio::test]
async fn a_frame_of_another_release_or_with_a_host_that_is_no_origin_says_so_and_computes() {
    let page = Page::blank().await;
    for query in ["v=0.0.9-2020.01.1", "host=example.org&accent=ffee00&show=nothing", "host=https://example.org/path/"]
    {
        page.visit(&format!("en/motor/widget.html?{query}")).await;
        page.ready().await;
        page.type_into("#p-ev-magnet-kg", "5").await;
        page.settle().await;
        assert!(page.text(".headline .sentence").await.contains("US$"), "{query}");
        assert_eq!(page.run("return document.getElementById('broken').hidden").await, json!(true), "{query}");
        let moved = page
            .run("return document.getElementById('moved').hidden ? '' : document.getElementById('moved').textContent")
            .await;
        assert_eq!(moved.as_str().unwrap().contains("0.0.9-2020.01.1"), query.starts_with("v="), "{moved}");
        // What a frozen frame goes back to is said once that is known.
        page.wait_until(&format!(
            "(document.getElementById('seal').textContent !== '') === {}",
            query.starts_with("v=")
        ))
        .await;
        // The way to the page takes along what was set.
        let link = page.run("const a = document.querySelector('.whence a'); a.addEventListener('click', (e) => e.preventDefault()); a.click(); return a.search").await;
        assert_eq!(link, json!("?ev-magnet-kg=5"), "{query}");
    }
    page.close().await;
}

#[tokio::test]
async fn a_snippet_is_live_or_frozen_and_a_frozen_frame_leads_to_the_newer_release() {
    let page = Page::blank().await;
    page.visit("ko/motor/?ev-magnet-kg=3").await;
    page.ready().await;
    page.focus("[data-of=share]").await;
    page.press("\u{e007}").await;
    page.wait_until("document.querySelector('#snippet-release')").await;
    let snippets = "return [...document.querySelectorAll('details.copied .copied pre')].map((p) => p.textContent)";
    let texts = |found: Value| -> Vec<String> { serde_json::from_value(found).unwrap() };
    let live = texts(page.run(snippets).await);
    assert!(live.len() == 2 && live.iter().all(|s| s.contains("ev-magnet-kg=") && !s.contains("0.1.0-")), "{live:?}");
    page.run("const list = document.querySelector('#snippet-release'); list.value = 'frozen'; list.dispatchEvent(new Event('change', { bubbles: true }))").await;
    page.wait_until("document.querySelector('details.copied .copied pre').textContent.includes('v=0.1.0-')").await;
    let frozen = texts(page.run(snippets).await);
    assert!(frozen.iter().all(|s| s.contains("0.1.0-2026.")), "{frozen:?}");
    // Of this release it says nothing; of another it says so, and asks nobody before somebody follows the link.
    page.visit("ko/motor/widget.html?ev-magnet-kg=3&v=0.1.0-2026.11.1").await;
    page.ready().await;
    assert_eq!(page.run("return document.getElementById('moved').hidden").await, json!(true));
    page.visit("ko/motor/widget.html?ev-magnet-kg=3&v=0.0.9-2020.01.1").await;
    page.ready().await;
    let said = page.text("#moved").await;
    assert!(said.contains("0.0.9-2020.01.1") && said.contains("0.1.0-2026.11.1"), "{said}");
    page.run("document.getElementById('newest').click()").await;
    page.wait_until("location.search === '?ev-magnet-kg=3'").await;
    page.ready().await;
    assert_eq!(page.run("return document.getElementById('moved').hidden").await, json!(true));
    page.close().await;
}

#[tokio::test]
async fn colours_of_a_host_are_taken_where_they_can_be_read_and_refused_where_not() {
    let page = Page::blank().await;
    host(&page, "dark-host").await;
    ready(&page, 0).await;
    ready(&page, 1).await;
    let seen = "const s = getComputedStyle(document.documentElement); return [s.getPropertyValue('--accent').trim(), s.getPropertyValue('--paper').trim(), document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor]";
    assert_eq!(within(&page, 0, seen).await, json!(["#00527a", "#fff8e7", "light", "rgb(255, 248, 231)"]));
    assert_ne!(within(&page, 1, seen).await[0], json!("#ffee00"), "yellow on white is refused");
    page.wait_until("errors.some((e) => e.includes('#ffee00') && e.includes('contrast'))").await;
    page.close().await;
}

#[tokio::test]
async fn a_frame_is_as_tall_as_the_snippet_says_in_every_language_and_no_taller_than_it_must_be() {
    let page = Page::blank().await;
    let metrics = json!({ "width": 320, "height": 600, "deviceScaleFactor": 1, "mobile": true });
    page.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
    for (route, height) in WIDGETS {
        let mut tallest = 0.0_f64;
        for lang in ["en", "ko", "zh"] {
            page.visit(&format!("{lang}/{}{FILE}", route.path())).await;
            page.ready().await;
            let own = page.run("return document.body.getBoundingClientRect().height").await.as_f64().unwrap();
            tallest = tallest.max(own);
        }
        let height = f64::from(height);
        assert!(tallest <= height && tallest > height - 150.0, "{route:?}: {tallest}, and the snippet says {height}");
    }
    page.close().await;
}

#[tokio::test]
async fn a_program_comes_when_its_frame_is_seen_or_touched() {
    let page = Page::blank().await;
    host(&page, "text").await;
    ready(&page, 0).await;
    let fetched = "return performance.getEntriesByType('resource').filter((r) => r.name.includes('wasm')).length";
    let answer = "return document.querySelector('.answers strong').textContent.trim().length > 2";
    assert_eq!(within(&page, 4, fetched).await, json!(0), "the last stands far below");
    assert_eq!(within(&page, 4, answer).await, json!(true), "its answer is there all the same");
    page.run("document.querySelectorAll('iframe')[4].scrollIntoView()").await;
    ready(&page, 4).await;
    assert_eq!(within(&page, 4, fetched).await, json!(1));
    page.close().await;
}

#[tokio::test]
async fn five_in_a_text_take_neither_focus_nor_scroll_and_the_keyboard_walks_through() {
    let page = Page::blank().await;
    host(&page, "text").await;
    page.run("document.getElementById('before').focus(); scrollTo(0, 0)").await;
    // Two of them are in sight, and their programs start.
    page.client.clone().enter_frame(0).await.unwrap();
    page.ready().await;
    page.client.clone().enter_parent_frame().await.unwrap();
    assert_eq!(page.run("return [document.activeElement.id, scrollY]").await, json!(["before", 0]));
    // A wheel over a calculator scrolls the page.
    for _ in 0..3 {
        let turn = json!({ "type": "mouseWheel", "x": 300, "y": 400, "deltaX": 0, "deltaY": 200 });
        page.chromium("Input.dispatchMouseEvent", turn).await;
    }
    page.wait_until("scrollY > 100").await;
    page.run("scrollTo(0, 0)").await;
    // The keyboard enters a frame, goes through its controls and leaves it again.
    page.run("document.getElementById('before').focus({ preventScroll: true })").await;
    let mut inside = 0;
    for _ in 0..400 {
        page.press_key(TAB).await;
        let now = page.run("return document.activeElement.tagName + document.activeElement.id").await;
        match now.as_str().unwrap() {
            "IFRAME" => inside += 1,
            "Aafter" => break,
            other => panic!("the focus is at {other}"),
        }
    }
    assert!((5..400).contains(&inside), "{inside} stops within frames");
    page.close().await;
}

#[tokio::test]
async fn under_a_sandbox_and_a_strict_policy_one_file_computes_and_keeps_nothing() {
    let page = Page::blank().await;
    host(&page, "sandbox").await;
    ready(&page, 0).await;
    page.client.clone().enter_frame(0).await.unwrap();
    assert_eq!(page.run("return origin").await, json!("null"), "an origin of its own");
    let before = page.text(".headline .big").await;
    page.type_into("#p-ev-magnet-kg", "5").await;
    page.settle().await;
    assert_ne!(page.text(".headline .big").await, before);
    let asked = "return performance.getEntriesByType('resource').map((r) => r.name)";
    assert_eq!(page.run(asked).await, json!([]), "nothing is fetched");
    // Where there is no storage nothing is missed, and the page around it cannot be reached.
    let shut = "const tries = [() => localStorage.length, () => document.cookie, () => parent.document.title]; return tries.map((t) => { try { t(); return 'open'; } catch { return 'shut'; } })";
    assert_eq!(page.run(shut).await, json!(["shut", "shut", "shut"]));
    page.close().await;
}

#[tokio::test]
async fn where_wasm_is_refused_the_answer_stays_with_the_reason_and_a_remedy() {
    let page = Page::blank().await;
    host(&page, "no-wasm").await;
    page.client.clone().enter_frame(0).await.unwrap();
    page.wait_until("!document.getElementById('refused').hidden").await;
    let said = page.text("#refused").await;
    assert!(said.contains("WebAssembly") && said.contains("wasm-unsafe-eval"), "{said}");
    assert!(page.text(".headline .big").await.contains("US$"));
    page.close().await;
}

#[tokio::test]
async fn ten_on_a_page_fetch_the_program_once() {
    let page = Page::blank().await;
    let metrics = json!({ "width": 1280, "height": 2600, "deviceScaleFactor": 1, "mobile": false });
    page.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
    let watch = "window.blocked = 0; new PerformanceObserver((l) => l.getEntries().forEach((e) => { window.blocked += e.duration - 50; })).observe({ type: 'longtask', buffered: true })";
    page.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch })).await;
    host(&page, "ten").await;
    let (mut over_the_wire, mut blocked) = (0, 0.0);
    for place in 0..10 {
        ready(&page, place).await;
        let fetched = within(&page, place, "return performance.getEntriesByType('resource').filter((r) => /page-[0-9a-f]+_bg.wasm/.test(r.name)).map((r) => r.transferSize)").await;
        let sizes: Vec<u64> = serde_json::from_value(fetched).unwrap();
        assert_eq!(sizes.len(), 1, "frame {place}");
        over_the_wire += usize::from(sizes[0] > 0);
        let long = within(&page, place, "return window.blocked").await;
        blocked += long.as_f64().unwrap_or_default();
    }
    // A figure for whoever reads the log: a timing is no test.
    println!("ten calculators: {blocked} ms of tasks beyond 50 ms each");
    assert!(over_the_wire <= 1, "{over_the_wire} of ten came over the wire");
    // Charts by themselves.
    let only = within(&page, 7, "return [...document.querySelectorAll('.chart')].filter((c) => c.getBoundingClientRect().height > 0).map((c) => c.dataset.chart)").await;
    assert_eq!(only, json!(["motor-curve"]));
    page.close().await;
}
