//! Megawatts and megawatt hours.
use lodestone_model::units::{MegawattHours, Megawatts};

fn wrong(power: Megawatts, energy: MegawattHours) {
    let _ = power + energy;
}

fn main() {
    let _ = wrong;
}
