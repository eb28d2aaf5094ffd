//! Charts read point by point: by keys, by pointer, by ear, in words, and as files.

use serde_json::{Value, json};

use crate::page::{ESCAPE, PAINTED, Page, RIGHT};

/// The arrow key downwards, home and end, as WebDriver names them.
const DOWN: &str = "\u{e015}";
const HOME: &str = "\u{e011}";
const END: &str = "\u{e010}";

/// Puts the focus on a chart and waits for the program that reads it.
async fn near(page: &Page, chart: &str) {
    page.focus(&format!("[data-chart={chart}] .plot")).await;
    page.wait_until(&format!("document.querySelector('[data-chart={chart}] .chart-menu')")).await;
}

async fn aloud(page: &Page, chart: &str) -> String {
    page.text(&format!("[data-chart={chart}] > .unseen[role=status]")).await
}

async fn told(page: &Page, chart: &str) -> String {
    page.text(&format!("[data-chart={chart}] .in-words")).await
}

#[tokio::test]
async fn keys_walk_the_points_of_a_chart_and_say_value_range_and_comparison() {
    for (lang, more) in [("en", "more than Before"), ("ko", "보다"), ("zh", "比")] {
        let page = Page::blank().await;
        page.visit(&format!("{lang}/motor/")).await;
        page.ready().await;
        near(&page, "motor-build").await;
        assert_eq!(aloud(&page, "motor-build").await, "", "nothing is said before a key");
        page.press(RIGHT).await;
        let first = aloud(&page, "motor-build").await;
        page.press(RIGHT).await;
        let second = aloud(&page, "motor-build").await;
        assert!(!first.is_empty() && first != second, "{lang}: {first} | {second}");
        page.press(HOME).await;
        assert_eq!(aloud(&page, "motor-build").await, first);
        page.press(DOWN).await;
        let compared = aloud(&page, "motor-build").await;
        assert!(compared.contains(more) && compared.contains('%'), "{lang}: {compared}");
        page.press(END).await;
        let last = aloud(&page, "motor-build").await;
        // The last mark of the second bar is the cost after the shock, with the range that stands in the table.
        let cell =
            "return document.querySelector('[data-chart=motor-build] tbody tr:last-child td:last-child').textContent";
        let cell = page.run(cell).await;
        assert!(last.contains(cell.as_str().unwrap()), "{lang}: {last} has {cell}");
        let shown =
            "const t = document.querySelector('[data-chart=motor-build] .tip'); return [t.hidden, t.textContent]";
        let tip = page.run(shown).await;
        assert_eq!(tip[0], json!(false));
        assert!(tip[1].as_str().unwrap().contains(cell.as_str().unwrap()), "{tip}");
        page.press(ESCAPE).await;
        assert_eq!(page.run(shown).await[0], json!(true));
        page.close().await;
    }
}

#[tokio::test]
async fn a_pointer_shows_the_point_that_is_nearest_and_lights_the_same_row_of_the_table() {
    let page = Page::blank().await;
    page.visit("en/demand/").await;
    page.ready().await;
    near(&page, "demand-years").await;
    page.run("document.activeElement.blur()").await;
    let shown = |x: f64| {
        format!(
            "const p = document.querySelector('[data-chart=demand-years] .plot'); const r = p.getBoundingClientRect(); p.dispatchEvent(new PointerEvent('pointermove', {{ bubbles: true, clientX: r.left + r.width * {x}, clientY: r.top + r.height * 0.9 }})); const t = p.querySelector('.tip'), b = t.getBoundingClientRect(); return [t.querySelector('strong').textContent, b.left >= r.left - 1 && b.right <= r.right + 1 && b.top >= r.top - 1, document.querySelector('[data-chart=demand-years] tr.is-lit th')?.textContent]"
        )
    };
    let (early, late) = (page.run(&shown(0.1)).await, page.run(&shown(0.95)).await);
    let year = |v: &Value| v[0].as_str().unwrap().parse::<i32>().unwrap();
    assert!(year(&early) < 2019 && year(&late) > 2032, "{early} {late}");
    assert_eq!((&early[1], &late[1]), (&json!(true), &json!(true)), "it stays within the chart");
    assert_eq!(late[2], late[0], "the row of that year");
    page.close().await;
}

