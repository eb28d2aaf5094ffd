//! A result read back: the table ([`super::csv`]) or the data ([`super::json`]) that was taken along, however a program for
//! tables has saved it since.
//!
//! All or nothing: what cannot be read is named with its line and what would be accepted, and nothing is set. A number that
//! still agrees with the text beside it is that text, to the bit; another number is somebody's change and counts.

mod data;
mod records;

use lodestone_model::error::Error;
use lodestone_model::inputs::{Key, Spread};

use crate::labels;
use crate::link::proof::{Checked, check};
use crate::link::{Pairs, RESULT, VIEW};
use crate::text::{Lang, export as words, parameters, scenarios};

/// A number agrees with another that differs by no more than this share of it: programs for tables keep 15 digits, and some
/// save fewer.
const SAME: f64 = 1e-9;

/// What a file sets.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// Keys and values, as a link has them.
    pub pairs: Pairs,
    /// What is found of them: the state, its release, and whether its result comes out again.
    pub checked: Checked,
    /// Keys of what was changed in the file after it was taken along.
    pub changed: Vec<String>,
}

/// A setting with the line of the file that it stands on.
struct Setting {
    line: u64,
    key: String,
    value: String,
}

/// What a file says, before it is tried.
#[derive(Default)]
struct Said {
    settings: Vec<Setting>,
    changed: Vec<String>,
}

impl Said {
    fn set(&mut self, line: u64, key: &str, value: &str) {
        self.settings.push(Setting { line, key: key.to_owned(), value: value.to_owned() });
    }

    /// A setting that somebody has changed in the file.
    fn change(&mut self, line: u64, key: &str, value: &str) {
        self.changed.push(key.to_owned());
        self.set(line, key, value);
    }
}

/// Reads a file.
///
/// # Errors
/// A sentence in the reader's language: which line, what stands there, what would be accepted.
pub fn read(bytes: &[u8], lang: Lang) -> Result<Read, String> {
    if bytes.starts_with(b"PK") {
        return Err(words::fault_spreadsheet(lang).to_owned());
    }
    let text = std::str::from_utf8(bytes).map_err(|e| {
        let line = bytes.iter().take(e.valid_up_to()).filter(|b| **b == b'\n').count() + 1;
        words::fault_encoding(lang, &line.to_string())
    })?;
    let text = text.trim_start_matches(super::csv::BOM);
    let said = if text.trim_start().starts_with('{') { data::said(text, lang) } else { records::said(text, lang) }?;
    tried(said, lang)
}

/// Opens what a file says as if it were a link.
fn tried(said: Said, lang: Lang) -> Result<Read, String> {
    let Said { settings, changed } = said;
    let twice = |(n, s): &(usize, &Setting)| settings.iter().take(*n).any(|before| before.key == s.key);
    if let Some((_, again)) = settings.iter().enumerate().find(twice) {
        return Err(words::fault_twice(lang, &again.line.to_string(), &again.key));
    }
    // The result of the file is not that of what somebody made of it.
    let own = |key: &str| changed.is_empty() || key != RESULT;
    let of = |s: &Setting| (s.key.clone(), s.value.clone());
    let pairs: Pairs = settings.iter().filter(|s| own(&s.key)).map(of).collect();
    let checked = check(&pairs);
    let line = |key: &str| settings.iter().find(|s| s.key == key).map_or(1, |s| s.line).to_string();
    if let Some((key, why)) = checked.asked.refused.first() {
        return Err(words::fault_value(lang, &line(key), &refused(lang, key, why)));
    }
    if let Some(name) = &checked.asked.unknown {
        return Err(words::fault_value(lang, &line("scenario"), &scenarios::unknown(lang, name)));
    }
    Ok(Read { pairs, checked, changed })
}

fn refused(lang: Lang, key: &str, why: &Error) -> String {
    let name = match Key::named(key) {
        Ok(Key::Param(param)) => format!("{} ({key})", parameters::label(lang, param)),
        _ => key.to_owned(),
    };
    labels::error(lang, &name, why)
}

/// Whether two numbers are the same but for what a program for tables makes of their last digits.
fn agree(a: f64, b: f64) -> bool {
    a == b || (a - b).abs() <= SAME * a.abs().max(b.abs())
}

/// A number as programs for tables write it.
fn number(text: &str) -> Option<f64> {
    lodestone_model::decimal::read(text.trim()).filter(|v| v.is_finite())
}

/// The central number and the ends of a setting's text.
fn numbers(text: &str) -> Option<(f64, Option<(f64, f64)>)> {
    if let Some(value) = number(text) {
        return Some((value, None));
    }
    let spread = Spread::read(text, number)?;
    Some((spread.distribution().central(), Some(spread.ends())))
}

/// Whether a key is that of an input, or of what is looked at.
fn is_known(key: &str) -> bool {
    VIEW.contains(&key) || Key::named(key).is_ok()
}
