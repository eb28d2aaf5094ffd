//! Answers that are one number: all of one scenario, or of several side by side.

use lodestone::format;
use lodestone::text::{Lang, outputs, page, parameters};
use lodestone_answers::how::Answers;
use lodestone_answers::report::Report;
use lodestone_model::inputs::Inputs;
use lodestone_model::outputs::Output;
use lodestone_model::report::Range;
use serde_json::{Value, json};

use crate::how::{How, note};
use crate::table::{head, row, table};
use crate::text::name;
use crate::{Answer, Refusal, given, json};

/// Every answer that is one number.
pub fn report(inputs: &Inputs, year: i32, how: How, lang: Lang) -> Answer {
    let mut answers = how.answers(inputs, Output::ALL, year);
    let json = json::data(&Report::of(inputs, year, how, &answers));
    let mut rows = vec![head(lang, &year.to_string())];
    for (output, answer) in Output::ALL.iter().zip(&answers.0) {
        let name = name(inputs, *output, lang);
        match answer {
            Some(r) => rows.push(row(lang, name, *r)),
            None => rows.push(vec![name, String::new(), "–".into()]),
        }
    }
    let mut text = table(&rows) + &note(how, lang, &mut answers);
    for param in inputs.outside_evidence() {
        let value = match (inputs.given(param), inputs.get(param)) {
            (Some(range), _) => range.to_string(),
            (None, value) => value.map(format::exact).unwrap_or_default(),
        };
        text += &format!("! {} ({value})\n", page::flag_outside(lang, parameters::label(lang, param)));
    }
    Answer { json, text }
}

/// Scenarios side by side.
pub fn compare(names: &[String], year: i32, how: How, lang: Lang) -> Result<Answer, Refusal> {
    let all = names.iter().map(|n| given::story(n, lang)).collect::<Result<Vec<_>, _>>()?;
    let found: Vec<Answers> = all.iter().map(|inputs| how.answers(inputs, Output::ALL, year)).collect();
    let mut rows = vec![std::iter::once(year.to_string()).chain(names.iter().cloned()).collect::<Vec<_>>()];
    let mut outputs_json = Vec::new();
    for (i, o) in Output::ALL.iter().enumerate() {
        let answers = || found.iter().map(|answers| answers.0[i]);
        let cell = |r: Option<Range>| r.map_or("–".to_owned(), |r| format::ranged(lang, r, format::PLAIN));
        let name = format!("{} [{}]", outputs::label(lang, *o), o.unit());
        rows.push(std::iter::once(name).chain(answers().map(cell)).collect());
        let answers: Vec<_> = answers().map(|r| r.map(json::range)).collect();
        outputs_json.push(json!({ "output": o.key(), "unit": o.unit(), "answers": answers }));
    }
    let scenarios: Vec<Value> =
        names.iter().zip(&all).map(|(n, i)| json!({ "name": n, "inputs": json::described(i) })).collect();
    let mut data = json::sampling(how);
    data.insert("year".into(), json!(year));
    data.insert("scenarios".into(), json!(scenarios));
    data.insert("outputs".into(), json!(outputs_json));
    let mut together = Answers(found.into_iter().flat_map(|answers| answers.0).collect());
    Ok(Answer { json: Value::Object(data), text: table(&rows) + &note(how, lang, &mut together) })
}
