//! Starts the dialog that takes a result along, once its words are there.

fn main() {}
