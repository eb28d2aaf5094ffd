//! Writes checked tables as Rust source: typed rows for every table, and the worked-out parameters, alloys and series.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::rule::{self, Reference, Values};
use crate::schema::{Field, Formula, Kind};
use crate::table::{Row, Table};
use crate::{Package, Problem, yearly};

/// Tables that are written in a form of their own instead of row by row.
const OWN_FORM: [&str; 5] = ["sources", "parameters", "alloys", "series", "audits"];

/// The whole generated module.
///
/// # Errors
/// A value that cannot be worked out; [`Package::read`] has found it before.
pub fn module(package: &Package) -> Result<String, Problem> {
    let mut out = String::from("// Written by lodestone-tables from static-data. Do not edit.\n");
    line(&mut out, &format!("/// Version of the data.\npub const DATA_VERSION: &str = {:?};", package.version));
    sources(&mut out, package);
    parameters(&mut out, package)?;
    alloys(&mut out, package)?;
    yearly::write(&mut out, package)?;
    for (name, table) in package.tables.iter().filter(|(n, _)| !OWN_FORM.contains(&n.as_str())) {
        rows(&mut out, package, name, table)?;
    }
    Ok(out)
}

/// Sources behind what the model uses come in a list of their own: a page that shows only those does not carry the
/// others.
fn sources(out: &mut String, package: &Package) {
    let table = package.table("sources");
    let used = used(package);
    let item = |row: &Row| {
        let cell = |c: &str| format!("{:?}", table.cell(row, c));
        format!(
            "Source {{ id: {}, publisher: {}, author: {}, title: {}, title_en: {}, date: {}, locator: {}, edition: {}, language: {}, grade: {} }}",
            cell("source_id"),
            cell("publisher"),
            cell("author"),
            cell("title"),
            cell("title_en"),
            cell("date"),
            cell("locator"),
            cell("edition"),
            cell("language"),
            grade(table, row)
        )
    };
    let (first, rest): (Vec<&Row>, Vec<&Row>) =
        table.rows.iter().partition(|row| used.iter().any(|id| id == table.cell(row, "source_id")));
    let first = first.into_iter().map(item).collect();
    list(
        out,
        "/// The sources behind parameters, alloys, series, scenarios, price responses and episodes.",
        "SOURCES",
        "Source",
        first,
    );
    let rest = rest.into_iter().map(item).collect();
    list(out, "/// The sources that only other tables name.", "OTHER_SOURCES", "Source", rest);
}

/// Keys of the sources in `SOURCES`, in its order.
fn used(package: &Package) -> Vec<String> {
    let mut ids = BTreeSet::new();
    for name in ["parameters", "alloys", "series", "scenarios", "elasticities", "episodes"] {
        let table = package.table(name);
        for row in table.rows.iter().filter(|row| yearly::is_read(table, row)) {
            ids.insert(table.cell(row, "source_id").to_owned());
            let cells = table.fields.iter().map(|f| table.cell(row, &f.name));
            ids.extend(cells.flat_map(rule::references).filter_map(|r| source_of(package, &r)));
        }
    }
    keys(package.table("sources"), "source_id").into_iter().filter(|id| ids.contains(id)).collect()
}

/// The source of the row that a reference means.
fn source_of(package: &Package, reference: &Reference) -> Option<String> {
    let table = package.table(&reference.table);
    Some(table.cell(table.find(&reference.row)?, "source_id").to_owned())
}

fn parameters(out: &mut String, package: &Package) -> Result<(), Problem> {
    let table = package.table("parameters");
    let mut items = Vec::new();
    for row in &table.rows {
        let Values { set, low, central, high, evidence, slider, possible_min, above_min, possible_max } =
            rule::values(package, table, row)?;
        let own = table.cell(row, "source_id").to_owned();
        items.push(format!(
            "Parameter {{ id: Param::{}, key: {:?}, section: {:?}, unit: Unit::{}, set: {set}, low: {low:?}, central: {central:?}, high: {high:?}, evidence: {evidence:?}, slider: {slider:?}, possible: Possible {{ min: {possible_min:?}, above_min: {above_min}, max: {possible_max:?} }}, raises: {}, rule: Rule::{}, date: {:?}, review_months: {}, aged: {}, grade: {}, sources: &{:?} }}",
            camel(table.cell(row, "id")),
            table.cell(row, "id"),
            table.cell(row, "section"),
            camel(table.cell(row, "unit")),
            table.cell(row, "raises"),
            camel(table.cell(row, "rule")),
            table.cell(row, "date"),
            table.cell(row, "review_months"),
            aged(&package.version, table.cell(row, "date"), table.number(row, "review_months").unwrap_or(0.0)),
            grade(table, row),
            cited(package, own, ["low", "central", "high"].map(|c| table.cell(row, c)))
        ));
    }
    enumeration(out, "An input of the model.", "Param", keys(table, "id"));
    enumeration(out, "The unit in which a parameter is kept.", "Unit", distinct(table, "unit"));
    let alloys = package.table("alloys");
    let rules = distinct(table, "rule").into_iter().chain(distinct(alloys, "rule")).collect::<BTreeSet<_>>();
    enumeration(out, "The written rule that chose a default.", "Rule", rules.into_iter().collect());
    list(out, "/// Every parameter, in the order of [`Param`].", "PARAMETERS", "Parameter", items);
    Ok(())
}

