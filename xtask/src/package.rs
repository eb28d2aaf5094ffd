//! The engine as a JavaScript package: `dist/pkg`, ready for npm, with nothing that visitors of the site fetch.
//!
//! Program, glue and types come from `crates/package`; scripts and README stand beside it in `js`. The calculators that it
//! shows are the one-file documents of the site: what all of them carry, the packed programs, is written once.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::tools::{self, Outcome, cargo, root};
use crate::{command, compress, site, sums};

/// The folder of the package in that of the site.
pub const FOLDER: &str = "pkg";
/// What npm calls it.
pub const NAME: &str = "lodestone-magnets";
/// The crate, and its program as cargo names it.
const CRATE: &str = "lodestone-package";
const PROGRAM: &str = "lodestone_package.wasm";
/// The program and its glue as the package names them.
pub const ENGINE: &str = "engine_bg.wasm";
const GLUE: &str = "engine";
/// Scripts and README beside the crate.
const SCRIPTS: [&str; 4] = ["lodestone.js", "mount.js", "error.js", "README.md"];
/// The types.
const TYPES: &str = "lodestone.d.ts";
/// Licences: where each stands, and what it is called in the package.
const LICENCES: [(&str, &str); 3] =
    [("LICENSE-MIT", "LICENSE-MIT"), ("LICENSE-APACHE", "LICENSE-APACHE"), ("static-data/LICENSE", "LICENSE-DATA")];
/// What the site publishes and the package has too.
const PUBLISHED: [&str; 2] = ["schema.json", "message.schema.json"];
/// The folder of the calculators.
const FRAMES: &str = "frames";
/// The document that a frame is made of, and the languages and calculators that have one.
const WHOLE: &str = "widget-whole.html";
const LANGUAGES: [&str; 3] = ["en", "ko", "zh"];
const CALCULATORS: [&str; 6] = ["motor", "turbine", "products", "demand", "shocks", "balance"];
/// The tests that are run on it.
const TESTS: &str = "tests/package";
/// Begins a packed program in such a document, and stands between its name and the program.
const PACKED: (&str, &str) = ("<script type=\"application/gzip\" id=\"", "\">");

/// Writes the package of a built site; the folder that it is in.
pub fn write(dist: &Path) -> Outcome<PathBuf> {
    let folder = dist.join(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|e| format!("{} could not be removed ({e}).", folder.display()))?;
    }
    make(&folder.join(FRAMES))?;
    println!("Building the package …");
    engine(&folder)?;
    for file in SCRIPTS {
        copy(&root().join("crates/package/js").join(file), &folder.join(file))?;
    }
    for (from, to) in LICENCES {
        copy(&root().join(from), &folder.join(to))?;
    }
    for file in PUBLISHED {
        copy(&dist.join("data").join(file), &folder.join(file))?;
    }
    save(&folder.join(TYPES), types()?.as_bytes())?;
    save(&folder.join("package.json"), format!("{:#}\n", described()).as_bytes())?;
    frames(dist, &folder.join(FRAMES))?;
    Ok(folder)
}

/// The same by itself, into the site that was built last.
pub fn run() -> Outcome<()> {
    let dist = root().join("dist");
    if !dist.join("en/motor").join(WHOLE).exists() {
        return Err("there is no site in dist/; build it with `cargo xtask dist`, which makes the package too.".into());
    }
    command::publish(&dist.join("data"))?;
    let folder = write(&dist)?;
    println!("The package is in {}.", folder.display());
    sums::write(&dist)
}

/// Runs the tests of its types, and those in JavaScript on the package in `folder`.
pub fn test(folder: &Path) -> Outcome<()> {
    tools::run(cargo().args(["test", "--quiet", "--package", CRATE, "--features", "types", "--lib"]))?;
    let below = tools::below(&root().join(TESTS))?;
    let mut node = Command::new("node");
    node.arg("--test").args(below.iter().filter(|file| file.to_string_lossy().ends_with(".test.mjs")));
    node.env("LODESTONE_PACKAGE", folder).env("LODESTONE_COMMAND", command::built()?);
    tools::run(node.env("LODESTONE_TSC", tools::typescript()?).current_dir(root()))
}

