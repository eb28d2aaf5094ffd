//! The sheet of inputs: every value that lines start from, in cells that can be changed; choices and shocks, which shape the
//! lines themselves, are told below.

use lodestone_model::data::Source;
use lodestone_model::derivation::{Piece, What};
use lodestone_model::inputs::assign;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::look::Look;
use super::{FIRST, VALUE, begin, row};
use crate::export::inputs::Ends;
use crate::export::lines::Line;
use crate::export::{Taken, shocks};
use crate::formula::label;
use crate::labels;
use crate::text::{export as words, grades, parameters};

/// A value of the sheet of inputs: what it is called, its place among lines, and what is told beside it.
pub(super) struct Given<'a> {
    name: String,
    value: f64,
    ends: Option<(f64, f64)>,
    kind: Ends,
    unit: &'a str,
    set: bool,
    date: &'a str,
    grade: &'static str,
    sources: String,
    key: String,
    /// Whether a line takes it: else changing it here changes nothing.
    counts: bool,
}

/// The values of the sheet of inputs, and where each line that starts from one finds it.
pub(super) fn given(taken: &Taken) -> (Vec<Given<'_>>, Vec<Option<u32>>) {
    let lang = taken.lang();
    let mut places = vec![None; taken.lines.len()];
    let mut all: Vec<Given> = Vec::new();
    let ids = |sources: &[&Source]| sources.iter().map(|s| s.id).collect::<Vec<_>>().join("; ");
    for input in &taken.inputs {
        let (Some(value), spec) = (input.value, input.param.spec()) else { continue };
        let is_its = |l: &Line| l.line.what == What::Param(input.param) && number(l).is_some();
        let mut counts = false;
        for (place, _) in places.iter_mut().zip(&taken.lines).filter(|(_, l)| is_its(l)) {
            *place = Some(row(all.len()));
            counts = true;
        }
        let set = input.set.is_some();
        all.push(Given {
            name: parameters::label(lang, input.param).to_owned(),
            value,
            ends: input.ends,
            kind: input.kind,
            unit: spec.unit.key(),
            set,
            date: if set { "" } else { spec.date },
            grade: if set { "" } else { grades::label(lang, spec.grade) },
            sources: ids(&input.sources),
            key: spec.key.to_owned(),
            counts,
        });
    }
    // What sources state, and units that somebody gave.
    for (place, line) in places.iter_mut().zip(&taken.lines) {
        let Some(value) = number(line).filter(|_| place.is_none() && line.is_leaf()) else { continue };
        *place = Some(row(all.len()));
        all.push(Given {
            name: label(lang, &line.line),
            value,
            ends: None,
            kind: Ends::Exact,
            unit: line.line.unit,
            set: matches!(line.line.what, What::Given(..)),
            date: "",
            grade: "",
            sources: ids(&line.sources),
            key: line.line.name.clone(),
            counts: true,
        });
    }
    (all, places)
}

/// The number that a line is, where it is one and nothing else.
fn number(line: &Line) -> Option<f64> {
    match line.line.expression[..] {
        [Piece::Number(n)] if line.is_leaf() => Some(n),
        _ => None,
    }
}

pub(super) fn write(sheet: &mut Worksheet, taken: &Taken, given: &[Given], look: &Look) -> Result<(), XlsxError> {
    let lang = taken.lang();
    let head = [
        words::column_name(lang),
        words::column_value(lang),
        words::column_low(lang),
        words::column_high(lang),
        words::head_range(lang),
        words::column_unit(lang),
        words::head_set(lang),
        words::column_date(lang),
        words::column_grade(lang),
        words::column_sources(lang),
        words::column_note(lang),
        words::column_key(lang),
    ];
    let widths = [46.0, 16.0, 14.0, 14.0, 12.0, 18.0, 12.0, 14.0, 18.0, 40.0, 44.0, 26.0];
    begin(sheet, taken, look, words::note_inputs(lang), &head, &widths)?;
    let mut n = FIRST;
    for one in given {
        sheet.write_with_format(n, 0, &one.name, &look.text)?;
        let number = if one.counts { look.input(one.unit) } else { look.number(one.unit) };
        sheet.write_with_format(n, VALUE, one.value, number)?;
        if let Some((low, high)) = one.ends {
            sheet.write_with_format(n, 2, low, look.number(one.unit))?;
            sheet.write_with_format(n, 3, high, look.number(one.unit))?;
        }
        sheet.write_with_format(n, 4, one.kind.key(), &look.text)?;
        sheet.write_with_format(n, 5, crate::export::unit(lang, one.unit), &look.text)?;
        let set = if one.set { words::by_reader(lang) } else { words::by_default(lang) };
        sheet.write_with_format(n, 6, set, &look.text)?;
        sheet.write_with_format(n, 7, one.date, &look.text)?;
        sheet.write_with_format(n, 8, one.grade, &look.text)?;
        sheet.write_with_format(n, 9, &one.sources, &look.text)?;
        let note = if one.counts { "" } else { words::not_taken(lang) };
        sheet.write_with_format(n, 10, note, &look.text)?;
        sheet.write_with_format(n, 11, &one.key, &look.small)?;
        n += 1;
    }
    // Choices and shocks shape the lines themselves: they are told, and changed on the page.
    n += 1;
    sheet.write_with_format(n, 0, words::choices(lang), &look.head)?;
    let state = &taken.subject.state.inputs;
    let described = labels::choices();
    for (key, value) in assign::in_force(&state.choices) {
        n += 1;
        let word = described.iter().find(|c| c.key == key);
        sheet.write_with_format(n, 0, word.map_or(key, |w| (w.label)(lang)), &look.text)?;
        sheet.write_with_format(n, VALUE, word.map_or(value, |w| (w.variant)(lang, value)), &look.text)?;
        sheet.write_with_format(n, 11, key, &look.small)?;
    }
    for listed in shocks::in_force(state) {
        n += 1;
        sheet.write_with_format(n, 0, words::shock(lang), &look.text)?;
        sheet.write_with_format(n, VALUE, shocks::said(lang, &listed), &look.text)?;
        sheet.write_with_format(n, 11, listed.to_string(), &look.small)?;
    }
    Ok(())
}
