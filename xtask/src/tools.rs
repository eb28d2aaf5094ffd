//! The tools that the build calls: found where they are, installed where they are missing, in the pinned versions.
//!
//! Versions stand in `Trunk.toml` (Trunk, wasm-bindgen, wasm-opt), `rust-toolchain.toml` (the compiler) and here. Installed
//! tools go to a folder of the user's cache, beside each other by version, so that no other project is disturbed and a
//! second checkout finds them.

use std::env;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sha2::{Digest, Sha256};

pub use crate::run::{Outcome, answer, run};

/// The version of esbuild, which minifies what wasm-bindgen writes.
const ESBUILD: &str = "0.25.12";

/// Versions of the scripts by which pages fit frames to what is in them.
const RESIZER: &str = "4.4.5";
const PYM: &str = "1.3.2";
/// The version of axe, which the browser tests run on every page.
const AXE: &str = "4.14.1";

/// The version of geckodriver, through which the browser tests drive Firefox.
const GECKODRIVER: &str = "0.37.1";

/// The version of TypeScript, which reads the types of the package.
const TYPESCRIPT: &str = "5.9.3";

/// The version of Lighthouse, which judges the finished pages.
const LIGHTHOUSE: &str = "12.8.2";

/// The folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_owned()
}

/// The folder where cargo puts what it builds.
pub fn target_dir() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// Where installed tools are kept.
pub fn cache() -> PathBuf {
    let base = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).map(|h| Path::new(&h).join(".cache"));
    base.or_else(home).unwrap_or_else(env::temp_dir).join("lodestone").join("tools")
}

/// A cargo command without the variables that the calling cargo set for itself.
pub fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root());
    for name in ["CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "CARGO_PKG_VERSION", "CARGO_BIN_NAME"] {
        command.env_remove(name);
    }
    command
}

/// Finds or installs everything that building the page needs; returns the `PATH` under which it is found.
pub fn path() -> Outcome<OsString> {
    target()?;
    let pins = Pins::read()?;
    let folders = [
        cargo_tool("trunk", "trunk", &pins.trunk)?,
        cargo_tool("wasm-bindgen-cli", "wasm-bindgen", &pins.wasm_bindgen)?,
        wasm_opt(&pins.wasm_opt)?,
    ];
    let rest = env::var_os("PATH").unwrap_or_default();
    let all = folders.into_iter().flatten().chain(env::split_paths(&rest));
    env::join_paths(all).map_err(|e| format!("PATH could not be put together ({e})."))
}

struct Pins {
    trunk: String,
    wasm_bindgen: String,
    wasm_opt: String,
}

impl Pins {
    fn read() -> Outcome<Self> {
        let file = root().join("Trunk.toml");
        let text = std::fs::read_to_string(&file).map_err(|e| format!("Trunk.toml could not be read ({e})."))?;
        let toml: toml::Table = text.parse().map_err(|e| format!("Trunk.toml is not valid ({e})."))?;
        let pin = |value: Option<&toml::Value>, name: &str, prefix: &str| {
            let text = value.and_then(toml::Value::as_str).ok_or_else(|| format!("Trunk.toml pins no {name}."))?;
            Ok::<_, String>(text.trim_start_matches(prefix).to_owned())
        };
        let tools = toml.get("tools").and_then(toml::Value::as_table);
        Ok(Self {
            trunk: pin(toml.get("trunk-version"), "trunk-version", "=")?,
            wasm_bindgen: pin(tools.and_then(|t| t.get("wasm_bindgen")), "tools.wasm_bindgen", "=")?,
            wasm_opt: pin(tools.and_then(|t| t.get("wasm_opt")), "tools.wasm_opt", "version_")?,
        })
    }
}

/// The wasm target of the pinned compiler.
fn target() -> Outcome<()> {
    let sysroot = Command::new("rustc").current_dir(root()).args(["--print", "sysroot"]).output();
    let sysroot = sysroot.map_err(|e| format!("rustc could not be started ({e}); install Rust with rustup."))?;
    let folder = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
    let add = |there: &str, what: &str, words: [&str; 3]| {
        if folder.join("lib/rustlib").join(there).exists() {
            return Ok(());
        }
        println!("Adding {what} to the compiler …");
        run(Command::new("rustup").current_dir(root()).args(words))
    };
    add("wasm32-unknown-unknown", "the wasm target", ["target", "add", "wasm32-unknown-unknown"])?;
    // The standard library is compiled with the page (site.rs).
    add("src/rust/library/Cargo.lock", "the sources of its library", ["component", "add", "rust-src"])
}

/// Finds a tool of crates.io in `version`, or installs it; `None` where it is on the `PATH` already.
fn cargo_tool(krate: &str, program: &str, version: &str) -> Outcome<Option<PathBuf>> {
    let right = |path: &Path| answer(path, "--version").is_some_and(|a| a.split_whitespace().any(|w| w == version));
    if right(Path::new(program)) {
        return Ok(None);
    }
    let home = cache().join(format!("{program}-{version}"));
    let folder = home.join("bin");
    if !right(&folder.join(program)) {
        println!("Installing {krate} {version}; this takes some minutes, once …");
        let mut install = Command::new("cargo");
        install.args(["install", "--locked", krate, "--version", version, "--root"]).arg(&home);
        // Built for this machine, whatever the checkout's settings say, and outside the checkout.
        run(install.current_dir(env::temp_dir()).env("RUSTUP_TOOLCHAIN", toolchain()))?;
    }
    Ok(Some(folder))
}

/// Finds geckodriver, or installs it from crates.io.
pub fn geckodriver() -> Outcome<PathBuf> {
    let folder = cargo_tool("geckodriver", "geckodriver", GECKODRIVER)?;
    Ok(folder.unwrap_or_default().join("geckodriver"))
}

