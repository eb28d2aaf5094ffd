//! Results that a reader has saved under names: the list as it is kept and as it is exported, and what is said of each. Where it is
//! kept is the browser's ([`crate::browser::store`]).
//!
//! Nothing that was kept is thrown away because it is not understood: an entry of another program stays as it was.

use lodestone_model::data::DATA_VERSION;
use lodestone_model::derivation::Asked;
use lodestone_model::outputs::Output;
use lodestone_model::report::Range;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Taken, inputs, sentence};
use crate::format;
use crate::link::Pairs;
use crate::link::proof::{Checked, check, main_answer};
use crate::route::Route;
use crate::text::{Lang, export as words, outputs};

/// The name of the format, in the file and in the browser.
pub const FORMAT: &str = "lodestone.saved.v1";
/// Most characters of a name.
pub const LONGEST: usize = 80;
/// Most results that are kept.
pub const MOST: usize = 100;

/// A result under a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// The name that the reader gave it.
    pub name: String,
    /// The day on which it was saved: `2026-11-30`.
    pub day: String,
    /// The key of its page.
    pub page: String,
    /// Keys and values of its link, with release and result.
    pub said: Pairs,
    /// The figure that the page is about between its ends: low, central, high, and the standard error of the ends.
    pub range: Option<[f64; 4]>,
}

/// Why a list or a name was not taken.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The text is no such list.
    Unreadable,
    /// A name without a character.
    NoName,
    /// A name that is too long: its length.
    LongName(usize),
    /// A name that another result has.
    SameName(String),
    /// There are [`MOST`] already.
    TooMany,
}

impl Fault {
    /// It as a sentence.
    #[must_use]
    pub fn said(&self, lang: Lang) -> String {
        let most = format::exact(super::count(LONGEST));
        match self {
            Self::Unreadable => words::keep_unreadable(lang).to_owned(),
            Self::NoName => words::keep_no_name(lang, &most),
            Self::LongName(length) => words::keep_long_name(lang, &format::exact(super::count(*length)), &most),
            Self::SameName(name) => words::keep_same_name(lang, name),
            Self::TooMany => words::keep_too_many(lang, &format::exact(super::count(MOST))),
        }
    }
}

/// All of them, the newest first, and entries that are none of ours.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct List {
    /// The results.
    pub all: Vec<Saved>,
    /// What stands beside them and is not understood.
    pub others: Vec<Value>,
}

impl List {
    /// Reads a list as it was kept or exported.
    ///
    /// # Errors
    /// [`Fault::Unreadable`] for a text that is no list; single entries that are none are [`List::others`].
    pub fn read(text: &str) -> Result<Self, Fault> {
        let value: Value = serde_json::from_str(text).map_err(|_| Fault::Unreadable)?;
        if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(Fault::Unreadable);
        }
        let entries = value.get("saved").and_then(Value::as_array).ok_or(Fault::Unreadable)?;
        let mut list = Self::default();
        for entry in entries {
            match Saved::deserialize(entry) {
                Ok(one) if one.is_sound() => list.all.push(one),
                _ => list.others.push(entry.clone()),
            }
        }
        Ok(list)
    }

    /// The text that [`List::read`] reads.
    #[must_use]
    pub fn write(&self) -> String {
        let own = self.all.iter().filter_map(|one| serde_json::to_value(one).ok());
        let saved: Vec<Value> = own.chain(self.others.iter().cloned()).collect();
        serde_json::json!({ "format": FORMAT, "saved": saved }).to_string()
    }

    /// The same for somebody else's eyes: with the version, and with what each figure leaves out. [`List::read`] reads it too.
    #[must_use]
    pub fn file(&self) -> String {
        let own = self.all.iter().filter_map(|one| {
            let output = main_answer(one.route()?);
            let left_out = Asked::Output(output).omissions().iter().map(|omission| omission.key());
            let mut entry = serde_json::to_value(one).ok()?;
            entry["figure"] = output.key().into();
            entry["unit"] = output.unit().into();
            entry["does_not_include"] = left_out.collect::<Vec<_>>().into();
            Some(entry)
        });
        let saved: Vec<Value> = own.chain(self.others.iter().cloned()).collect();
        let program = concat!("Lodestone ", env!("CARGO_PKG_VERSION"));
        serde_json::json!({ "format": FORMAT, "program": program, "data": DATA_VERSION, "saved": saved }).to_string()
    }

    /// Adds a result.
    ///
    /// # Errors
    /// What is wrong with its name, or that there is no room.
    pub fn add(&mut self, mut one: Saved) -> Result<(), Fault> {
        one.name = self.name(&one.name, None)?;
        if self.all.len() >= MOST {
            return Err(Fault::TooMany);
        }
        self.all.insert(0, one);
        Ok(())
    }

    /// Gives the result at a place another name.
    ///
    /// # Errors
    /// What is wrong with the name.
    pub fn rename(&mut self, place: usize, name: &str) -> Result<(), Fault> {
        let name = self.name(name, Some(place))?;
        if let Some(one) = self.all.get_mut(place) {
            one.name = name;
        }
        Ok(())
    }

    /// Adds what another list has and this one has not; how many that were. A name that is taken gets a number.
    ///
    /// # Errors
    /// [`Fault::TooMany`]; then nothing was added.
    pub fn join(&mut self, other: Self) -> Result<usize, Fault> {
        let fresh: Vec<Saved> = other.all.into_iter().filter(|one| !self.all.contains(one)).collect();
        if self.all.len() + fresh.len() > MOST {
            return Err(Fault::TooMany);
        }
        let count = fresh.len();
        for mut one in fresh.into_iter().rev() {
            let own: String = one.name.trim().chars().take(LONGEST - 4).collect();
            let numbered = (2..=MOST + 1).map(|n| format!("{own} {n}"));
            let free = core::iter::once(own.clone()).chain(numbered).find(|name| !self.has(name, None));
            one.name = free.unwrap_or(own);
            self.all.insert(0, one);
        }
        let fresh: Vec<Value> = other.others.into_iter().filter(|entry| !self.others.contains(entry)).collect();
        self.others.extend(fresh);
        Ok(count)
    }

    /// Whether a name is taken by another result than that at `own`.
    fn has(&self, name: &str, own: Option<usize>) -> bool {
        self.all.iter().enumerate().any(|(i, one)| one.name == name && Some(i) != own)
    }

    /// A name as it may be taken.
    fn name(&self, name: &str, own: Option<usize>) -> Result<String, Fault> {
        let name = name.trim();
        match name.chars().count() {
            0 => Err(Fault::NoName),
            length if length > LONGEST => Err(Fault::LongName(length)),
            _ if self.has(name, own) => Err(Fault::SameName(name.to_owned())),
            _ => Ok(name.to_owned()),
        }
    }
}

