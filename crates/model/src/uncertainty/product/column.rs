//! Random bits to the values of one factor, a block at a time, in loops without a branch.
//!
//! Each draw takes 32 bits. Every operation is a sum, a difference, a product, a quotient or a square root of doubles,
//! which all machines round alike; nothing is fused.

use crate::uncertainty::{Distribution, Quantiles, Shapes, normal};

use super::factor::{Drawn, Shape};

/// Draws that are made at once: small enough to stay in the nearest cache.
pub(super) const BLOCK: usize = 512;
/// The random bits of a block.
pub(super) type Bits = [u64; BLOCK / 2];

/// 2³¹ and 2³².
const TWO_POW_31: f64 = 2_147_483_648.0;
const TWO_POW_32: f64 = 4_294_967_296.0;

/// How the draws of one factor are made.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Column {
    /// Middle, and step from one of the 2³² numbers to the next.
    Line { middle: f64, step: f64 },
    /// The probability below the mode, and for the sides above and below it a, b, c, d of c + d √(a + b u).
    Triangle { below: f64, sides: [[f64; 4]; 2] },
    /// A curve without ends.
    Free(Curve),
    /// A curve between two ends, which no rounding may pass.
    Between { curve: Curve, low: f64, high: f64 },
}

impl Column {
    pub(super) fn new(factor: &Drawn) -> Self {
        match factor.shape {
            Shape::Triangular { low, mode, high } => {
                // F⁻¹(u) = low + √(u (high − low)(mode − low)) below the mode, high − √((1 − u)(high − low)(high − mode)) above.
                let (left, right) = ((high - low) * (mode - low), (high - low) * (high - mode));
                let sides = [[right, -right, high, -1.0], [0.0, left, low, 1.0]];
                Self::Triangle { below: (mode - low) / (high - low), sides }
            }
            Shape::Of(Distribution::Exactly(x)) => Self::Line { middle: x, step: 0.0 },
            Shape::Of(Distribution::Uniform { low, high }) => {
                let step = (high - low) / TWO_POW_32;
                Self::Line { middle: low + (high - low) / 2.0 + step / 2.0, step }
            }
            Shape::Of(pert @ Distribution::Pert { low, high, .. }) => {
                let quantiles = Quantiles::new(pert, (f64::NEG_INFINITY, f64::INFINITY), &Shapes::default());
                Self::Between { curve: Curve::new(|z| quantiles.at(z)), low, high }
            }
            Shape::Of(Distribution::Normal { mean, deviation }) => Self::Free(Curve::new(|z| mean + deviation * z)),
            Shape::Of(Distribution::Lognormal { median, sigma }) => {
                Self::Free(Curve::new(|z| median * libm::exp(sigma * z)))
            }
        }
    }

    /// Multiplies each of `values` by a draw.
    pub(super) fn multiply(&self, bits: &Bits, values: &mut [f64; BLOCK]) {
        match self {
            Self::Line { middle, step } => each(bits, values, |r| middle + step * f64::from(r.cast_signed())),
            Self::Triangle { below, sides } => each(bits, values, |r| {
                let u = (f64::from(r.cast_signed()) + (TWO_POW_31 + 0.5)) / TWO_POW_32;
                // Taken from a table: a branch would be guessed wrong every third time.
                let [a, b, c, d] = sides[usize::from(u < *below)];
                c + d * (a + b * u).sqrt()
            }),
            Self::Free(curve) => each(bits, values, |r| curve.at(r)),
            Self::Between { curve, low, high } => each(bits, values, |r| curve.at(r).max(*low).min(*high)),
        }
    }
}

/// Two draws of each 64 bits.
#[inline(always)]
fn each(bits: &Bits, values: &mut [f64; BLOCK], draw: impl Fn(u32) -> f64) {
    for (pair, r) in values.as_chunks_mut::<2>().0.iter_mut().zip(bits) {
        #[allow(clippy::cast_possible_truncation)] // the lower half is meant
        let halves = [*r as u32, (*r >> 32) as u32];
        pair[0] *= draw(halves[0]);
        pair[1] *= draw(halves[1]);
    }
}

/// log₂ of the cells of an octave.
const FINE: u32 = 4;
/// Bits of a double below those that number the cell of its octave.
const REST: u32 = f64::MANTISSA_DIGITS - 1 - FINE;
/// The octaves of tail probabilities 2⁻³³ to ½.
const OCTAVES: usize = 32;
/// Cells of a tail, and of both.
const TAIL: usize = OCTAVES << FINE;
const CELLS: usize = 2 * TAIL;

/// The quantile of a distribution, as cubics over the probability of its lower and its upper tail.
///
/// The cells are an octave of probability divided by 16, so that they become finer towards the ends as the curve becomes
/// steeper: the table holds for every draw, without a special case for rare ones. A lognormal with σ = 0.26 is met within
/// 10⁻⁸ of its value at all probabilities, with σ = 2 within 3·10⁻⁷, with σ = 5 within 4·10⁻⁶; a PERT within 2·10⁻⁷ of
/// its width. A million draws leave 10⁻³ to chance.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Curve {
    /// Coefficients of powers 0 to 3 of the way into the cell, which goes from 0 to 1/16.
    cells: Box<[[f64; 4]; CELLS]>,
}

impl Curve {
    /// The curve of a distribution whose value at the normal score z is `at(z)`.
    fn new(at: impl Fn(f64) -> f64) -> Self {
        const STEPS: usize = 3 << FINE;
        let mut cells = Box::new([[0.0; 4]; CELLS]);
        let mut start = 0.5 / TWO_POW_32;
        for octave in 0..OCTAVES {
            let scores: [f64; STEPS + 1] = std::array::from_fn(|i| {
                #[allow(clippy::cast_precision_loss)] // 48 at most
                let part = i as f64 / STEPS as f64;
                normal::quantile(start * (1.0 + part))
            });
            for cell in 0..1 << FINE {
                let z: [f64; 4] = std::array::from_fn(|i| scores[3 * cell + i]);
                let here = (octave << FINE) + cell;
                cells[here] = cubic(z.map(&at));
                cells[TAIL + here] = cubic(z.map(|z| at(-z)));
            }
            start *= 2.0;
        }
        Self { cells }
    }

