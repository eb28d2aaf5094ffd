//! Won per dollar less yuan per dollar is nothing.
use lodestone_model::units::{Cny, Krw, Rate};

fn wrong(krw: Rate<Krw>, cny: Rate<Cny>) {
    let _ = krw - cny;
}

fn main() {
    let _ = wrong;
}
