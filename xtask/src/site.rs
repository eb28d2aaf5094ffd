//! Builds the site: the programs with Trunk, the documents, the published data, and what hosts want beside them.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::{self, Outcome, root};
use crate::{command, compress, hosting, keep, laws, named, package, shrink, styles, sums, words};

/// Builds the finished site into `dist/`; `address` is where it will stand, where that is known.
pub fn publish(address: Option<&str>) -> Outcome<PathBuf> {
    let dist = root().join("dist");
    publish_to(&dist, address)?;
    Ok(dist)
}

/// The same with every release at its own address: `archives` holds those of the earlier ones.
pub fn publish_with_releases(address: &str, archives: &Path) -> Outcome<PathBuf> {
    // Before anything that takes minutes.
    let (dist, present, earlier) = (root().join("dist"), keep::present()?, keep::earlier(archives)?);
    build(&dist, Some(address), true)?;
    keep::lay(&dist, &present, &earlier)?;
    Ok(dist)
}

/// The same into another folder.
pub fn publish_to(dist: &Path, address: Option<&str>) -> Outcome<()> {
    build(dist, address, false)
}

fn build(dist: &Path, address: Option<&str>, releases: bool) -> Outcome<()> {
    if let Some(address) = address {
        // Before anything that takes minutes.
        tools::run(prerender().args(["check", address]))?;
    }
    programs(dist)?;
    laws::publish(dist)?;
    command::publish(&dist.join("data"))?;
    pages(dist, address, releases)?;
    package::write(dist)?;
    sums::write(dist)
}

/// Everything that follows from built programs and published data, in a site that is there.
pub fn finish(dist: &Path, address: Option<&str>) -> Outcome<()> {
    pages(dist, address, false)?;
    sums::write(dist)
}

/// The pages, which link every release where the site keeps `releases`.
fn pages(dist: &Path, address: Option<&str>, releases: bool) -> Outcome<()> {
    println!("Writing the pages …");
    keep::clear(dist)?;
    let mut write = prerender();
    write.arg(dist).arg(root().join("static-data"));
    tools::run(write.args(address).args(releases.then_some("releases")))?;
    named::check(dist)?;
    hosting::write(dist, address)?;
    println!("Compressing …");
    compress::run(dist)
}

/// Flags by which programs get small: a panic stops at once, nothing is said for developers, and functions of one module
/// have names that stand side by side when they are ordered, which compresses better.
const SIZE: [&str; 5] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zfmt-debug=none",
    "-Zlocation-detail=none",
    "-Csymbol-mangling-version=legacy",
];

/// Compiles the standard library for size with the program.
const LIBRARY: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

fn programs(dist: &Path) -> Outcome<()> {
    let path = tools::path()?;
    println!("Building the programs …");
    let mut trunk = Command::new("trunk");
    trunk.args(["build", "--release", "--dist"]).arg(dist).current_dir(root()).env("PATH", path).env_remove("NO_COLOR");
    smallest(&mut trunk);
    // Trunk builds without a network: what program and library are made of comes first.
    let mut fetch = tools::cargo();
    fetch.args(["fetch", "--locked", "--target", "wasm32-unknown-unknown"]).current_dir(root());
    tools::run(fetch.envs(LIBRARY))?;
    tools::run(&mut trunk)?;
    words::write(dist, &root().join("static-data/text"))?;
    styles::write(dist)?;
    shrink::run(dist)
}

/// Has a build make programs as small as they get, with nothing of this machine in them.
pub fn smallest(build: &mut Command) -> &mut Command {
    // The standard library is compiled for size with the program, and a panic stops it at once instead of carrying its
    // sentence along: the page hears the stop and says so. On a stable compiler that needs a word of permission.
    let flags = [tools::without_paths(), SIZE.map(String::from).to_vec()];
    build.env("CARGO_ENCODED_RUSTFLAGS", flags.concat().join("\u{1f}")).envs(LIBRARY)
}

/// The program that writes the documents.
fn prerender() -> Command {
    let mut prerender = tools::cargo();
    prerender.args(["run", "--quiet", "--features", "ssr", "--bin", "prerender", "--"]);
    prerender
}
