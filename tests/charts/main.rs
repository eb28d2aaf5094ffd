//! Charts: what they draw, what they say, what leaves the page, and what they do with bad data.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod all;
#[path = "../catalogue/mod.rs"]
mod catalogue;
mod drawn;
mod eyes;
mod odd;
mod read;
mod room;
mod sheet;
mod taken;
