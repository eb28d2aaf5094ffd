//! The audits of claims: each row of `audits.csv` read, its units checked, and written out for the engine.
//!
//! A row sets one claim against something else by a rule: `divided` with `[claims/bc-ev-ndfeb-2026]; [claims/bc-ev-units-2026]`
//! against a claim in kg/unit. The rules' arithmetic is in the engine (`model::claims`); here stands what each accepts.
//!
//! A minus before an operand turns its sign, in sums: `-[claims/cicc-upstream-cfi]`.
//!
//! An operand is `[table/row]` (or one end of it, `[table/row.low]`), `param:key`, `model:answer@year?inputs=unit` or a
//! number with its unit, `12 month`.

use std::fmt::Write;

use crate::dimension::Dimension;
use crate::emit::camel;
use crate::rule::references;
use crate::table::{Row, Table};
use crate::{Package, Problem};

/// A rule by its name, with the least and the most operands that it takes.
const RULES: [(&str, usize, usize); 20] = [
    ("same", 1, 1),
    ("times", 2, 5),
    ("divided", 2, 5),
    ("share", 2, 2),
    ("change", 2, 2),
    ("changed", 2, 2),
    ("before", 2, 2),
    ("compound", 3, 3),
    ("yearly-growth", 3, 3),
    ("chain", 2, 8),
    ("sum", 2, 12),
    ("difference", 2, 2),
    ("group-growth", 4, 12),
    ("value-fall", 1, 1),
    ("response", 4, 4),
    ("rank", 2, 8),
    ("with-before", 2, 2),
    ("relative-growth", 2, 2),
    ("flow-growth", 2, 12),
    ("part-of-sum", 2, 12),
];

/// How a printed number is to be read.
pub const READINGS: [&str; 4] = ["is", "about", "at-least", "at-most"];

/// One operand, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Operand {
    /// Where it comes from, as Rust source.
    origin: String,
    /// Low, central, high in its own unit; zeros where the engine knows them.
    numbers: [f64; 3],
    /// Whether it was printed, and so rounded.
    printed: bool,
    unit: String,
    dimension: Dimension,
}

/// Checks all audits and conflicts.
pub fn check(package: &Package) -> Vec<Problem> {
    let table = package.table("audits");
    let mut problems: Vec<Problem> = table.rows.iter().filter_map(|row| read(package, table, row).err()).collect();
    let conflicts = package.table("conflicts");
    for row in &conflicts.rows {
        for id in conflicts.cell(row, "claim_ids").split(';').filter(|id| !id.is_empty()) {
            if package.table("claims").find(id).is_none() {
                problems.push(conflicts.problem(row, "claim_ids", format!("{id} is no row of claims.csv")));
            }
        }
    }
    problems
}

