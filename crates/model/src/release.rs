//! What has been published: for every release its defaults, its scenarios and its default answers, so that an old link
//! keeps its inputs and its result can be worked out again.
//!
//! Each release is a file in `static-data/releases`, which [`lines`] wrote when it was published and which is never
//! changed. Not here: links, nor a release's notes.

use crate::data::NamedScenario;
use crate::demand::{ALL_YEARS, Application, BASE_YEAR, Tracks, need};
use crate::error::Error;
use crate::inputs::{Case, Inputs, Outlook, Param, Reading, Spread, assign, text};
use crate::outputs::{Evaluator, Output, Shared};
use crate::seal::Seal;

/// Begins the key of an answer at the defaults.
pub(crate) const ANSWER: &str = "answer.";
/// Begins the key of a scenario.
pub(crate) const SCENARIO: &str = "scenario.";
/// Begins the key of a yearly number of units under an outlook.
pub(crate) const UNITS: &str = "units.";
/// Stands between the settings of a scenario.
const AND: &str = " & ";

/// A published pair of model and data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Release {
    /// Version of the model and of the data, `0.1.0-2026.11.1`.
    pub name: &'static str,
    /// Its defaults, scenarios and default answers, `key=value` a line.
    pub text: &'static str,
}

/// Every release, the oldest first; the last is the present one.
pub const RELEASES: [Release; 1] =
    [Release { name: "0.1.0-2026.11.1", text: include_str!("../../../static-data/releases/0.1.0-2026.11.1.txt") }];

/// A default that is another now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Key of the input.
    pub key: String,
    /// What it was; empty where it had none.
    pub was: String,
    /// What it is; empty where it has none, or where there is no such input any more.
    pub is: String,
}

impl Release {
    /// The present release.
    #[must_use]
    pub const fn present() -> Self {
        RELEASES[RELEASES.len() - 1]
    }

    /// The release of this name; `None` for one that is not known here, such as a later one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        RELEASES.into_iter().find(|r| r.name == name)
    }

    /// A release whose file says `text`.
    #[must_use]
    pub const fn of(name: &'static str, text: &'static str) -> Self {
        Self { name, text }
    }

    pub(crate) fn pairs(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.text.lines().filter_map(|line| line.split_once('='))
    }

    /// The defaults that are others now, under an outlook.
    #[must_use]
    pub fn moved(self, outlook: Outlook) -> Vec<Moved> {
        // The present release is what it is: nothing has to be compared.
        if self == Self::present() {
            return Vec::new();
        }
        let now = defaults(outlook);
        let own = format!("{UNITS}{}.", outlook.key());
        let key = |key: &'static str| match key.strip_prefix(&own) {
            Some(rest) => format!("{UNITS}{rest}"),
            None => key.to_owned(),
        };
        let other = |key: &str| key.starts_with(UNITS) && !key.starts_with(&own);
        let inputs = self
            .pairs()
            .filter(|(key, _)| !key.starts_with(ANSWER) && !key.starts_with(SCENARIO) && !other(key))
            .map(|(k, was)| (key(k), was));
        inputs
            .filter_map(|(key, was)| {
                let is = now.iter().find(|(k, _)| *k == key).map_or("", |(_, is)| is.as_str());
                (is != was).then(|| Moved { key, was: was.to_owned(), is: is.to_owned() })
            })
            .collect()
    }

    /// The inputs that this release began with, under an outlook, and what of them cannot be had any more.
    #[must_use]
    pub fn inputs(self, outlook: Outlook) -> (Inputs, Vec<Moved>) {
        let moved = self.moved(outlook);
        let lines: String = moved.iter().map(|m| format!("{}={}\n", m.key, m.was)).collect();
        // Parts of one whole are read together.
        if let (true, Ok(inputs)) = (moved.iter().all(|m| !m.was.is_empty()), text::read(&lines)) {
            return (inputs, Vec::new());
        }
        let mut inputs = Inputs::default();
        let lost = moved.into_iter().filter(|m| m.was.is_empty() || inputs.assign(&m.key, &m.was).is_err()).collect();
        (inputs, lost)
    }

    /// What this release set in a scenario, `key=value` each; `None` where it had no such scenario.
    #[must_use]
    pub fn scenario(self, key: &str) -> Option<Vec<(&'static str, &'static str)>> {
        let (_, set) = self.pairs().find(|(k, _)| k.strip_prefix(SCENARIO) == Some(key))?;
        Some(set.split(AND).filter_map(|pair| pair.split_once('=')).collect())
    }

    /// The answers that a hash of this release is made of, in their order.
    fn answers(self) -> impl Iterator<Item = Output> {
        self.pairs().filter_map(|(key, _)| Output::named(key.strip_prefix(ANSWER)?))
    }

    /// The hash of all answers that this release had, central case, for a year: eight hexadecimal digits.
    #[must_use]
    pub fn hash(self, inputs: &Inputs, year: i32) -> String {
        let shared = Shared::default();
        let evaluator = Evaluator::new(inputs, &shared, Case::Central, year);
        let mut seal = Seal::default();
        for output in self.answers() {
            seal.text(output.key());
            // An answer that the evidence does not hold counts as missing, not as nothing.
            match evaluator.get(output) {
                Some(value) => seal.number(value),
                None => seal.text("-"),
            }
        }
        seal.written()
    }
}

