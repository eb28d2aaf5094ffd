//! Alloy is what the magnet is cut from; part of it becomes swarf.
use lodestone_model::units::{Alloy, Magnet, Mass};

fn wrong(alloy: Mass<Alloy>, magnet: Mass<Magnet>) {
    let _ = alloy + magnet;
}

fn main() {
    let _ = wrong;
}