/// What the package weighs: its program and its scripts as they are sent, and all that is installed.
pub fn sizes(dist: &Path) -> Outcome<String> {
    let folder = dist.join(FOLDER);
    let mut out = format!("{:<56}{:>20}{:>20}{:>20}\n", "the JavaScript package", "bytes", "gzip", "brotli");
    let mut line = |name: &str, bytes: &[u8]| -> Outcome<()> {
        let (gzip, brotli) = (compress::gzip(bytes)?.len(), compress::brotli(bytes)?.len());
        out += &format!("{name:<56}{:>20}{gzip:>20}{brotli:>20}\n", bytes.len());
        Ok(())
    };
    for name in [ENGINE, "engine.js", "lodestone.js", "mount.js", "frames/en-motor.html"] {
        line(name, &fs::read(folder.join(name)).map_err(|e| format!("{name} could not be read ({e})."))?)?;
    }
    let files = tools::below(&folder)?;
    let bytes: u64 = files.iter().filter_map(|file| fs::metadata(file).ok()).map(|m| m.len()).sum();
    Ok(out + &format!("{:<56}{bytes:>20}\n", format!("{} files together", files.len())))
}

/// Builds the program and its glue.
fn engine(folder: &Path) -> Outcome<()> {
    let path = tools::path()?;
    let mut build = cargo();
    build.args(["build", "--quiet", "--release", "--locked", "--package", CRATE, "--lib"]);
    site::smallest(build.args(["--target", "wasm32-unknown-unknown"]));
    tools::run(&mut build)?;
    let program = tools::target_dir().join("wasm32-unknown-unknown/release").join(PROGRAM);
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--omit-default-module-path", "--out-name", GLUE, "--out-dir"]);
    tools::run(bindgen.arg(folder).arg(program).env("PATH", &path))?;
    let engine = folder.join(ENGINE);
    let mut opt = Command::new("wasm-opt");
    opt.arg("-Oz").args(options()?).arg(&engine).arg("-o").arg(&engine).env("PATH", &path);
    tools::run(&mut opt)
}

/// What `wasm-opt` is told for the programs of the site.
fn options() -> Outcome<Vec<String>> {
    let page = text(&root().join("index.html"))?;
    let options = page.split_once("data-wasm-opt-params=\"").and_then(|(_, rest)| rest.split_once('"'));
    let (options, _) = options.ok_or("index.html says nothing to wasm-opt.")?;
    Ok(options.split(' ').map(str::to_owned).collect())
}

/// The types, written from those of the answers.
fn types() -> Outcome<String> {
    let mut types = cargo();
    types.args(["run", "--quiet", "--package", CRATE, "--features", "types", "--bin", "lodestone-types"]);
    let output = types.output().map_err(|e| format!("cargo could not be started ({e})."))?;
    if !output.status.success() {
        return Err(format!("the types could not be written: {}", String::from_utf8_lossy(&output.stderr)));
    }
    String::from_utf8(output.stdout).map_err(|e| format!("the types are no text ({e})."))
}

/// `package.json`.
fn described() -> serde_json::Value {
    let licences = LICENCES.map(|(_, name)| name);
    let files: Vec<&str> = [ENGINE, "engine.js", TYPES, FRAMES]
        .into_iter()
        .chain(SCRIPTS.into_iter().filter(|file| file.ends_with(".js")))
        .chain(PUBLISHED)
        .chain(licences)
        .collect();
    json!({
        "name": NAME,
        "version": env!("CARGO_PKG_VERSION"),
        "description": "What rare-earth magnets weigh and cost in a motor, a turbine and the world, and what a shock does to it.",
        "license": "(MIT OR Apache-2.0) AND CC-BY-4.0",
        "type": "module",
        "exports": {
            ".": { "types": format!("./{TYPES}"), "default": "./lodestone.js" },
            "./engine_bg.wasm": format!("./{ENGINE}"),
            "./schema.json": "./schema.json",
            "./message.schema.json": "./message.schema.json",
            "./frames/*": "./frames/*",
            "./package.json": "./package.json",
        },
        "types": format!("./{TYPES}"),
        "files": files,
        "sideEffects": false,
        "engines": { "node": ">=20" },
        "keywords": ["magnets", "neodymium", "rare earths", "NdFeB", "supply chain"],
    })
}

