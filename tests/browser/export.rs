//! A result taken along: each form saved and read by another program, a table opened again on a fresh page, the print.

use serde_json::{Value, json};

use crate::page::{ESCAPE, Page, TAB};

/// Catches what would be saved, name and bytes, and what would be printed.
pub const CATCH: &str = "window.saved = []; window.printed = 0; window.print = () => { printed += 1; }; const blobs = new Map(); const make = URL.createObjectURL; URL.createObjectURL = (blob) => { const url = make.call(URL, blob); blobs.set(url, blob); return url; }; const click = HTMLAnchorElement.prototype.click; HTMLAnchorElement.prototype.click = function () { const blob = blobs.get(this.href); if (!blob) return click.call(this); blob.arrayBuffer().then((b) => saved.push([this.download, blob.type, b.byteLength, new TextDecoder('utf-8', { ignoreBOM: true }).decode(b)])); };";

/// What a page shows of the answers, fields and charts, to the letter.
/// (What was announced last aside. Pictures and tables of charts are what their descriptions say; out of sight they are drawn when they come near.)
const SHOWN: &str = "const app = document.getElementById('app').cloneNode(true); app.querySelectorAll('.plot, .numbers, #spoken').forEach((e) => e.remove()); return [app.textContent, [...document.querySelectorAll('#app input, #app select')].map((i) => i.type === 'checkbox' || i.type === 'radio' ? i.checked : i.value), [...document.querySelectorAll('[data-spec]')].map((f) => f.dataset.spec), location.search]";

/// Somebody comes near every chart, so that each holds its description.
const NEAR: &str = "document.querySelectorAll('main figure[data-chart]').forEach((f) => f.dispatchEvent(new Event('pointerover', { bubbles: true })))";

/// Paper in inches.
const PAPERS: [(&str, f64, f64); 2] = [("A4", 8.27, 11.69), ("Letter", 8.5, 11.0)];

/// Opens a page and the dialog on it, by keyboard.
pub async fn opened(page: &Page, address: &str) {
    page.visit(address).await;
    page.ready().await;
    page.settle().await;
    page.run(CATCH).await;
    ask(page).await;
}

/// Opens the dialog, by keyboard.
pub async fn ask(page: &Page) {
    page.focus("[data-of=export]").await;
    page.press("\u{e007}").await;
    page.wait_until("document.querySelector('dialog.take[open] [data-form=csv]:not([disabled])')").await;
}

/// Saves a form and gives back its name, kind, length and text.
async fn save(page: &Page, form: &str) -> Value {
    page.run(&format!("saved.length = 0; document.querySelector('dialog.take [data-form={form}]').click()")).await;
    page.wait_until("saved.length === 1").await;
    page.run("return saved[0]").await
}

/// Chooses a text as the file to be opened.
async fn choose(page: &Page, name: &str, text: &str) {
    let (name, text) = (json!(name), json!(text));
    page.run(&format!("const t = new DataTransfer(); t.items.add(new File([{text}], {name})); const f = document.getElementById('take-file'); f.files = t.files; f.dispatchEvent(new Event('change', {{ bubbles: true }}))")).await;
    page.wait_until("document.getElementById('take-opened').textContent").await;
}

