//! The formula behind a figure, line by line, down to sourced constants.
//!
//! ```text
//! process_utilisation = 0.6
//! gross_factor = 1 / process_utilisation - process_swarf_recovery * (1 / process_utilisation - 1)
//! ```
//!
//! Each line has a name, an expression of numbers and names above it, a value and a unit. The text of all lines is plain
//! arithmetic: whoever evaluates it arrives at the figure. The lines are written beside the formulas of the engine, not
//! by them; a law compares the two over random inputs. Not here: words for people, rounding.

mod answer;
mod asked;
mod balance;
mod build;
mod demand;
mod market;
mod omission;
mod product;
mod step;
mod term;

use crate::data::{Param, Scenario, Series};
use crate::demand::Application;
use crate::inputs::{Country, Inputs, Use};
use crate::outputs::{Output, Shared};

pub use asked::{Asked, Moment};
use build::Builder;
pub use omission::Omission;
pub use step::Step;
pub use term::{Piece, Term};

/// What a line is about, so that a page can name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// An input, at its default or as a reader set it.
    Param(Param),
    /// Units that a source states for a year.
    Stated(Series, Scenario, i32),
    /// Units that a reader gave for a year.
    Given(Application, i32),
    /// A country's share of a stage, of this source.
    Share(Country, &'static str),
    /// A step on the way.
    Step(Step, Subject),
    /// The figure that was asked for.
    Asked(Asked),
}

/// What a step is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Nothing in particular.
    None,
    /// A metal, by its place in Nd, Pr, Dy, Tb.
    Metal(usize),
    /// A product.
    Product(Use),
    /// An application.
    Application(Application),
    /// An application in a year.
    Sold(Application, i32),
    /// A shock, by its place in the list, the first is 1.
    Shock(usize),
    /// A year.
    Year(i32),
    /// Another answer.
    Answer(Output),
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its name in the text: letters, digits and `_`.
    pub name: String,
    /// What it is about.
    pub what: What,
    /// What it is worked out from.
    pub expression: Vec<Piece>,
    /// Its value.
    pub value: f64,
    /// Its unit, as in the tables.
    pub unit: &'static str,
}

/// All lines behind a figure; the last one is the figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Derivation {
    /// The lines, each after those that it is worked out from.
    pub lines: Vec<Line>,
}

/// The lines behind a figure for `inputs` in `year`; `None` where the evidence holds no such figure.
#[must_use]
pub fn derive(inputs: &Inputs, shared: &Shared, asked: Asked, year: i32) -> Option<Derivation> {
    let mut b = Builder::new(inputs, shared, year);
    let result = answer::term(&mut b, asked)?;
    Some(b.finish(asked, result))
}
