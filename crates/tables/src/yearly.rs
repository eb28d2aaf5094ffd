//! Units by year: what the model reads of them, how old each figure is, and what other sources say of the same year.
//!
//! The scenario [`BESIDE`] holds the last: they are drawn beside the others, and count only where a reader chooses one. So
//! they and the dates are lists of their own, which a program that does not show them does not carry.

use crate::emit::{aged, camel, cited, distinct, enumeration, grade, list};
use crate::table::{Row, Table};
use crate::{Package, Problem, rule};

/// The scenario of figures that stand beside those of the model.
pub const BESIDE: &str = "beside";
/// The scenario of years that have been counted.
const HISTORY: &str = "history";

/// Whether the model reads a row of `series.csv` without being asked to.
pub fn is_read(table: &Table, row: &Row) -> bool {
    table.cell(row, "scenario") != BESIDE
}

/// A review interval of 0 is for the past alone: a year that is over, of which a later one has been counted since, stays as
/// it is. The newest count and whatever is said of years to come have to be looked at again.
pub fn interval(table: &Table, row: &Row) -> Option<Problem> {
    let year = |r: &Row| table.number(r, "year").unwrap_or_default();
    let counted = |r: &&Row| table.cell(r, "scenario") == HISTORY;
    let same = |r: &&Row| table.cell(r, "series") == table.cell(row, "series");
    let newest = table.rows.iter().filter(counted).filter(same).map(year).fold(f64::NEG_INFINITY, f64::max);
    let past = year(row) < newest && [HISTORY, BESIDE].contains(&table.cell(row, "scenario"));
    let months = table.number(row, "review_months").unwrap_or_default();
    if past && months != 0.0 {
        return Some(table.problem(row, "review_months", "0, as a later year has been counted since"));
    }
    let wanted = "months above 0: the newest count and what is said of years to come have to be looked at again";
    (!past && months <= 0.0).then(|| table.problem(row, "review_months", wanted))
}

/// Writes the lists.
pub fn write(out: &mut String, package: &Package) -> Result<(), Problem> {
    let table = package.table("series");
    let (mut points, mut dates, mut beside) = (Vec::new(), Vec::new(), Vec::new());
    for row in &table.rows {
        let value = rule::value(package, table, row, "value")?.unwrap_or(0.0);
        let of = format!("series: Series::{}", camel(table.cell(row, "series")));
        let year = table.cell(row, "year");
        let cell = |c: &str| format!("{:?}", table.cell(row, c));
        let (date, months) = (table.cell(row, "date"), table.cell(row, "review_months"));
        let old = aged(&package.version, date, months.parse().unwrap_or(0.0));
        let dated = format!("Dated {{ date: {date:?}, review_months: {months}, aged: {old} }}");
        if is_read(table, row) {
            points.push(format!(
                "Point {{ {of}, scenario: Scenario::{}, year: {year}, value: {value:?}, grade: {}, sources: &{:?} }}",
                camel(table.cell(row, "scenario")),
                grade(table, row),
                cited(package, table.cell(row, "source_id").into(), [table.cell(row, "value")])
            ));
            dates.push(dated);
        } else {
            beside.push(format!(
                "Beside {{ {of}, application: {}, year: {year}, value: {value:?}, dated: {dated}, source_id: {}, note: [{}, {}, {}] }}",
                cell("application"),
                cell("source_id"),
                cell("note"),
                cell("note_ko"),
                cell("note_zh_hans")
            ));
        }
    }
    enumeration(out, "A row of yearly units.", "Series", distinct(table, "series"));
    let mut scenarios = distinct(table, "scenario");
    scenarios.retain(|s| s != BESIDE);
    enumeration(out, "Where a yearly figure comes from.", "Scenario", scenarios);
    list(out, "/// Units per year, in file order.", "POINTS", "Point", points);
    list(out, "/// How old each of [`POINTS`] is, in the same order.", "DATES", "Dated", dates);
    list(out, "/// What other sources say of a year, in file order.", "BESIDE", "Beside", beside);
    Ok(())
}
