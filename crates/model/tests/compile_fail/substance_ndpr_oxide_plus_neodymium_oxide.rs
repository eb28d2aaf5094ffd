//! NdPr oxide is only three quarters neodymium oxide.
use lodestone_model::units::{Mass, Nd, NdPr, Oxide};

fn wrong(mixed: Mass<Oxide<NdPr>>, nd: Mass<Oxide<Nd>>) {
    let _ = mixed + nd;
}

fn main() {
    let _ = wrong;
}
