//! The formula behind an answer as text, and a text evaluated: what `derive` writes, `evaluate` works out.

use std::io::Read;

use exmex::Express;
use lodestone::formula;
use lodestone::text::{Lang, command};
use lodestone_model::data::DATA_VERSION;
use lodestone_model::derivation::{Asked, derive as lines};
use lodestone_model::inputs::Inputs;
use lodestone_model::outputs::Shared;
use serde_json::{Map, Value, json};

use crate::args::{Derive, Evaluate};
use crate::{Answer, Refusal, given};

/// All lines behind an answer.
pub fn derive(question: &Derive, lang: Lang) -> Result<Answer, Refusal> {
    let inputs = question.with.inputs(lang)?;
    let year = given::year(lang, question.year)?;
    let asked = Asked::named(&question.output).ok_or_else(|| {
        let all: Vec<String> = Asked::all().map(Asked::key).collect();
        Refusal(command::no_output(lang, &question.output, &all.join(", ")))
    })?;
    let found = lines(&inputs, &Shared::default(), asked, year);
    let derivation = found.ok_or_else(|| Refusal(command::no_formula(lang, &question.output)))?;
    let json = json!({
        "version": env!("CARGO_PKG_VERSION"), "data_version": DATA_VERSION, "answer": asked.key(), "unit": asked.unit(),
        "year": year, "value": derivation.value(),
        "does_not_include": asked.omissions().iter().map(|o| formula::omission(lang, *o)).collect::<Vec<_>>(),
        "lines": derivation.lines.iter().map(|l| json!({
            "name": l.name, "expression": derivation.expression(l), "value": l.value, "unit": l.unit,
            "what": formula::label(lang, l),
            "sources": formula::sources(&inputs, l).iter().map(|s| s.id).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    });
    Ok(Answer { json, text: text(lang, &inputs, asked, &derivation) })
}

fn text(lang: Lang, inputs: &Inputs, asked: Asked, d: &lodestone_model::derivation::Derivation) -> String {
    let mut out = formula::text(lang, inputs, d);
    out += &format!("# {}\n", command::not_included(lang));
    for omission in asked.omissions() {
        out += &format!("# - {}\n", formula::omission(lang, *omission));
    }
    out
}

/// Works a text out, line by line.
pub fn evaluate(question: &Evaluate, lang: Lang) -> Result<Answer, Refusal> {
    let fault =
        |e: std::io::Error| Refusal(command::no_file(lang, &question.file.display().to_string(), &e.to_string()));
    let text = if question.file.as_os_str() == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(fault)?;
        text
    } else {
        std::fs::read_to_string(&question.file).map_err(fault)?
    };
    let mut known: Vec<(String, f64)> = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let code = line.split('#').next().unwrap_or_default().trim();
        if code.is_empty() {
            continue;
        }
        let refuse = |why: &str| Refusal(command::line_refused(lang, &(n + 1).to_string(), code, why));
        let (name, expression) = code.split_once('=').ok_or_else(|| refuse(command::needs_equals(lang)))?;
        let value = value(expression.trim(), &known, lang).map_err(|why| refuse(&why))?;
        known.retain(|(other, _)| other != name.trim());
        known.push((name.trim().to_owned(), value));
    }
    let last = known.last().ok_or_else(|| Refusal(command::nothing_to_evaluate(lang).to_owned()))?.clone();
    let values: Map<String, Value> = known.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    let text = known.iter().map(|(name, value)| format!("{name} = {value}\n")).collect();
    Ok(Answer { json: json!({ "name": last.0, "value": last.1, "lines": values }), text })
}

/// The value of one expression with the names known so far.
fn value(expression: &str, known: &[(String, f64)], lang: Lang) -> Result<f64, String> {
    let parsed = exmex::parse::<f64>(expression).map_err(|e| e.to_string())?;
    let values = parsed
        .var_names()
        .iter()
        .map(|v| known.iter().find(|(name, _)| name == v).map(|(_, x)| *x).ok_or_else(|| command::not_known(lang, v)))
        .collect::<Result<Vec<f64>, String>>()?;
    parsed.eval(&values).map_err(|e| e.to_string())
}
