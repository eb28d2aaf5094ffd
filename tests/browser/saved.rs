//! Results saved in the browser: saved, compared, opened, renamed, deleted, exported; and a browser that is full, refuses, or holds
//! what nobody can read.

use serde_json::{Value, json};

use crate::export::{CATCH, ask, opened};
use crate::page::{Page, TAB};

const ENTER: &str = "\u{e007}";
const KEY: &str = "lodestone.saved.v1";

/// Saves the result under a name, by keyboard.
async fn save(page: &Page, name: &str) {
    page.type_into("#keep-name", name).await;
    page.press(ENTER).await;
    page.run_until_done("setTimeout(done, 50)").await;
}

async fn names(page: &Page) -> Value {
    page.run("return [...document.querySelectorAll('.kept input')].map((i) => i.value)").await
}

async fn note(page: &Page) -> String {
    page.text("#keep-note").await
}

#[tokio::test]
async fn results_are_saved_compared_renamed_deleted_brought_back_and_opened_again() {
    for (lang, word) in [("en", "9 of 10"), ("ko", "10번 중 9번"), ("zh", "10次抽样中有9次")] {
        let page = Page::blank().await;
        opened(&page, &format!("{lang}/motor/?ev-magnet-kg=3")).await;
        assert_eq!(page.run("return localStorage.length").await, json!(0), "nothing is kept before somebody asks");
        save(&page, "three").await;
        page.run("document.querySelector('dialog.take').close()").await;
        page.type_into("#p-ev-magnet-kg", "2").await;
        page.settle().await;
        ask(&page).await;
        save(&page, "two").await;
        assert_eq!(names(&page).await, json!(["two", "three"]));
        // Side by side, with their ranges and with the page as it is now.
        let figures = page.run("return [...document.querySelectorAll('.kept-figure')].map((p) => [p.querySelector('b').textContent, p.textContent])").await;
        assert_eq!(figures.as_array().unwrap().len(), 3, "{figures}");
        assert_eq!((&figures[0][0], figures[0][0] != figures[2][0]), (&figures[1][0], true), "{figures}");
        assert!(figures.as_array().unwrap().iter().all(|f| f[1].as_str().unwrap().contains(word)), "{figures}");
        // Another name, by keyboard.
        page.type_into("#kept-1", "drei").await;
        page.press(TAB).await;
        page.run_until_done("setTimeout(done, 50)").await;
        assert!(note(&page).await.contains("drei"), "{}", note(&page).await);
        // A name that is taken is refused, and the old one stays.
        page.type_into("#kept-1", "two").await;
        page.press(TAB).await;
        page.run_until_done("setTimeout(done, 50)").await;
        assert!(note(&page).await.contains("two"), "{}", note(&page).await);
        assert_eq!(names(&page).await, json!(["two", "drei"]));
        save(&page, "  ").await;
        assert!(note(&page).await.contains("80"), "{}", note(&page).await);
        // Deleted, and back.
        page.run("document.querySelector('.kept-do button').click()").await;
        page.wait_until("document.querySelectorAll('.kept input').length === 1").await;
        page.focus("#keep-back").await;
        page.press(ENTER).await;
        page.wait_until("document.querySelectorAll('.kept input').length === 2").await;
        assert_eq!(names(&page).await, json!(["two", "drei"]));
        // All as a file, and from the file into a browser that has none.
        page.run("document.getElementById('keep-all').click()").await;
        page.wait_until("saved.length === 1").await;
        let file = page.run("return saved[0]").await;
        assert_eq!(file[0], json!("lodestone-saved.json"));
        // Opened again: the page shows it, and says that it is the same to the last digit.
        let href = page.run("return [...document.querySelectorAll('.kept-do a')].at(-1).href").await;
        page.run("window.stale = true; [...document.querySelectorAll('.kept-do a')].at(-1).click()").await;
        page.wait_until("!window.stale").await;
        page.ready().await;
        assert_eq!(page.run("return document.querySelector('#p-ev-magnet-kg').value").await, json!("3"), "{href}");
        page.wait_until("document.getElementById('seal')?.dataset.verdict === 'verified'").await;
        page.run("localStorage.clear()").await;
        page.run(CATCH).await;
        ask(&page).await;
        assert_eq!(names(&page).await, json!([]));
        let (name, text) = (json!("lodestone-saved.json"), &file[3]);
        page.run(&format!("const t = new DataTransfer(); t.items.add(new File([{text}], {name})); const f = document.getElementById('take-file'); f.files = t.files; f.dispatchEvent(new Event('change', {{ bubbles: true }}))")).await;
        page.wait_until("document.querySelectorAll('.kept input').length === 2").await;
        assert_eq!(names(&page).await, json!(["two", "drei"]));
        page.close().await;
    }
}

