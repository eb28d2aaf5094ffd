//! The inputs of the model that arguments stand for, and the sentence for what cannot be one.

use lodestone::labels;
use lodestone::text::{Lang, command};
use lodestone_model::data::{NamedScenario, Param};
use lodestone_model::demand::ALL_YEARS;
use lodestone_model::error::Error;
use lodestone_model::inputs::{Inputs, Key, assign};
use lodestone_model::shocks::MOST_SHOCKS;

use crate::args::With;
use crate::{Refusal, export, open};

impl With {
    /// The inputs.
    pub fn inputs(&self, lang: Lang) -> Result<Inputs, Refusal> {
        let mut inputs = match (&self.scenario, &self.from_link, &self.from_file) {
            (Some(name), ..) => scenario(name, lang)?,
            (None, Some(link), _) => open::inputs(link, lang)?,
            (None, None, Some(file)) => export::read(file, lang)?.checked.asked.state.inputs,
            (None, None, None) => Inputs::default(),
        };
        inputs = set(inputs, self.set.iter().map(String::as_str), lang)?;
        if self.no_shocks {
            inputs.shocks = Some(Vec::new());
        }
        if !self.shock.is_empty() {
            let listed = self.shock.iter().map(|s| s.parse()).collect::<Result<Vec<_>, _>>();
            let listed = listed.map_err(|e| Refusal(refused(lang, &e)))?;
            if listed.len() > MOST_SHOCKS {
                return Err(Refusal(refused(lang, &Error::TooManyShocks)));
            }
            inputs.shocks = Some(listed);
        }
        Ok(inputs)
    }
}

/// Pairs of `key=value`.
fn set<'a>(inputs: Inputs, pairs: impl Iterator<Item = &'a str>, lang: Lang) -> Result<Inputs, Refusal> {
    let refuse = |e: Error| Refusal(refused(lang, &e));
    let mut all = Vec::new();
    for pair in pairs {
        let (key, value) = pair.split_once('=').ok_or_else(|| Refusal(command::no_pair(lang, pair)))?;
        all.push((Key::named(key.trim()).map_err(refuse)?, value));
    }
    inputs.assign_each(all).map_err(refuse)
}

/// A scenario by name, with settings after commas: `won-minus-10,wind-mw=5`.
pub fn story(text: &str, lang: Lang) -> Result<Inputs, Refusal> {
    let mut parts = text.split(',');
    let name = parts.next().unwrap_or_default().trim();
    let mut inputs = match name {
        "default" => Inputs::default(),
        "baseline" => {
            let mut inputs = Inputs::default();
            inputs.shocks = Some(Vec::new());
            inputs
        }
        _ => scenario(name, lang)?,
    };
    inputs = set(inputs, parts, lang)?;
    Ok(inputs)
}

fn scenario(name: &str, lang: Lang) -> Result<Inputs, Refusal> {
    let accepted = || NamedScenario::ALL.map(NamedScenario::key).join(", ");
    let found = NamedScenario::named(name).ok_or_else(|| Refusal(command::no_scenario(lang, name, &accepted())))?;
    found.inputs().map_err(|e| Refusal(refused(lang, &e)))
}

/// The sentence for an error of the engine, with the nearest key where one was mistyped.
pub fn refused(lang: Lang, error: &Error) -> String {
    let sentence = labels::refusal(lang, error);
    match error {
        Error::Key { key } => match nearest(key) {
            Some(near) => format!("{sentence} {}", command::did_you_mean(lang, near)),
            None => sentence,
        },
        _ => sentence,
    }
}

fn nearest(key: &str) -> Option<&'static str> {
    let choices = assign::choices().into_iter().map(|(k, ..)| k);
    let all = Param::ALL.into_iter().map(Param::key).chain(choices).chain(["shocks"]);
    let (likeness, best) = all.map(|k| (strsim::jaro_winkler(key, k), k)).max_by(|a, b| a.0.total_cmp(&b.0))?;
    (likeness > LIKE).then_some(best)
}

/// Likeness (1 is the same) above which a known key is proposed for an unknown one.
const LIKE: f64 = 0.8;

/// A year that the data reach.
pub fn year(lang: Lang, year: i32) -> Result<i32, Refusal> {
    let (from, to) = (ALL_YEARS.start().to_string(), ALL_YEARS.end().to_string());
    if ALL_YEARS.contains(&year) {
        Ok(year)
    } else {
        Err(Refusal(command::year_range(lang, &year.to_string(), &from, &to)))
    }
}
