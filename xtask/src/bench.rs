//! Figures, not tests: how long a report takes, how many scenarios a core answers in a second, how long from a key to the
//! paint of its answer, and how long a million draws.

use crate::browser::Driver;
use crate::serve::Served;
use crate::tools::{self, Outcome, cargo};
use crate::{command, montecarlo, site};

/// Prints one part, or all.
pub fn run(part: Option<&str>) -> Outcome<()> {
    match part {
        None => all(),
        Some("monte-carlo") => montecarlo::bench(),
        Some(other) => {
            Err(format!("“{other}” is no part of the benchmark; accepted: monte-carlo, or nothing for all."))
        }
    }
}

fn all() -> Outcome<()> {
    tools::run(cargo().args(["bench", "--package", "lodestone-model"]))?;
    command::bench()?;
    let dist = site::build()?;
    let served = Served::start(&dist, 0)?;
    let driver = Driver::start()?;
    let mut latency = driver.told_to(cargo(), &served);
    tools::run(latency.args(["bench", "--package", "lodestone", "--features", "browser-tests", "--bench", "latency"]))?;
    montecarlo::bench()
}
