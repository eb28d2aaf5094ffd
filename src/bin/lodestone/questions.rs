//! Questions about answers: what would it take, why did it change, what does history say; the library and the claims.

use lodestone::format;
use lodestone::labels;
use lodestone::text::{Lang, command, outputs, scenarios as scenario_words, supply as supply_words};
use lodestone_answers::solve::{FirstYear, Solved};
use lodestone_model::data::NamedScenario;
use lodestone_model::demand::ALL_YEARS;
use lodestone_model::error::Error;
use lodestone_model::inputs::{Inputs, Reading};
use lodestone_model::outputs::{Output, Shared};
use lodestone_model::solve::{self as solver, Mover, Question, Roots};
use lodestone_model::{history as past, why as reasons};
use serde_json::{Value, json};

use crate::args::{Solve, Why};
use crate::given;
use crate::how::{How, note};
use crate::table::table;
use crate::text;
use crate::{Answer, Refusal, json};

/// The output with this key.
pub fn output(lang: Lang, key: &str) -> Result<Output, Refusal> {
    let accepted = || Output::ALL.iter().map(|o| o.key()).collect::<Vec<_>>().join(", ");
    Output::named(key).ok_or_else(|| Refusal(command::no_output(lang, key, &accepted())))
}

/// An inverse question.
pub fn solve(q: &Solve, lang: Lang) -> Result<Answer, Refusal> {
    let inputs = q.with.inputs(lang)?;
    let year = given::year(lang, q.year)?;
    let wanted = output(lang, &q.output)?;
    if let Some(over) = &q.over {
        return first_year(&inputs, wanted, output(lang, over)?, lang);
    }
    let key = q.input.as_deref().unwrap_or_default();
    let mover = Mover::named(key).ok_or_else(|| Refusal(given::refused(lang, &Error::Key { key: key.into() })))?;
    let target = q.target.unwrap_or_default();
    let question = Question { output: wanted, mover, target, year, within: q.from.zip(q.to) };
    let answer = solver::solve(&inputs, &question);
    let (low, high) = answer.interval();
    let json = json::data(&Solved::of(&inputs, key, &question, &answer));
    let param = mover.first();
    let unit = param.spec().unit;
    let show = |v: f64| format!("{} {}", format::exact(v), unit.key());
    let name = text::name(&inputs, wanted, lang);
    let named = if mover == Mover::NdPrOxide { key.to_owned() } else { text::input(lang, param) };
    let target = format::exact(target);
    let (from, to) = (show(answer.within.0), show(answer.within.1));
    let mut lines = match &answer.central {
        Roots::At(all) => {
            let values: Vec<String> = all.iter().map(|v| show(*v)).collect();
            command::solve_at(lang, &name, &target, &named, &values.join("; "))
        }
        Roots::Everywhere => command::solve_everywhere(lang, &name, &target, &named),
        Roots::None(Some((least, most))) => {
            command::solve_none(lang, &named, &from, &to, &name, &format::figure(*least), &format::figure(*most))
        }
        Roots::None(None) => command::solve_nowhere(lang, &name, &named, &from, &to),
    };
    if matches!(answer.central, Roots::At(_)) && (low, high) != (high, low) {
        let end = |v: Option<f64>| v.map_or_else(|| command::solve_open(lang).to_owned(), show);
        lines += "\n";
        lines += &command::solve_interval(lang, &end(low), &end(high));
    }
    Ok(Answer { json, text: lines + "\n" })
}

fn first_year(inputs: &Inputs, one: Output, other: Output, lang: Lang) -> Result<Answer, Refusal> {
    let found = FirstYear::new(inputs, one, other);
    let (a, b) = (outputs::label(lang, one), outputs::label(lang, other));
    let text = match found.first_year.central {
        Some(year) => command::first_year(lang, a, b, &year.to_string()),
        None => command::never(lang, a, b, &ALL_YEARS.start().to_string(), &ALL_YEARS.end().to_string()),
    };
    Ok(Answer { json: json::data(&found), text: text + "\n" })
}

