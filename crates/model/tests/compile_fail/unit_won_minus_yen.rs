//! Two currencies meet at an exchange rate only.
use lodestone_model::units::{Jpy, Krw, Money};

fn wrong(krw: Money<Krw>, jpy: Money<Jpy>) {
    let _ = krw - jpy;
}

fn main() {
    let _ = wrong;
}
