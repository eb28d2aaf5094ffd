//! The engine that is driven: what a session of it asks for, and what its console says.
//!
//! `LODESTONE_ENGINE` names it; Chromium where nothing does. Nothing but this machine can be reached in any of them.

use std::env;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

/// The window, in pixels.
pub const WINDOW: (u32, u32) = (1280, 900);
/// Nobody listens there: the way to everything that is not this machine.
const NOWHERE: (&str, u16) = ("127.0.0.1", 9);

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Blink, through ChromeDriver.
    Chromium,
    /// Gecko, through geckodriver.
    Firefox,
    /// WebKitGTK, through WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// The one that is driven.
    pub fn driven() -> Self {
        match env::var("LODESTONE_ENGINE").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("LODESTONE_ENGINE is {other}; accepted: chromium, firefox, webkit"),
        }
    }

    /// What a session asks of the driver.
    pub fn capabilities(self) -> Map<String, Value> {
        let program = which(&setting("LODESTONE_BROWSER"));
        let (name, port) = NOWHERE;
        let Value::Object(capabilities) = (match self {
            Self::Chromium => {
                let mut options = json!({
                    "args": [
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                        format!("--window-size={},{}", WINDOW.0, WINDOW.1),
                    ],
                });
                if let Some(path) = program {
                    options["binary"] = json!(path);
                }
                if let Some(folder) = downloads() {
                    options["prefs"] = json!({ "download.default_directory": folder });
                }
                json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } })
            }
            Self::Firefox => {
                let mut preferences = json!({
                    "network.proxy.type": 1,
                    "network.proxy.http": name,
                    "network.proxy.http_port": port,
                    "network.proxy.ssl": name,
                    "network.proxy.ssl_port": port,
                    // Its own services would knock there all the time.
                    "app.normandy.enabled": false,
                    "services.settings.server": "",
                });
                if let Some(folder) = downloads() {
                    preferences["browser.download.folderList"] = json!(2);
                    preferences["browser.download.dir"] = json!(folder);
                    // A list of what was saved would open, and take the keyboard.
                    preferences["browser.download.alwaysOpenPanel"] = json!(false);
                }
                json!({ "moz:firefoxOptions": { "binary": program, "args": ["-headless"], "prefs": preferences } })
            }
            // Where it saves files is said to its driver, by the folders of the user. (A `proxy` asked of the driver instead of the
            // browser has one in ten of these browsers crash at its start.)
            Self::WebKit => json!({
                "webkitgtk:browserOptions": {
                    "binary": program,
                    "args": [
                        "--automation",
                        format!("--proxy=http://{name}:{port}"),
                        "--ignore-host=127.0.0.1",
                    ],
                },
            }),
        }) else {
            unreachable!("an object is written above")
        };
        capabilities
    }
}

/// What `cargo xtask test` says to the tests under a name.
pub fn setting(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set; `cargo xtask test` sets it"))
}

/// The folder into which the browser saves files.
pub fn downloads() -> Option<PathBuf> {
    env::var_os("LODESTONE_DOWNLOADS").map(PathBuf::from)
}

/// The full path of a program; drivers want one.
fn which(program: &str) -> Option<String> {
    let folders = env::var_os("PATH")?;
    let mut all = env::split_paths(&folders).map(|folder| folder.join(program));
    all.find(|path| path.is_file()).map(|path| path.display().to_string())
}

/// A session of the driver. Some drivers take one at a time: that of a test that failed is ended with the test, or every
/// test behind it would fail too.
pub struct Session {
    /// Its name.
    pub id: String,
    /// How much the driver had written when it began.
    begun: usize,
}

impl Session {
    /// The one that has just begun.
    pub fn begun(id: String) -> Self {
        Self { id, begun: written().len() }
    }

    /// Faults that Firefox has told its driver since the session began. (It repeats every error of a page there.)
    pub fn told(&self) -> Vec<String> {
        let all = written();
        let new = String::from_utf8_lossy(all.get(self.begun..).unwrap_or_default()).into_owned();
        let of_pages = ["JavaScript error: http", "JavaScript error: file", "JavaScript error: blob"];
        new.lines().filter(|line| of_pages.iter().any(|of| line.starts_with(of))).map(str::to_owned).collect()
    }
}

/// What the driver has written.
fn written() -> Vec<u8> {
    env::var_os("LODESTONE_DRIVER_SAID").and_then(|file| fs::read(Path::new(&file)).ok()).unwrap_or_default()
}

impl Drop for Session {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            return;
        }
        let address = setting("LODESTONE_DRIVER");
        let host = address.trim_start_matches("http://");
        if let Ok(mut driver) = TcpStream::connect(host) {
            let _ = write!(
                driver,
                "DELETE /session/{} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                self.id
            );
            let _ = driver.read(&mut [0]);
        }
    }
}
