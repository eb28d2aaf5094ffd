//! How the site wants to be served: which files never change under their names, and what a host says with them.
//!
//! `docs/hosting.md` says it for people; here it is written for those hosts that read a file of the site.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::tools::{self, Outcome};

/// For files that are named by their content: a browser need never ask again.
pub const FOREVER: &str = "public, max-age=31536000, immutable";
/// For everything else: a browser asks each time whether it has changed.
pub const ASK: &str = "no-cache";
/// What goes with every answer; that a host does not guess kinds, and that links do not tell where a reader comes from.
pub const ALWAYS: [(&str, &str); 2] = [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")];
/// Digits of the hash in a name.
const DIGITS: usize = 16;
/// Where a compressed neighbour has no meaning of its own.
pub const PACKED: [&str; 2] = [".br", ".gz"];

/// Whether a file is named by its content: `name-0123456789abcdef.js`, `name-0123456789abcdef_bg.wasm`.
pub fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() == DIGITS && hash.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'))
}

/// What caches may do with a path.
pub fn cache(path: &str) -> &'static str {
    if is_hashed(path) { FOREVER } else { ASK }
}

/// Writes `_headers`, which Netlify and Cloudflare read; `address` is that of the site, where it is known.
pub fn write(dist: &Path, address: Option<&str>) -> Outcome<()> {
    let mut names = Vec::new();
    for file in tools::below(dist)? {
        let below = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        if is_hashed(&below) && !PACKED.iter().any(|end| below.ends_with(end)) {
            names.push(below);
        }
    }
    let file = dist.join("_headers");
    fs::write(&file, headers(&folder(address), &names)).map_err(|e| format!("{}: {e}.", file.display()))
}

/// The folder of the site on its host, with a slash on both sides.
fn folder(address: Option<&str>) -> String {
    let rest = address.and_then(|address| address.split_once("://")).map_or("", |(_, rest)| rest);
    match rest.split_once('/').map_or("", |(_, path)| path.trim_matches('/')) {
        "" => "/".into(),
        path => format!("/{path}/"),
    }
}

/// What is the default of these hosts (documents are asked for again) is not repeated: rules for one path add up.
fn headers(top: &str, names: &[String]) -> String {
    let mut out = format!("{top}*\n");
    // Writing to memory does not fail.
    for (name, value) in ALWAYS {
        let _ = writeln!(out, "  {name}: {value}");
    }
    for name in names {
        let _ = writeln!(out, "{top}{name}\n  Cache-Control: {FOREVER}");
        if name.ends_with(".wasm") {
            out += "  Content-Type: application/wasm\n";
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_named_by_their_content_are_kept_for_ever() {
        for path in [
            "/lodestone-page-0123456789abcdef_bg.wasm",
            "site-0123456789abcdef.css",
            "cards/motor-en-0123456789abcdef.png",
        ] {
            assert_eq!(cache(path), FOREVER, "{path}");
        }
        for path in
            ["/", "/en/motor/", "/en/index.html", "/data/fx.csv", "/robots.txt", "/find.js", "/a-0123456789abcdeg.js"]
        {
            assert_eq!(cache(path), ASK, "{path}");
        }
    }

    #[test]
    fn the_file_of_headers_names_each_hashed_file_below_the_folder_of_the_site() {
        let dist = tempfile::tempdir().unwrap();
        fs::create_dir(dist.path().join("cards")).unwrap();
        for name in [
            "p-0123456789abcdef_bg.wasm",
            "p-0123456789abcdef_bg.wasm.br",
            "cards/a-0123456789abcdef.png",
            "index.html",
        ] {
            fs::write(dist.path().join(name), "x").unwrap();
        }
        for (address, top) in [
            (None, "/"),
            (Some("https://example.org"), "/"),
            (Some("https://example.org/a/b/"), "/a/b/"),
            (Some("https://example.org/a"), "/a/"),
        ] {
            write(dist.path(), address).unwrap();
            let text = fs::read_to_string(dist.path().join("_headers")).unwrap();
            let wanted = format!(
                "{top}*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n{top}cards/a-0123456789abcdef.png\n  Cache-Control: {FOREVER}\n{top}p-0123456789abcdef_bg.wasm\n  Cache-Control: {FOREVER}\n  Content-Type: application/wasm\n"
            );
            assert_eq!(text, wanted, "{address:?}");
        }
    }

    #[test]
    fn the_guide_says_what_the_program_does() {
        let guide = fs::read_to_string(tools::root().join("docs/hosting.md")).unwrap();
        for part in [FOREVER, ASK, "-[0-9a-f]{16}(_bg)?\\.", "frame-ancestors", "application/wasm"] {
            assert!(guide.contains(part), "docs/hosting.md lacks {part}");
        }
        for (name, value) in ALWAYS {
            assert!(guide.contains(name) && guide.contains(value), "docs/hosting.md lacks {name}");
        }
    }
}