#[tokio::test]
async fn every_form_is_saved_and_read_by_another_program_and_nothing_comes_before_it_is_asked_for() {
    for lang in ["en", "ko", "zh"] {
        let page = Page::blank().await;
        page.visit(&format!("{lang}/motor/?ev-magnet-kg=2..2.5..4")).await;
        page.ready().await;
        let fetched =
            "return performance.getEntriesByType('resource').filter((r) => /export|take|handout/.test(r.name)).length";
        assert_eq!(page.run(fetched).await, json!(0), "{lang}");
        opened(&page, &format!("{lang}/motor/?ev-magnet-kg=2..2.5..4")).await;
        assert!(page.run(fetched).await.as_u64() >= Some(3), "{lang}");
        let table = save(&page, "csv").await;
        assert!(table[0].as_str().unwrap().ends_with(".csv") && table[1] == "text/csv;charset=utf-8", "{table}");
        let text = table[3].as_str().unwrap();
        assert!(text.starts_with("kind,key,name,value,") && text.contains("ev-magnet-kg=2..2.5..4"), "{text}");
        let rows: Vec<csv::StringRecord> =
            csv::Reader::from_reader(text.as_bytes()).records().collect::<Result<_, _>>().unwrap();
        let after = rows.iter().find(|r| &r[0] == "answer" && &r[1] == "motor-after-usd").unwrap();
        let ends: Vec<f64> = [&after[4], &after[3], &after[5]].iter().map(|cell| cell.parse().unwrap()).collect();
        assert!(ends[0] < ends[1] && ends[1] < ends[2], "{after:?}");
        page.run("document.getElementById('take-bom').click()").await;
        let marked = save(&page, "csv").await;
        assert_eq!(marked[3].as_str().unwrap(), format!("\u{feff}{text}"), "{lang}");
        let data = save(&page, "json").await;
        let data: Value = serde_json::from_str(data[3].as_str().unwrap()).unwrap();
        let schema: Value = serde_json::from_str(include_str!("../../src/export/result.schema.json")).unwrap();
        let schema = jsonschema::validator_for(&schema).unwrap();
        assert_eq!(schema.iter_errors(&data).map(|e| e.to_string()).collect::<Vec<_>>(), Vec::<String>::new());
        let here = page.run("return location.origin + location.pathname").await;
        assert!(data["link"].as_str().unwrap().starts_with(here.as_str().unwrap()), "{}", data["link"]);
        let main = data["answers"].as_array().unwrap().iter().find(|a| a["key"] == "motor-after-usd").unwrap();
        assert_eq!(main["low"].as_f64(), Some(ends[0]), "table and data say the same");
        let sheet = save(&page, "xlsx").await;
        assert!(sheet[3].as_str().unwrap().starts_with("PK") && sheet[2].as_u64() > Some(8_000), "{lang}");
        let said = page.run("return document.getElementById('take-sentence').value").await;
        let said = said.as_str().unwrap();
        assert!(said.contains(data["link"].as_str().unwrap()) && said.chars().any(|c| c.is_ascii_digit()), "{said}");
        // One press copies it as it stands; a browser that refuses has it selected instead.
        page.run("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }; document.querySelector('dialog.take [data-form=sentence]').click()").await;
        page.wait_until("document.getElementById('take-copied').textContent").await;
        assert_eq!(page.run("return window.copied").await, json!(said), "{lang}");
        page.close().await;
    }
}

#[tokio::test]
async fn a_saved_table_opened_on_a_fresh_page_gives_the_same_page_to_the_letter() {
    let address = "en/motor/?scenario=nd-plus-100&wind-mw=5&ev-magnet-kg=3&year=2030&seed=7&draws=2048";
    let page = Page::blank().await;
    opened(&page, address).await;
    let text = save(&page, "csv").await[3].as_str().unwrap().to_owned();
    let name = "mine.csv";
    page.press(ESCAPE).await;
    page.close().await;
    for lang in ["en", "ko"] {
        let before = Page::blank().await;
        before.visit(&address.replace("en/", &format!("{lang}/"))).await;
        before.ready().await;
        before.run(NEAR).await;
        before.settle().await;
        // The address is written anew when something changes: what it says is compared, not how it was typed.
        let shown = before.run(SHOWN).await;
        before.close().await;
        let page = Page::blank().await;
        opened(&page, &format!("{lang}/motor/")).await;
        choose(&page, name, &text).await;
        let told = page.text("#take-opened").await;
        assert!(told.contains(name), "{told}");
        assert!(page.run("return document.querySelector('#take-opened .is-wrong')").await.is_null(), "{told}");
        page.press(ESCAPE).await;
        page.settle().await;
        page.wait_until("location.search.includes('seed=7')").await;
        page.run(NEAR).await;
        page.settle().await;
        assert!(page.run("return document.querySelectorAll('[data-spec]').length").await.as_u64() >= Some(2));
        let again = page.run(SHOWN).await;
        for part in 0..3 {
            assert_eq!(again[part], shown[part], "{lang}, part {part}");
        }
        let said = |v: &Value| -> std::collections::BTreeSet<String> {
            let query = v[3].as_str().unwrap().trim_start_matches('?').to_owned();
            query.split('&').filter(|pair| !pair.starts_with("v=")).map(str::to_owned).collect()
        };
        assert!(said(&again).is_superset(&["seed=7", "draws=2048", "year=2030"].map(str::to_owned).into()), "{again}");
        page.close().await;
    }
}

/// The table with another value in the record of an input.
fn with_value(table: &str, key: &str, value: &str) -> String {
    let mut out = csv::Writer::from_writer(Vec::new());
    for record in csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes()).records() {
        let record = record.unwrap();
        let cells = (0..).zip(&record).map(|(i, cell)| if i == 3 && &record[1] == key { value } else { cell });
        out.write_record(cells).unwrap();
    }
    String::from_utf8(out.into_inner().unwrap()).unwrap()
}