/// Whether evidence of `date` is older than its review interval in the edition `version` (`2026.11.1`) of the data.
///
/// A year counts to its end. An interval of 0 has no end: definitions, choices and assumptions do not age.
#[must_use]
pub fn aged(version: &str, date: &str, review_months: f64) -> bool {
    let months = |text: &str, separator: char, missing: f64| {
        let mut parts = text.split(separator).map(|p| p.parse::<f64>().unwrap_or(0.0));
        let year = parts.next().unwrap_or(0.0);
        year * 12.0 + parts.next().unwrap_or(missing)
    };
    review_months > 0.0 && months(version, '.', 1.0) - months(date, '-', 12.0) > review_months
}

fn alloys(out: &mut String, package: &Package) -> Result<(), Problem> {
    let table = package.table("alloys");
    let all = rule::alloys(package)?;
    let names = distinct(table, "alloy");
    let items = names.iter().filter_map(|name| {
        let row = table.rows.iter().find(|r| table.cell(r, "alloy") == name)?;
        let share = |e: &str| all[name].iter().filter(|(x, _)| x == e).map(|(_, s)| s).fold(0.0, |a, s| a + s);
        let cells = table.rows.iter().filter(|r| table.cell(r, "alloy") == name).map(|r| table.cell(r, "share"));
        Some(format!(
            "AlloyRow {{ id: Alloy::{}, key: {name:?}, nd: {:?}, pr: {:?}, dy: {:?}, tb: {:?}, fe: {:?}, b: {:?}, other: {:?}, rule: Rule::{}, date: {:?}, grade: {}, sources: &{:?} }}",
            camel(name),
            share("nd"),
            share("pr"),
            share("dy"),
            share("tb"),
            share("fe"),
            share("b"),
            share("other"),
            camel(table.cell(row, "rule")),
            table.cell(row, "date"),
            grade(table, row),
            cited(package, table.cell(row, "source_id").into(), cells)
        ))
    });
    let items: Vec<String> = items.collect();
    enumeration(out, "A composition to choose.", "Alloy", names.clone());
    list(out, "/// Every composition, in the order of [`Alloy`].", "ALLOYS", "AlloyRow", items);
    Ok(())
}

fn rows(out: &mut String, package: &Package, name: &str, table: &Table) -> Result<(), Problem> {
    let all: Vec<&Field> = table.fields.iter().collect();
    let kind = format!("{}Row", camel(name));
    structs(out, package, table, &all, &table.rows.iter().collect::<Vec<_>>(), &kind, &name.to_uppercase())?;
    if let Some(view) = &table.view {
        let fields: Vec<&Field> = table.fields.iter().filter(|f| view.columns.contains(&f.name)).collect();
        let fits = |row: &&Row| view.filters.iter().all(|(column, value)| table.cell(row, column) == value);
        let rows: Vec<&Row> = table.rows.iter().filter(fits).collect();
        structs(out, package, table, &fields, &rows, &view.row, &view.name)?;
    }
    if let Some(name) = &table.enumeration {
        enumeration(out, &format!("A row of `{}`.", table.file), name, keys(table, "id"));
    }
    Ok(())
}

