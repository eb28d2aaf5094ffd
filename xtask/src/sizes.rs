//! What a first visit costs in bytes, with a budget that fails the build.
//!
//! A first visit is a document and what is fetched with it; what is fetched when somebody asks for it is printed beside.
//! A file counts as it is sent to whoever takes Brotli. `docs/sizes.txt` holds the figures that were last accepted.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::compress::neighbour;
use crate::tools::{Outcome, root};
use crate::{named, package};

/// Bytes that a first visit of a calculator may take in all.
const BUDGET: usize = 250_000;
/// Bytes that the answer of a calculator in a frame of somebody else's may take before its program comes.
const FRAME: usize = 40_000;
/// The document of such a frame.
const FRAMED: &str = "/widget.html";
/// Folders of the languages.
const LANGUAGES: [&str; 3] = ["en", "ko", "zh"];
/// In a document: that a program computes on the page; where its files begin that are fetched when they are asked for.
const COMPUTES: &str = "<body class=\"computes\"";
const PANELS: [&str; 2] = ["\"panel\":", "\"take\":{"];
/// The accepted figures.
const ACCEPTED: &str = "docs/sizes.txt";

/// Bytes by what they are of.
type Sizes = BTreeMap<String, usize>;

/// What the documents of a site weigh.
struct Weighed {
    /// A first visit of every page, by its address.
    visits: Sizes,
    /// The pages on which a program computes.
    computing: Vec<String>,
    /// Files that several pages share, by their names without a hash.
    files: Sizes,
}

/// Prints what each page of `dist` and each shared file weighs, and what has changed since the figures were accepted; an
/// error above the budget. With `accept` these figures are the accepted ones from now on. Says what the heaviest visit takes.
pub fn run(dist: &Path, accept: bool) -> Outcome<String> {
    let weighed = weigh(dist)?;
    let file = root().join(ACCEPTED);
    let before = read(&fs::read_to_string(&file).unwrap_or_default());
    print!("{}", weighed.table(&before));
    // A site whose programs were built elsewhere may come without.
    if dist.join(package::FOLDER).exists() {
        println!("\n{}", package::sizes(dist)?);
    }
    if accept {
        fs::write(&file, weighed.accepted()).map_err(|e| format!("{ACCEPTED}: {e}."))?;
        println!("{ACCEPTED} has these figures now.");
    }
    weighed.within()?;
    Ok(weighed.heaviest())
}

fn weigh(dist: &Path) -> Outcome<Weighed> {
    let mut weighed = Weighed { visits: Sizes::new(), computing: Vec::new(), files: Sizes::new() };
    for language in LANGUAGES {
        let mut pages = vec![String::new()];
        let folder = dist.join(language);
        for entry in crate::tools::below(&folder)? {
            let name = entry.strip_prefix(&folder).unwrap_or(&entry).to_string_lossy().replace('\\', "/");
            pages.extend(name.strip_suffix("/index.html").map(|page| format!("{page}/")));
            if name.ends_with(FRAMED) {
                weighed.files.insert(format!("{language}/{name}"), sent(&entry)?);
            }
        }
        for page in pages {
            let address = format!("{language}/{page}");
            let file = dist.join(&address).join("index.html");
            let html = fs::read_to_string(&file).map_err(|e| format!("{}: {e}.", file.display()))?;
            let mut visit = sent(&file)?;
            for name in named::fetched(&html) {
                let size = sent(&dist.join(&name))?;
                weighed.files.insert(plain(&name), size);
                visit += size;
            }
            if html.contains(COMPUTES) {
                weighed.computing.push(address.clone());
                for panel in PANELS {
                    let files = html.split_once(panel).map_or("", |(_, rest)| rest.split('}').next().unwrap_or(""));
                    for name in named::hashed(files) {
                        weighed.files.insert(plain(&name), sent(&dist.join(&name))?);
                    }
                }
            }
            weighed.visits.insert(address, visit);
        }
    }
    Ok(weighed)
}

/// The bytes of a file as it is sent.
fn sent(file: &Path) -> Outcome<usize> {
    let packed = neighbour(file, "br");
    let file = if packed.exists() { &packed } else { file };
    let length = fs::metadata(file).map_err(|e| format!("{}: {e}.", file.display()))?.len();
    usize::try_from(length).map_err(|e| format!("{}: {e}.", file.display()))
}

/// A name without its hash.
fn plain(name: &str) -> String {
    let (stem, end) = name.split_once('.').unwrap_or((name, ""));
    let (stem, rest) = stem.strip_suffix("_bg").map_or((stem, ""), |stem| (stem, "_bg"));
    format!("{}{rest}.{end}", stem.rsplit_once('-').map_or(stem, |(plain, _)| plain))
}

impl Weighed {
    /// The heaviest first visit of a page that computes.
    fn most(&self) -> Option<(&str, usize)> {
        let all = self.computing.iter().filter_map(|page| Some((page.as_str(), *self.visits.get(page)?)));
        all.max_by_key(|(_, size)| *size)
    }

    /// The same in words.
    fn heaviest(&self) -> String {
        self.most().map_or_else(String::new, |(page, size)| format!("{page}, {size} of {BUDGET} bytes in brotli"))
    }

