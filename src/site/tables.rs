//! The tables of `static-data` as they stand in their files, for pages that show their rows.

use std::collections::BTreeMap;
use std::rc::Rc;

/// A table as it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableData {
    /// Its name.
    pub name: &'static str,
    /// Column heads.
    pub head: Vec<String>,
    /// Rows of cells.
    pub rows: Vec<Vec<String>>,
}

impl TableData {
    /// The rows, whose cells are found by the names of their columns.
    pub fn each(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|cells| Row { head: &self.head, cells })
    }
}

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    head: &'a [String],
    cells: &'a [String],
}

impl<'a> Row<'a> {
    /// The cell of a column; empty for a column that the table does not have.
    #[must_use]
    pub fn get(&self, column: &str) -> &'a str {
        let place = self.head.iter().position(|h| h == column);
        place.and_then(|i| self.cells.get(i)).map_or("", String::as_str)
    }

    /// The cell of a column as a number; `None` where there is none.
    #[must_use]
    pub fn number(&self, column: &str) -> Option<f64> {
        self.get(column).trim().parse().ok()
    }
}

/// All tables by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tables(Rc<BTreeMap<&'static str, TableData>>);

impl Tables {
    /// Puts tables together.
    #[must_use]
    pub fn new(all: impl IntoIterator<Item = TableData>) -> Self {
        Self(Rc::new(all.into_iter().map(|t| (t.name, t)).collect()))
    }

    /// A table; `None` for one that there is not.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&TableData> {
        self.0.get(name)
    }

    /// The rows of a table; none where there is no such table.
    pub fn rows(&self, name: &str) -> impl Iterator<Item = Row<'_>> {
        self.get(name).into_iter().flat_map(TableData::each)
    }
}
