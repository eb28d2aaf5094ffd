//! An expression of lines as a formula of a spreadsheet: names become the cells of their lines.
//!
//! What a line is made of (`+ - * / ^`, brackets, `exp`) is written and works alike in a spreadsheet, but for two things: a
//! spreadsheet lets a sign hold tighter than a power, which the engine's brackets already settle, and it keeps 15 digits of a
//! number that is typed into a formula, which is why inputs stand in cells.

use core::fmt::Write;

use lodestone_model::derivation::Piece;

use super::{VALUE, WORKED};
use crate::format::plain;

/// Cells by their places, as formulas name them.
pub(super) struct Place;

impl Place {
    /// A cell of the same sheet: `$B$7`.
    pub(super) fn here(row: u32, column: u16) -> String {
        // No sheet of ours is wider than the alphabet.
        let letter = char::from(b'A' + u8::try_from(column).unwrap_or_default().min(25));
        format!("${letter}${}", row + 1)
    }

    /// The value of a line.
    pub(super) fn line(sheet: &str, row: u32) -> String {
        on(sheet, &Self::here(row, WORKED))
    }

    /// The value of an input.
    pub(super) fn input(sheet: &str, row: u32) -> String {
        on(sheet, &Self::here(row, VALUE))
    }
}

fn on(sheet: &str, cell: &str) -> String {
    format!("'{}'!{cell}", sheet.replace('\'', "''"))
}

/// The formula of an expression; `row` says where a line stands.
pub(super) fn written(expression: &[Piece], row: impl Fn(usize) -> u32) -> String {
    let mut out = String::new();
    for piece in expression {
        match piece {
            Piece::Line(place) => out += &Place::here(row(*place), WORKED),
            // A text takes everything.
            Piece::Number(n) => drop(write!(out, "{}", plain(*n))),
            Piece::Sign(sign) => out += &sign.to_uppercase(),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_cells_and_functions_are_those_of_a_spreadsheet() {
        let pieces = [
            Piece::Sign("exp("),
            Piece::Line(0),
            Piece::Sign(" * "),
            Piece::Number(0.5),
            Piece::Sign(")"),
            Piece::Sign("^"),
            Piece::Line(3),
        ];
        assert_eq!(written(&pieces, |n| u32::try_from(n).unwrap() + 6), "EXP($C$7 * 0.5)^$C$10");
        assert_eq!(Place::input("What it's", 6), "'What it''s'!$B$7");
    }
}
