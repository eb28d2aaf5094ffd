//! A yearly need and the mass of one product.
use lodestone_model::units::{Magnet, Mass, Tonnes};

fn wrong(yearly: Tonnes<Magnet>, mass: Mass<Magnet>) {
    let _ = yearly + mass;
}

fn main() {
    let _ = wrong;
}