    fn within(&self) -> Outcome<()> {
        if let Some((name, size)) = self.files.iter().find(|(name, size)| name.ends_with(FRAMED) && **size > FRAME) {
            return Err(format!("{name} takes {size} bytes in brotli before its program; {FRAME} are allowed."));
        }
        match self.most() {
            Some((page, size)) if size > BUDGET => {
                Err(format!("a first visit of {page} takes {size} bytes in brotli; {BUDGET} are allowed."))
            }
            Some(_) => Ok(()),
            None => Err("the site has no page that computes.".into()),
        }
    }

    fn table(&self, before: &Sizes) -> String {
        let mut out = String::new();
        for (title, computes) in
            [("first visit, pages that compute", true), ("first visit, pages that are read", false)]
        {
            let _ = writeln!(out, "{title:<36}{:>20}{:>20}{:>20}", LANGUAGES[0], LANGUAGES[1], LANGUAGES[2]);
            let is_one = |address: &str| self.computing.iter().any(|a| a == address) == computes;
            let first = format!("{}/", LANGUAGES[0]);
            for page in self.visits.keys().filter_map(|a| a.strip_prefix(&first)) {
                if !is_one(&format!("{first}{page}")) {
                    continue;
                }
                let _ = write!(out, "{:<36}", if page.is_empty() { "/" } else { page });
                for language in LANGUAGES {
                    let address = format!("{language}/{page}");
                    let cell =
                        self.visits.get(&address).map_or_else(String::new, |size| against(*size, before.get(&address)));
                    let _ = write!(out, "{cell:>20}");
                }
                out.push('\n');
            }
            out.push('\n');
        }
        let _ = writeln!(out, "{:<56}{:>20}", "files that pages share, and those fetched when asked for", "");
        for (name, size) in &self.files {
            let _ = writeln!(out, "{name:<56}{:>20}", against(*size, before.get(name)));
        }
        let _ = writeln!(out, "\nheaviest first visit: {}", self.heaviest());
        out
    }

    fn accepted(&self) -> String {
        let mut out = String::from(
            "# Bytes in brotli that were last accepted: a first visit of each page, and the files that pages share.\n# Written by `cargo xtask sizes accept`.\n",
        );
        for (name, size) in self.visits.iter().chain(&self.files) {
            let _ = writeln!(out, "{name} {size}");
        }
        out
    }
}

/// A figure, and how it differs from the accepted one.
fn against(now: usize, before: Option<&usize>) -> String {
    match before {
        Some(before) if now > *before => format!("{now} (+{})", now - before),
        Some(before) if now < *before => format!("{now} (−{})", before - now),
        Some(_) => now.to_string(),
        None => format!("{now} (new)"),
    }
}

fn read(text: &str) -> Sizes {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.rsplit_once(' '))
        .filter_map(|(name, size)| Some((name.to_owned(), size.parse().ok()?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(dist: &Path, address: &str, html: &str) {
        fs::create_dir_all(dist.join(address)).unwrap();
        fs::write(dist.join(address).join("index.html"), html).unwrap();
    }

    #[test]
    fn a_first_visit_is_the_document_and_what_is_fetched_with_it_and_has_a_budget() {
        let site = tempfile::tempdir().unwrap();
        let dist = site.path();
        let (style, panel) = ("site-0123456789abcdef.css", "lodestone-study-0123456789abcdef_bg.wasm");
        fs::write(dist.join(style), [b' '; 300]).unwrap();
        fs::write(dist.join(format!("{style}.br")), [b' '; 30]).unwrap();
        fs::write(dist.join(panel), [b' '; 5000]).unwrap();
        let computes = format!(
            "<link rel=\"stylesheet\" href=\"../../{style}\"><script>{{\"panel\":{{\"wasm\":[\"../../{panel}\",\"\"]}}}}</script>{COMPUTES}>"
        );
        for language in LANGUAGES {
            page(dist, language, &computes);
            page(dist, &format!("{language}/claims"), "<body>");
            page(dist, &format!("{language}/data/fx"), "<body>");
        }
        let weighed = weigh(dist).unwrap();
        assert_eq!(weighed.visits["en/"], computes.len() + 30);
        assert_eq!(weighed.visits["ko/data/fx/"], 6);
        assert_eq!(weighed.files["lodestone-study_bg.wasm"], 5000, "the panel is beside, not within");
        weighed.within().unwrap();
        let again = read(&weighed.accepted());
        assert!(!weighed.table(&again).contains(['+', '−']) && weighed.table(&Sizes::new()).contains("(new)"));
        fs::write(dist.join(format!("{style}.br")), [b' '; 60]).unwrap();
        assert!(
            weigh(dist).unwrap().table(&again).contains("site.css")
                && weigh(dist).unwrap().table(&again).contains("60 (+30)")
        );
        let frame = dist.join("ko/motor/widget.html");
        fs::create_dir_all(dist.join("ko/motor")).unwrap();
        fs::write(&frame, vec![b' '; FRAME]).unwrap();
        weigh(dist).unwrap().within().unwrap();
        fs::write(&frame, vec![b' '; FRAME + 1]).unwrap();
        assert!(weigh(dist).unwrap().within().unwrap_err().contains("ko/motor/widget.html"));
        fs::remove_file(&frame).unwrap();
        fs::write(dist.join(format!("{style}.br")), vec![b' '; BUDGET]).unwrap();
        assert!(weigh(dist).unwrap().within().unwrap_err().contains("are allowed"));
    }
}