/// The present release as its file says it.
#[must_use]
pub fn lines() -> String {
    let mut out = String::new();
    let mut line = |key: &str, value: &str| {
        out.push_str(key);
        out.push('=');
        out.push_str(value);
        out.push('\n');
    };
    for (key, value) in settings() {
        line(&key, &value);
    }
    for outlook in Outlook::ALL.iter().copied() {
        for (key, value) in units(outlook) {
            line(&key.replacen(UNITS, &format!("{UNITS}{}.", outlook.key()), 1), &value);
        }
    }
    for scenario in NamedScenario::ALL {
        // A test opens every scenario.
        let set = scenario.inputs().map(|inputs| text::write(&inputs)).unwrap_or_default();
        line(&format!("{SCENARIO}{}", scenario.key()), &set.lines().collect::<Vec<_>>().join(AND));
    }
    let (inputs, shared) = (Inputs::default(), Shared::default());
    let evaluator = Evaluator::new(&inputs, &shared, Case::Central, BASE_YEAR);
    for output in Output::ALL.iter().copied() {
        let value = evaluator.get(output).map(|v| v.to_string()).unwrap_or_default();
        line(&format!("{ANSWER}{}", output.key()), &value);
    }
    out
}

/// Every input with its default, as a link would set it.
pub(crate) fn defaults(outlook: Outlook) -> Vec<(String, String)> {
    settings().chain(units(outlook)).collect()
}

fn settings() -> impl Iterator<Item = (String, String)> {
    let params = Param::ALL.into_iter().map(|param| {
        let spec = param.spec();
        let value = if !spec.set {
            String::new()
        } else if spec.low < spec.high {
            Spread::Likely(spec.low, spec.central, spec.high).to_string()
        } else {
            spec.central.to_string()
        };
        (param.key().to_owned(), value)
    });
    params.chain(assign::choices().into_iter().map(|(key, _, default)| (key.to_owned(), default.to_owned())))
}

fn units(outlook: Outlook) -> impl Iterator<Item = (String, String)> {
    let tracks = Tracks::new(outlook);
    Application::ALL.into_iter().flat_map(move |application| {
        let tracks = tracks.clone();
        ALL_YEARS.filter_map(move |year| {
            let inputs = Inputs::default();
            let units = need(&Reading::new(&inputs, Case::Central), &tracks, application, year).units?;
            Some((format!("{UNITS}{}.{year}", application.key()), units.count.to_string()))
        })
    })
}

