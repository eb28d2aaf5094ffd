//! Checks `static-data` and compiles it to constants; a wrong row stops the build and says where it stands.

use std::path::Path;
use std::process::exit;

fn main() {
    // Asked for at run time: a build script kept from another checkout must not read that one's data.
    let here = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let folder = Path::new(&here).join("../../static-data");
    println!("cargo::rerun-if-changed={}", folder.display());
    let package = match lodestone_tables::Package::read(&folder) {
        Ok(package) => package,
        Err(problems) => {
            for problem in &problems {
                println!("cargo::error={problem}");
            }
            exit(1);
        }
    };
    let modules = [
        ("data.rs", lodestone_tables::emit::module(&package)),
        ("audits.rs", lodestone_tables::audit::module(&package)),
    ];
    for (name, source) in modules {
        let written = source.map_err(|problem| problem.to_string()).and_then(|source| {
            let out = std::env::var("OUT_DIR").map_err(|e| e.to_string())?;
            std::fs::write(Path::new(&out).join(name), source).map_err(|e| e.to_string())
        });
        if let Err(why) = written {
            println!("cargo::error={why}");
            exit(1);
        }
    }
}
