//! Archives whose bytes repeat: files in order, no times, no owners, below one folder. Not here: what goes into them.

use std::fs;
use std::io::{Read, Write};
use std::path::{Component, Path, PathBuf};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use tar::{Archive, Builder, EntryType, Header};

use crate::tools::Outcome;

/// The time of every file, 1 January 2000: some programs warn of files from 1970.
const TIME: u64 = 946_684_800;
/// Who may do what with a file.
const MODE: u32 = 0o644;

/// An archive (`.tar.gz`) of files of `folder`, by their paths in it, below `top` in the archive.
pub fn pack<'a>(folder: &Path, top: &str, paths: impl Iterator<Item = &'a str>) -> Outcome<Vec<u8>> {
    let fault = |path: &str, e: std::io::Error| format!("{path} could not be packed ({e}).");
    let mut paths: Vec<&str> = paths.collect();
    paths.sort_unstable();
    let mut archive = Builder::new(GzEncoder::new(Vec::new(), Compression::best()));
    for path in paths {
        let bytes = fs::read(folder.join(path)).map_err(|e| fault(path, e))?;
        let mut header = Header::new_gnu();
        header.set_entry_type(EntryType::Regular);
        header.set_size(bytes.len() as u64);
        header.set_mode(MODE);
        header.set_mtime(TIME);
        archive.append_data(&mut header, format!("{top}/{path}"), &bytes[..]).map_err(|e| fault(path, e))?;
    }
    let finished = archive.into_inner().and_then(|mut gzip| gzip.flush().and_then(|()| gzip.finish()));
    finished.map_err(|e| fault(top, e))
}

/// Writes the files of an archive below `top` into `folder`.
pub fn unpack(archive: &Path, top: &str, folder: &Path) -> Outcome<()> {
    let fault = |e: std::io::Error| format!("{} could not be unpacked ({e}).", archive.display());
    let mut all = Archive::new(GzDecoder::new(fs::File::open(archive).map_err(fault)?));
    for entry in all.entries().map_err(fault)? {
        let mut entry = entry.map_err(fault)?;
        let path = entry.path().map_err(fault)?.into_owned();
        let inside = below(&path, top).filter(|_| entry.header().entry_type() == EntryType::Regular);
        let inside = inside.ok_or_else(|| {
            format!("{}: “{}” does not belong there; accepted: files below {top}/.", archive.display(), path.display())
        })?;
        let to = folder.join(inside);
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(fault)?;
        fs::create_dir_all(to.parent().unwrap_or(folder)).and_then(|()| fs::write(&to, bytes)).map_err(fault)?;
    }
    Ok(())
}

/// A path without the folder that it must be below; `None` for one that leads elsewhere.
fn below(path: &Path, top: &str) -> Option<PathBuf> {
    let inside = path.strip_prefix(top).ok()?;
    let plain = inside.components().all(|part| matches!(part, Component::Normal(_)));
    (plain && inside.components().next().is_some()).then(|| inside.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_is_the_same_bytes_each_time_and_unpacks_to_the_same_files() {
        let deep = format!("en/{}/index.html", "long-name/".repeat(15).trim_end_matches('/'));
        let mut seen = Vec::new();
        for run in 0..2 {
            // Another folder, other times, another order.
            let site = tempfile::tempdir().unwrap();
            let mut paths = vec!["z.txt", "a.wasm", deep.as_str()];
            if run == 1 {
                paths.reverse();
            }
            for path in &paths {
                let file = site.path().join(path);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(&file, format!("this is {path}")).unwrap();
            }
            let packed = pack(site.path(), "lodestone-1", paths.iter().copied()).unwrap();
            assert!(run == 0 || packed == seen, "the same bytes again");
            seen = packed;
        }
        let place = tempfile::tempdir().unwrap();
        let archive = place.path().join("a.tar.gz");
        fs::write(&archive, &seen).unwrap();
        unpack(&archive, "lodestone-1", &place.path().join("to")).unwrap();
        for path in ["z.txt", "a.wasm", &deep] {
            assert_eq!(fs::read_to_string(place.path().join("to").join(path)).unwrap(), format!("this is {path}"));
        }
        let said = unpack(&archive, "lodestone-2", &place.path().join("to")).unwrap_err();
        assert!(said.contains("does not belong there; accepted: files below lodestone-2/."), "{said}");
    }

    #[test]
    fn no_path_of_an_archive_leads_out_of_its_folder() {
        assert_eq!(below(Path::new("a/b/c"), "a"), Some("b/c".into()));
        for path in ["a", "a/../b", "/a/b", "b/c", "a/b/../../../c"] {
            assert_eq!(below(Path::new(path), "a"), None, "{path}");
        }
    }
}
