//! The rules by which a default is derived from rows: arithmetic on references.
//!
//! A cell is a number, or an expression such as `[claims/cicc-robots-2024]*1000` in which `[table/row]` stands for that
//! row's central value (`[table/row.low]` for another column), or one of `min(…)`, `max(…)`, `median(…)` over a list, or
//! `spearman(… ; …)`: the rank correlation of two lists of equal length.
//! So no figure is typed twice, and a default always says which rows it comes from.

use std::collections::BTreeMap;

use crate::table::{Row, Table};
use crate::{Package, Problem};

/// A reference to a row of another table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// Table name.
    pub table: String,
    /// Key of the row.
    pub row: String,
    /// Column that is read.
    pub column: String,
}

/// The numbers of a parameter, worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct Values {
    /// Whether the parameter has a default at all.
    pub set: bool,
    /// Low end of the default's range.
    pub low: f64,
    /// The default.
    pub central: f64,
    /// High end of the default's range.
    pub high: f64,
    /// Lowest and highest value that the evidence holds; `None` where it holds nothing.
    pub evidence: Option<(f64, f64)>,
    /// Ends of the slider.
    pub slider: (f64, f64),
    /// Lowest value that makes sense.
    pub possible_min: f64,
    /// Whether the lowest value itself is excluded.
    pub above_min: bool,
    /// Highest value that makes sense.
    pub possible_max: f64,
}

/// Works out the numbers of one row of `parameters.csv`.
///
/// # Errors
/// An expression that cannot be read, or a limit that is no number.
pub fn values(package: &Package, table: &Table, row: &Row) -> Result<Values, Problem> {
    let limit = |column: &str| {
        let text = table.cell(row, column);
        let bare = text.strip_prefix('>').unwrap_or(text);
        bare.parse::<f64>().map_err(|_| table.problem(row, column, "a number, or > and a number"))
    };
    let plain = |column: &str| table.number(row, column).unwrap_or(0.0);
    let [low, central, high] = ["low", "central", "high"].map(|column| value(package, table, row, column));
    let (low, central, high) = (low?, central?, high?);
    if low.is_some() != central.is_some() || central.is_some() != high.is_some() {
        return Err(table.problem(row, "central", "low, central and high together, or none of them"));
    }
    let slider = (plain("slider_min"), plain("slider_max"));
    let unset = slider.0.max(0.0);
    Ok(Values {
        set: central.is_some(),
        low: low.unwrap_or(unset),
        central: central.unwrap_or(unset),
        high: high.unwrap_or(unset),
        evidence: evidence(package, table, row),
        slider,
        possible_min: limit("possible_min")?,
        above_min: table.cell(row, "possible_min").starts_with('>'),
        possible_max: limit("possible_max")?,
    })
}

/// The lowest and the highest figure for an input: those of its row, and what a source states of it. What was worked out
/// from something else, contained neodymium for example, is drawn beside them and is no evidence.
fn evidence(package: &Package, table: &Table, row: &Row) -> Option<(f64, f64)> {
    let typed = table.number(row, "evidence_low").zip(table.number(row, "evidence_high"))?;
    let alternatives = package.table("alternatives");
    let of = |r: &&Row| {
        let cell = |c: &str| alternatives.cell(r, c);
        let mut rows: Vec<_> = ["low", "central", "high"].iter().flat_map(|c| references(cell(c))).collect();
        rows.dedup_by(|a, b| (&a.table, &a.row) == (&b.table, &b.row));
        cell("parameter") == table.cell(row, "id") && cell("grade") != "low" && rows.len() == 1
    };
    let said = alternatives.rows.iter().filter(of).flat_map(|r| {
        // A row that cannot be worked out is refused elsewhere.
        ["low", "high"].map(|c| value(package, alternatives, r, c).ok().flatten())
    });
    Some(said.flatten().fold(typed, |(low, high), x| (low.min(x), high.max(x))))
}

/// Works out one cell; `None` where it is empty.
///
/// # Errors
/// A reference to nothing, or an expression that is no arithmetic.
pub fn value(package: &Package, table: &Table, row: &Row, column: &str) -> Result<Option<f64>, Problem> {
    let text = table.cell(row, column).trim();
    if text.is_empty() {
        return Ok(None);
    }
    let fault = |why: String| table.problem(row, column, why);
    for (name, fold) in [("min(", min as fn(&mut [f64]) -> f64), ("max(", max), ("median(", median)] {
        if let Some(list) = text.strip_prefix(name).and_then(|t| t.strip_suffix(')')) {
            let mut numbers =
                list.split(',').map(|e| arithmetic(package, e)).collect::<Result<Vec<_>, _>>().map_err(fault)?;
            return Ok(Some(fold(&mut numbers)));
        }
    }
    if let Some(lists) = text.strip_prefix("spearman(").and_then(|t| t.strip_suffix(')')) {
        let read = |list: &str| list.split(',').map(|e| arithmetic(package, e)).collect::<Result<Vec<_>, _>>();
        let (one, other) = lists.split_once(';').ok_or_else(|| fault("spearman needs two lists, ; between".into()))?;
        return spearman(&read(one).map_err(fault)?, &read(other).map_err(fault)?).map(Some).map_err(fault);
    }
    arithmetic(package, text).map(Some).map_err(fault)
}

