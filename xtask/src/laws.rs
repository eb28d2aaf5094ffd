//! The published list of laws that the tests hold the engine to.
//!
//! Each law writes a small file when it has passed; here they become one page, in the docs and on the site.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::tools::{Outcome, root};

/// Where the passing laws write, by the variable of the same meaning.
pub fn folder() -> PathBuf {
    root().join("target/laws")
}

/// Empties the folder, so that a law that was removed does not linger.
pub fn begin() -> Outcome<()> {
    let folder = folder();
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|e| format!("{} could not be emptied ({e}).", folder.display()))?;
    }
    std::fs::create_dir_all(&folder).map_err(|e| format!("{} could not be made ({e}).", folder.display()))
}

/// Writes `docs/laws.md` from what the laws wrote; an error where the committed page said something else.
pub fn check() -> Outcome<()> {
    let page = page()?;
    let file = root().join("docs/laws.md");
    if std::fs::read_to_string(&file).unwrap_or_default() == page {
        return Ok(());
    }
    std::fs::write(&file, page).map_err(|e| format!("docs/laws.md: {e}."))?;
    Err("docs/laws.md was out of date and has been written anew; commit it.".into())
}

fn page() -> Outcome<String> {
    let entries =
        std::fs::read_dir(folder()).map_err(|e| format!("{} could not be read ({e}).", folder().display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    files.sort();
    let mut laws: Vec<[String; 4]> = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).map_err(|e| format!("{}: {e}.", file.display()))?;
        let law: serde_json::Value = serde_json::from_str(&text).map_err(|e| format!("{}: {e}.", file.display()))?;
        let field = |key: &str| law[key].as_str().map_or_else(|| law[key].to_string(), str::to_owned);
        laws.push(["kind", "statement", "cases", "law"].map(field));
    }
    laws.sort();
    let mut out = String::from(
        "# Laws of the engine\n\nEach is tried on random inputs over all that is possible, with every run of the tests. \
         One that fails stops the build, so this page lists laws that hold.\n\n| kind | law | random cases | test |\n| --- | --- | ---: | --- |\n",
    );
    for [kind, statement, cases, law] in laws {
        // Writing to memory does not fail.
        let _ = writeln!(out, "| {kind} | {statement} | {cases} | `{law}` |");
    }
    Ok(out)
}

/// Renders the committed page into the site.
pub fn publish(dist: &Path) -> Outcome<()> {
    let text = std::fs::read_to_string(root().join("docs/laws.md")).map_err(|e| format!("docs/laws.md: {e}."))?;
    let mut body = String::new();
    let parser = pulldown_cmark::Parser::new_ext(&text, pulldown_cmark::Options::ENABLE_TABLES);
    pulldown_cmark::html::push_html(&mut body, parser);
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>Lodestone: laws of the engine</title>\n<main>\n{body}</main>\n</html>\n"
    );
    let folder = dist.join("laws");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{} could not be made ({e}).", folder.display()))?;
    std::fs::write(folder.join("index.html"), page).map_err(|e| format!("laws/index.html: {e}."))
}
