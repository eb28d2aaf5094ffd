//! The same substance in two currencies.
use lodestone_model::units::{Cny, Nd, Oxide, Price, Usd};

fn wrong(usd: Price<Usd, Oxide<Nd>>, cny: Price<Cny, Oxide<Nd>>) {
    let _ = usd + cny;
}

fn main() {
    let _ = wrong;
}
