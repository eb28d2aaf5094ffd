//! The terms of the field: defined in three languages, and used by their names.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use lodestone::text::Lang;
use lodestone_model::data::{ALTERNATIVES, CLAIMS, GLOSSARY, OTHER_SOURCES, PARAMETERS, SOURCES, VARIANTS};

#[test]
fn eighty_terms_and_more_have_a_definition_in_each_language_and_a_source() {
    assert!(GLOSSARY.len() >= 80, "{}", GLOSSARY.len());
    for row in &GLOSSARY {
        for text in
            [row.term_en, row.term_ko, row.term_zh_hans, row.definition_en, row.definition_ko, row.definition_zh_hans]
        {
            assert!(!text.trim().is_empty(), "{}", row.id);
        }
        assert!(SOURCES.iter().chain(&OTHER_SOURCES).any(|s| s.id == row.source_id), "{}", row.id);
    }
}

/// A text without the targets of its links, which nobody reads: `[text](target)`.
fn without_targets(text: &str) -> String {
    let mut parts = text.split("](");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + "]" + part.split_once(')').map_or(part, |(_, rest)| rest))
}

/// Every text of a language that a reader sees: words, glossary, claims, notes.
fn texts(lang: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static-data/text").join(lang);
    let mut all: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .map(|p| (p.display().to_string(), without_targets(&std::fs::read_to_string(p).unwrap())))
        .collect();
    let pick = |en: &str, ko: &str, zh: &str| {
        match lang {
            "ko" => ko,
            "zh" => zh,
            _ => en,
        }
        .to_owned()
    };
    for g in &GLOSSARY {
        all.push((g.id.into(), pick(g.definition_en, g.definition_ko, g.definition_zh_hans)));
    }
    for c in &CLAIMS {
        all.push((c.id.into(), pick(c.subject, c.subject_ko, c.subject_zh_hans)));
        all.push((c.id.into(), pick(c.quantity, c.quantity_ko, c.quantity_zh_hans)));
        all.push((c.id.into(), pick(c.note, c.note_ko, c.note_zh_hans)));
    }
    for a in &ALTERNATIVES {
        all.push((a.id.into(), pick(a.note, a.note_ko, a.note_zh_hans)));
    }
    all
}

#[test]
fn no_text_uses_a_variant_that_the_glossary_refuses() {
    let mut found = Vec::new();
    for lang in ["en", "ko", "zh"] {
        for (place, text) in texts(lang) {
            let text = text.to_lowercase();
            for v in VARIANTS.iter().filter(|v| v.language == lang && text.contains(&v.variant.to_lowercase())) {
                let term = GLOSSARY.iter().find(|g| g.id == v.term_id).unwrap();
                // A term may hold a refused variant of another, as 수출할당량 would of 할당량.
                found.push(format!(
                    "{place}: {} instead of {} / {} / {}",
                    v.variant, term.term_en, term.term_ko, term.term_zh_hans
                ));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    assert!(VARIANTS.len() >= 30);
}

#[test]
fn an_input_with_several_sources_lists_them_all_with_its_own() {
    let mut several = 0;
    for p in PARAMETERS.iter().filter(|p| p.set) {
        let said: Vec<_> = ALTERNATIVES.iter().filter(|a| a.parameter == p.key).collect();
        several += usize::from(said.len() >= 2);
        for a in &said {
            assert!(a.low <= a.central && a.central <= a.high, "{}", a.id);
            let mut inputs = lodestone_model::inputs::Inputs::default();
            let value =
                if a.low < a.high { format!("{}..{}..{}", a.low, a.central, a.high) } else { a.central.to_string() };
            // Parts of one whole are in each other's way; everything else can be chosen as it stands.
            if let Err(e) = inputs.assign(p.key, &value) {
                let whole = matches!(
                    e,
                    lodestone_model::error::Error::OverOne { .. } | lodestone_model::error::Error::Correlation { .. }
                );
                assert!(whole, "{}: {e:?}", a.id);
            }
        }
    }
    assert!(several >= 25, "{several}");
    assert_eq!(Lang::ALL.len(), 3);
}
