//! A part of a whole and a relative change are both percent, and not the same.
use lodestone_model::units::{Change, Share};

fn wrong(share: Share, change: Change) {
    let _ = share + change;
}

fn main() {
    let _ = wrong;
}
