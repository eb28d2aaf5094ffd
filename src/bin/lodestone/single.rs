//! Answers that are one number: all of one scenario, or of several side by side.

use lodestone::format;
use lodestone::text::{Lang, outputs, parameters};
use lodestone_model::inputs::Inputs;
use lodestone_model::outputs::{self as answers, Output, Shared};
use serde_json::{Value, json};

use crate::table::{head, row, table};
use crate::text::unit;
use crate::{Answer, Refusal, args, json};

/// Every answer that is one number.
pub fn report(inputs: &Inputs, year: i32, lang: Lang) -> Answer {
    let shared = Shared::default();
    let mut data = json::head(inputs);
    data.insert("year".into(), json!(year));
    let mut rows = vec![head(lang, &year.to_string())];
    let mut all = Vec::new();
    for output in Output::ALL {
        let answer = answers::range(inputs, &shared, year, *output);
        all.push(json::output(*output, answer));
        let name = format!("{} [{}]", outputs::label(lang, *output), unit(inputs, *output));
        match answer {
            Some(r) => rows.push(row(lang, name, r)),
            None => rows.push(vec![name, String::new(), "–".into()]),
        }
    }
    data.insert("outputs".into(), json!(all));
    let mut text = table(&rows);
    for (param, value) in inputs.outside_evidence().map(|p| (p, inputs.get(p))).filter_map(|(p, v)| Some((p, v?))) {
        text += &format!(
            "! {} ({})\n",
            lodestone::text::page::flag_outside(lang, parameters::label(lang, param)),
            format::figure(value)
        );
    }
    Answer { json: Value::Object(data), text }
}

/// Scenarios side by side.
pub fn compare(names: &[String], year: i32, lang: Lang) -> Result<Answer, Refusal> {
    let all = names.iter().map(|n| args::story(n, lang)).collect::<Result<Vec<_>, _>>()?;
    let shared = Shared::default();
    let mut rows = vec![std::iter::once(year.to_string()).chain(names.iter().cloned()).collect::<Vec<_>>()];
    let mut data = Vec::new();
    for o in Output::ALL {
        let found: Vec<_> = all.iter().map(|inputs| answers::range(inputs, &shared, year, *o)).collect();
        let cell = |r: &Option<_>| r.map_or("–".to_owned(), |r| format::ranged(lang, r, format::PLAIN));
        let name = format!("{} [{}]", outputs::label(lang, *o), o.unit());
        rows.push(std::iter::once(name).chain(found.iter().map(cell)).collect());
        data.push(json!({ "output": o.key(), "unit": o.unit(), "answers": found.iter().map(|r| r.map(json::range)).collect::<Vec<_>>() }));
    }
    let scenarios: Vec<Value> =
        names.iter().zip(&all).map(|(n, i)| json!({ "name": n, "inputs": json::head(i) })).collect();
    Ok(Answer { json: json!({ "year": year, "scenarios": scenarios, "outputs": data }), text: table(&rows) })
}
