//! Starts all calculators on one page (feature `whole`).

fn main() {
    lodestone::start::run();
}
