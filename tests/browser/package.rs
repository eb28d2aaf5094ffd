//! The JavaScript package on a page: it computes there, and shows a calculator in a frame that reaches nothing.

use serde_json::json;

use crate::embed::{host, ready, within};
use crate::page::Page;

/// The answer of a state that was heard.
fn after(event: &str) -> String {
    format!("heard.filter(([kind]) => kind === '{event}').at(-1)[1].outputs['motor-after-usd'].central")
}

#[tokio::test]
async fn a_calculator_of_the_package_is_shown_set_heard_and_taken_off_again() {
    let page = Page::blank().await;
    host(&page, "package").await;
    page.wait_until("heard.some(([kind]) => kind === 'ready')").await;
    ready(&page, 0).await;
    // The frame has its language, its colours and its input, and the engine beside it comes to the same.
    let seen = "return { lang: document.documentElement.lang, theme: document.documentElement.dataset.theme, field: document.getElementById('p-ev-magnet-kg').value, origin: self.origin }";
    let wanted = json!({ "lang": "ko", "theme": "dark", "field": "3", "origin": "null" });
    assert_eq!(within(&page, 0, seen).await, wanted);
    page.wait_until("document.getElementById('motor').textContent !== ''").await;
    let own = page.run("return Number(document.getElementById('motor').textContent)").await;
    assert_eq!(page.run(&format!("return {}", after("ready"))).await, own);
    // What is set is heard, with its answer; so is what somebody types.
    page.run("calculator.update({ 'ev-magnet-kg': 1.5 })").await;
    page.wait_until("heard.some(([kind, said]) => kind === 'change' && said.inputs['ev-magnet-kg'] === '1.5')").await;
    let half = page.run(&format!("return {}", after("change"))).await.as_f64().unwrap();
    assert!((half * 2.0 / own.as_f64().unwrap() - 1.0).abs() < 1e-9, "half the magnet: {half}, {own}");
    let state = page.run_until_done("calculator.get().then((s) => done(s.inputs))").await;
    assert_eq!(state, json!({ "ev-magnet-kg": "1.5" }));
    // Its height is that of what is in it.
    let tall = page.run("return [document.querySelector('iframe').getBoundingClientRect().height, heard.filter(([kind]) => kind === 'resize').at(-1)[1].height]").await;
    assert_eq!(tall[0], tall[1]);
    page.run("calculator.update({ 'ev-magnet-kg': 'heavy' })").await;
    page.wait_until("heard.some(([kind, said]) => kind === 'error' && said.reason.includes('heavy'))").await;
    // Nothing is heard any more, and whoever still waits is told.
    let late = "heard.length = 0; const waiting = calculator.get(); calculator.destroy(); waiting.catch((fault) => done([fault.name, document.querySelectorAll('iframe').length]))";
    assert_eq!(page.run_until_done(late).await, json!(["LodestoneError", 0]));
    page.run("postMessage({ type: 'lodestone.v1', event: 'change', id: 'lodestone-1', inputs: {}, outputs: {} }, '*')")
        .await;
    assert_eq!(page.run_until_done("setTimeout(() => done(heard.length), 300)").await, json!(0));
    page.close().await;
}

#[tokio::test]
async fn what_is_no_setting_of_a_calculator_is_refused_before_anything_is_shown() {
    let page = Page::blank().await;
    host(&page, "package").await;
    page.wait_until("window.mount && heard.some(([kind]) => kind === 'ready')").await;
    for (settings, field) in [
        ("{ calculators: 'motor' }", "mount"),
        ("{ calculator: '../../motor' }", "calculator"),
        ("{ lang: '<b>' }", "lang"),
        ("{ theme: 'red' }", "theme"),
        ("{ show: '\"><script>' }", "show"),
        ("{ inputs: { 'a b': 1 } }", "inputs"),
        ("{ inputs: { 'wind-mw': 'a\\nb=c' } }", "wind-mw"),
        ("{ inputs: { 'wind-mw': NaN } }", "wind-mw"),
        ("{ inputs: { get 'wind-mw'() { window.ran = true; return 1 } } }", "inputs"),
        ("new Proxy({}, { ownKeys() { throw 1 } })", "mount"),
        ("[]", "mount"),
    ] {
        let call = format!(
            "try {{ mount(document.getElementById('here'), {settings}); return 'taken' }} catch (fault) {{ return [fault.name, fault.field, document.querySelectorAll('iframe').length, typeof window.ran] }}"
        );
        assert_eq!(page.run(&call).await, json!(["LodestoneError", field, 1, "undefined"]), "{settings}");
    }
    // A text stays the text of its field.
    page.run("mount(document.getElementById('here'), { inputs: { 'wind-mw': '\"><script>parent.ran = true</script>' } }).on('ready', (said) => heard.push(['second', said]))").await;
    ready(&page, 1).await;
    assert_eq!(page.run("return typeof window.ran").await, json!("undefined"));
    page.close().await;
}
