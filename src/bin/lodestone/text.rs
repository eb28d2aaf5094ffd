//! Pieces of text that several answers have: shocks in force, what a reader should know, units, names.

use lodestone::labels;
use lodestone::text::{Lang, command, outputs, parameters};
use lodestone_model::inputs::{Case, Currency, Inputs, Param, Reading};
use lodestone_model::outputs::Output;
use lodestone_model::report::Flag;
use lodestone_model::shocks;

/// The shocks in force, in their order.
pub fn listed(inputs: &Inputs, lang: Lang) -> String {
    let all = shocks::scenario(&Reading::new(inputs, Case::Central));
    if all.is_empty() {
        return format!("{}\n", command::no_shocks(lang));
    }
    let lines: Vec<String> = all.iter().enumerate().map(|(i, s)| format!("  {}. {s}", i + 1)).collect();
    format!("{}:\n{}\n", command::shocks(lang), lines.join("\n"))
}

pub fn flags(flags: &[Flag], lang: Lang) -> String {
    let sentence = |flag: &Flag| match flag {
        Flag::OutsideEvidence(p) => lodestone::text::page::flag_outside(lang, parameters::label(lang, *p)),
        Flag::NegativePrice(metal) => lodestone::text::page::flag_negative(lang, labels::part(lang, *metal)),
    };
    flags.iter().map(|f| format!("! {}\n", sentence(f))).collect()
}

/// The unit of an answer, the chosen currency by its code.
fn unit(inputs: &Inputs, output: Output) -> String {
    match (output, output.unit()) {
        (Output::BillLocal, _) => inputs.choices.importer.currency().map_or("usd", Currency::key).to_uppercase(),
        (_, "local") => inputs.choices.currency.key().to_uppercase(),
        (_, other) => other.to_owned(),
    }
}

/// The name of an answer with its unit.
pub fn name(inputs: &Inputs, output: Output, lang: Lang) -> String {
    format!("{} [{}]", outputs::label(lang, output), unit(inputs, output))
}

/// The name of an input with its key.
pub fn input(lang: Lang, param: Param) -> String {
    format!("{} ({})", parameters::label(lang, param), param.key())
}
