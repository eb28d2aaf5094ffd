//! The share counts metal, the price counts oxide.
use lodestone_model::units::{Fraction, Nd, Oxide, Price, Usd};

fn wrong(price: Price<Usd, Oxide<Nd>>, nd: Fraction<Nd>) {
    let _ = price * nd;
}

fn main() {
    let _ = wrong;
}
