//! Other programs that draw the same model, or the same chart: installed into the folder of what is built, left out where they cannot be.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::{self, Outcome, answer, root};

/// The pinned versions.
const NUMPY: &str = "numpy==2.4.6";
const SQUIGGLE: &str = "@quri/squiggle-lang@0.10.0";
const UPLOT: &str = "uplot@1.6.32";

/// A program that takes a number of draws and of runs.
pub struct Peer {
    program: PathBuf,
    script: PathBuf,
    folder: PathBuf,
}

impl Peer {
    /// The call, without its two numbers.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.arg(&self.script).current_dir(&self.folder);
        command
    }
}

/// NumPy in an environment of its own.
pub fn numpy() -> Option<Peer> {
    said(environment(), "NumPy")
}

/// squiggle-lang in a folder of its own.
pub fn squiggle() -> Option<Peer> {
    said(package(), "squiggle-lang")
}

/// The folder of uPlot, which draws charts.
pub fn uplot() -> Option<PathBuf> {
    said(installed("uplot", UPLOT, "uplot/package.json"), "uPlot").map(|folder| folder.join("node_modules/uplot"))
}

fn said<T>(peer: Outcome<T>, name: &str) -> Option<T> {
    peer.inspect_err(|why| println!("{name} is not measured: {why}")).ok()
}

fn folder(name: &str) -> Outcome<PathBuf> {
    let folder = tools::target_dir().join("peers").join(name);
    fs::create_dir_all(&folder).map_err(|e| format!("{} could not be made ({e}).", folder.display()))?;
    Ok(folder)
}

fn script(name: &str) -> PathBuf {
    root().join("benches/montecarlo/peers").join(name)
}

fn environment() -> Outcome<Peer> {
    let folder = folder("numpy")?;
    let program = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let there = || Command::new(&program).args(["-c", "import numpy"]).output().is_ok_and(|o| o.status.success());
    if !there() {
        let found = ["python3", "python"].into_iter().find(|p| answer(Path::new(p), "--version").is_some());
        let python = found.ok_or("Python is not there.")?;
        println!("Installing {NUMPY} …");
        tools::run(Command::new(python).args(["-m", "venv", "--clear"]).arg(&folder))?;
        let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", NUMPY];
        tools::run(Command::new(&program).args(install))?;
    }
    Ok(Peer { program, script: script("numpy_mc.py"), folder })
}

fn package() -> Outcome<Peer> {
    let folder = installed("squiggle", SQUIGGLE, "@quri/squiggle-lang/package.json")?;
    Ok(Peer { program: "node".into(), script: script("squiggle.mjs"), folder })
}

/// A folder with a package of npm in it, known by one of its files.
fn installed(name: &str, package: &str, file: &str) -> Outcome<PathBuf> {
    let folder = folder(name)?;
    if !folder.join("node_modules").join(file).exists() {
        println!("Installing {package} …");
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let mut install = Command::new(npm);
        install.args(["install", "--no-fund", "--no-audit", "--ignore-scripts", "--prefix"]).arg(&folder).arg(package);
        tools::run(&mut install)?;
    }
    Ok(folder)
}
