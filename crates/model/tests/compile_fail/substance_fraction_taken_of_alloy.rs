//! The fractions are those of the finished magnet, not of the alloy.
use lodestone_model::units::{Alloy, Fraction, Mass, Nd};

fn wrong(alloy: Mass<Alloy>, nd: Fraction<Nd>) {
    let _ = alloy * nd;
}

fn main() {
    let _ = wrong;
}
