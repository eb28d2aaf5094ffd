//! A table as JSON, for programs that read no CSV: numbers as numbers, empty cells as null, and expressions worked out.
//!
//! A column that may hold an expression has the number under its own name and, under that name with `_rule`, the cell as
//! it stands in the CSV; null where that is the number itself. Not here: where files go.

use serde_json::{Value, json};

use crate::rule;
use crate::schema::{Field, Formula, Kind};
use crate::table::{Row, Table};
use crate::{Package, Problem};

/// Columns that hold expressions without saying so in `datapackage.json`: the tables in a form of their own.
const EXPRESSIONS: [(&str, &[&str]); 3] = [
    ("parameters", &["low", "central", "high", "possible_min", "possible_max"]),
    ("alloys", &["share"]),
    ("series", &["value"]),
];

/// The table called `name`: an array of objects, a row a line, in the order of the file.
///
/// # Errors
/// A cell that cannot be worked out; [`Package::read`] has found it before.
pub fn json(package: &Package, name: &str) -> Result<String, Problem> {
    let table = package.table(name);
    let columns = EXPRESSIONS.iter().find(|(n, _)| *n == name).map_or(&[][..], |(_, columns)| *columns);
    let mut rows = Vec::new();
    for row in &table.rows {
        let mut cells = Vec::new();
        for field in &table.fields {
            let text = table.cell(row, &field.name);
            let worked = columns.contains(&field.name.as_str()) || field.formula != Formula::None;
            let value = if worked { worked_out(package, name, row, field)? } else { plain(field.kind, text) };
            if worked {
                let as_written = value.as_str() == Some(text) || text.is_empty() || text.parse::<f64>().is_ok();
                cells.push(format!("{}:{value}", json!(field.name)));
                let rule = if as_written { Value::Null } else { json!(text) };
                cells.push(format!("{}:{rule}", json!(format!("{}_rule", field.name))));
            } else {
                cells.push(format!("{}:{value}", json!(field.name)));
            }
        }
        rows.push(format!("{{{}}}", cells.join(",")));
    }
    Ok(format!("[\n{}\n]\n", rows.join(",\n")))
}

/// A cell that stands for nothing but itself.
fn plain(kind: Kind, text: &str) -> Value {
    match kind {
        _ if text.is_empty() => Value::Null,
        Kind::Text => json!(text),
        Kind::Integer => text.parse::<i64>().map_or(Value::Null, Value::from),
        Kind::Number => text.parse().map_or(Value::Null, number),
    }
}

fn worked_out(package: &Package, name: &str, row: &Row, field: &Field) -> Result<Value, Problem> {
    let table: &Table = package.table(name);
    let text = table.cell(row, &field.name);
    if field.formula == Formula::Template {
        let filled = rule::filled(package, table, row, &field.name)?;
        return Ok(if filled.is_empty() { Value::Null } else { json!(filled) });
    }
    if text == "rest" {
        let (alloy, element) = (table.cell(row, "alloy"), table.cell(row, "element"));
        let all = rule::alloys(package)?;
        let share = all.get(alloy).and_then(|parts| parts.iter().find(|(e, _)| e == element));
        return Ok(share.map_or(Value::Null, |(_, share)| number(*share)));
    }
    // `>0` is a limit that is excluded itself.
    if let Some(limit) = text.strip_prefix('>') {
        return Ok(limit.parse().map_or(Value::Null, number));
    }
    Ok(rule::value(package, table, row, &field.name)?.map_or(Value::Null, number))
}

/// The shortest text that reads back as the same number; whole numbers without a point.
fn number(value: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < EXACT {
        #[allow(clippy::cast_possible_truncation)] // it is whole and small enough
        return json!(value as i64);
    }
    json!(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_numbers_and_nothing_is_null() {
        assert_eq!(plain(Kind::Number, "129400.0").to_string(), "129400");
        assert_eq!(plain(Kind::Number, "0.1").to_string(), "0.1");
        assert_eq!(plain(Kind::Number, ""), Value::Null);
        assert_eq!(plain(Kind::Text, "2025").to_string(), "\"2025\"");
        assert_eq!(plain(Kind::Integer, "-1").to_string(), "-1");
    }
}
