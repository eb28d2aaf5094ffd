//! Starts the calculators and the front page.

fn main() {
    lodestone::start::run();
}
