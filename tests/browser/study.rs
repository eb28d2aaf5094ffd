//! What opens on a figure: its formula, its sources, texts to take away; by keyboard, and with nothing fetched before.

use lodestone_model::demand::Application;
use lodestone_model::demand::evidence::newest;
use serde_json::json;

use crate::page::{ESCAPE, Page, TAB};

/// Waits until the panel is open and its range is drawn.
async fn opened(page: &Page) {
    let look = "const end = Date.now() + 15000; const look = () => { const d = document.querySelector('dialog.study[open]'); const there = d && !/being drawn/.test(d.textContent); if (there || Date.now() > end) done(!!there); else setTimeout(look, 20); }; look()";
    assert_eq!(page.run_until_done(look).await, json!(true), "the panel opens");
}

async fn ask(page: &Page, of: &str) {
    page.focus(&format!("[data-of={of}]")).await;
    page.press("\u{e007}").await;
    opened(page).await;
}

#[tokio::test]
async fn any_figure_opens_its_formula_in_two_actions_by_keyboard() {
    let page = Page::open("en").await;
    let fetched = "return performance.getEntriesByType('resource').filter((r) => r.name.includes('study')).length";
    assert_eq!(page.run(fetched).await, json!(0), "nothing of the panel comes before it is asked for");
    for (block, least) in [("motor", 40), ("turbine", 35), ("demand", 30), ("supply", 3), ("balance", 5), ("bill", 2)] {
        ask(&page, block).await;
        let figures = page.run("return document.querySelectorAll('#study-figure option').length").await;
        assert!(figures.as_u64().unwrap() >= least, "{block} has {figures} figures");
        let first = page.run("return document.querySelector('#study-figure option').value").await;
        let begins = if block == "supply" { "supply-lost" } else { block };
        assert!(first.as_str().unwrap().starts_with(begins), "{block} begins with {first}");
        assert!(page.text("dialog.study .study-value").await.chars().any(|c| c.is_ascii_digit()));
        page.press(ESCAPE).await;
        let closed = page.run("return document.querySelector('dialog.study').open").await;
        assert_eq!(closed, json!(false), "Escape closes");
        let back = page.run("return document.activeElement.dataset.of").await;
        assert_eq!(back, json!(block), "the focus is where it was");
    }
    page.close().await;
}

#[tokio::test]
async fn the_panel_opens_again_for_the_same_figure_and_in_another_language() {
    let page = Page::open("en").await;
    for _ in 0..2 {
        ask(&page, "motor").await;
        page.press(ESCAPE).await;
        assert_eq!(page.run("return document.querySelector('dialog.study').open").await, json!(false));
    }
    page.choose("ko").await;
    ask(&page, "motor").await;
    assert_eq!(page.text("#study-title").await, "값을 계산한 과정");
    assert!(page.text("dialog.study .lines").await.contains("모터당 자석량"), "labels are Korean");
    page.close().await;
}

#[tokio::test]
async fn a_formula_goes_down_to_sourced_constants_with_numbers_and_units_filled_in() {
    let page = Page::open("en").await;
    page.type_into("#p-ev-magnet-kg", "3").await;
    page.settle().await;
    let shown = page.text("#motor .big").await;
    ask(&page, "motor").await;
    assert_eq!(
        format!("+{}", page.text("dialog.study .study-value").await.replace(" US$", "")),
        shown.replace("US$", "")
    );
    let lines = page.text("dialog.study .lines").await;
    for part in
        ["motor_after_usd − motor_before_usd", "= 3 × ", "set by you", "U.S. Geological Survey", "evidence of 2025"]
    {
        assert!(lines.contains(part), "{part} is in {lines}");
    }
    // Every line is worked out from others or says where it comes from.
    let bare = page.run("return [...document.querySelectorAll('dialog.study .lines > li')].filter((l) => !l.querySelector('.math, .hint')).map((l) => l.textContent)").await;
    let bare: Vec<String> = serde_json::from_value(bare).unwrap();
    assert!(bare.iter().all(|l| l.contains("shock")), "{bare:?}");
    let omitted = page.run("return document.querySelectorAll('dialog.study h3 + ul > li').length").await;
    assert!(omitted.as_u64().unwrap() >= 2, "what it does not include");
    page.close().await;
}

