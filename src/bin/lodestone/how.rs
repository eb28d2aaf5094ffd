//! How ranges are found: what options say of it, and what an answer says. Not here: the ranges themselves
//! ([`lodestone_answers::how`]).

use lodestone::format;
use lodestone::text::{Lang, command, quantities, uncertainty};
use lodestone_answers::how::{self, MOST_DRAWS, MOST_SEED};
use lodestone_model::report::Ranges;
use lodestone_model::uncertainty::Plan;
use lodestone_model::uncertainty::points::CHUNK;

use crate::Refusal;
use crate::args::Args;
use crate::draws::Run;

/// How ranges are found, on the threads of this machine.
pub type How = how::How<Run>;

/// What the options say.
pub fn asked(args: &Args, lang: Lang) -> Result<How, Refusal> {
    if args.limits {
        let drawn = [("--draws", &args.draws), ("--seed", &args.seed)];
        return match drawn.into_iter().find(|(_, given)| given.is_some()) {
            Some((option, _)) => Err(Refusal(command::not_together(lang, "--limits", option))),
            None => Ok(How::Limits),
        };
    }
    let plan = Plan::default();
    let seed = whole(lang, "--seed", args.seed.as_deref(), (0, MOST_SEED))?.unwrap_or(plan.seed);
    let plan = match whole(lang, "--draws", args.draws.as_deref(), (1, MOST_DRAWS))? {
        Some(draws) => Plan { seed, chunks: draws.div_ceil(CHUNK as u64) }.sensible(),
        None => Plan { seed, ..plan },
    };
    Ok(How::Likely(Run { plan, threads: args.threads() }))
}

/// The run of a command that has no answer without one.
pub fn run(how: How, lang: Lang, asked: &str) -> Result<Run, Refusal> {
    match how {
        How::Likely(run) => Ok(run),
        How::Limits => Err(Refusal(command::not_together(lang, asked, "--limits"))),
    }
}

/// A line about the ranges of an answer.
pub fn note(how: How, lang: Lang, of: &mut dyn Ranges) -> String {
    let How::Likely(run) = how else { return format!("{}\n", command::limits_note(lang)) };
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
