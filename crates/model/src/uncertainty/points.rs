//! Where draws come from: points that fill the space of the inputs evenly, the same on every machine.
//!
//! A chunk is a lattice of [`CHUNK`] points, moved by a random shift of its own. Every coordinate of a chunk meets each
//! of [`CHUNK`] equal slices once, so that means and quantiles come nearer with the number of points than with
//! independent draws; the shifts make each chunk an independent, unbiased answer, and the spread between chunks *measures*
//! the error. All of it is integer arithmetic.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// Points of a chunk.
pub const CHUNK: usize = 1 << BITS;
/// log₂ of [`CHUNK`].
const BITS: u32 = 9;
/// Inputs that can be drawn together.
pub const DIMENSIONS: usize = GENERATOR.len();

/// The generating vector of the lattice, modulo [`CHUNK`].
///
/// Cools, Kuo and Nuyens, “Constructing embedded lattice rules for multivariate integration”, SIAM Journal on Scientific
/// Computing 28 (2006), 2162–2188: the rule of order 2 in base 2 for up to 2²⁰ points. All components are odd, so that each
/// coordinate is a permutation; one that repeats another, or mirrors it, would tie two inputs together and is left out.
///
/// Modulo 512 the components are all 128 classes that there are, and some tie each other: z and z′ with p·z = ±q·z′ have a
/// correlation of up to 1/pq in one chunk, by its shift the one way or the other. So the order is ours: first, as the rule
/// has them, 38 without a pair of pq ≤ 5, then 13 without one of pq ≤ 4; what was left out stands at the other end, each
/// opposite to a component that it has little to do with, for [`Points::turned`].
#[rustfmt::skip]
const GENERATOR: [u16; 128] = [
    1, 395, 387, 65, 153, 295, 329, 355, 85, 63, 455, 367, 55, 75, 337, 215, 49, 467, 443, 185, 97, 389, 121, 405,
    303, 393, 141, 95, 271, 169, 263, 31, 281, 33, 247, 177, 105, 173, 245, 17, 483, 213, 307, 179, 163, 91, 237,
    345, 485, 279, 67, 211, 147, 129, 77, 25, 15, 13, 255, 189, 151, 207, 471, 503, 149, 469, 253, 315, 155, 35,
    227, 251, 93, 127, 369, 473, 317, 461, 429, 423, 243, 23, 161, 239, 19, 439, 61, 321, 11, 101, 229, 135, 111,
    109, 375, 459, 277, 341, 509, 7, 325, 181, 289, 203, 71, 165, 287, 465, 59, 219, 37, 397, 199, 507, 133, 159,
    79, 373, 221, 319, 81, 381, 21, 99, 103, 87, 399, 311,
];

/// The generator of chunk `index` of the run `seed`; `stream` keeps uses apart that must not share numbers.
#[must_use]
pub fn generator(seed: u64, stream: u64, index: u64) -> Xoshiro256PlusPlus {
    // Each number is spread over all bits before the next one is added, so that neighbours have nothing in common.
    let mut state = 0;
    for part in [seed, stream, index] {
        state = Xoshiro256PlusPlus::seed_from_u64(part.wrapping_add(state)).next_u64();
    }
    Xoshiro256PlusPlus::seed_from_u64(state)
}

/// One chunk of points.
#[derive(Debug, Clone)]
pub struct Points {
    shifts: Vec<u32>,
    /// Whether the coordinates are read from the last to the first.
    turned: bool,
}

impl Points {
    /// Chunk `index` of the run `seed`, with `dimensions` coordinates, at most [`DIMENSIONS`].
    #[must_use]
    pub fn new(seed: u64, stream: u64, index: u64, dimensions: usize) -> Self {
        let mut random = generator(seed, stream, index);
        Self { shifts: (0..dimensions.min(DIMENSIONS)).map(|_| random.next_u32()).collect(), turned: false }
    }

    /// The same with the coordinates from the other end of the lattice: a second set beside a first one, whose points of
    /// equal index have nothing to do with each other as long as each uses half of the coordinates.
    #[must_use]
    pub fn turned(seed: u64, stream: u64, index: u64, dimensions: usize) -> Self {
        Self { turned: true, ..Self::new(seed, stream, index, dimensions) }
    }

    /// Coordinate `dimension` of point `i`: a number between 0 and 1, never either.
    #[must_use]
    pub fn at(&self, i: usize, dimension: usize) -> f64 {
        let component = GENERATOR[if self.turned { DIMENSIONS - 1 - dimension } else { dimension }];
        let slice = (i * usize::from(component)) % CHUNK;
        #[allow(clippy::cast_possible_truncation)] // below CHUNK
        let x = ((slice as u32) << (u32::BITS - BITS)).wrapping_add(self.shifts[dimension]);
        (f64::from(x) + 0.5) / TWO_POW_32
    }
}

/// 2³².
const TWO_POW_32: f64 = 4_294_967_296.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_coordinate_meets_every_slice_once() {
        let points = Points::new(7, 0, 3, DIMENSIONS);
        for dimension in 0..DIMENSIONS {
            let mut slices: Vec<usize> = (0..CHUNK)
                .map(|i| {
                    let x = points.at(i, dimension) - points.at(0, dimension);
                    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
                    let slice = ((x - x.floor()) * CHUNK as f64).round() as usize % CHUNK;
                    slice
                })
                .collect();
            slices.sort_unstable();
            assert!(slices.into_iter().eq(0..CHUNK), "coordinate {dimension}");
        }
    }

    #[test]
    fn no_coordinate_repeats_or_mirrors_another() {
        let mut classes: Vec<usize> = GENERATOR.iter().map(|z| usize::from(*z).min(CHUNK - usize::from(*z))).collect();
        classes.sort_unstable();
        classes.dedup();
        assert_eq!(classes.len(), DIMENSIONS);
    }

    #[test]
    fn no_two_of_the_first_coordinates_lie_on_few_lines() {
        // p·z = ±q·z′ modulo CHUNK: the points of two coordinates lie on p + q lines or so.
        let tie = |a: usize, b: usize| {
            let lies = |p: usize, q: usize| (p * a + q * b).is_multiple_of(CHUNK) || p * a % CHUNK == q * b % CHUNK;
            (1..=8).flat_map(|p| (1..=8).map(move |q| (p, q))).filter(|(p, q)| lies(*p, *q)).map(|(p, q)| p * q).min()
        };
        let at = |i: usize| usize::from(GENERATOR[i]);
        for i in 0..51 {
            assert!((0..i).all(|j| tie(at(i), at(j)).is_none_or(|pq| pq > 4)), "coordinate {i}");
            assert!(tie(at(i), at(DIMENSIONS - 1 - i)).is_none_or(|pq| pq > 8), "coordinate {i}, turned");
        }
    }

    #[test]
    fn seeds_streams_and_chunks_share_nothing() {
        let first = |seed, stream, index| generator(seed, stream, index).next_u64();
        let mut all = Vec::new();
        for seed in 0..8 {
            for stream in 0..4 {
                for index in 0..32 {
                    all.push(first(seed, stream, index));
                }
            }
        }
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 8 * 4 * 32);
    }
}
