//! The words of the page: `text/<language>/<file>.toml` → one Rust function a key.
//!
//! Files make a bundle: one text a language, in which each word is found by its place; a length and an address for each
//! of 1,600 words would take more of the page than the words of a language do. A native program carries the texts. One in
//! a browser fetches the text of the bundle in the reader's language, so a file in no bundle of [`BUNDLES`] does not
//! exist there. In these texts a placeholder is a character by its place among the function's parameters, `\u{1}` the
//! first.
//!
//! A key or placeholder that one language has and another lacks is refused with file and key; a parameter, unit, rule
//! or grade without a label does not compile, because the generated `match` would not cover it.
//! With `pseudo` a fourth language is added, English in ⟦brackets⟧, for the test that finds words in no file.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use crate::emit::camel;
use crate::terms;

/// The languages of the page; the first one names the keys.
pub const LANGUAGES: [&str; 3] = ["en", "ko", "zh"];
/// A name, and the files whose words are fetched together by that name.
pub type Bundle<'a> = (&'a str, &'a [&'a str]);
/// What programs in a browser fetch, each the bundles that it needs.
pub const BUNDLES: [Bundle; 6] = [
    (
        "page",
        &[
            "charts",
            "countries",
            "demand",
            "field",
            "outputs",
            "page",
            "parameters",
            "product",
            "products",
            "quantities",
            "scenarios",
            "shock",
            "spoken_units",
            "supply",
            "uncertainty",
            "units",
        ],
    ),
    ("story", &["story"]),
    ("compare", &["compare"]),
    ("lens", &["lens"]),
    // Its name stands behind those of the panel in a document, as what is fetched later does.
    ("take", &["export"]),
    ("study", &["about", "cite", "derivation", "grades", "rules", "share", "study"]),
];
/// The file of words of programs that have nowhere to fetch words from; nobody fetches it.
const PACKAGE: &str = "package";
/// Files whose keys are the variants of an enumeration of the model.
const BY_VARIANT: [(&str, &str, &str); 6] = [
    ("parameters", "data", "Param"),
    ("units", "data", "Unit"),
    ("spoken_units", "data", "Unit"),
    ("rules", "data", "Rule"),
    ("grades", "data", "Grade"),
    ("outputs", "outputs", "Output"),
];

/// The files of what stands in documents around the answers.
const BEHIND: [&str; 2] = ["about", "nav"];
/// The name of the files that are in no bundle.
const NATIVE: &str = "native";
/// What stands before whatever is in native programs only.
const NATIVE_ONLY: &str = "#[cfg(not(target_arch = \"wasm32\"))]\n";
/// What stands before whatever is in programs that carry their words.
const CARRIED: &str = "#[cfg(carried)]\n";
/// Ends a word in the text of its bundle: the unit separator.
const END: char = '\u{1f}';
/// Placeholders of a word: the characters below the tab.
const MOST_PLACEHOLDERS: u8 = 8;

type Words = BTreeMap<String, String>;

/// The generated module for the words in `folder`, which has a folder for each language.
///
/// # Errors
/// A sentence with file and key where a file cannot be read, is missing or in two bundles, or where languages differ in
/// keys or placeholders.
pub fn module(folder: &Path, bundles: &[Bundle], pseudo: bool) -> Result<String, String> {
    let mut rest: Vec<String> = std::fs::read_dir(folder.join("en"))
        .map_err(|e| format!("static-data/text/en: {e}"))?
        .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.to_owned()))
        .collect();
    rest.sort();
    let mut out = String::from("// Written by lodestone-tables from static-data/text. Do not edit.\n");
    for (name, files) in bundles {
        for file in *files {
            let found = rest.iter().position(|f| f == file);
            rest.remove(found.ok_or_else(|| format!("the bundle {name} has {file}.toml, which is missing or taken"))?);
        }
        bundle(&mut out, &files_of(folder, files, pseudo)?, name, "");
    }
    if let Some(found) = rest.iter().position(|f| f == PACKAGE) {
        rest.remove(found);
        bundle(&mut out, &files_of(folder, &[PACKAGE], pseudo)?, PACKAGE, CARRIED);
    }
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    if !rest.is_empty() {
        bundle(&mut out, &files_of(folder, &rest, pseudo)?, NATIVE, NATIVE_ONLY);
    }
    Ok(out)
}

/// The text of a bundle in each of [`LANGUAGES`], as a program in a browser fetches it.
///
/// # Errors
/// The same as those of [`module`].
pub fn fetched(folder: &Path, files: &[&str]) -> Result<Vec<String>, String> {
    let mut all = files_of(folder, files, false)?;
    // The list of terms stands in documents, which are written natively.
    for (_, languages) in &mut all {
        languages.iter_mut().filter_map(|words| words.get_mut("terms")).for_each(String::clear);
    }
    Ok(texts(&all))
}

