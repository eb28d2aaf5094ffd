//! Whole tasks of a reader, each by mouse and by keyboard, on the site and in the file that holds it.

use std::fs;
use std::time::{Duration, Instant};

use lodestone::link::proof::{Carried, main_answer};
use lodestone::route::Route;
use lodestone_model::inputs::Inputs;
use lodestone_model::release::Release;
use lodestone_model::report::View;
use serde_json::json;

use super::faces::result;
use super::hand::{By, Hand};
use crate::offline;
use crate::page::{Page, downloads};

/// Where a reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// On the site.
    Site,
    /// In the file, opened from a disk.
    File,
}

/// Everything a reader can be and have. (What is done on the site is told apart from what is done in the file by another rate.)
const READERS: [(Place, By, &str); 4] = [
    (Place::Site, By::Mouse, "1500"),
    (Place::Site, By::Keys, "1480"),
    (Place::File, By::Mouse, "1460"),
    (Place::File, By::Keys, "1440"),
];

/// A calculator that draws no more than a task needs: some engines take seconds for the usual number.
const CALCULATOR: &str = "en/motor/?draws=1024";

/// Claims that are not filtered out.
const SHOWN: &str = "[...document.querySelectorAll('#claims > li')].filter((l) => !l.hidden).length";

impl Place {
    async fn open(self, page: &Page, at: &str) {
        match self {
            Self::Site => {
                page.visit(at).await;
                page.ready().await;
            }
            Self::File => offline::read(page, &format!("#/{at}")).await,
        }
        page.watch().await;
    }

    /// The condition that a page is there.
    fn there(self, at: &str) -> String {
        match self {
            Self::Site => format!("location.pathname.endsWith('/{at}') && document.querySelector('main h1')"),
            Self::File => {
                format!("location.hash.startsWith('#/{at}') && document.documentElement.hasAttribute('data-shown')")
            }
        }
    }
}

/// The digits of a text: the same figure has the same in every language.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Nothing went wrong in the page that is open.
async fn quiet(page: &Page, what: &str) {
    assert_eq!(page.console().await, [""; 0], "{what}");
}

/// Closes the dialog that is open.
async fn close(hand: &Hand<'_>) {
    hand.press("dialog[open] .study-head button").await;
    assert_eq!(hand.page.run("return document.querySelectorAll('dialog[open]').length").await, json!(0));
}

#[tokio::test]
async fn a_rate_is_changed_the_answer_read_passed_on_and_taken_along() {
    let page = Page::blank().await;
    for (place, by, rate) in READERS {
        place.open(&page, CALCULATOR).await;
        let hand = Hand { page: &page, by };
        let won = "#motor table.figures tbody tr:nth-child(3)";
        let mut answers = vec![page.text(won).await];
        assert!(answers[0].contains("won"), "{answers:?}");
        // The rate, by its slider and typed.
        hand.press("details.fold:has([data-param=fx-krw]) > summary").await;
        hand.slide("[data-param=fx-krw] .slider").await;
        let typed = "const f = document.querySelector('[data-param=fx-krw]'); return [f.querySelector('.slider').value, f.querySelector('input[type=text]').value]";
        let both = page.run(typed).await;
        assert!(both[0] == both[1].as_str().unwrap().replace(',', "") && both[0] != json!("1422"), "{both}");
        answers.push(page.text(won).await);
        hand.write("#p-fx-krw", rate).await;
        page.settle().await;
        answers.push(page.text(won).await);
        assert_eq!(page.run(typed).await, json!([rate, rate]), "{place:?} by {by:?}");
        answers.dedup();
        assert_eq!(answers.len(), 3, "each rate has its answer: {answers:?}");
        page.wait_until("document.getElementById('spoken').textContent.trim()").await;
        // The result passed on: what the dialog shows, what stands there, and what was copied are one.
        hand.press("[data-of=share]").await;
        page.wait_until("document.querySelector('dialog.study[open] pre')").await;
        let link = page.text("dialog.study[open] pre").await;
        let mut inputs = Inputs::default();
        inputs.assign("fx-krw", rate).unwrap();
        let wanted = Carried::of(Release::present(), main_answer(Route::Motor), &inputs, View::default().year).unwrap();
        assert_eq!(result(&link), wanted.to_string(), "{place:?} by {by:?}: {link}");
        hand.press("dialog.study[open] .copied button").await;
        page.wait_until("document.querySelector('dialog.study[open] .copied [role=status]').textContent.trim()").await;
        close(&hand).await;
        // Taken along: the file that the browser has saved says the rate.
        hand.press("[data-of=export]").await;
        page.wait_until("document.querySelector('dialog.take[open] [data-form=csv]:not([disabled])')").await;
        hand.press("[data-form=csv]").await;
        let table = saved(&format!("lodestone-motor-{}.csv", wanted.hash)).await;
        let records = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(table.as_bytes());
        let mut records = records.into_records().map(Result::unwrap);
        assert!(records.any(|r| &r[1] == "fx-krw" && &r[3] == rate), "{table}");
        hand.paste("#take-sentence").await;
        let pasted = page.run("return document.querySelector('#take-sentence').value").await;
        assert_eq!(pasted, json!(link), "{place:?} by {by:?}: what was copied");
        close(&hand).await;
        quiet(&page, &format!("{place:?} by {by:?}")).await;
    }
    page.close().await;
}

