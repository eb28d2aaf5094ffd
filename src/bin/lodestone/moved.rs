//! The log of answers that moved as data: JSON and CSV. Not here: what moved ([`lodestone_model::moved`]), and its text
//! ([`lodestone::moved`]).

use lodestone_model::moved::{Cause, Entry, LEAST, Part, log};
use lodestone_model::outputs::Output;
use lodestone_model::release::Moved;
use serde_json::{Value, json};

/// The columns of the CSV.
const HEAD: [&str; 10] = ["release", "before", "answer", "unit", "was", "is", "change", "cause", "adds", "share"];
/// Stands for the model among the causes.
const MODEL: &str = "model";

/// The log, the newest release first.
pub fn data() -> Value {
    of(&log())
}

/// The log as a table: a row for each cause of each answer that moved.
pub fn csv() -> String {
    rows(&log())
}

fn of(all: &[Entry]) -> Value {
    let moved = |m: &Moved| json!({ "key": m.key, "was": m.was, "is": m.is });
    let entry = |entry: &Entry| {
        let answers = entry.answers.iter().map(|answer| {
            let whole = answer.was.zip(answer.is).map(|(was, is)| is - was);
            let part =
                |part: &Part| json!({ "cause": causes(entry, part), "adds": part.adds, "share": share(part, whole) });
            json!({
                "answer": answer.key,
                "unit": Output::named(answer.key).map(Output::unit),
                "was": answer.was,
                "is": answer.is,
                "change": answer.change(),
                "why": answer.parts.iter().map(part).collect::<Vec<_>>(),
            })
        });
        json!({
            "release": entry.release,
            "before": entry.before,
            "answers": answers.collect::<Vec<_>>(),
            "defaults": entry.defaults.iter().flatten().map(moved).collect::<Vec<_>>(),
            "scenarios": entry.scenarios.iter().map(moved).collect::<Vec<_>>(),
        })
    };
    json!({ "least_change": LEAST, "releases": all.iter().map(entry).collect::<Vec<_>>() })
}

fn rows(all: &[Entry]) -> String {
    let number = |v: Option<f64>| v.map(|v| v.to_string()).unwrap_or_default();
    let mut out = HEAD.join(",") + "\n";
    for entry in all {
        for answer in &entry.answers {
            let whole = answer.was.zip(answer.is).map(|(was, is)| is - was);
            for part in &answer.parts {
                // Keys and numbers hold neither commas nor quotes.
                let cells = [
                    entry.release.to_owned(),
                    entry.before.unwrap_or_default().to_owned(),
                    answer.key.to_owned(),
                    Output::named(answer.key).map_or("", Output::unit).to_owned(),
                    number(answer.was),
                    number(answer.is),
                    number(answer.change()),
                    causes(entry, part).join(" "),
                    number(part.adds),
                    number(share(part, whole)),
                ];
                out += &(cells.join(",") + "\n");
            }
        }
    }
    out
}

/// The keys of the defaults that are a cause, or the word for the model.
fn causes<'a>(entry: &'a Entry, part: &Part) -> Vec<&'a str> {
    match part.cause {
        Cause::Defaults(i) => entry.defaults[i].iter().map(|m| m.key.as_str()).collect(),
        Cause::Model => vec![MODEL],
    }
}

fn share(part: &Part, whole: Option<f64>) -> Option<f64> {
    Some(part.adds? / whole?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lodestone_model::moved::entry;
    use lodestone_model::release::Release;

    #[test]
    fn data_and_table_hold_every_answer_that_moved_with_its_causes() {
        let text = Release::present().text.replace("ev-magnet-kg=1..2..4", "ev-magnet-kg=1..1.5..4");
        let text = text.replace("answer.motor-magnet-kg=2\n", "answer.motor-magnet-kg=1\nanswer.old-answer=7\n");
        let entry = entry(Some(Release::of("0.0.1", Box::leak(text.into_boxed_str()))), Release::present());
        let all = [entry];
        let data = of(&all);
        let kg = &data["releases"][0]["answers"][0];
        assert_eq!(
            (&kg["answer"], &kg["unit"], &kg["was"], &kg["is"]),
            (&json!("motor-magnet-kg"), &json!("kg"), &json!(1.0), &json!(2.0))
        );
        assert_eq!(kg["why"][0], json!({ "cause": ["ev-magnet-kg"], "adds": 0.5, "share": 0.5 }));
        assert_eq!(kg["why"][1], json!({ "cause": ["model"], "adds": 0.5, "share": 0.5 }));
        assert_eq!(
            data["releases"][0]["defaults"][0],
            json!({ "key": "ev-magnet-kg", "was": "1..1.5..4", "is": "1..2..4" })
        );
        let rows = rows(&all);
        let name = Release::present().name;
        assert!(rows.contains(&format!("\n{name},0.0.1,motor-magnet-kg,kg,1,2,1,model,0.5,0.5\n")), "{rows}");
        assert!(rows.contains(&format!("\n{name},0.0.1,old-answer,,7,,,model,,\n")), "{rows}");
        let mut read = csv::Reader::from_reader(rows.as_bytes());
        assert!(read.records().all(|row| row.unwrap().len() == HEAD.len()));
    }
}