#[tokio::test]
async fn a_broken_file_changes_nothing_and_says_its_line() {
    let page = Page::blank().await;
    opened(&page, "zh/turbine/?wind-mw=5").await;
    let text = with_value(save(&page, "csv").await[3].as_str().unwrap(), "wind-mw", "x");
    let before = page.run("return location.search").await;
    choose(&page, "broken.csv", &text).await;
    let told = page.text("#take-opened").await;
    assert!(told.contains("broken.csv") && told.contains('第') && told.contains('行'), "{told}");
    assert!(!page.run("return document.querySelector('#take-opened .is-wrong')").await.is_null());
    page.settle().await;
    assert_eq!(page.run("return location.search").await, before);
    page.close().await;
}

#[tokio::test]
async fn the_dialog_is_walked_by_keyboard_closes_with_escape_and_fits_a_narrow_screen() {
    let page = Page::blank().await;
    page.see_all(320, 1.0).await;
    opened(&page, "ko/demand/").await;
    let wide = "const d = document.querySelector('dialog.take'); return d.scrollWidth <= d.clientWidth && d.getBoundingClientRect().width <= 320";
    assert_eq!(page.run(wide).await, json!(true));
    let mut seen = Vec::new();
    for _ in 0..12 {
        page.press(TAB).await;
        let at = page.run("const a = document.activeElement; return a.dataset.form || a.id || a.tagName").await;
        seen.push(at.as_str().unwrap().to_owned());
        // A key that is sent to a field for files is taken for a file.
        if at == "take-file" {
            break;
        }
    }
    for wanted in ["csv", "take-bom", "xlsx", "json", "print", "take-sentence", "sentence", "take-file"] {
        assert!(seen.iter().any(|s| s == wanted), "{wanted}: {seen:?}");
    }
    page.focus("[data-form=csv]").await;
    page.press(ESCAPE).await;
    assert_eq!(page.run("return document.querySelector('dialog.take').open").await, json!(false));
    assert_eq!(page.run("return document.activeElement.dataset.of").await, json!("export"));
    // The panel beside it still opens, and it opens again after that.
    page.focus("[data-of=share]").await;
    page.press("\u{e007}").await;
    page.wait_until("document.querySelector('dialog.study:not(.take)[open] pre')").await;
    assert_eq!(page.run("return document.querySelectorAll('dialog[open]').length").await, json!(1));
    page.press(ESCAPE).await;
    ask(&page).await;
    assert_eq!(page.run("return document.querySelectorAll('dialog[open]').length").await, json!(1));
    page.close().await;
}

#[tokio::test]
async fn the_print_is_two_pages_on_both_papers_in_every_language_with_whole_charts_and_the_code() {
    let heavy = "?ev-magnet-kg=2..2.5..4&price-nd-oxide=p5+60..140&wind-mw=5&drive=geared&shock-price-rel=0.2&process-utilisation=0.5&year=2030";
    for (lang, pages) in [
        ("en", ["", "motor/", "demand/"]),
        ("ko", ["turbine/", "balance/", "calculator/"]),
        ("zh", ["products/", "shocks/", "motor/"]),
    ] {
        for (n, at) in pages.into_iter().enumerate() {
            let page = Page::blank().await;
            // The front page has its tools once something differs.
            let query = if n != 1 { heavy } else { "" };
            opened(&page, &format!("{lang}/{at}{query}")).await;
            for (paper, width, height) in PAPERS {
                // A browser that has printed says so, and the handout is gone.
                page.run("printed = 0; document.querySelector('dialog.take [data-form=print]').click()").await;
                assert_eq!(page.run("return printed").await, json!(1));
                let charts =
                    page.run("return document.querySelectorAll('#handout figure:has(svg)').length").await.as_u64();
                // Two of those of the page; the balance has none.
                let there =
                    page.run("return document.querySelectorAll('main figure[data-chart]').length").await.as_u64();
                assert_eq!(charts, there.map(|n| n.min(2)), "{lang}/{at}");
                assert!(
                    page.run("return !!document.querySelector('#handout .handout-code path')").await == json!(true)
                );
                // No picture is taller than half a page, and none is parted.
                page.chromium("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
                let whole = "return [...document.querySelectorAll('#handout figure')].every((f) => getComputedStyle(f).breakInside === 'avoid' && f.getBoundingClientRect().height < 500)";
                assert_eq!(page.run(whole).await, json!(true), "{lang}/{at} on {paper}");
                page.chromium("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
                let pdf = page.pdf(width, height).await;
                let text = String::from_utf8_lossy(&pdf);
                assert!(
                    text.contains("/Count 2"),
                    "{lang}/{at} on {paper}: {:?}",
                    text.match_indices("/Count ")
                        .map(|(i, _)| text[i..].chars().take(10).collect::<String>())
                        .collect::<Vec<_>>()
                );
            }
            page.run("window.dispatchEvent(new Event('afterprint'))").await;
            assert!(page.run("return document.getElementById('handout')").await.is_null(), "nothing of it stays");
            page.close().await;
        }
    }
}
