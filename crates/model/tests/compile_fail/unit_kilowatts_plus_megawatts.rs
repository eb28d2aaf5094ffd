//! A motor's power and a turbine's differ by a factor of a thousand.
use lodestone_model::units::{Kilowatts, Megawatts};

fn wrong(motor: Kilowatts, turbine: Megawatts) {
    let _ = motor + turbine;
}

fn main() {
    let _ = wrong;
}
