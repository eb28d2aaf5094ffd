//! Starts what reads charts point by point.

fn main() {
    lodestone::lens::begin();
}
