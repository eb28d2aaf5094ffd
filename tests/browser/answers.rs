//! A change reaches every answer, at once, and without a request.

use serde_json::json;

use crate::page::{PAGE_DOWN, Page, RIGHT, TAB};

/// Everything that shows an answer, as one text, with a fingerprint of every canvas.
const SNAPSHOT: &str = r#"
window.snapshot = () => {
  const read = (css) => [...document.querySelectorAll(css)].map((e) => e.textContent);
  const canvas = (c) => { let h = 0; for (const b of c.getContext('2d').getImageData(0, 0, c.width, c.height).data) h = (h * 31 + b) | 0; return h; };
  return {
    answers: read('.answers strong'),
    headlines: read('.headline .big'),
    tables: read('#motor table.figures, #turbine table.figures'),
    // What makes an answer unsure is worked out afterwards.
    charts: Object.fromEntries([...document.querySelectorAll('[data-chart]:not([data-chart=tornado])')].map((f) => [f.dataset.chart, canvas(f.querySelector('canvas'))])),
    spoken: [...document.querySelectorAll('.plot')].map((c) => c.ariaLabel),
  };
};
"#;

/// Waits for the snapshot after the key; a frame of the whole page at once takes its time.
const SEEN: &str = "const look = () => (window.after ? done() : setTimeout(look, 20)); look()";

#[tokio::test]
async fn a_key_on_a_slider_changes_every_answer_in_the_next_frame_without_a_request() {
    let page = Page::open("en").await;
    page.see_all(1280, 1.0).await;
    page.run(SNAPSHOT).await;
    page.run("window.before = window.snapshot(); window.requests = performance.getEntriesByType('resource').length")
        .await;
    // The task right after the frame that follows the key event sees what the reader sees.
    page.run(
        "addEventListener('keydown', () => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => { window.after = window.snapshot(); }; c.port2.postMessage(0); }), { capture: true, once: true })",
    )
    .await;
    page.focus("[data-param=process-swarf-recovery] .slider").await;
    // A page of the slider: a step moves some answers by less than their digits show.
    page.press(PAGE_DOWN).await;
    page.run_until_done(SEEN).await;
    let changed = page
        .run(
            "const [a, b] = [window.before, window.after]; const differs = (x, y) => JSON.stringify(x) !== JSON.stringify(y);
             return {
               answers: [0, 1].every((i) => a.answers[i] !== b.answers[i]),
               headlines: [0, 1].every((i) => a.headlines[i] !== b.headlines[i]),
               tables: a.tables.map((t, i) => t !== b.tables[i]),
               charts: Object.keys(a.charts).filter((k) => a.charts[k] === b.charts[k]),
               spoken: differs(a.spoken, b.spoken),
               requests: performance.getEntriesByType('resource').length - window.requests,
             }",
        )
        .await;
    // Demand is a matter of tonnes of finished magnet; recovery of swarf does not change it. The year's table counts metals
    // bought, too, so that its ranges are on their way, and its chart says so.
    let expected = json!({
        "answers": true, "headlines": true, "tables": [true, true, true, true],
        "charts": ["demand-years"], "spoken": true, "requests": 0,
    });
    assert_eq!(changed, expected);
    page.close().await;
}

#[tokio::test]
async fn a_slider_that_counts_for_demand_redraws_demand_in_the_next_frame() {
    let page = Page::open("en").await;
    page.see_all(1280, 1.0).await;
    page.run(SNAPSHOT).await;
    page.run("window.before = window.snapshot()").await;
    page.run(
        "addEventListener('keydown', () => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => { window.after = window.snapshot(); }; c.port2.postMessage(0); }), { capture: true, once: true })",
    )
    .await;
    page.focus("[data-param=ev-magnet-kg] .slider").await;
    for _ in 0..4 {
        page.press(RIGHT).await;
    }
    page.run_until_done(SEEN).await;
    let same = page
        .run("const a = window.before.charts, b = window.snapshot().charts; return Object.keys(a).filter((k) => a[k] === b[k])")
        .await;
    assert_eq!(same, json!(["turbine-build", "turbine-curve", "products-cost"]));
    assert_ne!(page.run("return window.after.answers[2]").await, page.run("return window.before.answers[2]").await);
    page.close().await;
}

#[tokio::test]
async fn the_answers_are_those_worked_out_by_hand() {
    let page = Page::open("en").await;
    // 3 MW × 700 kg/MW × 30 % Nd × 100 USD/kg, contained.
    for (field, text) in [
        ("wind-kg-per-mw-direct", "700"),
        ("wind-w-pr", "0"),
        ("wind-w-dy", "0"),
        ("wind-w-nd", "30"),
        ("process-utilisation", "100"),
    ] {
        page.type_into(&format!("#p-{field}"), text).await;
    }
    assert_eq!(page.text("#turbine .headline .big").await, "+US$63,000");
    page.type_into("#p-wind-w-nd", "26.7").await;
    assert!(page.text("#turbine .formula").await.ends_with("US$56,070"), "{}", page.text("#turbine .formula").await);
    // 2 kg with 25 % neodymium is half a kilogram.
    page.type_into("#p-ev-magnet-kg", "2").await;
    page.type_into("#p-ev-w-nd", "25").await;
    assert_eq!(page.text("#motor .headline .big").await, "+US$50");
    page.close().await;
}

