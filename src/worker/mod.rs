//! Sampling off the main thread: the page asks ([`host`]), a worker with the same wasm computes ([`guest`]).
//!
//! A request carries all inputs as text, a ticket, and the place that its answer is for ([`request`]); a newer request for
//! the same place takes the older one's turn. Jobs go forward in steps of some milliseconds ([`queue`]), so that a worker
//! hears of newer requests, and the main thread, where there is no worker, stays free. Not here: what is computed
//! ([`lodestone_model::uncertainty`]).

pub mod guest;
pub mod host;
mod queue;
pub mod request;
