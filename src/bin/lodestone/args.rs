//! Arguments, and the inputs of the model that they stand for.

use clap::{Args as Group, Parser, Subcommand};
use lodestone::labels;
use lodestone::text::{Lang, command, field};
use lodestone_model::data::{NamedScenario, Param};
use lodestone_model::demand::{ALL_YEARS, BASE_YEAR};
use lodestone_model::error::Error;
use lodestone_model::inputs::{Inputs, assign};
use lodestone_model::shocks::MOST_SHOCKS;

use crate::Refusal;

/// What rare-earth magnets weigh and cost in a motor, a turbine and the world, and what a shock does to it.
///
/// Every figure is low, central and high; every default has a source (`lodestone schema`). Nothing is fetched.
#[derive(Debug, Parser)]
#[command(version = concat!(env!("CARGO_PKG_VERSION"), ", data ", env!("LODESTONE_DATA_VERSION")), about, long_about)]
pub struct Args {
    /// Prints JSON instead of a table.
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of names and sentences: en, ko or zh.
    #[arg(long, global = true, default_value = "en", value_name = "TAG")]
    lang: String,
    #[command(subcommand)]
    pub command: Command,
}

/// What is asked.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Magnets of one motor and of one turbine, before and after the shocks.
    Cost(With),
    /// Magnet demand by application in a year.
    Demand {
        #[command(flatten)]
        with: With,
        /// The year.
        #[arg(long, default_value_t = BASE_YEAR)]
        year: i32,
    },
    /// Who mines, separates and makes magnets; reserves; concentration.
    Supply(With),
    /// Supply, recycling, demand and gap of NdPr oxide.
    Balance(With),
    /// The chain from shocks over supply and prices to costs.
    Shock(With),
    /// Every answer that is one number.
    Report {
        #[command(flatten)]
        with: With,
        /// Year of the answers that have one.
        #[arg(long, default_value_t = BASE_YEAR)]
        year: i32,
    },
    /// The value of an input at which an answer reaches a target.
    Solve(Solve),
    /// Why an answer differs between two scenarios: price, exchange rate, quantity, other.
    Why(Why),
    /// Answers of two or more scenarios side by side.
    Compare {
        /// Scenarios: a name from `lodestone scenarios`, `default` or `baseline`, and `,key=value` after it.
        #[arg(required = true, num_args = 2..)]
        scenarios: Vec<String>,
        /// Year of the answers that have one.
        #[arg(long, default_value_t = BASE_YEAR)]
        year: i32,
    },
    /// The scenario library.
    Scenarios,
    /// The model against the prices of 2010–12, 2021–22 and 2025.
    History(With),
    /// The numeric claims of the source documents.
    Claims(Claims),
    /// All inputs, outputs and scenarios with units, limits, sources and names, as JSON.
    Schema,
    /// Answers for a CSV of scenarios, one row each, in the same order.
    Batch(Batch),
    /// A completion script for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

/// Inputs that differ from the defaults.
#[derive(Debug, Group)]
pub struct With {
    /// Starts from a scenario of the library.
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    /// Sets an input; keys are those of `lodestone schema`. May be repeated.
    #[arg(long = "set", value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// Adds a shock, such as price:nd-metal:100; the first replaces the default shocks. May be repeated, order counts.
    #[arg(long = "shock", value_name = "SHOCK", allow_hyphen_values = true)]
    shock: Vec<String>,
    /// No shocks at all: the baseline.
    #[arg(long, conflicts_with = "shock")]
    no_shocks: bool,
}

/// An inverse question.
#[derive(Debug, Group)]
pub struct Solve {
    /// The answer that shall reach the target, or, with --over, another answer.
    #[arg(long)]
    pub output: String,
    /// The input that may move; price-ndpr-oxide moves the oxides of Nd and Pr together.
    #[arg(long, required_unless_present = "over")]
    pub input: Option<String>,
    /// The target, in the unit of the output.
    #[arg(long, allow_hyphen_values = true, required_unless_present = "over")]
    pub target: Option<f64>,
    /// Where to look, in the unit of the input; without it the range of the evidence.
    #[arg(long, allow_hyphen_values = true, requires = "to")]
    pub from: Option<f64>,
    /// The other end.
    #[arg(long, allow_hyphen_values = true, requires = "from")]
    pub to: Option<f64>,
    /// Asks instead for the first year in which the output is at least this one.
    #[arg(long, conflicts_with_all = ["input", "target", "from", "to"])]
    pub over: Option<String>,
    /// Year of outputs that have one.
    #[arg(long, default_value_t = BASE_YEAR)]
    pub year: i32,
    #[command(flatten)]
    pub with: With,
}

/// A question about a difference.
#[derive(Debug, Group)]
pub struct Why {
    /// The first scenario: a name, `default` or `baseline`, and `,key=value` after it.
    pub from: String,
    /// The second.
    pub to: String,
    /// The answer.
    #[arg(long, default_value = "motor-after-usd")]
    pub output: String,
    /// Year of answers that have one.
    #[arg(long, default_value_t = BASE_YEAR)]
    pub year: i32,
}

