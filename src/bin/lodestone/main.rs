//! The command `lodestone`: the model without a page. Same engine, same words, same answers to the bit.
//!
//! Lives here: arguments ([`args`]), the answers ([`products`], [`world`], [`single`], [`questions`], [`claims`], [`derive`]), links ([`open`]), releases ([`moved`]), files ([`export`]), as data
//! ([`json`]) and as text ([`text`], [`table`]), the description of all inputs ([`lodestone::schema`]), and many scenarios in one
//! stream ([`batch`]). Does not live here: arithmetic.

mod args;
mod batch;
mod cells;
mod cite;
mod claims;
mod derive;
mod draws;
mod export;
mod given;
mod how;
mod json;
mod meter;
mod moved;
mod open;
mod products;
mod publish;
mod questions;
mod single;
mod table;
mod text;
mod unsure;
mod world;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use serde_json::Value;

use args::{Args, Command};

/// A sentence in the reader's language that says what is wrong; the command ends with status 2.
#[derive(Debug)]
pub struct Refusal(pub String);

/// What a command answers: data for programs, lines for people.
pub struct Answer {
    json: Value,
    text: String,
}

fn main() -> ExitCode {
    let args = Args::parse();
    match run(&args) {
        Ok(code) => code,
        Err(Refusal(sentence)) => {
            let _ = writeln!(std::io::stderr(), "lodestone: {sentence}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<ExitCode, Refusal> {
    let lang = args.lang()?;
    let how = how::asked(args, lang)?;
    let answer = match &args.command {
        Command::Cost(with) => products::cost(&with.inputs(lang)?, how, lang),
        Command::Demand { with, year } => world::demand(&with.inputs(lang)?, given::year(lang, *year)?, how, lang),
        Command::Supply(with) => world::supply(&with.inputs(lang)?, lang),
        Command::Balance(with) => world::balance(&with.inputs(lang)?, how, lang),
        Command::Shock(with) => products::shock(&with.inputs(lang)?, how, lang),
        Command::Report { with, year } => single::report(&with.inputs(lang)?, given::year(lang, *year)?, how, lang),
        Command::Solve(question) => questions::solve(question, lang)?,
        Command::Simulate(question) if question.csv => {
            if args.json {
                return Err(Refusal(lodestone::text::command::not_together(lang, "--csv", "--json")));
            }
            return print(&unsure::csv(question, how, lang)?, lang);
        }
        Command::Simulate(question) => unsure::simulate(question, how, lang)?,
        Command::Sensitivity(question) => unsure::sensitivity(question, how, lang)?,
        Command::Why(question) => questions::why(question, lang)?,
        Command::Compare { scenarios, year } => single::compare(scenarios, given::year(lang, *year)?, how, lang)?,
        Command::Scenarios => questions::scenarios(lang)?,
        Command::History(with) => questions::history(&with.inputs(lang)?, how, lang),
        Command::Derive(question) => derive::derive(question, lang)?,
        Command::Evaluate(question) => derive::evaluate(question, lang)?,
        Command::Claims(filter) => claims::claims(filter, lang)?,
        Command::Cite(asked) => cite::cite(asked, args, how, lang)?,
        Command::Export(asked) => {
            return match export::export(asked, args, how, lang)? {
                Some(text) => print(&text, lang),
                None => Ok(ExitCode::SUCCESS),
            };
        }
        Command::Publish(asked) => publish::publish(asked, how, lang)?,
        Command::Open(link) => {
            let (answer, same) = open::open(link, lang)?;
            print(&if args.json { format!("{:#}\n", answer.json) } else { answer.text }, lang)?;
            return Ok(if same { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        Command::Release { moved: true } => {
            Answer { json: moved::data(), text: lodestone::moved::text(&lodestone_model::moved::log(), lang) }
        }
        Command::Release { moved: false } => Answer { json: open::release(), text: lodestone_model::release::lines() },
        Command::Schema => Answer { json: lodestone::schema::schema(), text: String::new() },
        Command::Batch(batch) => return batch::run(batch, args, how, lang),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Args::command(), "lodestone", &mut script);
            return print(&String::from_utf8_lossy(&script), lang);
        }
    };
    // The schema is for programs alone.
    if args.json || answer.text.is_empty() {
        print(&format!("{:#}\n", answer.json), lang)
    } else {
        print(&answer.text, lang)
    }
}

/// Writes to standard output; a reader that has seen enough (`| head`) is no fault.
fn print(text: &str, lang: lodestone::text::Lang) -> Result<ExitCode, Refusal> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => {
            Err(Refusal(lodestone::text::command::written(lang, &e.to_string())))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}
