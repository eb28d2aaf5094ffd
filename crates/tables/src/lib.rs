//! Reads `static-data`, refuses what is wrong in it, and writes it out as Rust constants.
//!
//! Lives here: the schema ([`schema`]), the rows ([`table`]), what a row must obey ([`check`]), the rules by which
//! a default is derived from rows ([`rule`]), the audits of claims ([`audit`]) with their units ([`dimension`]), the
//! writer of constants ([`emit`], units by year [`yearly`]), the tables as JSON ([`publish`]), and the words of the page ([`words`]).
//! Does not live here: what the figures mean. The engine knows that, and it never sees a CSV file.
//!
//! ```text
//! datapackage.json ─schema▶ *.csv ─table▶ rows ─check▶ ─rule▶ values ─emit▶ constants
//! ```

pub mod audit;
pub mod check;
pub mod dimension;
pub mod emit;
pub mod problem;
pub mod publish;
pub mod rule;
pub mod schema;
pub mod table;
pub mod terms;
pub mod words;
pub mod yearly;

use std::collections::BTreeMap;
use std::path::Path;

pub use problem::Problem;
use table::Table;

/// All tables of a data package, read and checked.
#[derive(Debug)]
pub struct Package {
    /// Version of the data, from `datapackage.json`.
    pub version: String,
    /// Tables by name, in the order of their names.
    pub tables: BTreeMap<String, Table>,
}

impl Package {
    /// Reads and checks the package in `folder`.
    ///
    /// # Errors
    /// Every problem found, each with file, line, column, value and what would be accepted.
    pub fn read(folder: &Path) -> Result<Self, Vec<Problem>> {
        let unreadable = |file: &str, why: std::io::Error| Problem {
            file: file.into(),
            line: 0,
            column: String::new(),
            value: "the file".into(),
            accepted: format!(
                "a readable {} file is needed ({why})",
                if file.ends_with(".csv") { "CSV" } else { "JSON" }
            ),
        };
        let read = |file: &str| std::fs::read(folder.join(file)).map_err(|why| unreadable(file, why));
        Self::of(read)
    }

    /// The same from files that are handed over by name.
    ///
    /// # Errors
    /// Every problem found, each with file, line, column, value and what would be accepted.
    pub fn of<T: AsRef<[u8]>>(file: impl Fn(&str) -> Result<T, Problem>) -> Result<Self, Vec<Problem>> {
        let description = file("datapackage.json").map_err(|p| vec![p])?;
        let schema = schema::Schema::read(&String::from_utf8_lossy(description.as_ref())).map_err(|p| vec![p])?;
        let mut problems = Vec::new();
        let mut tables = BTreeMap::new();
        for resource in &schema.resources {
            let text = file(&resource.path).map_err(|p| vec![p]);
            match text.and_then(|text| Table::read(text.as_ref(), resource)) {
                Ok(table) => {
                    tables.insert(resource.name.clone(), table);
                }
                Err(found) => problems.extend(found),
            }
        }
        let package = Self { version: schema.version, tables };
        if problems.is_empty() {
            problems.extend(check::rows(&package));
        }
        if problems.is_empty() {
            problems.extend(check::derived(&package));
            problems.extend(audit::check(&package));
        }
        if problems.is_empty() { Ok(package) } else { Err(problems) }
    }

    /// The table called `name`; empty where the package has none.
    #[must_use]
    pub fn table(&self, name: &str) -> &Table {
        static EMPTY: Table = Table::EMPTY;
        self.tables.get(name).unwrap_or(&EMPTY)
    }
}
