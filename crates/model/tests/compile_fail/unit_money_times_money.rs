//! Square dollars do not exist.
use lodestone_model::units::{Money, Usd};

fn wrong(a: Money<Usd>, b: Money<Usd>) {
    let _ = a * b;
}

fn main() {
    let _ = wrong;
}
