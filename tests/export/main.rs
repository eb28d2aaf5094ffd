//! Results that leave the page: each format read back by somebody else's program, and by ours to the same state.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
mod data;
mod dialog;
mod limits;
mod office;
mod said;
mod saved;
mod sheet;
#[path = "../states/mod.rs"]
mod states;
mod table;
