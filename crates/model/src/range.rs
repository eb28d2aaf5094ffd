//! A figure with its range: what every answer is. It stands below all formulas that answer with one.

use crate::inputs::Case;

/// A figure with its range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// Lower end.
    pub low: f64,
    /// The answer for the central inputs.
    pub central: f64,
    /// Upper end.
    pub high: f64,
    /// Standard error of the ends where they were found by sampling; 0 where nothing was sampled.
    pub error: f64,
}

impl Range {
    /// A figure between two ends.
    #[must_use]
    pub const fn new(low: f64, central: f64, high: f64) -> Self {
        Self { low, central, high, error: 0.0 }
    }

    /// A figure that is nothing but itself.
    #[must_use]
    pub const fn exactly(value: f64) -> Self {
        Self::new(value, value, value)
    }

    /// Whether low and high are the figure itself.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.low == self.central && self.central == self.high
    }

    /// Evaluates `f` in the three cases. Where a fall turns the order round, the ends change places.
    pub fn of(mut f: impl FnMut(Case) -> f64) -> Self {
        let (low, central, high) = (f(Case::Low), f(Case::Central), f(Case::High));
        Self::exactly(central).reaching(low).reaching(high)
    }

    /// The range that also holds `value`.
    #[must_use]
    pub fn reaching(self, value: f64) -> Self {
        // A figure that is none (NaN) moves nothing.
        Self {
            low: if value < self.low { value } else { self.low },
            high: if value > self.high { value } else { self.high },
            ..self
        }
    }

    /// The same of another quantity; `f` is a straight line, as a change of units is.
    #[must_use]
    pub fn map(self, f: impl Fn(f64) -> f64) -> Self {
        let (a, b) = (f(self.low), f(self.high));
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        Self { low, central: f(self.central), high, error: (f(self.error) - f(0.0)).abs() }
    }
}

/// Something made of figures, each of which can be given its range.
pub trait Ranges {
    /// Shows every figure to `see`, in an order that depends on the choices alone; one that is missing is shown as no
    /// number (NaN), so that all readings of the same choices have their figures in the same places.
    fn each(&mut self, see: &mut dyn FnMut(&mut Range));
}

/// Shows a figure that may be missing.
pub(crate) fn optional(range: &mut Option<Range>, see: &mut dyn FnMut(&mut Range)) {
    match range {
        Some(range) => see(range),
        None => see(&mut Range::exactly(f64::NAN)),
    }
}

/// What `make` makes of the central inputs, its ranges reaching to what it makes of the two ends.
///
/// The ends are those at which every single input makes answers small or large: quick, and mostly wider than what is
/// likely.
pub fn limits<T: Ranges>(mut make: impl FnMut(Case) -> T) -> T {
    let mut central = make(Case::Central);
    for case in [Case::Low, Case::High] {
        let mut ends = Vec::new();
        make(case).each(&mut |r| ends.push(r.central));
        let mut ends = ends.into_iter();
        central.each(&mut |r| *r = r.reaching(ends.next().unwrap_or(f64::NAN)));
    }
    central
}
