//! The optimised page in a browser, used as readers use it. `cargo xtask test` starts server, driver and browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod access;
mod answers;
mod charts;
mod embed;
mod engines;
mod export;
mod fields;
mod host;
mod kept;
mod languages;
mod lens;
mod links;
mod offline;
mod package;
mod page;
mod privacy;
mod reference;
mod room;
mod saved;
mod site;
mod study;
mod uncertainty;