    /// The draw that belongs to 32 random bits: one says which tail, the others how far in it.
    #[inline(always)]
    fn at(&self, r: u32) -> f64 {
        let tail = (r >> 31) as usize * TAIL;
        let bits = (f64::from((r & 0x7fff_ffff).cast_signed()) + 0.5).to_bits();
        // The exponent is the octave, the first bits after it the cell, the rest the way into the cell.
        #[allow(clippy::cast_possible_truncation)] // a number of cells
        let cell = ((bits >> REST) as usize).wrapping_sub(LOWEST) + tail;
        let way = f64::from_bits(bits & ((1 << REST) - 1) | ONE) - 1.0;
        // The remainder is never taken: it tells the compiler that the cell is there.
        let [a, b, c, d] = self.cells[cell % CELLS];
        a + way * (b + way * (c + way * d))
    }
}

/// The bits of 1.
const ONE: u64 = 1.0_f64.to_bits();
/// The number of the cell of ½, counted from zero.
#[allow(clippy::cast_possible_truncation)] // 16,352
const LOWEST: usize = (0.5_f64.to_bits() >> REST) as usize;

/// The cubic through four values 1/48 apart.
fn cubic([a, b, c, d]: [f64; 4]) -> [f64; 4] {
    const STEPS: f64 = 48.0;
    let (first, second, third) = (b - a, c - 2.0 * b + a, d - 3.0 * c + 3.0 * b - a);
    [
        a,
        (first - second / 2.0 + third / 3.0) * STEPS,
        (second - third) / 2.0 * (STEPS * STEPS),
        third / 6.0 * (STEPS * STEPS * STEPS),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 32 bits whose draw has this probability below it, and that probability: both tails, every octave, all over a cell.
    fn everywhere() -> impl Iterator<Item = (u32, f64)> {
        (0..31).flat_map(|octave| (0..97).map(move |part| (1_u32 << octave) + ((part << octave) / 97))).flat_map(|v| {
            let u = (f64::from(v) + 0.5) / TWO_POW_32;
            [(v, u), (v | 1 << 31, 1.0 - u)]
        })
    }

    fn draw(column: &Column, r: u32) -> f64 {
        let mut values = [1.0; BLOCK];
        column.multiply(&[u64::from(r); BLOCK / 2], &mut values);
        values[0]
    }

    #[test]
    fn a_lognormal_draw_is_the_quantile_of_its_probability() {
        for (sigma, near) in [(0.26, 1e-8), (2.0, 3e-7), (5.0, 4e-6)] {
            let column = Column::new(&Drawn::times(Distribution::Lognormal { median: 90.0, sigma }));
            for (r, u) in everywhere() {
                // The upper tail by symmetry: 1 − u has lost the digits that matter there.
                let z = if r >> 31 == 0 {
                    normal::quantile(u)
                } else {
                    -normal::quantile((f64::from(r & 0x7fff_ffff) + 0.5) / TWO_POW_32)
                };
                let (drawn, meant) = (draw(&column, r), 90.0 * libm::exp(sigma * z));
                assert!((drawn / meant - 1.0).abs() < near, "σ {sigma} at {u:e}: {drawn}, {meant}");
                assert!(drawn > 0.0);
            }
        }
    }

    #[test]
    fn a_pert_draw_is_the_quantile_of_its_probability_and_never_beyond_the_ends() {
        for (low, central, high) in [(2.0, 2.5, 4.0), (0.0, 0.0, 1.0), (0.0, 1.0, 1.0), (-3.0, 5.0, 6.0)] {
            let pert = Distribution::Pert { low, central, high };
            let column = Column::new(&Drawn::times(pert));
            for (r, u) in everywhere() {
                let drawn = draw(&column, r);
                assert!((low..=high).contains(&drawn), "{pert:?} at {u:e}: {drawn}");
                let near = 2e-7 * (high - low);
                assert!((drawn - pert.quantile(u)).abs() < near, "{pert:?} at {u:e}: {drawn}, {}", pert.quantile(u));
            }
        }
    }

    #[test]
    fn the_other_draws_are_the_quantiles_of_their_probabilities() {
        let uniform = Distribution::Uniform { low: 1300.0, high: 1500.0 };
        let normal = Distribution::Normal { mean: 3.0, deviation: 2.0 };
        let triangular = Shape::Triangular { low: 2.0, mode: 2.8, high: 4.0 };
        let line = Column::new(&Drawn::times(uniform));
        let bell = Column::new(&Drawn::times(normal));
        let triangle = Column::new(&Drawn::times(triangular));
        for (r, u) in everywhere() {
            // Those that need no tail count the same bits from the middle.
            let linear = (f64::from(r.cast_signed()) + (TWO_POW_31 + 0.5)) / TWO_POW_32;
            assert!((draw(&line, r) - uniform.quantile(linear)).abs() < 1e-9);
            let x = draw(&triangle, r);
            let (left, right) = (x - 2.0, 4.0 - x);
            let below = if x < 2.8 { left * left / 1.6 } else { 1.0 - right * right / 2.4 };
            assert!((below - linear).abs() < 1e-12 && (2.0..=4.0).contains(&x), "{x}");
            assert!((draw(&bell, r) - normal.quantile(u)).abs() < 1e-5, "{u:e}");
        }
    }
}