#[tokio::test]
async fn another_figure_of_the_block_and_another_year_are_one_choice_away() {
    let page = Page::open("ko").await;
    page.focus("[data-of=demand]").await;
    page.press("\u{e007}").await;
    page.run_until_done("const look = () => (document.querySelector('dialog.study[open] .lines') ? done() : setTimeout(look, 20)); look()").await;
    page.run("for (const [id, value] of [['study-figure', 'demand-of-robot'], ['study-year', '2027']]) { const e = document.getElementById(id); e.value = value; e.dispatchEvent(new Event('change', {bubbles: true})); }").await;
    page.run_until_done("setTimeout(done, 300)").await;
    let lines = page.text("dialog.study .lines").await;
    assert!(lines.contains("magnet_robot_2027") || lines.contains("robot_2027"), "{lines}");
    assert!(lines.contains("산업용 로봇"), "labels are Korean: {lines}");
    page.close().await;
}

#[tokio::test]
async fn a_number_is_questioned_with_link_hash_and_formula_and_cited_with_its_sources() {
    let page = Page::open("en").await;
    page.type_into("#p-wind-mw", "5").await;
    page.run_until_done("setTimeout(done, 500)").await;
    ask(&page, "turbine").await;
    let pre = |i: u32| format!("return document.querySelectorAll('dialog.study pre')[{i}].textContent");
    let text = page.run(&pre(0)).await;
    assert!(text.as_str().unwrap().contains("wind_mw = 5  # "), "{text}");
    let cited = page.run(&pre(1)).await;
    for part in ["Lodestone", "@software{", "U.S. Geological Survey", "\"type\":", "wind-mw=5"] {
        assert!(cited.as_str().unwrap().contains(part), "{part}");
    }
    let question = page.run(&pre(2)).await;
    let question = question.as_str().unwrap();
    let link = page.run("return location.href").await;
    for part in ["turbine-difference-usd", link.as_str().unwrap(), "Hash of the formula", "wind_mw = 5", "data 2026"] {
        assert!(question.contains(part), "{part} is in {question}");
    }
    assert!(link.as_str().unwrap().contains("wind-mw=5"), "the link carries what was set");
    page.close().await;
}

#[tokio::test]
async fn all_sources_of_an_input_are_drawn_one_is_chosen_and_the_link_records_it() {
    let page = Page::open("en").await;
    let fold = "[data-param=ev-magnet-kg] .evidence";
    page.run(&format!("document.querySelector('{fold}').open = true")).await;
    page.run_until_done("setTimeout(done, 100)").await;
    page.focus(&format!("{fold} button")).await;
    page.press("\u{e007}").await;
    page.run_until_done("const look = () => (document.querySelector('dialog.study[open] .ranges') ? done() : setTimeout(look, 20)); look()").await;
    let drawn = page.run("return document.querySelectorAll('dialog.study .ranges svg').length").await;
    assert!(drawn.as_u64().unwrap() > 10, "{drawn} sources");
    page.focus("dialog.study [aria-label*='Volt Bridge']").await;
    page.press("\u{e007}").await;
    page.run_until_done("setTimeout(done, 600)").await;
    assert_eq!(page.run("return document.querySelector('#p-ev-magnet-kg').value").await, json!("1..1.5..2"));
    let pressed = page.run("return [...document.querySelectorAll('dialog.study [aria-pressed=true]')].map((b) => b.getAttribute('aria-label').includes('Volt Bridge'))").await;
    // Another source states the very same range.
    assert!(pressed.as_array().unwrap().contains(&json!(true)), "the chosen one says so");
    let link = page.run("return location.search").await;
    assert!(link.as_str().unwrap().contains("ev-magnet-kg=1..1.5..2"), "{link}");
    page.client.refresh().await.unwrap();
    page.ready().await;
    assert_eq!(page.run("return document.querySelector('#p-ev-magnet-kg').value").await, json!("1..1.5..2"));
    page.close().await;
}

