//! Everything that must hold, in the order in which it fails fastest.

use std::process::Command;
use std::time::Instant;

use crate::browser::Driver;
use crate::serve::{Quirk, Served};
use crate::tools::{self, Outcome, cargo};
use crate::{data, features, hosts, laws, montecarlo, package, site, sizes};

/// Runs all checks.
pub fn run() -> Outcome<()> {
    let begun = Instant::now();
    step("format", cargo().args(["fmt", "--all", "--check"]))?;
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
    tools::called()?;
    let mut tests = cargo();
    tests
        .args(["test", "--workspace", "--features", "pseudo,cli,ssr", "--quiet"])
        .env("LODESTONE_LAWS", laws::folder());
    step("tests", &mut tests)?;
    heading("laws of the engine");
    laws::check()?;
    heading("data package");
    data::run()?;
    heading("rows of the feature list");
    features::check()?;
    heading("page");
    let dist = site::publish(None)?;
    sizes::run(&dist, false)?;
    heading("package");
    package::test(&dist.join(package::FOLDER))?;
    let (served, draws) = (Served::start(&dist, 0)?, Served::start(&montecarlo::page()?, 0)?);
    let wrong_mime = Served::start_with(&dist, 0, Quirk::WrongMime)?;
    let no_wasm = Served::start_with(&dist, 0, Quirk::NoWasm)?;
    let driver = Driver::start()?;
    let mut browser = driver.told(driver.told_to(cargo(), &served), "LODESTONE_DRAWS", &draws);
    // The same site on hosts that do not know wasm, or have lost it.
    browser.env("LODESTONE_WRONG_MIME", &wrong_mime.address).env("LODESTONE_NO_WASM", &no_wasm.address);
    browser.env("LODESTONE_AXE", tools::axe()?);
    // The file that holds the whole site is opened from a disk.
    browser.env("LODESTONE_DIST", &dist);
    // Pages of others that show a calculator.
    let hosts = hosts::start(&dist, &served)?;
    browser.env("LODESTONE_HOSTS", &hosts.served.address).env("LODESTONE_HOSTS_FOLDER", hosts.folder.path());
    browser.args(["test", "--package", "lodestone", "--features", "browser-tests", "--test", "browser", "--quiet"]);
    step("browser tests", browser.args(["--", "--test-threads=2"]))?;
    println!("\nAll checks hold; they took {} s.", begun.elapsed().as_secs());
    Ok(())
}

fn step(name: &str, command: &mut Command) -> Outcome<()> {
    heading(name);
    tools::run(command)
}

fn heading(name: &str) {
    println!("\n── {name}");
}
