//! Reads `static-data`, refuses what is wrong in it, and writes it out as Rust constants.
//!
//! Lives here: the schema ([`schema`]), the rows ([`table`]), what a row must obey ([`check`]), the rules by which
//! a default is derived from rows ([`rule`]), the audits of claims ([`audit`]) with their units ([`dimension`]), the writer of constants ([`emit`]), and the words of the page ([`words`]).
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
pub mod rule;
pub mod schema;
pub mod table;
pub mod words;

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
        let schema = schema::Schema::read(&folder.join("datapackage.json")).map_err(|p| vec![p])?;
        let mut problems = Vec::new();
        let mut tables = BTreeMap::new();
        for resource in &schema.resources {
            match Table::read(folder, resource) {
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