/// The split of a change.
pub fn why(q: &Why, lang: Lang) -> Result<Answer, Refusal> {
    let (from, to) = (given::story(&q.from, lang)?, given::story(&q.to, lang)?);
    let wanted = output(lang, &q.output)?;
    let year = given::year(lang, q.year)?;
    let shared = Shared::default();
    let Some(split) = reasons::split(&from, &to, &shared, year, wanted) else {
        return Err(Refusal(command::no_figure(lang, &year.to_string())));
    };
    let causes = [command::cause_price, command::cause_rate, command::cause_quantity, command::cause_other];
    let parts: serde_json::Map<String, Value> =
        reasons::Cause::ALL.iter().zip(split.parts).map(|(c, part)| (c.key().to_owned(), json!(part))).collect();
    let data = json!({
        "from": json::described(&from), "to": json::described(&to), "output": wanted.key(), "year": year,
        "before": split.from, "after": split.to, "parts": parts,
    });
    let name = text::name(&to, wanted, lang);
    let mut rows = vec![vec![name, String::new()], vec![q.from.clone(), format::figure(split.from)]];
    rows.extend(causes.iter().zip(split.parts).map(|(c, part)| vec![format!("  {}", c(lang)), format::signed(part)]));
    rows.push(vec![q.to.clone(), format::figure(split.to)]);
    Ok(Answer { json: data, text: table(&rows) })
}

/// The library.
pub fn scenarios(lang: Lang) -> Result<Answer, Refusal> {
    let mut rows = Vec::new();
    let mut data = Vec::new();
    for s in NamedScenario::ALL {
        let row = s.row();
        let inputs = s.inputs().map_err(|e| Refusal(given::refused(lang, &e)))?;
        rows.push(vec![s.key().to_owned(), row.date.to_owned(), labels::scenario(lang, s).to_owned()]);
        let mut item = json::described(&inputs);
        item.insert("key".into(), json!(s.key()));
        item.insert("name".into(), json!(labels::scenario(lang, s)));
        item.insert("date".into(), json!(row.date));
        item.insert("source".into(), json!(row.source_id));
        data.push(Value::Object(item));
    }
    let title = vec!["--scenario".to_owned(), String::new(), scenario_words::label(lang).to_owned()];
    rows.insert(0, title);
    Ok(Answer { json: json!(data), text: left(&rows) })
}

/// Columns that begin at the left.
fn left(rows: &[Vec<String>]) -> String {
    let width = |c: usize| rows.iter().map(|r| r[c].chars().count()).max().unwrap_or(0);
    let (a, b) = (width(0), width(1));
    rows.iter().map(|r| format!("{:a$}  {:b$}  {}\n", r[0], r[1], r[2])).collect()
}

/// The model against the past.
pub fn history(inputs: &Inputs, how: How, lang: Lang) -> Answer {
    let mut all = how.ranges(inputs, || |x: &Reading<'_>| past::tried(x));
    let mut head = vec![supply_words::episode(lang)];
    head.extend([
        supply_words::predicted(lang),
        supply_words::observed(lang),
        supply_words::error(lang),
        supply_words::implied(lang),
    ]);
    let mut rows = vec![head.into_iter().map(str::to_owned).collect::<Vec<_>>()];
    for t in &all {
        rows.push(vec![
            labels::episode(lang, t.episode).to_owned(),
            format::ranged(lang, t.predicted, format::PLAIN),
            format::figure(t.observed),
            format::signed_percent(lang, t.error),
            match t.implied {
                Some(kappa) => format::figure(kappa),
                None if t.episode.is_known_to_the_default() => supply_words::known(lang).to_owned(),
                None => "–".to_owned(),
            },
        ]);
    }
    let data: Vec<Value> = all
        .iter()
        .map(|t| {
            json!({
                "episode": t.episode.key(), "predicted": json::range(t.predicted), "observed": t.observed,
                "error": t.error, "implied_kappa": t.implied, "known_to_default": t.episode.is_known_to_the_default(),
                "unit": t.episode.row().unit, "source": t.episode.row().source_id,
            })
        })
        .collect();
    let mut json = json::head(inputs, how);
    json.insert("episodes".into(), json!(data));
    Answer { json: Value::Object(json), text: table(&rows) + &note(how, lang, &mut all) }
}
