//! The data read back: what they set stands in one list.

use serde_json::Value;

use super::super::json::SCHEMA;
use super::{Said, is_known};
use crate::link::{RESULT, VERSION};
use crate::text::{Lang, export as words};

/// What the data say.
pub(super) fn said(file: &str, lang: Lang) -> Result<Said, String> {
    let data: Value = serde_json::from_str(file)
        .map_err(|e| words::fault_data(lang, &e.line().to_string(), &e.column().to_string()))?;
    if data.get("schema").and_then(Value::as_str) != Some(SCHEMA) {
        return Err(words::fault_schema(lang, SCHEMA));
    }
    let mut said = Said::default();
    for (name, key) in [("release", VERSION), ("result", RESULT)] {
        if let Some(value) = data.get(name).and_then(Value::as_str) {
            said.set(1, key, value);
        }
    }
    let settings = data.get("settings").and_then(Value::as_object);
    let settings = settings.ok_or_else(|| words::fault_settings(lang).to_owned())?;
    for (key, value) in settings {
        let text = value.as_str().filter(|_| is_known(key));
        let text = text.ok_or_else(|| words::fault_setting_data(lang, key, &value.to_string()))?;
        said.set(line(file, key), key, text);
    }
    Ok(said)
}

/// The line on which a key stands as one.
fn line(file: &str, key: &str) -> u64 {
    let named = format!("\"{key}\":");
    (1..).zip(file.lines()).find(|(_, line)| line.contains(&named)).map_or(1, |(n, _)| n)
}
