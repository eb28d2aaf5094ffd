//! Reads what an address asks for. Nothing in an address can break the page: what is not understood is named with the
//! reason, and the rest counts.

use std::rc::Rc;

use lodestone_model::data::NamedScenario;
use lodestone_model::error::Error;
use lodestone_model::inputs::{Inputs, text};
use lodestone_model::uncertainty::Plan;

use super::{DRAWS, LOOKED_AT, Pairs, SEED, SHOWN, VIEW, looked_at};
use crate::state::{Action, State};

/// Most of what is not understood that is named one by one.
const MOST_NAMED: usize = 20;

/// What an address asks for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Asked {
    /// What the page is set to; its language is not the address's to say.
    pub state: State,
    /// Keys whose values are not understood, with the reason.
    pub refused: Vec<(String, Error)>,
    /// A scenario that there is not.
    pub unknown: Option<String>,
}

/// Reads keys and values for the present release.
#[must_use]
pub fn read(pairs: &Pairs) -> Asked {
    read_from(pairs, Inputs::default(), |key| NamedScenario::named(key)?.inputs().ok())
}

/// Reads them on top of inputs to begin with; `scenario` knows the inputs of a scenario.
#[must_use]
pub fn read_from(pairs: &Pairs, begin: Inputs, scenario: impl Fn(&str) -> Option<Inputs>) -> Asked {
    let get = |key: &str| pairs.iter().find(|(k, _)| k == key).map(|(_, value)| value.as_str());
    let mut out = Asked::default();
    let mut inputs = begin;
    if let Some(key) = get("scenario") {
        match scenario(key) {
            Some(own) => inputs = own,
            None => out.unknown = Some(key.to_owned()),
        }
    }
    let other = |key: &str| SHOWN.contains(&key) || VIEW.contains(&key);
    let own: Vec<_> = pairs.iter().filter(|(key, _)| !other(key)).collect();
    // Parts of one whole may stand in any order: what was written together is read together.
    let lines: String = own.iter().map(|(key, value)| format!("{key}={value}\n")).collect();
    // A line in a value is no line of this text.
    let plain = own.iter().all(|(key, value)| !key.contains('\n') && !value.contains('\n'));
    match text::read(&(text::write(&inputs) + &lines)) {
        Ok(all) if plain => inputs = all,
        // Something is wrong: each by itself, so that it can be named and the others count.
        _ => {
            for (key, value) in own {
                if let Err(why) = inputs.assign(key, value) {
                    out.refused.push((key.clone(), why));
                }
            }
        }
    }
    let mut state = State::default().after(Action::Load(Rc::new(inputs)));
    for (key, text) in LOOKED_AT.into_iter().filter_map(|key| Some((key, get(key)?))) {
        match looked_at(key, text) {
            Ok(action) => state = state.after(action),
            Err(why) => out.refused.push((key.to_owned(), why)),
        }
    }
    let mut number = |key: &str, usual: u64, most: u64| {
        let Some(text) = get(key) else { return usual };
        text.parse().ok().filter(|n| *n <= most).unwrap_or_else(|| {
            let accepted = format!("0–{most}");
            out.refused.push((key.to_owned(), Error::Text { key: key.into(), text: text.into(), accepted }));
            usual
        })
    };
    let usual = Plan::default();
    let most = Plan { chunks: Plan::MOST, ..usual }.draws();
    let seed = number(SEED, usual.seed, u64::MAX);
    let draws = number(DRAWS, usual.draws() as u64, most as u64);
    out.state = state.after(Action::Plan(Plan::of(seed, usize::try_from(draws).unwrap_or(most))));
    out.refused.truncate(MOST_NAMED);
    out
}
