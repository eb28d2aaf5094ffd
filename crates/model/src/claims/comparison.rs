//! One comparison: the operands as they are known, what the rule makes of them, and whether the claim fits.

use super::root::root;
use super::rounding::rounding;
use super::{AUDITS, Audit, Operand, Origin, Reading, Rule, Verdict};
use crate::data::{CLAIMS, ClaimsRow, Param};
use crate::inputs::Inputs;
use crate::outputs::{Evaluator, Output, Shared};
use crate::solve::{self, Mover, Question, Roots};
use crate::uncertainty::{Plan, simulate};
use crate::{decimal, inputs::Case};

/// How far a figure that is called rough may be off: a tenth.
const ROUGH: f64 = 0.1;
/// Share by which two figures may differ that should be the same number: rounding of the arithmetic.
const ARITHMETIC: f64 = 1e-9;

/// An operand with its numbers, in its own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value {
    /// The operand.
    pub operand: &'static Operand,
    /// Low, central, high.
    pub numbers: [f64; 3],
}

/// What would have to be different for the claim to fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Needed {
    /// Index of the operand.
    pub operand: usize,
    /// The parameter of the model that was moved instead of the operand itself.
    pub param: Option<Param>,
    /// The value that makes the claim true, in the unit of the operand or the parameter.
    pub value: f64,
    /// Whether its own range or its evidence holds that value.
    pub within: bool,
}

/// One comparison of a claim, worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct Tested {
    /// The comparison.
    pub audit: &'static Audit,
    /// Its operands.
    pub operands: Vec<Value>,
    /// What follows from them, in the claim's unit: low, central, high.
    pub ours: [f64; 3],
    /// The claim: low, central, high as printed.
    pub claim: [f64; 3],
    /// Between which values the claim may lie, given how many digits were printed.
    pub printed: (f64, f64),
    /// What the claim is over what follows from the operands; `None` where that says nothing (a zero, opposite signs).
    pub factor: Option<f64>,
    /// What would make the claim true; `None` where nothing does.
    pub needed: Option<Needed>,
    /// How it ended; never [`Verdict::Recorded`].
    pub verdict: Verdict,
}

impl Audit {
    /// The claim that is set against something.
    #[must_use]
    pub fn claim(&self) -> &'static ClaimsRow {
        &CLAIMS[self.claim]
    }

    /// Works the comparison out.
    #[must_use]
    pub fn test(&'static self, shared: &Shared) -> Tested {
        let operands: Vec<Value> =
            self.operands.iter().map(|o| Value { operand: o, numbers: numbers(o, shared) }).collect();
        let ours = self.range(&operands);
        let claim = printed_range(self.claim());
        let printed = self.printed(claim);
        let overlap = match self.reading {
            Reading::AtLeast => ours[2] >= printed.0,
            Reading::AtMost => ours[0] <= printed.1,
            _ => ours[0] <= printed.1 && printed.0 <= ours[2],
        };
        let middle = match self.reading {
            Reading::AtLeast => ours[1] >= printed.0 || ours[2] >= claim[1],
            Reading::AtMost => ours[1] <= printed.1 || ours[0] <= claim[1],
            _ => (printed.0..=printed.1).contains(&ours[1]) || (ours[0]..=ours[2]).contains(&claim[1]),
        };
        // A range is met at its nearer end, a single figure at itself.
        let target = match (claim[0] < claim[2] || overlap, ours[1] < printed.0) {
            (false, _) => claim[1],
            (true, true) => printed.0,
            (true, false) => printed.1,
        };
        let needed = if overlap && middle { None } else { self.needed(&operands, target * self.scale) };
        let needed = needed.map(|n| Needed { within: n.within || overlap, ..n });
        let verdict = if overlap && middle {
            Verdict::Reproduced
        } else if overlap || needed.is_some_and(|n| n.within) {
            Verdict::ReproducedIf
        } else if operands.iter().all(|v| matches!(v.operand.origin, Origin::Claim(_) | Origin::Literal)) {
            Verdict::Inconsistent
        } else {
            Verdict::NotReproduced
        };
        let factor = Some(claim[1] / ours[1]).filter(|f| f.is_finite() && *f > 0.0);
        Tested { audit: self, operands, ours, claim, printed, factor, needed, verdict }
    }

    /// What the rule makes of the operands, over all ends of their ranges, in the claim's unit.
    fn range(&self, operands: &[Value]) -> [f64; 3] {
        let at = |end: &dyn Fn(usize) -> usize| -> f64 {
            let x: Vec<f64> = operands.iter().enumerate().map(|(i, v)| v.numbers[end(i)] * v.operand.scale).collect();
            self.rule.value(&x) / self.scale
        };
        let mut out = [at(&|_| 1); 3];
        for corner in 0_u32..1 << operands.len() {
            let value = at(&|i| if corner >> i & 1 == 1 { 2 } else { 0 });
            out[0] = out[0].min(value);
            out[2] = out[2].max(value);
        }
        out
    }

    fn printed(&self, claim: [f64; 3]) -> (f64, f64) {
        let rough = if self.reading == Reading::About { ROUGH } else { ARITHMETIC };
        // Who states a range has chosen its ends; who states a rank has counted.
        let exact = self.rule == Rule::Rank || claim[0] < claim[2];
        let digits = |x: f64| if exact { 0.0 } else { rounding(x, self.claim().unit) };
        let slack = |x: f64| digits(x).max(x.abs() * rough);
        (claim[0] - slack(claim[0]), claim[2] + slack(claim[2]))
    }

    /// The value of one operand that makes the claim true.
    fn needed(&self, operands: &[Value], target: f64) -> Option<Needed> {
        let (param, operand) = match self.solve.parse::<usize>() {
            Ok(n) => (None, n - 1),
            Err(_) => {
                let param = Param::ALL.into_iter().find(|p| p.key() == self.solve);
                let model = operands.iter().position(|v| matches!(v.operand.origin, Origin::Model(_)));
                (param, model.unwrap_or_default())
            }
        };
        let own = operands.get(operand)?;
        let x: Vec<f64> = operands.iter().map(|v| v.numbers[1] * v.operand.scale).collect();
        let with = |v: f64| {
            let mut x = x.clone();
            x[operand] = v;
            self.rule.value(&x) - target
        };
        let value = root(with, x[operand])? / own.operand.scale;
        match (param, own.operand.origin) {
            (Some(param), Origin::Model(asked)) => {
                let (inputs, output, year) = asked_of_model(asked)?;
                let root = |within| {
                    let question = Question { output, mover: Mover::One(param), target: value, year, within };
                    match solve::solve(&inputs, &question).central {
                        Roots::At(found) => found.first().copied(),
                        _ => None,
                    }
                };
                // First where the evidence is, then as far as makes sense at all.
                let possible = (param.spec().possible.min, param.spec().possible.max);
                let value = root(None).or_else(|| root(Some(possible)))?;
                Some(Needed { operand, param: Some(param), value, within: is_known(param, value) })
            }
            (_, Origin::Param(p)) => Some(Needed { operand, param: Some(p), value, within: is_known(p, value) }),
            _ => Some(Needed { operand, param: None, value, within: holds((own.numbers[0], own.numbers[2]), value) }),
        }
    }
}

