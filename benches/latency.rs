//! From a key on a slider to the paint that shows its answer, in the optimised page. `cargo xtask bench` runs it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/browser/page.rs"]
#[allow(dead_code)]
mod page;

use std::time::Duration;

use page::{Page, RIGHT};
use serde_json::json;

const PRESSES: usize = 100;
/// Key event → a task queued by the frame that follows: style, layout and paint of that frame are over.
const WATCH: &str = "
window.times = [];
addEventListener('keydown', (e) => requestAnimationFrame(() => {
  const c = new MessageChannel();
  c.port1.onmessage = () => window.times.push(performance.now() - e.timeStamp);
  c.port2.postMessage(0);
}), true);
";

#[tokio::main]
async fn main() {
    println!("{:<26} {:>4} {:>10} {:>8} {:>8}", "slider", "CPU", "median, ms", "p95, ms", "presses");
    for (name, css) in [
        ("shock: price rise", "[data-param=shock-price-abs] .slider"),
        ("motor: magnet mass", "[data-param=ev-magnet-kg] .slider"),
        ("turbine: power", "[data-param=wind-mw] .slider"),
        ("demand: growth after", "[data-param=growth-after] .slider"),
        ("demand: year", "#year"),
    ] {
        for throttle in [1, 4] {
            let mut times = measure(css, throttle).await;
            times.sort_by(f64::total_cmp);
            let at = |part: usize| times[(times.len() - 1) * part / 100];
            println!("{name:<26} {throttle:>3}x {:>10.1} {:>8.1} {:>8}", at(50), at(95), times.len());
        }
    }
}

async fn measure(css: &str, throttle: u32) -> Vec<f64> {
    let page = Page::open("en").await;
    page.run(WATCH).await;
    page.focus(css).await;
    page.chromium("Emulation.setCPUThrottlingRate", json!({ "rate": throttle })).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    page.run("window.times.length = 0").await;
    for i in 0..PRESSES {
        // To the right and back, so that no slider stays at its end.
        page.press(if i / 7 % 2 == 0 { RIGHT } else { "\u{e012}" }).await;
        // Not in step with the frames.
        tokio::time::sleep(Duration::from_millis(60 + 37 * (i as u64 * 7 % 10) / 10)).await;
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    let times = page.run("return window.times").await;
    page.close().await;
    times.as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect()
}
