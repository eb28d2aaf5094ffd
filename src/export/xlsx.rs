//! A result as a spreadsheet (XLSX) that computes: the inputs can be changed, and every line behind every figure is a formula.
//!
//! Four sheets: the figures, the inputs ([`given`]), the lines ([`formula`]), limits and sources. Ranges were drawn and stay as they
//! were; where a figure has moved since, the spreadsheet says that its range is an old one. Not here: what a line is, which
//! is the engine's.

mod formula;
mod given;
mod look;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Formula, Url, Workbook, Worksheet, XlsxError};

use self::formula::{Place, written};
use self::look::Look;
use super::inputs::Ends;
use super::{Taken, csv, made_date};
use crate::format::plain;
use crate::formula::{label, omission};
use crate::link::proof::LONGEST;
use crate::text::export as words;

/// The column of a value, on the sheets of figures and of inputs, and on that of lines.
const VALUE: u16 = 1;
const WORKED: u16 = 2;
/// The columns of figures that a check compares: the value, and what it was when it was saved.
const SAVED: u16 = 8;
/// Where the first record of a sheet stands, below title, version and head.
const FIRST: u32 = 6;
/// A figure has moved when it differs by more than this share of what it was.
const MOVED: &str = "0.000000001";

/// The file.
///
/// # Errors
/// What the writer reports.
pub fn write(taken: &Taken) -> Result<Vec<u8>, XlsxError> {
    let (lang, look) = (taken.lang(), Look::default());
    let mut book = Workbook::new();
    let about = DocProperties::new().set_title(taken.title()).set_author("Lodestone").set_comment(taken.link());
    // No clock is asked: the same result is the same file.
    let when = made_date().and_then(|d| ExcelDateTime::from_ymd(d.year, d.month.unwrap_or(1), d.day.unwrap_or(1)).ok());
    book.set_properties(&when.iter().fold(about, |about, when| about.set_creation_datetime(when)));
    let (given, places) = given::given(taken);
    let names =
        [words::sheet_figures(lang), words::sheet_inputs(lang), words::sheet_lines(lang), words::sheet_limits(lang)];
    for name in names {
        book.add_worksheet().set_name(name)?;
    }
    figures(book.worksheet_from_name(names[0])?, taken, &look)?;
    given::write(book.worksheet_from_name(names[1])?, taken, &given, &look)?;
    lines(book.worksheet_from_name(names[2])?, taken, &places, &look)?;
    limits(book.worksheet_from_name(names[3])?, taken, &look)?;
    book.save_to_buffer()
}

/// The row of a line on its sheet.
fn row(line: usize) -> u32 {
    FIRST + u32::try_from(line).unwrap_or(u32::MAX)
}

