//! Two currencies meet at an exchange rate only.
use lodestone_model::units::{Cny, Money, Usd};

fn wrong(usd: Money<Usd>, cny: Money<Cny>) {
    let _ = usd + cny;
}

fn main() {
    let _ = wrong;
}
