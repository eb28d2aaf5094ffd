//! Order statistics of more draws than are kept.
//!
//! The first draws say roughly where a rank lies. From then on draws outside those brackets are only counted, and the
//! few within are kept: the value of a rank among all draws is the value of another rank among those. Which draws are
//! counted and which are kept changes no result, so neither does how the work is divided.

/// Percentages whose order statistics are wanted.
const PERCENT: [u64; 3] = [5, 50, 95];
/// Half the width of a bracket in standard deviations of the rank that is looked for: a miss is one run in a million.
const WIDE: f64 = 5.0;
/// Slots into which the values from the lowest bracket to the highest are sorted.
const SLOTS: usize = 4096;
/// Three brackets, and what lies below, between and above.
const CLASSES: usize = 7;
/// Bits of a counter; seven are kept in one word.
const WIDTH: u32 = 9;
/// Draws that are counted in one word; [`WIDTH`] bits hold as many.
const COUNTED: usize = 256;

/// The rank that a percentage means among `draws`, counted from zero: floor(p (draws − 1)).
pub(super) fn ranks(draws: usize) -> [usize; 3] {
    #[allow(clippy::cast_possible_truncation)] // below draws
    PERCENT.map(|percent| ((draws as u64 - 1) * percent / 100) as usize)
}

/// Where the ranks lie, roughly.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Brackets {
    /// Key of the lower end of slot 0.
    base: u64,
    /// log₂ of the keys of a slot.
    shift: u32,
    /// The class of each slot times [`WIDTH`]; odd classes are brackets.
    classes: Box<[u8; SLOTS]>,
}

/// Bits whose order as whole numbers is the order of the doubles, that of [`f64::total_cmp`].
#[inline(always)]
fn key(x: f64) -> u64 {
    let bits = x.to_bits();
    bits ^ ((bits.cast_signed() >> 63).cast_unsigned() | 1 << 63)
}

impl Brackets {
    /// Brackets for the ranks among `draws`, of which `first` are known, in ascending order.
    pub(super) fn new(first: &[f64], draws: usize) -> Self {
        let last = first.len() - 1;
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let ends = ranks(draws).map(|rank| {
            if first.len() == draws {
                return (key(first[rank]), key(first[rank]));
            }
            let part = rank as f64 / (draws - 1) as f64;
            let half = WIDE * (part * (1.0 - part) / first.len() as f64).sqrt();
            let at = |part: f64| key(first[((part * last as f64).max(0.0) as usize).min(last)]);
            (at(part - half), at(part + half))
        });
        let (low, high) = (ends[0].0, ends[2].1);
        // One slot below and one above stay free for the rest.
        let shift = (0..64).find(|s| (high - low) >> s < SLOTS as u64 - 2).unwrap_or(63);
        let mut brackets = Self { base: low.saturating_sub(1 << shift), shift, classes: Box::new([0; SLOTS]) };
        let slots = ends.map(|(from, to)| brackets.slot(from)..=brackets.slot(to));
        // Brackets that touch are one.
        let mut class = 0;
        for slot in 0..SLOTS {
            if slots.iter().any(|bracket| bracket.contains(&slot)) != (class % 2 == 1) {
                class += 1;
            }
            brackets.classes[slot] = class * WIDTH as u8;
        }
        brackets
    }

    #[inline(always)]
    fn slot(&self, key: u64) -> usize {
        #[allow(clippy::cast_possible_truncation)] // fewer than SLOTS
        ((key.saturating_sub(self.base) >> (self.shift % u64::BITS)).min(SLOTS as u64 - 1) as usize)
    }

    /// The class of a value, times [`WIDTH`].
    #[inline(always)]
    fn class(&self, x: f64) -> u8 {
        self.classes[self.slot(key(x)) % SLOTS]
    }
}

/// Draws counted by class, and those within the brackets.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Tally {
    /// How many lie in each class, from below to above.
    pub(super) counts: [u64; CLASSES],
    /// The draws within a bracket, in no order that matters.
    pub(super) kept: Vec<f64>,
}

