//! The optimised page in a browser, used as readers use it. `cargo xtask test` starts server, driver and browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod answers;
mod charts;
mod fields;
mod languages;
mod montecarlo;
mod page;
mod privacy;
mod reference;
mod study;
mod uncertainty;
