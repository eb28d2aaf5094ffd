//! Earlier releases at their own addresses: `dist --keep FOLDER` takes the archives that `cargo xtask release` made of them and
//! lays each below `releases/<name>/` of the site, the present one too. A site works in any folder, so a copy is all there is
//! to it. Not here: how an archive is made ([`crate::release`]), nor the page that links the releases.

use std::fs;
use std::path::{Path, PathBuf};

use crate::tools::{Outcome, root};
use crate::{archive, sums};

/// The folder of the releases, from the top of the site.
pub const FOLDER: &str = "releases/";

/// The name of the present release: version of the model and of the data.
pub fn present() -> Outcome<String> {
    let file = root().join("static-data/datapackage.json");
    let fault = |e: &dyn std::fmt::Display| format!("{} could not be read ({e}).", file.display());
    let text = fs::read_to_string(&file).map_err(|e| fault(&e))?;
    let package: serde_json::Value = serde_json::from_str(&text).map_err(|e| fault(&e))?;
    let version = package["version"].as_str().ok_or_else(|| fault(&"no version"))?;
    Ok(format!("{}-{version}", env!("CARGO_PKG_VERSION")))
}

/// What a release is called in the names of its files.
pub fn stem(name: &str) -> String {
    format!("lodestone-{name}")
}

/// The archive of a release.
pub fn archive_of(name: &str) -> String {
    format!("{}.tar.gz", stem(name))
}

/// The releases before the present one: name and archive.
///
/// The page of the site links every release, so each must be there.
pub fn earlier(folder: &Path) -> Outcome<Vec<(String, PathBuf)>> {
    let present = present()?;
    let listed = root().join("static-data/releases");
    let fault = |e: std::io::Error| format!("{} could not be read ({e}).", listed.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(&listed).map_err(fault)? {
        let file = entry.map_err(fault)?.file_name().to_string_lossy().into_owned();
        names.extend(file.strip_suffix(".txt").filter(|name| *name != present).map(str::to_owned));
    }
    names.sort();
    names.into_iter().map(|name| found(folder, name)).collect()
}

fn found(folder: &Path, name: String) -> Outcome<(String, PathBuf)> {
    let file = folder.join(archive_of(&name));
    if file.is_file() {
        return Ok((name, file));
    }
    Err(format!(
        "--keep: {} has nothing of the release {name}; accepted: a folder with {}.",
        folder.display(),
        archive_of(&name)
    ))
}

/// Takes away what was laid beside a site: it is of an earlier content.
pub fn clear(dist: &Path) -> Outcome<()> {
    let fault = |path: &Path, e: std::io::Error| format!("{} could not be removed ({e}).", path.display());
    let (releases, listed) = (dist.join(FOLDER), dist.join(sums::FILE));
    if releases.exists() {
        fs::remove_dir_all(&releases).map_err(|e| fault(&releases, e))?;
    }
    if listed.exists() {
        fs::remove_file(&listed).map_err(|e| fault(&listed, e))?;
    }
    Ok(())
}

/// Lays the present release, named so, and the earlier ones below `releases/` of a site that has its sums.
pub fn lay(dist: &Path, present: &str, earlier: &[(String, PathBuf)]) -> Outcome<()> {
    println!("Laying {} releases …", earlier.len() + 1);
    let own = dist.join(FOLDER).join(present);
    let all = sums::check(dist)?;
    for path in all.keys().map(String::as_str).chain([sums::FILE]) {
        let to = own.join(path);
        let made = fs::create_dir_all(to.parent().unwrap_or(&own)).and_then(|()| fs::copy(dist.join(path), &to));
        made.map_err(|e| format!("{} could not be copied ({e}).", to.display()))?;
    }
    for (name, file) in earlier {
        let folder = dist.join(FOLDER).join(name);
        archive::unpack(file, &stem(name), &folder)?;
        // Whoever handed the archive on may have lost something of it.
        sums::check(&folder)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release;

    fn site(text: &str) -> tempfile::TempDir {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir(site.path().join("en")).unwrap();
        for path in ["index.html", "en/index.html", "sw.js", "lodestone-offline.html"] {
            fs::write(site.path().join(path), format!("{path} {text}")).unwrap();
        }
        sums::write(site.path()).unwrap();
        site
    }

    fn read(folder: &Path) -> Vec<(String, String)> {
        let mut all: Vec<_> = sums::of(folder).unwrap().into_iter().collect();
        all.push((sums::FILE.into(), sums::digest(&fs::read(folder.join(sums::FILE)).unwrap())));
        all
    }

    #[test]
    fn every_release_stays_at_its_own_address_byte_for_byte_with_its_offline_file() {
        // Two earlier releases, each archived when it was the present one, with those before it beside it.
        let archives = tempfile::tempdir().unwrap();
        let mut earlier = Vec::new();
        let mut sites = Vec::new();
        for name in ["0.0.1-2020.01.1", "0.0.2-2020.02.1"] {
            let site = site(name);
            lay(site.path(), name, &earlier).unwrap();
            let file = archives.path().join(archive_of(name));
            fs::write(&file, release::packed(site.path(), name).unwrap()).unwrap();
            earlier.push((name.to_owned(), file));
            sites.push((name, site));
        }
        let now = site("now");
        lay(now.path(), "0.1.0", &earlier).unwrap();
        for (name, before) in &sites {
            let kept = now.path().join(FOLDER).join(name);
            assert_eq!(read(&kept), read(before.path()), "{name}");
            assert!(kept.join("lodestone-offline.html").is_file());
            // A release does not hold those before it: each is kept once.
            assert!(!kept.join(FOLDER).exists());
        }
        let own = now.path().join(FOLDER).join("0.1.0");
        assert_eq!(read(&own), read(now.path()));
        // What is laid beside the site is no part of it.
        sums::check(now.path()).unwrap();
        clear(now.path()).unwrap();
        assert!(!now.path().join(FOLDER).exists() && !now.path().join(sums::FILE).exists());
        assert!(now.path().join("index.html").exists());
    }

    #[test]
    fn an_archive_that_is_missing_or_was_damaged_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let said = found(folder.path(), "0.0.1".into()).unwrap_err();
        assert!(
            said.contains("has nothing of the release 0.0.1; accepted: a folder with lodestone-0.0.1.tar.gz"),
            "{said}"
        );
        let site = site("x");
        fs::write(site.path().join("index.html"), "altered").unwrap();
        let paths = ["index.html", sums::FILE];
        let file = folder.path().join(archive_of("0.0.1"));
        fs::write(&file, archive::pack(site.path(), &stem("0.0.1"), paths.into_iter()).unwrap()).unwrap();
        let now = self::site("now");
        let said = lay(now.path(), "0.1.0", &[("0.0.1".into(), file)]).unwrap_err();
        assert!(said.contains("is not what its SHA256SUMS says: en/index.html is in SHA256SUMS only."), "{said}");
    }

    #[test]
    fn the_present_release_is_the_last_of_those_that_are_listed() {
        let name = present().unwrap();
        assert!(root().join(format!("static-data/releases/{name}.txt")).is_file(), "{name}");
    }
}
