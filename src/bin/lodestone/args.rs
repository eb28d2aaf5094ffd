//! Arguments. Not here: the inputs of the model that they stand for ([`given`](crate::given)).

use clap::{Args as Group, Parser, Subcommand};
use lodestone::text::{Lang, field};
use lodestone_model::demand::BASE_YEAR;

use crate::Refusal;

/// What rare-earth magnets weigh and cost in a motor, a turbine and the world, and what a shock does to it.
///
/// Every figure has a range, 9 of 10 draws of all inputs, or is exact; every default has a source (`lodestone schema`).
/// Nothing is fetched.
#[derive(Debug, Parser)]
#[command(version = concat!(env!("CARGO_PKG_VERSION"), ", data ", env!("LODESTONE_DATA_VERSION")), about, long_about)]
pub struct Args {
    /// Prints JSON instead of a table.
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of names and sentences: en, ko or zh.
    #[arg(long, global = true, default_value = "en", value_name = "TAG")]
    lang: String,
    /// Random numbers of the draws: the same seed gives the same ranges on every machine [default: 1].
    #[arg(long, global = true, value_name = "N", allow_hyphen_values = true)]
    pub seed: Option<String>,
    /// Draws behind the ranges, in steps of 512, at least 1024 [default: 4096].
    #[arg(long, global = true, value_name = "N", allow_hyphen_values = true)]
    pub draws: Option<String>,
    /// Limits instead of likely ranges: every input at the end of its range, without draws.
    #[arg(long, global = true)]
    pub limits: bool,
    /// Threads; without it one for each core.
    #[arg(long, global = true, value_name = "N")]
    threads: Option<std::num::NonZeroUsize>,
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
    /// Mean and quantiles of answers, or all of their draws.
    Simulate(Simulate),
    /// Which inputs make an answer unsure, and what better data would do.
    Sensitivity(Sensitivity),
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
    /// The formula behind an answer, line by line down to sourced figures; `evaluate` reads it back.
    Derive(Derive),
    /// Works out a text of lines such as `derive` writes: name = expression.
    Evaluate(Evaluate),
    /// The numeric claims of the source documents, recomputed, each with a verdict.
    Claims(Claims),
    /// How to cite the tool and the sources behind an answer, or all sources.
    Cite(Cite),
    /// A result as a file or a sentence, with its ranges, inputs, formulas, limits and sources, as a page takes it along.
    Export(Export),
    /// Every table, all citations and the answers of every scenario, as the files that the site publishes.
    Publish(Publish),
    /// What a link of the page sets, and whether the result that it carries comes out again; status 1 where it does not.
    Open(Open),
    /// The defaults, scenarios and default answers of this release, a line each: what a release keeps of itself.
    Release {
        /// Instead, what changed in the default answers with each release: old, new, and why.
        #[arg(long)]
        moved: bool,
    },
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

/// A link.
#[derive(Debug, Group)]
pub struct Open {
    /// The address, or what follows its question mark.
    pub link: String,
    /// The page that the link is made for: its key, such as motor. Its main answer is what a link carries.
    #[arg(long, default_value = "motor")]
    pub page: String,
}

/// Inputs that differ from the defaults.
#[derive(Debug, Group)]
pub struct With {
    /// Starts from what a link of the page sets, in its release.
    #[arg(long, value_name = "ADDRESS", conflicts_with = "scenario")]
    pub from_link: Option<String>,
    /// Starts from a CSV or JSON that was taken along (`lodestone export`, or the page).
    #[arg(long, value_name = "FILE", conflicts_with_all = ["scenario", "from_link"])]
    pub from_file: Option<std::path::PathBuf>,
    /// Starts from a scenario of the library.
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
    /// Sets an input; keys are those of `lodestone schema`. May be repeated.
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub set: Vec<String>,
    /// Adds a shock, such as price:nd-metal:100; the first replaces the default shocks. May be repeated, order counts.
    #[arg(long = "shock", value_name = "SHOCK", allow_hyphen_values = true)]
    pub shock: Vec<String>,
    /// No shocks at all: the baseline.
    #[arg(long, conflicts_with = "shock")]
    pub no_shocks: bool,
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

/// Answers that are drawn.
#[derive(Debug, Group)]
pub struct Simulate {
    /// The answers; keys are those of `lodestone schema`.
    #[arg(long = "output", value_name = "KEY", value_delimiter = ',', required = true)]
    pub outputs: Vec<String>,
    /// Writes every draw as CSV: a column for each answer, a row for each draw.
    #[arg(long)]
    pub csv: bool,
    /// Year of answers that have one.
    #[arg(long, default_value_t = BASE_YEAR)]
    pub year: i32,
    #[command(flatten)]
    pub with: With,
}

/// An answer that is taken apart.
#[derive(Debug, Group)]
pub struct Sensitivity {
    /// The answer.
    #[arg(long, value_name = "KEY")]
    pub output: String,
    /// Year of answers that have one.
    #[arg(long, default_value_t = BASE_YEAR)]
    pub year: i32,
    #[command(flatten)]
    pub with: With,
}

/// An answer whose formula is asked for.
#[derive(Debug, Group)]
pub struct Derive {
    /// The answer; keys are those of `lodestone schema`, or `demand-of-` and an application.
    #[arg(long, value_name = "KEY")]
    pub output: String,
    /// Year of answers that have one.
    #[arg(long, default_value_t = BASE_YEAR)]
    pub year: i32,
    #[command(flatten)]
    pub with: With,
}

/// A text to work out.
#[derive(Debug, Group)]
pub struct Evaluate {
    /// The file; `-` is standard input.
    pub file: std::path::PathBuf,
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
    /// A verdict: recorded, reproduced, reproduced-if, not-reproduced or inconsistent.
    #[arg(long)]
    pub verdict: Option<String>,
}

/// What is cited.
#[derive(Debug, Group)]
pub struct Cite {
    /// The answer; keys are those of `lodestone schema`.
    #[arg(long, visible_alias = "output", value_name = "KEY", default_value = "motor-after-usd")]
    pub answer: String,
    /// Form of the citations: text, bibtex or csl-json [default: text].
    #[arg(long)]
    pub format: Option<String>,
    /// All sources of the data instead of those behind one answer.
    #[arg(long, conflicts_with_all = ["answer", "year", "link", "scenario", "set", "shock", "no_shocks"])]
    pub all: bool,
    /// An address that shows the answer, for the citation.
    #[arg(long, value_name = "ADDRESS")]
    pub link: Option<String>,
    /// Year of answers that have one.
    #[arg(long, default_value_t = BASE_YEAR)]
    pub year: i32,
    #[command(flatten)]
    pub with: With,
}

/// What is taken along.
#[derive(Debug, Group)]
pub struct Export {
    /// The page whose figures are taken: its key, such as motor.
    #[arg(long, default_value = "motor")]
    pub page: String,
    /// Form of the file: csv, json, xlsx or sentence.
    #[arg(long, default_value = "csv")]
    pub format: String,
    /// The file; without it text goes to the standard output.
    #[arg(long, value_name = "FILE")]
    pub out: Option<std::path::PathBuf>,
    /// Begins a CSV with the mark of UTF-8, which older programs for tables want.
    #[arg(long)]
    pub bom: bool,
    /// Address of the site, for the link.
    #[arg(long, value_name = "ADDRESS")]
    pub site: Option<String>,
    /// Year of answers that have one; without it that of the file, or the usual one.
    #[arg(long)]
    pub year: Option<i32>,
    #[command(flatten)]
    pub with: With,
}

/// Where files go.
#[derive(Debug, Group)]
pub struct Publish {
    /// The folder, made where there is none; files of the same names are replaced.
    #[arg(long, value_name = "FOLDER")]
    pub out: std::path::PathBuf,
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
    /// Writes low, central and high of each answer: the limits; with --draws 5th and 95th percentile.
    #[arg(long)]
    pub ranges: bool,
    /// Year of answers that have one.
    #[arg(long, default_value_t = BASE_YEAR)]
    pub year: i32,
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

    /// How many threads may work.
    pub fn threads(&self) -> usize {
        self.threads.or_else(|| std::thread::available_parallelism().ok()).map_or(1, |n| n.get())
    }
}
