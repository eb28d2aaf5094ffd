//! A result as data for programs (JSON): every figure with its range, every line behind it, every input. Its schema is
//! published beside the tables (`data/result.schema.json`); what the state is set to stands in `settings` and reads back
//! ([`super::import`]).

use lodestone_model::data::DATA_VERSION;
use lodestone_model::inputs::{assign, text};
use serde_json::{Map, Value, json};

use super::inputs::{Ends, Input};
use super::lines::Line;
use super::{Answer, LICENCE, Taken, made, shocks};
use crate::cite::Work;
use crate::formula;
use crate::labels;
use crate::link::{self, RELEASE, RESULT};
use crate::text::{export as words, grades, parameters};

/// What the data name as their form; it changes when their form does.
pub const SCHEMA: &str = "lodestone-result-1";
/// The description of that form, as the site publishes it.
pub const DESCRIBED: &str = include_str!("result.schema.json");

/// The data.
#[must_use]
pub fn write(taken: &Taken) -> String {
    format!("{:#}\n", data(taken))
}

fn data(taken: &Taken) -> Value {
    let state = &taken.subject.state;
    let inputs = &state.inputs;
    let lang = taken.lang();
    let result = taken.said.iter().find(|(key, _)| key == RESULT).map(|(_, value)| value);
    let omissions = taken.omissions();
    json!({
        "schema": SCHEMA,
        "version": env!("CARGO_PKG_VERSION"),
        "data_version": DATA_VERSION,
        "release": RELEASE,
        "made": made(),
        "hash": taken.hash,
        "result": result,
        "page": taken.subject.route.key(),
        "title": taken.title(),
        "language": lang.tag(),
        "link": taken.link(),
        "licence": LICENCE,
        "year": state.view.year,
        "seed": state.plan.seed,
        "draws": state.plan.draws(),
        "ranges": Ends::P5P95.key(),
        "scope": words::scope(lang),
        "settings": settings(taken),
        "inputs": taken.inputs.iter().map(|i| input(taken, i)).collect::<Vec<_>>(),
        "choices": choices(taken),
        "units": inputs.all_units().map(|(a, year, units)| json!({
            "application": a.key(), "name": labels::application(lang, a), "year": year, "value": units,
            "range": Ends::Exact.key(), "unit": labels::counted(lang, a),
        })).collect::<Vec<_>>(),
        "shocks": {
            "listed": inputs.shocks.is_some(),
            "in_force": shocks::in_force(inputs).iter().map(|s| json!({
                "shock": s.to_string(), "said": shocks::said(lang, s),
            })).collect::<Vec<_>>(),
        },
        "answers": taken.answers.iter().map(|a| answer(taken, a)).collect::<Vec<_>>(),
        "lines": taken.lines.iter().map(|l| line(taken, l)).collect::<Vec<_>>(),
        "does_not_include": omissions.iter().map(|o| json!({
            "key": o.key(), "text": formula::omission(lang, *o),
        })).collect::<Vec<_>>(),
        "sources": taken.sources.iter().map(|s| json!({
            "id": s.id, "citation": taken.citation(s), "date": s.date, "grade": grades::label(lang, s.grade),
            "url": Work::of(s, lang).url,
        })).collect::<Vec<_>>(),
    })
}

/// What the state is set to, key and text: what a link would say of it.
fn settings(taken: &Taken) -> Map<String, Value> {
    let state = &taken.subject.state;
    let written = text::write(&state.inputs);
    let set = written.lines().filter_map(|l| l.split_once('=')).map(|(k, v)| (k.to_owned(), json!(v)));
    set.chain(link::views(state).into_iter().map(|(k, v)| (k.to_owned(), json!(v)))).collect()
}

fn choices(taken: &Taken) -> Vec<Value> {
    let lang = taken.lang();
    let described = labels::choices();
    let one = |(key, value): (&'static str, &'static str)| {
        let word = described.iter().find(|c| c.key == key);
        json!({
            "key": key, "name": word.map_or(key, |w| (w.label)(lang)), "value": value,
            "said": word.map_or(value, |w| (w.variant)(lang, value)),
        })
    };
    assign::in_force(&taken.subject.state.inputs.choices).into_iter().map(one).collect()
}

fn input(taken: &Taken, input: &Input) -> Value {
    let (lang, spec) = (taken.lang(), input.param.spec());
    let set = input.set.is_some();
    json!({
        "key": spec.key, "name": parameters::label(lang, input.param), "value": input.value,
        "low": input.ends.map(|(low, _)| low), "high": input.ends.map(|(_, high)| high),
        "range": input.kind.key(), "unit": spec.unit.key(), "set": set, "setting": input.set,
        "date": (!set).then_some(spec.date), "grade": (!set).then(|| grades::label(lang, spec.grade)),
        "sources": input.sources.iter().map(|s| s.id).collect::<Vec<_>>(),
    })
}

fn answer(taken: &Taken, answer: &Answer) -> Value {
    let range = answer.spread.range;
    let exact = answer.spread.is_exact();
    let quantiles: Map<String, Value> =
        answer.spread.each().map(|(p, v)| (format!("p{}", (p * 100.0).round()), json!(v))).collect();
    json!({
        "key": answer.asked.key(), "name": answer.name, "year": answer.year, "unit": answer.unit,
        "value": range.central, "low": (!exact).then_some(range.low), "high": (!exact).then_some(range.high),
        "range": if exact { Ends::Exact.key() } else { Ends::P5P95.key() },
        "error": (!exact).then_some(range.error).filter(|e| e.is_finite()), "quantiles": quantiles,
        "line": name(taken, answer.line),
        "lines": answer.behind.iter().map(|l| name(taken, *l)).collect::<Vec<_>>(),
        "does_not_include": answer.omissions.iter().map(|o| o.key()).collect::<Vec<_>>(),
    })
}

fn name(taken: &Taken, line: usize) -> &str {
    taken.lines.get(line).map_or("", |l| &l.line.name)
}

fn line(taken: &Taken, line: &Line) -> Value {
    json!({
        "name": line.line.name, "what": formula::label(taken.lang(), &line.line), "expression": line.expression,
        "value": line.line.value, "unit": line.line.unit, "case": "central",
        "sources": line.sources.iter().map(|s| s.id).collect::<Vec<_>>(),
    })
}
