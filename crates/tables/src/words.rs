//! The words of the page: `text/<language>/<file>.toml` → one Rust function a key.
//!
//! The words of a file come as one text a language, each found by its place in it: a length and an address for each of
//! 1,600 words would take more of the page than the words of a language do. A file that nothing asks stays out.
//! In these texts a placeholder is a character by its place among the function's parameters, `\u{1}` the first.
//!
//! A key or placeholder that one language has and another lacks is refused with file and key; a parameter, unit, rule
//! or grade without a label does not compile, because the generated `match` would not cover it.
//! With `pseudo` a fourth language is added, English in ⟦brackets⟧, for the test that finds words in no file.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use crate::emit::camel;

/// The languages of the page; the first one names the keys.
pub const LANGUAGES: [&str; 3] = ["en", "ko", "zh"];
/// Files whose keys are the variants of an enumeration of the model.
const BY_VARIANT: [(&str, &str, &str); 5] = [
    ("parameters", "data", "Param"),
    ("units", "data", "Unit"),
    ("rules", "data", "Rule"),
    ("grades", "data", "Grade"),
    ("outputs", "outputs", "Output"),
];

/// Ends a word in the text of its file: the unit separator.
const END: char = '\u{1f}';
/// Placeholders of a word: the characters below the tab.
const MOST_PLACEHOLDERS: u8 = 8;

type Words = BTreeMap<String, String>;

/// The generated module for the words in `folder`, which has a folder for each language.
///
/// # Errors
/// A sentence with file and key where a file cannot be read, or languages differ in keys or placeholders.
pub fn module(folder: &Path, pseudo: bool) -> Result<String, String> {
    let mut files: Vec<String> = std::fs::read_dir(folder.join("en"))
        .map_err(|e| format!("static-data/text/en: {e}"))?
        .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.to_owned()))
        .collect();
    files.sort();
    let mut out = String::from("// Written by lodestone-tables from static-data/text. Do not edit.\n");
    for file in &files {
        let mut all: Vec<Words> = LANGUAGES
            .iter()
            .map(|l| read(&folder.join(l).join(file).with_extension("toml")))
            .collect::<Result<_, _>>()?;
        same_keys(file, &all)?;
        fits(file, &all)?;
        if pseudo {
            let wrapped = all[0].iter().map(|(k, v)| (k.clone(), format!("⟦{v}⟧"))).collect();
            all.push(wrapped);
        }
        let _ = writeln!(out, "/// Words of `{file}.toml`.\npub mod {file} {{\n    use super::Lang;");
        texts(&mut out, &all);
        match BY_VARIANT.iter().find(|(name, ..)| name == file) {
            Some((_, module, ty)) => by_variant(&mut out, module, ty, &all[0]),
            None => all[0].iter().enumerate().for_each(|(place, (key, word))| function(&mut out, place, key, word)),
        }
        out.push_str("}\n");
    }
    Ok(out)
}

fn read(path: &Path) -> Result<Words, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}

fn same_keys(file: &str, all: &[Words]) -> Result<(), String> {
    for (language, words) in LANGUAGES.iter().zip(all) {
        let place = format!("static-data/text/{language}/{file}.toml");
        for (key, english) in &all[0] {
            let word = words.get(key).ok_or_else(|| format!("{place}: the key {key} is missing"))?;
            if placeholders(word, true) != placeholders(english, true) {
                let needed = placeholders(english, true).join(", ");
                return Err(format!("{place}: {key} needs the placeholders {needed} and no others"));
            }
        }
        if let Some(extra) = words.keys().find(|k| !all[0].contains_key(*k)) {
            return Err(format!("{place}: the key {extra} is in no other language"));
        }
    }
    Ok(())
}

/// No word has a character that means something in the text of its file.
fn fits(file: &str, all: &[Words]) -> Result<(), String> {
    let reserved = |c: char| c == END || u32::from(c) <= u32::from(MOST_PLACEHOLDERS);
    for (key, english) in &all[0] {
        if all.iter().any(|words| words[key].contains(reserved)) {
            return Err(format!("{file}.toml: {key} has a control character"));
        }
        if placeholders(english, false).len() > usize::from(MOST_PLACEHOLDERS) {
            return Err(format!("{file}.toml: {key} has more than {MOST_PLACEHOLDERS} placeholders"));
        }
    }
    Ok(())
}

fn placeholders(text: &str, sorted: bool) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in text.split('{').skip(1).filter_map(|t| t.split_once('}')).map(|(name, _)| name.to_owned()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if sorted {
        names.sort();
    }
    names
}

/// The words of a file, one text a language.
fn texts(out: &mut String, all: &[Words]) {
    out.push_str("    static WORDS: super::Words = super::Words::new([\n");
    for words in all {
        let mut text = String::new();
        for (key, word) in words {
            let numbered = (1..=MOST_PLACEHOLDERS).map(char::from).zip(placeholders(&all[0][key], false));
            text +=
                &numbered.fold(word.clone(), |word, (c, name)| word.replace(&format!("{{{name}}}"), &c.to_string()));
            text.push(END);
        }
        let _ = writeln!(out, "        {text:?},");
    }
    out.push_str("    ]);\n");
}

fn function(out: &mut String, place: usize, key: &str, english: &str) {
    let names = placeholders(english, false);
    let _ = writeln!(out, "    /// {}\n    #[must_use]", english.replace('\n', " "));
    if names.is_empty() {
        let _ =
            writeln!(out, "    pub fn {key}(lang: Lang) -> &'static str {{\n        WORDS.get(lang, {place})\n    }}");
        return;
    }
    let params = names.iter().map(|n| format!("{n}: &str")).collect::<Vec<_>>().join(", ");
    let _ = writeln!(out, "    pub fn {key}(lang: Lang, {params}) -> String {{");
    let _ = writeln!(out, "        WORDS.fill(lang, {place}, &[{}])\n    }}", names.join(", "));
}

fn by_variant(out: &mut String, module: &str, ty: &str, words: &Words) {
    let _ = writeln!(out, "    use lodestone_model::{module}::{ty};\n    /// The label of a variant.\n    #[must_use]");
    let _ = writeln!(out, "    pub fn label(lang: Lang, item: {ty}) -> &'static str {{");
    // The compiler makes a table of a byte a variant of it.
    let _ = writeln!(out, "        let place: u8 = match item {{");
    for (place, key) in words.keys().enumerate() {
        let _ = writeln!(out, "            {ty}::{} => {place},", camel(&key.replace('_', "-")));
    }
    out.push_str("        };\n        WORDS.get(lang, usize::from(place))\n    }\n");
}
