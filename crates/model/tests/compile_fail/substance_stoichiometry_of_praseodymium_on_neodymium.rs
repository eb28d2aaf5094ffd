//! Each element has its own kilograms of oxide per kilogram of metal.
use lodestone_model::units::{Metal, Nd, OxidePerMetal, Pr, Tonnes};

fn wrong(nd: Tonnes<Metal<Nd>>, s: OxidePerMetal<Pr>) {
    let _ = nd * s;
}

fn main() {
    let _ = wrong;
}
