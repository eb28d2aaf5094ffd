//! The reference pages: complete without a program, and claims that are found, opened and loaded.

use std::time::Duration;

use fantoccini::Locator;
use lodestone::reference::TABLES;
use lodestone::route::Route;
use lodestone_model::data::{ALTERNATIVES, CLAIMS, GLOSSARY};
use serde_json::json;

use crate::page::Page;

async fn open(page: &Page, path: &str) {
    let top = std::env::var("LODESTONE_PAGE").unwrap();
    page.client.goto(&format!("{top}{path}")).await.unwrap();
}

async fn open_claims(page: &Page, path: &str) {
    open(page, path).await;
    page.client.wait().at_most(Duration::from_secs(10)).for_element(Locator::Css("body[data-ready]")).await.unwrap();
}

#[tokio::test]
async fn claims_are_found_by_words_source_topic_verdict_and_use_and_sorted() {
    let page = Page::blank().await;
    open_claims(&page, "en/claims/").await;
    let shown = "return [...document.querySelectorAll('#claims > li')].filter((l) => !l.hidden).length";
    assert_eq!(page.run(shown).await, json!(CLAIMS.len()));
    let first = page.run("return document.querySelector('#claims > li').dataset.verdict").await;
    assert_eq!(first, json!("inconsistent"), "the least fitting first");
    let set = |id: &str, value: &str| {
        format!(
            "const e = document.getElementById('{id}'); e.value = '{value}'; e.dispatchEvent(new Event('input', {{bubbles: true}}))"
        )
    };
    page.run(&set("by-source", "cicc-2025-07")).await;
    let cicc = CLAIMS.iter().filter(|c| c.source_id == "cicc-2025-07").count();
    assert_eq!(page.run(shown).await, json!(cicc));
    page.run(&set("by-topic", "price")).await;
    let prices = CLAIMS.iter().filter(|c| c.source_id == "cicc-2025-07" && c.topic == "price").count();
    assert_eq!(page.run(shown).await, json!(prices));
    page.run(&set("by-verdict", "reproduced")).await;
    page.run(&set("by-words", "dysprosium")).await;
    let left = page.run("return [...document.querySelectorAll('#claims > li')].filter((l) => !l.hidden).every((l) => l.dataset.verdict === 'reproduced' && /dysprosium/i.test(l.textContent))").await;
    assert_eq!(left, json!(true));
    page.run(&set("by-words", "no such thing")).await;
    assert!(page.text("#found").await.contains("No claim fits"), "an empty list says what to do");
    for id in ["by-source", "by-topic", "by-verdict", "by-words"] {
        page.run(&set(id, "")).await;
    }
    page.run(&set("by-use", "wind")).await;
    let wind = page.run(shown).await.as_u64().unwrap();
    assert!(wind > 5 && wind < 60, "{wind} claims about wind");
    page.run(&set("by-order", "source")).await;
    let sorted = page.run("const s = [...document.querySelectorAll('#claims > li')].map((l) => l.dataset.source); return s.every((x, i) => i === 0 || s[i - 1] <= x)").await;
    assert_eq!(sorted, json!(true), "by document");
    page.close().await;
}

#[tokio::test]
async fn an_address_opens_its_claim_and_a_claim_loads_as_a_scenario() {
    let page = Page::blank().await;
    open_claims(&page, "en/claims/#tmt-ev-kg").await;
    let open = page.run("return document.querySelector('#tmt-ev-kg details').open").await;
    assert_eq!(open, json!(true));
    let text = page.text("#tmt-ev-kg .opened").await;
    for part in ["66,000 t/year ÷ 26,000,000 units/year", "2.538 kg/unit", "bc-ev-units-2026"] {
        assert!(text.contains(part), "{part} is in {text}");
    }
    let plots = page.run("return document.querySelectorAll('#tmt-ev-kg .ranges svg').length").await;
    assert!(plots.as_u64().unwrap() >= 2, "the claim beside what follows");
    let link = page.run("return document.querySelector('#tmt-ev-kg a.load').href").await;
    page.client.goto(link.as_str().unwrap()).await.unwrap();
    page.ready().await;
    assert_eq!(page.run("return document.querySelector('#p-ev-magnet-kg').value").await, json!("2..3..4"));
    page.close().await;
}

