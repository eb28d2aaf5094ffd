//! The folder `data` of the site: every table as CSV and JSON, its description, all citations, the answers of every
//! scenario, what each release began with, and what it moved. The tables are compiled in, so that it can be written anywhere. Not here: how a table or a citation reads.

use std::path::Path;

use lodestone::cite::{OfResult, Work, all_sources, bibtex, csl, line::line};
use lodestone::labels;
use lodestone::schema::{schema, three};
use lodestone::text::{Lang, command};
use lodestone_answers::claims::document;
use lodestone_model::data::NamedScenario;
use lodestone_model::inputs::Inputs;
use lodestone_model::release::RELEASES;
use lodestone_tables::{Package, Problem, publish};
use serde_json::{Value, json};

use crate::args::Publish;
use crate::how::How;
use crate::{Answer, Refusal, given, json, moved, single};

/// Years of a preset: the one that masses describe, the first with a published balance, the last of most outlooks.
const YEARS: [i32; 3] = [2025, 2026, 2030];

macro_rules! files {
    ($($name:literal)*) => {
        /// The tables with their description and licence, as they were when this was built.
        const FILES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/static-data/", $name)))),*];
    };
}

files! {
    "datapackage.json" "LICENSE" "alloys.csv" "alternatives.csv" "applications.csv" "audits.csv" "claims.csv"
    "composition.csv" "concentration.csv" "conflicts.csv" "drivers.csv" "elasticities.csv" "episodes.csv" "etfs.csv" "fx.csv" "glossary.csv" "intensities.csv"
    "parameters.csv" "physics.csv" "prices.csv" "process.csv" "process_steps.csv" "production.csv" "reserves.csv"
    "scenarios.csv" "series.csv" "shocks.csv" "sources.csv" "timeline.csv" "value_chain.csv" "variants.csv"
}

/// What `claims.json` holds, as a JSON Schema.
const CLAIMS_SCHEMA: &str = include_str!("claims.schema.json");

/// Writes the folder.
pub fn publish(asked: &Publish, how: How, lang: Lang) -> Result<Answer, Refusal> {
    let mut written = Vec::new();
    let mut write = |name: &str, text: &str| {
        let file = asked.out.join(name);
        let folder = file.parent().unwrap_or(Path::new("."));
        let done = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&file, text));
        written.push(name.to_owned());
        done.map_err(|e| Refusal(command::no_folder(lang, &file.display().to_string(), &e.to_string())))
    };
    for (name, text) in FILES {
        write(name, text)?;
    }
    let refused = |all: &[Problem]| Refusal(all.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "));
    let package = Package::of(compiled).map_err(|all| refused(&all))?;
    // The claims are published with their verdicts.
    for name in package.tables.keys().filter(|name| *name != "claims") {
        let text = publish::json(&package, name).map_err(|problem| refused(&[problem]))?;
        write(&format!("{name}.json"), &text)?;
    }
    write("claims.json", &format!("{:#}\n", json::data(&document(&lodestone_model::claims::all()))))?;
    write("claims.schema.json", CLAIMS_SCHEMA)?;
    write("result.schema.json", lodestone::export::json::DESCRIBED)?;
    write("schema.json", &format!("{:#}\n", schema()))?;
    // Files have no reader whose language could be asked for.
    let works = works(Lang::En);
    write("sources.bib", &works.iter().map(|w| bibtex::entry(w, Lang::En)).collect::<Vec<_>>().join("\n"))?;
    write("sources.csl.json", &csl::list(&works, Lang::En))?;
    write("sources.txt", &works.iter().map(|w| line(w, Lang::En, true) + "\n").collect::<String>())?;
    for release in RELEASES {
        write(&format!("releases/{}.txt", release.name), release.text)?;
    }
    write("answers-moved.json", &format!("{:#}\n", moved::data()))?;
    write("answers-moved.csv", &moved::csv())?;
    write("presets/default.json", &format!("{:#}\n", preset(None, &Inputs::default(), how)))?;
    for scenario in NamedScenario::ALL {
        let inputs = scenario.inputs().map_err(|e| Refusal(given::refused(lang, &e)))?;
        write(&format!("presets/{}.json", scenario.key()), &format!("{:#}\n", preset(Some(scenario), &inputs, how)))?;
    }
    let (count, folder) = (written.len().to_string(), asked.out.display().to_string());
    Ok(Answer {
        text: command::published(lang, &count, &folder) + "\n",
        json: json!({ "folder": folder, "files": written }),
    })
}

/// The tool and every source.
pub fn works(lang: Lang) -> Vec<Work> {
    let tool = Work::tool(&OfResult::default(), lang);
    std::iter::once(tool).chain(all_sources().map(|s| Work::of(s, lang))).collect()
}

/// A file that is compiled in.
fn compiled(wanted: &str) -> Result<&'static str, Problem> {
    FILES.iter().find(|(name, _)| *name == wanted).map(|(_, text)| *text).ok_or_else(|| Problem {
        file: wanted.into(),
        line: 0,
        column: String::new(),
        value: "the file".into(),
        accepted: "a table that is compiled in".into(),
    })
}

/// What `lodestone report` answers to a scenario, for each of the years, and the address that opens it.
fn preset(scenario: Option<NamedScenario>, inputs: &Inputs, how: How) -> Value {
    let mut whole = serde_json::Map::new();
    let mut years = Vec::new();
    for year in YEARS {
        if let Value::Object(mut report) = single::report(inputs, year, how, Lang::En).json {
            let outputs = report.remove("outputs");
            years.push(json!({ "year": report.remove("year"), "outputs": outputs }));
            whole = report;
        }
    }
    whole.insert("scenario".into(), json!(scenario.map_or("default", NamedScenario::key)));
    whole.insert("label".into(), json!(scenario.map(|s| three(|l| labels::scenario(l, s)))));
    whole.insert("date".into(), json!(scenario.map(|s| s.row().date)));
    whole.insert("source".into(), json!(scenario.map(|s| s.row().source_id)));
    // What the page reads from its address.
    whole.insert("link".into(), scenario.map_or_else(|| json!({}), |s| json!({ "scenario": s.key() })));
    whole.insert("years".into(), json!(years));
    Value::Object(whole)
}
