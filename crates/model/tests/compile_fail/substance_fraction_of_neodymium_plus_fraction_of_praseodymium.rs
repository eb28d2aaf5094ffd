//! Two shares of different metals are added as numbers only, in the open.
use lodestone_model::units::{Fraction, Nd, Pr};

fn wrong(nd: Fraction<Nd>, pr: Fraction<Pr>) {
    let _ = nd + pr;
}

fn main() {
    let _ = wrong;
}
