//! The arithmetic of comparisons: one rule a form, in base units, percentages as shares.

/// A form of arithmetic that many claims share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// x: the same quantity said by another.
    Same,
    /// a · b · …
    Times,
    /// a / b / …
    Divided,
    /// a / b, the part over the whole.
    Share,
    /// b / a − 1.
    Change,
    /// a · (1 + g).
    Changed,
    /// a / (1 + g): what it was before.
    Before,
    /// a · (1 + g)^n.
    Compound,
    /// (b / a)^(1/n) − 1.
    YearlyGrowth,
    /// Π (1 + g) − 1.
    Chain,
    /// a + b + …
    Sum,
    /// a − b.
    Difference,
    /// Σ a / Σ a/(1 + g) − 1: the growth of a group from its members' amounts and growths.
    GroupGrowth,
    /// 1/(1 − x) − 1: what a foreign good costs more when a currency loses x of its value.
    ValueFall,
    /// (1 + c·s)^(ln(1+p)/ln(1+q)) − 1: the price change that a cut c of a part s brings, by another claim's p and q.
    Response,
    /// 1 + how many of the others are larger than the first.
    Rank,
    /// a + a/(1 + g): a part of a period and the part before it.
    WithBefore,
    /// (1 + a)/(1 + b) − 1: what a growth leaves over another.
    RelativeGrowth,
    /// f/(a − f) with f = Σ b: the growth of a stock that ends at a after flows of b.
    FlowGrowth,
    /// a/(a + b + …): a part of a whole that is known by its parts.
    PartOfSum,
}

