//! Where saved results are kept: under one name in the browser. Each change reads first, since another window may have
//! written; what cannot be read is set aside before anything is written in its place.

use super::super::saved::{FORMAT, Fault, List};
use crate::browser::store::{self, Refused};
use crate::text::{Lang, export as words};

/// The name of what was set aside.
const ASIDE: &str = "lodestone.saved.unreadable";

/// Why a change was not made.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// The browser refuses.
    Refused(Refused),
    /// The list does.
    Fault(Fault),
}

impl Trouble {
    /// It as a sentence.
    #[must_use]
    pub fn said(&self, lang: Lang) -> String {
        match self {
            Self::Refused(Refused::Blocked) => words::keep_blocked(lang).to_owned(),
            Self::Refused(Refused::Full) => words::keep_full(lang).to_owned(),
            Self::Fault(fault) => fault.said(lang),
        }
    }
}

/// What is kept.
///
/// # Errors
/// That the browser lets nobody look, or that what is there cannot be read.
pub fn list() -> Result<List, Trouble> {
    let text = store::read(FORMAT).map_err(Trouble::Refused)?;
    text.map_or_else(|| Ok(List::default()), |text| List::read(&text).map_err(Trouble::Fault))
}

/// What stands there and cannot be read, now or set aside earlier.
#[must_use]
pub fn unreadable() -> Option<String> {
    let there = store::read(FORMAT).ok().flatten().filter(|text| List::read(text).is_err());
    let aside = store::read(ASIDE).ok().flatten();
    let all: Vec<String> = aside.into_iter().chain(there).collect();
    Some(all.join("\n")).filter(|text| !text.is_empty())
}

/// Makes a change, and gives back the list as it is kept then.
///
/// # Errors
/// Why nothing was changed.
pub fn change<T>(with: impl FnOnce(&mut List) -> Result<T, Fault>) -> Result<(List, T), Trouble> {
    let found = list();
    let damaged = matches!(found, Err(Trouble::Fault(Fault::Unreadable)));
    let mut list = if damaged { List::default() } else { found? };
    let done = with(&mut list).map_err(Trouble::Fault)?;
    if damaged {
        store::write(ASIDE, &unreadable().unwrap_or_default()).map_err(Trouble::Refused)?;
    }
    store::write(FORMAT, &list.write()).map_err(Trouble::Refused)?;
    Ok((list, done))
}

/// Adds the results of a file.
///
/// # Errors
/// Why nothing was added.
pub fn join(other: List) -> Result<usize, Trouble> {
    change(|list| list.join(other)).map(|(_, count)| count)
}