fn read(package: &Package, table: &Table, row: &Row) -> Result<(usize, Vec<Operand>, Dimension), Problem> {
    let fault = |column: &str, why: String| table.problem(row, column, why);
    let claims = package.table("claims");
    let id = table.cell(row, "claim_id");
    let place = claims.rows.iter().position(|r| claims.cell(r, "id") == id);
    let place = place.ok_or_else(|| fault("claim_id", "an id of claims.csv".into()))?;
    let rule = table.cell(row, "rule");
    let known = RULES.iter().find(|(name, ..)| *name == rule).ok_or_else(|| {
        let names: Vec<&str> = RULES.iter().map(|(name, ..)| *name).collect();
        fault("rule", format!("accepted: {}", names.join(", ")))
    })?;
    if !READINGS.contains(&table.cell(row, "reading")) {
        return Err(fault("reading", format!("accepted: {}", READINGS.join(", "))));
    }
    let conflict = table.cell(row, "conflict");
    if !conflict.is_empty() && package.table("conflicts").find(conflict).is_none() {
        return Err(fault("conflict", "an id of conflicts.csv, or nothing".into()));
    }
    let operands = table
        .cell(row, "operands")
        .split(';')
        .map(|text| operand(package, text.trim()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|why| fault("operands", why))?;
    if !(known.1..=known.2).contains(&operands.len()) {
        return Err(fault("operands", format!("{rule} takes {} to {} operands", known.1, known.2)));
    }
    let solve = table.cell(row, "solve");
    let known_parameter = package.table("parameters").find(solve).is_some()
        && operands.iter().any(|o| o.origin.starts_with("Origin::Model"));
    let is_place = solve.parse::<usize>().is_ok_and(|n| (1..=operands.len()).contains(&n));
    if !(solve.is_empty() || is_place || known_parameter) {
        return Err(fault(
            "solve",
            format!("the number of an operand, 1 to {}, or a parameter behind a model: operand", operands.len()),
        ));
    }
    let unit = claims.cell(&claims.rows[place], "unit");
    let own = Dimension::read(unit).ok_or_else(|| fault("claim_id", format!("the unit {unit} is not known")))?;
    let result = result(rule, &operands).map_err(|why| fault("operands", why))?;
    if !result.is_like(&own) {
        return Err(fault("operands", format!("operands whose {rule} is a quantity in {unit}, like the claim")));
    }
    Ok((place, operands, own))
}

/// The dimension that a rule makes of its operands.
fn result(rule: &str, operands: &[Operand]) -> Result<Dimension, String> {
    let of = |i: usize| &operands[i].dimension;
    let like = |i: usize, j: usize| {
        if of(i).is_like(of(j)) {
            Ok(())
        } else {
            Err(format!("{rule} needs like quantities, not {} and {}", operands[i].unit, operands[j].unit))
        }
    };
    let plain = |i: usize| {
        if of(i).is_like(&Dimension::none()) {
            Ok(())
        } else {
            Err(format!("{rule} needs a percentage or a plain number, not {}", operands[i].unit))
        }
    };
    let years = |i: usize| match of(i).is_like(&Dimension::none()) {
        false if operands[i].unit == "year" => Ok(()),
        _ => Err(format!("{rule} needs a number of years, not {}", operands[i].unit)),
    };
    match rule {
        "times" => Ok(operands[1..].iter().fold(of(0).clone(), |a, o| a.times(&o.dimension))),
        "divided" => Ok(operands[1..].iter().fold(of(0).clone(), |a, o| a.over(&o.dimension))),
        "share" | "change" => like(0, 1).map(|()| Dimension::none()),
        "changed" | "before" | "with-before" => plain(1).map(|()| of(0).clone()),
        "compound" => plain(1).and_then(|()| years(2)).map(|()| of(0).clone()),
        "yearly-growth" => like(0, 1).and_then(|()| years(2)).map(|()| Dimension::none()),
        "chain" | "value-fall" | "response" | "relative-growth" => {
            (0..operands.len()).try_for_each(plain).map(|()| Dimension::none())
        }
        "group-growth" => {
            (0..operands.len()).try_for_each(|i| if i % 2 == 0 { like(0, i) } else { plain(i) })?;
            if operands.len().is_multiple_of(2) {
                Ok(Dimension::none())
            } else {
                Err("pairs of a quantity and its change".into())
            }
        }
        "rank" | "flow-growth" | "part-of-sum" => {
            (1..operands.len()).try_for_each(|i| like(0, i)).map(|()| Dimension::none())
        }
        _ => (1..operands.len()).try_for_each(|i| like(0, i)).map(|()| of(0).clone()),
    }
}

fn operand(package: &Package, text: &str) -> Result<Operand, String> {
    if let Some(positive) = text.strip_prefix("-[") {
        let mut turned = operand(package, &format!("[{positive}"))?;
        turned.dimension.scale = -turned.dimension.scale;
        return Ok(turned);
    }
    let known = |unit: &str| Dimension::read(unit).ok_or_else(|| format!("the unit {unit} is not known"));
    if let Some(key) = text.strip_prefix("param:") {
        let table = package.table("parameters");
        let row = table.find(key).ok_or_else(|| format!("{key} is no row of parameters.csv"))?;
        let unit = table.cell(row, "unit").to_owned();
        let origin = format!("Origin::Param(Param::{})", camel(key));
        return Ok(Operand { origin, numbers: [0.0; 3], printed: false, dimension: known(&unit)?, unit });
    }
    if let Some(asked) = text.strip_prefix("model:") {
        let (asked, unit) = asked.rsplit_once('=').ok_or("model:answer@year?inputs=unit")?;
        let origin = format!("Origin::Model({asked:?})");
        return Ok(Operand { origin, numbers: [0.0; 3], printed: false, dimension: known(unit)?, unit: unit.into() });
    }
    if let Some(reference) = references(text).pop() {
        return row(package, &reference.table, &reference.row, &reference.column);
    }
    let (number, unit) =
        text.split_once(' ').ok_or_else(|| format!("{text}: a number with its unit, like 12 month"))?;
    let number = number.parse::<f64>().map_err(|_| format!("{number}: a number like 12.5"))?;
    let numbers = [number; 3];
    Ok(Operand {
        origin: "Origin::Literal".into(),
        numbers,
        printed: false,
        dimension: known(unit)?,
        unit: unit.into(),
    })
}

fn row(package: &Package, table_name: &str, id: &str, column: &str) -> Result<Operand, String> {
    let table = package.table(table_name);
    let row = table.find(id).ok_or_else(|| format!("{table_name}/{id} is no row of the package"))?;
    let at = |column: &str| table.number(row, column);
    let numbers = if column.is_empty() {
        let middle = ["central", "value", "share"].into_iter().find_map(at);
        let (low, high) = (at("low").or(middle), at("high").or(middle));
        let middle = middle.or_else(|| low.zip(high).map(|(a, b)| f64::midpoint(a, b)));
        low.zip(middle).zip(high).map(|((low, middle), high)| [low, middle, high])
    } else {
        at(column).map(|n| [n; 3])
    };
    let numbers = numbers.ok_or_else(|| format!("{table_name}/{id} has no number {column}"))?;
    let unit = table.cell(row, "unit").to_owned();
    let dimension = Dimension::read(&unit).ok_or_else(|| format!("{table_name}/{id}: the unit {unit} is not known"))?;
    let origin = match table_name {
        "claims" => {
            let place = table.rows.iter().position(|r| r.line == row.line).unwrap_or_default();
            format!("Origin::Claim({place})")
        }
        _ => format!("Origin::Row({table_name:?}, {id:?}, {:?})", table.cell(row, "source_id")),
    };
    Ok(Operand { origin, numbers, printed: true, unit, dimension })
}

/// The module of all audits as Rust source.
///
/// # Errors
/// A row that cannot be read; [`Package::read`] has found it before.
pub fn module(package: &Package) -> Result<String, Problem> {
    let table = package.table("audits");
    let mut out = String::from("// Written by lodestone-tables from static-data/audits.csv. Do not edit.\n");
    let _ = writeln!(out, "/// Every audit, in file order.\npub static AUDITS: [Audit; {}] = [", table.rows.len());
    for row in &table.rows {
        let (claim, operands, own) = read(package, table, row)?;
        let cell = |c: &str| table.cell(row, c);
        let _ = write!(
            out,
            "    Audit {{ id: {:?}, claim: {claim}, scale: {:?}, rule: Rule::{}, reading: Reading::{}, solve: {:?}, conflict: {:?}, operands: &[",
            cell("id"),
            own.scale,
            camel(cell("rule")),
            camel(cell("reading")),
            cell("solve"),
            cell("conflict"),
        );
        for o in &operands {
            let _ = write!(
                out,
                "Operand {{ origin: {}, numbers: {:?}, printed: {}, unit: {:?}, scale: {:?} }}, ",
                o.origin, o.numbers, o.printed, o.unit, o.dimension.scale
            );
        }
        out.push_str("] },\n");
    }
    out.push_str("];\n");
    claim_inputs(package, &mut out)?;
    Ok(out)
}

/// The claims whose numbers an input can hold: those that a row of `alternatives.csv` rests on alone.
fn claim_inputs(package: &Package, out: &mut String) -> Result<(), Problem> {
    let (table, claims) = (package.table("alternatives"), package.table("claims"));
    let mut items = Vec::new();
    for row in &table.rows {
        let cells = ["low", "central", "high"].map(|c| table.cell(row, c));
        let mut rows: Vec<_> = cells.into_iter().flat_map(references).map(|r| (r.table, r.row)).collect();
        rows.dedup();
        let [(from, id)] = &rows[..] else { continue };
        let Some(place) = claims.rows.iter().position(|r| from == "claims" && claims.cell(r, "id") == id) else {
            continue;
        };
        let mut numbers = [0.0; 3];
        for (number, column) in numbers.iter_mut().zip(["low", "central", "high"]) {
            *number = crate::rule::value(package, table, row, column)?.unwrap_or(0.0);
        }
        items.push(format!("    ({place}, Param::{}, {numbers:?}),\n", camel(table.cell(row, "parameter"))));
    }
    let _ = write!(
        out,
        "/// Claims whose numbers an input can hold: claim, input, low–central–high in the input's unit.\npub static CLAIM_INPUTS: [(usize, Param, [f64; 3]); {}] = [\n{}];\n",
        items.len(),
        items.concat()
    );
    Ok(())
}
