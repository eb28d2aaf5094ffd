//! Every line behind the figures that are taken along, each once. Not here: a line by itself, which is the engine's.

use lodestone_model::data::Source;
use lodestone_model::derivation::{Asked, Piece, What, derive};
use lodestone_model::inputs::Inputs;
use lodestone_model::outputs::Shared;

use crate::formula;

/// A line, its parts by their places among all lines that are taken along.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The line as the engine wrote it, its name unlike all others, its parts by their new places.
    pub line: lodestone_model::derivation::Line,
    /// The year that it is for.
    pub year: i32,
    /// Its expression in names: `mass * k`.
    pub expression: String,
    /// The sources of its number.
    pub sources: Vec<&'static Source>,
}

impl Line {
    /// Whether it is a number that the lines start from: an input, or a figure of a source.
    #[must_use]
    pub fn is_leaf(&self) -> bool {
        !matches!(self.line.what, What::Step(..) | What::Asked(_))
    }
}

/// The lines so far.
#[derive(Debug, Default)]
pub struct Lines {
    /// All of them, each after those that it is worked out from.
    pub all: Vec<Line>,
}

impl Lines {
    /// Adds the lines behind a figure that are not there yet; the places of all lines behind it, its own last. `None` where
    /// the evidence holds no such figure.
    pub fn add(&mut self, inputs: &Inputs, shared: &Shared, asked: Asked, year: i32) -> Option<Vec<usize>> {
        let derivation = derive(inputs, shared, asked, year)?;
        let mut places = Vec::with_capacity(derivation.lines.len());
        for line in derivation.lines {
            let sources = formula::sources(inputs, &line);
            let mut line = line;
            for piece in &mut line.expression {
                if let Piece::Line(place) = piece {
                    *place = places.get(*place).copied().unwrap_or_default();
                }
            }
            let same = |known: &Line| {
                let (a, b) = (&known.line, &line);
                a.expression == b.expression && a.value.to_bits() == b.value.to_bits()
            };
            // The same name may stand for another figure in another year.
            let dated = format!("{}_{year}", line.name);
            let named = |known: &Line, name: &str| known.line.name == name;
            let known = self.all.iter().position(|k| (named(k, &line.name) || named(k, &dated)) && same(k));
            let place = known.unwrap_or_else(|| {
                if self.all.iter().any(|k| named(k, &line.name)) {
                    line.name = dated;
                }
                let expression = self.text(&line.expression);
                self.all.push(Line { line, year, expression, sources });
                self.all.len() - 1
            });
            places.push(place);
        }
        Some(places)
    }

    fn text(&self, expression: &[Piece]) -> String {
        let piece = |p: &Piece| match p {
            Piece::Line(place) => self.all.get(*place).map_or_else(String::new, |l| l.line.name.clone()),
            Piece::Number(n) => n.to_string(),
            Piece::Sign(sign) => (*sign).to_owned(),
        };
        expression.iter().map(piece).collect()
    }
}
