//! What a first visit costs in bytes, with a budget that fails the build.
//!
//! A first visit is the page and what it names; what is fetched when somebody asks for it is printed beside. A reader
//! needs the words of one language: the largest counts.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::tools::Outcome;
use crate::words;

/// Brotli bytes that a first visit may take in all.
const BUDGET: usize = 250_000;
/// The words that the page begins with.
const FIRST: &str = "page";

/// Prints each file of `dist` raw, gzipped and in brotli; an error above the budget.
pub fn run(dist: &Path) -> Outcome<()> {
    let entries = fs::read_dir(dist).map_err(|e| format!("{} could not be read ({e}).", dist.display()))?;
    let mut files: Vec<_> = entries.filter_map(|e| Some(e.ok()?.path())).filter(|p| p.is_file()).collect();
    files.sort();
    let page =
        fs::read_to_string(dist.join("index.html")).map_err(|e| format!("index.html could not be read ({e})."))?;
    let mut total = [0; 3];
    let mut largest = BTreeMap::new();
    println!("{:>10} {:>10} {:>10}  file", "raw", "gzip", "brotli");
    for file in files {
        let bytes = fs::read(&file).map_err(|e| format!("{} could not be read ({e}).", file.display()))?;
        let sizes = [bytes.len(), gzip(&bytes)?, brotli(&bytes)?];
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        println!("{:>10} {:>10} {:>10}  {name}", sizes[0], sizes[1], sizes[2]);
        match words::bundle(&name) {
            Some(bundle) => {
                let most: &mut [usize; 3] = largest.entry(bundle.to_owned()).or_default();
                if sizes[2] > most[2] {
                    *most = sizes;
                }
            }
            None if name == "index.html" || page.contains(&name) => total = sum(total, sizes),
            None => {}
        }
    }
    if let Some(sizes) = largest.get(FIRST) {
        let bundle = FIRST;
        println!("{:>10} {:>10} {:>10}  words-{bundle}: the largest language counts", sizes[0], sizes[1], sizes[2]);
        total = sum(total, *sizes);
    }
    println!(
        "{:>10} {:>10} {:>10}  first visit (the page and what it names), budget {BUDGET} in brotli",
        total[0], total[1], total[2]
    );
    if total[2] > BUDGET {
        return Err(format!("a first visit takes {} bytes in brotli; {BUDGET} are allowed.", total[2]));
    }
    Ok(())
}

fn sum(a: [usize; 3], b: [usize; 3]) -> [usize; 3] {
    std::array::from_fn(|i| a[i] + b[i])
}

fn gzip(bytes: &[u8]) -> Outcome<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map(|out| out.len()).map_err(|e| format!("gzip: {e}."))
}

fn brotli(bytes: &[u8]) -> Outcome<usize> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params).map_err(|e| format!("brotli: {e}."))?;
    Ok(out.len())
}
