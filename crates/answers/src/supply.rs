//! Who mines, separates and makes magnets, who has reserves, and the balance of NdPr oxide.

use std::collections::BTreeMap;

use lodestone_model::data::Elasticity;
use lodestone_model::inputs::{Edition, Inputs, Reading, Stage};
use lodestone_model::outputs::Shared;
use lodestone_model::report::{BalanceYear, SupplySide};
use lodestone_model::supply;
use serde::Serialize;

use crate::figures::{Metals, Range};
use crate::head::{Described, Head};
use crate::how::{How, Run};

/// Who supplies.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Supply {
    /// Of which version, of which inputs.
    #[serde(flatten)]
    pub described: Described,
    /// Production and reserves by the edition of the survey that prints them.
    pub editions: BTreeMap<&'static str, Survey>,
    /// Shares of countries by stage, in the edition that is chosen.
    pub stages: BTreeMap<&'static str, Shares>,
    /// How strongly prices answer to a shortage.
    pub elasticities: Vec<PriceResponse>,
}

/// What an edition of a survey prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Survey {
    /// Mine production of each year.
    pub production: Vec<Mined>,
    /// Reserves; null where none are printed.
    pub reserves: Option<Reserves>,
}

/// Mine production of one year, t of rare-earth oxide.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Mined {
    /// The year.
    pub year: i32,
    /// The world, t.
    pub world_t: f64,
    /// Whether that total is printed; else the countries are added up.
    pub world_is_printed: bool,
    /// The countries, largest first.
    pub countries: Vec<Holding>,
}

/// Reserves, t of rare-earth oxide.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Reserves {
    /// The world, t.
    pub world_t: f64,
    /// The countries, largest first.
    pub countries: Vec<Holding>,
}

/// What one country has.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Holding {
    /// Key of the country.
    pub country: &'static str,
    /// Rare-earth oxide, t; a year for production.
    pub t: f64,
    /// The edition as printed.
    pub edition: &'static str,
    /// Key of the source.
    pub source: &'static str,
}

impl From<&supply::Holding> for Holding {
    fn from(h: &supply::Holding) -> Self {
        Self { country: h.country.key(), t: h.amount.tonnes(), edition: h.edition, source: h.source }
    }
}

/// The countries of a stage.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Shares {
    /// Their shares of the world, largest first.
    pub shares: Vec<Share>,
    /// The Herfindahl index: with what is not known in many hands, and in one.
    pub herfindahl: (f64, f64),
}

/// The share of one country.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Share {
    /// Key of the country.
    pub country: &'static str,
    /// Its share of the world.
    pub share: f64,
    /// The time that the share describes.
    pub date: &'static str,
    /// Key of the source.
    pub source: &'static str,
}

/// How strongly a price answers to a shortage, as one source has it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PriceResponse {
    /// Its key.
    pub key: &'static str,
    /// Exponent of the price response.
    pub kappa: f64,
}

impl From<&Inputs> for Supply {
    fn from(inputs: &Inputs) -> Self {
        let countries = |all: &[supply::Holding]| all.iter().map(Holding::from).collect();
        let survey = |e: &Edition| {
            let mined = supply::years(*e).into_iter().filter_map(|y| supply::mined(*e, y)).map(|m| Mined {
                year: m.year,
                world_t: m.world.tonnes(),
                world_is_printed: m.printed,
                countries: countries(&m.countries),
            });
            let reserves = supply::reserves(*e)
                .map(|(all, world)| Reserves { world_t: world.tonnes(), countries: countries(&all) });
            (e.key(), Survey { production: mined.collect(), reserves })
        };
        let stage = |stage: &Stage| {
            let parts = supply::parts(inputs.choices.edition, *stage);
            let share = |p: &supply::Part| Share {
                country: p.country.key(),
                share: p.share.share(),
                date: p.date,
                source: p.source,
            };
            let herfindahl = supply::herfindahl(parts.iter().map(|p| p.share));
            (stage.key(), Shares { shares: parts.iter().map(share).collect(), herfindahl })
        };
        Self {
            described: inputs.into(),
            editions: Edition::ALL.iter().map(survey).collect(),
            stages: Stage::ALL.iter().map(stage).collect(),
            elasticities: Elasticity::ALL.iter().map(|e| PriceResponse { key: e.key(), kappa: e.kappa() }).collect(),
        }
    }
}

/// The balance of every year that a publication implies, each figure with its range.
pub fn balances<R: Run>(inputs: &Inputs, how: How<R>) -> Vec<BalanceYear> {
    how.ranges(inputs, || {
        let shared = Shared::default();
        move |x: &Reading<'_>| SupplySide::at(x, &shared).balance
    })
}

/// Supply, recycling, demand and gap of NdPr oxide.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Balance {
    /// How, of which version, of which inputs.
    #[serde(flatten)]
    pub head: Head,
    /// The years that a publication implies.
    pub years: Vec<OneYear>,
}

/// The balance of one year, t of NdPr oxide.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct OneYear {
    /// The year.
    pub year: i32,
    /// From mines, t.
    pub supply_t: Option<Range>,
    /// From magnets that are recycled, t.
    pub secondary_t: Range,
    /// Needed, t.
    pub demand_t: Option<Range>,
    /// Supply and recycling less demand, t.
    pub gap_t: Option<Range>,
    /// The gap as a share of demand.
    pub gap_share: Option<Range>,
    /// The four metals.
    pub metals: Metals<MetalYear>,
}

/// One metal in one year, t.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct MetalYear {
    /// Needed.
    pub demand_t: Range,
    /// From magnets that are recycled.
    pub secondary_t: Range,
}

impl Balance {
    /// The answer of balances that were found for these inputs.
    pub fn of<R: Run>(inputs: &Inputs, how: How<R>, balances: &[BalanceYear]) -> Self {
        let year = |b: &BalanceYear| OneYear {
            year: b.year,
            supply_t: b.supply.map(Range::from),
            secondary_t: b.secondary.into(),
            demand_t: b.demand.map(Range::from),
            gap_t: b.gap.map(Range::from),
            gap_share: b.gap_share.map(Range::from),
            metals: Metals::of(b.metals, |m| MetalYear { demand_t: m.demand.into(), secondary_t: m.secondary.into() }),
        };
        Self { head: Head::of(inputs, how), years: balances.iter().map(year).collect() }
    }
}
