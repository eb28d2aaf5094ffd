//! Collects lines: each name once, each after what it is worked out from.

use super::{Asked, Derivation, Line, Piece, Step, Subject, Term, What};
use crate::data::{POINTS, Param, Scenario, Series};
use crate::demand::Tracks;
use crate::inputs::{Case, Choices, Inputs, Outlook, Reading};
use crate::outputs::Shared;
use crate::seal::Seal;

/// The lines so far.
pub(super) struct Builder<'a> {
    pub(super) inputs: &'a Inputs,
    pub(super) x: Reading<'a>,
    pub(super) shared: &'a Shared,
    pub(super) tracks: Tracks,
    pub(super) year: i32,
    lines: Vec<Line>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(inputs: &'a Inputs, shared: &'a Shared, year: i32) -> Self {
        let x = Reading::new(inputs, Case::Central);
        Self { inputs, x, shared, tracks: Tracks::new(inputs.choices.outlook), year, lines: Vec::new() }
    }

    pub(super) fn choices(&self) -> Choices {
        self.inputs.choices
    }

    /// The line called `name`, if there is one.
    pub(super) fn known(&self, name: &str) -> Option<Term> {
        let place = self.lines.iter().position(|l| l.name == name)?;
        Some(Term::line(place, self.lines[place].value))
    }

    /// Writes a line and gives back its name as a term.
    pub(super) fn set(&mut self, name: impl Into<String>, unit: &'static str, what: What, term: Term) -> Term {
        let name = name.into();
        if let Some(known) = self.known(&name) {
            return known;
        }
        let value = term.value;
        self.lines.push(Line { name, what, expression: term.pieces, value, unit });
        Term::line(self.lines.len() - 1, value)
    }

    /// A step on the way.
    pub(super) fn step(
        &mut self,
        name: impl Into<String>,
        unit: &'static str,
        step: Step,
        on: Subject,
        term: Term,
    ) -> Term {
        self.set(name, unit, What::Step(step, on), term)
    }

    /// An input in force; 0 where it has no value.
    pub(super) fn param(&mut self, param: Param) -> Term {
        let value = self.inputs.get(param).unwrap_or(0.0);
        self.set(param.key().replace('-', "_"), param.spec().unit.key(), What::Param(param), Term::from(value))
    }

    /// Whether an input has a value.
    pub(super) fn has(&self, param: Param) -> bool {
        self.inputs.get(param).is_some()
    }

    /// The projection that a year of a series belongs to.
    pub(super) fn scenario_of(&self, series: Series, year: i32) -> Scenario {
        let chosen = match self.choices().outlook {
            Outlook::Steps => Scenario::Steps,
            Outlook::Aps => Scenario::Aps,
        };
        let fits = |s: Scenario| matches!(s, Scenario::History | Scenario::Outlook) || s == chosen;
        let found = POINTS.iter().find(|p| p.series == series && p.year == year && fits(p.scenario));
        found.map_or(chosen, |p| p.scenario)
    }

    /// The derivation whose last line is `result`.
    pub(super) fn finish(mut self, asked: Asked, result: Term) -> Derivation {
        // A figure that is a line already is that line, last; what was written after it is not needed.
        if let [Piece::Line(place)] = result.pieces[..] {
            self.lines.truncate(place + 1);
            self.lines[place].what = match self.lines[place].what {
                What::Step(..) => What::Asked(asked),
                other => other,
            };
        } else {
            self.set(asked.key().replace('-', "_"), asked.unit(), What::Asked(asked), result);
        }
        Derivation { lines: needed(self.lines) }
    }
}

/// The lines that the last one is worked out from, in their order.
fn needed(lines: Vec<Line>) -> Vec<Line> {
    let mut wanted = vec![false; lines.len()];
    if let Some(last) = wanted.last_mut() {
        *last = true;
    }
    for (i, line) in lines.iter().enumerate().rev() {
        if wanted[i] {
            for piece in &line.expression {
                if let Piece::Line(place) = piece {
                    wanted[*place] = true;
                }
            }
        }
    }
    let mut places = vec![0; lines.len()];
    let mut kept: Vec<Line> = Vec::new();
    for (i, mut line) in lines.into_iter().enumerate().filter(|(i, _)| wanted[*i]) {
        for piece in &mut line.expression {
            if let Piece::Line(place) = piece {
                *place = places[*place];
            }
        }
        places[i] = kept.len();
        kept.push(line);
    }
    kept
}

impl Derivation {
    /// The figure.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.lines.last().map_or(f64::NAN, |l| l.value)
    }

    /// The expression of a line in the text's names: `1 / process_utilisation`.
    #[must_use]
    pub fn expression(&self, line: &Line) -> String {
        self.filled(line, |l| l.name.clone(), |n| format!("{n}"))
    }

    /// The expression of a line with names and numbers written as a caller likes.
    #[must_use]
    pub fn filled(&self, line: &Line, name: impl Fn(&Line) -> String, number: impl Fn(f64) -> String) -> String {
        let piece = |p: &Piece| match p {
            Piece::Line(place) => name(&self.lines[*place]),
            Piece::Number(n) => number(*n),
            Piece::Sign(sign) => (*sign).to_owned(),
        };
        line.expression.iter().map(piece).collect()
    }

    /// All lines as text: `name = expression  # unit`.
    #[must_use]
    pub fn text(&self) -> String {
        self.lines.iter().map(|l| format!("{} = {}  # {}\n", l.name, self.expression(l), l.unit)).collect()
    }

    /// A hash of all lines with the bits of their values: eight hexadecimal digits (FNV-1a), the same on every machine.
    #[must_use]
    pub fn seal(&self) -> String {
        let mut seal = Seal::default();
        for line in &self.lines {
            seal.text(&line.name);
            seal.text(&self.expression(line));
            seal.number(line.value);
        }
        seal.written()
    }
}
