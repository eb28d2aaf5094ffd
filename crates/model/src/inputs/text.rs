//! All inputs as one text, and back: what a worker is sent, and what a link will carry.
//!
//! One `key=value` a line, only what differs from the defaults, in a fixed order. Numbers are written so that the same
//! bits are read.

use core::fmt::Write;

use super::assign::{self, Key};
use super::{Choices, Inputs, Param, Spread, correlation, possible, whole};
use crate::decimal;
use crate::error::Error;

/// Writes `inputs`.
#[must_use]
pub fn write(inputs: &Inputs) -> String {
    let mut out = String::new();
    let mut line = |key: &str, value: &dyn core::fmt::Display| {
        let _ = writeln!(out, "{key}={value}");
    };
    for (param, value) in inputs.all_set() {
        match inputs.given(param) {
            Some(spread) => line(param.key(), &spread),
            None => line(param.key(), &value),
        }
    }
    let defaults = assign::in_force(&Choices::default());
    for ((key, value), (_, default)) in assign::in_force(&inputs.choices).into_iter().zip(defaults) {
        if value != default {
            line(key, &value);
        }
    }
    for (application, year, count) in inputs.all_units() {
        line(&format!("units.{}.{year}", application.key()), &count);
    }
    if let Some(shocks) = &inputs.shocks {
        let all: Vec<String> = shocks.iter().map(ToString::to_string).collect();
        line("shocks", &all.join("; "));
    }
    out
}

/// Reads what [`write`] wrote.
///
/// Values are looked at together once all are there: parts of one whole may pass through sums above one on the way.
///
/// # Errors
/// A line that is no assignment, a key that no input has, a value that makes no sense, parts that exceed their whole.
pub fn read(text: &str) -> Result<Inputs, Error> {
    let mut inputs = Inputs::default();
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        let (key, value) = line.split_once('=').ok_or_else(|| Error::Key { key: line.into() })?;
        match Key::named(key)? {
            Key::Param(param) => inputs.take_text(param, value)?,
            other => inputs.assign_to(other, value)?,
        }
    }
    for param in Param::ALL {
        if inputs.is_set(param) && whole(param).is_some() {
            inputs.has_room(param, inputs.most(param))?;
        }
    }
    if correlation::triangle(&correlation::read(&inputs)).is_none() {
        let set = correlation::PARAMS.into_iter().find(|p| inputs.is_set(*p)).unwrap_or(correlation::PARAMS[0]);
        return Err(Error::Correlation { param: set, value: inputs.get(set).unwrap_or_default() });
    }
    Ok(inputs)
}

impl Inputs {
    /// Keeps a number or a range without a look at the other inputs.
    fn take_text(&mut self, param: Param, text: &str) -> Result<(), Error> {
        if let Some(value) = decimal::read(text) {
            possible(param, value)?;
            self.put(param, value);
            return Ok(());
        }
        let refused = || Error::Spread { param, text: text.into() };
        let spread = Spread::read(text, |t| decimal::read(t.trim())).ok_or_else(refused)?;
        if (whole(param).is_some() && !spread.has_ends()) || correlation::PARAMS.contains(&param) {
            return Err(refused());
        }
        spread.values().try_for_each(|value| possible(param, value))?;
        self.put(param, spread.distribution().central());
        self.spreads.put(param, Some(spread));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::{Buyer, Drive};

    #[test]
    fn what_is_written_is_read_again_to_the_bit() {
        let mut inputs = Inputs::default();
        for (key, value) in [
            ("ev-magnet-kg", "1..2.5..4"),
            ("price-nd-oxide", "p5 60.1..140.7"),
            ("wind-mw", "0.1"),
            ("shock-price-rel", "0.30000000000000004"),
            ("units.humanoid.2030", "123456.789"),
            ("shocks", "outage:mining:china:rate:0.3:6; price:nd-metal:0.1@pass=0.7"),
            // These pass through a sum above one when they are set in their order beside the defaults.
            ("ev-w-dy", "0"),
            ("ev-w-tb", "0"),
            ("ev-w-pr", "0"),
            ("ev-w-nd", "0.99"),
        ] {
            let done = inputs.assign(key, value);
            assert!(done.is_ok(), "{key}: {done:?}");
        }
        inputs.choices.buyer = Buyer::China;
        inputs.choices.drive = Drive::Geared;
        let text = write(&inputs);
        assert_eq!(read(&text), Ok(inputs), "{text}");
        assert_eq!(read(""), Ok(Inputs::default()));
        assert_eq!(write(&Inputs::default()), "");
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for text in
            ["ev-w-nd=0.9\nev-w-pr=0.9", "ev-magnet-kg=-1", "nonsense=1", "ev-magnet-kg", "correlation-nd-dy=-1"]
        {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
