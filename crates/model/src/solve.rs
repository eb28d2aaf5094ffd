//! What would it take: the value of an input at which an answer reaches a target.
//!
//! The range is walked in steps, every change of sign is a bracket, and each bracket is closed by the ITP method (from
//! `kurbo`). So all roots are found that are further apart than a step, and “none in this range” is an answer.
//! With uncertain inputs the answer is an interval: the question is asked in the low, the central and the high case.

use core::ops::RangeInclusive;

use kurbo::common::solve_itp;

use crate::data::Param;
use crate::demand::ALL_YEARS;
use crate::inputs::{Case, Inputs};
use crate::outputs::{Evaluator, Output, Shared};

/// Steps in which a range is searched for changes of sign.
const STEPS: u32 = 400;
/// How near a found answer must be to the target, as a share of it.
pub const PRECISION: f64 = 1e-9;
/// The part of a bracket to which the method closes it; the last digits are found by halving.
const CLOSED: f64 = 1e-12;

/// What may move: one parameter, or the two oxides of NdPr together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mover {
    /// One parameter.
    One(Param),
    /// The price of NdPr oxide: neodymium and praseodymium oxide alike, USD/kg.
    NdPrOxide,
}

impl Mover {
    /// The mover with this key; `None` for a key that no parameter has.
    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        if key == "price-ndpr-oxide" {
            return Some(Self::NdPrOxide);
        }
        Param::ALL.into_iter().find(|p| p.key() == key).map(Self::One)
    }

    /// The parameter whose unit and range count.
    #[must_use]
    pub fn first(self) -> Param {
        match self {
            Self::One(param) => param,
            Self::NdPrOxide => Param::PriceNdOxide,
        }
    }

    fn set(self, inputs: &mut Inputs, value: f64) -> Option<()> {
        inputs.set(self.first(), value).ok()?;
        match self {
            Self::One(_) => Some(()),
            Self::NdPrOxide => inputs.set(Param::PricePrOxide, value).ok(),
        }
    }
}

/// The question: which value of `mover` brings `output` to `target`?
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Question {
    /// The answer that shall reach the target.
    pub output: Output,
    /// The input that may move.
    pub mover: Mover,
    /// The target, in the unit of the output.
    pub target: f64,
    /// Year of outputs that have one.
    pub year: i32,
    /// Where to look, in the parameter's unit; `None` is [`evidence`].
    pub within: Option<(f64, f64)>,
}

/// What one case answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Roots {
    /// No value in the range does it; between these two the output moves, where it exists at all.
    None(Option<(f64, f64)>),
    /// These values, ascending.
    At(Vec<f64>),
    /// The output is at the target whatever the value.
    Everywhere,
}

/// The answer in all three cases.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Where was looked, in the parameter's unit.
    pub within: (f64, f64),
    /// With the other inputs at the end that makes answers small.
    pub low: Roots,
    /// With the other inputs as they are.
    pub central: Roots,
    /// With the other inputs at the end that makes answers large.
    pub high: Roots,
}

impl Answer {
    /// The interval of the answer: from the lowest to the highest single root of the three cases.
    ///
    /// An end is open (`None`) where the case at that end has no single root.
    #[must_use]
    pub fn interval(&self) -> (Option<f64>, Option<f64>) {
        let one = |roots: &Roots| match roots {
            Roots::At(all) if all.len() == 1 => all.first().copied(),
            _ => None,
        };
        match (one(&self.low), one(&self.high), one(&self.central)) {
            (Some(a), Some(b), Some(c)) => (Some(a.min(b).min(c)), Some(a.max(b).max(c))),
            (Some(a), None, Some(c)) if a > c => (None, Some(a)),
            (Some(a), None, Some(_)) => (Some(a), None),
            (None, Some(b), Some(c)) if b < c => (Some(b), None),
            (None, Some(b), Some(_)) => (None, Some(b)),
            _ => (None, None),
        }
    }
}

/// The range in which a question is asked if none is given: the widest of evidence, default and slider.
#[must_use]
pub fn evidence(param: Param) -> (f64, f64) {
    let spec = param.spec();
    let (from, to) = spec.evidence.unwrap_or(spec.slider);
    (from.min(spec.slider.0).min(spec.low), to.max(spec.slider.1).max(spec.high))
}

/// Answers a question.
#[must_use]
pub fn solve(inputs: &Inputs, question: &Question) -> Answer {
    let within = question.within.unwrap_or_else(|| evidence(question.mover.first()));
    let within = (within.0.min(within.1), within.0.max(within.1));
    let shared = Shared::default();
    let roots = |case| {
        let mut moved = inputs.clone();
        let f = |x: f64| {
            question.mover.set(&mut moved, x)?;
            let y = Evaluator::new(&moved, &shared, case, question.year).get(question.output)?;
            y.is_finite().then_some(y)
        };
        search(f, within, question.target)
    };
    Answer { within, low: roots(Case::Low), central: roots(Case::Central), high: roots(Case::High) }
}

