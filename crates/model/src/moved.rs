//! What changed in the answers from one release to the next: every default answer that moved by more than 0.1 %, what it was,
//! what it is, and which defaults moved it.
//!
//! ```text
//! is − was = (what the moved defaults add, in today's model) + (the rest: the model itself)
//! ```
//!
//! The first part is divided among the defaults: each counts with the mean of what it adds when they move one after the other,
//! over orders in which each is once at every place, forwards and backwards. For up to three defaults these are all orders, so that
//! the parts are their Shapley values; for any number they add up. Everything is read off the files of the releases
//! ([`crate::release`]); nothing is written by hand. Not here: words.

use std::collections::HashMap;

use crate::demand::BASE_YEAR;
use crate::inputs::{Case, Inputs, Key, Outlook, Param, text, whole};
use crate::outputs::{Evaluator, Output, Shared};
use crate::release::{ANSWER, Moved, RELEASES, Release, SCENARIO, UNITS, defaults};

/// An answer that moved by more than this part of what it was is listed.
pub const LEAST: f64 = 0.001;
/// The key of the choice under which yearly units are read.
const OUTLOOK: &str = "outlook";

/// What changed with one release.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The release.
    pub release: &'static str,
    /// The one before it; `None` for the first.
    pub before: Option<&'static str>,
    /// The defaults that moved. What moves together is together: the parts of one whole, the years of one application.
    pub defaults: Vec<Vec<Moved>>,
    /// The scenarios that moved.
    pub scenarios: Vec<Moved>,
    /// The default answers that moved, in the order of the release.
    pub answers: Vec<Answer>,
}

/// A default answer that moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Its key.
    pub key: &'static str,
    /// What it was; `None` where there was none.
    pub was: Option<f64>,
    /// What it is; `None` where there is none any more.
    pub is: Option<f64>,
    /// Why: at least one part.
    pub parts: Vec<Part>,
}

/// What one cause has to do with a change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// The cause.
    pub cause: Cause,
    /// What it adds; `None` where an answer came or went.
    pub adds: Option<f64>,
}

/// What can move an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Defaults, by their place in [`Entry::defaults`].
    Defaults(usize),
    /// The model: a formula, or an input that one of the two releases does not have.
    Model,
}

impl Answer {
    /// The change as a part of what it was; `None` where it came, went or was 0.
    #[must_use]
    pub fn change(&self) -> Option<f64> {
        let was = self.was.filter(|was| *was != 0.0)?;
        Some((self.is? - was) / was.abs())
    }
}

/// What changed with every release, the newest first.
#[must_use]
pub fn log() -> Vec<Entry> {
    let before = std::iter::once(None).chain(RELEASES.into_iter().map(Some));
    let mut all: Vec<Entry> = before.zip(RELEASES).map(|(before, release)| entry(before, release)).collect();
    all.reverse();
    all
}

/// What changed with `release` since the one `before` it.
#[must_use]
pub fn entry(before: Option<Release>, release: Release) -> Entry {
    let Some(before) = before else {
        let (defaults, scenarios, answers) = Default::default();
        return Entry { release: release.name, before: None, defaults, scenarios, answers };
    };
    let between = Between::new(before, release);
    let answers = answers(before, release).into_iter();
    Entry {
        release: release.name,
        before: Some(before.name),
        answers: answers
            .map(|(key, was, is)| Answer { key, was, is, parts: between.parts(Output::named(key), was, is) })
            .collect(),
        scenarios: moved(&of(before, SCENARIO), &of(release, SCENARIO)),
        defaults: between.groups,
    }
}

/// Keys and values of a release whose keys begin so, without that beginning.
fn of(release: Release, begin: &str) -> Vec<(String, &'static str)> {
    release.pairs().filter_map(|(key, value)| Some((key.strip_prefix(begin)?.to_owned(), value))).collect()
}

