//! The words that a page fetches: a file a language of every bundle.
//!
//! Its name has a hash of its content, so that a file kept from an earlier build is never read by a later program.

use std::fs;
use std::path::Path;

use lodestone_tables::words::{BUNDLES, LANGUAGES, fetched};

use crate::tools::{self, Outcome};

/// Begins the names of these files.
const PREFIX: &str = "words-";

/// Writes the files of every bundle beside the staged programs. `folder` has a folder of words for each language.
pub fn write(stage: &Path, folder: &Path) -> Outcome<()> {
    for (bundle, files) in BUNDLES {
        for (language, text) in LANGUAGES.iter().zip(fetched(folder, files)?) {
            let name = name(bundle, language, &format!("-{}", tools::hash(text.as_bytes())));
            fs::write(stage.join(&name), text).map_err(|e| format!("{name} could not be written ({e})."))?;
        }
    }
    Ok(())
}

fn name(bundle: &str, language: &str, hash: &str) -> String {
    format!("{PREFIX}{bundle}-{language}{hash}.txt")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::root;

    #[test]
    fn each_language_has_a_file_named_by_its_content() {
        let stage = tempfile::tempdir().unwrap();
        write(stage.path(), &root().join("static-data/text")).unwrap();
        let mut files: Vec<String> =
            fs::read_dir(stage.path()).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
        files.sort();
        assert_eq!(files.len(), BUNDLES.len() * LANGUAGES.len());
        let named = BUNDLES.iter().flat_map(|(name, _)| LANGUAGES.map(|language| (*name, language)));
        for (name, language) in named {
            let begin = format!("words-{name}-{language}-");
            assert_eq!(files.iter().filter(|file| file.starts_with(&begin)).count(), 1, "{begin}");
        }
        let page = files.iter().find(|file| file.starts_with("words-page-ko-")).unwrap();
        assert!(fs::read_to_string(stage.path().join(page)).unwrap().contains("네오디뮴"));
    }
}
