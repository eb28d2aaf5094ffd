//! Compiles the words of the page, `static-data/text`, to functions; a missing word stops the build.

use std::path::Path;

use lodestone_tables::words;

fn main() {
    // What only the two pages that need it carry in a browser; a native program has everything.
    println!("cargo::rustc-check-cfg=cfg(whole)");
    let wasm = std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    let has = |feature: &str| std::env::var_os(format!("CARGO_FEATURE_{feature}")).is_some();
    // The program of the one file that holds the site has every part.
    let lens = !wasm || has("LENS") || has("OFFLINE");
    if lens || has("WHOLE") {
        println!("cargo::rustc-cfg=whole");
    }
    // Two scenarios side by side need no calculators, and all calculators on one page no front page; each has a program of its
    // own. The others share one, so that who goes on from the front page has it already; only those stand in frames of others.
    let shared = !has("COMPARE") && (!has("WHOLE") || has("OFFLINE"));
    let compare = has("COMPARE") || has("OFFLINE");
    let framed = shared && !has("OFFLINE");
    let parts = [
        ("compare", compare),
        ("sections", !has("COMPARE")),
        ("story", shared),
        ("framed", framed),
        ("offline", has("OFFLINE")),
    ];
    for (part, carried) in parts {
        println!("cargo::rustc-check-cfg=cfg({part})");
        if !wasm || carried {
            println!("cargo::rustc-cfg={part}");
        }
    }
    // What reads a chart point by point and takes it along.
    println!("cargo::rustc-check-cfg=cfg(lens)");
    if lens {
        println!("cargo::rustc-cfg=lens");
    }
    // Words of all languages, and what describes the inputs: in whatever has nowhere to fetch them from.
    println!("cargo::rustc-check-cfg=cfg(carried)");
    if !wasm || has("PACKAGE") {
        println!("cargo::rustc-cfg=carried");
    }
    // What takes a result along as a file, and reads it back.
    println!("cargo::rustc-check-cfg=cfg(export)");
    if !wasm || has("EXPORT") {
        println!("cargo::rustc-cfg=export");
    }
    // Asked for at run time: a build script kept from another checkout must not read that one's words.
    let here = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let folder = Path::new(&here).join("static-data/text");
    println!("cargo::rerun-if-changed={}", folder.display());
    // Its version goes into every link.
    println!("cargo::rerun-if-changed={}", Path::new(&here).join("static-data/datapackage.json").display());
    let pseudo = std::env::var_os("CARGO_FEATURE_PSEUDO").is_some();
    let written = words::module(&folder, &words::BUNDLES, pseudo).and_then(|source| {
        let out = std::env::var("OUT_DIR").map_err(|e| e.to_string())?;
        std::fs::write(Path::new(&out).join("text.rs"), source).map_err(|e| e.to_string())
    });
    // The command states the version of the data beside its own.
    let package = std::fs::read_to_string(Path::new(&here).join("static-data/datapackage.json")).unwrap_or_default();
    let version = package.split("\"version\": \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("unknown");
    println!("cargo::rustc-env=LODESTONE_DATA_VERSION={version}");
    if let Err(why) = written {
        println!("cargo::error={why}");
        std::process::exit(1);
    }
}
