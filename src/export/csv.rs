//! A result as one table (CSV, RFC 4180): a record an input, choice, shock, answer, limit and source. It reads back to the
//! same state, to the bit ([`super::import`]).
//!
//! Names of columns and kinds are those of the file in every language; the record below them says in the reader's language
//! what stands in each. A program for tables writes numbers anew as it likes: what an input is set to stands as text beside
//! its number, in the column `setting`, which no such program touches.

use ::csv::{Terminator, WriterBuilder};
use lodestone_model::inputs::assign;
use lodestone_model::uncertainty::QUANTILES;

use super::inputs::{Ends, Input};
use super::{Answer, Taken, shocks};
use crate::cite::Work;
use crate::format::plain;
use crate::formula;
use crate::labels;
use crate::link;
use crate::text::{export as words, parameters};

/// The columns, in their order.
pub const COLUMNS: [&str; 21] = [
    "kind", "key", "name", "value", "low", "high", "range", "error", "p1", "p10", "p50", "p90", "p99", "unit", "year",
    "set", "setting", "date", "grade", "sources", "note",
];
/// The quantiles that have a column; the 5th and the 95th percentile are low and high.
const SHOWN: [f64; 5] = [0.01, 0.1, 0.5, 0.9, 0.99];
/// Marks a file whose text is UTF-8, for programs that would take it for something else.
pub const BOM: &str = "\u{feff}";
/// What a cell of ours must not begin with, or a program for tables takes it for a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
/// Stands before such a text.
const GUARD: char = '\'';

/// What a record is about.
pub(super) mod kind {
    /// Says what stands in the columns.
    pub const TITLE: &str = "title";
    /// The file itself: version, link, licence.
    pub const ABOUT: &str = "about";
    /// What is looked at, and how ranges are drawn.
    pub const VIEW: &str = "view";
    /// An input with its value.
    pub const INPUT: &str = "input";
    /// A choice.
    pub const CHOICE: &str = "choice";
    /// A list of shocks that was given.
    pub const SHOCKS: &str = "shocks";
    /// One shock in force, in words.
    pub const SHOCK: &str = "shock";
    /// Units of an application in a year.
    pub const UNITS: &str = "units";
    /// A figure.
    pub const ANSWER: &str = "answer";
    /// What the figures do not include.
    pub const LIMIT: &str = "limit";
    /// A source.
    pub const SOURCE: &str = "source";
    /// All of them.
    pub const ALL: [&str; 11] = [TITLE, ABOUT, VIEW, INPUT, CHOICE, SHOCKS, SHOCK, UNITS, ANSWER, LIMIT, SOURCE];
}

/// A record, its cells by their columns.
#[derive(Default)]
struct Record([String; COLUMNS.len()]);

impl Record {
    fn new(kind: &str, key: &str, name: &str) -> Self {
        Self::default().text("kind", kind).text("key", key).text("name", name)
    }

    /// A text, which no program may take for a formula.
    fn text(self, column: &str, text: &str) -> Self {
        self.put(column, guarded(text))
    }

    fn number(self, column: &str, value: f64) -> Self {
        self.put(column, if value.is_finite() { plain(value) } else { String::new() })
    }

    fn put(mut self, column: &str, text: String) -> Self {
        if let Some(place) = COLUMNS.iter().position(|c| *c == column) {
            self.0[place] = text;
        }
        self
    }
}

/// A text as it stands in a cell.
pub(super) fn guarded(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("{GUARD}{text}") } else { text.to_owned() }
}

/// The text of a cell without what [`guarded`] put before it.
pub(super) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix(GUARD).filter(|rest| rest.starts_with(FORMULA)).unwrap_or(cell)
}

