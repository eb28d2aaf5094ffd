//! Three languages on one page.

use serde_json::json;

use crate::page::Page;

#[tokio::test]
async fn the_language_can_be_changed_and_the_state_stays() {
    let page = Page::open("en").await;
    page.type_into("#p-wind-mw", "5").await;
    let number = page.text("#turbine .headline .big").await.replace("US$", "");
    for (tag, title) in [("ko", "자석"), ("zh-Hans", "磁体"), ("en", "magnet")] {
        page.choose(tag).await;
        assert!(page.run("return document.title").await.as_str().unwrap().contains(title));
        assert_eq!(page.run("return document.querySelector('#p-wind-mw').value").await, json!("5"));
        let shown = page.text("#turbine .headline .big").await;
        assert_eq!(shown.replace("US$", "").replace("달러", "").replace("美元", ""), number);
        let address = page.run("return new URL(location.href).searchParams.get('lang')").await;
        assert_eq!(address, json!(tag), "the address can be passed on");
    }
    page.close().await;
}

#[tokio::test]
async fn the_address_chooses_the_language_in_every_common_spelling() {
    let page = Page::blank().await;
    for (asked, tag) in
        [("ko", "ko"), ("KO", "ko"), ("zh-CN", "zh-Hans"), ("zh_CN", "zh-Hans"), ("zh", "zh-Hans"), ("en", "en")]
    {
        page.go(asked).await;
        assert_eq!(page.run("return document.documentElement.lang").await, json!(tag), "{asked}");
    }
    page.close().await;
}

/// The files of words that were asked for, by bundle and language, in the order in which they were.
const WORDS: &str = "return performance.getEntriesByType('resource').map((r) => /words-(.*)-[0-9a-f]{16}\\.txt$/.exec(r.name)).filter(Boolean).map((found) => found[1])";

#[tokio::test]
async fn only_the_words_of_the_chosen_languages_are_fetched_and_each_once() {
    let page = Page::open("ko").await;
    assert_eq!(page.run(WORDS).await, json!(["page-ko"]), "a first visit");
    page.type_into("#p-wind-mw", "5").await;
    assert_eq!(page.run(WORDS).await, json!(["page-ko"]), "workers need none");
    for (tag, skip) in [("zh-Hans", "跳到计算器"), ("ko", "계산기로 바로 가기"), ("zh-Hans", "跳到计算器")]
    {
        page.choose(tag).await;
        assert_eq!(page.text(".skip").await, skip);
        assert_eq!(page.run("return document.querySelector('#p-wind-mw').value").await, json!("5"));
    }
    assert_eq!(page.run(WORDS).await, json!(["page-ko", "page-zh"]));
    page.close().await;
}

#[tokio::test]
async fn the_words_do_not_wait_for_the_program() {
    let page = Page::blank().await;
    page.chromium("Network.enable", json!({})).await;
    page.chromium("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] })).await;
    page.load("zh").await;
    page.run_until_done("setTimeout(done, 500)").await;
    assert_eq!(page.run(WORDS).await, json!(["page-zh"]));
    page.close().await;
}

#[tokio::test]
async fn the_readers_first_language_that_the_page_speaks_is_taken_where_the_address_names_none() {
    let page = Page::blank().await;
    let agent = page.run("return navigator.userAgent").await;
    for (reader, asked, tag) in [
        ("fr-FR,KO-kr,en", "fr", "ko"),
        ("zh-TW,en", "", "zh-Hans"),
        ("kok,fr", "english", "en"),
        ("en-GB,ko", "zh_Hans_CN", "zh-Hans"),
    ] {
        let reads = json!({ "userAgent": agent, "acceptLanguage": reader });
        page.chromium("Emulation.setUserAgentOverride", reads).await;
        page.go(asked).await;
        assert_eq!(page.run("return document.documentElement.lang").await, json!(tag), "{reader}, {asked}");
        assert_eq!(page.run(WORDS).await, json!([format!("page-{}", &tag[..2])]), "{reader}, {asked}");
        assert_ne!(page.text(".skip").await, "");
    }
    page.close().await;
}

#[tokio::test]
async fn a_language_that_does_not_come_is_said_and_the_page_stays_as_it_is() {
    let page = Page::open("en").await;
    page.type_into("#p-wind-mw", "5").await;
    page.settle().await;
    let before = page.text("#turbine").await;
    page.chromium("Network.enable", json!({})).await;
    page.chromium("Network.setBlockedURLs", json!({ "urls": ["*words-page-zh*"] })).await;
    page.run("document.querySelector('.languages button[lang=zh-Hans]').click()").await;
    page.run_until_done(
        "const look = () => document.querySelector('.flags li:nth-child(2)') ? done() : setTimeout(look, 5); look()",
    )
    .await;
    assert!(page.text(".flags").await.contains("could not be loaded: 中文"), "{}", page.text(".flags").await);
    assert_eq!(page.text("#turbine").await, before);
    assert_eq!(page.run("return document.documentElement.lang").await, json!("en"));
    assert_eq!(page.run("return document.querySelector('#broken').hidden").await, json!(true));
    // Another language comes all the same, and this one when it is there again.
    page.choose("ko").await;
    assert!(!page.text(".flags").await.contains("中文"));
    page.chromium("Network.setBlockedURLs", json!({ "urls": [] })).await;
    page.choose("zh-Hans").await;
    page.close().await;
}

#[tokio::test]
async fn a_link_within_the_page_leads_to_its_section() {
    let page = Page::open("en").await;
    for section in ["demand", "sources", "motor", "turbine", "shock"] {
        let go = format!("document.querySelector('.tools a[href=\"#{section}\"]').click(); setTimeout(done, 1500)");
        page.run_until_done(&go).await;
        let top = page.run(&format!("return document.getElementById('{section}').getBoundingClientRect().top")).await;
        assert!((0.0..200.0).contains(&top.as_f64().unwrap()), "{section} is at {top}");
    }
    page.close().await;
}

#[tokio::test]
async fn a_scenario_is_one_address() {
    let page = Page::open("ko&scenario=drought-baotou").await;
    assert_eq!(page.run("return document.querySelector('#scenario').value").await, json!("drought-baotou"));
    assert!(page.text("#shock .scenario .hint").await.contains("2021"), "its date and source are said");
    let chain = page.text("#supply .sentence").await;
    assert!(chain.contains("30%") && chain.contains("1.6"), "the drought takes prices to 1.6 times: {chain}");
    assert!(!chain.contains("중국"), "the field beside does not count: {chain}");
    let asked = "return new URL(location.href).searchParams.get('scenario')";
    assert_eq!(page.run(asked).await, json!("drought-baotou"));
    // Another one is another address; a reader's own setting is none.
    let choose = "const s = document.querySelector('#scenario'); s.value = 'won-minus-10'; s.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(choose).await;
    assert_eq!(page.run(asked).await, json!("won-minus-10"));
    let rate = page.text("#motor table.figures tbody tr:nth-child(3) td:last-child").await;
    assert!(rate.contains("11.1"), "the cost in won rises by 11.1 %: {rate}");
    page.type_into("#p-shock-price-abs", "50").await;
    assert_eq!(page.run(asked).await, json!(null));
    assert_eq!(page.run("return document.querySelector('#scenario').value").await, json!("none"));
    page.go("en&scenario=%3Cscript%3E").await;
    assert!(page.text(".flags").await.contains("<script>"), "an unknown one is named, as text");
    page.close().await;
}
