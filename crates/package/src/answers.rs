//! The answers, by the names of their functions. Not here: what is asked ([`asked`](crate::asked)), and the types of what is
//! answered ([`lodestone_answers`]).

use std::sync::OnceLock;

use lodestone::schema;
use lodestone::text::package as words;
use lodestone_answers::claims::{Filter, document};
use lodestone_answers::cost::{Cost, Costs, told};
use lodestone_answers::demand::{self, Demand};
use lodestone_answers::head::VERSION;
use lodestone_answers::report::Report;
use lodestone_answers::shock::{Chain, Shock};
use lodestone_answers::solve::{FirstYear, Solved};
use lodestone_answers::spread::{Simulated, summaries};
use lodestone_answers::supply::{Balance, Supply, balances};
use lodestone_model::claims::{self, Audited, Verdict};
use lodestone_model::data::{DATA_VERSION, Param};
use lodestone_model::outputs::Output;
use lodestone_model::solve::{self, Mover, Question};
use serde::Serialize;
use serde_json::Value;

use crate::arguments::function;
use crate::asked::{Asked, Outcome};
use crate::chart;
use crate::given::Given;
use crate::refused::Refused;

/// What the functions are called by whom they serve: the version of their arguments and answers.
pub const API: &str = "lodestone.v1";

/// What a function answers.
///
/// # Errors
/// An argument that it does not take.
pub fn answer(name: &str, given: Given) -> Outcome<Value> {
    // Only the script of the package calls it, with names that it knows.
    let Some(function) = function(name) else { return Ok(Value::Null) };
    let asked = Asked::new(function, given)?;
    match name {
        "cost" => cost(&asked),
        "demand" => demand(&asked),
        "supply" => asked.inputs().map(|inputs| data(&Supply::from(&inputs))),
        "balance" => balance(&asked),
        "shock" => shock(&asked),
        "report" => report(&asked),
        "solve" => solve(&asked),
        "simulate" => simulate(&asked),
        "claims" => claimed(&asked),
        "chartSvg" => chart::svg(&asked).map(Value::String),
        _ => Ok(Value::Null),
    }
}

/// The description of every input, answer and scenario, as `lodestone schema` prints it.
#[must_use]
pub fn schema() -> Value {
    schema::schema()
}

/// Of which version everything is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Version {
    /// The version of arguments and answers.
    #[cfg_attr(feature = "types", ts(type = "\"lodestone.v1\""))]
    pub api: &'static str,
    /// The version of the model.
    pub model: &'static str,
    /// The version of its data.
    pub data: &'static str,
}

/// The versions of this package.
pub const VERSIONS: Version = Version { api: API, model: VERSION, data: DATA_VERSION };

/// An answer on the way to JavaScript: the same that the command prints, what is no number as null.
fn data(answer: &impl Serialize) -> Value {
    // Its keys are texts: there is nothing that JSON cannot hold.
    serde_json::to_value(answer).unwrap_or_default()
}

fn cost(asked: &Asked) -> Outcome<Value> {
    let (inputs, how) = (asked.inputs()?, asked.how()?);
    Ok(data(&Cost::of(&inputs, how, &Costs::new(&inputs, how), &told(&inputs))))
}

fn demand(asked: &Asked) -> Outcome<Value> {
    let (inputs, year, how) = (asked.inputs()?, asked.year()?, asked.how()?);
    Ok(data(&Demand::of(&inputs, how, &demand::year(&inputs, year, how))))
}

fn balance(asked: &Asked) -> Outcome<Value> {
    let (inputs, how) = (asked.inputs()?, asked.how()?);
    Ok(data(&Balance::of(&inputs, how, &balances(&inputs, how))))
}

fn shock(asked: &Asked) -> Outcome<Value> {
    let (inputs, how) = (asked.inputs()?, asked.how()?);
    Ok(data(&Shock::of(&inputs, how, &Chain::new(&inputs, how), &told(&inputs))))
}

fn report(asked: &Asked) -> Outcome<Value> {
    let (inputs, year, how) = (asked.inputs()?, asked.year()?, asked.how()?);
    Ok(data(&Report::of(&inputs, year, how, &how.answers(&inputs, Output::ALL, year))))
}

fn solve(asked: &Asked) -> Outcome<Value> {
    let (inputs, year) = (asked.inputs()?, asked.year()?);
    let output = asked.output("output")?.ok_or_else(|| asked.lacks("output"))?;
    if let Some(over) = asked.output("over")? {
        let beside = ["input", "target", "within"].into_iter().find(|key| asked.has(key));
        return match beside {
            Some(key) => {
                let message = words::not_with(asked.lang, "over", key);
                Err(Refused::new("over", over.key().to_owned(), format!("over | {key}"), message))
            }
            None => Ok(data(&FirstYear::new(&inputs, output, over))),
        };
    }
    let movers: Vec<(&str, Mover)> = Param::ALL
        .into_iter()
        .map(|p| (p.key(), Mover::One(p)))
        .chain([("price-ndpr-oxide", Mover::NdPrOxide)])
        .collect();
    let mover = asked.one_of("input", &movers)?.ok_or_else(|| asked.lacks("input"))?;
    let target = asked.number("target")?.ok_or_else(|| asked.lacks("target"))?;
    let question = Question { output, mover, target, year, within: asked.ends("within")? };
    let key = movers.iter().find(|(_, m)| *m == mover).map_or("", |(key, _)| key);
    Ok(data(&Solved::of(&inputs, key, &question, &solve::solve(&inputs, &question))))
}

fn simulate(asked: &Asked) -> Outcome<Value> {
    let (inputs, outputs, year, run) = (asked.inputs()?, asked.outputs("outputs")?, asked.year()?, asked.run()?);
    let found = summaries(&inputs, &outputs, year, run);
    Ok(data(&Simulated::of(&inputs, &outputs, year, run, &found)))
}

fn claimed(asked: &Asked) -> Outcome<Value> {
    let wanted = Filter {
        id: asked.text("id", "\"kr-tesla-humanoid-target\"")?.unwrap_or_default(),
        topic: asked.text("topic", "\"balance\"")?,
        source: asked.text("source", "\"iea-gevo-2025\"")?,
        verdict: asked.one_of("verdict", &Verdict::ALL.map(|v| (v.key(), v)))?,
    };
    // They do not depend on what is asked, and take a second.
    static ALL: OnceLock<Vec<Audited>> = OnceLock::new();
    let found: Vec<&Audited> = ALL.get_or_init(claims::all).iter().filter(|a| wanted.takes(a)).collect();
    if found.is_empty() {
        let (lang, fewer) = (asked.lang, words::fewer(asked.lang).to_owned());
        return Err(Refused::new("claims", "0".to_owned(), fewer, words::no_claim(lang).to_owned()));
    }
    Ok(data(&document(found)))
}
