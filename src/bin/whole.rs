//! Starts the pages that need everything: all calculators on one page, and two scenarios side by side (feature `whole`).

fn main() {
    lodestone::start::run();
}
