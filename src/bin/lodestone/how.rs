//! How ranges are found: likely ones from draws, or the limits. What options say of it, and what an answer says.

use lodestone::format;
use lodestone::text::{Lang, command, quantities, uncertainty};
use lodestone_model::inputs::{Inputs, Reading};
use lodestone_model::outputs::{Evaluator, Output, Shared, range};
use lodestone_model::report::{Range, Ranges, limits};
use lodestone_model::uncertainty::Plan;
use lodestone_model::uncertainty::points::CHUNK;

use crate::Refusal;
use crate::args::Args;
use crate::draws::{self, Run};

/// The largest seed: every whole number up to it is a number of its own in JSON, and can be typed on the page.
const MOST_SEED: u64 = 9_007_199_254_740_991;
/// Most draws of a run.
const MOST_DRAWS: u64 = Plan::MOST * CHUNK as u64;

/// How ranges are found.
#[derive(Debug, Clone, Copy)]
pub enum How {
    /// Every input at the end of its range that makes the answer small or large.
    Limits,
    /// 5th to 95th percentile of draws.
    Likely(Run),
}

impl How {
    /// What the options say.
    pub fn new(args: &Args, lang: Lang) -> Result<Self, Refusal> {
        if args.limits {
            let drawn = [("--draws", &args.draws), ("--seed", &args.seed)];
            return match drawn.into_iter().find(|(_, given)| given.is_some()) {
                Some((option, _)) => Err(Refusal(command::not_together(lang, "--limits", option))),
                None => Ok(Self::Limits),
            };
        }
        let plan = Plan::default();
        let seed = whole(lang, "--seed", args.seed.as_deref(), (0, MOST_SEED))?.unwrap_or(plan.seed);
        let plan = match whole(lang, "--draws", args.draws.as_deref(), (1, MOST_DRAWS))? {
            Some(draws) => Plan { seed, chunks: draws.div_ceil(CHUNK as u64) }.sensible(),
            None => Plan { seed, ..plan },
        };
        Ok(Self::Likely(Run { plan, threads: args.threads() }))
    }

    /// The run of a command that has no answer without one.
    pub fn run(self, lang: Lang, asked: &str) -> Result<Run, Refusal> {
        match self {
            Self::Likely(run) => Ok(run),
            Self::Limits => Err(Refusal(command::not_together(lang, asked, "--limits"))),
        }
    }

    /// What is made of the central inputs, with its ranges.
    pub fn ranges<T: Ranges, M: FnMut(&Reading<'_>) -> T>(self, inputs: &Inputs, maker: impl Fn() -> M + Sync) -> T {
        match self {
            Self::Limits => {
                let mut make = maker();
                limits(|case| make(&Reading::new(inputs, case)))
            }
            Self::Likely(run) => draws::likely(inputs, run, maker),
        }
    }

    /// Single answers with their ranges; `None` for one that the evidence does not hold.
    pub fn answers(self, inputs: &Inputs, outputs: &[Output], year: i32) -> Answers {
        if let Self::Limits = self {
            let shared = Shared::default();
            return Answers(outputs.iter().map(|output| range(inputs, &shared, year, *output)).collect());
        }
        self.ranges(inputs, || {
            let shared = Shared::default();
            move |x: &Reading<'_>| {
                let e = Evaluator::of(*x, &shared, year);
                Answers(outputs.iter().map(|output| e.get(*output).map(Range::exactly)).collect())
            }
        })
    }

    /// A line about the ranges of an answer.
    pub fn note(self, lang: Lang, of: &mut dyn Ranges) -> String {
        let Self::Likely(run) = self else { return format!("{}\n", command::limits_note(lang)) };
        let mut worst: f64 = 0.0;
        of.each(&mut |r| {
            if r.high > r.low {
                worst = worst.max(r.error / (r.high - r.low));
            }
        });
        let mut note = uncertainty::how(lang, &count(run), &run.plan.seed.to_string());
        if worst > 0.0 {
            let share = quantities::percent(lang, &format::significant(worst * 100.0, 1));
            note += "\n";
            note += &command::redrawn(lang, &share);
        }
        note + "\n"
    }
}

/// How many draws, by which seed.
pub fn drawn(lang: Lang, run: Run) -> String {
    command::drawn(lang, &count(run), &run.plan.seed.to_string())
}

fn count(run: Run) -> String {
    #[allow(clippy::cast_precision_loss)] // a quarter of a million
    let count = run.plan.draws() as f64;
    format::exact(count)
}

/// A whole number, where one was given.
fn whole(lang: Lang, option: &str, text: Option<&str>, (from, to): (u64, u64)) -> Result<Option<u64>, Refusal> {
    let Some(text) = text else { return Ok(None) };
    let refused = || Refusal(command::whole_number(lang, option, text, &from.to_string(), &to.to_string()));
    text.trim().parse().ok().filter(|n| (from..=to).contains(n)).map(Some).ok_or_else(refused)
}

/// Single answers.
pub struct Answers(pub Vec<Option<Range>>);

impl Ranges for Answers {
    fn each(&mut self, see: &mut dyn FnMut(&mut Range)) {
        for answer in &mut self.0 {
            match answer {
                Some(range) => see(range),
                None => see(&mut Range::exactly(f64::NAN)),
            }
        }
    }
}
