//! Three languages, each with pages of its own.

use serde_json::json;

use crate::page::Page;

#[tokio::test]
async fn the_language_can_be_changed_and_page_and_state_stay() {
    let page = Page::open("en").await;
    page.type_into("#p-wind-mw", "5").await;
    page.settle().await;
    let value = |shown: &str| {
        let number = shown.replace("US$", "");
        lodestone::read::number(&number, &["달러", "美元"]).map(|read| read.value)
    };
    let number = value(&page.text("#turbine .headline .big").await);
    assert!(number.is_ok());
    for (tag, folder, title) in [("ko", "ko", "계산"), ("zh-Hans", "zh", "计算"), ("en", "en", "calculator")] {
        page.choose(tag).await;
        let shown = page.run("return document.title.toLowerCase() + document.querySelector('meta[name=description]').content.toLowerCase()").await;
        assert!(shown.as_str().unwrap().contains(title), "{shown}");
        assert_eq!(page.run("return document.querySelector('#p-wind-mw').value").await, json!("5"));
        let shown = page.text("#turbine .headline .big").await;
        assert_eq!(value(&shown), number, "{shown}");
        let address = page.client.current_url().await.unwrap();
        assert!(address.path().ends_with(&format!("/{folder}/calculator/")), "{address}");
        assert!(
            address.query().is_some_and(|q| q.starts_with("wind-mw=5&v=")),
            "the state is in the address: {address}"
        );
    }
    page.close().await;
}

#[tokio::test]
async fn what_is_looked_at_stays_in_another_language_and_what_cannot_be_is_said() {
    let page = Page::open("ko").await;
    let choose = "for (const [id, value] of [['axis-motor', 'ev-magnet-kg'], ['weighed', 'turbine-after-usd'], ['year', '2030']]) { const s = document.getElementById(id); s.value = value; for (const kind of ['input', 'change']) s.dispatchEvent(new Event(kind, { bubbles: true })); }";
    page.run(choose).await;
    let chosen = "return ['axis-motor', 'weighed', 'year'].map((id) => document.getElementById(id).value)";
    for tag in ["zh-Hans", "en"] {
        page.choose(tag).await;
        assert_eq!(page.run(chosen).await, json!(["ev-magnet-kg", "turbine-after-usd", "2030"]), "{tag}");
    }
    page.load("en&motor-axis=wind&year=1999").await;
    page.ready().await;
    let flags = page.text(".flags").await;
    assert!(flags.contains("motor-axis") && flags.contains("1999") && flags.contains("2010–2035"), "{flags}");
    assert_eq!(page.run(chosen).await[0], json!("price-nd-oxide"));
    page.close().await;
}

#[tokio::test]
async fn the_state_goes_along_to_another_calculator_even_right_after_a_key() {
    let page = Page::blank().await;
    page.visit("ko/motor/").await;
    page.ready().await;
    page.type_into("#p-ev-magnet-kg", "3").await;
    // The address is written when the keys rest; the link does not wait for that.
    page.run("document.querySelector('.menu a[href$=\"/turbine/\"]').click()").await;
    page.ready().await;
    let address = page.client.current_url().await.unwrap();
    assert!(address.path().ends_with("/ko/turbine/"), "{address}");
    assert!(address.query().is_some_and(|q| q.starts_with("ev-magnet-kg=3&v=")), "{address}");
    page.close().await;
}

#[tokio::test]
async fn the_address_chooses_the_language_in_every_common_spelling() {
    let page = Page::blank().await;
    for (asked, tag) in [
        ("ko", "ko"),
        ("KO", "ko"),
        ("zh-Hans", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh_CN", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("en", "en"),
    ] {
        for path in ["", "en/turbine/", "ko/turbine/", "zh/claims/"] {
            page.visit(&format!("{path}?lang={asked}&wind-mw=5")).await;
            let look = format!(
                "const end = Date.now() + 10000; const look = () => (document.documentElement.lang === '{tag}' && !location.search.includes('lang') && location.pathname.length > 3) || Date.now() > end ? done() : setTimeout(look, 20); look()"
            );
            page.run_until_done(&look).await;
            assert_eq!(page.run("return document.documentElement.lang").await, json!(tag), "{path}?lang={asked}");
            let query = page.run("return location.search").await;
            assert_eq!(query, json!("?wind-mw=5"), "the rest of the address stays: {path}?lang={asked}");
        }
    }
    page.visit("ko/turbine/?lang=tlh").await;
    page.ready().await;
    assert_eq!(page.run("return document.documentElement.lang").await, json!("ko"));
    let notice = page.text("#asked").await;
    assert!(notice.contains("tlh") && notice.contains("한국어"), "{notice}");
    assert_eq!(page.run("return document.querySelector('#asked').hidden").await, json!(false));
    page.close().await;
}

#[tokio::test]
async fn every_page_names_itself_in_the_other_languages() {
    let page = Page::blank().await;
    for path in ["en/", "ko/motor/", "zh/claims/", "en/timeline/"] {
        page.visit(path).await;
        let links = page.run("return [...document.querySelectorAll('link[rel=alternate][hreflang]')].filter((l) => l.hreflang !== 'x-default').map((l) => [l.hreflang, new URL(l.href).pathname])").await;
        let rest = path.split_once('/').unwrap().1;
        let own = [("en", "en"), ("ko", "ko"), ("zh-Hans", "zh")]
            .map(|(tag, folder)| json!([tag, format!("/{folder}/{rest}")]));
        assert_eq!(links, json!(own), "{path}");
    }
    page.close().await;
}

/// The files of words that were asked for, by bundle and language, in the order in which they were.
const WORDS: &str = "return performance.getEntriesByType('resource').map((r) => /words-(.*)-[0-9a-f]{16}\\.txt$/.exec(r.name)).filter(Boolean).map((found) => found[1])";

#[tokio::test]
async fn only_the_words_of_the_language_are_fetched_and_once() {
    let page = Page::open("ko").await;
    assert_eq!(page.run(WORDS).await, json!(["page-ko"]), "a first visit");
    page.type_into("#p-wind-mw", "5").await;
    page.settle().await;
    assert_eq!(page.run(WORDS).await, json!(["page-ko"]), "workers need none");
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
async fn the_readers_first_language_that_the_site_speaks_is_taken_where_the_address_names_none() {
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
        page.visit(&format!("?lang={asked}")).await;
        page.ready().await;
        assert_eq!(page.run("return document.documentElement.lang").await, json!(tag), "{reader}, {asked}");
        assert!(page.run("return location.pathname").await.as_str().unwrap().len() > 3);
    }
    page.close().await;
}

#[tokio::test]
async fn an_address_of_the_one_page_that_the_site_once_was_opens_the_same_calculator() {
    let page = Page::blank().await;
    for (old, new) in [
        ("?lang=ko&wind-mw=5#turbine", "/ko/turbine/?wind-mw=5#turbine"),
        ("?lang=en&scenario=won-minus-10", "/en/calculator/?scenario=won-minus-10"),
        ("?lang=zh#demand", "/zh/demand/#demand"),
        ("?lang=ko", "/ko/"),
    ] {
        page.visit(old).await;
        page.ready().await;
        let now = page.run("return location.pathname + location.search + location.hash").await;
        assert_eq!(now, json!(new), "{old}");
    }
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