/// The table.
///
/// # Errors
/// What the writer reports.
pub fn write(taken: &Taken) -> Result<String, ::csv::Error> {
    let mut out = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    out.write_record(COLUMNS)?;
    for Record(cells) in records(taken) {
        out.write_record(cells)?;
    }
    let bytes = out.into_inner().map_err(|e| e.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn records(taken: &Taken) -> Vec<Record> {
    let lang = taken.lang();
    let inputs = &taken.subject.state.inputs;
    let mut all = vec![titles(taken)];
    for (key, name, value) in taken.about() {
        all.push(Record::new(kind::ABOUT, key, name).text("value", &value));
    }
    for (key, name, value) in views(taken) {
        let record = Record::new(kind::VIEW, key, name).put("value", value.clone()).text("range", Ends::Exact.key());
        all.push(record.text("setting", &format!("{key}={value}")));
    }
    all.extend(taken.inputs.iter().map(|i| input(taken, i)));
    let described = labels::choices();
    let usual = assign::in_force(&lodestone_model::inputs::Choices::default());
    for ((key, value), (_, default)) in assign::in_force(&inputs.choices).into_iter().zip(usual) {
        let word = described.iter().find(|c| c.key == key);
        let name = word.map_or(key, |w| (w.label)(lang));
        let note = word.map_or("", |w| (w.variant)(lang, value));
        let record = Record::new(kind::CHOICE, key, name).text("value", value).text("set", set(value != default));
        all.push(record.text("setting", &format!("{key}={value}")).text("note", note));
    }
    for (application, year, units) in inputs.all_units() {
        let key = format!("units.{}.{year}", application.key());
        let record = Record::new(kind::UNITS, &key, labels::application(lang, application)).number("value", units);
        let record = record.text("range", Ends::Exact.key()).text("unit", labels::counted(lang, application));
        let record = record.text("year", &year.to_string()).text("set", set(true));
        all.push(record.text("setting", &format!("{key}={units}")));
    }
    if let Some(listed) = &inputs.shocks {
        let list = listed.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
        let record = Record::new(kind::SHOCKS, "shocks", words::shocks(lang)).text("value", &list);
        all.push(record.text("set", set(true)).text("setting", &format!("shocks={list}")));
    }
    for (n, listed) in (1..).zip(shocks::in_force(inputs)) {
        let n: i32 = n;
        let record = Record::new(kind::SHOCK, &n.to_string(), &shocks::said(lang, &listed));
        all.push(record.text("value", &listed.to_string()).text("range", Ends::Exact.key()));
    }
    all.extend(taken.answers.iter().map(|a| answer(taken, a)));
    for omission in taken.omissions() {
        let of = taken.answers.iter().filter(|a| a.omissions.contains(&omission)).map(|a| a.asked.key());
        let of: Vec<String> = of.collect();
        let record = Record::new(kind::LIMIT, omission.key(), formula::omission(lang, omission));
        all.push(record.text("note", &of.join("; ")));
    }
    for source in &taken.sources {
        let work = Work::of(source, lang);
        let record = Record::new(kind::SOURCE, source.id, &taken.citation(source)).text("date", source.date);
        let record = record.text("grade", crate::text::grades::label(lang, source.grade));
        all.push(record.text("value", work.url.as_deref().unwrap_or_default()));
    }
    all
}

/// What stands in the columns, in the reader's language.
fn titles(taken: &Taken) -> Record {
    let lang = taken.lang();
    let word = |column: &str| match column {
        "key" => words::column_key(lang),
        "name" => words::column_name(lang),
        "value" => words::column_value(lang),
        "low" => words::column_low(lang),
        "high" => words::column_high(lang),
        "range" => words::column_range(lang),
        "error" => words::column_error(lang),
        "p1" => words::column_p1(lang),
        "p10" => words::column_p10(lang),
        "p50" => words::column_p50(lang),
        "p90" => words::column_p90(lang),
        "p99" => words::column_p99(lang),
        "unit" => words::column_unit(lang),
        "year" => words::column_year(lang),
        "set" => words::column_set(lang),
        "setting" => words::column_setting(lang),
        "date" => words::column_date(lang),
        "grade" => words::column_grade(lang),
        "sources" => words::column_sources(lang),
        _ => words::column_note(lang),
    };
    COLUMNS.iter().skip(1).fold(Record::default().text("kind", kind::TITLE), |r, c| r.text(c, word(c)))
}

/// What is looked at, and how ranges are drawn, whether or not it is the usual.
pub(super) fn views(taken: &Taken) -> Vec<(&'static str, &'static str, String)> {
    let lang = taken.lang();
    let state = &taken.subject.state;
    let words = [
        words::view_year(lang),
        words::view_motor_axis(lang),
        words::view_turbine_axis(lang),
        words::view_weigh(lang),
        words::view_seed(lang),
        words::view_draws(lang),
    ];
    link::views(state).into_iter().zip(words).map(|((key, value), word)| (key, word, value)).collect()
}

fn set(by_reader: bool) -> &'static str {
    if by_reader { "reader" } else { "default" }
}

fn input(taken: &Taken, input: &Input) -> Record {
    let (lang, spec) = (taken.lang(), input.param.spec());
    let record = Record::new(kind::INPUT, spec.key, parameters::label(lang, input.param));
    let record = record.number("value", input.value.unwrap_or(f64::NAN)).text("range", input.kind.key());
    let record = match input.ends {
        Some((low, high)) => record.number("low", low).number("high", high),
        None => record,
    };
    let record = record.text("unit", &super::unit(lang, spec.unit.key())).text("set", set(input.set.is_some()));
    let Some(text) = &input.set else {
        let ids: Vec<&str> = input.sources.iter().map(|s| s.id).collect();
        let record = record.text("date", spec.date).text("grade", crate::text::grades::label(lang, spec.grade));
        return record.text("sources", &ids.join("; "));
    };
    record.text("setting", &format!("{}={text}", spec.key))
}

fn answer(taken: &Taken, answer: &Answer) -> Record {
    let (lang, range) = (taken.lang(), answer.spread.range);
    let mut record = Record::new(kind::ANSWER, &answer.asked.key(), &answer.name).number("value", range.central);
    if answer.spread.is_exact() {
        record = record.text("range", Ends::Exact.key());
    } else {
        record = record.text("range", Ends::P5P95.key()).number("low", range.low).number("high", range.high);
        record = record.number("error", range.error);
        for (p, value) in answer.spread.each().filter(|(p, _)| SHOWN.contains(p)) {
            record = record.number(&format!("p{}", plain((p * 100.0).round())), value);
        }
    }
    let record = record.text("unit", &super::unit(lang, answer.unit)).text("year", &answer.year.to_string());
    record.text("note", &taken.not_included(answer.omissions))
}

const _: () = assert!(QUANTILES.len() == SHOWN.len() + 2);

/// The release of the file, for whoever reads it.
pub(super) const RELEASE_KEY: &str = "release";
/// The result that its link carries.
pub(super) const RESULT_KEY: &str = "result";
