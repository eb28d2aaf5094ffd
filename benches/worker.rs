//! The Monte Carlo kernel in a worker of a page, one JSON line of times. `cargo xtask bench monte-carlo` runs it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/browser/page.rs"]
#[allow(dead_code)]
mod page;

use page::Page;
use serde_json::json;

#[tokio::main]
async fn main() {
    // Cargo adds arguments of its own.
    let mut numbers = std::env::args().filter_map(|argument| argument.parse::<u32>().ok());
    let (draws, runs) = (numbers.next().unwrap_or(1_000_000), numbers.next().unwrap_or(5));
    let page = Page::blank().await;
    page.go_to_draws().await;
    for (workers, name) in [(1, "kernel, wasm in a worker, Chromium"), (2, "the same, two workers")] {
        let script = format!(
            "(async () => {{
               let summary;
               const ms = [];
               // To warm up: the browser compiles for speed while it runs.
               for (let run = 0; run < 5; run++) await window.mc({draws}, run, {workers});
               for (let seed = 1; seed <= {runs}; seed++) {{
                 const begun = performance.now();
                 summary = await window.mc({draws}, seed, {workers});
                 ms.push(performance.now() - begun);
               }}
               return {{ ms, summary }};
             }})().then(done, (e) => done({{ error: e.message }}))"
        );
        let mut line = page.run_until_done(&script).await;
        assert_eq!(line.get("error"), None, "{line}");
        line["name"] = json!(name);
        println!("{line}");
    }
    page.close().await;
}
