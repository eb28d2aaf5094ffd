//! Builds the site with Trunk.

use std::path::PathBuf;
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
    Ok(dist)
}

/// Builds the page and adds the published data, for which the command has to be built too.
pub fn publish() -> Outcome<PathBuf> {
    let dist = build()?;
    command::publish(&dist.join("data"))?;
    Ok(dist)
}
