//! Figures as every answer writes them: full precision, each with its range and the error of the drawing.

use lodestone_model::report;
use serde::Serialize;

/// A figure with its range; the ends are equal where it is exact.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Range {
    /// Lower end: the 5th percentile, or the lower limit.
    pub low: f64,
    /// The answer for the central inputs.
    pub central: f64,
    /// Upper end: the 95th percentile, or the upper limit.
    pub high: f64,
    /// The standard error of the ends, 0 where nothing was drawn.
    pub error: f64,
}

impl From<report::Range> for Range {
    fn from(r: report::Range) -> Self {
        Self { low: r.low, central: r.central, high: r.high, error: r.error }
    }
}

/// A figure that was found by drawing, with its standard error.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Drawn {
    /// The figure.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
}

impl From<(f64, f64)> for Drawn {
    fn from((value, error): (f64, f64)) -> Self {
        Self { value, error }
    }
}

/// Something for each of the four metals.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Metals<T> {
    /// Neodymium.
    pub nd: T,
    /// Praseodymium.
    pub pr: T,
    /// Dysprosium.
    pub dy: T,
    /// Terbium.
    pub tb: T,
}

impl<T> Metals<T> {
    /// Made of a list in the order Nd, Pr, Dy, Tb.
    pub fn of<S>([nd, pr, dy, tb]: [S; 4], f: impl Fn(S) -> T) -> Self {
        Self { nd: f(nd), pr: f(pr), dy: f(dy), tb: f(tb) }
    }
}

/// Keys of the four metals, in the order of every list of them.
pub const METALS: [&str; 4] = ["nd", "pr", "dy", "tb"];

/// A cost in its parts, USD.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Parts {
    /// Neodymium.
    pub nd: Range,
    /// Praseodymium.
    pub pr: Range,
    /// Dysprosium.
    pub dy: Range,
    /// Terbium.
    pub tb: Range,
    /// Everything else.
    pub other: Range,
    /// Freight, duty and tax.
    pub customs: Range,
}

impl From<[report::Range; 6]> for Parts {
    fn from(all: [report::Range; 6]) -> Self {
        let [nd, pr, dy, tb, other, customs] = all.map(Range::from);
        Self { nd, pr, dy, tb, other, customs }
    }
}

/// A figure before and after the shocks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Pair {
    /// Before.
    pub before: Range,
    /// After.
    pub after: Range,
}

impl From<(report::Range, report::Range)> for Pair {
    fn from((before, after): (report::Range, report::Range)) -> Self {
        Self { before: before.into(), after: after.into() }
    }
}