#[tokio::test]
async fn a_falling_won_changes_the_cost_in_won_and_not_in_dollars() {
    let page = Page::open("en").await;
    page.type_into("#p-shock-price-abs", "0").await;
    let change = "#motor table.figures tbody tr:nth-child(3) td:last-child";
    assert!(page.text(change).await.starts_with("+11.1"), "{}", page.text(change).await);
    assert_eq!(page.text("#motor .headline .big").await, "US$0");
    page.run("const s = document.querySelector('#reading'); s.value = 'quote'; s.dispatchEvent(new Event('change', { bubbles: true }))").await;
    page.settle().await;
    assert!(page.text(change).await.starts_with("+10%"), "{}", page.text(change).await);
    page.close().await;
}

#[tokio::test]
async fn a_reader_changes_a_price_and_reads_the_answer_by_keyboard_alone() {
    let page = Page::blank().await;
    page.visit("en/motor/").await;
    page.ready().await;
    let before = page.text(".answers strong").await;
    // From the top: the skip link leads past the header to the first control of the shock.
    page.press(TAB).await;
    assert_eq!(page.run("return document.activeElement.className").await, json!("skip"));
    page.press("\u{e007}").await;
    let mut found = false;
    for _ in 0..4 {
        page.press(TAB).await;
        found = found || page.run("return !!document.activeElement.closest('[data-param=shock-price-abs]') && document.activeElement.type === 'range'").await == json!(true);
        if found {
            break;
        }
    }
    assert!(found, "the slider of the price rise is four tab stops from the skip link");
    page.press(RIGHT).await;
    assert_ne!(page.text(".answers strong").await, before);
    let ring = page
        .run("const s = getComputedStyle(document.activeElement); return s.outlineStyle + ' ' + s.outlineWidth")
        .await;
    assert_eq!(ring, json!("solid 3px"));
    page.close().await;
}

#[tokio::test]
async fn everything_works_with_the_network_cut_and_the_rates_say_their_year() {
    let page = Page::open("en").await;
    let off = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    page.chromium("Network.enable", json!({})).await;
    page.chromium("Network.emulateNetworkConditions", off).await;
    let before = page.text("#motor table.figures").await;
    page.type_into("#p-fx-krw", "1500").await;
    assert_ne!(page.text("#motor table.figures").await, before);
    page.type_into("#p-ev-magnet-kg", "3").await;
    assert!(page.text("#prices").await.contains("2025"), "the year of the rates is on the page");
    assert_eq!(page.run("return document.querySelector('#broken').hidden").await, json!(true));
    page.close().await;
}

#[tokio::test]
async fn an_outage_moves_the_price_and_the_price_moves_motor_turbine_and_bill() {
    let page = Page::open("en").await;
    let texts = ["#motor .headline .big", "#turbine .headline .big", "#bill .headline .big", "#supply .sentence"];
    let mut before = Vec::new();
    for css in texts {
        before.push(page.text(css).await);
    }
    assert!(before[3].starts_with("Nothing is lost"), "{}", before[3]);
    page.type_into("#p-outage-share", "50").await;
    let chain = page.text("#supply .sentence").await;
    // Half of 69.2 % for twelve months; (1 − 0.346)^−1.3177 = 1.75.
    assert!(chain.contains("69.2%") && chain.contains("34.6154% (exact)") && chain.contains("times"), "{chain}");
    for (css, old) in texts.iter().zip(&before) {
        assert_ne!(page.text(css).await, *old, "{css}");
    }
    page.close().await;
}

#[tokio::test]
async fn siblings_of_one_set_of_inputs_are_checked_against_each_other_on_the_page() {
    let page = Page::open("en").await;
    page.type_into("#p-ev-magnet-kg", "3.3").await;
    page.type_into("#p-thrift", "2").await;
    let verdicts = "return [...document.querySelectorAll('#checks table')][0].querySelectorAll('tbody tr').length";
    let rows = page.run(verdicts).await.as_u64().unwrap();
    assert!(rows >= 7, "{rows} identities");
    let agreed = "return [...[...document.querySelectorAll('#checks table')][0].querySelectorAll('tbody td:last-child')].filter((d) => d.textContent === 'agrees').length";
    assert_eq!(page.run(agreed).await.as_u64(), Some(rows));
    let cars = page.text("#checks tbody tr:nth-child(3) td").await;
    assert!(cars.starts_with("44,550"), "15 million cars × 0.9 × 3.3 kg of 2025: {cars}");
    page.close().await;
}

#[tokio::test]
async fn the_model_is_tried_against_the_past_with_its_errors_shown() {
    let page = Page::open("en").await;
    let errors = page.run("return [...[...document.querySelectorAll('#checks table')][1].querySelectorAll('tbody tr')].map((r) => r.children[3].textContent)").await;
    let errors: Vec<&str> = errors.as_array().unwrap().iter().map(|e| e.as_str().unwrap()).collect();
    assert_eq!(errors.len(), 10);
    assert!(errors.iter().all(|e| e.ends_with('%') && (e.starts_with('−') || e.starts_with('+'))), "{errors:?}");
    // 115,000 USD/t of oxide in May 2012 makes a metal at 143; 160 were quoted.
    assert_eq!(errors[3], "−10.4%");
    page.close().await;
}

#[tokio::test]
async fn the_page_of_laws_lists_what_the_tests_hold_the_engine_to() {
    let page = Page::open("en").await;
    let address = page.run("return document.querySelector('#checks a').href").await;
    let laws = page.run_until_done(&format!("fetch({address}).then((r) => r.text()).then(done)")).await;
    let laws = laws.as_str().unwrap();
    assert!(laws.contains("more_units_never_need_less_magnet"), "{laws}");
    assert!(laws.matches("<tr>").count() > 25, "every law has its row");
    page.close().await;
}