/// A file's name, and its words in each language.
type File<'a> = (&'a str, Vec<Words>);

fn files_of<'a>(folder: &Path, files: &[&'a str], pseudo: bool) -> Result<Vec<File<'a>>, String> {
    let one = |file: &&'a str| {
        let all = LANGUAGES.iter().map(|l| read(&folder.join(l).join(file).with_extension("toml")));
        let mut all: Vec<Words> = all.collect::<Result<_, _>>()?;
        same_keys(file, &all)?;
        fits(file, &all)?;
        if pseudo {
            all.push(all[0].iter().map(|(k, v)| (k.clone(), format!("⟦{v}⟧"))).collect());
        }
        Ok::<_, String>((*file, all))
    };
    let mut all: Vec<File> = files.iter().map(one).collect::<Result<_, _>>()?;
    // What of the glossary occurs in these words goes with them.
    for (place, language) in LANGUAGES.iter().enumerate() {
        let behind = BEHIND.map(|file| folder.join(language).join(file).with_extension("toml"));
        let behind = behind.iter().filter(|file| file.is_file()).map(|file| read(file));
        let behind = behind.collect::<Result<Vec<_>, _>>()?;
        let words = all.iter().map(|(_, words)| &words[place]).chain(&behind).flat_map(Words::values);
        let found = terms::found(folder, place, words)?;
        let Some(found) = found else { break };
        if let Some((_, words)) = all.iter_mut().find(|(file, _)| *file == "page") {
            words[place].insert("terms".into(), found);
        }
    }
    if pseudo && let Some((_, words)) = all.iter_mut().find(|(file, _)| *file == "page") {
        let bracketed = words[0].get("terms").map_or("", String::as_str).replace('|', "|⟦").replace('\n', "⟧\n");
        words[LANGUAGES.len()].insert("terms".into(), bracketed);
    }
    Ok(all)
}

/// A bundle, and a module for each of its files. `guard` stands before each.
fn bundle(out: &mut String, files: &[File], name: &str, guard: &str) {
    let words: usize = files.iter().map(|(_, all)| all[0].len()).sum();
    let constant = name.to_uppercase();
    let _ = writeln!(out, "/// The bundle `{name}`.\n{guard}pub static {constant}: Bundle = Bundle {{");
    let _ =
        writeln!(out, "    name: {name:?},\n    words: {words},\n    lists: [const {{ OnceLock::new() }}; LANGUAGES],");
    let _ = writeln!(out, "    {CARRIED}    texts: {:?},\n}};", texts(files));
    let mut first = 0;
    for (file, all) in files {
        let _ = writeln!(out, "/// Words of `{file}.toml`.\n{guard}pub mod {file} {{");
        let _ = writeln!(out, "    use super::{{Lang, {constant} as WORDS}};");
        match BY_VARIANT.iter().find(|(name, ..)| name == file) {
            Some((_, module, ty)) => by_variant(out, first, module, ty, &all[0]),
            None => (first..).zip(&all[0]).for_each(|(place, (key, word))| function(out, place, key, word)),
        }
        out.push_str("}\n");
        first += all[0].len();
    }
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

/// The words of files, one text a language.
fn texts(files: &[File]) -> Vec<String> {
    let languages = files.first().map_or(0, |(_, all)| all.len());
    let mut out = vec![String::new(); languages];
    for (_, all) in files {
        for (text, words) in out.iter_mut().zip(all) {
            for (key, word) in words {
                let numbered = (1..=MOST_PLACEHOLDERS).map(char::from).zip(placeholders(&all[0][key], false));
                *text += &numbered
                    .fold(word.clone(), |word, (c, name)| word.replace(&format!("{{{name}}}"), &c.to_string()));
                text.push(END);
            }
        }
    }
    out
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

fn by_variant(out: &mut String, first: usize, module: &str, ty: &str, words: &Words) {
    let _ = writeln!(out, "    use lodestone_model::{module}::{ty};\n    /// The label of a variant.\n    #[must_use]");
    let _ = writeln!(out, "    pub fn label(lang: Lang, item: {ty}) -> &'static str {{");
    // The compiler makes a table of a byte a variant of it.
    let _ = writeln!(out, "        let place: u8 = match item {{");
    for (place, key) in words.keys().enumerate() {
        let _ = writeln!(out, "            {ty}::{} => {place},", camel(&key.replace('_', "-")));
    }
    out.push_str("        };\n        WORDS.get(lang, ");
    let _ = writeln!(out, "{first} + usize::from(place))\n    }}");
}
