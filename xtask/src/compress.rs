//! The last step of the site: `.br` and `.gz` beside each file that gets smaller, for hosts that serve them.
//!
//! The same input gives the same bytes: no time stamps, no names. What was compressed once is kept by its content.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::package;
use crate::tools::{self, Outcome};

/// Ends of the names of files that compress; pictures are compressed already.
const KINDS: [&str; 12] = ["html", "css", "js", "wasm", "txt", "json", "csv", "xml", "bib", "svg", "md", "map"];
/// Below this a file goes with its headers into one packet, whatever is done to it.
const LEAST: usize = 512;
/// A compressed file must save this part of the plain one, of 100.
const SAVES: usize = 5;
/// Compressed neighbours: the end of their names, and how they are made.
type Packer = fn(&[u8]) -> Outcome<Vec<u8>>;
const PACKERS: [(&str, Packer); 2] = [("br", brotli), ("gz", gzip)];

/// Compresses every file of the site for which it pays.
pub fn run(dist: &Path) -> Outcome<()> {
    let files = files(dist)?;
    let kept = tools::target_dir().join("compressed");
    fs::create_dir_all(&kept).map_err(|e| format!("{} could not be made ({e}).", kept.display()))?;
    let next = AtomicUsize::new(0);
    let work = || -> Outcome<usize> {
        let mut written = 0;
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            written += usize::from(pack(file, &kept)?);
        }
        Ok(written)
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let done = thread::scope(|scope| {
        let all: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        all.into_iter().map(|t| t.join().unwrap_or_else(|_| Err("a thread stopped.".into()))).sum::<Outcome<usize>>()
    })?;
    println!("{done} of {} files compressed.", files.len());
    Ok(())
}

/// Whether a file was worth it.
fn pack(file: &Path, kept: &Path) -> Outcome<bool> {
    let fault = |file: &Path, e: std::io::Error| format!("{}: {e}.", file.display());
    let bytes = fs::read(file).map_err(|e| fault(file, e))?;
    // What an earlier run left beside it is of an earlier content.
    PACKERS.iter().for_each(|(end, _)| drop(fs::remove_file(neighbour(file, end))));
    if bytes.len() < LEAST {
        return Ok(false);
    }
    let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let mut any = false;
    for (end, packer) in PACKERS {
        let known = kept.join(format!("{digest}.{end}"));
        let packed = match fs::read(&known) {
            Ok(packed) => packed,
            Err(_) => {
                let packed = packer(&bytes)?;
                // A file that is written is moved into place: a run that was stopped leaves no half of one.
                let part = kept.join(format!("{digest}.{end}.{}", std::process::id()));
                fs::write(&part, &packed).and_then(|()| fs::rename(&part, &known)).map_err(|e| fault(&known, e))?;
                packed
            }
        };
        if packed.len() * 100 <= bytes.len() * (100 - SAVES) {
            let beside = neighbour(file, end);
            fs::write(&beside, packed).map_err(|e| fault(&beside, e))?;
            any = true;
        }
    }
    Ok(any)
}

/// The compressed file beside a file.
pub fn neighbour(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(end);
    name.into()
}

/// Every file below a folder that compresses, in order.
fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let plain = |file: &PathBuf| {
        let end = file.extension().map(|e| e.to_string_lossy().into_owned());
        // Licences have no end.
        end.is_none_or(|end| KINDS.contains(&end.as_str()))
    };
    // The package is for npm, which packs it by itself.
    let package = folder.join(package::FOLDER);
    Ok(tools::below(folder)?.into_iter().filter(|file| !file.starts_with(&package)).filter(plain).collect())
}

/// Bytes in gzip, as small as it gets.
pub fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|e| format!("gzip: {e}."))
}

/// Bytes in brotli, as small as it gets.
pub fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params).map_err(|e| format!("brotli: {e}."))?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn compressed_files_are_the_same_each_time_and_become_the_original_again() {
        let text = "neodymium praseodymium dysprosium terbium ".repeat(200);
        let site = tempfile::tempdir().unwrap();
        fs::create_dir(site.path().join("en")).unwrap();
        let page = site.path().join("en/index.html");
        fs::write(&page, &text).unwrap();
        fs::write(site.path().join("small.css"), "a{}").unwrap();
        fs::write(site.path().join("card.png"), &text).unwrap();
        let noise: Vec<u8> = (0_u64..4000).map(|i| (i.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8).collect();
        fs::write(site.path().join("noise.wasm"), noise).unwrap();
        let mut seen = Vec::new();
        for run in 0..2 {
            let kept = tempfile::tempdir().unwrap();
            for file in
                files(site.path()).unwrap().iter().filter(|f| f.extension().is_none_or(|e| e != "br" && e != "gz"))
            {
                pack(file, kept.path()).unwrap();
            }
            let both = PACKERS.map(|(end, _)| fs::read(neighbour(&page, end)).unwrap());
            assert!(run == 0 || seen == both, "the same bytes again");
            seen = both.to_vec();
        }
        let mut plain = String::new();
        brotli::Decompressor::new(&seen[0][..], 4096).read_to_string(&mut plain).unwrap();
        assert_eq!(plain, text);
        plain.clear();
        flate2::read::GzDecoder::new(&seen[1][..]).read_to_string(&mut plain).unwrap();
        assert_eq!(plain, text);
        assert_eq!(&seen[1][4..8], [0; 4], "no time");
        for file in ["small.css", "card.png"] {
            assert!(!neighbour(&site.path().join(file), "br").exists(), "{file} is served as it is");
        }
    }
}
