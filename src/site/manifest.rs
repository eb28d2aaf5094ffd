//! What `cargo xtask cards` wrote down when it took the pictures: of what, and what they say.
//!
//! With it the pages name a card in words without working its answer out again, and a test finds a card whose answer has
//! changed since.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

/// Its name, beside the pictures.
const FILE: &str = "manifest.json";

/// What is known of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The digest of the document that was shown.
    pub shows: String,
    /// The digest of the picture.
    pub picture: String,
    /// The card in words.
    pub said: String,
}

/// Reads the manifest of a folder of cards: file, entry.
///
/// # Errors
/// A sentence that names the file.
pub fn read(cards: &Path) -> Result<BTreeMap<String, Entry>, String> {
    let file = cards.join(FILE);
    let text = std::fs::read_to_string(&file).map_err(|e| format!("{} could not be read ({e}).", file.display()))?;
    let all: BTreeMap<String, Value> =
        serde_json::from_str(&text).map_err(|e| format!("{} is no manifest ({e}).", file.display()))?;
    let entry = |value: &Value| {
        let field = |key: &str| value[key].as_str().map(str::to_owned);
        Some(Entry { shows: field("shows")?, picture: field("picture")?, said: field("said")? })
    };
    let read = |(name, value): (String, Value)| {
        let entry = entry(&value).ok_or_else(|| format!("{}: {name} lacks something.", file.display()))?;
        Ok((name, entry))
    };
    all.into_iter().map(read).collect()
}
