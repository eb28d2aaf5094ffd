//! The result that a link carries, and what is found of it: the main answer of the page and a hash of all answers.
//!
//! `is=motor-after-usd~181.234~3f9a2c1b` beside `v=0.1.0-2026.11.1`: whoever opens the link sees whether the same comes
//! out again. The ranges of the answers follow from the same link: it names seed and draws.

use core::fmt;

use lodestone_model::inputs::{Case, Inputs, Outlook, text};
use lodestone_model::outputs::{Evaluator, Output, Shared};
use lodestone_model::release::{self, Moved, Release};

use super::{Asked, Pairs, RELEASE, RESULT, VERSION, read, read_from};
use crate::route::Route;

/// Stands between the parts of a result.
const PART: char = '~';
/// Digits of the answer; the hash has all of them.
const DIGITS: i32 = 6;
/// Length of a link in characters above which it is not passed on: programs for messages cut it.
pub const LONGEST: usize = 2000;

/// A result as a link carries it.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// The answer that the page is about.
    pub output: Output,
    /// Its central value to six digits, in its unit.
    pub value: f64,
    /// The hash of all answers of the release.
    pub hash: String,
}

/// The answer that a page is about.
#[must_use]
pub fn main_answer(route: Route) -> Output {
    match route {
        Route::Turbine => Output::TurbineAfterUsd,
        Route::Demand => Output::DemandMagnetT,
        Route::Balance => Output::DemandNdprOxideT,
        Route::Shocks | Route::Story => Output::MotorDifferenceUsd,
        _ => Output::MotorAfterUsd,
    }
}

impl Carried {
    /// The result for these inputs; `None` where the evidence holds no such answer.
    #[must_use]
    pub fn of(release: Release, output: Output, inputs: &Inputs, year: i32) -> Option<Self> {
        let value = worth(output, inputs, year)?;
        Some(Self { output, value: rounded(value), hash: release.hash(inputs, year) })
    }

    /// Reads what a link says; `None` for what is no result.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(PART);
        let (output, value, hash) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = hash.len() == 8 && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        let value: f64 = value.parse().ok().filter(|v: &f64| v.is_finite())?;
        let known = Output::named(output).filter(|_| digits && parts.next().is_none())?;
        Some(Self { output: known, value, hash: hash.to_owned() })
    }
}

impl fmt::Display for Carried {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{PART}{}{PART}{}", self.output.key(), self.value, self.hash)
    }
}

fn worth(output: Output, inputs: &Inputs, year: i32) -> Option<f64> {
    let shared = Shared::default();
    Evaluator::new(inputs, &shared, Case::Central, year).get(output).filter(|v| v.is_finite())
}

/// To so many digits as a link carries, so that what is read is what was written.
fn rounded(value: f64) -> f64 {
    let digits = usize::try_from(DIGITS - 1).unwrap_or_default();
    format!("{value:.digits$e}").parse().unwrap_or(value)
}

/// Of which release a link is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It does not say.
    Unsaid,
    /// Of this one.
    Present,
    /// Of an earlier one.
    Earlier(Release),
    /// Of one that is not known here, such as a later one.
    Unknown(String),
}

/// What is found of the result that a link carries.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It carries none.
    None,
    /// What it carries is no result.
    Unreadable(String),
    /// The same comes out, to the last bit of every answer.
    Verified(Carried),
    /// Something else comes out: what the link says, and the same answer now.
    Differs {
        /// As the link says it.
        was: Carried,
        /// As it is now; `None` where there is no such answer any more.
        now: Option<f64>,
    },
}

/// A link that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// What it asks for, with the defaults and scenarios of its release.
    pub asked: Asked,
    /// Of which release it is.
    pub origin: Origin,
    /// The defaults that are others now, and count here as they were.
    pub moved: Vec<Moved>,
    /// Those among them that this program cannot have as they were.
    pub lost: Vec<Moved>,
    /// What is found of its result.
    pub verdict: Verdict,
}

/// Opens a link as its release did, and works its result out again.
#[must_use]
pub fn check(pairs: &Pairs) -> Checked {
    check_among(pairs, Release::named)
}

/// The same, where `known` knows the releases.
fn check_among(pairs: &Pairs, known: impl Fn(&str) -> Option<Release>) -> Checked {
    let get = |key: &str| pairs.iter().find(|(k, _)| k == key).map(|(_, value)| value.as_str());
    let origin = match get(VERSION) {
        None => Origin::Unsaid,
        Some(RELEASE) => Origin::Present,
        Some(other) => known(other).map_or_else(|| Origin::Unknown(other.to_owned()), Origin::Earlier),
    };
    let release = if let Origin::Earlier(release) = origin { release } else { Release::present() };
    let outlook = get("outlook").and_then(Outlook::named).unwrap_or_default();
    let moved = release.moved(outlook);
    let (begin, lost) = release.inputs(outlook);
    let asked = if matches!(origin, Origin::Earlier(_)) {
        let scenario = |key: &str| release::set(&begin, &release.scenario(key)?).ok();
        read_from(pairs, begin.clone(), scenario)
    } else {
        read(pairs)
    };
    let verdict = match get(RESULT) {
        None => Verdict::None,
        Some(text) => Carried::read(text).map_or_else(
            || Verdict::Unreadable(text.to_owned()),
            |was| {
                let (inputs, year) = (&asked.state.inputs, asked.state.view.year);
                let now = Carried::of(release, was.output, inputs, year);
                match now {
                    Some(now) if now == was => Verdict::Verified(was),
                    now => Verdict::Differs { now: now.map(|n| n.value), was },
                }
            },
        ),
    };
    Checked { asked, origin, moved, lost, verdict }
}

impl Checked {
    /// All inputs that a page of this release has to be set to, so that it shows what the link's showed; `None` where it
    /// does by itself.
    #[must_use]
    pub fn restored(&self, pairs: &Pairs) -> Option<String> {
        let own = &self.asked.state.inputs;
        (read(pairs).state.inputs != *own).then(|| text::write(own))
    }
}

/// Keys and values with the result that they lead to: what a link carries that is passed on.
#[must_use]
pub fn carrying(pairs: &Pairs, result: Option<&Carried>) -> Pairs {
    let own = |key: &str| ![VERSION, RESULT].contains(&key);
    let mut said: Pairs = pairs.iter().filter(|(key, _)| own(key)).cloned().collect();
    said.push((VERSION.into(), RELEASE.into()));
    said.extend(result.map(|r| (RESULT.into(), r.to_string())));
    said
}

/// Characters that an address may have as they are in what follows its question mark, beside letters and digits. (Some
/// programs take a semicolon or a bracket for the end of an address.)
const PLAIN: &[u8] = b"-._~:@,/";

/// Keys and values as they follow the question mark of an address, as readable as an address may be.
#[must_use]
pub fn query(pairs: &Pairs) -> String {
    let mut out = String::new();
    for (key, value) in pairs {
        if !out.is_empty() {
            out.push('&');
        }
        encode(&mut out, key);
        out.push('=');
        encode(&mut out, value);
    }
    out
}

fn encode(out: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b' ' => out.push('+'),
            _ if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
}

#[cfg(test)]
mod tests;