/// Which claims.
#[derive(Debug, Group)]
pub struct Claims {
    /// Key of one claim, or the beginning of several.
    #[arg(long, default_value = "")]
    pub id: String,
    /// A topic.
    #[arg(long)]
    pub topic: Option<String>,
    /// Key of a source.
    #[arg(long)]
    pub source: Option<String>,
}

/// Many scenarios.
#[derive(Debug, Group)]
pub struct Batch {
    /// The CSV file; `-` is standard input.
    pub file: std::path::PathBuf,
    /// Answers to write.
    #[arg(
        long = "output",
        value_delimiter = ',',
        default_value = "motor-before-usd,motor-after-usd,turbine-before-usd,turbine-after-usd"
    )]
    pub outputs: Vec<String>,
    /// Writes low, central and high of each answer.
    #[arg(long)]
    pub ranges: bool,
    /// Year of answers that have one.
    #[arg(long, default_value_t = BASE_YEAR)]
    pub year: i32,
    /// Threads; without it one for each core.
    #[arg(long)]
    pub threads: Option<std::num::NonZeroUsize>,
    /// Prints rows a second and the most memory used.
    #[arg(long)]
    pub stats: bool,
    #[command(flatten)]
    pub with: With,
}

impl Args {
    /// The language asked for.
    pub fn lang(&self) -> Result<Lang, Refusal> {
        Lang::from_tag(&self.lang)
            .ok_or_else(|| Refusal(field::text_refused(Lang::En, "lang", &self.lang, "en, ko, zh")))
    }
}

impl With {
    /// The inputs.
    pub fn inputs(&self, lang: Lang) -> Result<Inputs, Refusal> {
        let mut inputs = match &self.scenario {
            Some(name) => scenario(name, lang)?,
            None => Inputs::default(),
        };
        for pair in &self.set {
            set(&mut inputs, pair, lang)?;
        }
        if self.no_shocks {
            inputs.shocks = Some(Vec::new());
        }
        if !self.shock.is_empty() {
            let listed = self.shock.iter().map(|s| s.parse()).collect::<Result<Vec<_>, _>>();
            let listed = listed.map_err(|e| Refusal(refused(lang, &e)))?;
            if listed.len() > MOST_SHOCKS {
                return Err(Refusal(refused(lang, &Error::TooManyShocks)));
            }
            inputs.shocks = Some(listed);
        }
        Ok(inputs)
    }
}

/// `key=value`.
fn set(inputs: &mut Inputs, pair: &str, lang: Lang) -> Result<(), Refusal> {
    let (key, value) = pair.split_once('=').ok_or_else(|| Refusal(command::no_pair(lang, pair)))?;
    inputs.assign(key.trim(), value).map_err(|e| Refusal(refused(lang, &e)))
}

/// A scenario by name, with settings after commas: `won-minus-10,wind-mw=5`.
pub fn story(text: &str, lang: Lang) -> Result<Inputs, Refusal> {
    let mut parts = text.split(',');
    let name = parts.next().unwrap_or_default().trim();
    let mut inputs = match name {
        "default" => Inputs::default(),
        "baseline" => {
            let mut inputs = Inputs::default();
            inputs.shocks = Some(Vec::new());
            inputs
        }
        _ => scenario(name, lang)?,
    };
    for pair in parts {
        set(&mut inputs, pair, lang)?;
    }
    Ok(inputs)
}

fn scenario(name: &str, lang: Lang) -> Result<Inputs, Refusal> {
    let accepted = || NamedScenario::ALL.map(NamedScenario::key).join(", ");
    let found = NamedScenario::named(name).ok_or_else(|| Refusal(command::no_scenario(lang, name, &accepted())))?;
    found.inputs().map_err(|e| Refusal(refused(lang, &e)))
}

/// The sentence for an error of the engine, with the nearest key where one was mistyped.
pub fn refused(lang: Lang, error: &Error) -> String {
    let what = match error {
        Error::Parameter { param, .. } | Error::OverOne { param, .. } => {
            format!("{} ({})", lodestone::text::parameters::label(lang, *param), param.key())
        }
        Error::Units { application, .. } => labels::application(lang, *application).to_owned(),
        _ => String::new(),
    };
    let sentence = labels::error(lang, &what, error);
    match error {
        Error::Key { key } => match nearest(key) {
            Some(near) => format!("{sentence} {}", command::did_you_mean(lang, near)),
            None => sentence,
        },
        _ => sentence,
    }
}

fn nearest(key: &str) -> Option<&'static str> {
    let choices = assign::choices().into_iter().map(|(k, ..)| k);
    let all = Param::ALL.into_iter().map(Param::key).chain(choices).chain(["shocks"]);
    let (likeness, best) = all.map(|k| (strsim::jaro_winkler(key, k), k)).max_by(|a, b| a.0.total_cmp(&b.0))?;
    (likeness > LIKE).then_some(best)
}

/// Likeness (1 is the same) above which a known key is proposed for an unknown one.
const LIKE: f64 = 0.8;

/// A year that the data reach.
pub fn year(lang: Lang, year: i32) -> Result<i32, Refusal> {
    let (from, to) = (ALL_YEARS.start().to_string(), ALL_YEARS.end().to_string());
    if ALL_YEARS.contains(&year) {
        Ok(year)
    } else {
        Err(Refusal(command::year_range(lang, &year.to_string(), &from, &to)))
    }
}
