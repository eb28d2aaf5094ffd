//! Two metals are two substances, though both are light rare earths.
use lodestone_model::units::{Mass, Metal, Nd, Pr};

fn wrong(nd: Mass<Metal<Nd>>, pr: Mass<Metal<Pr>>) {
    let _ = nd + pr;
}

fn main() {
    let _ = wrong;
}
