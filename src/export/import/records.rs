//! The table read record by record.

use ::csv::{ReaderBuilder, StringRecord};
use lodestone_model::inputs::{Key, Param};

use super::super::csv::{COLUMNS, RELEASE_KEY, RESULT_KEY, kind, unguarded};
use super::{Said, agree, is_known, number, numbers};
use crate::link::{RESULT, VERSION};
use crate::text::{Lang, export as words};

/// The columns that are read.
const WANTED: [&str; 6] = ["kind", "key", "value", "low", "high", "setting"];
/// What may stand between two cells: programs for tables choose it by the reader's country.
const BETWEEN: [u8; 3] = [b',', b';', b'\t'];
/// What the head of a table begins with.
const FIRST: &str = COLUMNS[0];

/// A record with the cells that are read.
struct Row<'a> {
    line: u64,
    kind: &'a str,
    key: &'a str,
    value: &'a str,
    low: &'a str,
    high: &'a str,
    setting: &'a str,
}

/// What the table says.
pub(super) fn said(text: &str, lang: Lang) -> Result<Said, String> {
    let head = text.lines().next().unwrap_or_default();
    let no_head = || words::fault_head(lang, &COLUMNS[..4].join(","));
    let after = head.trim_start_matches('"').strip_prefix(FIRST).ok_or_else(no_head)?;
    let between = after.trim_start_matches('"').bytes().next().filter(|b| BETWEEN.contains(b)).ok_or_else(no_head)?;
    let mut reader = ReaderBuilder::new().delimiter(between).flexible(true).from_reader(text.as_bytes());
    let columns = reader.headers().map_err(|_| no_head())?.clone();
    let place = |name: &str| columns.iter().position(|c| c.trim() == name);
    let mut places = [0; WANTED.len()];
    for (slot, name) in places.iter_mut().zip(WANTED) {
        *slot = place(name).ok_or_else(|| words::fault_column(lang, name))?;
    }
    let mut said = Said::default();
    let mut record = StringRecord::new();
    let fault = |e: &::csv::Error| {
        let line = e.position().map_or(1, ::csv::Position::line).to_string();
        words::fault_record(lang, &line)
    };
    while reader.read_record(&mut record).map_err(|e| fault(&e))? {
        let cell = |i: usize| record.get(places[i]).map(|c| unguarded(c.trim())).unwrap_or_default();
        let line = record.position().map_or(1, ::csv::Position::line);
        let [kind, key, value, low, high, setting] = [0, 1, 2, 3, 4, 5].map(cell);
        take(&mut said, &Row { line, kind, key, value, low, high, setting }, lang)?;
    }
    Ok(said)
}

fn take(said: &mut Said, row: &Row, lang: Lang) -> Result<(), String> {
    let line = row.line.to_string();
    if !kind::ALL.contains(&row.kind) {
        // An empty line at the end is no record.
        let empty = [row.kind, row.key, row.value, row.setting].iter().all(|c| c.is_empty());
        return if empty { Ok(()) } else { Err(words::fault_kind(lang, &line, row.kind, &kind::ALL.join(", "))) };
    }
    match (row.kind, row.key) {
        (kind::ABOUT, RELEASE_KEY) => said.set(row.line, VERSION, row.value),
        (kind::ABOUT, RESULT_KEY) => said.set(row.line, RESULT, row.value),
        (kind::VIEW | kind::INPUT | kind::CHOICE | kind::SHOCKS | kind::UNITS, key) => {
            if !is_known(key) {
                return Err(words::fault_key(lang, &line, key));
            }
            setting(said, row, lang)?;
        }
        _ => {}
    }
    Ok(())
}

/// What a record sets: the text of its setting, unless its number is another one by now.
fn setting(said: &mut Said, row: &Row, lang: Lang) -> Result<(), String> {
    let line = row.line.to_string();
    let written = match row.setting.split_once('=') {
        Some((key, text)) if key == row.key => Some(text),
        None if row.setting.is_empty() => None,
        _ => return Err(words::fault_setting(lang, &line, row.setting, row.key)),
    };
    let param = match Key::named(row.key) {
        Ok(Key::Param(param)) => Some(param),
        _ => None,
    };
    let Some(param) = param else {
        // A choice, a list of shocks, units, what is looked at.
        let same = written.is_some_and(|text| match (number(text), number(row.value)) {
            (Some(a), Some(b)) => agree(a, b),
            _ => text.trim() == row.value,
        });
        match written {
            Some(text) if same => said.set(row.line, row.key, text),
            _ if row.value.is_empty() && row.kind != kind::SHOCKS => {}
            _ => said.change(row.line, row.key, row.value),
        }
        return Ok(());
    };
    let before = written.map_or_else(|| default(param), numbers);
    ends(row, before.and_then(|(_, ends)| ends), lang)?;
    let same = match (before, number(row.value)) {
        (Some((was, _)), Some(now)) => agree(was, now),
        (None, None) => row.value.is_empty(),
        _ => false,
    };
    match written {
        Some(text) if same => said.set(row.line, row.key, text),
        None if same => {}
        // Emptied: the default again, which is the state without this setting.
        _ if row.value.is_empty() => said.changed.push(row.key.to_owned()),
        _ => said.change(row.line, row.key, row.value),
    }
    Ok(())
}

fn default(param: Param) -> Option<(f64, Option<(f64, f64)>)> {
    let spec = param.spec();
    spec.set.then_some((spec.central, (spec.low < spec.high).then_some((spec.low, spec.high))))
}

/// The ends of a range are written into the value: beside it they are told, not read.
fn ends(row: &Row, before: Option<(f64, f64)>, lang: Lang) -> Result<(), String> {
    let told = before.map_or([None; 2], |(low, high)| [Some(low), Some(high)]);
    for (cell, was) in [row.low, row.high].into_iter().zip(told) {
        let same = match (number(cell), was) {
            (Some(now), Some(was)) => agree(now, was),
            (None, _) => cell.is_empty(),
            (Some(_), None) => false,
        };
        if !same {
            return Err(words::fault_ends(lang, &row.line.to_string(), cell));
        }
    }
    Ok(())
}