impl Tally {
    /// Counts and keeps `values`.
    pub(super) fn add(&mut self, brackets: &Brackets, values: &[f64]) {
        for values in values.chunks(COUNTED) {
            let mut word = 0_u64;
            let mut kept = [0.0; COUNTED];
            let mut end = 0;
            for x in values {
                let class = brackets.class(*x);
                word = word.wrapping_add(1 << (u32::from(class) % u64::BITS));
                // Always written, and overwritten where not kept: a branch would be guessed wrong too often.
                kept[end % COUNTED] = *x;
                end += usize::from(class % 2);
            }
            for (class, count) in (0_u32..).zip(&mut self.counts) {
                *count += word >> (WIDTH * class) & ((1 << WIDTH) - 1);
            }
            self.kept.extend_from_slice(&kept[..end.min(COUNTED)]);
        }
    }

    /// Adds what another part of the draws has counted and kept.
    pub(super) fn join(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count += more;
        }
        self.kept.extend_from_slice(&other.kept);
    }

    /// The order statistics of all draws counted, or `None` where one lies outside the brackets.
    pub(super) fn quantiles(&self, brackets: &Brackets, draws: usize) -> Option<[f64; 3]> {
        let [p5, p50, p95] = ranks(draws).map(|rank| self.at(brackets, rank));
        Some([p5?, p50?, p95?])
    }

    /// The draw of this rank among all.
    fn at(&self, brackets: &Brackets, rank: usize) -> Option<f64> {
        let (mut rank, mut class) = (rank as u64, 0);
        while rank >= *self.counts.get(class)? {
            rank -= self.counts[class];
            class += 1;
        }
        let within = |x: &f64| usize::from(brackets.class(*x)) == WIDTH as usize * class;
        let mut own: Vec<f64> = self.kept.iter().copied().filter(within).collect();
        #[allow(clippy::cast_possible_truncation)] // below the number of draws
        let rank = rank as usize;
        // Between the brackets nothing was kept.
        (rank < own.len()).then(|| *own.select_nth_unstable_by(rank, f64::total_cmp).1)
    }
}

/// The order statistics of `values`, of which there is at least one.
pub(super) fn of_all(values: &mut [f64]) -> [f64; 3] {
    ranks(values.len()).map(|rank| *values.select_nth_unstable_by(rank, f64::total_cmp).1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tallies of `values` in pieces of `size`, with brackets from the first of them.
    fn tallied(values: &[f64], first: usize, size: usize) -> Option<[f64; 3]> {
        let mut known = values[..first].to_vec();
        known.sort_unstable_by(f64::total_cmp);
        let brackets = Brackets::new(&known, values.len());
        let mut all = Tally::default();
        for piece in values.chunks(size) {
            let mut tally = Tally::default();
            tally.add(&brackets, piece);
            all.join(&tally);
        }
        all.quantiles(&brackets, values.len())
    }

    #[test]
    fn ranks_are_rounded_down() {
        assert_eq!(ranks(1_000_000), [49_999, 499_999, 949_999]);
        assert_eq!(ranks(101), [5, 50, 95]);
        assert_eq!(ranks(2), [0, 0, 0]);
    }

    #[test]
    fn order_statistics_are_those_of_the_sorted_draws() {
        // A stride without a common divisor: all of 0 to 99,990 by tens, in a scattered order.
        let scattered: Vec<f64> = (0..10_007_u32).map(|i| f64::from(i * 7919 % 10_007) * 10.0).collect();
        let signed = scattered.iter().map(|x| x - 50_000.0).collect();
        let steep = scattered.iter().map(|x| libm::exp(x / 500.0)).collect();
        let ties = scattered.iter().map(|x| (x / 30_000.0).floor()).collect();
        let equal = vec![3.0; 10_007];
        let zeros = scattered.iter().map(|x| if x % 20.0 == 0.0 { 0.0 } else { -0.0 }).collect();
        for values in [scattered.clone(), signed, steep, ties, equal, zeros] {
            let mut sorted: Vec<f64> = values.clone();
            sorted.sort_unstable_by(f64::total_cmp);
            let bits = |all: [f64; 3]| all.map(f64::to_bits);
            let wanted = bits(ranks(values.len()).map(|rank| sorted[rank]));
            for (first, size) in [(1000, 512), (1000, 300), (4000, 10_007), (10_007, 511)] {
                assert_eq!(tallied(&values, first, size).map(bits), Some(wanted), "{first} {size}");
            }
            assert_eq!(bits(of_all(&mut values.clone())), wanted);
        }
    }

    #[test]
    fn a_rank_outside_the_brackets_is_not_guessed() {
        let values: Vec<f64> = (0..20_000).map(f64::from).collect();
        assert_eq!(tallied(&values, 5000, 512), None, "the first draws were the lowest");
    }
}
