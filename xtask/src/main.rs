//! Builds, checks, serves and packs Lodestone. `cargo xtask help` lists what it can do.
//!
//! ```text
//! serve ─┐                       ┌▶ trunk ─▶ finish (words, shorter names, security policy)
//! test  ─┼▶ tools ─▶ site ───────┤
//! dist  ─┤                       └▶ dist/
//! sizes ─┘
//! ```

mod bench;
mod browser;
mod command;
mod data;
mod features;
mod finish;
mod laws;
mod montecarlo;
mod peers;
mod serve;
mod shrink;
mod site;
mod sizes;
mod test;
mod tools;
mod words;

use std::process::ExitCode;

const HELP: &str = "cargo xtask serve    build the page, serve it on this machine, print its address
cargo xtask test     format, lints, all tests, browser tests on the optimised page
cargo xtask dist     leave the finished static site in dist/
cargo xtask sizes    bytes of each file of dist/; fails above the budget of a first visit
cargo xtask bench    time of a report, of a batch, from a key to the paint of its answer, of a million draws
  … monte-carlo      the last of these only
cargo xtask data     check static-data, and what the site publishes of it, with the frictionless tool
cargo xtask finish   (called by Trunk) write the words beside the built page, shrink its program, write its security policy";

fn main() -> ExitCode {
    let task = std::env::args().nth(1).unwrap_or_default();
    let done = match task.as_str() {
        "serve" => serve::run(),
        "test" => test::run(),
        "dist" => site::publish().map(|dist| println!("The site is in {}.", dist.display())),
        "sizes" => site::publish().and_then(|dist| sizes::run(&dist)),
        "bench" => bench::run(std::env::args().nth(2).as_deref()),
        "data" => data::run(),
        "finish" => finish::run(),
        _ => {
            println!("{HELP}");
            return if matches!(task.as_str(), "" | "help") { ExitCode::SUCCESS } else { ExitCode::from(2) };
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask {task}: {why}");
            ExitCode::FAILURE
        }
    }
}
