//! A short hash by which two workings of the same thing can be told apart: FNV-1a over 32 bits.
//!
//! It guards against changes, not against somebody who wants to deceive.

/// A hash in the making.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seal(u32);

impl Default for Seal {
    fn default() -> Self {
        Self(0x811c_9dc5)
    }
}

impl Seal {
    /// Takes a text in.
    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Takes a number in, to the bit.
    pub fn number(&mut self, number: f64) {
        self.bytes(&number.to_bits().to_le_bytes());
    }

    /// Eight hexadecimal digits.
    #[must_use]
    pub fn written(self) -> String {
        format!("{:08x}", self.0)
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_published_hash_and_sees_the_last_bit() {
        let of = |text: &str| {
            let mut seal = Seal::default();
            seal.text(text);
            seal.written()
        };
        // Test vectors of the authors of FNV.
        assert_eq!([of(""), of("a"), of("foobar")], ["811c9dc5", "e40c292c", "bf9cf968"]);
        let number = |v: f64| {
            let mut seal = Seal::default();
            seal.number(v);
            seal
        };
        assert_ne!(number(1.0), number(1.0_f64.next_up()));
    }
}
