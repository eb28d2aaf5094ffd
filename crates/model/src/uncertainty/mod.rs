//! What is not known exactly, and what follows from it.
//!
//! [`points`] are the draws, the same bits on every machine; a [`Sampler`] makes inputs of them. A [`Simulation`] finds
//! the ranges of a [`Section`] of the page, [`simulate`] sums up single answers, an [`Analysis`] says which input the
//! uncertainty comes from. All of them go by a [`Plan`], and none knows a clock or a thread. Not here: what is known of one input
//! ([`crate::distribution`]), and which prices move together ([`crate::inputs::correlation`]).

mod answers;
pub mod points;
pub mod product;
mod quantile;
mod sampler;
mod section;
mod sensitivity;
mod simulation;

pub use crate::distribution::{Distribution, Quantiles, Shapes, normal};
pub use answers::{QUANTILES, Summary, chunk, each_draw, simulate};
pub use quantile::{mean, quantile, standard_error};
pub use sampler::{Draw, Sampler};
pub use section::Section;
pub use sensitivity::{Analysis, Group, Influence, Sensitivity};
pub use simulation::{Band, Plan, Simulation, TAIL, give};
