//! The terms of the glossary that words use, and the variants that they may not use.

use std::path::Path;

use crate::words::LANGUAGES;

/// Columns of the glossary that hold a term, in the order of [`LANGUAGES`].
const COLUMNS: [&str; 3] = ["term_en", "term_ko", "term_zh_hans"];

/// A row of a table by the names of its columns.
fn rows(file: &Path) -> Result<Vec<std::collections::HashMap<String, String>>, String> {
    let fault = |e: csv::Error| format!("{}: {e}", file.display());
    csv::Reader::from_path(file).map_err(fault)?.deserialize().collect::<Result<_, _>>().map_err(fault)
}

/// Id and term of every term of the glossary beside `folder` that occurs in `words`, a line each with a bar between.
///
/// `language` is a place in [`LANGUAGES`].
///
/// # Errors
/// The glossary cannot be read; `None` where there is none.
pub fn found<'a>(
    folder: &Path,
    language: usize,
    words: impl Iterator<Item = &'a String>,
) -> Result<Option<String>, String> {
    let file = folder.with_file_name("glossary.csv");
    if !file.is_file() {
        return Ok(None);
    }
    let all = words.map(|w| w.to_lowercase()).collect::<Vec<_>>().join("\n");
    let mut out = String::new();
    for row in rows(&file)? {
        let term = row.get(COLUMNS[language]).map_or("", String::as_str);
        if occurs(bare(term), &all, LANGUAGES[language] == "en") {
            out += &format!("{}|{}\n", row.get("id").map_or("", String::as_str), bare(term));
        }
    }
    Ok(Some(out))
}

/// A term without what stands in brackets behind it.
#[must_use]
pub fn bare(term: &str) -> &str {
    term.split(['(', '（']).next().unwrap_or_default().trim()
}

/// Whether a term occurs in a text of small letters; as whole words where words are parted by spaces.
#[must_use]
pub fn occurs(term: &str, text: &str, whole: bool) -> bool {
    let term = term.to_lowercase();
    if term.is_empty() {
        return false;
    }
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(&term).any(|(at, found)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + found.len()..].chars().next());
        // A plural is the same term.
        let after = if after == Some('s') { text[at + found.len() + 1..].chars().next() } else { after };
        !whole || !(letter(before) || letter(after))
    })
}

#[cfg(test)]
mod tests {
    use super::{bare, occurs};

    #[test]
    fn a_term_is_found_as_a_word_and_in_the_plural() {
        assert!(occurs("median", "the median of all", true) && occurs("Magnet grade", "magnet grades", true));
        assert!(!occurs("lag", "flags", true) && occurs("钕", "氧化镨钕", false));
        assert_eq!(bare("터븀(테르븀)"), "터븀");
    }
}
