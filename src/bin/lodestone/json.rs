//! Answers as JSON. Not here: what an answer holds ([`lodestone_answers`]).

use lodestone_answers::figures;
use lodestone_answers::head::{Described, Head, Sampling};
use lodestone_model::inputs::Inputs;
use lodestone_model::report::Range;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::how::How;

/// An answer as JSON.
pub fn data(answer: &impl Serialize) -> Value {
    // Its keys are texts: there is nothing that JSON cannot hold.
    serde_json::to_value(answer).unwrap_or_default()
}

/// The keys and values of an answer, for one that goes on.
pub fn entries(answer: &impl Serialize) -> Map<String, Value> {
    match data(answer) {
        Value::Object(all) => all,
        _ => Map::new(),
    }
}

/// A figure with its range.
pub fn range(r: Range) -> Value {
    data(&figures::Range::from(r))
}

/// What every answer with ranges begins with: how they were found, versions, inputs.
pub fn head(inputs: &Inputs, how: How) -> Map<String, Value> {
    entries(&Head::of(inputs, how))
}

/// How ranges were found.
pub fn sampling(how: How) -> Map<String, Value> {
    entries(&Sampling::from(how))
}

/// Versions, and the inputs that differ from the defaults.
pub fn described(inputs: &Inputs) -> Map<String, Value> {
    entries(&Described::from(inputs))
}
