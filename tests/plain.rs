//! Plain language: short sentences, and words that a reader of a newspaper knows.
//!
//! English is measured by the grade of Flesch and Kincaid; Korean and Chinese, for which it was not made, by the length of
//! a sentence in characters.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use lodestone_model::data::{CLAIMS, GLOSSARY};

/// School years that a text may ask for: the terms of the field, which are explained, are long words.
const GRADE: f64 = 9.0;
/// Words of an English sentence at most.
const WORDS: usize = 32;
/// Characters of a sentence at most, spaces aside: Korean and Chinese.
const CHARACTERS: [(&str, usize); 2] = [("ko", 85), ("zh", 85)];
/// A grade of fewer sentences says nothing.
const SENTENCES: usize = 8;

/// A text as it is read: without the targets of its links, a number for each placeholder.
fn read(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '[', ']']) {
        out += &rest[..at];
        let end = match &rest[at..=at] {
            "{" => rest[at..].find('}').map(|n| at + n + 1),
            "]" if rest[at..].starts_with("](") => rest[at..].find(')').map(|n| at + n + 1),
            _ => Some(at + 1),
        };
        if rest[at..].starts_with('{') {
            out.push('1');
        }
        rest = &rest[end.unwrap_or(at + 1)..];
    }
    out + rest
}

fn sentences(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        all.last_mut().unwrap().push(c);
        let ends = "。！？；".contains(c)
            || (".!?:;".contains(c) && chars.peek().is_none_or(|next| next.is_whitespace()))
            || c == '\n';
        if ends {
            all.push(String::new());
        }
    }
    all.retain(|s| !s.trim().is_empty());
    all
}

fn words(sentence: &str) -> Vec<&str> {
    sentence.split_whitespace().filter(|w| w.contains(|c: char| c.is_ascii_alphabetic())).collect()
}

/// Syllables by their vowels, a silent e aside.
fn syllables(word: &str) -> usize {
    let letters: String = word.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
    let vowel = |c: char| "aeiouy".contains(c);
    let groups = letters.split(|c| !vowel(c)).filter(|g| !g.is_empty()).count();
    let silent = letters.ends_with('e') && !letters.ends_with("le") && !letters.ends_with("ee");
    (groups - usize::from(silent && groups > 1)).max(1)
}

fn collect(place: &str, value: &toml::Value, out: &mut Vec<(String, String)>) {
    match value {
        toml::Value::String(text) => out.push((place.to_owned(), read(text))),
        toml::Value::Table(table) => table.iter().for_each(|(k, v)| collect(&format!("{place}.{k}"), v, out)),
        toml::Value::Array(all) => all.iter().for_each(|v| collect(place, v, out)),
        _ => {}
    }
}

/// Every text of a language by the file that holds it: place and text.
fn files(lang: &str) -> Vec<(String, Vec<(String, String)>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static-data/text").join(lang);
    let mut all: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let table: toml::Table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
            let mut texts = Vec::new();
            collect(&name, &toml::Value::Table(table), &mut texts);
            (name, texts)
        })
        .collect();
    let pick = |texts: [&str; 3]| texts[["en", "ko", "zh"].iter().position(|l| *l == lang).unwrap()].to_owned();
    let terms =
        GLOSSARY.iter().map(|g| (g.id.to_owned(), pick([g.definition_en, g.definition_ko, g.definition_zh_hans])));
    all.push(("glossary".into(), terms.collect()));
    let notes = CLAIMS.iter().map(|c| (c.id.to_owned(), pick([c.note, c.note_ko, c.note_zh_hans])));
    all.push(("claims".into(), notes.collect()));
    all
}

#[test]
fn english_asks_for_nine_years_of_school_and_no_long_breath() {
    let (mut long, mut hard, mut seen) = (Vec::new(), Vec::new(), 0);
    for (name, texts) in files("en") {
        let (mut said, mut count, mut sounds) = (0, 0, 0);
        for (place, text) in texts {
            for sentence in sentences(&text) {
                let words = words(&sentence);
                if words.len() > WORDS {
                    long.push(format!("{place}: {} words: {sentence}", words.len()));
                }
                // Labels are no sentences.
                if words.len() > 3 {
                    said += 1;
                    count += words.len();
                    sounds += words.iter().map(|w| syllables(w)).sum::<usize>();
                }
            }
        }
        #[allow(clippy::cast_precision_loss)]
        let grade = 0.39 * count as f64 / said as f64 + 11.8 * sounds as f64 / count as f64 - 15.59;
        if said >= SENTENCES && grade > GRADE {
            hard.push(format!("{name}: grade {grade:.1}"));
        }
        seen += said;
    }
    assert!(long.is_empty() && hard.is_empty(), "{long:#?} {hard:#?}");
    assert!(seen > 1000, "{seen} sentences");
}

#[test]
fn korean_and_chinese_sentences_are_short() {
    for (lang, most) in CHARACTERS {
        let (mut long, mut seen) = (Vec::new(), 0);
        for (_, texts) in files(lang) {
            for (place, text) in texts {
                for sentence in sentences(&text) {
                    seen += 1;
                    let length = sentence.chars().filter(|c| !c.is_whitespace()).count();
                    if length > most {
                        long.push(format!("{place}: {length}: {sentence}"));
                    }
                }
            }
        }
        assert!(long.is_empty(), "{long:#?}");
        assert!(seen > 1000, "{seen} sentences");
    }
}

#[test]
fn syllables_and_sentences_are_counted_as_they_are_said() {
    let counts = ["magnet", "price", "element", "table", "free", "a"].map(syllables);
    assert_eq!(counts, [2, 1, 3, 2, 1, 1]);
    assert_eq!(sentences("At 7.1 yuan. Then: so").len(), 3);
    assert_eq!(read("a [b](c) {d} e"), "a b 1 e");
    assert_eq!(sentences("价格。数量").len(), 2);
}
