//! Dollars per kg of oxide and dollars per kg of metal do not add up.
use lodestone_model::units::{Metal, Nd, Oxide, Price, Usd};

fn wrong(oxide: Price<Usd, Oxide<Nd>>, metal: Price<Usd, Metal<Nd>>) {
    let _ = oxide + metal;
}

fn main() {
    let _ = wrong;
}