/// What differs between two lists of keys and values: keys of the first in their order, then those that only the other has.
fn moved(was: &[(String, &str)], is: &[(String, &str)]) -> Vec<Moved> {
    let value = |list: &[(String, &str)], key: &str| {
        list.iter().find(|(k, _)| k == key).map_or(String::new(), |(_, value)| (*value).to_owned())
    };
    let new = is.iter().filter(|(key, _)| was.iter().all(|(k, _)| k != key));
    let keys = was.iter().chain(new).map(|(key, _)| key.clone());
    keys.map(|key| Moved { was: value(was, &key), is: value(is, &key), key }).filter(|m| m.was != m.is).collect()
}

/// The default answers that moved by more than [`LEAST`], came or went.
fn answers(before: Release, release: Release) -> Vec<(&'static str, Option<f64>, Option<f64>)> {
    let all = |release: Release| -> Vec<(&'static str, Option<f64>)> {
        let own = release.pairs().filter_map(|(key, value)| Some((key.strip_prefix(ANSWER)?, value)));
        own.map(|(key, value)| (key, value.parse().ok())).collect()
    };
    let (was, is) = (all(before), all(release));
    let find = |list: &[(&str, Option<f64>)], key| list.iter().find(|(k, _)| *k == key).and_then(|(_, value)| *value);
    let gone = was.iter().filter(|(key, _)| is.iter().all(|(k, _)| k != key));
    let keys = is.iter().chain(gone).map(|(key, _)| *key);
    keys.map(|key| (key, find(&was, key), find(&is, key)))
        .filter(|(_, was, is)| match (was, is) {
            (Some(was), Some(is)) => (is - was).abs() > LEAST * was.abs(),
            (was, is) => was.is_some() != is.is_some(),
        })
        .collect()
}

