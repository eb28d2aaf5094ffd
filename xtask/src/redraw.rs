//! How long the page takes to draw a chart anew, beside another library that draws the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::Driver;
use crate::peers;
use crate::serve::Served;
use crate::tools::{self, Outcome, cargo, root};

const PACKAGE: &str = "lodestone-redraw";
/// Files of the page beside the program.
const FILES: [&str; 2] = ["index.html", "page.js"];
const PEER: &str = "uplot.html";

/// Builds the page; the folder that holds it. It is no part of the site.
fn page() -> Outcome<PathBuf> {
    let path = tools::path()?;
    println!("Building the page that draws …");
    let mut build = cargo();
    build.args(["build", "--quiet", "--release", "--package", PACKAGE, "--lib", "--target", "wasm32-unknown-unknown"]);
    tools::run(&mut build)?;
    let folder = tools::target_dir().join("redraw");
    let program = tools::target_dir().join("wasm32-unknown-unknown/release/lodestone_redraw.wasm");
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder).arg(program).env("PATH", path);
    tools::run(&mut bindgen)?;
    for file in FILES {
        copy(&root().join("benches/redraw/page").join(file), &folder)?;
    }
    Ok(folder)
}

/// Puts the page of the other library beside it, if that can be had.
fn peer(folder: &Path) -> Outcome<()> {
    let Some(library) = peers::uplot() else { return Ok(()) };
    for file in ["uPlot.iife.min.js", "uPlot.min.css"] {
        copy(&library.join("dist").join(file), folder)?;
    }
    copy(&root().join("benches/redraw/peers").join(PEER), folder)
}

fn copy(from: &Path, folder: &Path) -> Outcome<()> {
    let name = from.file_name().unwrap_or_default();
    fs::copy(from, folder.join(name)).map(drop).map_err(|e| format!("{} could not be copied ({e}).", from.display()))
}

/// Prints the times of both.
pub fn bench() -> Outcome<()> {
    let folder = page()?;
    peer(&folder)?;
    let served = Served::start(&folder, 0)?;
    let driver = Driver::start()?;
    let mut redraw = driver.told(cargo(), "LODESTONE_REDRAW", &served);
    redraw.args(["bench", "--quiet", "--profile", "dev", "--package", "lodestone", "--features", "browser-tests"]);
    tools::run(redraw.args(["--bench", "redraw"]))
}
