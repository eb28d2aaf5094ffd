//! What must hold in every engine: `cargo xtask test` runs these tests in Chromium, with `--all-browsers` in Firefox and
//! WebKitGTK too. They use nothing that one driver has by itself; everything else beside this folder is for Chromium alone.

mod bits;
mod faces;
mod file;
mod frames;
mod hand;
mod montecarlo;
mod stops;
mod tasks;