/// Sets what a scenario of an old release set on top of its defaults.
///
/// # Errors
/// A setting that this model does not take.
pub fn set(inputs: &Inputs, pairs: &[(&str, &str)]) -> Result<Inputs, Error> {
    let lines: String = pairs.iter().map(|(key, value)| format!("{key}={value}\n")).collect();
    text::read(&(text::write(inputs) + &lines))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_the_present_release_says_what_the_defaults_are() {
        let present = Release::present();
        let name = format!("{}-{}", env!("CARGO_PKG_VERSION"), crate::data::DATA_VERSION);
        assert_eq!(present.name, name, "a release of its own belongs at the end of the list, with its file");
        let now = lines();
        let old: Vec<&str> = present.text.lines().collect();
        let new: Vec<&str> = now.lines().collect();
        for line in &new {
            assert!(
                old.contains(line),
                "{line}: a default, a scenario or an answer is another than when {} was published. Raise the version of \
                 the model or of the data, and write its file with `lodestone release`.",
                present.name
            );
        }
        assert_eq!(old, new);
    }

    #[test]
    fn every_file_is_in_the_list_and_no_other() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static-data/releases");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|f| f.unwrap().file_name().into_string().unwrap().trim_end_matches(".txt").to_owned())
            .collect();
        files.sort();
        let mut listed: Vec<&str> = RELEASES.iter().map(|r| r.name).collect();
        listed.sort_unstable();
        assert_eq!(files, listed);
    }

    #[test]
    fn an_old_release_brings_its_defaults_its_units_and_its_scenarios() {
        let present = Release::present().text;
        let line = |key: &str| present.lines().find(|l| l.split_once('=').unwrap().0 == key).unwrap();
        let text = present
            .replace(line("wind-mw"), "wind-mw=3..4..9")
            .replace(line("ev-w-nd"), "ev-w-nd=0.9")
            .replace(line("units.steps.car-bev.2024"), "units.steps.car-bev.2024=1234567")
            .replace(line("units.aps.car-bev.2024"), "units.aps.car-bev.2024=7654321")
            .replace(line("scenario.nd-plus-100"), "scenario.nd-plus-100=shock-price-rel=0.5 & ev-magnet-kg=2")
            + "gone-parameter=7\n";
        let old = Release::of("0.0.1-2020.01.1", Box::leak(text.into_boxed_str()));
        let keys = |list: &[Moved]| list.iter().map(|m| m.key.clone()).collect::<Vec<_>>();
        assert_eq!(keys(&old.moved(Outlook::Steps)), ["ev-w-nd", "wind-mw", "units.car-bev.2024", "gone-parameter"]);
        let (inputs, lost) = old.inputs(Outlook::Aps);
        assert_eq!(keys(&lost), ["gone-parameter"]);
        assert_eq!(inputs.get(Param::WindMw), Some(4.0));
        assert_eq!(inputs.given(Param::WindMw), Some(Spread::Likely(3.0, 4.0, 9.0)));
        assert_eq!(inputs.units(Application::CarBev, 2024), Some(7_654_321.0));
        let set = old.scenario("nd-plus-100").unwrap();
        let story = super::set(&inputs, &set).unwrap();
        assert_eq!((story.get(Param::ShockPriceRel), story.get(Param::WindMw)), (Some(0.5), Some(4.0)));
        assert_eq!(old.scenario("no-such-story"), None);
        // The hash covers the answers that the release had, whatever has been added since.
        let fewer = present.lines().filter(|l| !l.starts_with("answer.bill-local=")).collect::<Vec<_>>().join("\n");
        let fewer = Release::of("0.0.2", Box::leak(fewer.into_boxed_str()));
        assert_ne!(fewer.hash(&inputs, 2025), old.hash(&inputs, 2025));
        assert_eq!(old.hash(&inputs, 2025), Release::present().hash(&inputs, 2025));
    }

    #[test]
    fn a_hash_sees_every_input_that_moves_an_answer_and_the_year() {
        let of = |key: &str, value: &str, year| {
            let mut inputs = Inputs::default();
            inputs.assign(key, value).unwrap();
            Release::present().hash(&inputs, year)
        };
        let usual = Release::present().hash(&Inputs::default(), BASE_YEAR);
        for (key, value) in
            [("ev-magnet-kg", "1.9"), ("drive", "geared"), ("units.humanoid.2025", "12"), ("shocks", "")]
        {
            assert_ne!(of(key, value, BASE_YEAR), usual, "{key}");
        }
        assert_ne!(of("ev-magnet-kg", "", 2030), usual);
        assert_eq!(of("ev-magnet-kg", "", BASE_YEAR), usual);
    }
}
