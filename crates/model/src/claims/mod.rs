//! Every numeric claim of the source documents, set against something else.
//!
//! ```text
//! audits.csv ─build▶ AUDITS ─▶ rule (arithmetic) ─▶ comparison ─▶ audit (a claim with its verdict)
//! ```
//!
//! A comparison works out, by one of the rules of [`Rule`], what other claims, published tables, the defaults of the
//! model or its answers make of the claimed quantity, and says whether the claim fits. A claim that nothing is set
//! against is *recorded*. Not here: what could explain a difference; those words stand with the page.

mod audit;
mod comparison;
mod root;
mod rounding;
mod rule;

pub use audit::{Audited, Verdict, all};
pub use comparison::{Tested, Value};
pub use rule::Rule;

use crate::data::Param;

/// One comparison of a claim, as `audits.csv` has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Audit {
    /// Key of the row.
    pub id: &'static str,
    /// Index of the claim in [`crate::data::CLAIMS`].
    pub claim: usize,
    /// One of the claim's unit in base units.
    pub scale: f64,
    /// The arithmetic.
    pub rule: Rule,
    /// How the claim's number is to be read.
    pub reading: Reading,
    /// What is solved for where the claim does not fit: the number of an operand, or a parameter; the first operand
    /// where it is empty.
    pub solve: &'static str,
    /// The entry of `conflicts.csv` that it belongs to; empty for none.
    pub conflict: &'static str,
    /// What the rule is applied to.
    pub operands: &'static [Operand],
}

/// What a rule is applied to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Operand {
    /// Where it comes from.
    pub origin: Origin,
    /// Low, central, high in its own unit; zeros where the engine works them out.
    pub numbers: [f64; 3],
    /// Whether it was printed, and so rounded.
    pub printed: bool,
    /// Its unit.
    pub unit: &'static str,
    /// One of its unit in base units.
    pub scale: f64,
}

/// Where an operand comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Another claim, by index.
    Claim(usize),
    /// A row of another table: table, row, source.
    Row(&'static str, &'static str, &'static str),
    /// A default of the model with its range.
    Param(Param),
    /// An answer of the model: `answer@year?inputs`.
    Model(&'static str),
    /// A number that the claim itself states or that is a definition.
    Literal,
}

/// How a printed number is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As it is printed.
    Is,
    /// As a rough figure: a tenth more or less is the same.
    About,
    /// As a lower bound.
    AtLeast,
    /// As an upper bound.
    AtMost,
}

/// The input that can hold a claim's numbers, with these as low, central, high in the input's unit; `None` for a claim
/// that no input corresponds to.
#[must_use]
pub fn inputs_of(claim: &crate::data::ClaimsRow) -> Option<(Param, [f64; 3])> {
    let place = crate::data::CLAIMS.iter().position(|c| c.id == claim.id)?;
    CLAIM_INPUTS.iter().find(|(i, ..)| *i == place).map(|(_, param, numbers)| (*param, *numbers))
}

include!(concat!(env!("OUT_DIR"), "/audits.rs"));
