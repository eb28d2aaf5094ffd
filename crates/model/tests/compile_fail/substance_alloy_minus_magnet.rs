//! The swarf is not the difference of two substances.
use lodestone_model::units::{Alloy, Magnet, Mass};

fn wrong(alloy: Mass<Alloy>, magnet: Mass<Magnet>) {
    let _ = alloy - magnet;
}

fn main() {
    let _ = wrong;
}
