//! A claim with all its comparisons and the verdict that follows from them.

use super::Tested;
use super::comparison;
use crate::data::{CLAIMS, ClaimsRow};
use crate::outputs::Shared;

/// What became of a claim, from fitting to not fitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// An observation that nothing here can check.
    Recorded,
    /// What follows from other evidence holds it, as far as its printed digits go.
    Reproduced,
    /// It fits with a value that its own range or the evidence holds, but not in the middle.
    ReproducedIf,
    /// It does not fit what tables or the model give.
    NotReproduced,
    /// It does not fit other claims.
    Inconsistent,
}

impl Verdict {
    /// All of them, in their order.
    pub const ALL: [Self; 5] =
        [Self::Recorded, Self::Reproduced, Self::ReproducedIf, Self::NotReproduced, Self::Inconsistent];

    /// The key as written in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Reproduced => "reproduced",
            Self::ReproducedIf => "reproduced-if",
            Self::NotReproduced => "not-reproduced",
            Self::Inconsistent => "inconsistent",
        }
    }
}

/// A claim, audited.
#[derive(Debug, Clone, PartialEq)]
pub struct Audited {
    /// The claim.
    pub claim: &'static ClaimsRow,
    /// What it was set against; empty where nothing was.
    pub tests: Vec<Tested>,
    /// What became of it: the verdict of its first comparison, which is the most direct one.
    pub verdict: Verdict,
    /// How many of its comparisons do not fit.
    pub differing: usize,
}

impl Audited {
    /// Whether the verdict is not the whole story: it fits, and some other comparison does not.
    #[must_use]
    pub fn is_contested(&self) -> bool {
        self.verdict < Verdict::NotReproduced && self.differing > 0
    }

    /// How far the claim is from what follows, as the logarithm of a factor; 0 for one that is only recorded.
    #[must_use]
    pub fn distance(&self) -> f64 {
        self.tests.first().map_or(0.0, Tested::distance)
    }
}

impl Tested {
    /// |ln| of the factor between claim and what follows.
    ///
    /// Where there is no factor, a claim that fits counts as equal and any other as ten times off.
    #[must_use]
    pub fn distance(&self) -> f64 {
        let none = if self.verdict == Verdict::Reproduced { 1.0 } else { 10.0 };
        libm::log(self.factor.unwrap_or(none)).abs()
    }
}

/// Audits every claim, in the order of the data.
#[must_use]
pub fn all() -> Vec<Audited> {
    let shared = Shared::default();
    (0..CLAIMS.len()).map(|i| audited(i, &shared)).collect()
}

fn audited(place: usize, shared: &Shared) -> Audited {
    let tests: Vec<Tested> = comparison::of(place).map(|a| a.test(shared)).collect();
    let verdict = tests.first().map_or(Verdict::Recorded, |t| t.verdict);
    let differing = tests.iter().filter(|t| t.verdict >= Verdict::NotReproduced).count();
    Audited { claim: &CLAIMS[place], tests, verdict, differing }
}
