//! The functions of the package and their arguments: what keys are known, and how TypeScript sees each. Checks and types are
//! made from the same lists.

/// A key of an argument.
#[derive(Debug, Clone, Copy)]
pub struct Argument {
    /// The key.
    pub key: &'static str,
    /// Whether it has to be there.
    pub needed: bool,
    /// Its type in TypeScript.
    pub ty: &'static str,
    /// What it says, for people.
    pub about: &'static str,
}

const fn may(key: &'static str, ty: &'static str, about: &'static str) -> Argument {
    Argument { key, needed: false, ty, about }
}

const fn must(key: &'static str, ty: &'static str, about: &'static str) -> Argument {
    Argument { needed: true, ..may(key, ty, about) }
}

const INPUTS: Argument = may(
    "inputs",
    "Inputs",
    "Inputs that differ from where it starts: keys of `schema()`, values as numbers or texts. A text may be a range, as `\"2..2.5..4\"`.",
);
const SCENARIO: Argument = may("scenario", "ScenarioKey", "Starts from a scenario of the library.");
const LINK: Argument = may("link", "string", "Starts from what a link of the page sets, in its release.");
const SHOCKS: Argument =
    may("shocks", "string[]", "Shocks in their order, as `\"price:nd-metal:100\"`; an empty list is the baseline.");
const YEAR: Argument = may("year", "number", "The year, from 2010 to 2035; 2025 without it.");
const RANGES: Argument = may("ranges", "Ranges", "How ranges are found: from 4,096 draws with seed 1 without it.");
const DRAWS: Argument = may("ranges", "Draws", "Seed and number of draws: 1 and 4,096 without it.");
const LANG: Argument = may("lang", "Language", "Language of sentences and names: English without it.");
const OUTPUT: Argument = must("output", "OutputKey", "The answer.");

/// A function of the package.
#[derive(Debug, Clone, Copy)]
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// The name of its argument's type.
    pub argument: &'static str,
    /// The type that it gives back.
    pub gives: &'static str,
    /// What it answers, for people.
    pub about: &'static str,
    /// The keys of its argument.
    pub keys: &'static [Argument],
}

/// Every function that takes an argument.
pub const FUNCTIONS: [Function; 10] = [
    Function {
        name: "cost",
        argument: "CostArgument",
        gives: "Cost",
        about: "What the magnets of one motor and of one turbine cost, before and after the shocks.",
        keys: &[INPUTS, SCENARIO, LINK, SHOCKS, RANGES, LANG],
    },
    Function {
        name: "demand",
        argument: "DemandArgument",
        gives: "Demand",
        about: "How much magnet each application needs in a year.",
        keys: &[INPUTS, SCENARIO, LINK, SHOCKS, YEAR, RANGES, LANG],
    },
    Function {
        name: "supply",
        argument: "SupplyArgument",
        gives: "Supply",
        about: "Who mines, separates and makes magnets; reserves; concentration.",
        keys: &[INPUTS, SCENARIO, LINK, SHOCKS, LANG],
    },
    Function {
        name: "balance",
        argument: "BalanceArgument",
        gives: "Balance",
        about: "Supply, recycling, demand and gap of NdPr oxide.",
        keys: &[INPUTS, SCENARIO, LINK, SHOCKS, RANGES, LANG],
    },
    Function {
        name: "shock",
        argument: "ShockArgument",
        gives: "Shock",
        about: "The chain from shocks over supply, prices and exchange rates to costs.",
        keys: &[INPUTS, SCENARIO, LINK, SHOCKS, RANGES, LANG],
    },
    Function {
        name: "report",
        argument: "ReportArgument",
        gives: "Report",
        about: "Every answer that is one number.",
        keys: &[INPUTS, SCENARIO, LINK, SHOCKS, YEAR, RANGES, LANG],
    },
    Function {
        name: "solve",
        argument: "SolveArgument",
        gives: "Solved | FirstYear",
        about: "The value of an input at which an answer reaches a target; with `over`, the first year in which it reaches another answer.",
        keys: &[
            OUTPUT,
            may("input", "InputKey | \"price-ndpr-oxide\"", "The input that may move; not beside `over`."),
            may("target", "number", "The target, in the unit of the answer; not beside `over`."),
            may(
                "within",
                "[number, number]",
                "Where to look, in the unit of the input; the range of the evidence without it.",
            ),
            may("over", "OutputKey", "Asks instead for the first year in which the answer is at least this one."),
            INPUTS,
            SCENARIO,
            LINK,
            SHOCKS,
            YEAR,
            LANG,
        ],
    },
    Function {
        name: "simulate",
        argument: "SimulateArgument",
        gives: "Simulated",
        about: "Mean and quantiles of answers, each with its standard error.",
        keys: &[must("outputs", "OutputKey[]", "The answers."), INPUTS, SCENARIO, LINK, SHOCKS, YEAR, DRAWS, LANG],
    },
    Function {
        name: "claims",
        argument: "ClaimsArgument",
        gives: "Claims",
        about: "The numeric claims of the source documents, recomputed, each with a verdict.",
        keys: &[
            may("id", "string", "Key of one claim, or the beginning of several."),
            may("topic", "string", "A topic."),
            may("source", "string", "Key of a source."),
            may("verdict", "VerdictKey", "A verdict."),
            LANG,
        ],
    },
    Function {
        name: "chartSvg",
        argument: "ChartArgument",
        gives: "string",
        about: "A chart as an SVG document, as the page saves it.",
        keys: &[
            must("chart", "ChartKey", "The chart."),
            may("theme", "\"light\" | \"dark\"", "Colours: light without it."),
            may("width", "number", "Width in CSS pixels, from 360 to 1440; 720 without it."),
            may(
                "address",
                "string",
                "The address of the page that the picture names, as `\"https://example.org/en/motor/\"`.",
            ),
            INPUTS,
            SCENARIO,
            LINK,
            SHOCKS,
            YEAR,
            RANGES,
            LANG,
        ],
    },
];

/// The function with this name.
#[must_use]
pub fn function(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|f| f.name == name)
}

/// The keys of `ranges`.
pub const DRAWN: [Argument; 2] = [
    may("seed", "number", "Which random numbers: 0 to 9,007,199,254,740,991; 1 without it."),
    may(
        "draws",
        "number",
        "How many draws: 1 to 262,144, rounded up to a multiple of 512, 1,024 at least; 4,096 without it.",
    ),
];
