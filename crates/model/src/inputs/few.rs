//! A handful of values by key, in the order of the keys.
//!
//! A list that is searched from the front: a reader sets a few things, and a tree for them is a tenth of the page's code.

/// Values by key.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Few<K, V>(Vec<(K, V)>);

impl<K: Copy + Ord, V: Copy> Few<K, V> {
    /// Nothing yet.
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    /// The value of `key`.
    pub(super) fn get(&self, key: K) -> Option<V> {
        self.0.iter().find(|(k, _)| *k == key).map(|(_, v)| *v)
    }

    /// Gives `key` a value; `None` takes it away.
    pub(super) fn put(&mut self, key: K, value: Option<V>) {
        self.0.retain(|(k, _)| *k != key);
        if let Some(value) = value {
            let place = self.0.iter().take_while(|(k, _)| *k < key).count();
            self.0.insert(place, (key, value));
        }
    }

    /// All of them, in the order of the keys.
    pub(super) fn iter(&self) -> impl Iterator<Item = (K, V)> + '_ {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn values_stand_in_the_order_of_their_keys_whatever_the_order_of_coming() {
        let mut few = Few::new();
        for key in [3, 1, 2, 1] {
            few.put(key, Some(key * 10));
        }
        assert_eq!(few.iter().collect::<Vec<_>>(), [(1, 10), (2, 20), (3, 30)]);
        few.put(2, None);
        assert_eq!((few.get(2), few.get(3)), (None, Some(30)));
    }
}
