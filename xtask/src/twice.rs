//! Whether the site is the same bytes wherever it is built: `cargo xtask twice` builds it in two folders from clean copies of the
//! tracked sources, with nothing built before, and compares the sums. Tools that are installed already are used by both.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::sums::{self, Sums};
use crate::tools::{self, Outcome, root};

/// The folders: names of different lengths, so that a path that gets into a file moves what is behind it.
const FOLDERS: [&str; 2] = ["one", "the-other-of-two"];

/// Builds the site twice and compares.
pub fn run(address: Option<&str>) -> Outcome<()> {
    let fault = |e: std::io::Error| format!("a temporary folder could not be made ({e}).");
    let top = tempfile::Builder::new().prefix("lodestone-").tempdir().map_err(fault)?;
    let sources = tracked()?;
    let mut all = Vec::new();
    for name in FOLDERS {
        let folder = top.path().join(name);
        println!("Building in {} …", folder.display());
        copy(&root(), &folder, &sources)?;
        build(&folder, address)?;
        // What was written is looked at, not what was written about it.
        all.push(sums::check(&folder.join("dist"))?);
        // A build takes some gigabytes.
        fs::remove_dir_all(folder.join("target"))
            .map_err(|e| format!("{} could not be emptied ({e}).", folder.display()))?;
    }
    let said = compared(&all[0], &all[1]);
    if said.is_err() {
        println!("Both sites stay in {}.", top.keep().display());
    }
    println!("{}", said?);
    Ok(())
}

/// What two builds have in common.
fn compared(one: &Sums, other: &Sums) -> Outcome<String> {
    let differences = sums::differences(one, other, FOLDERS);
    if differences.is_empty() {
        let digest = sums::digest(sums::text(one).as_bytes());
        return Ok(format!(
            "Both builds have the same {} files to the byte; the digest of {} is {digest}.",
            one.len(),
            sums::FILE
        ));
    }
    Err(format!("{} files are not the same in both builds:\n{}", differences.len(), differences.join("\n")))
}

/// The files that belong to the sources, as they stand now.
fn tracked() -> Outcome<Vec<PathBuf>> {
    let output = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output();
    let output = output.map_err(|e| format!("git could not be started ({e})."))?;
    if !output.status.success() {
        return Err(format!("git ls-files failed ({}); the sources must be a checkout.", output.status));
    }
    let all = String::from_utf8(output.stdout).map_err(|e| format!("a path of the sources is no text ({e})."))?;
    Ok(all.split_terminator('\0').map(PathBuf::from).filter(|path| root().join(path).is_file()).collect())
}

fn copy(from: &Path, to: &Path, files: &[PathBuf]) -> Outcome<()> {
    for file in files {
        let target = to.join(file);
        let folder = target.parent().unwrap_or(to);
        let done = fs::create_dir_all(folder).and_then(|()| fs::copy(from.join(file), &target));
        done.map_err(|e| format!("{} could not be copied ({e}).", file.display()))?;
    }
    Ok(())
}

fn build(folder: &Path, address: Option<&str>) -> Outcome<()> {
    let mut dist = tools::cargo();
    dist.args(["xtask", "dist"]).current_dir(folder).env("CARGO_TARGET_DIR", folder.join("target"));
    tools::run(dist.args(address.iter().flat_map(|address| ["--site", *address])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_builds_are_the_same_only_where_every_file_is() {
        let sums =
            |all: &[(&str, &str)]| all.iter().map(|(path, sum)| ((*path).into(), (*sum).into())).collect::<Sums>();
        let one = sums(&[("a", "1"), ("b", "2")]);
        assert!(
            compared(&one, &one).unwrap().starts_with("Both builds have the same 2 files to the byte; the digest of")
        );
        let said = compared(&one, &sums(&[("a", "1"), ("b", "3"), ("c", "4")])).unwrap_err();
        assert_eq!(said, "2 files are not the same in both builds:\nb differs.\nc is in the-other-of-two only.");
    }

    #[test]
    fn the_copy_has_the_tracked_sources_and_nothing_that_was_built() {
        let files = tracked().unwrap();
        for wanted in ["Cargo.lock", "xtask/src/twice.rs", ".cargo/config.toml", "static-data/sources.csv"] {
            assert!(files.contains(&PathBuf::from(wanted)), "{wanted}");
        }
        assert!(files.iter().all(|file| !file.starts_with("dist") && !file.starts_with("target")));
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::create_dir(from.path().join("a")).unwrap();
        fs::write(from.path().join("a/b"), "x").unwrap();
        copy(from.path(), to.path(), &[PathBuf::from("a/b")]).unwrap();
        assert_eq!(fs::read_to_string(to.path().join("a/b")).unwrap(), "x");
    }
}
