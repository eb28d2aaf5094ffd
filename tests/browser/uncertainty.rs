//! Ranges that come from draws: off the main thread, the same everywhere, and never in the reader's way.

use lodestone::text::Lang;
use serde_json::json;

use crate::page::{Page, RIGHT};

/// Every range that a reader can see, as one text; what is worked out only while it is in sight is left out.
const RANGES: &str = "return [...document.querySelectorAll('.range, td small, dd, .sentence, .cases li')].filter((e) => !e.closest('#uncertainty') || e.closest('.cases')).map((e) => e.textContent).join('|')";

#[tokio::test]
async fn one_module_serves_page_and_workers_and_is_loaded_once() {
    let page = Page::open("en").await;
    let loaded = "return performance.getEntriesByType('resource').filter((r) => r.name.endsWith('.wasm')).length";
    assert_eq!(page.run(loaded).await, json!(1));
    page.type_into("#p-ev-magnet-kg", "3").await;
    page.settle().await;
    assert_eq!(page.run(loaded).await, json!(1));
    page.close().await;
}

#[tokio::test]
async fn without_workers_the_page_draws_in_slices_and_finds_the_same() {
    let page = Page::open("en").await;
    page.type_into("#p-ev-magnet-kg", "1..2..4").await;
    page.settle().await;
    let with = page.run(RANGES).await;
    page.close().await;

    let page = Page::blank().await;
    let script = "window.Worker = function () { throw new Error('no workers here'); };";
    page.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    page.go("en").await;
    page.type_into("#p-ev-magnet-kg", "1..2..4").await;
    page.settle().await;
    assert_eq!(page.run(RANGES).await, with, "the same ranges to the last digit");
    page.close().await;
}

#[tokio::test]
async fn the_same_address_gives_the_same_ranges_and_another_seed_gives_others() {
    let page = Page::open("en").await;
    let usual = page.run(RANGES).await;
    page.type_into("#seed", "7").await;
    page.settle().await;
    let address = page.run("return location.search").await;
    assert!(address.as_str().unwrap().contains("seed=7"), "{address}");
    let other = page.run(RANGES).await;
    assert_ne!(other, usual);
    let again = Page::blank().await;
    again.client.goto(page.client.current_url().await.unwrap().as_ref()).await.unwrap();
    again.ready().await;
    assert_eq!(again.run(RANGES).await, other);
    again.close().await;
    page.close().await;
}

#[tokio::test]
async fn a_typed_range_reaches_the_answers_and_a_number_makes_them_exact() {
    let page = Page::open("en").await;
    page.type_into("#p-wind-kg-per-mw-direct", "400..900").await;
    assert_eq!(page.text("#m-wind-kg-per-mw-direct").await, "Read as a range: 400 to 900");
    page.settle().await;
    let mass = page.text("#turbine dd").await;
    assert_eq!(mass, "1,950 kg (1,280–2,620)", "3 MW × 400 to 900 kg/MW, nine tenths of it");
    page.type_into("#p-wind-kg-per-mw-direct", "700").await;
    page.settle().await;
    assert_eq!(page.text("#turbine dd").await, "2,100 kg (exact)");
    // The text that makes no sense is refused where it stands, and the last result stays.
    page.type_into("#p-wind-kg-per-mw-direct", "900..400").await;
    let said = page.text("#m-wind-kg-per-mw-direct").await;
    assert!(said.contains("“900..400”") && said.contains("The last valid result stays."), "{said}");
    assert_eq!(page.text("#turbine dd").await, "2,700 kg (exact)", "on the way there stood 900");
    page.close().await;
}

#[tokio::test]
async fn percent_is_typed_in_percent_in_a_range_too() {
    let page = Page::open("ko").await;
    page.type_into("#p-process-utilisation", "60~80").await;
    page.settle().await;
    let field = page.run("return document.querySelector('#p-process-utilisation').value").await;
    assert_eq!(field, json!("60~80"), "the text stays as typed while the field is in use");
    page.focus("#p-wind-mw").await;
    let field = page.run("return document.querySelector('#p-process-utilisation').value").await;
    assert_eq!(field, json!("60..80"));
    page.close().await;
}

