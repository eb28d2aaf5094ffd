//! What a caller asks: keys and values of an argument as inputs, years, answers and draws of the engine.

use lodestone::labels;
use lodestone::link::proof::check;
use lodestone::text::{Lang, package as words, page};
use lodestone_answers::how::{How, InTurn, MOST_DRAWS, MOST_SEED};
use lodestone_model::data::NamedScenario;
use lodestone_model::demand::{ALL_YEARS, BASE_YEAR};
use lodestone_model::error::Error;
use lodestone_model::inputs::assign::{self, Key};
use lodestone_model::inputs::{Inputs, Param, Use};
use lodestone_model::outputs::Output;
use lodestone_model::shocks::{Listed, MOST_SHOCKS};
use lodestone_model::uncertainty::Plan;
use lodestone_model::uncertainty::points::CHUNK;

use crate::arguments::{DRAWN, Function};
use crate::given::{Given, number, short};
use crate::refused::{Refused, shortened};
use crate::value::{finite, known, list, needed, not, object, other, text, text_or, whole};

/// What comes of reading.
pub type Outcome<T> = Result<T, Refused>;

/// An argument whose keys are known.
#[derive(Debug)]
pub struct Asked {
    entries: Vec<(String, Given)>,
    /// Language of sentences and names.
    pub lang: Lang,
}

impl Asked {
    /// Takes the argument of a function; one that was left out is an empty one.
    ///
    /// # Errors
    /// What is no plain object, and keys that the function does not have.
    pub fn new(function: &Function, given: Given) -> Outcome<Self> {
        let given = if given == Given::Missing { Given::Object(Vec::new()) } else { given };
        let lang = language(&given)?;
        let entries = object(lang, function.name, "{ lang: \"en\" }", given)?;
        known(lang, function.name, &entries, function.keys)?;
        let has = |key: &str| entries.iter().any(|(k, _)| k == key);
        match function.keys.iter().find(|a| a.needed && !has(a.key)) {
            Some(missing) => Err(needed(lang, missing.key, accepted(missing.key))),
            None => Ok(Self { entries, lang }),
        }
    }

    fn get(&self, key: &str) -> Option<&Given> {
        self.entries.iter().find(|(k, _)| k == key).map(|(_, given)| given)
    }

    /// Whether a key was given.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The text of a key, where there is one.
    ///
    /// # Errors
    /// A value that is no text.
    pub fn text(&self, key: &str, example: &str) -> Outcome<Option<&str>> {
        self.get(key).map(|given| text(self.lang, key, given, example)).transpose()
    }

    /// The address of a key, where there is one.
    ///
    /// # Errors
    /// What is no address of the web.
    pub fn address(&self, key: &str) -> Outcome<Option<&str>> {
        const WEB: [&str; 2] = ["https://", "http://"];
        match self.text(key, "\"https://example.org/en/motor/\"")? {
            Some(given) if !WEB.iter().any(|begin| given.starts_with(begin)) => {
                Err(other(self.lang, key, given, ["https://…", "http://…"].into_iter()))
            }
            address => Ok(address),
        }
    }

    /// The number of a key, where there is one.
    ///
    /// # Errors
    /// A value that is no finite number.
    pub fn number(&self, key: &str) -> Outcome<Option<f64>> {
        self.get(key).map(|given| finite(self.lang, key, given)).transpose()
    }

    /// The whole number of a key, where there is one.
    ///
    /// # Errors
    /// A value that is none, or beyond its limits.
    pub fn whole(&self, key: &str, limits: (u64, u64)) -> Outcome<Option<u64>> {
        self.get(key).map(|given| whole(self.lang, key, given, limits)).transpose()
    }

