//! Writes `lodestone.d.ts`, the types of the package, to standard output.

fn main() {
    print!("{}", lodestone_package::types::declarations());
}