/// Title, version and link, what ranges hold, a note, and the head of the table.
fn begin(
    sheet: &mut Worksheet,
    taken: &Taken,
    look: &Look,
    note: &str,
    head: &[&str],
    widths: &[f64],
) -> Result<(), XlsxError> {
    let lang = taken.lang();
    sheet.write_with_format(0, 0, taken.title(), &look.title)?;
    let made = words::made_by(lang, env!("CARGO_PKG_VERSION"), lodestone_model::data::DATA_VERSION, &taken.hash);
    sheet.write_with_format(1, 0, made, &look.small)?;
    let link = taken.link();
    if link.starts_with("http") && link.len() <= LONGEST {
        sheet.write_url_with_format(2, 0, Url::new(&link), &look.link)?;
    } else {
        sheet.write_with_format(2, 0, link, &look.small)?;
    }
    sheet.write_with_format(3, 0, words::scope(lang), &look.small)?;
    sheet.write_with_format(4, 0, note, &look.small)?;
    for (column, word) in (0..).zip(head) {
        sheet.write_with_format(FIRST - 1, column, *word, &look.head)?;
    }
    for (column, width) in (0..).zip(widths) {
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_freeze_panes(FIRST, 1)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

fn figures(sheet: &mut Worksheet, taken: &Taken, look: &Look) -> Result<(), XlsxError> {
    let lang = taken.lang();
    let head = [
        words::column_name(lang),
        words::column_value(lang),
        words::column_low(lang),
        words::column_high(lang),
        words::head_range(lang),
        words::column_error(lang),
        words::column_unit(lang),
        words::column_year(lang),
        words::head_saved(lang),
        words::head_check(lang),
        words::head_omitted(lang),
        words::column_key(lang),
    ];
    let widths = [46.0, 16.0, 16.0, 16.0, 12.0, 14.0, 14.0, 8.0, 16.0, 26.0, 60.0, 26.0];
    begin(sheet, taken, look, words::note_figures(lang), &head, &widths)?;
    for (n, answer) in (FIRST..).zip(&taken.answers) {
        let number = look.number(answer.unit);
        sheet.write_with_format(n, 0, &answer.name, &look.text)?;
        let value = format!("={}", Place::line(words::sheet_lines(lang), row(answer.line)));
        let now = answer.spread.range.central;
        sheet.write_with_format(n, VALUE, Formula::new(value).set_result(plain(now)), number)?;
        let range = answer.spread.range;
        let kind = if answer.spread.is_exact() { Ends::Exact } else { Ends::P5P95 };
        if kind == Ends::P5P95 {
            for (column, end) in [(2, range.low), (3, range.high), (5, range.error)] {
                if end.is_finite() {
                    sheet.write_with_format(n, column, end, number)?;
                }
            }
        }
        sheet.write_with_format(n, 4, kind.key(), &look.text)?;
        sheet.write_with_format(n, 6, super::unit(lang, answer.unit), &look.text)?;
        sheet.write_with_format(n, 7, answer.year, &look.year)?;
        sheet.write_with_format(n, SAVED, now, number)?;
        let [value, saved] = [Place::here(n, VALUE), Place::here(n, SAVED)];
        let check = format!(
            "=IF(ABS({value}-{saved})>{MOVED}*ABS({saved}),\"{}\",\"\")",
            words::moved(lang).replace('"', "\"\"")
        );
        sheet.write_with_format(n, 9, Formula::new(check).set_result(""), &look.warn)?;
        sheet.write_with_format(n, 10, taken.not_included(answer.omissions), &look.text)?;
        sheet.write_with_format(n, 11, answer.asked.key(), &look.small)?;
    }
    Ok(())
}

fn lines(sheet: &mut Worksheet, taken: &Taken, places: &[Option<u32>], look: &Look) -> Result<(), XlsxError> {
    let lang = taken.lang();
    let head = [
        words::head_line(lang),
        words::column_name(lang),
        words::column_value(lang),
        words::column_unit(lang),
        words::head_expression(lang),
        words::column_sources(lang),
    ];
    begin(sheet, taken, look, words::note_lines(lang), &head, &[36.0, 60.0, 18.0, 18.0, 80.0, 30.0])?;
    for (i, (line, place)) in taken.lines.iter().zip(places).enumerate() {
        let n = row(i);
        sheet.write_with_format(n, 0, &line.line.name, &look.small)?;
        sheet.write_with_format(n, 1, label(lang, &line.line), &look.text)?;
        let formula = match place {
            Some(row) => format!("={}", Place::input(words::sheet_inputs(lang), *row)),
            None => format!("={}", written(&line.line.expression, row)),
        };
        let formula = Formula::new(formula).set_result(plain(line.line.value));
        sheet.write_with_format(n, WORKED, formula, look.number(line.line.unit))?;
        sheet.write_with_format(n, 3, super::unit(lang, line.line.unit), &look.text)?;
        sheet.write_with_format(n, 4, csv::guarded(&line.expression), &look.small)?;
        let ids: Vec<&str> = line.sources.iter().map(|s| s.id).collect();
        sheet.write_with_format(n, 5, ids.join("; "), &look.text)?;
    }
    Ok(())
}

fn limits(sheet: &mut Worksheet, taken: &Taken, look: &Look) -> Result<(), XlsxError> {
    let lang = taken.lang();
    let head = [words::column_key(lang), words::column_name(lang)];
    begin(sheet, taken, look, words::note_limits(lang), &head, &[30.0, 140.0])?;
    let mut n = FIRST;
    let mut put = |key: &str, text: &str| {
        sheet.write_with_format(n, 0, key, &look.small)?;
        sheet.write_with_format(n, 1, text, &look.text)?;
        n += 1;
        Ok::<_, XlsxError>(())
    };
    put("", words::head_omitted(lang))?;
    for one in taken.omissions() {
        put(one.key(), omission(lang, one))?;
    }
    put("", words::column_sources(lang))?;
    for source in &taken.sources {
        put(source.id, &taken.citation(source))?;
    }
    put("", words::about(lang))?;
    for (key, name, value) in taken.about() {
        put(key, &format!("{name}: {value}"))?;
    }
    Ok(())
}
