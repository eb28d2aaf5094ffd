//! The built files that pages name: found in the finished folder by how their names begin, each with its digest.
//!
//! It is the one place that knows their names. All but the documents are named by their content, so that a file kept
//! from an earlier build never meets a later one. Not here: who asks for which (`document`).

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::{card, kept, manifest};
use crate::route::{Route, folder};
use crate::text::Lang;

/// A file with its name, from the top of the site, and what it must be to be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its digest, as `integrity` has it.
    pub integrity: String,
}

/// A program and the script that starts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// The script, a module.
    pub glue: File,
    /// The program.
    pub wasm: File,
}

/// Everything that documents link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assets {
    /// The style sheet of all pages.
    pub style: File,
    /// What keeps the site for a second visit.
    pub kept: File,
    /// The style sheet of pages that are read: reference and explainer.
    pub reading: File,
    /// The style sheet of the panel that opens on a figure.
    pub panel: File,
    /// The style sheet of calculators in frames of others, which have it in them.
    pub framed: String,
    /// The program of the front page and the calculators.
    pub page: Program,
    /// That of two scenarios side by side.
    pub compare: Program,
    /// That of all calculators on one page.
    pub whole: Program,
    /// The program that finds claims.
    pub finder: Program,
    /// The program of the panel that opens on a figure.
    pub study: Program,
    /// The program that reads charts point by point.
    pub lens: Program,
    /// Its style sheet.
    pub reader: File,
    /// The program of the file that holds the whole site.
    pub offline: Program,
    /// What unpacks it.
    pub unpack: Program,
    /// The style sheet of that file alone.
    pub taken: File,
    /// The program that takes a result along.
    pub export: Program,
    /// Its style sheet: that of the panel, and the print.
    pub handout: File,
    /// Bundle of words, language, file.
    words: Vec<(&'static str, Lang, File)>,
    /// Pictures that stand for a page where it is linked.
    cards: Vec<(&'static str, Lang, Picture)>,
}

/// A picture, and what it shows in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its name, from the top of the site.
    pub name: String,
    /// What it shows.
    pub said: String,
}

/// Bundles of words, as their files are named.
const BUNDLES: [&str; 6] = ["page", "story", "compare", "study", "lens", "take"];
/// The folder of cards, in the sources and on the site.
const CARDS: &str = "cards";

impl Assets {
    /// Writes the cards of `cards` into the finished folder and finds the rest there.
    ///
    /// # Errors
    /// A sentence that names what cannot be read, written or found.
    pub fn write(site: &Path, cards: &Path) -> Result<Self, String> {
        let entries = fs::read_dir(site).map_err(|e| format!("{} could not be read ({e}).", site.display()))?;
        let names: Vec<String> = entries.filter_map(|e| e.ok()?.file_name().into_string().ok()).collect();
        let find = |begin: &str, end: &str| {
            let name = names.iter().find(|n| {
                let rest = n.strip_prefix(begin).and_then(|n| n.strip_suffix(end));
                rest.is_some_and(|hash| !hash.is_empty() && hash.chars().all(|c| c.is_ascii_hexdigit()))
            });
            let name = name.ok_or_else(|| format!("{}: the site has no {begin}…{end}.", site.display()))?;
            let bytes = fs::read(site.join(name)).map_err(|e| format!("{name} could not be read ({e})."))?;
            Ok::<_, String>(File { name: name.clone(), integrity: integrity(&bytes) })
        };
        let program = |name: &str| {
            let begin = format!("lodestone-{name}-");
            Ok::<_, String>(Program { glue: find(&begin, ".js")?, wasm: find(&begin, "_bg.wasm")? })
        };
        let sheet = find("widget-", ".css")?;
        let framed = fs::read_to_string(site.join(&sheet.name))
            .map_err(|e| format!("{} could not be read ({e}).", sheet.name))?;
        let mut words = Vec::new();
        for bundle in BUNDLES {
            for lang in Lang::ALL {
                words.push((bundle, lang, find(&format!("words-{bundle}-{}-", folder(lang)), ".txt")?));
            }
        }
        let (mut pictures, known) = (Vec::new(), manifest::read(cards)?);
        for (key, lang) in card::all() {
            let name = card::file(key, lang);
            let from = cards.join(&name);
            let bytes = fs::read(&from).map_err(|e| format!("{} could not be read ({e}).", from.display()))?;
            let begin = name.trim_end_matches(".png");
            let file = hashed(site, &format!("{CARDS}/{begin}"), "png", &bytes)?;
            let said = known.get(&name).map(|entry| entry.said.clone());
            let said = said.ok_or_else(|| format!("the manifest of the cards lacks {name}."))?;
            pictures.push((key, lang, Picture { name: file.name, said }));
        }
        Ok(Self {
            style: find("site-", ".css")?,
            kept: hashed(site, kept::PAGE, "js", kept::page().as_bytes())?,
            reading: find("reading-", ".css")?,
            panel: find("panel-", ".css")?,
            framed,
            page: program("page")?,
            compare: program("compare")?,
            whole: program("whole")?,
            finder: program("find")?,
            study: program("study")?,
            lens: program("lens")?,
            reader: find("lens-", ".css")?,
            offline: program("offline")?,
            unpack: program("unpack")?,
            taken: find("offline-", ".css")?,
            export: program("export")?,
            handout: find("handout-", ".css")?,
            words,
            cards: pictures,
        })
    }

