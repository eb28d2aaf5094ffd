//! Starts what finds claims in their list.

fn main() {
    lodestone::find::begin();
}