/// Rank correlation: the correlation of the ranks, equal values sharing the mean of theirs.
fn spearman(one: &[f64], other: &[f64]) -> Result<f64, String> {
    if one.len() != other.len() || one.len() < 3 {
        return Err("spearman needs two lists of equal length, three numbers at least".into());
    }
    let ranks = |all: &[f64]| -> Vec<f64> {
        let below = |x: f64| all.iter().filter(|y| **y < x).count() as f64;
        let same = |x: f64| all.iter().filter(|y| **y == x).count() as f64;
        // Centred: the mean rank is zero.
        all.iter().map(|x| below(*x) + (same(*x) - all.len() as f64) / 2.0).collect()
    };
    let (a, b) = (ranks(one), ranks(other));
    let product = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| x * y).sum::<f64>();
    let spread = product(&a, &a) * product(&b, &b);
    if spread > 0.0 { Ok(product(&a, &b) / spread.sqrt()) } else { Err("spearman needs lists that vary".into()) }
}

/// The text of a cell with each expression in braces replaced by its number; the text itself where it has none.
///
/// # Errors
/// A brace that is not closed, or an expression that cannot be worked out.
pub fn filled(package: &Package, table: &Table, row: &Row, column: &str) -> Result<String, Problem> {
    let fault = |why: String| table.problem(row, column, why);
    let mut out = String::new();
    let mut rest = table.cell(row, column);
    while let Some((before, after)) = rest.split_once('{') {
        let (inside, after) = after.split_once('}').ok_or_else(|| fault("an expression ends with }".into()))?;
        out.push_str(before);
        out.push_str(&format!("{:?}", arithmetic(package, inside).map_err(fault)?));
        rest = after;
    }
    Ok(out + rest)
}

/// The references in a cell, in the order in which they stand.
#[must_use]
pub fn references(text: &str) -> Vec<Reference> {
    text.split('[')
        .skip(1)
        .filter_map(|t| t.split_once(']').map(|(inside, _)| inside))
        .filter_map(|inside| {
            let (table, rest) = inside.split_once('/')?;
            let (row, column) = rest.rsplit_once('.').unwrap_or((rest, ""));
            Some(Reference { table: table.into(), row: row.into(), column: column.into() })
        })
        .collect()
}

/// The alloys: for each its elements and shares, the one marked `rest` filled in.
///
/// # Errors
/// A share that cannot be worked out.
pub fn alloys(package: &Package) -> Result<BTreeMap<String, Vec<(String, f64)>>, Problem> {
    let table = package.table("alloys");
    let mut alloys: BTreeMap<String, Vec<(String, f64)>> = BTreeMap::new();
    let is_rest = |row: &Row| table.cell(row, "share") == "rest";
    for row in table.rows.iter().filter(|r| !is_rest(r)) {
        let share = value(package, table, row, "share")?.unwrap_or(0.0);
        let parts = alloys.entry(table.cell(row, "alloy").into()).or_default();
        parts.push((table.cell(row, "element").into(), share));
    }
    for row in table.rows.iter().filter(|r| is_rest(r)) {
        let parts = alloys.entry(table.cell(row, "alloy").into()).or_default();
        let rest = 1.0 - parts.iter().map(|(_, share)| share).sum::<f64>();
        parts.push((table.cell(row, "element").into(), rest));
    }
    Ok(alloys)
}

fn arithmetic(package: &Package, text: &str) -> Result<f64, String> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let (inside, after) = after.split_once(']').ok_or("a reference ends with ]")?;
        let reference = references(&format!("[{inside}]")).pop().ok_or("a reference reads [table/row]")?;
        plain.push_str(before);
        // Without an exponent, which the reader of arithmetic does not know.
        plain.push_str(&format!("({})", look_up(package, &reference)?));
        rest = after;
    }
    plain.push_str(rest);
    let number = exmex::eval_str::<f64>(&plain).map_err(|e| format!("arithmetic is needed here ({e})"))?;
    if number.is_finite() { Ok(number) } else { Err("the result must be a finite number".into()) }
}

fn look_up(package: &Package, reference: &Reference) -> Result<f64, String> {
    let table = package.table(&reference.table);
    let name = format!("{}/{}", reference.table, reference.row);
    let row = table.find(&reference.row).ok_or_else(|| format!("{name} is no row of the package"))?;
    let columns: &[&str] =
        if reference.column.is_empty() { &["central", "value", "share"] } else { &[&reference.column] };
    columns
        .iter()
        .find_map(|column| table.number(row, column))
        .ok_or_else(|| format!("{name} has no number in {}", columns.join(", ")))
}

fn min(numbers: &mut [f64]) -> f64 {
    numbers.iter().copied().fold(f64::INFINITY, f64::min)
}

fn max(numbers: &mut [f64]) -> f64 {
    numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

fn median(numbers: &mut [f64]) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    if numbers.len() % 2 == 1 { numbers[middle] } else { (numbers[middle - 1] + numbers[middle]) / 2.0 }
}
