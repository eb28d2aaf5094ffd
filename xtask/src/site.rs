//! Builds the site: the page with Trunk, the reference pages beside it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::{self, Outcome, root};
use crate::{command, laws};

/// Builds the optimised page into `dist/`, the laws of the engine beside it.
pub fn build() -> Outcome<PathBuf> {
    let path = tools::path()?;
    println!("Building the page …");
    let mut trunk = Command::new("trunk");
    trunk.args(["build", "--release"]).current_dir(root()).env("PATH", path).env_remove("NO_COLOR");
    trunk.env("CARGO_ENCODED_RUSTFLAGS", tools::without_paths().join("\u{1f}"));
    tools::run(&mut trunk)?;
    let dist = root().join("dist");
    laws::publish(&dist)?;
    reference(&dist)?;
    Ok(dist)
}

/// Writes the pages that are complete without a program beside the built page.
fn reference(dist: &Path) -> Outcome<()> {
    println!("Writing the reference pages …");
    let mut prerender = tools::cargo();
    prerender.args(["run", "--quiet", "--features", "ssr", "--bin", "prerender", "--"]).arg(dist);
    tools::run(prerender.arg(root().join("static-data")).current_dir(root()))
}

/// Builds the page and adds the published data, for which the command has to be built too.
pub fn publish() -> Outcome<PathBuf> {
    let dist = build()?;
    command::publish(&dist.join("data"))?;
    Ok(dist)
}
