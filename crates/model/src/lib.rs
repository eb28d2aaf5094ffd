//! The engine of Lodestone: what NdFeB magnets weigh and cost, and what a shock does to that.
//!
//! ```
//! use lodestone_model::inputs::{Inputs, Param};
//! use lodestone_model::report::{Report, View};
//!
//! let mut inputs = Inputs::default();
//! inputs.set(Param::WindMw, 5.0)?;
//! let report = Report::new(&inputs, View::default());
//! let kg = report.wind.magnet_kg.central;
//! assert_eq!(kg, 3500.0); // 5 MW × 700 kg/MW
//! # Ok::<(), lodestone_model::error::Error>(())
//! ```
//!
//! The way of the data: `static-data` → [`data`] (constants) → [`inputs`] (values with ranges) → [`cost`], [`shocks`],
//! [`demand`] (formulas) → [`report`] (everything a page, a widget or a command shows).
//!
//! Every formula takes and returns quantities of [`units`], so that kilograms of oxide cannot be added to kilograms of
//! metal, nor dollars to won. Nothing here knows a browser, a clock or a language.

pub mod balance;
pub mod claims;
pub mod cost;
pub mod data;
pub mod decimal;
pub mod demand;
pub mod depends;
pub mod derivation;
pub mod distribution;
pub mod error;
pub mod grades;
pub mod history;
pub mod identities;
pub mod inputs;
pub mod moved;
pub mod outputs;
mod product;
mod range;
pub mod release;
pub mod report;
pub mod scenarios;
pub mod seal;
pub mod shocks;
pub mod solve;
pub mod sort;
pub mod supply;
pub mod uncertainty;
pub mod units;
pub mod why;
