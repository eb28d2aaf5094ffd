//! What is handed out with a release, from the finished site: `cargo xtask release` fills `release/` with the archive of the
//! site, the files for use without a network, the package for npm, notes and sums. The same site gives the same bytes.
//! Not here: how the site is built.

use std::fs;
use std::path::Path;

use crate::sums::{self, Sums};
use crate::tools::{Outcome, root};
use crate::{archive, command, keep, package};

/// The folder.
const FOLDER: &str = "release";
/// The notes.
const NOTES: &str = "NOTES.md";
/// Begins the names of the files for use without a network, on the site and here.
const OFFLINE: &str = "lodestone-offline";
/// The folder in an archive for npm.
const NPM: &str = "package";
/// Begins what is said of a version, in the list of changes and in the log of answers.
const HEADING: &str = "## ";

/// Fills the folder.
pub fn run() -> Outcome<()> {
    let (dist, folder, name) = (root().join("dist"), root().join(FOLDER), keep::present()?);
    if !dist.join(sums::FILE).exists() {
        return Err(format!("dist/{} is missing; build the site with `cargo xtask dist`.", sums::FILE));
    }
    let notes = notes(env!("CARGO_PKG_VERSION"), &name, &changes()?, &command::answer(&["release", "--moved"])?)?;
    write(&dist, &folder, &name, &notes)?;
    println!("The release {name} is in {}.", folder.display());
    Ok(())
}

/// Writes everything into an empty folder.
fn write(dist: &Path, folder: &Path, name: &str, notes: &str) -> Outcome<()> {
    let fault = |e: std::io::Error| format!("{} could not be made anew ({e}).", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(fault)?;
    }
    fs::create_dir_all(folder).map_err(fault)?;
    let put = |file: &str, bytes: &[u8]| {
        fs::write(folder.join(file), bytes).map_err(|e| format!("{FOLDER}/{file} could not be written ({e})."))
    };
    let all = sums::check(dist)?;
    put(&keep::archive_of(name), &packed(dist, name)?)?;
    for (file, ending) in all.keys().filter_map(|path| Some((path, path.strip_prefix(OFFLINE)?))) {
        if ending.ends_with(".html") {
            let bytes = fs::read(dist.join(file)).map_err(|e| format!("{file} could not be read ({e})."))?;
            put(&format!("{}-offline{ending}", keep::stem(name)), &bytes)?;
        }
    }
    let (npm, paths) = npm(&all);
    put(&npm, &archive::pack(&dist.join(package::FOLDER), NPM, paths)?)?;
    put(NOTES, notes.as_bytes())?;
    sums::write(folder)
}

/// The archive of the site: what its sums list, and they themselves.
pub fn packed(dist: &Path, name: &str) -> Outcome<Vec<u8>> {
    let all = sums::check(dist)?;
    archive::pack(dist, &keep::stem(name), all.keys().map(String::as_str).chain([sums::FILE]))
}

/// The name that npm gives to the archive of the package, and the files in it.
fn npm(all: &Sums) -> (String, impl Iterator<Item = &str>) {
    let below = format!("{}/", package::FOLDER);
    let paths = all.keys().filter_map(move |path| path.strip_prefix(&below));
    (format!("{}-{}.tgz", package::NAME, env!("CARGO_PKG_VERSION")), paths)
}

fn changes() -> Outcome<String> {
    fs::read_to_string(root().join("CHANGELOG.md")).map_err(|e| format!("CHANGELOG.md could not be read ({e})."))
}

/// What readers are told of a release: what the list of changes says of its version, and what it moved.
fn notes(version: &str, name: &str, changes: &str, moved: &str) -> Outcome<String> {
    let said = section(changes, version).ok_or_else(|| {
        format!("CHANGELOG.md has no heading “{HEADING}{version}”, with what the release changes below it.")
    })?;
    let log = section(moved, &format!("Release {name}"))
        .ok_or_else(|| format!("the log of answers that moved has nothing of the release {name}."))?;
    let title = moved.lines().next().unwrap_or_default().trim_start_matches('#').trim();
    Ok(format!("# Lodestone {name}\n\n{said}\n\n{HEADING}{title}\n\n{log}\n"))
}

/// What stands below a heading, up to the next one.
fn section<'a>(text: &'a str, heading: &str) -> Option<&'a str> {
    let begins = |part: &&str| {
        let first = part.lines().next().unwrap_or_default();
        first.strip_prefix(heading).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let part = text.split(&format!("\n{HEADING}")).skip(1).find(begins)?;
    let said = part.split_once('\n').map_or("", |(_, rest)| rest).trim();
    (!said.is_empty()).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_has_its_site_its_offline_files_its_package_its_notes_and_their_sums_the_same_each_time() {
        let site = tempfile::tempdir().unwrap();
        for path in [
            "index.html",
            "lodestone-offline.html",
            "lodestone-offline-ko.html",
            "lodestone-offline.html.br",
            "pkg/a.js",
            "pkg/frames/b.html",
        ] {
            let file = site.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, path).unwrap();
        }
        sums::write(site.path()).unwrap();
        let mut seen = None;
        for _ in 0..2 {
            let folder = tempfile::tempdir().unwrap();
            write(site.path(), folder.path(), "0.1.0-2026.11.1", "notes\n").unwrap();
            let all = sums::check(folder.path()).unwrap();
            let npm = format!("{}-{}.tgz", package::NAME, env!("CARGO_PKG_VERSION"));
            let wanted = [
                "NOTES.md",
                "lodestone-0.1.0-2026.11.1-offline-ko.html",
                "lodestone-0.1.0-2026.11.1-offline.html",
                "lodestone-0.1.0-2026.11.1.tar.gz",
                &npm,
            ];
            assert_eq!(all.keys().map(String::as_str).collect::<Vec<_>>(), wanted);
            let place = folder.path().join("npm");
            archive::unpack(&folder.path().join(&npm), NPM, &place).unwrap();
            assert_eq!(fs::read_to_string(place.join("frames/b.html")).unwrap(), "pkg/frames/b.html");
            assert!(seen.is_none_or(|before| before == all), "the same bytes again");
            seen = Some(all);
        }
        // A site that is not what its sums say is not handed out.
        fs::write(site.path().join("index.html"), "altered").unwrap();
        let folder = tempfile::tempdir().unwrap();
        assert!(write(site.path(), folder.path(), "0.1.0", "").unwrap_err().contains("index.html differs."));
    }

    #[test]
    fn the_notes_say_what_changed_and_which_answers_moved() {
        let moved = "# What changed in the answers\n\n## Release 0.2.0-2027.01.1\n\n- Magnet: 1 → 2\n\n## Release 0.1.0-2026.11.1\n\nThe first.\n";
        let changes = "# Changes\n\n## 0.2.0\n\nNew things.\n\n## 0.1.0 (2026)\n\nFirst light.\n";
        assert_eq!(
            notes("0.2.0", "0.2.0-2027.01.1", changes, moved).unwrap(),
            "# Lodestone 0.2.0-2027.01.1\n\nNew things.\n\n## What changed in the answers\n\n- Magnet: 1 → 2\n"
        );
        assert!(notes("0.1.0", "0.1.0-2026.11.1", changes, moved).unwrap().ends_with("The first.\n"));
        assert!(notes("0.3.0", "0.3.0-2027.02.1", changes, moved).unwrap_err().contains("no heading “## 0.3.0”"));
        assert!(section(&super::changes().unwrap(), env!("CARGO_PKG_VERSION")).is_some(), "CHANGELOG.md");
    }
}
