//! Starts the front page, and each calculator on a page of its own.

fn main() {
    lodestone::start::run();
}
