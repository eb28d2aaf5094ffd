//! Citations: the tool, and the sources behind one answer or all sources. Not here: what stands in a citation.

use lodestone::cite::{Asked, Found, OfResult, Work, bibtex, csl, line::line};
use lodestone::format;
use lodestone::text::{Lang, cite as words, command, field};
use lodestone_answers::report::Output;
use lodestone_model::data::NamedScenario;
use serde_json::{Map, Value, json};

use crate::args::{Args, Cite};
use crate::how::How;
use crate::publish::works;
use crate::{Answer, Refusal, given, json, questions, text};

/// The forms of a citation, by the names that options have.
const FORMATS: [&str; 3] = ["text", "bibtex", "csl-json"];

/// The citations that are asked for.
pub fn cite(asked: &Cite, args: &Args, how: How, lang: Lang) -> Result<Answer, Refusal> {
    let format = asked.format.as_deref().unwrap_or(FORMATS[0]);
    if !FORMATS.contains(&format) {
        return Err(Refusal(field::text_refused(lang, "--format", format, &FORMATS.join(", "))));
    }
    if args.json && asked.format.is_some() {
        return Err(Refusal(command::not_together(lang, "--format", "--json")));
    }
    if let Some(link) = asked.link.as_deref().filter(|l| !(l.starts_with("https://") || l.starts_with("http://"))) {
        return Err(Refusal(field::text_refused(lang, "--link", link, "https://…, http://…")));
    }
    let mut data = Map::new();
    let (works, title) = if asked.all {
        (works(lang), words::all_sources(lang))
    } else {
        let (works, told) = of_answer(asked, how, lang)?;
        data = told;
        (works, if has_sources(&data) { words::sources(lang) } else { words::no_sources(lang) })
    };
    let list = csl::list(&works, lang);
    let shown = match format {
        "bibtex" => works.iter().map(|w| bibtex::entry(w, lang)).collect::<Vec<_>>().join("\n"),
        "csl-json" => list.clone(),
        _ => {
            let lines: Vec<String> = works.iter().map(|w| line(w, lang, true)).collect();
            let (tool, sources) = lines.split_first().map_or(("", &[][..]), |(t, s)| (t.as_str(), s));
            format!("{tool}\n\n{title}\n{}", sources.iter().map(|s| format!("{s}\n")).collect::<String>())
        }
    };
    // What was written is read: the two forms cannot differ.
    data.insert("citations".into(), serde_json::from_str(&list).unwrap_or(Value::Null));
    Ok(Answer { json: Value::Object(data), text: shown })
}

fn has_sources(data: &Map<String, Value>) -> bool {
    data.get("sources").and_then(Value::as_array).is_some_and(|s| !s.is_empty())
}

/// The tool for one answer and the sources behind it, and the same as data.
fn of_answer(asked: &Cite, how: How, lang: Lang) -> Result<(Vec<Work>, Map<String, Value>), Refusal> {
    let inputs = asked.with.inputs(lang)?;
    let output = questions::output(lang, &asked.answer)?;
    let year = given::year(lang, asked.year)?;
    let answer = how.answers(&inputs, &[output], year).0.into_iter().next().flatten();
    let Some(range) = answer else { return Err(Refusal(command::no_figure(lang, &year.to_string()))) };
    let scenario = asked.with.scenario.as_deref().and_then(NamedScenario::named);
    let drawn = matches!(how, How::Likely(_));
    let found = Found::of(&Asked { inputs: &inputs, scenario, output, year, drawn });
    let value = format::ranged(lang, range, format::PLAIN);
    let of = OfResult {
        answer: Some([text::name(&inputs, output, lang), year.to_string(), value]),
        set: found.set.clone(),
        link: asked.link.clone(),
        hash: None,
    };
    let sources = found.sources.iter().map(|s| Work::of(s, lang));
    let works = std::iter::once(Work::tool(&of, lang)).chain(sources).collect();
    let mut data = json::head(&inputs, how);
    data.insert("year".into(), json!(year));
    data.append(&mut json::entries(&Output::of(output, answer)));
    let keys = |sources: &[&lodestone_model::data::Source]| json!(sources.iter().map(|s| s.id).collect::<Vec<_>>());
    let parameters: Map<String, Value> =
        found.parameters.iter().map(|(p, sources)| (p.key().to_owned(), keys(sources))).collect();
    data.insert("parameters".into(), json!(parameters));
    data.insert("sources".into(), keys(&found.sources));
    data.insert("set_by_reader".into(), json!(found.set));
    Ok((works, data))
}
