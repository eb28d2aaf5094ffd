//! Links: every form that was ever published opens, a link of any state leads back to it and proves its result, and
//! nothing in an address breaks anything.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod corpus;
mod hostile;
mod random;
#[path = "../states/mod.rs"]
mod states;

use lodestone::link::Pairs;

/// Keys and values of what follows the question mark of an address, as a browser reads them.
fn pairs(query: &str) -> Pairs {
    url::form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}
