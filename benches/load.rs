//! How each page comes to a reader on a slow network with a slow machine and nothing kept: when the answer is painted,
//! when the controls answer, what moves, what it takes. `cargo xtask bench load` runs it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/browser/page.rs"]
#[allow(dead_code)]
mod page;

use std::time::Duration;

use page::Page;
use serde_json::{Value, json};

/// Fresh browsers a page; the middle one counts.
const RUNS: usize = 3;
/// Bits a second down and up, and milliseconds that a request takes before its first byte.
const DOWN: f64 = 1.6e6;
const UP: f64 = 0.75e6;
const DELAY: u32 = 150;
/// How many times slower the machine is.
const SLOWER: u32 = 4;
/// What is wanted, ms.
const PAINTED: f64 = 800.0;
const ANSWERING: f64 = 2200.0;
/// Watches a page from its first byte: the frame after the one in which the answer (or, on a page that is read, the
/// heading) stands in it with a place of its own, the largest paint, what moves by itself.
const WATCH: &str = "
window.seen = { answer: null, largest: 0, moved: 0 };
const watch = (type, see) => new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
watch('largest-contentful-paint', (e) => { seen.largest = e.startTime; });
watch('layout-shift', (e) => { if (!e.hadRecentInput) seen.moved += e.value; });
(function look() {
  const answer = document.querySelector('#result strong, main h1');
  if (answer && answer.getBoundingClientRect().height > 0) requestAnimationFrame(() => { seen.answer = performance.now(); });
  else requestAnimationFrame(look);
})();
";
/// Waits until nothing has been fetched for two seconds and the controls answer, where there are any.
const REST: &str = "
const end = Date.now() + 25000;
let count = -1, since = Date.now();
const look = () => {
  const now = performance.getEntriesByType('resource').length;
  if (now !== count) { count = now; since = Date.now(); }
  const ready = !document.body.classList.contains('computes') || document.body.hasAttribute('data-ready');
  if ((document.readyState === 'complete' && ready && Date.now() - since > 2000) || Date.now() > end) done();
  else setTimeout(look, 100);
};
look();
";
const FOUND: &str = "
const first = performance.getEntriesByName('first-contentful-paint')[0];
const mark = performance.getEntriesByName('interactive')[0];
const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
const names = performance.getEntriesByType('resource').filter((r) => r.transferSize > 0).map((r) => r.name);
return {
  first: first ? first.startTime : null, answer: seen.answer, largest: seen.largest,
  ready: mark ? mark.startTime : null, moved: seen.moved,
  bytes: all.reduce((sum, r) => sum + r.transferSize, 0), requests: all.length,
  twice: names.length - new Set(names).size,
};
";

/// What was found on one visit.
#[derive(Debug, Clone, Copy)]
struct Visit {
    first: f64,
    answer: f64,
    largest: f64,
    ready: Option<f64>,
    moved: f64,
    bytes: f64,
    requests: f64,
    twice: f64,
}

#[tokio::main]
async fn main() {
    let pages = std::env::var("LODESTONE_PAGES").expect("LODESTONE_PAGES is not set; `cargo xtask bench load` sets it");
    println!("{} Mbit/s, {DELAY} ms, CPU {SLOWER} times slower, nothing kept; median of {RUNS}, ms", DOWN / 1e6);
    println!(
        "{:<28} {:>6} {:>7} {:>8} {:>9} {:>7} {:>9} {:>9}",
        "page", "first", "answer", "largest", "controls", "moved", "bytes", "requests"
    );
    let mut missed = Vec::new();
    for page in pages.split_whitespace() {
        let mut visits = Vec::new();
        for _ in 0..RUNS {
            visits.push(visit(page).await);
        }
        let middle = |of: fn(&Visit) -> f64| {
            let mut all: Vec<f64> = visits.iter().map(of).collect();
            all.sort_by(f64::total_cmp);
            all[all.len() / 2]
        };
        let (answer, moved, twice) = (middle(|v| v.answer), middle(|v| v.moved), middle(|v| v.twice));
        let ready = visits[0].ready.map(|_| middle(|v| v.ready.unwrap_or(f64::NAN)));
        println!(
            "{page:<28} {:>6.0} {answer:>7.0} {:>8.0} {:>9} {moved:>7.3} {:>9.0} {:>9.0}",
            middle(|v| v.first),
            middle(|v| v.largest),
            ready.map_or_else(|| "–".to_owned(), |ms| format!("{ms:.0}")),
            middle(|v| v.bytes),
            middle(|v| v.requests),
        );
        let wanted = [
            (answer <= PAINTED, format!("the answer is painted after {answer:.0} ms, not {PAINTED}")),
            (ready.is_none_or(|ms| ms <= ANSWERING), format!("the controls answer later than after {ANSWERING} ms")),
            (moved == 0.0, format!("something moves by itself: {moved:.4}")),
            (twice == 0.0, format!("{twice} files are fetched twice")),
        ];
        missed.extend(wanted.into_iter().filter(|(held, _)| !held).map(|(_, what)| format!("{page}: {what}")));
    }
    println!("\n{}", if missed.is_empty() { "Every aim is met.".to_owned() } else { missed.join("\n") });
}

async fn visit(path: &str) -> Visit {
    let page = Page::blank().await;
    let metrics = json!({ "width": 412, "height": 823, "deviceScaleFactor": 1.75, "mobile": true });
    page.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
    page.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await;
    page.chromium("Network.enable", json!({})).await;
    let network = json!({
        "offline": false, "latency": DELAY, "downloadThroughput": DOWN / 8.0, "uploadThroughput": UP / 8.0,
    });
    page.chromium("Network.emulateNetworkConditions", network).await;
    page.chromium("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await;
    let top = std::env::var("LODESTONE_PAGE").expect("LODESTONE_PAGE is not set");
    page.client.goto(&format!("{top}{path}")).await.unwrap();
    page.run_until_done(REST).await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    let found = page.run(FOUND).await;
    page.close().await;
    let number = |key: &str| found[key].as_f64();
    let (first, answer) = (number("first").unwrap_or(f64::NAN), number("answer").unwrap_or(f64::NAN));
    Visit {
        first,
        // It stands in the page before anything is painted, where the page comes in one piece.
        answer: answer.max(first),
        largest: number("largest").unwrap_or(f64::NAN),
        ready: found["ready"].as_f64().filter(|_| found["ready"] != Value::Null),
        moved: number("moved").unwrap_or(f64::NAN),
        bytes: number("bytes").unwrap_or(f64::NAN),
        requests: number("requests").unwrap_or(f64::NAN),
        twice: number("twice").unwrap_or(f64::NAN),
    }
}
