//! Sorting of short lists, and a number of a long one by its rank.
//!
//! The standard library's sorts are made for any length and compiled for every type that is sorted: about 4 kB each in
//! the page, for lists of a dozen. Here is what they do themselves with up to twenty.

use core::cmp::Ordering;

/// Sorts by `order`; equal ones keep their order. Meant for short lists and for those that are nearly in order.
pub fn by<T>(list: &mut [T], mut order: impl FnMut(&T, &T) -> Ordering) {
    for end in 1..list.len() {
        let mut i = end;
        while i > 0 && order(&list[i - 1], &list[i]) == Ordering::Greater {
            list.swap(i - 1, i);
            i -= 1;
        }
    }
}

/// The number of this rank, counted from 0, by [`f64::total_cmp`]; the list is put into another order, the same everywhere.
/// NaN where the list ends before.
///
/// A standard library that is compiled for size has another way to it, far slower (`docs/measured.md`).
pub fn nth(list: &mut [f64], rank: usize) -> f64 {
    let (mut from, mut to) = (0, list.len());
    while to - from > 1 && rank < to {
        let (a, b, c) = (list[from], list[from + (to - from) / 2], list[to - 1]);
        let (low, high) = if a.total_cmp(&b) == Ordering::Greater { (b, a) } else { (a, b) };
        // The middle one of three.
        let pivot = match (c.total_cmp(&low), c.total_cmp(&high)) {
            (Ordering::Less, _) => low,
            (_, Ordering::Greater) => high,
            _ => c,
        };
        let (mut less, mut at, mut more) = (from, from, to);
        while at < more {
            match list[at].total_cmp(&pivot) {
                Ordering::Less => {
                    list.swap(less, at);
                    less += 1;
                    at += 1;
                }
                Ordering::Equal => at += 1,
                Ordering::Greater => {
                    more -= 1;
                    list.swap(at, more);
                }
            }
        }
        if rank < less {
            to = less;
        } else if rank < more {
            return pivot;
        } else {
            from = more;
        }
    }
    list.get(rank).copied().unwrap_or(f64::NAN)
}

/// All of them in ascending order, each once.
pub fn each_once<T: Ord>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut list = Vec::new();
    for item in all {
        if let Err(place) = list.binary_search(&item) {
            list.insert(place, item);
        }
    }
    list
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_rank_finds_what_a_sorted_list_has_there() {
        let mut seed = 7_u32;
        for length in [1, 2, 3, 10, 100, 1000] {
            for kinds in [1, 3, 1_000_000] {
                let list: Vec<f64> = (0..length)
                    .map(|_| {
                        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                        let number = f64::from(seed % kinds) - 2.0;
                        if seed.is_multiple_of(11) { f64::NAN } else { number }
                    })
                    .collect();
                let mut known = list.clone();
                known.sort_by(f64::total_cmp);
                for rank in (0..length).step_by(1 + length / 17) {
                    assert_eq!(super::nth(&mut list.clone(), rank).to_bits(), known[rank].to_bits());
                }
            }
        }
        assert!(super::nth(&mut [], 0).is_nan() && super::nth(&mut [1.0], 3).is_nan());
    }

    #[test]
    fn lists_are_sorted_and_equal_ones_keep_their_order() {
        let mut seed = 7_u32;
        for length in 0..40 {
            let mut list: Vec<(u32, usize)> = (0..length)
                .map(|i| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 29, i)
                })
                .collect();
            let mut known = list.clone();
            known.sort_by_key(|(key, _)| *key);
            super::by(&mut list, |a, b| a.0.cmp(&b.0));
            assert_eq!(list, known);
            let once = super::each_once(list.iter().map(|(key, _)| *key));
            known.dedup_by_key(|(key, _)| *key);
            assert!(once.iter().eq(known.iter().map(|(key, _)| key)));
        }
    }
}
