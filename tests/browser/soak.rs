//! Ten thousand things that a reader does on one page: nothing breaks, and nothing grows.

use serde_json::{Value, json};

use crate::page::Page;

/// Keeps the memory of each program that starts, and what goes wrong.
const WATCH: &str = "window.memories = []; window.faults = []; addEventListener('error', (e) => faults.push(String(e.message))); addEventListener('unhandledrejection', (e) => faults.push(String(e.reason))); for (const name of ['instantiate', 'instantiateStreaming']) { const own = WebAssembly[name]; WebAssembly[name] = async (...all) => { const made = await own.apply(WebAssembly, all); const memory = (made.instance ?? made).exports.memory; if (memory) memories.push(memory); return made; }; }";

/// Does `count` random things, of a seed: drags, types, chooses, ticks, opens, closes, resets.
const DO: &str = "let seed = @seed; const random = () => { seed |= 0; seed = (seed + 0x6d2b79f5) | 0; let t = Math.imul(seed ^ (seed >>> 15), 1 | seed); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; }; const pick = (all) => all[Math.floor(random() * all.length)]; const tell = (e, kind) => e.dispatchEvent(new Event(kind, { bubbles: true })); const texts = ['', '0', '-1', '1e308', '2..3..4', 'p5 1..9', 'x', '１２', '1,234.5', '0.5', '3']; let left = @count; const one = () => { const e = pick([...document.querySelectorAll('#app input, #app select, #app button, #app summary')]); if (!e || e.disabled) return; if (e.type === 'range') { e.value = +e.min + random() * (e.max - e.min); tell(e, 'input'); } else if (e.type === 'checkbox' || e.type === 'radio' || e.tagName === 'SUMMARY') e.click(); else if (e.tagName === 'SELECT') { e.value = pick([...e.options]).value; tell(e, 'change'); } else if (e.tagName === 'INPUT') { e.value = pick(texts); tell(e, 'input'); tell(e, 'change'); } else if (!e.dataset.of && e.type === 'button') e.click(); }; const step = () => { for (let i = 0; i < 4 && left > 0; i++, left--) one(); if (left > 0) requestAnimationFrame(step); else setTimeout(done, 500); }; step();";

async fn act(page: &Page, seed: u32, count: u32) {
    page.run_until_done(&DO.replace("@seed", &seed.to_string()).replace("@count", &count.to_string())).await;
}

/// Bytes of the programs' memory; nodes, listeners and canvases of the page.
async fn grown(page: &Page) -> [f64; 4] {
    page.settle().await;
    page.chromium("HeapProfiler.collectGarbage", json!({})).await;
    let counted = page.chromium("Memory.getDOMCounters", json!({})).await;
    let number = |value: &Value| value.as_f64().unwrap();
    let memory = page.run("return memories.reduce((sum, m) => sum + m.buffer.byteLength, 0)").await;
    let canvases = page.run("return document.querySelectorAll('canvas').length").await;
    [number(&memory), number(&counted["nodes"]), number(&counted["jsEventListeners"]), number(&canvases)]
}

#[tokio::test]
async fn ten_thousand_interactions_break_nothing_and_memory_stays_flat() {
    let page = Page::blank().await;
    page.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await;
    page.go("en").await;
    page.see_all(1280, 1.0).await;
    let mut seen = Vec::new();
    for round in 0..10 {
        act(&page, round, 1000).await;
        // Everything as at the beginning, so that what is counted is what is left behind.
        page.run("document.querySelectorAll('#app details[open]').forEach((d) => { d.open = false; }); [...document.querySelectorAll('#app button')].find((b) => b.textContent === 'Reset everything').click()").await;
        seen.push(grown(&page).await);
        assert_eq!(page.run("return faults").await, json!([]), "round {round}");
        assert_eq!(page.run("return document.querySelector('#broken').hidden").await, json!(true), "round {round}");
    }
    println!("{seen:?}");
    let (early, late) = (seen[2], seen[9]);
    assert!(late[0] <= 64.0 * 1024.0 * 1024.0, "{seen:?}");
    assert!(late[0] <= early[0] * 1.02, "wasm memory grows: {seen:?}");
    for (i, what) in [(1, "nodes"), (2, "listeners"), (3, "canvases")] {
        assert!(late[i] <= early[i] * 1.1 + 20.0, "{what} grow: {seen:?}");
    }
    page.close().await;
}
