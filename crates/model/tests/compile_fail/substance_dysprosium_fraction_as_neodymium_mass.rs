//! The share of dysprosium gives a mass of dysprosium.
use lodestone_model::units::{Dy, Fraction, Magnet, Mass, Metal, Nd};

fn wrong(magnet: Mass<Magnet>, dy: Fraction<Dy>) -> Mass<Metal<Nd>> {
    magnet * dy
}

fn main() {
    let _ = wrong;
}
