//! A driver that runs a browser for the tests, on a free port of this machine, until it is dropped.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

use crate::engines::{DISPLAY, Engine};
use crate::serve::Served;
use crate::tools::Outcome;

/// What a driver writes, in its folder.
const SAID: &str = "said.txt";
/// Where its browser saves files, in its folder.
const DOWNLOADS: &str = "downloads";
/// How much a hidden display shows: more than the window of the tests.
const SCREEN: &str = "1400x1000x24";

/// A running driver; it ends when dropped.
pub struct Driver {
    /// The engine that it drives.
    pub engine: Engine,
    version: String,
    address: String,
    browser: String,
    folder: TempDir,
    // In this order they end.
    _process: Running,
    _display: Option<Running>,
}

/// A program that ends when this is dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Driver {
    /// Finds or installs Chromium and its driver, and starts that.
    pub fn start() -> Outcome<Self> {
        Self::of(Engine::Chromium)
    }

    /// The same for any engine.
    pub fn of(engine: Engine) -> Outcome<Self> {
        let found = engine.found()?;
        let fault = |e: std::io::Error| format!("the driver of {} could not be started ({e}).", engine.name());
        let folder = tempfile::tempdir().map_err(fault)?;
        let downloads = folder.path().join(DOWNLOADS);
        fs::create_dir(&downloads).map_err(fault)?;
        let said = File::create(folder.path().join(SAID)).map_err(fault)?;
        let listener = TcpListener::bind("127.0.0.1:0").map_err(|e| format!("no port is free ({e})."))?;
        let port = listener.local_addr().map_err(|e| format!("no port is free ({e})."))?.port();
        drop(listener);
        let mut command = Command::new(&found.driver);
        command.arg(format!("--port={port}"));
        let (mut display, mut shown) = (None, None);
        if engine == Engine::WebKit {
            // It has no way to be without a window, and saves files where the folders of its user say.
            let (hidden, number) = hidden()?;
            display = Some(hidden);
            shown = Some(number.clone());
            let text = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
            fs::write(folder.path().join("user-dirs.dirs"), text).map_err(fault)?;
            command.env("DISPLAY", number).env("XDG_CONFIG_HOME", folder.path()).env("LIBGL_ALWAYS_SOFTWARE", "1");
            command.env_remove("WAYLAND_DISPLAY");
            // A browser that has crashed leaves a session that nobody can end.
            command.arg("--replace-on-new-session");
        }
        command.stdout(said.try_clone().map_err(fault)?).stderr(said);
        let process = Running(command.spawn().map_err(fault)?);
        let address = format!("http://127.0.0.1:{port}");
        let version = found.version(shown.as_deref());
        let driver =
            Self { engine, version, address, browser: found.browser, folder, _process: process, _display: display };
        for _ in 0..100 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(driver);
            }
            sleep(Duration::from_millis(100));
        }
        Err(format!("The driver of {} did not answer within ten seconds.", engine.name()))
    }

    /// The browser with its version.
    pub fn name(&self) -> String {
        format!("{} {}", self.engine.name(), self.version)
    }

    /// A command that finds browser and driver, and in `variable` the address of a page.
    pub fn told(&self, mut command: Command, variable: &str, page: &Served) -> Command {
        command.env(variable, &page.address);
        command.env("LODESTONE_DRIVER", &self.address).env("LODESTONE_BROWSER", &self.browser);
        command.env("LODESTONE_ENGINE", self.engine.key()).env("LODESTONE_DRIVER_SAID", self.folder.path().join(SAID));
        command.env("LODESTONE_DOWNLOADS", self.folder.path().join(DOWNLOADS));
        command
    }
}

/// A display that nobody sees, and its number.
fn hidden() -> Outcome<(Running, String)> {
    let fault = |e: std::io::Error| format!("{DISPLAY} could not be started ({e}).");
    let mut command = Command::new(DISPLAY);
    command.args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(fault)?;
    let output = child.stdout.take();
    let running = Running(child);
    let mut number = String::new();
    if let Some(output) = output {
        // It says its number once it can be used.
        BufReader::new(output).read_line(&mut number).map_err(fault)?;
    }
    if number.trim().is_empty() {
        return Err(format!("{DISPLAY} ended before it had a display."));
    }
    Ok((running, format!(":{}", number.trim())))
}

/// Chromium by itself: found, or installed.
pub fn browser() -> Outcome<String> {
    Engine::Chromium.found().map(|found| found.browser)
}
