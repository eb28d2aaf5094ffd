//! Figures, not tests: how long a chart takes to be drawn anew, here and in another library. `cargo xtask bench redraw`
//! runs it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/browser/page.rs"]
#[allow(dead_code)]
mod page;

use page::Page;
use serde_json::{Value, json};

/// Series, points, device pixels to a CSS pixel, updates.
const CASES: [(u32, u32, u32, u32); 3] = [(3, 200, 1, 200), (3, 200, 2, 200), (10, 10_000, 1, 50)];
/// Updates that are not counted.
const WARM: u32 = 20;
/// Fresh browsers for each figure; the middle one counts.
const RUNS: usize = 3;

/// One update a frame: what the page prepares is not timed, what it draws is, with the layout that it makes necessary.
const DRIVE: &str = "
const [from, n] = [arguments[0], arguments[1]], done = arguments[arguments.length - 1];
(async () => {
  await window.ready;
  const ms = [];
  for (let i = from; i < from + n; i++) {
    await new Promise(requestAnimationFrame);
    window.prepare(i);
    const t = performance.now(), r = window.update(i);
    if (r) await r;
    document.body.getBoundingClientRect();
    ms.push(performance.now() - t);
  }
  done(ms);
})();";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let at =
        std::env::var("LODESTONE_REDRAW").expect("LODESTONE_REDRAW is not set; `cargo xtask bench redraw` sets it");
    println!("{:<28} {:<12} {:>10} {:>8}", "median of 3 browsers, ms", "", "median", "p95");
    for (series, points, ratio, updates) in CASES {
        for (name, file) in [("Lodestone", "index.html"), ("uPlot 1.6.32", "uplot.html")] {
            let mut found = Vec::new();
            for _ in 0..RUNS {
                let page = Page::blank().await;
                let metrics = json!({ "width": 900, "height": 500, "deviceScaleFactor": ratio, "mobile": false });
                page.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
                page.client.goto(&format!("{at}{file}?series={series}&points={points}")).await.unwrap();
                if page.run("return !document.querySelector('canvas')").await == json!(true) {
                    page.close().await;
                    break;
                }
                drive(&page, 0, WARM).await;
                let mut ms = drive(&page, WARM, updates).await;
                ms.sort_by(f64::total_cmp);
                found.push((ms[ms.len() / 2], ms[ms.len() * 95 / 100]));
                page.close().await;
            }
            found.sort_by(|a, b| a.0.total_cmp(&b.0));
            if let Some((middle, p95)) = found.get(found.len() / 2) {
                let case = format!("{series} × {points}, ratio {ratio}");
                println!("{case:<28} {name:<12} {middle:>10.2} {p95:>8.2}");
            }
        }
    }
}

async fn drive(page: &Page, from: u32, count: u32) -> Vec<f64> {
    let ms = page.client.execute_async(DRIVE, vec![json!(from), json!(count)]).await.unwrap();
    ms.as_array().unwrap().iter().filter_map(Value::as_f64).collect()
}
