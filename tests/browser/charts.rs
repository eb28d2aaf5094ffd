//! Charts: sharp, following size and theme, with their table one key away.

use serde_json::json;

use crate::page::Page;

const SHARP: &str = "return [...document.querySelectorAll('canvas')].every((c) => Math.abs(c.width - Math.round(c.clientWidth * devicePixelRatio)) <= 1 && c.height > 0)";

#[tokio::test]
async fn every_chart_has_a_table_with_its_numbers_one_key_away() {
    let page = Page::open("en").await;
    let charts = page.run("return [...document.querySelectorAll('[data-chart]:not([data-chart=tornado])')].map((f) => f.dataset.chart)").await;
    assert_eq!(charts.as_array().unwrap().len(), 7);
    for chart in charts.as_array().unwrap() {
        let chart = chart.as_str().unwrap();
        let table = format!("[data-chart={chart}] table");
        let open = format!("return document.querySelector('[data-chart={chart}] details').open");
        assert_eq!(page.run(&open).await, json!(false), "closed at first");
        page.focus(&format!("[data-chart={chart}] .plot")).await;
        page.press("t").await;
        // The browser says that a fold has opened a task later, and the rows come with that.
        page.wait_until(&format!("document.querySelectorAll('{table} td').length >= 8")).await;
        let heads = page.run(&format!("return [...document.querySelectorAll('{table} tbody tr')].every((r) => r.firstElementChild.scope === 'row')")).await;
        assert_eq!(heads, json!(true), "{chart}");
        page.press("t").await;
        assert_eq!(page.run(&open).await, json!(false), "the same key closes it");
    }
    // The table follows the input as the chart does.
    page.focus("[data-chart=turbine-build] .plot").await;
    page.press("t").await;
    page.wait_until("document.querySelector('[data-chart=turbine-build] .chart-menu')").await;
    let numbers = "(document.querySelector('[data-chart=turbine-build] table')?.textContent ?? '')";
    let before = page.run(&format!("return {numbers}")).await;
    page.type_into("#p-wind-mw", "6").await;
    page.wait_until(&format!("{numbers} && {numbers} !== {before}")).await;
    // With what is there, it is filled in the frame of the change.
    let at_once = "const f = document.activeElement; const was = document.querySelector('[data-chart=turbine-build] table').textContent; f.value = '7'; f.dispatchEvent(new Event('input', { bubbles: true })); requestAnimationFrame(() => done(document.querySelector('[data-chart=turbine-build] table').textContent !== was))";
    assert_eq!(page.run_until_done(at_once).await, json!(true));
    page.close().await;
}

#[tokio::test]
async fn canvases_have_a_pixel_for_each_pixel_of_the_screen_at_every_ratio_and_size() {
    let page = Page::open("en").await;
    for (width, ratio) in [(1280, 2.0), (1024, 1.0), (360, 3.0), (320, 1.5)] {
        page.see_all(width, ratio).await;
        assert_eq!(page.run("return devicePixelRatio").await.as_f64(), Some(ratio));
        assert_eq!(page.run(SHARP).await, json!(true), "{width} at {ratio}");
    }
    page.close().await;
}

#[tokio::test]
async fn charts_are_drawn_again_when_the_theme_changes() {
    let page = Page::open("en").await;
    page.see_all(1280, 1.0).await;
    let corner = "const c = document.querySelector('[data-chart=motor-curve] canvas'); return [...c.getContext('2d').getImageData(c.width - 1, c.height - 1, 1, 1).data.slice(0, 3)].reduce((a, b) => a + b)";
    for (scheme, dark) in [("dark", true), ("light", false)] {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        page.chromium("Emulation.setEmulatedMedia", media).await;
        page.run_until_done("setTimeout(done, 200)").await;
        let brightness = page.run(corner).await.as_u64().unwrap();
        assert_eq!(brightness < 200, dark, "{scheme}: {brightness}");
    }
    page.close().await;
}

#[tokio::test]
async fn no_page_scrolls_sideways_on_a_small_phone() {
    for lang in ["en", "ko", "zh"] {
        let page = Page::open(lang).await;
        for width in [320, 375, 768, 1280] {
            let metrics = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": true });
            page.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
            page.run_until_done("setTimeout(done, 150)").await;
            let over =
                page.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth").await;
            assert_eq!(over, json!(0), "{lang} at {width}");
        }
        page.close().await;
    }
}

#[tokio::test]
async fn a_chart_out_of_sight_shows_the_present_answer_when_it_comes_into_sight() {
    let page = Page::open("en").await;
    let print = "document.querySelector('[data-chart=turbine-curve] .plot').scrollIntoView({ behavior: 'instant' }); setTimeout(() => { const c = document.querySelector('[data-chart=turbine-curve] canvas'); let h = 0; for (const b of c.getContext('2d').getImageData(0, 0, c.width, c.height).data) h = (h * 31 + b) | 0; scrollTo({ top: 0, behavior: 'instant' }); setTimeout(() => done(h), 200); }, 300)";
    let before = page.run_until_done(print).await;
    assert_eq!(page.run_until_done(print).await, before, "nothing changed, nothing is drawn differently");
    page.type_into("#p-shock-price-abs", "300").await;
    assert_ne!(page.run_until_done(print).await, before);
    page.close().await;
}

#[tokio::test]
async fn a_change_of_the_pixel_ratio_alone_redraws() {
    let page = Page::open("en").await;
    let inner = page.run("return [innerWidth, innerHeight]").await;
    let metrics = json!({ "width": inner[0], "height": inner[1], "deviceScaleFactor": 2, "mobile": false });
    page.run("document.querySelector('.plot').scrollIntoView({ behavior: 'instant' })").await;
    page.run_until_done("setTimeout(done, 300)").await;
    page.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
    page.run_until_done("setTimeout(done, 400)").await;
    assert_eq!(
        page.run("const c = document.querySelector('canvas'); return c.width === 2 * c.clientWidth").await,
        json!(true)
    );
    page.close().await;
}