/// Some fields of some rows as a type and a list.
fn structs(
    out: &mut String,
    package: &Package,
    table: &Table,
    fields: &[&Field],
    rows: &[&Row],
    kind: &str,
    name: &str,
) -> Result<(), Problem> {
    line(
        out,
        &format!("/// A row of `{}`.\n#[derive(Debug, Clone, Copy, PartialEq)]\npub struct {kind} {{", table.file),
    );
    for field in fields {
        let ty = match (field.kind, field.formula, field.required) {
            (Kind::Text, Formula::None | Formula::Template, _) => "&'static str",
            (_, _, true) => "f64",
            (_, _, false) => "Option<f64>",
        };
        line(out, &format!("    /// Column `{0}`.\n    pub {0}: {ty},", field.name));
    }
    line(out, "}");
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        let mut item = format!("{kind} {{ ");
        for field in fields {
            let cell = table.cell(row, &field.name);
            let number = match field.formula {
                Formula::Expression => rule::value(package, table, row, &field.name)?,
                _ => cell.parse::<f64>().ok(),
            };
            let text = match (field.kind, field.formula, field.required) {
                (_, Formula::Template, _) => format!("{:?}", rule::filled(package, table, row, &field.name)?),
                (Kind::Text, Formula::None, _) => format!("{cell:?}"),
                (_, _, true) => format!("{:?}", number.unwrap_or(0.0)),
                (_, _, false) => number.map_or("None".into(), |n| format!("Some({n:?})")),
            };
            let _ = write!(item, "{}: {text}, ", field.name);
        }
        items.push(item + "}");
    }
    list(out, &format!("/// Rows of `{}`.", table.file), name, kind, items);
    Ok(())
}

/// The sources of a value: its own first, then those of the rows that its cells refer to, each once, as indices.
pub(crate) fn cited<'a>(package: &Package, own: String, cells: impl IntoIterator<Item = &'a str>) -> Vec<usize> {
    let order = used(package);
    let referred = cells.into_iter().flat_map(rule::references).filter_map(|r| source_of(package, &r));
    let mut indices = Vec::new();
    for id in std::iter::once(own).chain(referred) {
        let index = order.iter().position(|known| *known == id);
        if let Some(index) = index.filter(|i| !indices.contains(i)) {
            indices.push(index);
        }
    }
    indices
}

pub(crate) fn grade(table: &Table, row: &Row) -> String {
    format!("Grade::{}", camel(table.cell(row, "grade")))
}

fn keys(table: &Table, column: &str) -> Vec<String> {
    table.rows.iter().map(|r| table.cell(r, column).to_owned()).collect()
}

pub(crate) fn distinct(table: &Table, column: &str) -> Vec<String> {
    let mut seen = Vec::new();
    for key in keys(table, column) {
        if !seen.contains(&key) {
            seen.push(key);
        }
    }
    seen
}

pub(crate) fn enumeration(out: &mut String, doc: &str, name: &str, keys: Vec<String>) {
    line(out, &format!("/// {doc}\n#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]"));
    line(out, &format!("pub enum {name} {{"));
    for key in &keys {
        line(out, &format!("    /// `{key}`\n    {},", camel(key)));
    }
    let all = keys.iter().map(|k| format!("Self::{}", camel(k))).collect::<Vec<_>>().join(", ");
    line(
        out,
        &format!(
            "}}\nimpl {name} {{\n    /// All of them, in file order.\n    pub const ALL: [Self; {}] = [{all}];",
            keys.len()
        ),
    );
    line(
        out,
        "    /// The key as written in the data.\n    #[must_use]\n    pub fn key(self) -> &'static str {\n        match self {",
    );
    for key in &keys {
        line(out, &format!("            Self::{} => {key:?},", camel(key)));
    }
    line(out, "        }\n    }\n}");
}

pub(crate) fn list(out: &mut String, doc: &str, name: &str, kind: &str, items: Vec<String>) {
    line(out, &format!("{doc}\npub static {name}: [{kind}; {}] = [", items.len()));
    for item in items {
        line(out, &format!("    {item},"));
    }
    line(out, "];");
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

/// `wind-kg-per-mw` → `WindKgPerMw`, `USD/kg` → `UsdPerKg`.
#[must_use]
pub fn camel(key: &str) -> String {
    key.replace('/', "-per-")
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (first, rest) = part.split_at(1);
            first.to_uppercase() + &rest.to_lowercase()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::aged;

    #[test]
    fn evidence_ages_by_its_own_interval_from_the_end_of_its_period() {
        let at = |date, months| aged("2026.11.1", date, months);
        assert_eq!([at("2025", 12.0), at("2025-10", 12.0), at("2025-11", 12.0)], [false, true, false]);
        assert_eq!([at("2017", 60.0), at("2022", 60.0), at("1990", 0.0)], [true, false, false]);
    }
}
