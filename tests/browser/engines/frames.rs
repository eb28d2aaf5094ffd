//! Calculators in frames of others: the keyboard goes in, through and out; a page that was saved computes from the disk.

use serde_json::json;

use super::hand::{By, Hand, SHIFT, TAB};
use crate::embed::{host, ready, within};
use crate::page::Page;

/// Gives each element a number when it is first seen.
const NUMBER: &str = "const names = window.names ??= new WeakMap(); const number = (e) => { if (!names.has(e)) names.set(e, window.last = (window.last ?? 0) + 1); return names.get(e); };";
/// Numbers of everything in a document that the tabulator should come to.
const ALL: &str = "return [...document.querySelectorAll('a[href], button:not(:disabled), input:not(:disabled), select, summary, [tabindex=\"0\"]')].filter((e) => e.checkVisibility({ visibilityProperty: true })).map(number)";
/// Keeps the numbers of what takes the focus from now on; says those that were kept before.
const KEEP: &str = "const before = window.seen ?? []; if (!window.seen) addEventListener('focusin', (e) => window.seen.push(number(e.target))); window.seen = []; return before";

async fn numbers(page: &Page, of: &str) -> Vec<u64> {
    serde_json::from_value(within(page, 0, &format!("{NUMBER} {of}")).await).unwrap()
}

/// What takes the focus within the frame between the links of the host around it: from the one before it to the one behind it,
/// or back. Nothing looks into the frame on the way: a driver that does so puts the focus there.
async fn through(hand: &Hand<'_>, back: bool) -> Vec<u64> {
    let (from, to) = if back { ("#after", "Abefore") } else { ("#before", "Aafter") };
    numbers(hand.page, KEEP).await;
    hand.reach(from).await;
    leaves(hand, back, to).await;
    numbers(hand.page, KEEP).await
}

async fn leaves(hand: &Hand<'_>, back: bool, to: &str) {
    for count in 0..200 {
        if back {
            hand.chord(SHIFT, TAB).await;
        } else {
            hand.keys(&[TAB]).await;
        }
        match hand.page.run("return document.activeElement.tagName + document.activeElement.id").await.as_str().unwrap()
        {
            "IFRAME" => {}
            at if at == to && count > 5 => return,
            at => panic!("after {count} stops in the frame the focus is at {at}"),
        }
    }
    panic!("the keyboard does not leave the frame");
}

#[tokio::test]
async fn the_tabulator_enters_a_frame_walks_through_it_and_leaves_it_in_both_directions() {
    let page = Page::blank().await;
    host(&page, "keys").await;
    ready(&page, 0).await;
    page.watch().await;
    let hand = Hand { page: &page, by: By::Keys };
    let all = numbers(&page, ALL).await;
    let first = through(&hand, false).await;
    assert!(all.len() > 8 && all.iter().all(|stop| first.contains(stop)), "{first:?} of {all:?}");
    // A chart has its menu once somebody has come near it: the way back has more stops than the first way through.
    let mut back = through(&hand, true).await;
    back.reverse();
    assert_eq!(through(&hand, false).await, back);
    assert!(back.len() >= first.len());
    assert_eq!(page.console().await, [""; 0]);
    page.close().await;
}

#[tokio::test]
async fn a_calculator_in_a_frame_is_worked_by_mouse_and_by_keyboard() {
    let page = Page::blank().await;
    for by in [By::Mouse, By::Keys] {
        host(&page, "keys").await;
        ready(&page, 0).await;
        let hand = Hand { page: &page, by };
        if by == By::Keys {
            hand.reach("#before").await;
            hand.keys(&[TAB]).await;
        }
        page.client.clone().enter_frame(0).await.unwrap();
        let mut answers = vec![page.text(".headline .big").await];
        hand.slide("[data-param=ev-magnet-kg] .slider").await;
        answers.push(page.text(".headline .big").await);
        hand.write("#p-ev-magnet-kg", "5").await;
        page.settle().await;
        answers.push(page.text(".headline .big").await);
        assert_eq!(
            page.run("return document.querySelector('[data-param=ev-magnet-kg] .slider').value").await,
            json!("5")
        );
        answers.dedup();
        assert_eq!(answers.len(), 3, "each setting has its answer: {answers:?}");
        page.client.clone().enter_parent_frame().await.unwrap();
    }
    page.close().await;
}

#[tokio::test]
async fn a_page_that_was_saved_computes_from_the_disk_without_a_network() {
    let page = Page::blank().await;
    let folder = std::env::var("LODESTONE_HOSTS_FOLDER").unwrap();
    page.client.goto(&format!("file://{folder}/offline/index.html")).await.unwrap();
    for place in [0, 1] {
        ready(&page, place).await;
        page.client.clone().enter_frame(place).await.unwrap();
        let before = page.text(".headline .big").await;
        let hand = Hand { page: &page, by: By::Mouse };
        hand.write("#p-ev-magnet-kg", "5").await;
        page.settle().await;
        assert_ne!(page.text(".headline .big").await, before, "frame {place}");
        let asked = "return performance.getEntriesByType('resource').map((r) => r.name)";
        assert_eq!(page.run(asked).await, json!([]), "frame {place}");
        page.client.clone().enter_parent_frame().await.unwrap();
    }
    page.close().await;
}