#[tokio::test]
async fn while_new_ranges_are_on_their_way_the_old_ones_are_dimmed_and_the_figure_is_new() {
    let page = Page::open("en").await;
    let state = "const r = document.querySelector('#motor .results'); return [r.classList.contains('waits'), r.querySelector('.big').textContent]";
    let before = page.run(state).await;
    // In the task after the key the figure is new, and its range is marked as older.
    page.run(&format!(
        "addEventListener('keydown', () => setTimeout(() => {{ window.seen = (() => {{ {state} }})(); }}, 0), {{ once: true, capture: true }})"
    ))
    .await;
    page.focus("[data-param=ev-magnet-kg] .slider").await;
    for _ in 0..6 {
        page.press(RIGHT).await;
    }
    let after = page.run(state).await;
    assert_ne!(before[1], after[1]);
    assert_eq!(page.run("return window.seen && window.seen[0]").await, json!(true));
    page.settle().await;
    assert_eq!(page.run(state).await[0], json!(false));
    page.close().await;
}

#[tokio::test]
async fn long_work_is_said_with_its_progress_and_can_be_stopped_and_gone_on_with() {
    let page = Page::open("en").await;
    let choose = "const s = document.querySelector('#draws'); s.value = '65536'; s.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(choose).await;
    let wait = |css: &str| {
        format!("const look = () => document.querySelector('{css}') ? done(true) : setTimeout(look, 20); look()")
    };
    page.run_until_done(&wait(".sampling progress")).await;
    // The reader goes on meanwhile: a key is answered at once.
    page.type_into("#p-ev-magnet-kg", "3").await;
    // The work for it begins when the keys rest.
    page.run_until_done("setTimeout(done, 400)").await;
    page.run_until_done(&wait(".sampling progress")).await;
    page.run("document.querySelector('.sampling button').click()").await;
    page.run_until_done(&wait(".sampling button")).await;
    assert!(page.text(".sampling").await.starts_with("Stopped"), "{}", page.text(".sampling").await);
    assert_eq!(page.run("return document.querySelectorAll('.waits').length > 0").await, json!(true));
    page.run("const s = document.querySelector('#draws'); s.value = '2048'; s.dispatchEvent(new Event('change', { bubbles: true }));").await;
    page.settle().await;
    assert_eq!(page.text(".sampling").await, "");
    page.close().await;
}

#[tokio::test]
async fn what_makes_an_answer_unsure_is_said_in_a_sentence_a_chart_and_a_table() {
    for lang in Lang::ALL {
        let page = Page::open(lang.tag()).await;
        page.run("document.querySelector('#uncertainty').scrollIntoView()").await;
        page.run_until_done(
            "const look = () => document.querySelector('#better') ? done() : setTimeout(look, 20); look()",
        )
        .await;
        let first = page.text("#uncertainty tbody th").await;
        assert_eq!(first, page.text("label[for=p-ev-magnet-kg]").await);
        let better = page.text("#better").await;
        assert!(better.contains(&first) && better.contains('%'), "{better}");
        let rows = page.run("return document.querySelectorAll('#uncertainty .figures tbody tr').length").await;
        assert!(rows.as_u64().unwrap() >= 5, "{rows}");
        page.close().await;
    }
}

#[tokio::test]
async fn nine_of_ten_cases_are_said_in_three_languages_from_the_draws_of_the_tables() {
    for (lang, words) in [(Lang::En, "9 of 10"), (Lang::Ko, "10번 중 9번"), (Lang::Zh, "10 次中有 9 次")] {
        let page = Page::open(lang.tag()).await;
        let said = page.run("return [...document.querySelectorAll('.cases li')].map((e) => e.textContent)").await;
        let said: Vec<&str> = said.as_array().unwrap().iter().map(|v| v.as_str().unwrap()).collect();
        assert!(said.len() == 4 && said.iter().all(|s| s.contains(words)), "{said:?}");
        // The dollars after the shock: the first row of the table of currencies.
        for (product, sentence) in [("motor", said[0]), ("turbine", said[2])] {
            let cell = page.text(&format!("#{product} table.figures tbody td:nth-of-type(3) small")).await;
            let ends: Vec<&str> = cell.split(['–', '~', '～']).collect();
            assert!(ends.len() == 2 && ends.iter().all(|end| sentence.contains(end)), "{cell} in {sentence}");
        }
        page.close().await;
    }
}

