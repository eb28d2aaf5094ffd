//! The kernel and the baseline on this machine, one JSON line of times each. `cargo xtask bench monte-carlo` runs it.
//!
//! The baseline is the model as one writes it with `rand` and `rand_distr`: draw into an array, then select.
#![allow(clippy::unwrap_used)]

use std::time::Instant;

use lodestone_montecarlo::draw;
use rand::SeedableRng;
use rand::rngs::SmallRng;
use rand_distr::{Distribution, LogNormal, Triangular, Uniform};
use serde_json::json;

fn main() {
    // Cargo adds arguments of its own.
    let mut numbers = std::env::args().filter_map(|argument| argument.parse().ok());
    let (draws, runs) = (numbers.next().unwrap_or(1_000_000), numbers.next().unwrap_or(5));
    time("Rust, rand and rand_distr, select", draws, runs, |seed| baseline(draws, seed));
    time("kernel, native", draws, runs, |seed| draw(draws, seed).unwrap().try_into().unwrap());
}

/// One run to warm up, then as many as are counted.
fn time(name: &str, draws: usize, runs: usize, run: impl Fn(u64) -> [f64; 4]) {
    let mut summary = run(0);
    let mut ms = Vec::new();
    for seed in 1..=runs as u64 {
        let begun = Instant::now();
        summary = std::hint::black_box(run(std::hint::black_box(seed)));
        ms.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    println!("{}", json!({ "name": name, "draws": draws, "ms": ms, "summary": summary }));
}

fn baseline(draws: usize, seed: u64) -> [f64; 4] {
    let (low, high) = (4.094_344_562_222_1, 4.941_642_422_609_304); // ln 60, ln 140
    let mass = Triangular::new(2.0, 4.0, 2.8).unwrap();
    let share = Uniform::new(0.27, 0.32).unwrap();
    let price = LogNormal::new((low + high) / 2.0, (high - low) / (2.0 * 1.644_853_626_951_472_2)).unwrap();
    let rate = Uniform::new(1300.0, 1500.0).unwrap();
    let yielded = Uniform::new(0.6, 0.8).unwrap();
    let mut random = SmallRng::seed_from_u64(seed);
    let r = &mut random;
    let mut values = vec![0.0; draws];
    for v in &mut values {
        *v = mass.sample(r) * share.sample(r) * price.sample(r) * rate.sample(r) / yielded.sample(r);
    }
    let mean = values.iter().sum::<f64>() / draws as f64;
    let [low, middle, high] = [5, 50, 95].map(|percent| (draws - 1) * percent / 100);
    let nth = |values: &mut [f64], rank: usize| *values.select_nth_unstable_by(rank, f64::total_cmp).1;
    let p50 = nth(&mut values, middle);
    [mean, nth(&mut values[..middle], low), p50, nth(&mut values[middle..], high - middle)]
}
