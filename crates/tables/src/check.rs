//! What every row must obey beyond its column: known sources, ordered ranges, shares within bounds, alloys that add up.

use std::collections::BTreeMap;

use crate::rule::{self, Values};
use crate::schema::Formula;
use crate::table::{Row, Table};
use crate::{Package, Problem, yearly};

/// How far the shares of an alloy may miss 1: rounding of the arithmetic, nothing else.
const ADDS_UP: f64 = 1e-9;

/// Checks rows one by one.
pub fn rows(package: &Package) -> Vec<Problem> {
    let sources = package.table("sources");
    let mut problems = Vec::new();
    for (name, table) in &package.tables {
        for row in &table.rows {
            if name != "sources" && sources.find(table.cell(row, "source_id")).is_none() {
                problems.push(table.problem(row, "source_id", "a source_id of sources.csv"));
            }
            problems.extend(order(table, row));
            problems.extend(both_ends(table, row));
            problems.extend(bounds(name, table, row));
        }
    }
    problems
}

/// Checks what is derived from rows: defaults, their limits, alloys and series.
pub fn derived(package: &Package) -> Vec<Problem> {
    let mut problems = Vec::new();
    let parameters = package.table("parameters");
    for row in &parameters.rows {
        match rule::values(package, parameters, row) {
            Ok(values) => problems.extend(limits(parameters, row, &values)),
            Err(problem) => problems.push(problem),
        }
    }
    let series = package.table("series");
    for row in &series.rows {
        match rule::value(package, series, row, "value") {
            Ok(Some(v)) if v >= 0.0 => {}
            Ok(_) => problems.push(series.problem(row, "value", "a number of 0 or more")),
            Err(problem) => problems.push(problem),
        }
        problems.extend(yearly::interval(series, row));
    }
    for table in package.tables.values() {
        let columns = |formula| table.fields.iter().filter(move |f| f.formula == formula);
        for row in &table.rows {
            let numbers = columns(Formula::Expression).map(|f| rule::value(package, table, row, &f.name).map(drop));
            let texts = columns(Formula::Template).map(|f| rule::filled(package, table, row, &f.name).map(drop));
            problems.extend(numbers.chain(texts).filter_map(Result::err));
        }
    }
    let alternatives = package.table("alternatives");
    for row in &alternatives.rows {
        problems.extend(alternative(package, alternatives, row));
    }
    match rule::alloys(package) {
        Ok(alloys) => problems.extend(sums(package.table("alloys"), &alloys)),
        Err(problem) => problems.push(problem),
    }
    problems
}

/// What a source says of an input is in the input's unit and possible for it.
fn alternative(package: &Package, table: &Table, row: &Row) -> Option<Problem> {
    let parameters = package.table("parameters");
    let Some(of) = parameters.find(table.cell(row, "parameter")) else {
        return Some(table.problem(row, "parameter", "an id of parameters.csv"));
    };
    if table.cell(row, "unit") != parameters.cell(of, "unit") {
        return Some(table.problem(row, "unit", parameters.cell(of, "unit")));
    }
    let limits = rule::values(package, parameters, of).ok()?;
    let [low, central, high] = ["low", "central", "high"].map(|c| rule::value(package, table, row, c).ok().flatten());
    let (low, central, high) = (low?, central?, high?);
    if low > central || central > high {
        return Some(table.problem(row, "low", format!("low {low}, central {central}, high {high} in this order")));
    }
    if low < limits.possible_min || high > limits.possible_max {
        let (from, to) = (limits.possible_min, limits.possible_max);
        return Some(table.problem(row, "low", format!("values that are possible for the input: {from} to {to}")));
    }
    None
}

/// low ≤ central ≤ high, wherever a row has them as plain numbers.
fn order(table: &Table, row: &Row) -> Option<Problem> {
    let [low, central, high] = ["low", "central", "high"].map(|c| table.number(row, c));
    let above = |a: Option<f64>, b: Option<f64>| matches!((a, b), (Some(a), Some(b)) if a > b);
    if above(low, central) || above(low, high) {
        Some(table.problem(row, "low", "low may not be above central or high"))
    } else if above(central, high) {
        Some(table.problem(row, "central", "central may not be above high"))
    } else {
        None
    }
}

/// An evidence range has two ends or none.
fn both_ends(table: &Table, row: &Row) -> Option<Problem> {
    let ends = ["evidence_low", "evidence_high"];
    let missing = ends.map(|c| table.cell(row, c).is_empty());
    let at = missing.iter().position(|m| *m).filter(|_| missing[0] != missing[1])?;
    Some(table.problem(row, ends[at], "a value is needed here as long as the other end has one"))
}

/// Shares of a whole lie between 0 and 1, or between 0 and 100 where the table counts in percent.
fn bounds(name: &str, table: &Table, row: &Row) -> Option<Problem> {
    let whole = match table.cell(row, "unit") {
        "share" => 1.0,
        "percent" if matches!(name, "composition" | "concentration") => 100.0,
        _ => return None,
    };
    ["low", "central", "high", "share", "value"].into_iter().find_map(|column| {
        let n = table.number(row, column)?;
        (!(0.0..=whole).contains(&n)).then(|| table.problem(row, column, format!("a share between 0 and {whole}")))
    })
}

/// A default lies in its own range, the range in what is possible, a share in 0–1.
fn limits(table: &Table, row: &Row, v: &Values) -> Option<Problem> {
    let possible = |n: f64| n <= v.possible_max && (n > v.possible_min || (!v.above_min && n >= v.possible_min));
    if v.low > v.central || v.central > v.high {
        let found = format!("low {}, central {}, high {} are in the wrong order", v.low, v.central, v.high);
        return Some(table.problem(row, "low", found));
    }
    for (column, n) in [("low", v.low), ("high", v.high), ("slider_min", v.slider.0), ("slider_max", v.slider.1)] {
        let at_edge = column.starts_with("slider");
        if !(possible(n) || at_edge && n == v.possible_min) {
            return Some(table.problem(row, column, format!("{n} is not possible here")));
        }
    }
    if v.evidence.is_some_and(|(low, high)| low > high) || v.slider.0 >= v.slider.1 {
        return Some(table.problem(row, "slider_min", "evidence and slider ranges run from low to high"));
    }
    if table.cell(row, "unit") == "share" && !(0.0..=1.0).contains(&v.low) | !(0.0..=1.0).contains(&v.high) {
        return Some(table.problem(row, "central", format!("a share between 0 and 1, not {} to {}", v.low, v.high)));
    }
    None
}

/// The shares of every alloy add to 1, and none is negative.
fn sums(table: &Table, alloys: &BTreeMap<String, Vec<(String, f64)>>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, parts) in alloys {
        let sum: f64 = parts.iter().map(|(_, share)| share).sum();
        let wrong = (sum - 1.0).abs() > ADDS_UP || parts.iter().any(|(_, share)| *share < 0.0);
        let row = table.rows.iter().find(|r| table.cell(r, "alloy") == name);
        if let (true, Some(row)) = (wrong, row) {
            let accepted = format!("the shares of alloy {name} must add to 1, each 0 or more; they add to {sum}");
            problems.push(table.problem(row, "share", accepted));
        }
    }
    problems
}
