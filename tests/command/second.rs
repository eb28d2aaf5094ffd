//! The second implementation: a Python script that knows the published tables and the definitions, and no line of this
//! program. Its figures and the command's must agree.

use std::collections::HashMap;
use std::process::Command;

use serde_json::Value;

use super::json;

/// How far two figures may differ, as a share.
const AGREES: f64 = 1e-9;

/// Answers of the command, asked once for each setting.
#[derive(Default)]
struct Asked(HashMap<String, Value>);

impl Asked {
    fn ask(&mut self, args: &[&str]) -> &Value {
        self.0.entry(args.join(" ")).or_insert_with(|| json(args))
    }

    /// What the command says to a key of the script; `None` for a key that it has no answer to.
    fn answer(&mut self, key: &str) -> Option<f64> {
        let (settings, name) = key.rsplit_once(':').unwrap_or(("", key));
        if let Some(id) = key.strip_prefix("kappa:") {
            return find(&self.ask(&["supply"])["elasticities"], "key", id)?["kappa"].as_f64();
        }
        if let Some(id) = key.strip_prefix("history:") {
            return find(&self.ask(&["history", "--limits"])["episodes"], "episode", id)?["error"].as_f64();
        }
        if settings.ends_with("share:mining") {
            let edition = if settings.starts_with("usgs-2025") { "edition=usgs-2025" } else { "edition=newest" };
            let shares = &self.ask(&["supply", "--set", edition])["stages"]["mining"]["shares"];
            return find(shares, "country", name)?["share"].as_f64();
        }
        // The central figures are compared: they need no draws.
        let mut args = vec!["report", "--limits"];
        for setting in settings.split(',').filter(|s| !s.is_empty()) {
            match setting.strip_prefix("scenario=") {
                Some(scenario) => args.extend(["--scenario", scenario]),
                None if setting.bytes().all(|b| b.is_ascii_digit()) => args.extend(["--year", setting]),
                None => args.extend(["--set", setting]),
            }
        }
        find(&self.ask(&args)["outputs"], "output", name)?["answer"]["central"].as_f64()
    }
}

fn find<'a>(list: &'a Value, field: &str, wanted: &str) -> Option<&'a Value> {
    list.as_array()?.iter().find(|item| item[field] == wanted)
}

#[test]
fn a_second_implementation_agrees_on_its_headline_numbers_to_nine_digits() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/second/recompute.py");
    let output = Command::new("python3").arg(script).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let theirs: serde_json::Map<String, Value> = serde_json::from_slice(&output.stdout).unwrap();
    let mut asked = Asked::default();
    let (mut compared, mut wrong) = (0, Vec::new());
    for (key, value) in &theirs {
        let theirs = value.as_f64().unwrap();
        let Some(ours) = asked.answer(key) else { continue };
        compared += 1;
        if (ours - theirs).abs() > AGREES * ours.abs().max(theirs.abs()) {
            wrong.push(format!("{key}: {ours} here, {theirs} there"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(compared >= 140, "only {compared} of {} figures could be compared", theirs.len());
}