#[tokio::test]
async fn a_chart_is_told_in_words_that_follow_the_inputs() {
    for (lang, rises) in [("en", "rises from"), ("ko", "올라갑니다"), ("zh", "升至")] {
        let page = Page::blank().await;
        page.visit(&format!("{lang}/motor/")).await;
        page.ready().await;
        near(&page, "motor-curve").await;
        page.wait_until("document.querySelector('[data-chart=motor-curve] .in-words').textContent").await;
        let before = told(&page, "motor-curve").await;
        assert!(before.contains(rises), "{lang}: {before}");
        let described = page.run("const p = document.querySelector('[data-chart=motor-curve] .plot'); return document.getElementById(p.getAttribute('aria-describedby')).textContent").await;
        assert_eq!(described, json!(before), "who hears the chart hears the same");
        page.type_into("#p-ev-magnet-kg", "4").await;
        page.wait_until(&format!(
            "document.querySelector('[data-chart=motor-curve] .in-words').textContent !== {}",
            json!(before)
        ))
        .await;
        page.close().await;
    }
}

#[tokio::test]
async fn a_chart_is_heard_when_asked_and_never_by_itself() {
    let page = Page::blank().await;
    let stub = "window.tones = []; window.ended = 0; window.AudioContext = class { constructor() { this.currentTime = 0; this.destination = {}; } createGain() { return { gain: { value: 0 }, connect() {} }; } createOscillator() { const tone = { frequency: { value: 0 }, connect() {}, start(at) { tone.at = at; tones.push(tone); }, stop() {} }; return tone; } close() { ended += 1; return Promise.resolve(); } };";
    page.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": stub })).await;
    page.visit("en/motor/").await;
    page.ready().await;
    near(&page, "motor-curve").await;
    page.press(RIGHT).await;
    page.type_into("#p-ev-magnet-kg", "4").await;
    page.settle().await;
    assert_eq!(page.run("return tones.length").await, json!(0), "off until somebody asks");
    let button = "[data-chart=motor-curve] .chart-menu button";
    page.run(&format!("document.querySelector('[data-chart=motor-curve] .chart-menu').open = true; document.querySelector('{button}').click()")).await;
    let tones = page.run("return tones.map((t) => [t.frequency.value, t.at])").await;
    let tones = tones.as_array().unwrap();
    assert!(tones.len() > 10, "{tones:?}");
    let at = |i: usize, j: usize| tones[i][j].as_f64().unwrap();
    assert!(
        (0..tones.len() - 1).all(|i| at(i, 0) <= at(i + 1, 0) && at(i, 1) < at(i + 1, 1)),
        "a cost that rises is heard to rise"
    );
    assert_eq!(page.text(button).await, "Stop");
    page.run(&format!("document.querySelector('{button}').click()")).await;
    assert_eq!(page.run("return ended").await, json!(1));
    assert_eq!(page.text(button).await, "Listen");
    page.close().await;
}

/// Catches what would be saved: name and text.
const CATCH: &str = "window.saved = []; const blobs = new Map(); const make = URL.createObjectURL; URL.createObjectURL = (blob) => { const url = make.call(URL, blob); blobs.set(url, blob); return url; }; HTMLAnchorElement.prototype.click = function () { const blob = blobs.get(this.href); blob.arrayBuffer().then((b) => saved.push([this.download, blob.type, b.byteLength, new TextDecoder().decode(b)])); };";

