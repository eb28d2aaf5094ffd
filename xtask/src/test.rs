//! Everything that must hold, in the order in which it fails fastest.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::browser::Driver;
use crate::engines::Engine;
use crate::hosts::{self, Hosts};
use crate::serve::{Quirk, Served};
use crate::summary::Summary;
use crate::tools::{self, Outcome, cargo};
use crate::{data, debian, features, laws, montecarlo, package, site, sizes};

/// The module of the browser tests that use nothing which one engine has by itself.
const EVERYWHERE: &str = "engines::";

/// Runs all checks; the browser tests in these engines, of which Chromium runs all and the others those that are for every
/// engine. A browser that is missing is asked for before anything that takes minutes.
pub fn run(engines: &[Engine]) -> Outcome<()> {
    let mut summary = Summary::begin();
    step("format", cargo().args(["fmt", "--all", "--check"]))?;
    for engine in engines {
        engine.found()?;
    }
    let lints = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        "pseudo,browser-tests,cli,ssr",
        "--",
        "-D",
        "warnings",
    ];
    step("lints", cargo().args(lints))?;
    laws::begin()?;
    debian::called()?;
    let mut tests = cargo();
    tests
        .args(["test", "--workspace", "--features", "pseudo,cli,ssr", "--quiet"])
        .env("LODESTONE_LAWS", laws::folder());
    counted(&mut summary, "tests", "tests", &mut tests)?;
    heading("laws of the engine");
    laws::check()?;
    heading("data package");
    data::run()?;
    heading("rows of the feature list");
    summary.add("rows of the feature list", features::check()?);
    heading("page");
    let dist = site::publish(None)?;
    summary.add("heaviest first visit", sizes::run(&dist, false)?);
    heading("package");
    package::test(&dist.join(package::FOLDER))?;
    in_browsers(&mut summary, &dist, engines)?;
    println!("{}", summary.text());
    Ok(())
}

/// The browser tests alone, on the site that is built in a folder.
pub fn of(dist: &Path, engines: &[Engine]) -> Outcome<()> {
    let mut summary = Summary::begin();
    let dist = dist.canonicalize().map_err(|e| format!("{}: {e}.", dist.display()))?;
    in_browsers(&mut summary, &dist, engines)?;
    println!("{}", summary.text());
    Ok(())
}

/// What the browser tests are pointed at; it is gone when this is dropped.
struct Around {
    /// Addresses, by the variables under which the tests look for them.
    served: Vec<(&'static str, Served)>,
    hosts: Hosts,
    axe: PathBuf,
}

impl Around {
    fn start(dist: &Path) -> Outcome<Self> {
        let page = Served::start(dist, 0)?;
        // Pages of others that show a calculator.
        let hosts = hosts::start(dist, &page)?;
        let served = vec![
            ("LODESTONE_PAGE", page),
            ("LODESTONE_DRAWS", Served::start(&montecarlo::page()?, 0)?),
            // The same site on hosts that do not know wasm, or have lost it.
            ("LODESTONE_WRONG_MIME", Served::start_with(dist, 0, Quirk::WrongMime)?),
            ("LODESTONE_NO_WASM", Served::start_with(dist, 0, Quirk::NoWasm)?),
        ];
        Ok(Self { served, hosts, axe: tools::axe()? })
    }
}

fn in_browsers(summary: &mut Summary, dist: &Path, engines: &[Engine]) -> Outcome<()> {
    let around = Around::start(dist)?;
    for engine in engines {
        let driver = Driver::of(*engine)?;
        let mut tests = cargo();
        for (variable, served) in &around.served {
            tests = driver.told(tests, variable, served);
        }
        // The file that holds the whole site is opened from a disk.
        tests.env("LODESTONE_DIST", dist).env("LODESTONE_AXE", &around.axe);
        tests.env("LODESTONE_HOSTS", &around.hosts.served.address);
        tests.env("LODESTONE_HOSTS_FOLDER", around.hosts.folder.path());
        tests.args([
            "test",
            "--package",
            "lodestone",
            "--features",
            "browser-tests",
            "--test",
            "browser",
            "--quiet",
            "--",
        ]);
        match engine {
            Engine::Chromium => tests.arg("--test-threads=2"),
            // Their drivers take one session at a time.
            Engine::Firefox | Engine::WebKit => tests.args([EVERYWHERE, "--test-threads=1"]),
        };
        let name = format!("{} {}", engine.name(), driver.version);
        counted(summary, &format!("browser tests in {name}"), &name, &mut tests)?;
    }
    Ok(())
}

/// A step that runs tests, which are counted.
fn counted(summary: &mut Summary, title: &str, what: &str, command: &mut Command) -> Outcome<()> {
    heading(title);
    let begun = Instant::now();
    let printed = tools::run_heard(command)?;
    summary.tests(what, &printed, begun.elapsed());
    Ok(())
}

fn step(name: &str, command: &mut Command) -> Outcome<()> {
    heading(name);
    tools::run(command)
}

fn heading(name: &str) {
    println!("\n── {name}");
}
