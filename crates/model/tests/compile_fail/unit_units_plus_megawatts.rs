//! Vehicles a year and megawatts are both counted, and not together.
use lodestone_model::units::{Megawatts, UnitsPerYear};

fn wrong(vehicles: UnitsPerYear, wind: Megawatts) {
    let _ = vehicles + wind;
}

fn main() {
    let _ = wrong;
}
