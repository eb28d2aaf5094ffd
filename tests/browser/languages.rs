//! Three languages on one page.

use serde_json::json;

use crate::page::Page;

#[tokio::test]
async fn the_language_can_be_changed_and_the_state_stays() {
    let page = Page::open("en").await;
    page.type_into("#p-wind-mw", "5").await;
    let number = page.text("#turbine .headline .big").await.replace("US$", "");
    for (button, tag, title) in [(2, "ko", "자석"), (3, "zh-Hans", "磁体"), (1, "en", "magnet")] {
        page.run(&format!("document.querySelector('.languages button:nth-child({button})').click()")).await;
        assert_eq!(page.run("return document.documentElement.lang").await, json!(tag));
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
