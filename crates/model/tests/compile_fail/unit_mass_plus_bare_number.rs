//! A bare number has no unit.
use lodestone_model::units::{Magnet, Mass};

fn wrong(mass: Mass<Magnet>) {
    let _ = mass + 2.0;
}

fn main() {
    let _ = wrong;
}