/// Whether the evidence for an input, or its own range where nothing else is known, holds a value.
fn is_known(param: Param, value: f64) -> bool {
    let spec = param.spec();
    holds(spec.evidence.unwrap_or((spec.low, spec.high)), value)
}

fn holds((low, high): (f64, f64), value: f64) -> bool {
    (low..=high).contains(&value)
}

/// The numbers of an operand in its own unit; a printed one as wide as its digits allow.
fn numbers(operand: &Operand, shared: &Shared) -> [f64; 3] {
    match operand.origin {
        Origin::Param(param) => {
            let spec = param.spec();
            [spec.low, spec.central, spec.high]
        }
        Origin::Model(asked) => asked_of_model(asked).and_then(|a| answer(&a, shared)).unwrap_or([f64::NAN; 3]),
        Origin::Literal => operand.numbers,
        Origin::Claim(_) | Origin::Row(..) => {
            let [low, central, high] = operand.numbers;
            let slack = |x: f64| if operand.printed && low == high { rounding(x, operand.unit) } else { 0.0 };
            [low - slack(low), central, high + slack(high)]
        }
    }
}

/// Reads `answer@year?key=value&key=value`; the year of the base where none stands.
pub(super) fn asked_of_model(text: &str) -> Option<(Inputs, Output, i32)> {
    let (asked, given) = text.split_once('?').unwrap_or((text, ""));
    let (output, year) = asked.split_once('@').unwrap_or((asked, ""));
    let year = if year.is_empty() { crate::demand::BASE_YEAR } else { decimal::read(year)? as i32 };
    let mut inputs = Inputs::default();
    for pair in given.split('&').filter(|p| !p.is_empty()) {
        let (key, value) = pair.split_once('=')?;
        inputs.assign(key, value).ok()?;
    }
    Some((inputs, Output::named(output)?, year))
}

/// An answer with its likely range, p5 to p95.
fn answer((inputs, output, year): &(Inputs, Output, i32), shared: &Shared) -> Option<[f64; 3]> {
    let central = Evaluator::new(inputs, shared, Case::Central, *year).get(*output)?;
    let drawn = simulate(inputs, &[*output], *year, Plan::default()).pop()??;
    // The second and the last but one of its quantiles.
    Some([drawn.quantiles.get(1)?.0.min(central), central, drawn.quantiles.get(5)?.0.max(central)])
}

fn printed_range(claim: &ClaimsRow) -> [f64; 3] {
    let low = claim.low.or(claim.central).or(claim.high).unwrap_or(f64::NAN);
    let high = claim.high.or(claim.central).unwrap_or(low);
    [low, claim.central.unwrap_or(f64::midpoint(low, high)), high]
}

/// Every comparison of one claim.
pub(super) fn of(claim: usize) -> impl Iterator<Item = &'static Audit> {
    AUDITS.iter().filter(move |a| a.claim == claim)
}
