//! A price is given, never guessed from any mass and any money.
use lodestone_model::units::{Magnet, Mass, Money, Usd};

fn wrong(mass: Mass<Magnet>, money: Money<Usd>) {
    let _ = mass / money;
}

fn main() {
    let _ = wrong;
}
