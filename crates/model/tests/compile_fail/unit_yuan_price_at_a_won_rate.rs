//! A price in yuan becomes dollars at the rate of the yuan.
use lodestone_model::units::{Cny, Krw, NdPr, Oxide, Price, Rate};

fn wrong(price: Price<Cny, Oxide<NdPr>>, rate: Rate<Krw>) {
    let _ = price.in_usd(rate);
}

fn main() {
    let _ = wrong;
}
