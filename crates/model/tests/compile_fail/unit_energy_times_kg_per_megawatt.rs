//! Magnet mass follows from power, not from energy.
use lodestone_model::units::{KgPerMegawatt, MegawattHours};

fn wrong(energy: MegawattHours, intensity: KgPerMegawatt) {
    let _ = energy * intensity;
}

fn main() {
    let _ = wrong;
}
