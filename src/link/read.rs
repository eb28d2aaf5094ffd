//! Reads what an address asks for. Nothing in an address can break the page: what is not understood is named with the
//! reason, and the rest counts.

use std::rc::Rc;

use lodestone_model::data::NamedScenario;
use lodestone_model::error::Error;
use lodestone_model::inputs::assign::Key;
use lodestone_model::inputs::{Inputs, text};
use lodestone_model::uncertainty::Plan;

use super::{DRAWS, LOOKED_AT, Pairs, SEED, SHOWN, VIEW, looked_at};
use crate::state::{Action, State};
use crate::study::request::ALL;

/// Most of what is not understood that is named one by one.
const MOST_NAMED: usize = 20;

/// Most keys that are read: there are not so many inputs.
const MOST_READ: usize = 2000;

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
    let own: Vec<_> = pairs.iter().filter(|(key, _)| !other(key)).take(MOST_READ).collect();
    // What is no input at all keeps none of the others from being read together.
    let mut known = Vec::new();
    for (key, value) in own {
        match Key::named(key) {
            Ok(_) => known.push((key, value)),
            Err(why) => out.refused.push((key.clone(), why)),
        }
    }
    // Parts of one whole may stand in any order: what was written together is read together.
    let lines: String = known.iter().map(|(key, value)| format!("{key}={value}\n")).collect();
    // A line in a value is no line of this text.
    let plain = known.iter().all(|(_, value)| !value.contains('\n'));
    match text::read(&(text::write(&inputs) + &lines)) {
        Ok(all) if plain => inputs = all,
        // Something is wrong: each by itself, so that it can be named and the others count.
        _ => {
            for (key, value) in known {
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

/// The state after a choice that was made beside the page, `key=value` a line, and what of it is refused. After [`ALL`] the
/// choice is all that is set, and what is looked at where it says so; else it is set on top of `latest`, and a field for shocks
/// leaves a list of shocks behind.
#[must_use]
pub fn chosen(lines: &str, latest: &State) -> (State, Vec<(String, Error)>) {
    let pairs = |lines: &str| -> Pairs {
        lines.lines().filter_map(|l| l.split_once('=')).map(|(k, v)| (k.into(), v.into())).collect()
    };
    let views = |said: &Pairs| said.iter().any(|(key, _)| VIEW.contains(&key.as_str()));
    if let Some(all) = lines.strip_prefix(ALL) {
        let said = pairs(all);
        let found = read_from(&said, Inputs::default(), |_| None);
        let State { view, plan, weighed, .. } = *latest;
        let state = if views(&said) { found.state } else { State { view, plan, weighed, ..found.state } };
        return (state, found.refused);
    }
    let said = pairs(lines);
    let mut begin = latest.clone();
    for (key, _) in &said {
        if let Ok(Key::Param(param)) = Key::named(key) {
            begin.leave_for(param);
        }
    }
    let found = read_from(&said, begin.inputs, |_| None);
    let mut refused = found.refused;
    // What is looked at is the address's to say.
    let views = said.into_iter().filter(|(key, _)| VIEW.contains(&key.as_str()));
    refused.extend(views.map(|(key, _)| (key.clone(), Error::Key { key })));
    let State { inputs, scenario, .. } = found.state;
    (State { inputs, scenario, ..latest.clone() }, refused)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lodestone_model::inputs::Param;

    fn said(list: &[(&str, &str)]) -> Pairs {
        list.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
    }

    #[test]
    fn what_is_no_input_keeps_no_part_of_a_whole_from_being_read() {
        let parts = [("ev-w-nd", "0.99"), ("ev-w-pr", "0"), ("ev-w-dy", "0"), ("ev-w-tb", "0"), ("utm_source", "x")];
        let found = read(&said(&parts));
        assert_eq!(found.state.inputs.get(Param::EvWNd), Some(0.99));
        assert_eq!(found.refused.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["utm_source"]);
    }

    #[test]
    fn a_choice_is_set_on_top_or_instead_and_says_what_is_no_input() {
        let begin = State::default().after(Action::Scenario(Some(NamedScenario::NdPlus100))).after(Action::Year(2031));
        let story = &begin.inputs;
        let (moved, refused) = chosen("shock-price-abs=50\n", &begin);
        let shock = moved.inputs.get(Param::ShockPriceAbs);
        assert_eq!((moved.inputs.shocks.is_none(), shock, refused.len()), (true, Some(50.0), 0));
        let (kept, _) = chosen("wind-mw=5\n", &begin);
        assert_eq!((&kept.inputs.shocks, kept.inputs.get(Param::WindMw)), (&story.shocks, Some(5.0)));
        assert_eq!((kept.scenario, kept.view.year), (Some(NamedScenario::NdPlus100), 2031));
        let (all, _) = chosen("*\nwind-mw=7\n", &begin);
        assert_eq!((all.inputs.shocks.is_none(), all.inputs.get(Param::WindMw)), (true, Some(7.0)));
        assert_eq!((all.view.year, all.scenario), (2031, None));
        let (all, refused) = chosen("*\nwind-mw=7\nyear=2026\nseed=9\n", &begin);
        assert_eq!((all.view.year, all.plan.seed, refused.len()), (2026, 9, 0));
        let (same, refused) = chosen("scenario=won-minus-10\nyear=2030\nnothing=1\nwind-mw=x\n", &begin);
        assert_eq!((&same.inputs, same.view.year), (story, 2031));
        let keys: Vec<&str> = refused.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["nothing", "wind-mw", "scenario", "year"]);
    }
}
