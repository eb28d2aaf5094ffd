//! Total rare-earth oxide already counts the NdPr oxide in it.
use lodestone_model::units::{Mass, NdPr, Oxide, Reo};

fn wrong(ndpr: Mass<Oxide<NdPr>>, reo: Mass<Reo>) {
    let _ = ndpr + reo;
}

fn main() {
    let _ = wrong;
}