    /// The program of a page that computes.
    #[must_use]
    pub const fn program(&self, route: Route) -> &Program {
        match route {
            Route::Compare => &self.compare,
            Route::Everything => &self.whole,
            _ => &self.page,
        }
    }

    /// The words of a bundle in a language; `None` for a bundle that there is not.
    #[must_use]
    pub fn words(&self, bundle: &str, lang: Lang) -> Option<&File> {
        self.words.iter().find(|(b, l, _)| *b == bundle && *l == lang).map(|(.., file)| file)
    }

    /// What pages may ask for in any language.
    pub fn shared(&self) -> impl Iterator<Item = &File> {
        let programs = [&self.page, &self.compare, &self.whole, &self.finder, &self.study, &self.lens, &self.export];
        let sheets = [&self.kept, &self.style, &self.reading, &self.panel, &self.reader, &self.handout];
        programs.into_iter().flat_map(|program| [&program.glue, &program.wasm]).chain(sheets)
    }

    /// What pages may ask for in a language.
    pub fn worded(&self, lang: Lang) -> impl Iterator<Item = &File> {
        self.words.iter().filter(move |(_, l, _)| *l == lang).map(|(.., file)| file)
    }

    /// The card of a page in a language: its own, or that of the front page.
    #[must_use]
    pub fn card(&self, route: Route, lang: Lang) -> Option<&Picture> {
        let of = |key: &str| self.cards.iter().find(|(k, l, _)| *k == key && *l == lang).map(|(.., file)| file);
        of(card::key(route)).or_else(|| of(card::key(Route::Story)))
    }
}

/// Writes a file whose name ends with a hash of its content.
fn hashed(site: &Path, name: &str, end: &str, bytes: &[u8]) -> Result<File, String> {
    let name = format!("{name}-{}.{end}", digest(bytes));
    save(&site.join(&name), bytes)?;
    Ok(File { name, integrity: integrity(bytes) })
}

/// Sixteen digits by which the name of a file says its content.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|b| format!("{b:02x}")).collect()
}

/// The digest of a file as `integrity` has it.
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// Writes a file, and the folders that it stands in.
///
/// # Errors
/// A sentence that names the file.
pub fn save(file: &Path, bytes: &[u8]) -> Result<(), String> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let done = fs::create_dir_all(folder).and_then(|()| fs::write(file, bytes));
    done.map_err(|e| format!("{} could not be written ({e}).", file.display()))
}
