//! Shocks as text: one form for commands, files and scenario tables.
//!
//! ```text
//! price:nd-metal:100                 USD per kg of a named substance
//! relative:light:0.2                 prices of some elements, ×1.2
//! rate:krw:value:0.1                 the won loses a tenth of its value (or rate:krw:quote:0.1)
//! freight:0.05  tariff:0.25  import-vat:0.1
//! outage:mining:china:rate:0.4:3     stage, country, reading, share, months
//! control:heavy:0.5                  elements, share that the outside loses
//! demand:car-bev:units:-0.1          application, units | intensity | magnets, change
//! ```
//!
//! Terms follow after `@`: `price:nd-metal:100@pass=0.5,hedge=0.2,lag=3`.

use core::fmt;
use core::str::FromStr;

use super::{Listed, Shock, Terms};
use crate::decimal;
use crate::demand::Application;
use crate::error::Error;
use crate::inputs::Param;
use crate::units::{Change, Months, Share};

/// A part of a shock's text, named for the sentence that refuses it.
fn part<'a>(parts: &mut impl Iterator<Item = &'a str>, what: &'static str) -> Result<&'a str, Error> {
    parts.next().map(str::trim).ok_or_else(|| Error::shock(what, ""))
}

/// A number that the parameter of the same meaning would take too.
fn like(param: Param, text: &str, what: &'static str) -> Result<f64, Error> {
    let possible = param.spec().possible;
    let fits = |n: &f64| {
        let above = if possible.above_min { *n > possible.min } else { *n >= possible.min };
        n.is_finite() && above && *n <= possible.max
    };
    let number = decimal::read(text.trim()).filter(fits);
    number.ok_or_else(|| Error::Shock { what, text: text.to_owned(), like: Some(param) })
}

macro_rules! pick {
    ($parts:ident, $ty:ty, $what:literal) => {{
        let key = part(&mut $parts, $what)?;
        <$ty>::named(key).ok_or_else(|| Error::shock($what, key))?
    }};
}

macro_rules! take {
    ($parts:ident, $param:ident, $what:literal) => {
        like(Param::$param, $parts.next().unwrap_or_default(), $what)?
    };
}

impl FromStr for Listed {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (body, terms) = text.split_once('@').unwrap_or((text, ""));
        let mut parts = body.split(':');
        let kind = part(&mut parts, "kind")?;
        let shock = match kind {
            "price" => Shock::Price {
                substance: pick!(parts, crate::inputs::Substance, "substance"),
                usd_per_kg: take!(parts, ShockPriceAbs, "USD per kg"),
            },
            "relative" => Shock::RelativePrice {
                elements: pick!(parts, crate::inputs::Elements, "elements"),
                change: Change::raw(take!(parts, ShockPriceRel, "change")),
            },
            "rate" => Shock::ExchangeRate {
                currency: pick!(parts, crate::inputs::Currency, "currency"),
                reading: pick!(parts, crate::inputs::RateReading, "reading"),
                change: Change::raw(take!(parts, ShockFx, "change")),
            },
            "freight" => Shock::Freight(Change::raw(take!(parts, ShockFreight, "change"))),
            "tariff" => Shock::Tariff(Change::raw(take!(parts, ShockTariff, "change"))),
            "import-vat" => Shock::ImportVat(Change::raw(take!(parts, ShockImportVat, "change"))),
            "outage" => Shock::Outage {
                stage: pick!(parts, crate::inputs::Stage, "stage"),
                country: pick!(parts, crate::inputs::Country, "country"),
                reading: pick!(parts, crate::inputs::OutageReading, "reading"),
                share: Share::raw(take!(parts, OutageShare, "share")),
                months: Months::raw(take!(parts, OutageMonths, "months")),
            },
            "control" => Shock::Control {
                elements: pick!(parts, crate::inputs::Elements, "elements"),
                share: Share::raw(take!(parts, OutageShare, "share")),
            },
            "demand" => Shock::Demand {
                application: {
                    let key = part(&mut parts, "application")?;
                    Application::named(key).ok_or_else(|| Error::shock("application", key))?
                },
                lever: pick!(parts, super::Lever, "lever"),
                change: Change::raw(take!(parts, ShockPriceRel, "change")),
            },
            other => return Err(Error::shock("kind", other)),
        };
        if let Some(more) = parts.next() {
            return Err(Error::shock("end", more));
        }
        Ok(Self { shock, terms: terms_of(terms)? })
    }
}

