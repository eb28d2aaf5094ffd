//! Results as files and as a sentence, and files as inputs: what a page takes along, without the page. Not here: what stands
//! in a file ([`lodestone::export`]).

use std::path::Path;

use lodestone::export::import::{self, Read};
use lodestone::export::{Subject, Taken, csv, json, sentence, xlsx};
use lodestone::route::{Route, folder};
use lodestone::state::{Action, State};
use lodestone::text::{Lang, command, field};
use lodestone_model::uncertainty::Plan;

use crate::args::{Args, Export};
use crate::how::{self, How};
use crate::{Refusal, given};

/// The forms of a result, by the names that options have.
const FORMATS: [&str; 4] = ["csv", "json", "xlsx", "sentence"];
/// The pages that take results along.
const PAGES: [Route; 7] =
    [Route::Motor, Route::Turbine, Route::Products, Route::Demand, Route::Shocks, Route::Balance, Route::Everything];

/// Writes the result where it is wanted; what is printed, where it is text and no file was named.
pub fn export(asked: &Export, args: &Args, how: How, lang: Lang) -> Result<Option<String>, Refusal> {
    let refused =
        |option: &str, text: &str, all: &[&str]| Refusal(field::text_refused(lang, option, text, &all.join(", ")));
    if !FORMATS.contains(&asked.format.as_str()) {
        return Err(refused("--format", &asked.format, &FORMATS));
    }
    if args.json {
        return Err(Refusal(command::not_together(lang, "export", "--json")));
    }
    let route = PAGES.into_iter().find(|r| r.key() == asked.page);
    let route = route.ok_or_else(|| refused("--page", &asked.page, &PAGES.map(Route::key)))?;
    let address = match &asked.site {
        Some(site) if site.starts_with("https://") || site.starts_with("http://") => {
            Some(format!("{}/{}/{}", site.trim_end_matches('/'), folder(lang), route.path()))
        }
        Some(site) => return Err(refused("--site", site, &["https://…", "http://…"])),
        None => None,
    };
    let taken = Taken::of(Subject { route, state: State { lang, ..state(asked, args, how, lang)? }, address });
    let unwritten = |why: String| Refusal(command::written(lang, &why));
    let bytes = match asked.format.as_str() {
        "csv" => {
            let table = csv::write(&taken).map_err(|e| unwritten(e.to_string()))?;
            format!("{}{table}", if asked.bom { csv::BOM } else { "" }).into_bytes()
        }
        "json" => json::write(&taken).into_bytes(),
        "xlsx" => xlsx::write(&taken).map_err(|e| unwritten(e.to_string()))?,
        _ => format!("{}\n", sentence::write(&taken)).into_bytes(),
    };
    match (&asked.out, String::from_utf8(bytes)) {
        (Some(out), text) => {
            let bytes = text.map_or_else(std::string::FromUtf8Error::into_bytes, String::into_bytes);
            std::fs::write(out, bytes).map_err(|e| unwritten(format!("{}: {e}", out.display())))?;
            Ok(None)
        }
        (None, Ok(text)) => Ok(Some(text)),
        (None, Err(_)) => Err(Refusal(command::needs_out(lang).to_owned())),
    }
}

/// What the result is of: a file with what is looked at and how it is drawn, or the inputs that the options set.
fn state(asked: &Export, args: &Args, how: How, lang: Lang) -> Result<State, Refusal> {
    let run = how::run(how, lang, "export")?;
    let inputs = asked.with.inputs(lang)?;
    let mut state = match &asked.with.from_file {
        Some(file) => read(file, lang)?.checked.asked.state,
        None => State::default(),
    };
    let own = state.plan;
    state = state.after(Action::Load(inputs.into()));
    if let Some(year) = asked.year {
        state = state.after(Action::Year(given::year(lang, year)?));
    }
    state.plan = Plan {
        seed: if args.seed.is_some() { run.plan.seed } else { own.seed },
        chunks: if args.draws.is_some() { run.plan.chunks } else { own.chunks },
    };
    Ok(state)
}

/// Reads a file that was taken along.
///
/// # Errors
/// What cannot be read, with its line.
pub fn read(file: &Path, lang: Lang) -> Result<Read, Refusal> {
    let name = file.display().to_string();
    let bytes = std::fs::read(file).map_err(|e| Refusal(command::no_file(lang, &name, &e.to_string())))?;
    import::read(&bytes, lang).map_err(|why| Refusal(format!("{name}: {why}")))
}