#[tokio::test]
async fn a_chart_is_saved_as_lines_pixels_and_numbers_in_both_themes() {
    for lang in ["en", "ko", "zh"] {
        let page = Page::blank().await;
        page.visit(&format!("{lang}/motor/?ev-magnet-kg=3")).await;
        page.ready().await;
        page.settle().await;
        page.run(CATCH).await;
        near(&page, "motor-curve").await;
        page.wait_until("document.querySelector('[data-chart=motor-curve] .in-words').textContent").await;
        page.run("document.querySelector('[data-chart=motor-curve] .chart-menu').open = true; document.querySelectorAll('[data-chart=motor-curve] .menu-row button').forEach((b) => b.click())").await;
        page.wait_until("window.saved.length === 5").await;
        let saved = page.run("return saved.sort()").await;
        let find = |end: &str| {
            let file = saved.as_array().unwrap().iter().find(|f| f[0].as_str().unwrap().ends_with(end));
            file.unwrap_or_else(|| panic!("{end}: {saved}")).clone()
        };
        let tag = if lang == "zh" { "zh-Hans" } else { lang };
        let words = told(&page, "motor-curve").await;
        let here = page.run("return location.href").await;
        for end in [format!("{tag}.svg"), format!("{tag}-dark.svg")] {
            let text = find(&end)[3].as_str().unwrap().to_owned();
            assert!(text.contains(&format!("<desc id=\"desc\">{words}</desc>")), "{lang}: what is heard is inside");
            assert!(text.contains("Lodestone 0.") && text.contains("ev-magnet-kg=3"), "{lang}: version and link");
            let left_out = ["Does not include: ", "포함하지 않은 항목: ", "不包括："];
            assert!(left_out.iter().any(|begin| text.contains(begin)), "{lang}: what the figures leave out");
        }
        for end in [format!("{tag}.png"), format!("{tag}-dark.png")] {
            let file = find(&end);
            assert_eq!(file[1], json!("image/png"));
            assert!(file[2].as_u64().unwrap() > 10_000, "{lang}: a picture of {} bytes", file[2]);
        }
        let numbers = find(".csv")[3].as_str().unwrap().to_owned();
        assert!(numbers.lines().count() > 20 && numbers.contains(here.as_str().unwrap()), "{lang}: {numbers}");
        assert_eq!(page.text("[data-chart=motor-curve] .failed").await, "");
        page.close().await;
    }
}

#[tokio::test]
async fn charts_of_documents_are_read_the_same_way() {
    for (at, lang) in [("prices", "en"), ("process", "ko"), ("material", "zh"), ("uses", "en")] {
        let page = Page::blank().await;
        page.visit(&format!("{lang}/{at}/")).await;
        let chart = page.run("return document.querySelector('[data-spec]').dataset.chart").await;
        let chart = chart.as_str().unwrap();
        assert_eq!(
            page.run("return document.querySelector('.chart-menu')").await,
            Value::Null,
            "not before somebody comes near"
        );
        near(&page, chart).await;
        page.press(RIGHT).await;
        let said = aloud(&page, chart).await;
        assert!(!said.is_empty(), "{at}");
        let ring = page.run(&format!("const p = document.querySelector('[data-chart={chart}] .plot'), r = p.querySelector('.ring').getBoundingClientRect(), o = [...p.querySelectorAll('svg')].map((s) => s.getBoundingClientRect()).find((s) => s.width); return r.left >= o.left - 8 && r.right <= o.right + 8 && r.top >= o.top - 8 && r.bottom <= o.bottom + 8")).await;
        assert_eq!(ring, json!(true), "{at}: the ring stands on the picture");
        page.wait_until(&format!("document.querySelector('[data-chart={chart}] .in-words').textContent")).await;
        page.close().await;
    }
}

#[tokio::test]
async fn a_saved_picture_has_the_words_and_numbers_of_the_canvas_in_the_same_places() {
    for (at, charts) in [("en/motor/", ["motor-build", "motor-curve"]), ("zh/demand/", ["demand-years", "demand-year"])]
    {
        let page = Page::blank().await;
        page.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PAINTED })).await;
        page.visit(at).await;
        page.ready().await;
        page.settle().await;
        page.run(CATCH).await;
        for chart in charts {
            near(&page, chart).await;
            // As wide as the chart is in a saved picture, which has a margin of 20 pixels on either side of 720.
            page.run(&format!(
                "document.querySelector('[data-chart={chart}] .plot').style.width = '680px'; saved.length = 0"
            ))
            .await;
            page.wait_until(&format!("document.querySelector('[data-chart={chart}] canvas').clientWidth === 680"))
                .await;
            page.run_until_done("setTimeout(done, 300)").await;
            page.run(&format!("document.querySelector('[data-chart={chart}] .menu-row button').click()")).await;
            page.wait_until("saved.length === 1").await;
            let both = page.run(&format!("const svg = new DOMParser().parseFromString(saved[0][3], 'image/svg+xml'); const lines = [...svg.querySelectorAll('svg svg text')].map((t) => [t.textContent.trim(), +t.getAttribute('x'), +t.getAttribute('y')]); const order = (a, b) => a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2]; return [painted.get(document.querySelector('[data-chart={chart}] canvas')).map(([t, x, y]) => [t, Math.round(x), Math.round(y)]).sort(order), lines.sort(order)]")).await;
            assert!(both[0].as_array().unwrap().len() > 5, "{chart}: {both}");
            assert_eq!(both[0], both[1], "{chart}: painted and saved");
        }
        page.close().await;
    }
}
