//! A kilogram of finished magnet is not a kilogram of neodymium.
use lodestone_model::units::{Magnet, Mass, Metal, Nd};

fn wrong(magnet: Mass<Magnet>, metal: Mass<Metal<Nd>>) {
    let _ = magnet + metal;
}

fn main() {
    let _ = wrong;
}