/// The pinned toolchain, for commands that run outside the checkout.
fn toolchain() -> String {
    let text = std::fs::read_to_string(root().join("rust-toolchain.toml")).unwrap_or_default();
    let pinned = text.parse::<toml::Table>().ok();
    let channel = pinned.as_ref().and_then(|t| t.get("toolchain")?.get("channel")?.as_str());
    channel.unwrap_or("stable").to_owned()
}

/// Finds wasm-opt in `version`, or installs it from the npm package `binaryen`.
fn wasm_opt(version: &str) -> Outcome<Option<PathBuf>> {
    let right = |path: &Path| answer(path, "--version").is_some_and(|a| a.contains(&format!("version {version}")));
    if right(Path::new("wasm-opt")) {
        return Ok(None);
    }
    let home = cache().join(format!("binaryen-{version}"));
    let folder = home.join("node_modules").join(".bin");
    if !right(&folder.join("wasm-opt")) {
        npm(&home, &format!("binaryen@{version}.0.0"))?;
    }
    Ok(Some(folder))
}

/// Finds esbuild, or installs it from npm.
fn esbuild() -> Outcome<PathBuf> {
    let home = cache().join(format!("esbuild-{ESBUILD}"));
    let program = home.join("node_modules").join(".bin").join("esbuild");
    if answer(&program, "--version").is_none_or(|a| a.trim() != ESBUILD) {
        npm(&home, &format!("esbuild@{ESBUILD}"))?;
    }
    Ok(program)
}

/// A text as small as esbuild writes it; `options` say what it is.
pub fn minified(text: &str, options: &[&str]) -> Outcome<Vec<u8>> {
    let fault = |e: std::io::Error| format!("esbuild could not be run ({e}).");
    let mut command = Command::new(esbuild()?);
    command.args(["--minify", "--log-level=warning"]).args(options);
    let mut esbuild = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(fault)?;
    // It reads everything before it writes. The end of its input is when this handle is dropped.
    if let Some(mut input) = esbuild.stdin.take() {
        input.write_all(text.as_bytes()).map_err(fault)?;
    }
    let output = esbuild.wait_with_output().map_err(fault)?;
    if output.status.success() { Ok(output.stdout) } else { Err(format!("esbuild failed ({}).", output.status)) }
}

/// Finds Lighthouse, or installs it from npm.
pub fn lighthouse() -> Outcome<PathBuf> {
    let home = cache().join(format!("lighthouse-{LIGHTHOUSE}"));
    let program = home.join("node_modules").join(".bin").join("lighthouse");
    if answer(&program, "--version").is_none_or(|a| a.trim() != LIGHTHOUSE) {
        npm(&home, &format!("lighthouse@{LIGHTHOUSE}"))?;
    }
    Ok(program)
}

/// Finds the scripts by which pages fit frames to what is in them, or installs them from npm: name and file.
pub fn frame_scripts() -> Outcome<[(&'static str, PathBuf); 2]> {
    let home = cache().join(format!("frames-{RESIZER}-{PYM}"));
    let at = |below: &str| home.join("node_modules").join(below);
    let scripts = [
        ("iframeResizer.js", at("iframe-resizer/js/iframeResizer.min.js")),
        ("pym.js", at("pym.js/dist/pym.v1.min.js")),
    ];
    if !scripts.iter().all(|(_, script)| script.exists()) {
        npm(&home, &format!("iframe-resizer@{RESIZER}"))?;
        npm(&home, &format!("pym.js@{PYM}"))?;
    }
    Ok(scripts)
}

/// Finds the script of axe, which looks for what keeps readers out, or installs it from npm.
pub fn axe() -> Outcome<PathBuf> {
    let home = cache().join(format!("axe-core-{AXE}"));
    let script = home.join("node_modules").join("axe-core").join("axe.min.js");
    if !script.exists() {
        npm(&home, &format!("axe-core@{AXE}"))?;
    }
    Ok(script)
}

/// Finds the script of TypeScript's compiler, or installs it from npm.
pub fn typescript() -> Outcome<PathBuf> {
    let home = cache().join(format!("typescript-{TYPESCRIPT}"));
    let script = home.join("node_modules").join("typescript").join("lib").join("tsc.js");
    if !script.exists() {
        npm(&home, &format!("typescript@{TYPESCRIPT}"))?;
    }
    Ok(script)
}

/// Every file below a folder, in order.
pub fn below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let fault = |e: std::io::Error| format!("{} could not be read ({e}).", folder.display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.is_dir() {
            found.extend(below(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Installs a package of npm into a folder of its own.
fn npm(home: &Path, package: &str) -> Outcome<()> {
    println!("Installing {package} …");
    std::fs::create_dir_all(home).map_err(|e| format!("{} could not be made ({e}).", home.display()))?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut install = Command::new(npm);
    install.args(["install", "--no-fund", "--no-audit", "--ignore-scripts", "--prefix"]).arg(home).arg(package);
    run(&mut install).map_err(|why| format!("{why} Node 20 or newer with npm is needed."))
}

/// Sixteen digits by which the name of a file says its content.
pub fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Compiler flags that keep the folders of this machine out of what is built: the page is the same wherever it is built.
pub fn without_paths() -> Vec<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let user = || env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).map(|h| Path::new(&h).join(".cargo"));
    let registry = home.or_else(user).unwrap_or_default().join("registry/src");
    let registries = std::fs::read_dir(registry).into_iter().flatten().filter_map(|e| Some((e.ok()?.path(), "crates")));
    let all = registries.chain([(root(), "lodestone")]);
    all.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).collect()
}
