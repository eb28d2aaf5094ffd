//! A CSV file as rows of text with line numbers, its columns and cells checked against the schema.

use std::collections::HashMap;

use crate::Problem;
use crate::schema::{Field, Kind, Resource, View};

/// A table: its columns and its rows.
#[derive(Debug)]
pub struct Table {
    /// File name within the package.
    pub file: String,
    /// Columns in file order.
    pub fields: Vec<Field>,
    /// Rows in file order.
    pub rows: Vec<Row>,
    /// Name of the enumeration that its keys become.
    pub enumeration: Option<String>,
    /// A smaller form of it.
    pub view: Option<View>,
    by_key: Option<HashMap<String, usize>>,
}

/// A row: its cells and the line it stands on.
#[derive(Debug)]
pub struct Row {
    /// Line in the file, counted from 1.
    pub line: u64,
    cells: Vec<String>,
}

impl Table {
    /// A table without columns or rows.
    pub(crate) const EMPTY: Self =
        Self { file: String::new(), fields: Vec::new(), rows: Vec::new(), enumeration: None, view: None, by_key: None };

    /// Reads `text`, the file of `resource`.
    ///
    /// # Errors
    /// Columns other than the schema's, a cell that its column does not accept, a duplicate key.
    pub fn read(text: &[u8], resource: &Resource) -> Result<Self, Vec<Problem>> {
        let at = |line: u64, column: &str, value: &str, accepted: String| Problem {
            file: resource.path.clone(),
            line,
            column: column.into(),
            value: value.into(),
            accepted,
        };
        let mut reader = csv::Reader::from_reader(text);
        let names: Vec<&str> = resource.fields.iter().map(|f| f.name.as_str()).collect();
        let header = reader.headers().map_err(|e| vec![at(1, "", "the header", e.to_string())])?;
        if header.iter().ne(names.iter().copied()) {
            let found = header.iter().collect::<Vec<_>>().join(",");
            return Err(vec![at(1, "", &found, format!("datapackage.json names the columns {}", names.join(",")))]);
        }
        let mut problems = Vec::new();
        let mut rows: Vec<Row> = Vec::new();
        let mut by_key = HashMap::new();
        let key = names.iter().position(|n| *n == resource.key);
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(e) => {
                    let line = e.position().map_or(0, csv::Position::line);
                    problems.push(at(line, "", "the row", format!("a row has {} cells ({e})", names.len())));
                    continue;
                }
            };
            let line = record.position().map_or(0, csv::Position::line);
            for (field, cell) in resource.fields.iter().zip(&record) {
                if let Some(accepted) = refusal(field, cell) {
                    problems.push(at(line, &field.name, cell, accepted));
                }
            }
            if let Some(k) = key {
                let id = record[k].to_owned();
                if let Some(first) = by_key.insert(id.clone(), rows.len()) {
                    let accepted = format!("a key stands once; line {} has it already", rows[first].line);
                    problems.push(at(line, &resource.key, &id, accepted));
                }
            }
            rows.push(Row { line, cells: record.iter().map(str::to_owned).collect() });
        }
        if problems.is_empty() {
            Ok(Self {
                file: resource.path.clone(),
                fields: resource.fields.clone(),
                rows,
                enumeration: resource.enumeration.clone(),
                view: resource.view.clone(),
                by_key: Some(by_key),
            })
        } else {
            Err(problems)
        }
    }

    /// The cell of `row` in the column called `column`; empty where the table has no such column.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a Row, column: &str) -> &'a str {
        self.fields.iter().position(|f| f.name == column).map_or("", |i| row.cells[i].as_str())
    }

    /// The cell as a number; `None` where it is empty or no number.
    #[must_use]
    pub fn number(&self, row: &Row, column: &str) -> Option<f64> {
        self.cell(row, column).parse().ok()
    }

    /// Whether the table has a column called `column`.
    #[must_use]
    pub fn has(&self, column: &str) -> bool {
        self.fields.iter().any(|f| f.name == column)
    }

    /// The row whose key is `key`.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&Row> {
        self.by_key.as_ref()?.get(key).map(|i| &self.rows[*i])
    }

    /// A problem at one cell of this table.
    #[must_use]
    pub fn problem(&self, row: &Row, column: &str, accepted: impl Into<String>) -> Problem {
        Problem {
            file: self.file.clone(),
            line: row.line,
            column: column.into(),
            value: self.cell(row, column).into(),
            accepted: accepted.into(),
        }
    }
}

/// Why `cell` is not accepted in a column like `field`; `None` where it is.
fn refusal(field: &Field, cell: &str) -> Option<String> {
    if cell.is_empty() {
        return field.required.then(|| "a value is needed here".into());
    }
    if let Some(accepted) = &field.accepted
        && !accepted.iter().any(|a| a == cell)
    {
        return Some(format!("accepted: {}", accepted.join(", ")));
    }
    let number = cell.parse::<f64>().ok().filter(|n| n.is_finite());
    match field.kind {
        Kind::Number if number.is_none() => Some("a number like 12.5".into()),
        Kind::Integer if cell.parse::<i64>().is_err() => Some("a whole number like 12".into()),
        _ => None,
    }
}
