//! The words of the page: `text/<language>/<file>.toml` → one Rust function a key.
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
        if pseudo {
            let wrapped = all[0].iter().map(|(k, v)| (k.clone(), format!("⟦{v}⟧"))).collect();
            all.push(wrapped);
        }
        let _ = writeln!(out, "/// Words of `{file}.toml`.\npub mod {file} {{\n    use super::Lang;");
        match BY_VARIANT.iter().find(|(name, ..)| name == file) {
            Some((_, module, ty)) => by_variant(&mut out, module, ty, &all),
            None => all[0].keys().for_each(|key| function(&mut out, key, &all)),
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

fn function(out: &mut String, key: &str, all: &[Words]) {
    let english = &all[0][key];
    let names = placeholders(english, false);
    let _ = writeln!(out, "    /// {}", english.replace('\n', " "));
    if names.is_empty() {
        let list = all.iter().map(|w| format!("{:?}", w[key])).collect::<Vec<_>>().join(", ");
        let _ = writeln!(
            out,
            "    #[must_use]\n    pub fn {key}(lang: Lang) -> &'static str {{\n        [{list}][lang as usize]\n    }}"
        );
        return;
    }
    let params = names.iter().map(|n| format!("{n}: &str")).collect::<Vec<_>>().join(", ");
    let _ = writeln!(out, "    #[must_use]\n    pub fn {key}(lang: Lang, {params}) -> String {{");
    let list = all.iter().map(|w| format!("{:?}", w[key])).collect::<Vec<_>>().join(", ");
    let pairs = names.iter().map(|n| format!("({n:?}, {n})")).collect::<Vec<_>>().join(", ");
    let _ = writeln!(out, "        super::fill([{list}][lang as usize], &[{pairs}])\n    }}");
}

fn by_variant(out: &mut String, module: &str, ty: &str, all: &[Words]) {
    let _ = writeln!(out, "    use lodestone_model::{module}::{ty};\n    /// The label of a variant.\n    #[must_use]");
    let _ = writeln!(out, "    pub fn label(lang: Lang, item: {ty}) -> &'static str {{\n        match item {{");
    for key in all[0].keys() {
        let list = all.iter().map(|w| format!("{:?}", w[key])).collect::<Vec<_>>().join(", ");
        let _ = writeln!(out, "            {ty}::{} => [{list}][lang as usize],", camel(&key.replace('_', "-")));
    }
    out.push_str("        }\n    }\n");
}
