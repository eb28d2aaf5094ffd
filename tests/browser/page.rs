//! A browser with the page open, and the few things that tests do to it.

// The benchmarks share this file from another folder.
#[path = "page/engine.rs"]
mod engine;

use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};

#[allow(unused_imports)] // the benchmarks share this file
pub use self::engine::{Engine, downloads};
use self::engine::{Session, WINDOW, setting};

/// The page in a browser of its own; closed by [`Page::close`].
pub struct Page {
    /// The driver's view of it.
    pub client: Client,
    /// Ends with it, even where a test fails.
    session: Session,
}

/// A command of Chromium's own protocol.
#[derive(Debug)]
struct Chromium(&'static str, Value);

impl WebDriverCompatibleCommand for Chromium {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "cmd": self.0, "params": self.1 }).to_string()))
    }
}

/// What stands in the console of Chromium since this was asked last.
#[derive(Debug)]
struct Log;

impl WebDriverCompatibleCommand for Log {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}

impl Page {
    /// Opens the page in a language, in a window 1280 wide.
    pub async fn open(lang: &str) -> Self {
        let page = Self::blank().await;
        page.go(lang).await;
        page
    }

    /// A browser without a page.
    pub async fn blank() -> Self {
        let engine = Engine::driven();
        let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        builder.capabilities(engine.capabilities());
        let driver = setting("LODESTONE_DRIVER");
        // A driver waits for good for a browser that has crashed at its start.
        let mut client = None;
        for _ in 0..3 {
            if let Ok(begun) = tokio::time::timeout(Duration::from_secs(20), builder.connect(&driver)).await {
                client = Some(begun.unwrap());
                break;
            }
        }
        let client = client.expect("a browser starts");
        client.update_timeouts(timeouts()).await.unwrap();
        if engine != Engine::Chromium {
            client.set_window_size(WINDOW.0, WINDOW.1).await.unwrap();
        }
        let session = Session::begun(client.session_id().await.unwrap().unwrap_or_default());
        Self { client, session }
    }

    /// Loads the page and waits until its controls answer and its ranges are there.
    pub async fn go(&self, lang: &str) {
        self.load(lang).await;
        self.ready().await;
    }

    /// Waits until the controls answer and the ranges are there.
    pub async fn ready(&self) {
        self.client
            .wait()
            .at_most(Duration::from_secs(20))
            .for_element(Locator::Css("body[data-ready]"))
            .await
            .unwrap();
        self.settle().await;
    }

    /// Waits until no range is older than its figure; draws begin when nothing has changed for a while.
    pub async fn settle(&self) {
        let look = "const end = Date.now() + 20000; const look = () => { const waits = document.querySelector('.waits, .sampling[data-at-work=true]'); if (!waits || Date.now() > end) done(!waits); else setTimeout(look, 20); }; setTimeout(look, 250)";
        assert_eq!(self.run_until_done(look).await, json!(true), "all ranges are there");
    }

    /// Waits until `condition`, an expression, holds.
    pub async fn wait_until(&self, condition: &str) {
        let look = format!(
            "const done = arguments[0]; const end = Date.now() + 20000; const look = () => {{ const there = !!({condition}); if (there || Date.now() > end) done(there); else setTimeout(look, 20); }}; look()"
        );
        let begun = Instant::now();
        loop {
            // A document that gives way to another takes the question with it.
            match self.client.execute_async(&look, Vec::new()).await {
                Ok(Value::Bool(there)) => return assert!(there, "{condition}"),
                other => assert!(begun.elapsed() < Duration::from_secs(20), "{condition}: {other:?}"),
            }
        }
    }

    /// Loads the page of all calculators without waiting for it: a language, and behind `&` what the address asks for.
    pub async fn load(&self, lang: &str) {
        let (tag, rest) = lang.split_once('&').unwrap_or((lang, ""));
        let folder = tag.split('-').next().unwrap_or_default();
        self.visit(&format!("{folder}/calculator/?{rest}")).await;
    }

