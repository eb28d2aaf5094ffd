//! The classic error: metal paid at the price of its oxide.
use lodestone_model::units::{Mass, Metal, Nd, Oxide, Price, Usd};

fn wrong(price: Price<Usd, Oxide<Nd>>, mass: Mass<Metal<Nd>>) {
    let _ = price * mass;
}

fn main() {
    let _ = wrong;
}
