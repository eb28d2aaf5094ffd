//! Checks the data package with the `frictionless` tool, as a stranger would.

use std::path::Path;
use std::process::Command;

use crate::command;
use crate::tools::{self, Outcome, answer, cache, root};

/// The pinned version.
const VERSION: &str = "5.21.0";

/// Validates `static-data` and the folder that the site publishes; says so where no Python is there to do it.
fn validate(python: &str) -> Outcome<()> {
    let home = cache().join(format!("frictionless-{VERSION}"));
    let tool = home.join("bin").join("frictionless");
    if answer(&tool, "--version").is_none_or(|a| a.is_empty()) {
        println!("Installing frictionless {VERSION} …");
        tools::run(Command::new(python).args(["-m", "venv", "--clear"]).arg(&home))?;
        let package = format!("frictionless=={VERSION}");
        let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", &package];
        tools::run(Command::new(home.join("bin").join("python")).args(install))?;
    }
    let published = tools::target_dir().join("published");
    command::publish(&published)?;
    for folder in [root().join("static-data"), published] {
        tools::run(Command::new(&tool).args(["validate", "datapackage.json"]).current_dir(folder))?;
    }
    Ok(())
}

/// The task.
pub fn run() -> Outcome<()> {
    match ["python3", "python"].into_iter().find(|p| answer(Path::new(p), "--version").is_some()) {
        Some(python) => validate(python),
        None => {
            println!("Not checked: the frictionless tool needs Python. The build has checked every row itself.");
            Ok(())
        }
    }
}