/// The documents of the calculators, and what all of them carry.
fn frames(dist: &Path, folder: &Path) -> Outcome<()> {
    let mut packed = BTreeMap::new();
    for language in LANGUAGES {
        for calculator in CALCULATORS {
            let file = dist.join(language).join(calculator).join(WHOLE);
            let (document, programs) = taken_out(&text(&file)?)
                .ok_or_else(|| format!("{} carries its programs in another way.", file.display()))?;
            save(&folder.join(format!("{language}-{calculator}.html")), document.as_bytes())?;
            for (name, program) in programs {
                if packed.entry(name.clone()).or_insert_with(|| program.clone()) != &program {
                    return Err(format!("{} carries another program {name} than others.", file.display()));
                }
            }
        }
    }
    for (name, program) in packed {
        let bytes = STANDARD.decode(program).map_err(|e| format!("the program {name} is not packed ({e})."))?;
        save(&folder.join(format!("{name}.bin")), &bytes)?;
    }
    Ok(())
}

/// A document without its packed programs, and these by name; `None` where it has none.
fn taken_out(document: &str) -> Option<(String, Vec<(String, String)>)> {
    let (begin, middle) = PACKED;
    let (mut out, mut programs, mut rest) = (String::new(), Vec::new(), document);
    while let Some((before, after)) = rest.split_once(begin) {
        let (name, after) = after.split_once(middle)?;
        let (program, after) = after.split_once("</script>")?;
        out += &format!("{before}{begin}{name}{middle}</script>");
        programs.push((name.to_owned(), program.to_owned()));
        rest = after;
    }
    (!programs.is_empty()).then(|| (out + rest, programs))
}

fn make(folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder).map_err(|e| format!("{} could not be made ({e}).", folder.display()))
}

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    fs::copy(from, to).map(drop).map_err(|e| format!("{} could not be copied ({e}).", from.display()))
}

fn save(file: &Path, bytes: &[u8]) -> Outcome<()> {
    fs::write(file, bytes).map_err(|e| format!("{} could not be written ({e}).", file.display()))
}

fn text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|e| format!("{} could not be read ({e}).", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_programs_are_taken_out_of_a_document_and_leave_their_places() {
        let document = "<p>a</p><script type=\"application/gzip\" id=\"page\">AAAA</script><script type=\"application/gzip\" id=\"lens\">BBBB</script><script>c</script>";
        let (rest, programs) = taken_out(document).unwrap();
        assert_eq!(rest, document.replace("AAAA", "").replace("BBBB", ""));
        assert_eq!(programs, [("page".into(), "AAAA".into()), ("lens".into(), "BBBB".into())]);
        assert_eq!(taken_out("<script>c</script>"), None);
    }

    #[test]
    fn the_package_is_described_for_npm_and_lists_each_of_its_files() {
        let described = described();
        assert_eq!(described["version"], env!("CARGO_PKG_VERSION"));
        assert!(described.get("dependencies").is_none() && described.get("scripts").is_none());
        let files: Vec<&str> = described["files"].as_array().unwrap().iter().map(|f| f.as_str().unwrap()).collect();
        for wanted in ["lodestone.js", "engine.js", ENGINE, TYPES, "LICENSE-DATA", FRAMES] {
            assert!(files.contains(&wanted), "{wanted}");
        }
    }

    #[test]
    fn wasm_opt_is_told_the_same_as_for_the_site() {
        assert!(options().unwrap().iter().any(|o| o == "--reorder-functions-by-name"));
    }
}
