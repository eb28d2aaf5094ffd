//! The price of one metal does not pay for the share of another.
use lodestone_model::units::{Dy, Fraction, Metal, Price, Tb, Usd};

fn wrong(price: Price<Usd, Metal<Tb>>, dy: Fraction<Dy>) {
    let _ = price * dy;
}

fn main() {
    let _ = wrong;
}
