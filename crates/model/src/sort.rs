//! Sorting of short lists.
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
