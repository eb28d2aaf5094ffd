//! The words that a page fetches: a file a language of every bundle that the page names.
//!
//! Its name has a hash of its content, so that a file kept from an earlier build is never read by a later program.

use std::fs;
use std::path::Path;

use lodestone_tables::words::{BUNDLES, Bundle, LANGUAGES, fetched};

use crate::tools::{self, Outcome};

/// Begins the names of these files.
const PREFIX: &str = "words-";

/// Writes the files beside the staged page; the page with their names. `folder` has a folder of words for each language.
pub fn write(html: &str, stage: &Path, folder: &Path) -> Outcome<String> {
    let mut page = html.to_owned();
    let named = |bundle: &Bundle| LANGUAGES.iter().any(|language| html.contains(&name(bundle.0, language, "")));
    for (bundle, files) in BUNDLES.iter().filter(|bundle| named(bundle)) {
        for (language, text) in LANGUAGES.iter().zip(fetched(folder, files)?) {
            let plain = name(bundle, language, "");
            if !page.contains(&plain) {
                return Err(format!("the page does not name {plain}, though it names another language of it."));
            }
            let hashed = name(bundle, language, &format!("-{}", tools::hash(text.as_bytes())));
            fs::write(stage.join(&hashed), text).map_err(|e| format!("{hashed} could not be written ({e})."))?;
            page = page.replace(&plain, &hashed);
        }
    }
    if page == html { Err(format!("the page names no words ({}).", name("page", "en", ""))) } else { Ok(page) }
}

fn name(bundle: &str, language: &str, hash: &str) -> String {
    format!("{PREFIX}{bundle}-{language}{hash}.txt")
}

/// The bundle of a file of words; `None` for any other file.
pub fn bundle(file: &str) -> Option<&str> {
    // A hash and a language stand behind it.
    file.strip_prefix(PREFIX)?.rsplitn(3, '-').nth(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::root;

    #[test]
    fn the_page_names_each_language_by_its_content() {
        let stage = tempfile::tempdir().unwrap();
        let folder = root().join("static-data/text");
        let html = fs::read_to_string(root().join("index.html")).unwrap();
        let page = write(&html, stage.path(), &folder).unwrap();
        let mut files: Vec<String> =
            fs::read_dir(stage.path()).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
        files.sort();
        assert_eq!(files.len(), BUNDLES.len() * LANGUAGES.len());
        let named = BUNDLES.iter().flat_map(|(name, _)| LANGUAGES.map(|language| (*name, language)));
        for (file, (name, language)) in files.iter().zip(named) {
            assert!(file.starts_with(&format!("words-{name}-{language}-")) && page.contains(file), "{file}");
            assert_eq!(bundle(file), Some(name));
        }
        assert!(fs::read_to_string(stage.path().join(&files[1])).unwrap().contains("계산기로 바로 가기"));
        assert!(write("<p>no words", stage.path(), &folder).is_err());
        let two = html.replace("words-page-ko.txt", "");
        assert!(write(&two, stage.path(), &folder).unwrap_err().contains("words-page-ko.txt"));
        assert_eq!(bundle("words.css"), None);
    }
}
