//! A price per kilogram does not fit tonnes a year.
use lodestone_model::units::{Magnet, Price, Tonnes, Usd};

fn wrong(price: Price<Usd, Magnet>, yearly: Tonnes<Magnet>) {
    let _ = price * yearly;
}

fn main() {
    let _ = wrong;
}
