//! The likely ranges of a few answers in every scenario of the library, which a document brings with it: scenarios do not
//! change, so nothing needs to be drawn to set one beside another.

use lodestone_model::data::NamedScenario;
use lodestone_model::inputs::{Case, Inputs};
use lodestone_model::outputs::{Evaluator, Output, Shared};
use lodestone_model::report::Range;

/// The answers that are set side by side, each in a year.
pub const ROWS: [(Output, i32); 9] = [
    (Output::MotorAfterUsd, 2025),
    (Output::MotorAfterLocal, 2025),
    (Output::TurbineAfterUsd, 2025),
    (Output::NdPriceFactor, 2025),
    (Output::SupplyLost, 2025),
    (Output::DemandMagnetT, 2030),
    (Output::BalanceSecondaryT, 2027),
    (Output::BalanceGapT, 2027),
    (Output::BillUsd, 2025),
];
/// Begins the text.
const NAME: &str = "stories";
/// Stands for a figure that is exact, and for one that there is not; programs know them by what they are not, a number.
#[cfg(not(target_arch = "wasm32"))]
const EXACT: &str = "=";
#[cfg(not(target_arch = "wasm32"))]
const NONE: &str = "-";

/// Stands for what the defaults have in that row.
const SAME: &str = "^";

/// Low, high and error of each row, for the defaults and then each scenario; `None` where it is exact or missing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stories(Vec<Option<(f64, f64, f64)>>);

/// The inputs of a scenario, or the defaults.
#[must_use]
pub fn inputs(story: Option<NamedScenario>) -> Inputs {
    // A test opens every scenario of the library.
    story.and_then(|s| s.inputs().ok()).unwrap_or_default()
}

fn place(story: Option<NamedScenario>) -> usize {
    story.map_or(0, |s| s as usize + 1)
}

impl Stories {
    /// Reads what [`Stories::write`] wrote, among other things; nothing where it is not there.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut found = Vec::new();
        let part = text.split(';').find_map(|p| p.trim().strip_prefix(NAME));
        let mut words = part.unwrap_or_default().split_whitespace();
        while let Some(word) = words.next() {
            if word == SAME {
                found.push(found.get(found.len() % ROWS.len()).copied().flatten());
                continue;
            }
            let mut number = || words.next().and_then(|w| w.parse::<f64>().ok());
            found.push(word.parse::<f64>().ok().and_then(|low| Some((low, number()?, number()?))));
        }
        Self(found)
    }

    /// The answer of a row in a scenario with its likely range; `None` where there is no such answer.
    #[must_use]
    pub fn answer(&self, row: usize, story: Option<NamedScenario>, shared: &Shared) -> Option<Range> {
        let (output, year) = *ROWS.get(row)?;
        let inputs = inputs(story);
        let central = Evaluator::new(&inputs, shared, Case::Central, year).get(output)?;
        let range = self.0.get(place(story) * ROWS.len() + row).copied().flatten();
        Some(range.map_or(Range::exactly(central), |(low, high, error)| Range {
            error,
            ..Range::new(low.min(central), central, high.max(central))
        }))
    }

    /// Draws everything; as text.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn write() -> String {
        use super::begin::{ends, short};
        use lodestone_model::uncertainty::{Plan, simulate};

        let mut out = String::from(NAME);
        let mut usual = Vec::new();
        for story in std::iter::once(None).chain(NamedScenario::ALL.into_iter().map(Some)) {
            let inputs = inputs(story);
            for (row, (output, year)) in ROWS.into_iter().enumerate() {
                let drawn = simulate(&inputs, &[output], year, Plan::default()).pop().flatten();
                // The second and the last but one of its quantiles: p5 and p95.
                let found = drawn.and_then(|d| Some((*d.quantiles.get(1)?, *d.quantiles.get(5)?)));
                let text = match found {
                    None => NONE.to_owned(),
                    // What differs by the rounding of sums alone does not differ.
                    Some((low, high)) if high.0 - low.0 <= 1e-12 * high.0.abs() => EXACT.to_owned(),
                    Some((low, high)) => {
                        let [from, to] = ends(low.0, high.0);
                        format!("{from} {to} {}", short(low.1.max(high.1), 2))
                    }
                };
                out.push(' ');
                out += if usual.get(row) == Some(&text) { SAME } else { &text };
                // The defaults come first.
                if story.is_none() {
                    usual.push(text);
                }
            }
        }
        out + ";"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scenario_has_its_answers_with_ranges_around_them() {
        let (stories, shared) = (Stories::read(&format!("motor 1 2 3;{}", Stories::write())), Shared::default());
        assert_eq!(stories.0.len(), ROWS.len() * (NamedScenario::ALL.len() + 1));
        let mut ranged = 0;
        for story in std::iter::once(None).chain(NamedScenario::ALL.into_iter().map(Some)) {
            for row in 0..ROWS.len() {
                let Some(r) = stories.answer(row, story, &shared) else { continue };
                assert!(r.low <= r.central && r.central <= r.high);
                ranged += usize::from(!r.is_exact());
            }
        }
        assert!(ranged > 80, "{ranged}");
        assert_eq!(Stories::read("nothing").answer(0, None, &shared).map(|r| r.is_exact()), Some(true));
    }
}
