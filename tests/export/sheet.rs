//! The spreadsheet, worked out by LibreOffice: as it is, and with other inputs.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use lodestone::export::Taken;
use lodestone::export::xlsx::write;
use lodestone::route::Route;
use lodestone::text::Lang;
use lodestone_model::inputs::{Case, Inputs};
use lodestone_model::outputs::{Evaluator, Shared};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::common::{all, quick, states};
use crate::office::Office;

/// How far a formula of the spreadsheet may be from our number, as a share of it (row G3).
const NEAR: f64 = 1e-9;
/// Every sheet as a table, numbers with all of their digits.
const TABLES: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
/// The first record stands below so many rows.
const ABOVE: usize = 6;

/// The file with its parts changed.
fn repacked(bytes: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..from.len() {
        let mut part = from.by_index(i).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
        part.read_to_string(&mut text).unwrap();
        to.start_file(&name, SimpleFileOptions::default()).unwrap();
        to.write_all(change(&name, text).as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

/// The file without what its formulas came to when it was written: another number stands there.
fn without_results(bytes: &[u8]) -> Vec<u8> {
    repacked(bytes, |name, text| {
        if !name.starts_with("xl/worksheets/") {
            return text;
        }
        let mut out = String::new();
        let mut rest = text.as_str();
        while let Some(at) = rest.find("</f><v>") {
            let end = at + rest[at..].find("</v>").unwrap();
            out += &rest[..at];
            out += "</f><v>-77";
            rest = &rest[end..];
        }
        out + rest
    })
}

/// The file with another number in a cell of the sheet of inputs.
fn with_input(bytes: &[u8], row: usize, value: f64) -> Vec<u8> {
    let bytes = without_results(bytes);
    repacked(&bytes, |name, text| {
        if name != "xl/worksheets/sheet2.xml" {
            return text;
        }
        let cell = format!("<c r=\"B{}\"", row + 1);
        let at = text.find(&cell).unwrap();
        let from = at + text[at..].find("<v>").unwrap() + 3;
        let to = from + text[from..].find("</v>").unwrap();
        format!("{}{value}{}", &text[..from], &text[to..])
    })
}

/// The records of a sheet that LibreOffice has written.
fn table(folder: &Path, file: &str, sheet: &str) -> Vec<Vec<String>> {
    let path = folder.join(format!("{file}-{sheet}.csv"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(&path);
    let reader = reader.as_mut().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// A number as LibreOffice writes it, a share as percent.
fn number(cell: &str) -> Option<f64> {
    match cell.strip_suffix('%') {
        Some(percent) => percent.parse::<f64>().ok().map(|v| v / 100.0),
        None => cell.parse().ok(),
    }
}

fn sheets(lang: Lang) -> [&'static str; 3] {
    use lodestone::text::export::{sheet_figures, sheet_inputs, sheet_lines};
    [sheet_figures(lang), sheet_inputs(lang), sheet_lines(lang)]
}

/// What rounding goes by: a difference of large numbers has the last digits of those.
fn scale(taken: &Taken, line: usize) -> f64 {
    use lodestone_model::derivation::Piece;
    let line = &taken.lines[line].line;
    let parts = line.expression.iter().map(|p| match p {
        Piece::Line(place) => taken.lines[*place].line.value.abs(),
        _ => 0.0,
    });
    let subtracts = line.expression.contains(&Piece::Sign(" - "));
    let largest = if subtracts { parts.fold(0.0, f64::max) * 1e-6 } else { 0.0 };
    line.value.abs().max(largest)
}

#[test]
fn every_formula_works_out_to_our_number_in_libreoffice_on_every_page_for_every_scenario() {
    let office = Office::new();
    let mut written = Vec::new();
    for (i, taken) in all().iter().enumerate() {
        // The numbers of a page are the same in every language; the names of sheets are not.
        if Lang::ALL[i / 3 % 3] != taken.lang() {
            continue;
        }
        let name = format!("s{i}");
        written.push((office.file(&format!("{name}.xlsx"), &without_results(&write(taken).unwrap())), name, taken));
    }
    assert!(written.iter().any(|(.., t)| t.lang() == Lang::Zh) && written.len() >= 32);
    let files: Vec<_> = written.iter().map(|(path, ..)| path.clone()).collect();
    let folder = office.convert(&files, TABLES, None);
    let mut compared = 0;
    for (_, name, taken) in &written {
        let [figures, _, lines] = sheets(taken.lang());
        let rows = table(&folder, name, lines);
        for (i, line) in taken.lines.iter().enumerate() {
            let found: f64 = number(&rows[ABOVE + i][2])
                .unwrap_or_else(|| panic!("{name} {}: {:?}", line.line.name, rows[ABOVE + i]));
            let (value, scale) = (line.line.value, scale(taken, i));
            assert!((found - value).abs() <= NEAR * scale, "{name} {}: {found} or {value}", line.line.name);
            compared += 1;
        }
        let rows = table(&folder, name, figures);
        for (i, answer) in taken.answers.iter().enumerate() {
            let row = &rows[ABOVE + i];
            let (found, value): (f64, f64) = (number(&row[1]).unwrap(), answer.spread.range.central);
            let scale = scale(taken, answer.line);
            assert!(
                (found - value).abs() <= NEAR * scale.max(1e-9),
                "{name} {}: {found} or {value}",
                answer.asked.key()
            );
            assert_eq!(row[9], "", "{name} {}: nothing has moved", answer.asked.key());
        }
    }
    assert!(compared > 3_000, "{compared}");
}

#[test]
fn a_changed_input_changes_the_answers_as_the_engine_does() {
    let office = Office::new();
    let mut written = Vec::new();
    for (page, state) in [(Route::Motor, &states()[0]), (Route::Shocks, &states()[1]), (Route::Demand, &states()[3])] {
        let taken = quick(page, state, Lang::En);
        let bytes = write(&taken).unwrap();
        let [figures, inputs, _] = sheets(Lang::En);
        let plain = office.file(&format!("{}.xlsx", page.key()), &bytes);
        let rows = table(&office.convert(&[plain], TABLES, None), page.key(), inputs);
        let values = taken.inputs.iter().filter(|i| i.value.is_some());
        for (n, (input, row)) in values.zip(&rows[ABOVE..]).enumerate() {
            assert_eq!(row[11], input.param.key());
            // An input that no line takes says so.
            if !row[10].is_empty() {
                continue;
            }
            let now = input.value.unwrap();
            let mut changed: Inputs = state.inputs.clone();
            let Some(other) =
                [1.1, 0.9].map(|f| now * f).into_iter().find(|v| *v != now && changed.set(input.param, *v).is_ok())
            else {
                continue;
            };
            let name = format!("{}-{n}", page.key());
            let file = office.file(&format!("{name}.xlsx"), &with_input(&bytes, ABOVE + n, other));
            written.push((file, name, changed, taken.answers.clone(), input.param, figures));
        }
    }
    let files: Vec<_> = written.iter().map(|(path, ..)| path.clone()).collect();
    let folder = office.convert(&files, TABLES, None);
    let shared = Shared::default();
    let mut moved = BTreeMap::new();
    for (_, name, changed, answers, param, sheet) in &written {
        let rows = table(&folder, name, sheet);
        for (answer, row) in answers.iter().zip(&rows[ABOVE..]) {
            let found = number(&row[1]).unwrap();
            let engine = Evaluator::new(changed, &shared, Case::Central, answer.year).figure(answer.asked).unwrap();
            let scale = engine.abs().max(1e-6 * answer.spread.range.central.abs()).max(1e-6);
            assert!(
                (found - engine).abs() <= NEAR * scale,
                "{name} {} {}: {found} or {engine}",
                param.key(),
                answer.asked.key()
            );
            if !row[9].is_empty() {
                *moved.entry(param.key()).or_insert(0) += 1;
            }
        }
    }
    assert!(written.len() > 60, "{}", written.len());
    assert!(moved.len() > 40, "{moved:?}");
}

#[test]
fn the_same_result_is_the_same_file() {
    let taken = quick(Route::Turbine, &states()[0], Lang::Ko);
    assert_eq!(write(&taken).unwrap(), write(&taken).unwrap());
}
