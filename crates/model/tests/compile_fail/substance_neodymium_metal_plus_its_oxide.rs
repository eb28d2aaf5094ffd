//! Metal and oxide differ by the oxygen: only stoichiometry leads from one to the other.
use lodestone_model::units::{Mass, Metal, Nd, Oxide};

fn wrong(metal: Mass<Metal<Nd>>, oxide: Mass<Oxide<Nd>>) {
    let _ = metal + oxide;
}

fn main() {
    let _ = wrong;
}
