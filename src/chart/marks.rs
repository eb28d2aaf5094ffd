//! Where the marks of a chart stand and what each says, for those who read it point by point: with a pointer, with keys,
//! by ear.
//!
//! Places come from the same frames as the strokes, texts from the same formats as the table. Not in the program of a page:
//! what reads a chart so is fetched when somebody does.

use lodestone_model::report::Range;

use super::draw;
use super::layout::Measure;
use super::spec::Spec;
use crate::format::{self, PLAIN};
use crate::text::Lang;

/// Marks that follow each other: a line, a layer, a bar of parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its name; empty where there is one row only.
    pub name: String,
    /// Its marks in the order of the axis.
    pub marks: Vec<Mark>,
}

/// One mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Which it is: a part, a year, a value of the parameter.
    pub name: String,
    /// Its value; a mark without one is not there.
    pub value: Range,
    /// Its value with its range, as the table has it.
    pub text: String,
    /// Its centre in device pixels.
    pub spot: (i32, i32),
    /// What it is compared with, and the value of that.
    pub beside: Option<(String, f64)>,
}

impl Mark {
    /// A mark with nothing beside it.
    #[must_use]
    pub fn new(lang: Lang, name: &str, value: Range, spot: (i32, i32)) -> Self {
        Self { name: name.to_owned(), value, text: format::ranged(lang, value, PLAIN), spot, beside: None }
    }

    /// A mark whose value is one end of a range, and not sure or unsure by itself.
    #[must_use]
    pub fn end(name: &str, value: f64, spot: (i32, i32)) -> Self {
        let text = format::exact5(value);
        Self { name: name.to_owned(), value: Range::exactly(value), text, spot, beside: None }
    }

    /// The same mark, compared with another.
    #[must_use]
    pub fn beside(self, name: &str, other: f64) -> Self {
        Self { beside: Some((name.to_owned(), other)), ..self }
    }

    /// By which part of the other it differs from what it is compared with; `None` where that cannot be said.
    #[must_use]
    pub fn change(&self) -> Option<f64> {
        let (_, other) = self.beside.as_ref()?;
        let change = (self.value.central - other) / other.abs();
        change.is_finite().then_some(change)
    }
}

/// The marks of a chart on a picture of this size.
#[must_use]
pub fn marks(spec: &Spec, measure: &Measure, lang: Lang) -> Vec<Row> {
    let mut rows = draw::marks(spec, measure, lang);
    rows.iter_mut().for_each(|row| row.marks.retain(|m| m.value.central.is_finite()));
    rows.retain(|row| !row.marks.is_empty());
    rows
}

/// The same marks, each compared with the one before it.
pub(super) fn in_turn(marks: Vec<Mark>) -> Vec<Mark> {
    let all: Vec<_> = marks.iter().map(|m| (m.name.clone(), m.value.central)).collect();
    let before = std::iter::once(None).chain(all.into_iter().map(Some));
    let with = |(mark, before): (Mark, Option<(String, f64)>)| match before {
        Some((name, value)) => mark.beside(&name, value),
        None => mark,
    };
    marks.into_iter().zip(before).map(with).collect()
}
