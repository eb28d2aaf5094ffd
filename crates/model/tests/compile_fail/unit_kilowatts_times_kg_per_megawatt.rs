//! The intensity of a turbine does not fit the power of a motor.
use lodestone_model::units::{KgPerMegawatt, Kilowatts};

fn wrong(power: Kilowatts, intensity: KgPerMegawatt) {
    let _ = power * intensity;
}

fn main() {
    let _ = wrong;
}
