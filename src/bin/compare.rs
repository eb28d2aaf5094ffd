//! Starts two scenarios side by side (feature `compare`).

fn main() {
    lodestone::start::run();
}