#[tokio::test]
async fn the_pages_are_complete_without_a_program_in_three_languages_from_320_pixels_on() {
    let page = Page::blank().await;
    page.chromium("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    for width in [320, 1280] {
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        page.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
        for lang in ["en", "ko", "zh"] {
            for (path, css, count) in [
                ("claims", "#claims > li", CLAIMS.len()),
                ("inputs", ".ranges svg", ALTERNATIVES.len()),
                ("glossary", ".terms dt", GLOSSARY.len()),
                ("sources", ".sources li", 150),
                ("data", "tbody tr", 28),
                ("data/prices", "tbody tr", 300),
            ] {
                open(&page, &format!("{lang}/{path}/")).await;
                let found = page.run(&format!("return document.querySelectorAll('{css}').length")).await;
                assert!(found.as_u64().unwrap() as usize >= count, "{lang}/{path} has {found} of {css}");
                let wide = page.run("return document.documentElement.scrollWidth - innerWidth").await;
                assert!(wide.as_i64().unwrap() <= 0, "{lang}/{path} at {width} scrolls sideways");
            }
        }
    }
    page.close().await;
}

#[tokio::test]
async fn another_sources_units_and_another_edition_are_chosen_by_a_link_and_the_address_keeps_them() {
    let page = Page::blank().await;
    open(&page, "en/inputs/").await;
    let rows = "return document.querySelectorAll('#units-wind-onshore .ranges svg').length";
    assert!(page.run(rows).await.as_u64().unwrap() > 10, "several sources of several years");
    let old = page.run("return [...document.querySelectorAll('#units-car-bev .ages .aged')].length").await;
    assert_eq!(old, json!(2), "both the counts and the projections are due");
    let net = "[...document.querySelectorAll('#units-wind-onshore .ranges li')].find((l) => /2020/.test(l.textContent) && /IRENA/.test(l.textContent))";
    let at = page.run(&format!("return {net}.querySelector('a.load').href")).await;
    page.client.goto(at.as_str().unwrap()).await.unwrap();
    page.ready().await;
    let value = |css: &str| format!("return document.querySelector('{css}').value.replaceAll(',', '')");
    for (application, year) in [("wind-onshore", 2020), ("wind-offshore", 2020)] {
        let set = page.run(&value(&format!("#n-{application}"))).await;
        let wanted = format!("units.{application}.{year}={}", set.as_str().unwrap());
        assert!(at.as_str().unwrap().contains(&wanted), "{wanted} in {at}");
    }
    assert_eq!(page.run("return document.querySelector('#year').value").await, json!("2020"));
    // What is chosen stays in the address when something else is set, and is there again when it is opened.
    page.type_into("#p-thrift", "1").await;
    page.run_until_done("setTimeout(done, 600)").await;
    let kept = page.run("return location.search").await;
    assert!(kept.as_str().unwrap().contains("units.wind-onshore.2020="), "{kept}");
    open(&page, "en/inputs/").await;
    let british = "[...document.querySelectorAll('#mined-myanmar .ranges li')].find((l) => /BGS/.test(l.textContent))";
    let at = page.run(&format!("return {british}.querySelector('a.load').href")).await;
    assert!(at.as_str().unwrap().contains("?edition=bgs"), "{at}");
    page.client.goto(at.as_str().unwrap()).await.unwrap();
    page.ready().await;
    assert_eq!(page.run("return document.querySelector('#edition').value").await, json!("bgs"));
    page.close().await;
}

#[tokio::test]
async fn every_link_of_the_reference_pages_leads_somewhere() {
    let page = Page::blank().await;
    for lang in ["en", "ko", "zh"] {
        // The other pages may ask for nothing; this one reads them all.
        open_claims(&page, &format!("{lang}/claims/")).await;
        for path in ["claims", "inputs", "glossary", "sources", "data"] {
            let script = format!(
                "(async () => {{ const at = new URL('../{path}/', location.href); const seen = new Map(); const read = async (path) => {{ if (!seen.has(path)) seen.set(path, fetch(path).then(async (r) => (r.ok ? new DOMParser().parseFromString(await r.text(), 'text/html') : null))); return seen.get(path); }}; const page = await read(at.pathname); const bad = []; for (const a of page.querySelectorAll('a[href]')) {{ const u = new URL(a.getAttribute('href'), at); if (u.origin !== location.origin) continue; const other = await read(u.pathname); if (!other) bad.push(u.pathname); else if (u.hash && !other.getElementById(decodeURIComponent(u.hash.slice(1)))) bad.push(u.pathname + u.hash); }} return bad.slice(0, 5); }})().then(done, (e) => done(String(e)))"
            );
            assert_eq!(page.run_until_done(&script).await, json!([]), "{lang}/{path}");
        }
    }
    page.close().await;
}

