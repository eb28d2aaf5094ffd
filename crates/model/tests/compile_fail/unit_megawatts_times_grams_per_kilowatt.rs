//! The intensity of a motor does not fit the power of a turbine.
use lodestone_model::units::{GramsPerKilowatt, Megawatts};

fn wrong(power: Megawatts, intensity: GramsPerKilowatt) {
    let _ = power * intensity;
}

fn main() {
    let _ = wrong;
}
