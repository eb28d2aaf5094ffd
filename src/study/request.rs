//! What the page asks the panel for, and what the panel tells the page, as attributes of one element.

use lodestone_model::data::Param;
use lodestone_model::demand::BASE_YEAR;
use lodestone_model::derivation::Asked;
use lodestone_model::inputs::{Inputs, text};
use lodestone_model::uncertainty::Plan;
use web_sys::{Element, Event};

use crate::link::Pairs;
use crate::text::Lang;

/// Id of the element.
pub const HOST: &str = "study";
/// The event by which the page says that it has asked.
pub const ASKED: &str = "asked";
/// The event by which the panel says that something was chosen.
pub const CHOSEN: &str = "chosen";
/// The attribute that holds what was chosen.
const CHOICE: &str = "data-choice";
/// Begins what asks for the sources of an input.
const INPUT: &str = "input:";
/// Asks for what can be passed on.
pub const SHARE: &str = "share";
/// Asks for the result as a file, as a print, as a sentence: of another program, which hears the same event.
pub const EXPORT: &str = "export";

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Asking {
    /// The formulas of a block of figures; the first is shown.
    Figures(&'static [&'static str]),
    /// What the sources say of an input.
    Input(Param),
    /// What can be passed on.
    Share,
    /// The result to take along: not the panel's to answer.
    Export,
}

/// Blocks of figures on the page: name, what the keys of its figures begin with.
const BLOCKS: [(&str, &[&str]); 6] = [
    ("motor", &["motor-"]),
    ("turbine", &["turbine-"]),
    ("demand", &["demand-", "oxide-of-"]),
    ("supply", &["supply-lost", "nd-price-factor", "mining-herfindahl"]),
    ("balance", &["balance-"]),
    ("bill", &["bill-"]),
];

/// A question of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What is asked.
    pub asking: Asking,
    /// The inputs in force.
    pub inputs: Inputs,
    /// How ranges are drawn.
    pub plan: Plan,
    /// The year that is looked at.
    pub year: i32,
    /// Everything that is set, as keys and values of an address.
    pub said: Pairs,
    /// Language of the reader.
    pub lang: Lang,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            asking: Asking::Figures(BLOCKS[0].1),
            inputs: Inputs::default(),
            plan: Plan::default(),
            year: BASE_YEAR,
            said: Pairs::new(),
            lang: Lang::En,
        }
    }
}

impl Request {
    /// Reads the attributes; `None` as long as nothing is asked, and what is missing or makes no sense is the default.
    #[must_use]
    pub fn read(host: &Element) -> Option<Self> {
        let get = |name: &str| host.get_attribute(name).unwrap_or_default();
        let usual = Self::default();
        let of = host.get_attribute("data-of")?;
        let asking = match of.strip_prefix(INPUT) {
            None if of == SHARE => Some(Asking::Share),
            None if of == EXPORT => Some(Asking::Export),
            Some(key) => Param::ALL.into_iter().find(|p| p.key() == key).map(Asking::Input),
            None => BLOCKS.iter().find(|(name, _)| *name == of).map(|(_, keys)| Asking::Figures(keys)),
        };
        Some(Self {
            asking: asking.unwrap_or(usual.asking),
            inputs: text::read(&get("data-inputs")).unwrap_or_default(),
            plan: match (get("data-seed").parse(), get("data-draws").parse()) {
                (Ok(seed), Ok(draws)) => Plan::of(seed, draws),
                _ => usual.plan,
            },
            year: get("data-year").parse().unwrap_or(usual.year),
            said: get("data-said")
                .lines()
                .filter_map(|l| l.split_once('='))
                .map(|(k, v)| (k.into(), v.into()))
                .collect(),
            lang: Lang::from_tag(&get("data-lang")).unwrap_or_default(),
        })
    }

    /// The figures of a block.
    #[must_use]
    pub fn figures(keys: &[&str]) -> Vec<Asked> {
        Asked::all().filter(|asked| keys.iter().any(|begin| asked.key().starts_with(begin))).collect()
    }
}

/// The first line of what takes the place of everything that is set.
pub const ALL: &str = "*";

/// Tells the page what was chosen: `key=value` a line, after [`ALL`] the only inputs that differ from their defaults.
pub fn choose(host: &Element, lines: &str) {
    let _ = host.set_attribute(CHOICE, lines);
    if let Ok(event) = Event::new(CHOSEN) {
        let _ = host.dispatch_event(&event);
    }
}

/// What was chosen: `key=value` a line.
#[must_use]
pub fn chosen(host: &Element) -> Option<String> {
    host.get_attribute(CHOICE)
}
