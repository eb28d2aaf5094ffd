//! Every control is a stop of the keyboard, with a ring around it that can be seen.

use serde_json::json;

use super::hand::{By, Hand, TAB};
use crate::page::Page;

/// Gives a name to everything that can be used on a page as it opens, and says how many there are.
const NAME: &str = "const all = [...document.querySelectorAll('a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea, summary, [tabindex=\"0\"]')].filter((e) => e.checkVisibility({ visibilityProperty: true })); window.all = new Set(all); return all.length";

/// Takes what has the focus out of them; says whether the walk is over.
const SEEN: &str =
    "const e = document.activeElement; if (e === document.body) return true; all.delete(e); return false";

#[tokio::test]
async fn every_control_is_a_stop_of_the_keyboard_with_a_ring_in_both_themes() {
    let page = Page::blank().await;
    for (path, paper) in [
        ("en/motor/?theme=light", "rgb(251, 250, 247)"),
        ("en/motor/?theme=dark", "rgb(22, 24, 27)"),
        ("zh/?theme=dark", "rgb(22, 24, 27)"),
        ("ko/compare/?theme=light", "rgb(251, 250, 247)"),
    ] {
        page.visit(path).await;
        page.ready().await;
        page.watch().await;
        assert_eq!(page.run("return getComputedStyle(document.body).backgroundColor").await, json!(paper), "{path}");
        let hand = Hand { page: &page, by: By::Keys };
        let count = page.run(NAME).await.as_u64().unwrap();
        assert!(count > 30, "{path} has {count} controls");
        for _ in 0..2 * count {
            hand.keys(&[TAB]).await;
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
