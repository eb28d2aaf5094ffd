//! Words that one language lacks stop the build.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use lodestone_tables::words::{BUNDLES, fetched, module};

/// A folder with one file a language.
fn folder(english: &str, korean: &str, chinese: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (language, text) in [("en", english), ("ko", korean), ("zh", chinese)] {
        let place = folder.path().join(language);
        fs::create_dir(&place).unwrap();
        fs::write(place.join("page.toml"), text).unwrap();
    }
    folder
}

#[test]
fn a_word_that_one_language_lacks_stops_the_build_with_file_and_key() {
    let folder = folder("a = \"A\"\nb = \"B\"", "a = \"가\"\nb = \"나\"", "a = \"甲\"");
    let why = module(folder.path(), &[], false).unwrap_err();
    assert!(why.contains("text/zh/page.toml") && why.contains("key b is missing"), "{why}");
}

#[test]
fn a_word_that_only_one_language_has_stops_the_build() {
    let folder = folder("a = \"A\"", "a = \"가\"\nb = \"나\"", "a = \"甲\"");
    let why = module(folder.path(), &[], false).unwrap_err();
    assert!(why.contains("text/ko/page.toml") && why.contains("key b"), "{why}");
}

#[test]
fn a_placeholder_that_one_language_lacks_stops_the_build() {
    let folder = folder("a = \"from {x}\"", "a = \"{y}부터\"", "a = \"从{x}起\"");
    let why = module(folder.path(), &[], false).unwrap_err();
    assert!(why.contains("text/ko/page.toml") && why.contains("placeholders x"), "{why}");
}

#[test]
fn a_word_with_a_character_that_ends_words_stops_the_build() {
    let folder = folder("a = \"A\"", "a = \"가\"", "a = \"甲\\u001f\"");
    let why = module(folder.path(), &[], false).unwrap_err();
    assert!(why.contains("page.toml: a has a control character"), "{why}");
}

#[test]
fn a_placeholder_is_the_same_parameter_in_every_language() {
    let text = |from, to| format!("a = \"{{{from}}}-{{{to}}}, {{{from}}}\"\nb = \"b\"");
    let folder = folder(&text("x", "y"), &text("x", "y"), &text("y", "x"));
    let source = module(folder.path(), &[], false).unwrap();
    assert!(source.contains("pub fn a(lang: Lang, x: &str, y: &str)"), "{source}");
    assert!(source.contains(r#""\u{1}-\u{2}, \u{1}\u{1f}b\u{1f}""#), "{source}");
    assert!(source.contains(r#""\u{2}-\u{1}, \u{2}\u{1f}b\u{1f}""#), "{source}");
}

#[test]
fn the_words_of_the_page_are_the_same_keys_in_three_languages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static-data/text");
    let source = module(&folder, &BUNDLES, true).unwrap();
    assert!(source.contains("pub mod page") && source.contains("⟦"));
}

#[test]
fn a_bundle_is_one_text_a_language_with_the_words_of_its_files_in_order() {
    let folder = folder("a = \"A\"\nb = \"{x}\"", "a = \"가\"\nb = \"{x}\"", "a = \"甲\"\nb = \"{x}\"");
    for language in ["en", "ko", "zh"] {
        let place = folder.path().join(language);
        fs::write(place.join("command.toml"), "c = \"C\"").unwrap();
        fs::write(place.join("also.toml"), "d = \"D\"").unwrap();
        fs::write(place.join("package.toml"), "e = \"E\"").unwrap();
    }
    let bundles: [(&str, &[&str]); 1] = [("first", &["page", "also"])];
    assert_eq!(fetched(folder.path(), bundles[0].1).unwrap()[1], "가\u{1f}\u{1}\u{1f}D\u{1f}");
    let source = module(folder.path(), &bundles, false).unwrap();
    let also = source.split("pub mod also").nth(1).unwrap();
    assert!(source.contains("pub static FIRST: Bundle") && also.contains("WORDS.get(lang, 2)"), "{source}");
    // What is in no bundle is not compiled for a browser.
    assert!(source.contains("#[cfg(not(target_arch = \"wasm32\"))]\npub mod command"), "{source}");
    assert!(source.contains("#[cfg(carried)]\npub mod package"), "{source}");
    assert!(source.contains("\npub mod page") && !source.contains("]\npub mod page"), "{source}");
}

#[test]
fn a_file_that_is_missing_or_in_two_bundles_stops_the_build() {
    let folder = folder("a = \"A\"", "a = \"가\"", "a = \"甲\"");
    for bundles in [[("first", ["page"]), ("second", ["page"])], [("first", ["page"]), ("second", ["pages"])]] {
        let bundles = bundles.each_ref().map(|(name, files)| (*name, files.as_slice()));
        let why = module(folder.path(), &bundles, false).unwrap_err();
        assert!(why.contains("the bundle second has page"), "{why}");
    }
}
