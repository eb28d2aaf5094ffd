//! A rise of ten percent is no tax rate.
use lodestone_model::units::{Change, Magnet, Price, Usd};

fn wrong(price: Price<Usd, Magnet>, change: Change) {
    let _ = price.without_vat(change);
}

fn main() {
    let _ = wrong;
}
