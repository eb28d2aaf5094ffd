//! `SHA256SUMS`, the last step of the site: the digest of every file of it, so that two builds can be compared and a copy can be
//! checked with `sha256sum --check`. What stands below `releases/` has sums of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::hosting::PACKED;
use crate::keep;
use crate::tools::{self, Outcome};

/// The name of the file.
pub const FILE: &str = "SHA256SUMS";
/// Stands between a digest and a path: the file is read as bytes, not as lines.
const BETWEEN: &str = "  ";

/// Digest by path, from the top of the site.
pub type Sums = BTreeMap<String, String>;

/// Writes the sums of a finished site.
pub fn write(dist: &Path) -> Outcome<()> {
    let file = dist.join(FILE);
    fs::write(&file, text(&of(dist)?)).map_err(|e| format!("{} could not be written ({e}).", file.display()))
}

/// The sums of the files below a folder.
pub fn of(folder: &Path) -> Outcome<Sums> {
    let mut sums = Sums::new();
    for file in tools::below(folder)? {
        let path = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        if counts(&path) {
            let bytes = fs::read(&file).map_err(|e| format!("{} could not be read ({e}).", file.display()))?;
            sums.insert(path, digest(&bytes));
        }
    }
    Ok(sums)
}

/// Whether the sums have a file: not they themselves, nor what is beside the site.
fn counts(path: &str) -> bool {
    let plain = PACKED.iter().find_map(|end| path.strip_suffix(end)).unwrap_or(path);
    plain != FILE && !path.starts_with(keep::FOLDER)
}

/// The digest of bytes as `sha256sum` writes it.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A line for each file, in the order of their paths.
pub fn text(sums: &Sums) -> String {
    sums.iter().map(|(path, digest)| format!("{digest}{BETWEEN}{path}\n")).collect()
}

/// The sums that stand in the file of a folder.
pub fn read(folder: &Path) -> Outcome<Sums> {
    let file = folder.join(FILE);
    let text = fs::read_to_string(&file).map_err(|e| format!("{} could not be read ({e}).", file.display()))?;
    let pairs = text.lines().map(|line| {
        let (digest, path) = line.split_once(BETWEEN).ok_or_else(|| {
            format!("{}: “{line}” is no sum; accepted: a digest, two spaces, a path.", file.display())
        })?;
        Ok((path.to_owned(), digest.to_owned()))
    });
    pairs.collect()
}

/// Checks that a folder holds what its sums say, and nothing else.
pub fn check(folder: &Path) -> Outcome<Sums> {
    let (said, found) = (read(folder)?, of(folder)?);
    match differences(&said, &found, [FILE, "the folder"]).first() {
        Some(first) => Err(format!("{} is not what its {FILE} says: {first}", folder.display())),
        None => Ok(said),
    }
}

/// A sentence for each file that is not the same in both, in the order of their paths; `names` are those of the two.
pub fn differences(one: &Sums, other: &Sums, names: [&str; 2]) -> Vec<String> {
    let only = |path: &String, name: &str| format!("{path} is in {name} only.");
    let missing = one.keys().filter(|path| !other.contains_key(*path)).map(|path| (path, only(path, names[0])));
    let added = other.keys().filter(|path| !one.contains_key(*path)).map(|path| (path, only(path, names[1])));
    let changed = one.iter().filter(|(path, digest)| other.get(*path).is_some_and(|d| d != *digest));
    let changed = changed.map(|(path, _)| (path, format!("{path} differs.")));
    let all: BTreeMap<&String, String> = missing.chain(added).chain(changed).collect();
    all.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(folder: &Path, path: &str, text: &str) {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    #[test]
    fn the_sums_have_every_file_of_the_site_but_themselves_in_order_and_are_the_same_each_time() {
        let site = tempfile::tempdir().unwrap();
        for path in ["z.txt", "en/index.html", "en/index.html.br", "data/releases/a.txt", "_headers"] {
            put(site.path(), path, "abc");
        }
        put(site.path(), "releases/0.1.0/index.html", "beside the site");
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let paths = ["_headers", "data/releases/a.txt", "en/index.html", "en/index.html.br", "z.txt"];
        let wanted: String = paths.map(|path| format!("{abc}  {path}\n")).concat();
        for _ in 0..2 {
            write(site.path()).unwrap();
            assert_eq!(fs::read_to_string(site.path().join(FILE)).unwrap(), wanted);
            put(site.path(), "SHA256SUMS.br", "packed");
        }
        assert_eq!(check(site.path()).unwrap().len(), paths.len());
        assert_eq!(read(site.path()).unwrap(), of(site.path()).unwrap());
    }

    #[test]
    fn a_changed_a_missing_and_an_added_file_are_named() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for path in ["en/index.html", "page.wasm", "gone.css"] {
            put(one.path(), path, "abc");
        }
        for (path, text) in [("en/index.html", "abc"), ("page.wasm", "abd"), ("added.js", "abc")] {
            put(other.path(), path, text);
        }
        let names = ["the first", "the second"];
        assert_eq!(
            differences(&of(one.path()).unwrap(), &of(other.path()).unwrap(), names),
            ["added.js is in the second only.", "gone.css is in the first only.", "page.wasm differs."]
        );
        assert_eq!(differences(&of(one.path()).unwrap(), &of(one.path()).unwrap(), names), [""; 0]);
        write(one.path()).unwrap();
        put(one.path(), "page.wasm", "abd");
        assert!(check(one.path()).unwrap_err().ends_with("says: page.wasm differs."));
        put(one.path(), FILE, "not a sum\n");
        assert!(read(one.path()).unwrap_err().contains("“not a sum” is no sum; accepted:"));
    }
}
