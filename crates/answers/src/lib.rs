//! The answers of Lodestone as data: what the command prints as JSON and the JavaScript package gives back.
//!
//! One type an answer, written by [`serde`]; with the feature `types` each says what it is in TypeScript. How ranges are found
//! stands in [`how`], what every answer begins with in [`head`], figures in [`figures`]. Not here: arithmetic, which is the
//! engine's, words, threads, and whoever asks.

pub mod claims;
pub mod cost;
pub mod demand;
pub mod figures;
pub mod head;
pub mod how;
pub mod report;
pub mod shock;
pub mod solve;
pub mod spread;
pub mod supply;
