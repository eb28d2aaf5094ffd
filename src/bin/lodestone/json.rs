//! Answers as JSON: full precision, keys of the schema, every figure with its range and the error of the drawing.

use lodestone_model::data::DATA_VERSION;
use lodestone_model::derivation::Asked;
use lodestone_model::inputs::{Case, Currency, Inputs, Reading, assign};
use lodestone_model::outputs::Output;
use lodestone_model::report::{AppDemand, Flag, Product, Range};
use lodestone_model::shocks;
use lodestone_model::uncertainty::Plan;
use serde_json::{Map, Value, json};

use crate::how::How;

/// The four metals, in the order of every list of them.
pub const METALS: [&str; 4] = ["nd", "pr", "dy", "tb"];

/// A figure with its range; the ends are equal where it is exact. `error` is the standard error of the ends, 0 where
/// nothing was drawn.
pub fn range(r: Range) -> Value {
    json!({ "low": r.low, "central": r.central, "high": r.high, "error": r.error })
}

/// A figure that was found by drawing, with its standard error.
pub fn drawn((value, error): (f64, f64)) -> Value {
    json!({ "value": value, "error": error })
}

/// What every answer with ranges begins with: how they were found, versions, inputs.
pub fn head(inputs: &Inputs, how: How) -> Map<String, Value> {
    let mut head = sampling(how);
    head.append(&mut described(inputs));
    head
}

/// How ranges were found.
pub fn sampling(how: How) -> Map<String, Value> {
    let (ranges, plan) = match how {
        How::Limits => ("limits", None),
        How::Likely(run) => ("p5-p95", Some(run.plan)),
    };
    let mut said = Map::new();
    said.insert("ranges".into(), json!(ranges));
    said.insert("seed".into(), json!(plan.map(|p| p.seed)));
    said.insert("draws".into(), json!(plan.map(Plan::draws)));
    said
}

/// Versions, and the inputs that differ from the defaults.
pub fn described(inputs: &Inputs) -> Map<String, Value> {
    let value = |param, number| inputs.given(param).map_or_else(|| json!(number), |range| json!(range.to_string()));
    let set: Map<String, Value> = inputs.all_set().map(|(p, v)| (p.key().to_owned(), value(p, v))).collect();
    let units: Map<String, Value> =
        inputs.all_units().map(|(a, y, n)| (format!("units.{}.{y}", a.key()), json!(n))).collect();
    let choices: Map<String, Value> =
        assign::in_force(&inputs.choices).into_iter().map(|(k, v)| (k.to_owned(), json!(v))).collect();
    let listed = shocks::scenario(&Reading::new(inputs, Case::Central));
    let shocks: Vec<String> = listed.iter().map(ToString::to_string).collect();
    let mut head = Map::new();
    head.insert("version".into(), json!(env!("CARGO_PKG_VERSION")));
    head.insert("data_version".into(), json!(DATA_VERSION));
    head.insert("set".into(), json!(set));
    head.insert("units".into(), json!(units));
    head.insert("choices".into(), json!(choices));
    head.insert("shocks".into(), json!(shocks));
    head
}

/// Everything about the magnets of one product.
pub fn product(p: &Product) -> Value {
    const PARTS: [&str; 6] = ["nd", "pr", "dy", "tb", "other", "customs"];
    let four = |all: &[Range; 4]| -> Map<String, Value> {
        METALS.iter().zip(all).map(|(k, r)| ((*k).to_owned(), range(*r))).collect()
    };
    let six = |all: &[Range; 6]| -> Map<String, Value> {
        PARTS.iter().zip(all).map(|(k, r)| ((*k).to_owned(), range(*r))).collect()
    };
    let currencies: Map<String, Value> = p
        .currencies
        .iter()
        .map(|c| {
            let key = c.currency.map_or("usd", Currency::key);
            let value = json!({
                "per_usd_before": c.rate.0, "per_usd_after": c.rate.1, "before": range(c.before), "after": range(c.after),
                "difference": range(c.difference), "change": range(c.change),
            });
            (key.to_owned(), value)
        })
        .collect();
    json!({
        "magnet_kg": range(p.magnet_kg),
        "contained_kg": four(&p.contained),
        "gross_kg": four(&p.gross),
        "gross_factor": range(p.gross_factor),
        "before_usd": six(&p.before),
        "after_usd": six(&p.after),
        "difference_gross_usd": range(p.difference_gross),
        "difference_contained_usd": range(p.difference_contained),
        "currencies": currencies,
        "share_of_product": p.share_of_product.map(|(a, b)| json!({ "before": range(a), "after": range(b) })),
    })
}

/// One application in one year.
pub fn application(a: &AppDemand) -> Value {
    json!({
        "application": a.application.key(),
        "units": a.units.map(|u| u.count),
        "share_with_magnets": range(a.with_magnets),
        "kg_each": a.each.map(range),
        "magnet_t": a.magnet.map(range),
        "ndpr_oxide_t": a.ndpr_oxide.map(range),
    })
}

/// What a reader should know.
pub fn flags(flags: &[Flag]) -> Value {
    let one = |flag: &Flag| match flag {
        Flag::OutsideEvidence(param) => json!({ "outside_evidence": param.key() }),
        Flag::NegativePrice(metal) => json!({ "negative_price": METALS.get(*metal) }),
    };
    flags.iter().map(one).collect()
}

/// One answer that is one number.
pub fn output(output: Output, answer: Option<Range>) -> Value {
    let omitted: Vec<&str> = Asked::Output(output).omissions().iter().map(|o| o.key()).collect();
    json!({ "output": output.key(), "unit": output.unit(), "answer": answer.map(range), "does_not_include": omitted })
}