/// All values in `within` at which `f` is `target`; places where `f` has no value are passed over.
fn search(mut f: impl FnMut(f64) -> Option<f64>, within: (f64, f64), target: f64) -> Roots {
    let (from, to) = within;
    let near = |y: f64| (y - target).abs() <= PRECISION * target.abs();
    let points: Vec<(f64, f64)> = (0..=STEPS)
        .filter_map(|i| {
            let x = if i == STEPS { to } else { from + (to - from) * f64::from(i) / f64::from(STEPS) };
            Some((x, f(x)? - target))
        })
        .collect();
    let Some(first) = points.first() else { return Roots::None(None) };
    if points.iter().all(|(_, y)| *y == first.1) {
        return if near(first.1 + target) {
            Roots::Everywhere
        } else {
            Roots::None(Some((first.1 + target, first.1 + target)))
        };
    }
    let mut roots: Vec<f64> = Vec::new();
    for (i, (x, y)) in points.iter().enumerate() {
        if *y == 0.0 {
            roots.push(*x);
        }
        let Some((next, there)) = points.get(i + 1) else { break };
        if y * there < 0.0 {
            let root = close(|x| f(x).map_or(f64::NAN, |y| y - target), (*x, *y), (*next, *there));
            // A jump over the target is no root.
            if f(root).is_some_and(near) {
                roots.push(root);
            }
        }
    }
    if roots.is_empty() {
        let ends = points.iter().map(|(_, y)| y + target);
        let (least, most) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), y| (a.min(y), b.max(y)));
        return Roots::None(Some((least, most)));
    }
    Roots::At(roots)
}

/// Closes a bracket whose ends have opposite signs, to the neighbouring floating-point numbers.
fn close(mut g: impl FnMut(f64) -> f64, (a, ya): (f64, f64), (b, yb): (f64, f64)) -> f64 {
    let sign = if ya < 0.0 { 1.0 } else { -1.0 };
    let width = b - a;
    let guess = solve_itp(|x| sign * g(x), a, b, width * CLOSED, 1, ITP_K1 / width, sign * ya, sign * yb);
    let (mut low, mut high) = ((guess - 2.0 * width * CLOSED).max(a), (guess + 2.0 * width * CLOSED).min(b));
    if !(sign * g(low) <= 0.0 && sign * g(high) >= 0.0) {
        (low, high) = (a, b);
    }
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        if sign * g(middle) <= 0.0 { low = middle } else { high = middle }
    }
    if g(low).abs() <= g(high).abs() { low } else { high }
}

/// The factor that the method's authors suggest.
const ITP_K1: f64 = 0.2;

/// The first year from `years` in which one answer is at least another, in the low, the central and the high case.
///
/// “In which year do humanoids pass wind?” has no answer (`None`) while one of the two has no figures or stays behind.
#[must_use]
pub fn first_year(inputs: &Inputs, years: RangeInclusive<i32>, one: Output, other: Output) -> [Option<i32>; 3] {
    let shared = Shared::default();
    [Case::Low, Case::Central, Case::High].map(|case| {
        years.clone().filter(|y| ALL_YEARS.contains(y)).find(|year| {
            let e = Evaluator::new(inputs, &shared, case, *year);
            match (e.get(one), e.get(other)) {
                (Some(a), Some(b)) => a >= b && b > 0.0,
                _ => false,
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parabola_has_both_its_roots() {
        let Roots::At(roots) = search(|x| Some(x * x), (-3.0, 3.0), 2.0) else { panic!("two roots") };
        assert_eq!(roots.len(), 2);
        assert!((roots[0] + 2.0_f64.sqrt()).abs() < 1e-15 && (roots[1] - 2.0_f64.sqrt()).abs() < 1e-15, "{roots:?}");
    }

    #[test]
    fn a_jump_over_the_target_is_no_root() {
        let step = |x: f64| Some(if x < 0.3 { 0.0 } else { 1.0 });
        assert_eq!(search(step, (0.0, 1.0), 0.5), Roots::None(Some((0.0, 1.0))));
    }

    #[test]
    fn what_is_always_so_is_so_everywhere_and_what_never_is_nowhere() {
        assert_eq!(search(|_| Some(2.0), (0.0, 1.0), 2.0), Roots::Everywhere);
        assert_eq!(search(|_| Some(2.0), (0.0, 1.0), 3.0), Roots::None(Some((2.0, 2.0))));
        assert_eq!(search(|_| None, (0.0, 1.0), 3.0), Roots::None(None));
    }
}
