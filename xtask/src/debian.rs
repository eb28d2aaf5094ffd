//! What comes from Debian: installed there as root, asked for elsewhere in one sentence.

use std::path::Path;
use std::process::Command;

use crate::tools::{Outcome, answer, run};

/// Installs packages of Debian as root; a sentence where this is not Debian or not root.
pub fn install(packages: &[&str]) -> Outcome<()> {
    let root = answer(Path::new("id"), "-u").is_some_and(|a| a.trim() == "0");
    if !(root && Path::new("/etc/debian_version").exists()) {
        return Err(format!("{} can be installed by itself on Debian as root only.", packages.join(", ")));
    }
    let apt =
        |arguments: &[&str]| run(Command::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"));
    apt(&["update", "-qq"])?;
    apt(&[&["install", "-y", "-qq", "--no-install-recommends"], packages].concat())
}

/// Finds or installs what tests call: GNU parallel and Python those of the command, LibreOffice those of results as files.
pub fn called() -> Outcome<()> {
    let found = |program: &str| answer(Path::new(program), "--version").is_some_and(|a| !a.is_empty());
    let all = [("parallel", "parallel"), ("python3", "python3"), ("soffice", "libreoffice-calc-nogui")];
    let missing: Vec<&str> =
        all.into_iter().filter(|(program, _)| !found(program)).map(|(_, package)| package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing {} …", missing.join(", "));
    install(&missing).map_err(|why| {
        format!("{why} The tests call {}: install what is missing and run this again.", missing.join(" and "))
    })
}