#[tokio::test]
async fn every_figure_of_a_result_has_its_range_or_the_mark_exact() {
    for (lang, exact) in [(Lang::En, "exact"), (Lang::Ko, "고정값"), (Lang::Zh, "确定值")] {
        let page = Page::open(lang.tag()).await;
        page.run("document.querySelectorAll('.chart details').forEach((d) => { d.open = true; })").await;
        let bare = page
            .run(&format!(
                r#"
                const exact = {exact};
                const range = (t) => t.includes(exact) || /\d[^(]{{0,6}}(–|~|～|至| to | and |에서 ).{{0,8}}\d/.test(t);
                const all = [
                  ...document.querySelectorAll('#motor table.figures td, #turbine table.figures td'),
                  ...document.querySelectorAll('.headline dd, .headline .range, .headline .sentence, .cases li'),
                  ...document.querySelectorAll('#demand .parts td:nth-child(n+5), #supply table.figures td, #balance table.figures td'),
                  ...document.querySelectorAll('.answers .note'),
                ];
                // An exchange rate is an input, and stands with its source.
                const figures = all.filter((e) => /\d/.test(e.textContent) && !(e.cellIndex === 1 && e.closest('#motor, #turbine') && e.closest('table').rows[0].cells.length === 6));
                return [figures.length, figures.filter((e) => !range(e.textContent)).map((e) => e.textContent)];
                "#,
                exact = json!(exact)
            ))
            .await;
        assert!(bare[0].as_u64().unwrap() > 100, "{bare}");
        assert_eq!(bare[1], json!([]), "{}", lang.tag());
        page.close().await;
    }
}

#[tokio::test]
async fn what_makes_answers_unsure_and_the_checks_stand_in_a_document_as_the_program_works_them_out() {
    let page = Page::blank().await;
    let tables = "[...root.querySelectorAll('table')].filter((t) => !t.closest('.chart')).map((t) => t.textContent.replace(/\\s+/g, ' '))";
    for lang in ["en", "ko", "zh"] {
        page.visit(&format!("{lang}/uncertainty/")).await;
        // Nothing runs there but the reader of charts, once somebody comes near one.
        assert_eq!(
            page.run("return document.querySelectorAll('script[src], script[type=module]').length").await,
            json!(0)
        );
        let said = page
            .run(&format!("const of = (root) => [root.querySelector('.sentence').textContent, {tables}, root.querySelectorAll('svg.picture').length]; return [...document.querySelectorAll('section[id^=unsure-]')].map((s) => [s.id.slice(7), of(s)])"))
            .await;
        let said = said.as_array().unwrap().clone();
        assert!(said.len() >= 5, "{said:?}");
        let of = |css: &str| format!("const root = document.querySelector('{css}'); return {tables}");
        let checks = page.run(&of("#checks")).await;
        let cases = page.run("return [...document.querySelectorAll('.cases li')].map((l) => l.textContent)").await;
        for answer in said {
            let (key, document) = (answer[0].as_str().unwrap(), &answer[1]);
            assert_eq!(document[2], json!(2), "{key} has its picture in two widths");
            page.go(&format!("{lang}&weigh={key}")).await;
            page.run("document.getElementById('uncertainty').scrollIntoView()").await;
            page.wait_until("document.querySelector('.apart .sentence')").await;
            page.settle().await;
            assert_eq!(page.run(&of(".apart")).await, document[1], "{lang} {key}");
            assert_eq!(json!(page.text(".apart .sentence").await), document[0], "{lang} {key}");
        }
        assert_eq!(page.run(&of("#checks")).await, checks, "{lang}");
        let now =
            page.run("return [...document.querySelectorAll('#uncertainty .cases li')].map((l) => l.textContent)").await;
        assert_eq!(now, cases, "{lang}");
    }
    page.close().await;
}
