//! Writes the cards of the pages as documents, and in words: `cards <folder>`. `cargo xtask cards` takes their pictures.

use std::path::Path;
use std::process::ExitCode;

use lodestone::site::assets::save;
use lodestone::site::card::{Answers, PAGES, file, key};
use lodestone::text::Lang;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("cards: the folder to write to is needed.");
        return ExitCode::from(2);
    };
    match write(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("cards: {why}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> Result<(), String> {
    let answers = Answers::default();
    for (route, lang) in PAGES.into_iter().flat_map(|route| Lang::ALL.map(|lang| (route, lang))) {
        let card = answers.card(route, lang).ok_or_else(|| format!("{} has no card.", key(route)))?;
        let to = folder.join(file(key(route), lang));
        save(&to.with_extension("html"), card.html(lang).as_bytes())?;
        save(&to.with_extension("txt"), card.said(lang).as_bytes())?;
    }
    Ok(())
}
