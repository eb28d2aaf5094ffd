//! Everything that must hold, in the order in which it fails fastest.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;

use crate::browser::Driver;
use crate::engines::Engine;
use crate::hosts::{self, Hosts};
use crate::serve::{Quirk, Served};
use crate::summary::Summary;
use crate::tools::{self, Outcome, cargo};
use crate::{data, debian, features, laws, montecarlo, package, run, site, sizes};

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

    /// The command that runs the tests of an engine.
    fn tests(&self, dist: &Path, driver: &Driver) -> Command {
        let mut tests = cargo();
        for (variable, served) in &self.served {
            tests = driver.told(tests, variable, served);
        }
        // The file that holds the whole site is opened from a disk.
        tests.env("LODESTONE_DIST", dist).env("LODESTONE_AXE", &self.axe);
        tests.env("LODESTONE_HOSTS", &self.hosts.served.address);
        tests.env("LODESTONE_HOSTS_FOLDER", self.hosts.folder.path());
        tests.args(["test", "--package", "lodestone", "--features", "browser-tests", "--test", "browser", "--quiet"]);
        match driver.engine {
            Engine::Chromium => tests.args(["--", "--test-threads=2"]),
            // Their drivers take one session at a time.
            Engine::Firefox | Engine::WebKit => tests.args(["--", EVERYWHERE, "--test-threads=1"]),
        };
        tests
    }
}

fn in_browsers(summary: &mut Summary, dist: &Path, engines: &[Engine]) -> Outcome<()> {
    let around = Around::start(dist)?;
    let (first, others): (Vec<Engine>, Vec<_>) = engines.iter().partition(|engine| **engine == Engine::Chromium);
    for engine in first {
        let driver = Driver::of(engine)?;
        let name = driver.name();
        counted(summary, &format!("browser tests in {name}"), &name, &mut around.tests(dist, &driver))?;
    }
    // One session at a time leaves a processor idle: these engines run beside each other, and are printed one after the other.
    let drivers = others.into_iter().map(Driver::of).collect::<Outcome<Vec<_>>>()?;
    let names = drivers.iter().map(Driver::name).collect::<Vec<_>>().join(" and ");
    if !drivers.is_empty() {
        println!("\nTests for every engine in {names} …");
    }
    let timed = |driver: &Driver| {
        let begun = Instant::now();
        (run::run_beside(&mut around.tests(dist, driver)), begun.elapsed())
    };
    let ran: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = drivers.iter().map(|driver| scope.spawn(|| timed(driver))).collect();
        threads.into_iter().map(thread::ScopedJoinHandle::join).collect()
    });
    let mut failures = Vec::new();
    for (driver, ran) in drivers.iter().zip(ran) {
        let (outcome, took) = ran.map_err(|_| format!("the tests in {} stopped.", driver.name()))?;
        let (printed, failed) = outcome?;
        heading(&format!("browser tests in {}", driver.name()));
        print!("{printed}");
        summary.tests(driver.name(), &printed, took);
        failures.extend(failed);
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join(" ")) }
}

/// A step that runs tests, which are counted.
fn counted(summary: &mut Summary, title: &str, what: &str, command: &mut Command) -> Outcome<()> {
    heading(title);
    let begun = Instant::now();
    let printed = run::run_heard(command)?;
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