fn terms_of(text: &str) -> Result<Terms, Error> {
    let mut terms = Terms::default();
    for term in text.split(',').map(str::trim).filter(|t| !t.is_empty()) {
        let (key, value) = term.split_once('=').ok_or_else(|| Error::shock("term", term))?;
        match key.trim() {
            "pass" => terms.passed = Share::raw(like(Param::PricePassThrough, value, "pass")?),
            "hedge" => terms.hedged = Share::raw(like(Param::PriceHedged, value, "hedge")?),
            "lag" => terms.lag = Months::raw(like(Param::ShockLag, value, "lag")?),
            other => return Err(Error::shock("term", other)),
        }
    }
    Ok(terms)
}

impl fmt::Display for Listed {
    /// The text that reads back as the same shock.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.shock {
            Shock::Price { substance, usd_per_kg } => write!(f, "price:{}:{usd_per_kg}", substance.key()),
            Shock::RelativePrice { elements, change } => write!(f, "relative:{}:{}", elements.key(), change.change()),
            Shock::ExchangeRate { currency, reading, change } => {
                write!(f, "rate:{}:{}:{}", currency.key(), reading.key(), change.change())
            }
            Shock::Freight(x) => write!(f, "freight:{}", x.change()),
            Shock::Tariff(x) => write!(f, "tariff:{}", x.change()),
            Shock::ImportVat(x) => write!(f, "import-vat:{}", x.change()),
            Shock::Outage { stage, country, reading, share, months } => {
                let (stage, country, reading) = (stage.key(), country.key(), reading.key());
                write!(f, "outage:{stage}:{country}:{reading}:{}:{}", share.share(), months.months())
            }
            Shock::Control { elements, share } => write!(f, "control:{}:{}", elements.key(), share.share()),
            Shock::Demand { application, lever, change } => {
                write!(f, "demand:{}:{}:{}", application.key(), lever.key(), change.change())
            }
        }?;
        let (t, usual) = (self.terms, Terms::default());
        let mut sign = '@';
        for (key, value, plain) in [
            ("pass", t.passed.share(), usual.passed.share()),
            ("hedge", t.hedged.share(), usual.hedged.share()),
            ("lag", t.lag.months(), usual.lag.months()),
        ] {
            if value != plain {
                write!(f, "{sign}{key}={value}")?;
                sign = ',';
            }
        }
        Ok(())
    }
}

/// What each named part of a shock's text accepts, for the sentence that refuses it; `like` is the parameter whose limits
/// a number has.
#[must_use]
pub fn accepted(what: &str, like: Option<Param>) -> String {
    fn keys<T: Copy>(all: &[T], key: fn(T) -> &'static str) -> String {
        all.iter().map(|v| key(*v)).collect::<Vec<_>>().join(", ")
    }
    if let Some(param) = like {
        let possible = param.spec().possible;
        let from = if possible.above_min { ">" } else { "≥" };
        return format!("{from} {}, ≤ {}", possible.min, possible.max);
    }
    match what {
        "kind" => "price, relative, rate, freight, tariff, import-vat, outage, control, demand".into(),
        "substance" => keys(crate::inputs::Substance::ALL, |v| v.key()),
        "elements" => keys(crate::inputs::Elements::ALL, |v| v.key()),
        "currency" => keys(crate::inputs::Currency::ALL, |v| v.key()),
        "reading" => "value or quote for a rate, rate or annual for an outage".into(),
        "stage" => keys(crate::inputs::Stage::ALL, |v| v.key()),
        "country" => keys(crate::inputs::Country::ALL, |v| v.key()),
        "application" => keys(&Application::ALL, Application::key),
        "lever" => keys(super::Lever::ALL, |v| v.key()),
        "term" => "pass=…, hedge=… or lag=…".into(),
        "end" => "nothing more".into(),
        _ => "a number".into(),
    }
}
