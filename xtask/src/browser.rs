//! A browser and its driver for the tests: found, installed on Debian as root, or asked for in one sentence.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::serve::Served;
use crate::tools::{Outcome, answer, install_debian};

const WANTED: &str = "The browser tests need Chromium and its ChromeDriver: install them (on Debian: apt-get install chromium chromium-driver) and run this again.";
/// Names under which the browser goes.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A running driver; it ends when dropped.
pub struct Driver {
    address: String,
    browser: String,
    process: Child,
}

impl Driver {
    /// Finds or installs browser and driver, and starts the driver on a free port.
    pub fn start() -> Outcome<Self> {
        let (browser, driver) = match find() {
            Some(found) => found,
            None => {
                install()?;
                find().ok_or(WANTED)?
            }
        };
        let listener = TcpListener::bind("127.0.0.1:0").map_err(|e| format!("no port is free ({e})."))?;
        let port = listener.local_addr().map_err(|e| format!("no port is free ({e})."))?.port();
        drop(listener);
        let mut command = Command::new(driver);
        command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        let process = command.spawn().map_err(|e| format!("ChromeDriver could not be started ({e})."))?;
        let driver = Self { address: format!("http://127.0.0.1:{port}"), browser, process };
        for _ in 0..100 {
            if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(driver);
            }
            sleep(Duration::from_millis(100));
        }
        Err("ChromeDriver did not answer within ten seconds.".into())
    }

    /// A command that finds browser, driver and page by the variables that the browser tests read.
    pub fn told_to(&self, command: Command, page: &Served) -> Command {
        self.told(command, "LODESTONE_PAGE", page)
    }

    /// A command that finds browser and driver, and in `variable` the address of a page.
    pub fn told(&self, mut command: Command, variable: &str, page: &Served) -> Command {
        command.env(variable, &page.address);
        command.env("LODESTONE_DRIVER", &self.address).env("LODESTONE_BROWSER", &self.browser);
        command
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The browser by itself: found, or installed.
pub fn browser() -> Outcome<String> {
    if find().is_none() {
        install()?;
    }
    find().map(|(browser, _)| browser).ok_or_else(|| WANTED.to_owned())
}

fn find() -> Option<(String, PathBuf)> {
    let works = |p: &str| answer(Path::new(p), "--version").filter(|a| !a.is_empty()).is_some();
    let browser = BROWSERS.into_iter().find(|b| works(b))?;
    works("chromedriver").then(|| (browser.to_owned(), PathBuf::from("chromedriver")))
}

fn install() -> Outcome<()> {
    println!("Installing Chromium and its driver …");
    install_debian(&["chromium", "chromium-driver", "fonts-noto-cjk"]).map_err(|why| format!("{why} {WANTED}"))
}