impl Rule {
    /// The key as written in `audits.csv`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Times => "times",
            Self::Divided => "divided",
            Self::Share => "share",
            Self::Change => "change",
            Self::Changed => "changed",
            Self::Before => "before",
            Self::Compound => "compound",
            Self::YearlyGrowth => "yearly-growth",
            Self::Chain => "chain",
            Self::Sum => "sum",
            Self::Difference => "difference",
            Self::GroupGrowth => "group-growth",
            Self::ValueFall => "value-fall",
            Self::Response => "response",
            Self::Rank => "rank",
            Self::WithBefore => "with-before",
            Self::RelativeGrowth => "relative-growth",
            Self::FlowGrowth => "flow-growth",
            Self::PartOfSum => "part-of-sum",
        }
    }

    /// The quantity for these operands; no number (NaN) where they allow none, such as a part of nothing.
    #[must_use]
    pub fn value(self, x: &[f64]) -> f64 {
        let at = |i: usize| x.get(i).copied().unwrap_or(f64::NAN);
        let rest = x.get(1..).unwrap_or_default();
        match self {
            Self::Same => at(0),
            Self::Times => rest.iter().fold(at(0), |a, b| a * b),
            Self::Divided => rest.iter().fold(at(0), |a, b| a / b),
            Self::Share => at(0) / at(1),
            Self::Change => at(1) / at(0) - 1.0,
            Self::Changed => at(0) * (1.0 + at(1)),
            Self::Before => at(0) / (1.0 + at(1)),
            Self::Compound => at(0) * libm::pow(1.0 + at(1), at(2)),
            Self::YearlyGrowth => libm::pow(at(1) / at(0), 1.0 / at(2)) - 1.0,
            Self::Chain => x.iter().fold(1.0, |a, g| a * (1.0 + g)) - 1.0,
            Self::Sum => x.iter().sum(),
            Self::Difference => at(0) - at(1),
            Self::GroupGrowth => {
                let now: f64 = x.iter().step_by(2).sum();
                let before: f64 = x.chunks_exact(2).map(|pair| pair[0] / (1.0 + pair[1])).sum();
                now / before - 1.0
            }
            Self::ValueFall => 1.0 / (1.0 - at(0)) - 1.0,
            Self::Response => {
                let exponent = libm::log(1.0 + at(2)) / libm::log(1.0 + at(3));
                libm::pow(1.0 + at(0) * at(1), exponent) - 1.0
            }
            Self::Rank => 1.0 + rest.iter().filter(|other| **other > at(0)).count() as f64,
            Self::WithBefore => at(0) + at(0) / (1.0 + at(1)),
            Self::RelativeGrowth => (1.0 + at(0)) / (1.0 + at(1)) - 1.0,
            Self::FlowGrowth => {
                let flows: f64 = rest.iter().sum();
                flows / (at(0) - flows)
            }
            Self::PartOfSum => at(0) / x.iter().sum::<f64>(),
        }
    }

    /// The formula with a number for each of `n` operands in braces: `{1} / {2}`.
    ///
    /// In the signs of plain arithmetic, so that the text of a filled-in formula can be evaluated.
    #[must_use]
    pub fn formula(self, n: usize) -> String {
        let joined = |from: usize, sign: &str, each: &dyn Fn(usize) -> String| {
            (from..=n).map(each).collect::<Vec<_>>().join(sign)
        };
        let plain = |i: usize| format!("{{{i}}}");
        match self {
            Self::Same => "{1}".into(),
            Self::Times => joined(1, " * ", &plain),
            Self::Divided => joined(1, " / ", &plain),
            Self::Share => "{1} / {2}".into(),
            Self::Change => "{2} / {1} - 1".into(),
            Self::Changed => "{1} * (1 + {2})".into(),
            Self::Before => "{1} / (1 + {2})".into(),
            Self::Compound => "{1} * (1 + {2})^{3}".into(),
            Self::YearlyGrowth => "({2} / {1})^(1 / {3}) - 1".into(),
            Self::Chain => joined(1, " * ", &|i| format!("(1 + {{{i}}})")) + " - 1",
            Self::Sum => joined(1, " + ", &plain),
            Self::Difference => "{1} - {2}".into(),
            Self::GroupGrowth => {
                let odd = |i: &usize| i % 2 == 1;
                let now: Vec<_> = (1..=n).filter(odd).map(plain).collect();
                let before: Vec<_> = (1..=n).filter(odd).map(|i| format!("{{{i}}} / (1 + {{{}}})", i + 1)).collect();
                format!("({}) / ({}) - 1", now.join(" + "), before.join(" + "))
            }
            Self::ValueFall => "1 / (1 - {1}) - 1".into(),
            Self::Response => "(1 + {1} * {2})^(ln(1 + {3}) / ln(1 + {4})) - 1".into(),
            Self::Rank => format!("1 + count({} > {{1}})", joined(2, ", ", &plain)),
            Self::WithBefore => "{1} + {1} / (1 + {2})".into(),
            Self::RelativeGrowth => "(1 + {1}) / (1 + {2}) - 1".into(),
            Self::PartOfSum => format!("{{1}} / ({})", joined(1, " + ", &plain)),
            Self::FlowGrowth => format!("({0}) / ({{1}} - ({0}))", joined(2, " + ", &plain)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-9 * b.abs().max(1.0)
    }

    #[test]
    fn the_rules_give_what_can_be_worked_out_by_hand() {
        let cases: [(Rule, &[f64], f64); 20] = [
            (Rule::Same, &[7.0], 7.0),
            (Rule::Times, &[2.0, 3.0, 4.0], 24.0),
            (Rule::Divided, &[24.0, 2.0, 3.0], 4.0),
            (Rule::Share, &[1.0, 4.0], 0.25),
            (Rule::Change, &[40.0, 60.0], 0.5),
            (Rule::Changed, &[100.0, -0.1], 90.0),
            (Rule::Before, &[90.0, -0.1], 100.0),
            (Rule::Compound, &[100.0, 1.0, 3.0], 800.0),
            (Rule::YearlyGrowth, &[100.0, 800.0, 3.0], 1.0),
            (Rule::Chain, &[0.5, 1.0], 2.0),
            (Rule::Sum, &[1.0, 2.0, 3.0], 6.0),
            (Rule::Difference, &[3.0, 5.0], -2.0),
            (Rule::GroupGrowth, &[110.0, 0.1, 100.0, 0.0], 0.05),
            (Rule::ValueFall, &[0.2], 0.25),
            (Rule::Response, &[-0.5, 1.0, 1.0, -0.5], 1.0),
            (Rule::Rank, &[5.0, 7.0, 3.0], 2.0),
            (Rule::WithBefore, &[6.0, -0.5], 18.0),
            (Rule::RelativeGrowth, &[0.2, 0.5], -0.2),
            (Rule::FlowGrowth, &[80.0, 30.0, -50.0], -0.2),
            (Rule::PartOfSum, &[1.0, 2.0, 1.0], 0.25),
        ];
        for (rule, x, expected) in cases {
            assert!(close(rule.value(x), expected), "{} {x:?} is {}", rule.key(), rule.value(x));
        }
    }

    #[test]
    fn a_formula_names_every_operand_and_no_other() {
        assert_eq!(Rule::Divided.formula(2), "{1} / {2}");
        assert_eq!(Rule::GroupGrowth.formula(4), "({1} + {3}) / ({1} / (1 + {2}) + {3} / (1 + {4})) - 1");
        assert_eq!(Rule::Rank.formula(3), "1 + count({2}, {3} > {1})");
    }
}
