//! A share becomes a factor in the open: `Factor::from(share)`.
use lodestone_model::units::{Magnet, Mass, Share};

fn wrong(mass: Mass<Magnet>, share: Share) {
    let _ = mass * share;
}

fn main() {
    let _ = wrong;
}
