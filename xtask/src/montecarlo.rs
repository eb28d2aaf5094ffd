//! The page of the Monte Carlo kernel, and how long a million draws take there, natively and in other programs.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::browser::Driver;
use crate::peers;
use crate::serve::Served;
use crate::tools::{self, Outcome, cargo, root};

const PACKAGE: &str = "lodestone-montecarlo";
/// The profile that compiles the kernel for speed.
const PROFILE: [&str; 2] = ["--profile", "fast"];
/// Files of the page beside the program.
const FILES: [&str; 3] = ["index.html", "page.js", "worker.js"];
const DRAWS: &str = "1000000";
const RUNS: &str = "5";
/// Passes over all programs: a neighbour's burst of work must not hit one of them alone.
const PASSES: usize = 3;
/// Mean, p5, p50 and p95 of the model: the closed form, and two runs of 10⁸ draws of the baseline.
const KNOWN: [f64; 4] = [165_097.0, 94_104.0, 157_340.0, 262_483.0];
/// How far from them a mean and a quantile of a million draws may be.
const NEAR: [f64; 4] = [0.005, 0.01, 0.01, 0.01];

/// Builds the page; the folder that holds it. It is no part of the site.
pub fn page() -> Outcome<PathBuf> {
    let path = tools::path()?;
    println!("Building the page of the draws …");
    let mut build = cargo();
    build.args(["build", "--quiet", "--package", PACKAGE, "--lib", "--target", "wasm32-unknown-unknown"]).args(PROFILE);
    tools::run(&mut build)?;
    let folder = tools::target_dir().join("montecarlo");
    let program = tools::target_dir().join("wasm32-unknown-unknown/fast/lodestone_montecarlo.wasm");
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder).arg(program).env("PATH", path);
    tools::run(&mut bindgen)?;
    for file in FILES {
        let from = root().join("benches/montecarlo/page").join(file);
        fs::copy(&from, folder.join(file)).map_err(|e| format!("{} could not be copied ({e}).", from.display()))?;
    }
    Ok(folder)
}

/// Prints the medians side by side, and what the kernel in wasm is in proportion to the others.
pub fn bench() -> Outcome<()> {
    let served = Served::start(&page()?, 0)?;
    let driver = Driver::start()?;
    let numpy = peers::numpy();
    let squiggle = peers::squiggle();
    let mut rows = Rows::default();
    for pass in 1..=PASSES {
        println!("Pass {pass} of {PASSES} …");
        let mut native = cargo();
        native.args(["bench", "--quiet", "--package", PACKAGE, "--bench", "native"]).args(PROFILE);
        rows.add(native.args(["--", DRAWS, RUNS]))?;
        let mut worker = driver.told(cargo(), "LODESTONE_DRAWS", &served);
        worker.args(["bench", "--quiet", "--package", "lodestone", "--features", "browser-tests", "--bench", "worker"]);
        rows.add(worker.args(["--", DRAWS, RUNS]))?;
        for peer in [&numpy, &squiggle].into_iter().flatten() {
            rows.add(peer.command().args([DRAWS, RUNS]))?;
        }
    }
    rows.print();
    Ok(())
}

/// Times of all passes by program, in the order in which they came.
#[derive(Default)]
struct Rows {
    order: Vec<String>,
    times: BTreeMap<String, Vec<f64>>,
    summaries: BTreeMap<String, [f64; 4]>,
}

impl Rows {
    /// Runs a program that prints lines of JSON with `name`, `ms` and `summary`.
    fn add(&mut self, command: &mut Command) -> Outcome<()> {
        let program = command.get_program().to_string_lossy().into_owned();
        let output = command.stderr(Stdio::inherit()).output();
        let output = output.map_err(|e| format!("{program} could not be started ({e})."))?;
        if !output.status.success() {
            return Err(format!("{program}: a benchmark failed ({}).", output.status));
        }
        for line in String::from_utf8_lossy(&output.stdout).lines().filter(|line| line.starts_with('{')) {
            self.read(line).ok_or_else(|| format!("{program} printed what is no row of times: {line}"))?;
        }
        Ok(())
    }

    fn read(&mut self, line: &str) -> Option<()> {
        let row: Value = serde_json::from_str(line).ok()?;
        let numbers = |key: &str| row[key].as_array()?.iter().map(Value::as_f64).collect::<Option<Vec<f64>>>();
        let name = row["name"].as_str()?.to_owned();
        self.summaries.insert(name.clone(), numbers("summary")?.try_into().ok()?);
        if !self.order.contains(&name) {
            self.order.push(name.clone());
        }
        self.times.entry(name).or_default().extend(numbers("ms")?);
        Some(())
    }

    /// The median time of the fastest of the programs whose names begin so.
    fn median(&self, name: &str) -> Option<f64> {
        let own = self.times.iter().filter(|(program, _)| program.starts_with(name));
        own.map(|(_, times)| median(times)).min_by(f64::total_cmp)
    }

    fn print(&self) {
        println!("\n{:<38} {:>10} {:>8} {:>5}  answer", "1,000,000 draws", "median, ms", "best, ms", "runs");
        for name in &self.order {
            let times = &self.times[name];
            let best = times.iter().copied().fold(f64::INFINITY, f64::min);
            let right = if near(&self.summaries[name]) { "right" } else { "WRONG" };
            println!("{name:<38} {:>10.1} {best:>8.1} {:>5}  {right}", median(times), times.len());
        }
        println!();
        for (name, aim) in [("Rust", 0.5), ("NumPy", 1.0), ("squiggle", 12.0)] {
            if let (Some(own), Some(other)) = (self.median("kernel, wasm"), self.median(name)) {
                println!("kernel in wasm: {:.2} times the speed of {name} (aim: {aim})", other / own);
            }
        }
    }
}

fn median(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Whether an answer is that of the model.
fn near(summary: &[f64; 4]) -> bool {
    summary.iter().zip(KNOWN).zip(NEAR).all(|((value, known), near)| (value / known - 1.0).abs() <= near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_passes_are_pooled_and_a_wrong_answer_is_seen() {
        let mut rows = Rows::default();
        let right = r#""summary":[165100,94000,157300,262500]"#;
        assert!(rows.read(&format!(r#"{{"name":"Rust, a","ms":[16,15],{right}}}"#)).is_some());
        assert!(rows.read(&format!(r#"{{"name":"Rust, a","ms":[30],{right}}}"#)).is_some());
        assert!(rows.read(&format!(r#"{{"name":"Rust, b","ms":[20],{right}}}"#)).is_some());
        assert_eq!((rows.median("Rust"), rows.median("NumPy")), (Some(16.0), None));
        assert!(near(&rows.summaries["Rust, a"]) && !near(&[165_100.0, 94_000.0, 157_300.0, 266_000.0]));
        assert!(rows.read(r#"{"name":"Rust, a","ms":["soon"],"summary":[]}"#).is_none());
    }
}
