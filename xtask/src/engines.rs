//! The browsers of the tests and their drivers: found, installed where that can be done, or asked for in one sentence.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::debian;
use crate::tools::{self, Outcome, answer};

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Blink, through ChromeDriver.
    Chromium,
    /// Gecko, through geckodriver.
    Firefox,
    /// WebKitGTK, through WebKitWebDriver, on a display that nobody sees.
    WebKit,
}

/// A browser with its driver.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// The browser: a name on the `PATH`, or where it stands.
    pub browser: String,
    /// The driver.
    pub driver: PathBuf,
}

impl Found {
    /// The browser's version; some say it on a display only.
    pub fn version(&self, display: Option<&str>) -> String {
        let mut command = Command::new(&self.browser);
        command.arg("--version").envs(display.map(|number| ("DISPLAY", number)));
        let said = command.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
        said.ok().as_deref().and_then(version).unwrap_or_else(|| "of an unknown version".to_owned())
    }
}

/// Names under which the browsers go.
const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];
/// Below these folders WebKitGTK keeps its small browser, in one of its own by version or beside it by machine.
const LIBRARIES: [&str; 3] = ["/usr/libexec", "/usr/lib", "/usr/lib64"];
const SMALL_BROWSER: &str = "MiniBrowser";
/// A display that nobody sees.
pub const DISPLAY: &str = "Xvfb";

impl Engine {
    /// All of them, in the order in which the tests run.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        }
    }

    /// Its name for the tests, and after `cargo xtask test --of FOLDER`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The one with this key.
    pub fn named(key: &str) -> Outcome<Self> {
        let known = Self::ALL.into_iter().find(|engine| engine.key() == key);
        known.ok_or_else(|| format!("“{key}” is no engine; accepted: {}.", Self::ALL.map(Self::key).join(", ")))
    }

    /// The browser and its driver; installed where they are missing.
    pub fn found(self) -> Outcome<Found> {
        if let Some(found) = self.find() {
            return Ok(found);
        }
        let (packages, wanted) = self.wanted();
        println!("Installing {} and its driver …", self.name());
        let installed = debian::install(packages).and_then(|()| match self {
            Self::Firefox => tools::geckodriver().map(drop),
            _ => Ok(()),
        });
        installed.map_err(|why| format!("{why} {wanted}"))?;
        self.find().ok_or_else(|| wanted.to_owned())
    }

    fn find(self) -> Option<Found> {
        match self {
            Self::Chromium => {
                let browser = first(&CHROMIUM)?;
                works("chromedriver").then(|| Found { browser, driver: "chromedriver".into() })
            }
            Self::Firefox => {
                let browser = first(&FIREFOX)?;
                // A pinned tool of crates.io, which is there or is installed.
                Some(Found { browser, driver: tools::geckodriver().ok()? })
            }
            Self::WebKit => {
                let browser = LIBRARIES.iter().find_map(|folder| small_browser(Path::new(folder), 2))?;
                let (driver, _) = (on_path("WebKitWebDriver")?, on_path(DISPLAY)?);
                Some(Found { browser: browser.to_string_lossy().into_owned(), driver })
            }
        }
    }

    /// Packages of Debian, and what to do elsewhere.
    fn wanted(self) -> (&'static [&'static str], &'static str) {
        match self {
            Self::Chromium => (
                &["chromium", "chromium-driver", "fonts-noto-cjk"],
                "The browser tests need Chromium and its ChromeDriver: install them (on Debian: apt-get install chromium chromium-driver) and run this again.",
            ),
            Self::Firefox => (
                &["firefox-esr", "fonts-noto-cjk"],
                "The tests in all browsers need Firefox: install it (on Debian: apt-get install firefox-esr) and run this again.",
            ),
            Self::WebKit => (
                &["webkit2gtk-driver", "xvfb", "fonts-noto-cjk"],
                "The tests in all browsers need WebKitGTK with its MiniBrowser and WebKitWebDriver, and Xvfb: install them (on Debian: apt-get install webkit2gtk-driver xvfb) and run this again.",
            ),
        }
    }
}

/// A program that does not say its version.
fn on_path(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn works(program: &str) -> bool {
    answer(Path::new(program), "--version").is_some_and(|a| !a.is_empty())
}

/// The first of these programs that is there.
fn first(programs: &[&str]) -> Option<String> {
    programs.iter().find(|name| works(name)).map(|name| (*name).to_owned())
}

/// The version in what a program says of itself: the first word that begins with a digit.
fn version(said: &str) -> Option<String> {
    said.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit())).map(str::to_owned)
}

/// The small browser of WebKitGTK in a folder, or in those below it that are named after a machine or after it.
fn small_browser(folder: &Path, deep: usize) -> Option<PathBuf> {
    let here = folder.join(SMALL_BROWSER);
    if here.is_file() {
        return Some(here);
    }
    let mut below: Vec<PathBuf> = std::fs::read_dir(folder).ok()?.filter_map(|e| Some(e.ok()?.path())).collect();
    // The newest interface of the library first.
    below.sort_by(|a, b| b.cmp(a));
    let likely = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        deep > 0 && (name.starts_with("webkit2gtk-") || name.starts_with("webkitgtk-") || name.contains("-linux-gnu"))
    };
    below.into_iter().filter(likely).find_map(|path| small_browser(&path, deep - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_what_each_browser_says() {
        for (said, wanted) in [
            ("Chromium 153.0.7204.49 built on Debian GNU/Linux 12 (bookworm)\n", "153.0.7204.49"),
            ("Mozilla Firefox 153.8.0esr\n", "153.8.0esr"),
            ("WebKitGTK 2.50.6\n", "2.50.6"),
        ] {
            assert_eq!(version(said).as_deref(), Some(wanted));
        }
        assert_eq!(version(""), None);
    }

    #[test]
    fn the_small_browser_is_found_where_distributions_keep_it() {
        let folder = tempfile::tempdir().unwrap();
        for place in ["webkit2gtk-4.0", "x86_64-linux-gnu/webkit2gtk-4.1", "x86_64-linux-gnu/other"] {
            std::fs::create_dir_all(folder.path().join(place)).unwrap();
        }
        assert_eq!(small_browser(folder.path(), 2), None);
        let there = folder.path().join("x86_64-linux-gnu/webkit2gtk-4.1").join(SMALL_BROWSER);
        std::fs::write(folder.path().join("x86_64-linux-gnu/other").join(SMALL_BROWSER), "").unwrap();
        std::fs::write(&there, "").unwrap();
        assert_eq!(small_browser(folder.path(), 2), Some(there));
    }

    #[test]
    fn an_engine_has_a_key_and_another_word_is_refused() {
        for engine in Engine::ALL {
            assert_eq!(Engine::named(engine.key()), Ok(engine));
        }
        assert_eq!(Engine::named("lynx").unwrap_err(), "“lynx” is no engine; accepted: chromium, firefox, webkit.");
    }
}