#[tokio::test]
async fn an_address_brings_inputs_year_and_shocks_and_says_what_it_does_not_understand() {
    let page = Page::blank().await;
    page.load("en&wind-mw=5&drive=geared&ev-magnet-kg=2..4&year=2030&no-such-key=1&fx-krw=abc&units.robot.2030=900000")
        .await;
    page.ready().await;
    let value = |css: &str| format!("return document.querySelector('{css}').value");
    assert_eq!(page.run(&value("#p-wind-mw")).await, json!("5"));
    assert_eq!(page.run(&value("#drive")).await, json!("geared"));
    assert_eq!(page.run(&value("#p-ev-magnet-kg")).await, json!("2..4"));
    let flags = page.text(".flags").await;
    assert!(flags.contains("no-such-key") && flags.contains("fx-krw") && !flags.contains("wind-mw"), "{flags}");
    // What the address asked for stays in it until the reader changes something, and foreign keys stay for good.
    page.run_until_done("setTimeout(done, 600)").await;
    let kept = page.run("return location.search").await;
    assert!(["no-such-key=1", "fx-krw=abc"].iter().all(|k| kept.as_str().unwrap().contains(k)), "{kept}");
    page.type_into("#p-wind-mw", "6").await;
    page.run_until_done("setTimeout(done, 600)").await;
    let kept = page.run("return location.search").await;
    let kept = kept.as_str().unwrap();
    assert!(kept.contains("no-such-key=1") && kept.contains("wind-mw=6") && !kept.contains("fx-krw"), "{kept}");
    // Parts of one whole in an order in which one by one they would not fit; a scenario beside a foreign key.
    page.load("en&onshore-direct-share=1&onshore-geared-share=0").await;
    page.ready().await;
    assert_eq!(page.run(&value("#p-onshore-direct-share")).await, json!("100"));
    let flags = page.text(".flags").await;
    assert!(!flags.contains("asks for"), "nothing is refused: {flags}");
    page.load("en&scenario=drought-baotou&fbclid=x").await;
    page.ready().await;
    assert_eq!(page.run(&value("#scenario")).await, json!("drought-baotou"));
    page.load("en&shocks=price:nd-metal:250").await;
    page.ready().await;
    assert!(page.text(".flags").await.contains("price:nd-metal:250"), "a list of shocks is said");
    assert!(page.text("#motor .big").await.starts_with("+US$"));
    page.close().await;
}

#[tokio::test]
async fn the_panel_keeps_the_focus_and_evidence_shows_its_age() {
    let page = Page::open("zh").await;
    let aged = page.run("return [...document.querySelectorAll('.evidence .aged')].map((a) => a.closest('[data-param], [data-application]').dataset).map((d) => d.param || d.application)").await;
    let aged: Vec<String> = serde_json::from_value(aged).unwrap();
    let known: Vec<&str> = lodestone_model::data::PARAMETERS.iter().filter(|p| p.aged).map(|p| p.key).collect();
    assert!(!known.is_empty() && known.iter().all(|k| aged.iter().any(|a| a == k)), "{aged:?} for {known:?}");
    // Units by year too: their newest figure by its own interval.
    for application in Application::ALL {
        let old = newest(application).is_some_and(|d| d.aged);
        assert_eq!(aged.iter().any(|a| a == application.key()), old, "{}", application.key());
    }
    let dated = page.run("return [...document.querySelectorAll('.evidence')].map((e) => e.querySelector('summary') || e).filter((s) => !/\\d{4}/.test(s.textContent)).length").await;
    assert_eq!(dated, json!(0), "every value shows the date of its evidence");
    let counted = page.run("return [...document.querySelectorAll('[data-application]:has(.evidence)')].map((a) => a.dataset.application)").await;
    let counted: Vec<String> = serde_json::from_value(counted).unwrap();
    for application in Application::ALL {
        assert_eq!(counted.iter().any(|a| a == application.key()), application.is_modelled(), "{}", application.key());
    }
    page.focus("[data-of=motor]").await;
    page.press("\u{e007}").await;
    page.run_until_done(
        "const look = () => (document.querySelector('dialog.study[open]') ? done() : setTimeout(look, 20)); look()",
    )
    .await;
    for _ in 0..12 {
        page.press(TAB).await;
        let inside = page
            .run("return document.activeElement === document.body || !!document.activeElement.closest('dialog')")
            .await;
        assert_eq!(inside, json!(true));
    }
    page.close().await;
}