impl Saved {
    /// A result as it is now, under a name.
    #[must_use]
    pub fn of(taken: &Taken, name: &str, day: &str) -> Self {
        let range = taken.main().map(|answer| answer.spread.range);
        Self {
            name: name.to_owned(),
            day: day.to_owned(),
            page: taken.subject.route.key().to_owned(),
            said: taken.said.clone(),
            range: range.map(|r| [r.low, r.central, r.high, r.error]),
        }
    }

    /// The page that it is a result of.
    #[must_use]
    pub fn route(&self) -> Option<Route> {
        Route::named(&self.page).filter(|route| route.computes())
    }

    /// Whether it says what this program understands.
    fn is_sound(&self) -> bool {
        let range =
            self.range.is_none_or(|[low, central, high, error]| low <= central && central <= high && error >= 0.0);
        self.route().is_some() && range && !self.name.trim().is_empty()
    }

    /// What it asks for, with the defaults of its release.
    #[must_use]
    pub fn checked(&self) -> Checked {
        check(&self.said)
    }

    /// What it says in the reader's language.
    #[must_use]
    pub fn told(&self, lang: Lang) -> Told {
        let route = self.route().unwrap_or_default();
        let output = main_answer(route);
        let state = self.checked().asked.state;
        let all = inputs::all(&state.inputs, route, state.view.year, &[]);
        let answer = self.range.map(|[low, central, high, error]| {
            let range = Range { error, ..Range::exactly(central).reaching(low).reaching(high) };
            let style = sentence::style(output);
            let ends = (!range.is_exact()).then(|| format::both_ends(lang, range, style));
            (format::middle(lang, range, style), ends)
        });
        let (value, between) = match answer {
            None => (words::keep_none(lang).to_owned(), String::new()),
            Some((value, None)) => (value, words::keep_exact(lang).to_owned()),
            Some((value, Some((low, high)))) => (value, words::keep_between(lang, &low, &high)),
        };
        let (figure, year) = (outputs::label(lang, output), state.view.year.to_string());
        let of_a_year = matches!(output, Output::DemandMagnetT | Output::DemandNdprOxideT);
        Told {
            figure: if of_a_year { words::in_year(lang, figure, &year) } else { figure.to_owned() },
            value,
            between,
            assumed: sentence::assumed_of(lang, route, &state.inputs, &all),
            day: format::date(lang, &self.day),
        }
    }
}

/// A saved result in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The name of its figure.
    pub figure: String,
    /// The figure.
    pub value: String,
    /// Between which ends it lies, or that it is exact.
    pub between: String,
    /// What was assumed.
    pub assumed: String,
    /// The day on which it was saved.
    pub day: String,
}