#[tokio::test]
async fn every_technical_term_of_the_page_leads_to_its_definition_in_the_same_language() {
    let page = Page::blank().await;
    for lang in ["en", "ko", "zh"] {
        page.go(lang).await;
        let links = page
            .run(
                "return [...document.querySelectorAll('#terms a')].map((a) => [a.getAttribute('href'), a.textContent])",
            )
            .await;
        let links: Vec<(String, String)> = serde_json::from_value(links).unwrap();
        assert!(links.len() >= 20, "{lang}: {} terms", links.len());
        let text = page.run("for (const d of document.querySelectorAll('details')) d.open = true; return document.querySelector('main').innerText").await;
        let text = text.as_str().unwrap().to_lowercase();
        for row in &GLOSSARY {
            let term = match lang {
                "ko" => row.term_ko,
                "zh" => row.term_zh_hans,
                _ => row.term_en,
            };
            let bare = term.split(['(', '（']).next().unwrap().trim().to_lowercase();
            let whole = lang == "en"
                && !text
                    .split(|c: char| !c.is_alphanumeric() && c != '-' && c != ' ')
                    .any(|part| format!(" {part} ").contains(&format!(" {bare} ")));
            if whole || !text.contains(&bare) {
                continue;
            }
            let known = links.iter().any(|(href, _)| href.ends_with(&format!("/glossary/#{}", row.id)));
            assert!(known, "{lang}: {bare} is on the page and leads nowhere");
        }
    }
    page.close().await;
}

/// The text of a document without its list of terms, and the terms that it leads to.
async fn terms(page: &Page, path: &str) -> (Vec<String>, Vec<String>) {
    let script = format!(
        "fetch('../../{path}').then((r) => r.text()).then((t) => {{ const d = new DOMParser().parseFromString(t, 'text/html'); const main = d.querySelector('main'); const links = [...main.querySelectorAll('a[href*=\"glossary/#\"]')].map((a) => a.getAttribute('href').split('#')[1]); const list = main.querySelector('#terms'); if (list) list.remove(); const walk = d.createTreeWalker(main, NodeFilter.SHOW_TEXT); const lines = []; while (walk.nextNode()) lines.push(walk.currentNode.data); done([lines, links]); }}, (e) => done(String(e)))"
    );
    serde_json::from_value(page.run_until_done(&script).await).unwrap_or_else(|e| panic!("{path}: {e}"))
}

#[tokio::test]
async fn every_technical_term_of_a_page_that_is_read_leads_to_its_definition_in_the_same_language() {
    let page = Page::blank().await;
    // The other pages may ask for nothing; this one reads them all.
    open_claims(&page, "en/claims/").await;
    let read = Route::ALL.into_iter().filter(|r| !r.computes() && *r != Route::Glossary);
    let paths: Vec<String> = read.chain(TABLES.map(Route::Table)).map(Route::path).collect();
    assert!(paths.len() > 40);
    let mut found = 0;
    for (lang, place) in [("en", 0), ("ko", 1), ("zh", 2)] {
        for path in &paths {
            let (lines, links) = terms(&page, &format!("{lang}/{path}")).await;
            let text = lines.join("\n").to_lowercase();
            // Words by themselves, a space on both sides.
            let parts = text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != ' ');
            let words: String = parts.map(|part| format!(" {part} |")).collect();
            for row in &GLOSSARY {
                let names = [row.term_en, row.term_ko, row.term_zh_hans];
                let bare = |term: &str| term.split(['(', '（']).next().unwrap().trim().to_lowercase();
                let whole = |term: &str| words.contains(&format!(" {} ", bare(term)));
                let used = if place == 0 { whole(names[0]) } else { text.contains(&bare(names[place])) };
                // Cells of raw tables are English on every page.
                if !(used || path.starts_with("data/") && path.len() > 5 && whole(names[0])) {
                    continue;
                }
                found += 1;
                assert!(links.iter().any(|id| id == row.id), "{lang}/{path}: {} leads nowhere", names[place]);
            }
        }
    }
    assert!(found > 2000, "{found}");
    page.close().await;
}
