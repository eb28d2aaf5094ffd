//! Starts the panel that opens on a figure.

fn main() {
    lodestone::study::begin();
}
