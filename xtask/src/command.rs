//! The native command, built for this machine: what the site publishes of it, and how fast its batch is.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::tools::{self, Outcome, cargo, root};

/// Features and name of the command.
const COMMAND: [&str; 4] = ["--features", "cli", "--bin", "lodestone"];
/// Rows of the short and of the long batch.
const ROWS: [u32; 2] = [10_000, 1_000_000];

/// Writes the data that the site publishes: tables, citations, answers of the scenarios, description of all inputs.
pub fn publish(folder: &Path) -> Outcome<()> {
    let mut publish = cargo();
    publish.args(["run", "--quiet"]).args(COMMAND).args(["--", "publish", "--out"]).arg(folder);
    tools::run(publish.stdout(Stdio::null()))
}

/// What the command answers, as text.
pub fn answer(arguments: &[&str]) -> Outcome<String> {
    let mut asked = cargo();
    asked.args(["run", "--quiet"]).args(COMMAND).arg("--").args(arguments);
    let output = asked.output().map_err(|e| format!("cargo could not be started ({e})."))?;
    if !output.status.success() {
        return Err(format!("lodestone {} failed: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr)));
    }
    String::from_utf8(output.stdout).map_err(|e| format!("what the command answers is no text ({e})."))
}

/// Builds the command for tests; where it is.
pub fn built() -> Outcome<PathBuf> {
    tools::run(cargo().args(["build", "--quiet"]).args(COMMAND))?;
    Ok(tools::target_dir().join("debug").join(format!("lodestone{}", std::env::consts::EXE_SUFFIX)))
}

/// Prints rows a second on one core, and the most memory used, for a short and a long batch.
pub fn bench() -> Outcome<()> {
    tools::run(cargo().args(["build", "--release", "--quiet"]).args(COMMAND))?;
    let command = root().join("target/release/lodestone");
    let folder = std::env::temp_dir().join(format!("lodestone-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|e| format!("{} could not be made ({e}).", folder.display()))?;
    for rows in ROWS {
        let file = folder.join(format!("{rows}.csv"));
        std::fs::write(&file, scenarios(rows)).map_err(|e| format!("{}: {e}.", file.display()))?;
        let mut batch = pinned(&command);
        batch.arg("batch").arg(&file).args(["--stats", "--threads", "1"]).stdout(Stdio::null());
        tools::run(&mut batch)?;
    }
    std::fs::remove_dir_all(&folder).map_err(|e| format!("{} could not be removed ({e}).", folder.display()))
}

/// The command on one core, where the system can be told so.
fn pinned(command: &Path) -> Command {
    if tools::answer(Path::new("taskset"), "--version").is_some() {
        let mut taskset = Command::new("taskset");
        taskset.args(["--cpu-list", "0"]).arg(command);
        return taskset;
    }
    Command::new(command)
}

/// A CSV of different cost scenarios.
fn scenarios(rows: u32) -> String {
    let mut out = String::from("id,ev-magnet-kg,price-nd-oxide,shock-price-abs,wind-mw,fx-krw\n");
    for i in 0..rows {
        // Strides without a common divisor: values differ from row to row, and need no random numbers.
        let part = |stride: u32, of: u32| f64::from(i * stride % of) / f64::from(of);
        let (kg, price, rise) = (0.5 + 4.0 * part(7, 997), 40.0 + 100.0 * part(11, 991), 200.0 * part(13, 983));
        let (mw, rate) = (2.0 + 13.0 * part(17, 977), 1100.0 + 400.0 * part(19, 971));
        // Writing to memory does not fail.
        let _ = writeln!(out, "{i},{kg:.3},{price:.2},{rise:.1},{mw:.2},{rate:.1}");
    }
    out
}