    /// One of some texts, where there is one.
    ///
    /// # Errors
    /// Another value.
    pub fn one_of<T: Copy>(&self, key: &str, all: &[(&'static str, T)]) -> Outcome<Option<T>> {
        let first = all.first().map_or("", |(name, _)| name);
        let Some(given) = self.text(key, &format!("\"{first}\""))? else { return Ok(None) };
        match all.iter().find(|(name, _)| *name == given) {
            Some((_, found)) => Ok(Some(*found)),
            None => Err(other(self.lang, key, given, all.iter().map(|(name, _)| *name))),
        }
    }

    /// The inputs: a scenario, a link or the defaults, with what is set on top.
    ///
    /// # Errors
    /// The first part that is refused.
    pub fn inputs(&self) -> Outcome<Inputs> {
        let lang = self.lang;
        let scenario = self.one_of("scenario", &NamedScenario::ALL.map(|s| (s.key(), s)))?;
        let begin = match (scenario, self.text("link", "\"?ev-magnet-kg=3\"")?) {
            (Some(_), Some(link)) => {
                let accepted = "scenario | link".to_owned();
                return Err(Refused::new("link", short(link), accepted, words::not_with(lang, "link", "scenario")));
            }
            (Some(scenario), None) => {
                scenario.inputs().map_err(|e| Refused::input(lang, "scenario", scenario.key(), &e))?
            }
            (None, Some(link)) => linked(lang, link)?,
            (None, None) => Inputs::default(),
        };
        let mut inputs = self.set(begin)?;
        if let Some(given) = self.get("shocks") {
            inputs.shocks = Some(shocks(lang, given)?);
        }
        Ok(inputs)
    }

    /// Sets what `inputs` says.
    fn set(&self, begin: Inputs) -> Outcome<Inputs> {
        let lang = self.lang;
        let Some(given) = self.get("inputs") else { return Ok(begin) };
        let entries = object(lang, "inputs", "{ \"ev-magnet-kg\": 3 }", given.clone())?;
        let mut pairs = Vec::new();
        for (key, given) in &entries {
            let Ok(known) = Key::named(key) else {
                let all = input_keys();
                return Err(Refused::key(lang, "inputs", key, &all.iter().map(String::as_str).collect::<Vec<_>>()));
            };
            let value = match given {
                Given::Number(value) if value.is_finite() => number(*value),
                Given::Number(value) => {
                    let shown = number(*value);
                    let message = words::no_number(lang, key, &shown);
                    return Err(Refused::new(key, shown, words::finite_number(lang).into(), message));
                }
                given => text_or(lang, key, given, "\"2..2.5..4\"", |what, value, example| {
                    words::no_value(lang, what, value, example)
                })?
                .to_owned(),
            };
            pairs.push((key, known, value));
        }
        let all = pairs.iter().map(|(_, known, value)| (*known, value.as_str()));
        begin.clone().assign_each(all).map_err(|error| {
            // Which of them it was: the first that does not go on top of those before.
            let ends = (1..=pairs.len()).find(|n| {
                let first = pairs.iter().take(*n).map(|(_, known, value)| (*known, value.as_str()));
                begin.clone().assign_each(first).is_err()
            });
            let at = ends.and_then(|n| pairs.get(n - 1));
            let (key, value) = at.map_or(("inputs", ""), |(key, _, value)| (key.as_str(), value.as_str()));
            Refused::input(lang, key, value, &error)
        })
    }

    /// The year.
    ///
    /// # Errors
    /// A year that the data do not reach.
    pub fn year(&self) -> Outcome<i32> {
        let limits = [*ALL_YEARS.start(), *ALL_YEARS.end()].map(|y| u64::try_from(y).unwrap_or_default());
        let year = self.whole("year", (limits[0], limits[1]))?;
        Ok(year.and_then(|y| i32::try_from(y).ok()).unwrap_or(BASE_YEAR))
    }

    /// How ranges are found.
    ///
    /// # Errors
    /// What is neither `"limits"` nor a seed and a number of draws.
    pub fn how(&self) -> Outcome<How<InTurn>> {
        match self.get("ranges") {
            Some(Given::Text(text)) if text == "limits" => Ok(How::Limits),
            Some(Given::Text(text)) => Err(other(self.lang, "ranges", text, [LIMITS, DRAWS].into_iter())),
            _ => self.run().map(How::Likely),
        }
    }

    /// Seed and number of draws.
    ///
    /// # Errors
    /// Numbers that are not whole or beyond their limits.
    pub fn run(&self) -> Outcome<InTurn> {
        let plan = Plan::default();
        let Some(given) = self.get("ranges") else { return Ok(InTurn(plan)) };
        let entries = object(self.lang, "ranges", DRAWS, given.clone())?;
        known(self.lang, "ranges", &entries, &DRAWN)?;
        let drawn = Self { entries, lang: self.lang };
        let seed = drawn.whole("seed", (0, MOST_SEED))?.unwrap_or(plan.seed);
        Ok(InTurn(match drawn.whole("draws", (1, MOST_DRAWS))? {
            Some(draws) => Plan { seed, chunks: draws.div_ceil(CHUNK as u64) }.sensible(),
            None => Plan { seed, ..plan },
        }))
    }

    /// The answer of a key, where there is one.
    ///
    /// # Errors
    /// A key that no answer has.
    pub fn output(&self, key: &str) -> Outcome<Option<Output>> {
        self.get(key).map(|given| output(self.lang, key, given)).transpose()
    }

    /// The answers of a key.
    ///
    /// # Errors
    /// What is no list of their keys, or an empty one.
    pub fn outputs(&self, key: &str) -> Outcome<Vec<Output>> {
        let all = list(self.lang, key, self.get(key).unwrap_or(&Given::Missing), "[\"motor-after-usd\"]")?;
        if all.is_empty() {
            return Err(needed(self.lang, key, accepted(key)));
        }
        all.iter().map(|given| output(self.lang, key, given)).collect()
    }

    /// The two ends of a key, where there are any.
    ///
    /// # Errors
    /// What is no list of two finite numbers.
    pub fn ends(&self, key: &str) -> Outcome<Option<(f64, f64)>> {
        let Some(given) = self.get(key) else { return Ok(None) };
        match list(self.lang, key, given, "[50, 200]")? {
            [from, to] => Ok(Some((finite(self.lang, key, from)?, finite(self.lang, key, to)?))),
            _ => Err(not(given, key, "[50, 200]", words::no_list(self.lang, key, &given.shown(), "[50, 200]"))),
        }
    }

    /// A key is missing that this question needs.
    #[must_use]
    pub fn lacks(&self, key: &str) -> Refused {
        needed(self.lang, key, accepted(key))
    }
}

/// The ways of ranges, as sentences repeat them.
const LIMITS: &str = "\"limits\"";
const DRAWS: &str = "{ seed: 1, draws: 4096 }";

/// What a key that is missing would accept.
fn accepted(key: &str) -> String {
    let all = || Output::ALL.iter().map(|o| o.key()).collect::<Vec<_>>().join(", ");
    match key {
        "output" | "outputs" => all(),
        "input" => Param::ALL.map(Param::key).join(", "),
        "chart" => crate::chart::CHARTS.join(", "),
        _ => "1.5".to_owned(),
    }
}

/// Keys of every input; units by their form.
fn input_keys() -> Vec<String> {
    let params = Param::ALL.into_iter().map(|p| p.key().to_owned());
    let choices = assign::choices().into_iter().map(|(key, ..)| key.to_owned());
    let alloys = Use::ALL.iter().map(|used| format!("alloy.{}", used.key()));
    params.chain(choices).chain(alloys).chain(["units.APPLICATION.YEAR".to_owned(), "shocks".to_owned()]).collect()
}

/// The language that an argument asks for, English where it asks for none.
fn language(given: &Given) -> Outcome<Lang> {
    let Given::Object(entries) = given else { return Ok(Lang::En) };
    let Some((_, given)) = entries.iter().find(|(key, _)| key == "lang") else { return Ok(Lang::En) };
    let tag = text(Lang::En, "lang", given, "\"en\"")?;
    Lang::from_tag(tag).ok_or_else(|| other(Lang::En, "lang", tag, ["en", "ko", "zh"].into_iter()))
}

fn output(lang: Lang, what: &str, given: &Given) -> Outcome<Output> {
    let key = text(lang, what, given, "\"motor-after-usd\"")?;
    Output::named(key).ok_or_else(|| other(lang, what, key, Output::ALL.iter().map(|o| o.key())))
}

fn shocks(lang: Lang, given: &Given) -> Outcome<Vec<Listed>> {
    let all = list(lang, "shocks", given, "[\"price:nd-metal:100\"]")?;
    if all.len() > MOST_SHOCKS {
        return Err(Refused::input(lang, "shocks", &all.len().to_string(), &Error::TooManyShocks));
    }
    let one = |given: &Given| {
        let said = text(lang, "shocks", given, "\"price:nd-metal:100\"")?;
        said.parse().map_err(|error| Refused::input(lang, "shocks", said, &error))
    };
    all.iter().map(one).collect()
}

/// What a link sets, in its release.
fn linked(lang: Lang, link: &str) -> Outcome<Inputs> {
    let link = link.split('#').next().unwrap_or_default();
    // A whole address without a question mark is a page at its defaults.
    let bare = if link.contains("://") { "" } else { link };
    let query = link.split_once('?').map_or(bare, |(_, query)| query);
    let pairs = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let asked = check(&pairs).asked;
    if let Some(key) = &asked.unknown {
        return Err(other(lang, "scenario", key, NamedScenario::ALL.into_iter().map(NamedScenario::key)));
    }
    if let Some((key, error)) = asked.refused.first() {
        let why = labels::error(lang, &short(key), &shortened(error));
        let message = page::flag_address(lang, &short(key), &why);
        return Err(Refused { message, ..Refused::input(lang, "link", key, error) });
    }
    Ok(asked.state.inputs)
}
