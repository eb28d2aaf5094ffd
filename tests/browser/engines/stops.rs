//! Every control is a stop of the keyboard, with a ring around it that can be seen.

use serde_json::json;

use super::hand::{By, Hand, TAB};
use crate::page::{Engine, Page};

/// Opens the folds of the calculator, and keeps everything that can be used on the page; returns how many there are.
const ALL: &str = "document.querySelectorAll('details.fold').forEach((d) => { d.open = true; }); const all = [...document.querySelectorAll('a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea, summary, [tabindex=\"0\"]')].filter((e) => e.checkVisibility({ visibilityProperty: true })); window.all = new Set(all); return all.length";

/// A calculator in both themes, the story, and two scenarios side by side: in every engine.
const PAGES: [&str; 4] = ["en/motor/?theme=light", "en/motor/?theme=dark", "zh/?theme=dark", "ko/compare/?theme=light"];
/// All others with controls of their own. What can be a stop is the page's doing; one engine tells.
const OTHERS: [&str; 8] = [
    "en/shocks/?theme=dark",
    "ko/turbine/?theme=light",
    "zh/products/?theme=dark",
    "en/demand/?theme=light",
    "ko/balance/?theme=dark",
    "en/calculator/?theme=light",
    "zh/claims/?theme=light",
    "en/motor/widget.html?theme=dark",
];
/// Takes what has the focus out of them; says whether the walk is over.
const SEEN: &str =
    "const e = document.activeElement; if (e === document.body) return true; all.delete(e); return false";

#[tokio::test]
async fn every_control_is_a_stop_of_the_keyboard_with_a_ring_in_both_themes() {
    let page = Page::blank().await;
    let others = if Engine::driven() == Engine::Chromium { &OTHERS[..] } else { &[] };
    for path in PAGES.iter().chain(others) {
        page.visit(path).await;
        page.wait_until("document.querySelector('body[data-ready]')").await;
        page.watch().await;
        let paper = if path.ends_with("dark") { "rgb(22, 24, 27)" } else { "rgb(251, 250, 247)" };
        assert_eq!(page.run("return getComputedStyle(document.body).backgroundColor").await, json!(paper), "{path}");
        let hand = Hand { page: &page, by: By::Keys };
        let count = page.run(ALL).await.as_u64().unwrap();
        assert!(count > 8, "{path} has {count} controls");
        for _ in 0..2 * count {
            hand.keys(&[TAB]).await;
            // The ring of a stop is looked at as soon as it is there.
            hand.stop(None).await;
            // Behind the last stop is what the browser has around the page.
            if page.run(SEEN).await == json!(true) {
                break;
            }
        }
        let left = page.run("return [...all].map((e) => e.outerHTML.slice(0, 100))").await;
        assert_eq!(left, json!([]), "{path}: what no key comes to");
        assert_eq!(page.console().await, [""; 0], "{path}");
    }
    page.close().await;
}
