//! A figure with its bounds: what every answer is. It stands below all formulas that answer with one.

use crate::inputs::Case;

/// A figure with its bounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range<T> {
    /// Lower bound.
    pub low: T,
    /// The answer for the central inputs.
    pub central: T,
    /// Upper bound.
    pub high: T,
}

impl<T: Copy + PartialOrd> Range<T> {
    /// Evaluates `f` in the three cases. Where a fall turns the order round, the bounds change places.
    pub fn of(mut f: impl FnMut(Case) -> T) -> Self {
        let (a, central, b) = (f(Case::Low), f(Case::Central), f(Case::High));
        let (mut low, mut high) = if a <= b { (a, b) } else { (b, a) };
        // A choice that no range covers (all exact, or opposite directions) must not leave the answer outside.
        if central < low {
            low = central;
        }
        if central > high {
            high = central;
        }
        Self { low, central, high }
    }

    /// The same of another quantity.
    pub fn map<U: Copy + PartialOrd>(self, f: impl Fn(T) -> U) -> Range<U> {
        let (a, b) = (f(self.low), f(self.high));
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        Range { low, central: f(self.central), high }
    }
}