    /// Loads a page of the site by its path, without waiting for it.
    pub async fn visit(&self, path: &str) {
        self.client.goto(&format!("{}{path}", setting("LODESTONE_PAGE"))).await.unwrap();
    }

    /// Loads the page of the Monte Carlo kernel and waits until it can be asked.
    pub async fn go_to_draws(&self) {
        self.client.goto(&setting("LODESTONE_DRAWS")).await.unwrap();
        self.run_until_done("const ask = () => (window.mc ? done() : setTimeout(ask, 10)); ask()").await;
    }

    /// Ends the browser.
    pub async fn close(self) {
        self.client.clone().close().await.unwrap();
    }

    /// The page as it would be printed on paper of so many inches.
    pub async fn pdf(&self, width: f64, height: f64) -> Vec<u8> {
        let paper = json!({
            "paperWidth": width, "paperHeight": height, "marginTop": 0.55, "marginBottom": 0.55, "marginLeft": 0.55,
            "marginRight": 0.55,
        });
        let done = self.client.issue_cmd(Chromium("Page.printToPDF", paper)).await.unwrap();
        STANDARD.decode(done["data"].as_str().unwrap()).unwrap()
    }

    /// What consoles have said of faults, where the engine lets it be read: Chromium to its driver, Firefox into what its
    /// driver writes, both from the first byte of every page on; WebKitGTK has no such way, see [`Page::watch`].
    #[allow(dead_code)] // the benchmarks share this file
    pub async fn console(&self) -> Vec<String> {
        let mut said: Vec<String> = match Engine::driven() {
            Engine::Chromium => {
                let all = self.client.issue_cmd(Log).await.unwrap();
                let severe = all.as_array().unwrap().iter().filter(|entry| entry["level"] == "SEVERE");
                let said = severe.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned());
                // A calculator for frames has no picture for a tab, and is asked for one where it is opened by itself.
                said.filter(|message| !message.contains("/favicon.ico ")).collect()
            }
            Engine::Firefox => self.session.told(),
            Engine::WebKit => serde_json::from_value(self.run("return window.faults || []").await).unwrap(),
        };
        // Engines say so when what a new size has changed is looked at in the next frame: that is how charts find their size.
        said.retain(|message| !message.contains("ResizeObserver loop"));
        said
    }

    /// Keeps what goes wrong in this document from now on, for [`Page::console`].
    #[allow(dead_code)] // the benchmarks share this file
    pub async fn watch(&self) {
        self.run("window.faults = []; addEventListener('error', (e) => faults.push(String(e.message))); addEventListener('unhandledrejection', (e) => faults.push(String(e.reason))); const say = console.error; console.error = (...all) => { faults.push(all.map(String).join(' ')); say(...all); }").await;
    }

    /// Sends a command of Chromium's own protocol.
    pub async fn chromium(&self, command: &'static str, parameters: Value) -> Value {
        self.client.issue_cmd(Chromium(command, parameters)).await.unwrap()
    }

    /// Makes the window so tall that the whole page is in sight, and waits for what that draws.
    pub async fn see_all(&self, width: u32, ratio: f64) {
        let metrics = json!({ "width": width, "height": 22000, "deviceScaleFactor": ratio, "mobile": false });
        self.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
        self.run_until_done("setTimeout(done, 400)").await;
        self.settle().await;
    }

    /// Runs a script and returns what it returns.
    pub async fn run(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Runs a script that calls `done` when it is over.
    pub async fn run_until_done(&self, script: &str) -> Value {
        let script = format!("const done = arguments[arguments.length - 1];\n{script}");
        self.client.execute_async(&script, Vec::new()).await.unwrap()
    }

    /// The text of the first element that `css` means.
    pub async fn text(&self, css: &str) -> String {
        let script = format!("const e = document.querySelector({}); return e ? e.textContent.trim() : ''", json!(css));
        self.run(&script).await.as_str().unwrap_or_default().to_owned()
    }

    /// Puts `text` into a text field by keyboard, in place of what stands there.
    pub async fn type_into(&self, css: &str, text: &str) {
        self.focus(css).await;
        self.run("document.activeElement.select()").await;
        let field = self.client.active_element().await.unwrap();
        if text.is_empty() {
            field.send_keys("\u{e017}").await.unwrap();
        } else {
            field.send_keys(text).await.unwrap();
        }
        // What the last key changed is on the page with the next frame.
        self.run_until_done("requestAnimationFrame(() => setTimeout(done))").await;
    }

    /// Puts `text` into a text field all at once, as from the clipboard, in place of what stands there.
    pub async fn paste_into(&self, css: &str, text: &str) {
        self.focus(css).await;
        self.run(&format!(
            "document.activeElement.select(); document.execCommand('insertText', false, {})",
            json!(text)
        ))
        .await;
        if text.is_empty() {
            self.press("\u{e017}").await;
        }
    }

    /// Puts the focus on an element, in every fold that hides it.
    pub async fn focus(&self, css: &str) {
        let script = format!(
            "const e = document.querySelector({}); for (let d = e.closest('details.fold'); d; d = d.parentElement.closest('details.fold')) d.open = true; e.scrollIntoView({{block: 'center', behavior: 'instant'}}); e.focus(); return document.activeElement === e",
            json!(css)
        );
        assert_eq!(self.run(&script).await, json!(true), "{css} takes the focus");
    }

    /// Chooses a language by its link and waits until its page answers.
    pub async fn choose(&self, tag: &str) {
        let quoted = json!(tag);
        let script = format!(
            "if (document.documentElement.lang !== {quoted}) document.querySelector(`.languages a[lang=${{{quoted}}}]`).click()"
        );
        self.run(&script).await;
        let there = format!("html[lang={tag}] body[data-ready]");
        self.client.wait().at_most(Duration::from_secs(20)).for_element(Locator::Css(&there)).await.unwrap();
        self.settle().await;
    }

    /// Presses a key in whatever document has the focus.
    #[allow(dead_code)] // the benchmarks share this file
    pub async fn press_key(&self, key: &'static str) {
        let (key, code) = if key == TAB { ("Tab", 9) } else { (key, 0) };
        for kind in ["keyDown", "keyUp"] {
            let press = json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code });
            self.chromium("Input.dispatchKeyEvent", press).await;
        }
    }

    /// Presses a key where the focus is.
    pub async fn press(&self, key: &str) {
        self.client.active_element().await.unwrap().send_keys(key).await.unwrap();
    }
}

