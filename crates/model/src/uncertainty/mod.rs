//! What is not known exactly, and what follows from it.
//!
//! [`Distribution`] says what is known of one input; [`points`] are the draws, the same bits on every machine.

mod distribution;
pub mod normal;
pub mod points;
pub mod product;

pub use distribution::{Distribution, Quantiles};
