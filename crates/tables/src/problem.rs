//! One thing that is wrong in the data, said so that its author can mend it.

use std::fmt;

/// A wrong value: where it stands, what it is, what would be accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// File name within the package.
    pub file: String,
    /// Line in the file, counted from 1; 0 where the whole file is meant.
    pub line: u64,
    /// Column name; empty where the whole row is meant.
    pub column: String,
    /// The value as it stands in the file.
    pub value: String,
    /// What would be accepted instead.
    pub accepted: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "static-data/{}", self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if !self.column.is_empty() {
            write!(f, ": column {}", self.column)?;
        }
        write!(f, ": {:?} is not accepted; {}", self.value, self.accepted)
    }
}
