//! Figures, not tests: how long a report takes, how many scenarios a core answers in a second, and how long from a key to the paint of its answer.

use crate::browser::Driver;
use crate::serve::Served;
use crate::tools::{self, Outcome, cargo};
use crate::{command, site};

/// Prints all three.
pub fn run() -> Outcome<()> {
    tools::run(cargo().args(["bench", "--package", "lodestone-model"]))?;
    command::bench()?;
    let dist = site::build()?;
    let served = Served::start(&dist, 0)?;
    let driver = Driver::start()?;
    let mut latency = driver.told_to(cargo(), &served);
    tools::run(latency.args(["bench", "--package", "lodestone", "--features", "browser-tests", "--bench", "latency"]))
}