/// The text of a file that the browser saves, once it is all there.
async fn saved(name: &str) -> String {
    let file = downloads().expect("LODESTONE_DOWNLOADS; `cargo xtask test` sets it").join(name);
    let begun = Instant::now();
    loop {
        // A browser puts an empty file there first.
        let text = fs::read_to_string(&file).unwrap_or_default();
        if !text.is_empty() {
            fs::remove_file(&file).unwrap();
            return text;
        }
        assert!(begun.elapsed() < Duration::from_secs(10), "{} is not saved", file.display());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn a_scenario_is_chosen_and_stays_in_another_language() {
    let page = Page::blank().await;
    for (place, by, _) in READERS {
        place.open(&page, CALCULATOR).await;
        let hand = Hand { page: &page, by };
        let before = page.text("#motor .big").await;
        hand.choose("#scenario", "drought-baotou").await;
        page.settle().await;
        let after = page.text("#motor .big").await;
        assert_ne!(before, after, "{place:?} by {by:?}");
        page.wait_until("location.href.includes('scenario=drought-baotou')").await;
        quiet(&page, &format!("{place:?} by {by:?}")).await;
        page.run("window.stale = true").await;
        hand.press(".languages a[hreflang=ko]").await;
        page.wait_until(
            "!window.stale && document.documentElement.lang === 'ko' && document.querySelector('body[data-ready]')",
        )
        .await;
        page.ready().await;
        assert_eq!(page.run("return document.querySelector('#scenario').value").await, json!("drought-baotou"));
        assert_eq!(digits(&page.text("#motor .big").await), digits(&after), "{place:?} by {by:?}");
        quiet(&page, &format!("{place:?} by {by:?}, in Korean")).await;
    }
    page.close().await;
}

#[tokio::test]
async fn a_figure_opens_its_formula_which_leads_to_its_sources() {
    let page = Page::blank().await;
    for (place, by, _) in READERS {
        place.open(&page, CALCULATOR).await;
        let hand = Hand { page: &page, by };
        hand.press("[data-of=motor]").await;
        page.wait_until("document.querySelector('dialog.study[open] .lines')").await;
        hand.choose("#study-figure", "motor-after-usd").await;
        page.wait_until(
            "document.querySelector('dialog.study .lines code').textContent === 'ev_magnet_kg × motor_magnet_after'",
        )
        .await;
        // A line that is worked out from no other names its source, which a reader can go to; there is no network to follow it.
        let source = "dialog.study .lines a[href^=http]";
        hand.reach(source).await;
        let cited = page.text(&format!("{source} cite")).await;
        assert!(cited.len() > 10, "{cited}");
        close(&hand).await;
        // All of them stand on a page of their own.
        quiet(&page, &format!("{place:?} by {by:?}")).await;
        hand.press("footer a[href$='en/sources/']").await;
        page.wait_until(&place.there("en/sources/")).await;
        let listed = format!("document.querySelector('main').textContent.includes({})", json!(cited));
        page.wait_until(&listed).await;
    }
    page.close().await;
}

#[tokio::test]
async fn claims_are_filtered_and_one_is_opened() {
    let page = Page::blank().await;
    for (place, by, _) in READERS {
        match place {
            Place::Site => page.visit("en/claims/").await,
            Place::File => offline::read(&page, "#/en/claims/").await,
        }
        page.wait_until("document.querySelector('body[data-ready] #claims > li')").await;
        page.watch().await;
        let hand = Hand { page: &page, by };
        let all = page.run(&format!("return {SHOWN}")).await;
        hand.write("#by-words", "dysprosium").await;
        page.wait_until(&format!("{SHOWN} > 1 && {SHOWN} < {all}")).await;
        let some = page.run(&format!("return {SHOWN}")).await;
        hand.choose("#by-verdict", "reproduced").await;
        page.wait_until(&format!("{SHOWN} > 0 && {SHOWN} < {some}")).await;
        let first = "#claims > li:not([hidden])";
        hand.press(&format!("{first} summary")).await;
        let seen = page.run(&format!("const l = document.querySelector('{first}'); return [l.dataset.verdict, l.querySelector('details').open, l.querySelector('.opened').getBoundingClientRect().height > 40]")).await;
        assert_eq!(seen, json!(["reproduced", true, true]), "{place:?} by {by:?}");
        quiet(&page, &format!("{place:?} by {by:?}")).await;
    }
    page.close().await;
}