fn timeouts() -> fantoccini::wd::TimeoutConfiguration {
    let long = Some(Duration::from_secs(30));
    fantoccini::wd::TimeoutConfiguration::new(long, long, Some(Duration::ZERO))
}

/// The arrow key to the right, as WebDriver names it.
pub const RIGHT: &str = "\u{e014}";
/// The tabulator.
pub const TAB: &str = "\u{e004}";
/// The escape key.
pub const ESCAPE: &str = "\u{e00c}";
/// The key.
pub const PAGE_DOWN: &str = "\u{e00f}";

/// Keeps every text that is painted on a canvas since it was cleared: text, place, left edge, width. (A background fills
/// the whole of it.)
#[allow(dead_code)] // the benchmarks share this file
pub const PAINTED: &str = "const texts = new WeakMap(); window.painted = texts; const proto = CanvasRenderingContext2D.prototype; const fillRect = proto.fillRect, fillText = proto.fillText; proto.fillRect = function (x, y, w, h) { if (w >= this.canvas.width && h >= this.canvas.height) texts.set(this.canvas, []); return fillRect.call(this, x, y, w, h); }; proto.fillText = function (t, x, y) { const w = this.measureText(t).width; const left = this.textAlign === 'center' ? x - w / 2 : this.textAlign === 'right' || this.textAlign === 'end' ? x - w : x; texts.get(this.canvas)?.push([t, x, y, left, w]); return fillText.call(this, t, x, y); };";