/// The defaults by which two releases differ, and today's answers to any mix of them.
struct Between {
    was: Vec<(String, &'static str)>,
    is: Vec<(String, &'static str)>,
    groups: Vec<Vec<Moved>>,
    shared: Shared,
    /// All answers by which groups are those of the later release.
    known: std::cell::RefCell<HashMap<Vec<bool>, Vec<Option<f64>>>>,
}

impl Between {
    fn new(before: Release, release: Release) -> Self {
        let (was, is) = (given(before), given(release));
        let groups = grouped(moved(&was, &is));
        Self { was, is, groups, shared: Shared::default(), known: Default::default() }
    }

    /// Why an answer moved; `output` is `None` for one that today's model does not have.
    fn parts(&self, output: Option<Output>, was: Option<f64>, is: Option<f64>) -> Vec<Part> {
        let model = |adds| vec![Part { cause: Cause::Model, adds }];
        let change = was.zip(is).map(|(was, is)| is - was);
        let Some(output) = output else { return model(change) };
        let causes = self.causes(output);
        let named = || causes.iter().map(|i| Part { cause: Cause::Defaults(*i), adds: None }).collect::<Vec<_>>();
        let [first, last] = [false, true].map(|later| self.answer(&vec![later; self.groups.len()], output));
        match (was.zip(is), first.zip(last)) {
            (Some((was, is)), Some((first, last))) => {
                let Some(adds) = self.adds(output, &causes) else { return [named(), model(None)].concat() };
                let mut parts: Vec<Part> = causes
                    .iter()
                    .zip(adds)
                    .map(|(i, adds)| Part { cause: Cause::Defaults(*i), adds: Some(adds) })
                    .collect();
                // Where the model is the same, both of its answers are the published ones, and this is nothing at all.
                let rest = (is - last) + (first - was);
                if rest != 0.0 || parts.is_empty() {
                    parts.extend(model(Some(rest)));
                }
                parts
            }
            // It came or went with defaults where today's model has it on one side only, too.
            (None, None) if first.is_some() == was.is_some() && last.is_some() == is.is_some() => named(),
            _ => model(change),
        }
    }

    /// The groups without which an answer would be another, on one side or the other.
    fn causes(&self, output: Output) -> Vec<usize> {
        let n = self.groups.len();
        let counts = |i: &usize| {
            [false, true].into_iter().any(|later| {
                let all = vec![later; n];
                let mut but = all.clone();
                but[*i] = !later;
                self.answer(&all, output) != self.answer(&but, output)
            })
        };
        (0..n).filter(counts).collect()
    }

    /// What each of the causes adds; `None` where an answer on the way is missing.
    fn adds(&self, output: Output, causes: &[usize]) -> Option<Vec<f64>> {
        let n = causes.len();
        let mut sums = vec![0.0; n];
        for start in 0..n {
            for backwards in [false, true] {
                let mut mix: Vec<bool> = vec![false; self.groups.len()];
                let mut before = self.answer(&mix, output)?;
                for step in 0..n {
                    let at = if backwards { (start + n - step) % n } else { (start + step) % n };
                    mix[causes[at]] = true;
                    // What moves no answer from either end goes with the last.
                    let mix = if step + 1 == n { vec![true; mix.len()] } else { mix.clone() };
                    let after = self.answer(&mix, output)?;
                    sums[at] += after - before;
                    before = after;
                }
            }
        }
        #[allow(clippy::cast_precision_loss)] // some dozens
        let orders = (2 * n) as f64;
        Some(sums.into_iter().map(|sum| sum / orders).collect())
    }

    /// Today's answer where the groups that are `later` have the values of the later release.
    fn answer(&self, later: &[bool], output: Output) -> Option<f64> {
        let mut known = self.known.borrow_mut();
        let all = known.entry(later.to_vec()).or_insert_with(|| {
            let inputs = self.inputs(later);
            let evaluator = Evaluator::new(&inputs, &self.shared, Case::Central, BASE_YEAR);
            Output::ALL.iter().map(|output| evaluator.get(*output)).collect()
        });
        all[Output::ALL.iter().position(|o| *o == output)?]
    }

    fn inputs(&self, later: &[bool]) -> Inputs {
        let mut all: Vec<(&str, &str)> = self.was.iter().map(|(key, value)| (key.as_str(), *value)).collect();
        for moved in self.groups.iter().zip(later).filter(|(_, later)| **later).flat_map(|(group, _)| group) {
            all.retain(|(key, _)| *key != moved.key);
            all.extend(self.is.iter().find(|(key, _)| *key == moved.key).map(|(key, value)| (key.as_str(), *value)));
        }
        let outlook = all.iter().find(|(key, _)| *key == OUTLOOK).and_then(|(_, value)| Outlook::named(value));
        let now = defaults(outlook.unwrap_or_default());
        // What today's inputs cannot take (a key that is gone, no value where there is one) counts as the model's.
        all.retain(|(key, value)| {
            !value.is_empty() && Key::named(key).is_ok() && now.iter().all(|(k, is)| k != key || is != value)
        });
        let lines: String = all.iter().map(|(key, value)| format!("{key}={value}\n")).collect();
        text::read(&lines).unwrap_or_else(|_| {
            let mut inputs = Inputs::default();
            all.iter().for_each(|(key, value)| drop(inputs.assign(key, value)));
            inputs
        })
    }
}

/// The defaults of a release, with the units of the outlook that it begins with.
fn given(release: Release) -> Vec<(String, &'static str)> {
    let settings = || release.pairs().filter(|(key, _)| [ANSWER, SCENARIO, UNITS].iter().all(|b| !key.starts_with(b)));
    let outlook = settings().find(|(key, _)| *key == OUTLOOK).map_or(Outlook::default().key(), |(_, value)| value);
    let units = of(release, &format!("{UNITS}{outlook}.")).into_iter().map(|(key, n)| (format!("{UNITS}{key}"), n));
    settings().map(|(key, value)| (key.to_owned(), value)).chain(units).collect()
}

/// Puts together what moves together.
fn grouped(all: Vec<Moved>) -> Vec<Vec<Moved>> {
    let parts = |key: &str| Param::ALL.into_iter().find(|p| p.key() == key).and_then(whole);
    let units = |key: &str| key.strip_prefix(UNITS).and_then(|rest| Some(rest.rsplit_once('.')?.0.to_owned()));
    let together = |a: &str, b: &str| {
        parts(a).is_some_and(|w| parts(b) == Some(w)) || units(a).is_some_and(|u| units(b) == Some(u))
    };
    let mut groups: Vec<Vec<Moved>> = Vec::new();
    for one in all {
        match groups.iter_mut().find(|group| together(&group[0].key, &one.key)) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}
