//! Inputs by key and text: one way in for commands, files and scenario tables.
//!
//! Keys are those of `schema.json`: a parameter (`wind-mw`), a choice (`drive`), units of an application in a year
//! (`units.humanoid.2030`), a composition (`alloy.motor`), or `shocks`, a list separated by semicolons. A parameter takes
//! a number or a range ([`Spread`]).

use super::{
    Alloy, Buyer, Choices, Country, Currency, Drive, Edition, Elasticity, Elements, Importer, Inputs, MagnetBy,
    OutageReading, Outlook, Param, RateReading, Spread, Stage, Substance, Use, correlation, possible,
};
use crate::decimal;
use crate::demand::{ALL_YEARS, Application};
use crate::error::Error;
use crate::shocks::{Listed, MOST_SHOCKS};

macro_rules! chosen {
    ($($key:literal $field:ident $ty:ident;)+) => {
        /// Keys of all choices, in their order.
        const KEYS: &[&str] = &[$($key),+];

        /// Keys of all choices with the keys of their variants and of the default.
        #[must_use]
        pub fn choices() -> Vec<(&'static str, Vec<&'static str>, &'static str)> {
            vec![$(($key, $ty::ALL.iter().map(|v| v.key()).collect(), $ty::default().key())),+]
        }

        /// The choices in force, as keys.
        #[must_use]
        pub fn in_force(choices: &Choices) -> Vec<(&'static str, &'static str)> {
            vec![$(($key, choices.$field.key())),+]
        }

        fn choose(choices: &mut Choices, key: &str, text: &str) -> Option<Result<(), Error>> {
            match key {
                $($key => Some(match $ty::named(text) {
                    Some(v) => { choices.$field = v; Ok(()) }
                    None => Err(refused(key, text, $ty::ALL.iter().map(|v| v.key()))),
                }),)+
                _ => None,
            }
        }
    };
}

chosen! {
    "magnet-by" magnet_by MagnetBy;
    "drive" drive Drive;
    "buyer" buyer Buyer;
    "substance" substance Substance;
    "elements" elements Elements;
    "currency" currency Currency;
    "rate-reading" reading RateReading;
    "outlook" outlook Outlook;
    "outage-stage" stage Stage;
    "outage-country" country Country;
    "outage-reading" outage OutageReading;
    "edition" edition Edition;
    "importer" importer Importer;
}

fn refused(key: &str, text: &str, accepted: impl Iterator<Item = &'static str>) -> Error {
    Error::Text { key: key.into(), text: text.into(), accepted: accepted.collect::<Vec<_>>().join(", ") }
}

/// Something that a key can mean, looked up once and set many times.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Key {
    /// A parameter.
    Param(Param),
    /// A choice, by its place in [`choices`].
    Choice(usize),
    /// Units of an application in a year.
    Units(Application, i32),
    /// The composition of a magnet.
    Alloy(Use),
    /// The list of shocks.
    Shocks,
}

impl Key {
    /// What `key` means.
    ///
    /// # Errors
    /// [`Error::Key`] for a key that no input has.
    pub fn named(key: &str) -> Result<Self, Error> {
        let unknown = || Error::Key { key: key.into() };
        if let Some(param) = Param::ALL.into_iter().find(|p| p.key() == key) {
            return Ok(Self::Param(param));
        }
        if let Some(i) = KEYS.iter().position(|k| *k == key) {
            return Ok(Self::Choice(i));
        }
        if let Some(used) = key.strip_prefix("alloy.") {
            return Use::named(used).map(Self::Alloy).ok_or_else(unknown);
        }
        if let Some(rest) = key.strip_prefix("units.") {
            let (application, year) = rest.rsplit_once('.').ok_or_else(unknown)?;
            let year = year.parse().ok().filter(|y| ALL_YEARS.contains(y)).ok_or_else(unknown)?;
            return Application::named(application).map(|a| Self::Units(a, year)).ok_or_else(unknown);
        }
        if key == "shocks" { Ok(Self::Shocks) } else { Err(unknown()) }
    }
}

impl Inputs {
    /// Sets the input called `key` to what `text` says; an empty text gives a parameter or units their default again.
    ///
    /// # Errors
    /// An unknown key, a text that the input does not take, a value that makes no sense; the inputs are then unchanged.
    pub fn assign(&mut self, key: &str, text: &str) -> Result<(), Error> {
        self.assign_to(Key::named(key)?, text)
    }

    /// Sets several inputs in their order. Rank correlations, which bound each other, are looked at when all are there.
    ///
    /// # Errors
    /// As [`Inputs::assign`], for the first input that is refused.
    pub fn assign_each<'a>(mut self, pairs: impl IntoIterator<Item = (Key, &'a str)>) -> Result<Self, Error> {
        let mut tied = None;
        for (key, text) in pairs {
            match (key, decimal::read(text.trim())) {
                (Key::Param(param), Some(value)) if correlation::PARAMS.contains(&param) => {
                    possible(param, value)?;
                    self.put(param, value);
                    tied = Some((param, value));
                }
                _ => self.assign_to(key, text)?,
            }
        }
        match tied {
            Some((param, value)) if correlation::triangle(&correlation::read(&self)).is_none() => {
                Err(Error::Correlation { param, value })
            }
            _ => Ok(self),
        }
    }

    /// The same for a key that was looked up before.
    ///
    /// # Errors
    /// As [`Inputs::assign`].
    pub fn assign_to(&mut self, key: Key, text: &str) -> Result<(), Error> {
        let text = text.trim();
        match key {
            Key::Param(param) => {
                if text.is_empty() {
                    self.reset(param);
                    return Ok(());
                }
                if param == Param::Kappa
                    && let Some(elasticity) = Elasticity::named(text)
                {
                    self.choose_elasticity(elasticity);
                    return Ok(());
                }
                match decimal::read(text) {
                    Some(value) => self.set(param, value),
                    None => match Spread::read(text, |t| decimal::read(t.trim())) {
                        Some(spread) => self.spread(param, spread),
                        None => Err(Error::Spread { param, text: text.into() }),
                    },
                }
            }
            Key::Choice(i) => {
                let key = KEYS[i];
                choose(&mut self.choices, key, text).unwrap_or_else(|| Err(Error::Key { key: key.into() }))
            }
            Key::Units(application, year) => {
                let count = if text.is_empty() { None } else { Some(number(application.key(), text)?) };
                self.set_units(application, year, count)
            }
            Key::Alloy(used) => match Alloy::ALL.into_iter().find(|a| a.key() == text) {
                Some(alloy) => {
                    self.choose_alloy(used, alloy);
                    Ok(())
                }
                None => {
                    let key = format!("alloy.{}", used.key());
                    Err(refused(&key, text, Alloy::ALL.into_iter().map(Alloy::key)))
                }
            },
            Key::Shocks => {
                self.shocks = Some(shocks(text)?);
                Ok(())
            }
        }
    }
}

/// A list of shocks separated by semicolons; an empty text is an empty list.
///
/// # Errors
/// A shock that cannot be read, or more than a list may hold.
pub fn shocks(text: &str) -> Result<Vec<Listed>, Error> {
    let list =
        text.split(';').map(str::trim).filter(|s| !s.is_empty()).map(str::parse).collect::<Result<Vec<_>, _>>()?;
    if list.len() > MOST_SHOCKS { Err(Error::TooManyShocks) } else { Ok(list) }
}

fn number(key: &str, text: &str) -> Result<f64, Error> {
    let refused = || Error::Text { key: key.into(), text: text.into(), accepted: "a number such as 12.5".into() };
    decimal::read(text).ok_or_else(refused)
}
