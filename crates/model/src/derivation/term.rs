//! An expression that knows its value and its text: numbers, names of lines, signs.

use core::ops::{Add, Div, Mul, Sub};

/// A part of an expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// A line above, by its place.
    Line(usize),
    /// A number.
    Number(f64),
    /// A sign, a bracket or a function, with the spaces around it.
    Sign(&'static str),
}

/// How tightly an expression holds together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Sum,
    Product,
    Power,
    Whole,
}

/// An expression with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Its parts, from left to right.
    pub pieces: Vec<Piece>,
    /// Its value.
    pub value: f64,
    level: Level,
}

impl From<f64> for Term {
    fn from(value: f64) -> Self {
        let level = if value < 0.0 { Level::Sum } else { Level::Whole };
        Self { pieces: vec![Piece::Number(value)], value, level }
    }
}

impl Term {
    pub(super) fn line(place: usize, value: f64) -> Self {
        Self { pieces: vec![Piece::Line(place)], value, level: Level::Whole }
    }

    fn at_least(self, level: Level) -> Vec<Piece> {
        if self.level >= level {
            return self.pieces;
        }
        let mut pieces = vec![Piece::Sign("(")];
        pieces.extend(self.pieces);
        pieces.push(Piece::Sign(")"));
        pieces
    }

    fn joined(self, sign: &'static str, other: Self, value: f64, level: Level, [left, right]: [Level; 2]) -> Self {
        let mut pieces = self.at_least(left);
        pieces.push(Piece::Sign(sign));
        pieces.extend(other.at_least(right));
        Self { pieces, value, level }
    }

    /// self^exponent.
    #[must_use]
    pub fn pow(self, exponent: impl Into<Self>) -> Self {
        let exponent = exponent.into();
        let value = libm::pow(self.value, exponent.value);
        self.joined("^", exponent, value, Level::Power, [Level::Whole, Level::Whole])
    }

    fn called(self, function: &'static str, value: f64) -> Self {
        let mut pieces = vec![Piece::Sign(function)];
        pieces.extend(self.pieces);
        pieces.push(Piece::Sign(")"));
        Self { pieces, value, level: Level::Whole }
    }

    /// e^self.
    #[must_use]
    pub fn exp(self) -> Self {
        let value = libm::exp(self.value);
        self.called("exp(", value)
    }

    /// Sum from left to right; 0 for none.
    #[must_use]
    pub fn sum(terms: impl IntoIterator<Item = Self>) -> Self {
        terms.into_iter().reduce(|a, b| a + b).unwrap_or_else(|| Self::from(0.0))
    }
}

macro_rules! operator {
    ($trait:ident $method:ident $sign:literal $op:tt $level:ident $right:ident) => {
        impl<T: Into<Term>> $trait<T> for Term {
            type Output = Self;
            fn $method(self, other: T) -> Self {
                let other = other.into();
                let value = self.value $op other.value;
                self.joined($sign, other, value, Level::$level, [Level::$level, Level::$right])
            }
        }
    };
}

operator!(Add add " + " + Sum Product);
operator!(Sub sub " - " - Sum Product);
operator!(Mul mul " * " * Product Power);
operator!(Div div " / " / Product Power);

/// 1 + x.
pub(super) fn one_plus(x: Term) -> Term {
    Term::from(1.0) + x
}

/// 1 − x.
pub(super) fn one_minus(x: Term) -> Term {
    Term::from(1.0) - x
}
