//! A rate leads from the dollar to its own currency.
use lodestone_model::units::{Eur, Krw, Money, Rate};

fn wrong(money: Money<Eur>, rate: Rate<Krw>) {
    let _ = money * rate;
}

fn main() {
    let _ = wrong;
}
