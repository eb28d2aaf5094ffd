//! What a won rate yields is won.
use lodestone_model::units::{Jpy, Krw, Money, Rate, Usd};

fn wrong(money: Money<Usd>, rate: Rate<Krw>) -> Money<Jpy> {
    money * rate
}

fn main() {
    let _ = wrong;
}
