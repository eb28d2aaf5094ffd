//! `lodestone.d.ts`: the types of the package, written from the Rust types of the answers, the lists of arguments and the keys
//! of the model.

use std::fmt::Write as _;

use lodestone_answers::{claims, cost, demand, figures, head, report, shock, solve, spread, supply};
use lodestone_model::claims::Verdict;
use lodestone_model::data::{NamedScenario, Param};
use lodestone_model::inputs::{Use, assign};
use lodestone_model::outputs::Output;
use ts_rs::{Config, TS};

use crate::answers::Version;
use crate::arguments::{Argument, DRAWN, FUNCTIONS, Function};
use crate::chart::CHARTS;

/// What stands in the file as it is: errors, the start, the versions, the calculators.
const FIXED: &str = include_str!("../js/fixed.d.ts");

/// The whole file.
#[must_use]
pub fn declarations() -> String {
    let mut out = String::from(
        "// The types of Lodestone, written from its Rust types. Do not edit.\n// Licence: MIT OR Apache-2.0.\n\n",
    );
    out += FIXED;
    out.push('\n');
    keys(&mut out);
    for function in &FUNCTIONS {
        argument(&mut out, function.argument, function.keys);
    }
    argument(&mut out, "Draws", &DRAWN);
    answers(&mut out);
    for function in &FUNCTIONS {
        let _ = writeln!(out, "/** {} */\nexport declare function {}", function.about, signature(function));
    }
    let _ = writeln!(out, "\n/** Everything under the version of its arguments and answers. */");
    let _ = writeln!(out, "export declare const lodestone: {{ readonly v1: Lodestone }};\nexport default lodestone;\n");
    let _ = writeln!(out, "/** The functions of the version `lodestone.v1`. */\nexport interface Lodestone {{");
    for function in &FUNCTIONS {
        let _ = writeln!(out, "  {}", signature(function));
    }
    out += "  schema(): Schema;\n  version(): Version;\n  init(source?: Source): Promise<void>;\n  mount(element: Element, settings?: MountSettings): Calculator;\n}\n";
    out
}

fn signature(function: &Function) -> String {
    let needed = function.keys.iter().any(|a| a.needed);
    let optional = if needed { "" } else { "?" };
    format!("{}(argument{optional}: {}): {};", function.name, function.argument, function.gives)
}

/// Keys of inputs, answers, scenarios, verdicts, charts.
fn keys(out: &mut String) {
    let mut list = |name: &str, about: &str, all: Vec<&str>| {
        let all: Vec<String> = all.iter().map(|key| format!("\n  | \"{key}\"")).collect();
        let _ = writeln!(out, "/** {about} */\nexport type {name} ={};\n", all.concat());
    };
    list("InputKey", "Keys of the inputs that are numbers.", Param::ALL.map(Param::key).to_vec());
    list("OutputKey", "Keys of the answers.", Output::ALL.iter().map(|o| o.key()).collect());
    list("ScenarioKey", "Keys of the scenarios of the library.", NamedScenario::ALL.map(NamedScenario::key).to_vec());
    list("VerdictKey", "Keys of the verdicts on claims.", Verdict::ALL.map(Verdict::key).to_vec());
    list("ChartKey", "Keys of the charts.", CHARTS.to_vec());
    out.push_str("/** Inputs by key: a number, or the text of a number or a range; choices by the keys of their values. */\nexport type Inputs = { [key in InputKey]?: number | string } & {\n");
    for (key, accepted, _) in assign::choices() {
        let values: Vec<String> = accepted.iter().map(|v| format!("\"{v}\"")).collect();
        let _ = writeln!(out, "  \"{key}\"?: {};", values.join(" | "));
    }
    for used in Use::ALL {
        let _ = writeln!(out, "  \"alloy.{}\"?: string;", used.key());
    }
    out.push_str("  /** Units of an application in a year, as `\"units.humanoid.2030\"`. */\n  [units: `units.${string}.${number}`]: number | string | undefined;\n  /** Shocks with semicolons between them. */\n  shocks?: string;\n};\n\n");
}

fn argument(out: &mut String, name: &str, keys: &[Argument]) {
    let _ = writeln!(out, "export interface {name} {{");
    for Argument { key, needed, ty, about } in keys {
        let _ = writeln!(out, "  /** {about} */\n  {key}{}: {ty};", if *needed { "" } else { "?" });
    }
    out.push_str("}\n\n");
}

/// The types of the answers.
fn answers(out: &mut String) {
    // Whole numbers of an answer are numbers in JavaScript, and exact there.
    let config = Config::default().with_large_int("number");
    macro_rules! write {
        ($($ty:ty),+ $(,)?) => {$(
            if let Some(docs) = <$ty as TS>::docs() {
                out.push_str(&docs);
            }
            let _ = writeln!(out, "export {}\n", <$ty as TS>::decl(&config));
        )+};
    }
    write!(
        figures::Range,
        figures::Drawn,
        figures::Metals<figures::Range>,
        figures::Parts,
        figures::Pair,
        head::Sampling,
        head::Setting,
        head::Described,
        head::Head,
        head::Flag,
        cost::Cost,
        cost::Products,
        cost::Product,
        cost::InCurrency,
        shock::Shock,
        shock::RateFactors,
        demand::Demand,
        demand::Application,
        supply::Supply,
        supply::Survey,
        supply::Mined,
        supply::Reserves,
        supply::Holding,
        supply::Shares,
        supply::Share,
        supply::PriceResponse,
        supply::Balance,
        supply::OneYear,
        supply::MetalYear,
        report::Report,
        report::Output,
        solve::Solved,
        solve::Roots,
        solve::FirstYear,
        solve::Cases,
        spread::Simulated,
        spread::Spread,
        spread::Quantile,
        claims::Claims,
        claims::Claim,
        claims::Comparison,
        claims::Ours,
        claims::Printed,
        claims::Needed,
        claims::Operand,
        claims::From,
        Version,
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_has_a_type_for_its_argument_and_its_answer() {
        let written = declarations();
        for function in &FUNCTIONS {
            assert!(written.contains(&format!("export interface {} {{", function.argument)), "{}", function.name);
            for given in function.gives.split(" | ").filter(|ty| *ty != "string") {
                assert!(written.contains(&format!("export type {given} =")), "{}: {given}", function.name);
            }
        }
        assert!(!written.contains("bigint"), "no answer needs more digits than a number has");
    }
}