#[tokio::test]
async fn a_browser_that_is_full_refuses_or_holds_rubbish_loses_nothing_that_was_shown() {
    let page = Page::blank().await;
    opened(&page, "en/motor/?ev-magnet-kg=3").await;
    save(&page, "first").await;
    // Full: said, the list as it was, the name still in its field.
    page.run("localStorage.setItem('other', ''); const room = (n) => { try { localStorage.setItem('other', localStorage.getItem('other') + 'x'.repeat(n)); return true; } catch { return false; } }; for (let n = 1 << 22; n >= 1; n >>= 1) while (room(n));").await;
    save(&page, "second").await;
    assert!(note(&page).await.contains("no room"), "{}", note(&page).await);
    assert_eq!(names(&page).await, json!(["first"]));
    assert_eq!(page.run("return document.querySelector('#keep-name').value").await, json!("second"));
    page.run("localStorage.removeItem('other')").await;
    // Rubbish: it is not written over, and can be had as a file.
    page.run(&format!("localStorage.setItem('{KEY}', '{{\"format\":1')")).await;
    opened(&page, "en/motor/").await;
    assert!(page.text(".keep .is-wrong").await.contains("cannot be read"), "{}", page.text(".keep").await);
    page.run("document.getElementById('keep-unreadable').click()").await;
    page.wait_until("saved.length === 1").await;
    assert_eq!(page.run("return saved[0][3]").await, json!("{\"format\":1"));
    save(&page, "third").await;
    assert_eq!(names(&page).await, json!(["third"]));
    let aside = page.run("return localStorage.getItem('lodestone.saved.unreadable')").await;
    assert_eq!(aside, json!("{\"format\":1"));
    // Another window saves: this one shows it.
    page.run(&format!("const list = JSON.parse(localStorage.getItem('{KEY}')); list.saved[0].name = 'elsewhere'; localStorage.setItem('{KEY}', JSON.stringify(list)); dispatchEvent(new StorageEvent('storage', {{ key: '{KEY}' }}))")).await;
    page.wait_until("document.querySelector('.kept input').value === 'elsewhere'").await;
    // What somebody else wrote there is text.
    page.run(&format!("const list = JSON.parse(localStorage.getItem('{KEY}')); list.saved[0].name = '<img src=x onerror=\"window.hit=1\">'; list.saved[0].said = [['lang', '\"><script>window.hit=1</script>'], ['ev-magnet-kg', 'javascript:1']]; localStorage.setItem('{KEY}', JSON.stringify(list)); dispatchEvent(new StorageEvent('storage', {{ key: '{KEY}' }}))")).await;
    page.wait_until("document.querySelector('.kept input').value.startsWith('<img')").await;
    assert_eq!(
        page.run("return [window.hit ?? null, document.querySelectorAll('.kept img, .kept script').length]").await,
        json!([null, 0])
    );
    // Refused: said, and the result stays.
    page.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": "Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } })" })).await;
    opened(&page, "en/motor/?ev-magnet-kg=3").await;
    assert!(note(&page).await.contains("keep nothing"), "{}", note(&page).await);
    save(&page, "fourth").await;
    assert!(note(&page).await.contains("keep nothing"), "{}", note(&page).await);
    assert_eq!(page.run("return document.querySelector('#keep-name').value").await, json!("fourth"));
    assert!(
        !page.text("#take-sentence").await.is_empty()
            || page.run("return document.querySelector('#take-sentence').value.length > 20").await == json!(true)
    );
    page.close().await;
}
