//! What Lighthouse says of the pages: four scores each, and which audits are not full.

use std::process::{Command, Stdio};

use serde_json::Value;

use crate::browser;
use crate::tools::{self, Outcome};

/// The categories, and how the table heads them.
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];
/// Arguments of the browser that Lighthouse starts.
const FLAGS: &str = "--chrome-flags=--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/// What was found on one page.
#[derive(Debug, PartialEq)]
struct Found {
    /// A score of 100 a category.
    scores: Vec<f64>,
    /// What is not full, and what Lighthouse says of it.
    faults: Vec<String>,
}

/// Judges each page (its path below `top`) and prints the scores; an error where one is not 100.
pub fn bench(top: &str, pages: &[String]) -> Outcome<()> {
    let (program, browser) = (tools::lighthouse()?, browser::browser()?);
    println!("{:<36}{:>14}{:>15}{:>16}{:>6}", "page", CATEGORIES[0], CATEGORIES[1], CATEGORIES[2], CATEGORIES[3]);
    let (mut full, mut faults) = (0, Vec::new());
    for page in pages {
        let found = judge(&program, &browser, &format!("{top}{page}"))?;
        let cell = |i: usize| found.scores.get(i).copied().unwrap_or(f64::NAN);
        println!("{page:<36}{:>14.0}{:>15.0}{:>16.0}{:>6.0}", cell(0), cell(1), cell(2), cell(3));
        full += usize::from(found.scores.iter().all(|score| *score >= 100.0));
        faults.extend(found.faults.into_iter().map(|fault| format!("{page}: {fault}")));
    }
    println!("\n{full} of {} pages have 100 four times.", pages.len());
    for fault in &faults {
        println!("{fault}");
    }
    if full == pages.len() { Ok(()) } else { Err("not every page has 100 four times.".into()) }
}

fn judge(program: &std::path::Path, browser: &str, address: &str) -> Outcome<Found> {
    let mut command = Command::new(program);
    command.arg(address).args(["--output=json", "--output-path=stdout", "--quiet", FLAGS]);
    command.arg(format!("--only-categories={}", CATEGORIES.join(",")));
    if let Some(path) = on_path(browser) {
        command.env("CHROME_PATH", path);
    }
    let output =
        command.stderr(Stdio::inherit()).output().map_err(|e| format!("Lighthouse could not be started ({e})."))?;
    let report: Value = serde_json::from_slice(&output.stdout)
        .map_err(|e| format!("{address}: Lighthouse ({}) wrote no report ({e}).", output.status))?;
    match report["runtimeError"]["message"].as_str() {
        Some(why) => Err(format!("{address}: {why}")),
        None => Ok(read(&report)),
    }
}

/// Where a program stands on the `PATH`.
fn on_path(program: &str) -> Option<std::path::PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn read(report: &Value) -> Found {
    let category = |id: &&str| &report["categories"][*id];
    let scores = CATEGORIES.iter().map(|id| category(id)["score"].as_f64().map_or(f64::NAN, |s| (s * 100.0).round()));
    let counted = |id: &&str| {
        let audits = category(id)["auditRefs"].as_array().into_iter().flatten();
        audits
            .filter(|a| a["weight"].as_f64().unwrap_or(0.0) > 0.0)
            .filter_map(|a| a["id"].as_str())
            .collect::<Vec<_>>()
    };
    let mut faults = Vec::new();
    for id in CATEGORIES.iter().flat_map(counted) {
        let audit = &report["audits"][id];
        if audit["score"].as_f64().is_some_and(|score| score < 0.995) {
            let shown = audit["displayValue"].as_str().or(audit["explanation"].as_str()).unwrap_or_default();
            faults.push(format!("{id}: {} {shown}", audit["title"].as_str().unwrap_or_default()).trim_end().to_owned());
            faults.extend(places(audit).map(|place| format!("    {place}")));
        }
    }
    Found { scores: scores.collect(), faults }
}

/// Where on the page: the first few.
fn places(audit: &Value) -> impl Iterator<Item = String> + '_ {
    let items = audit["details"]["items"].as_array().into_iter().flatten();
    let place = |item: &Value| {
        let known = [&item["node"]["snippet"], &item["source"]["url"], &item["url"], &item["description"]];
        known.into_iter().find_map(|v| v.as_str().map(str::to_owned))
    };
    items.filter_map(place).take(3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn scores_and_what_is_not_full_are_read_from_a_report() {
        let refs =
            |id: &str| json!({ "score": 1, "auditRefs": [{ "id": id, "weight": 1 }, { "id": "hint", "weight": 0 }] });
        let mut report = json!({ "categories": {
            "performance": { "score": 0.97, "auditRefs": [{ "id": "lcp", "weight": 25 }] },
            "accessibility": refs("label"), "best-practices": refs("https"), "seo": refs("canonical"),
        }, "audits": {
            "lcp": { "score": 0.8, "title": "Largest paint", "displayValue": "2.4 s" },
            "label": { "score": 1, "title": "Labels" },
            "hint": { "score": 0, "title": "A hint" },
            "canonical": { "score": null, "title": "Canonical" },
        } });
        let found = read(&report);
        assert_eq!(found.scores, [97.0, 100.0, 100.0, 100.0]);
        assert_eq!(found.faults, ["lcp: Largest paint 2.4 s"]);
        report["audits"]["label"] =
            json!({ "score": 0, "title": "Labels", "details": { "items": [{ "node": { "snippet": "<input>" } }] } });
        assert_eq!(read(&report).faults[1..], ["label: Labels", "    <input>"]);
    }
}
