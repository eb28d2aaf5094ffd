//! Text to the nearest number: what `str::parse::<f64>` gives, without the 10 kB of powers of five that it carries.
//!
//! Nearly every typed number has fewer than 16 digits and a small power of ten; one multiplication or division rounds
//! it correctly. The rest is worked out digit by digit: slow, exact, and rare.

/// The power of ten up to which powers are exact, so that one operation rounds once.
const EXACT_POWER: i64 = 22;
/// The whole numbers up to which all are exact.
const EXACT_WHOLE: u64 = 1 << 53;
/// Digits that can decide between two neighbours; of those behind them counts only whether there are any.
const DECIDING: usize = 800;
/// The powers of two of the least and the greatest normal number, written as ½ ≤ m < 1 times 2^power.
const LEAST_POWER: i64 = -1021;
const MOST_POWER: i64 = 1024;
/// A shift by more bits would not leave room for one digit more.
const MOST_BITS: u32 = 60;

/// The number that `text` writes, rounded to the nearest, ties to even; `None` where it writes none.
///
/// As `str::parse` it takes `12`, `-1.5`, `.5`, `5.`, `1e3`, and the words `inf`, `infinity` and `nan`.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    // Only the page counts bytes. A batch keeps the faster way for its long numbers; both give the same bits.
    if cfg!(target_arch = "wasm32") { own(text) } else { text.parse().ok() }
}

fn own(text: &str) -> Option<f64> {
    let (sign, rest) = match text.as_bytes() {
        [b'-', rest @ ..] => (-1.0, rest),
        [b'+', rest @ ..] => (1.0, rest),
        all => (1.0, all),
    };
    Some(sign * digits(rest).or_else(|| word(rest))?)
}

fn word(text: &[u8]) -> Option<f64> {
    let is = |word: &str| text.eq_ignore_ascii_case(word.as_bytes());
    if is("inf") || is("infinity") {
        Some(f64::INFINITY)
    } else if is("nan") {
        Some(f64::NAN)
    } else {
        None
    }
}

fn digits(text: &[u8]) -> Option<f64> {
    let end = text.iter().position(|b| matches!(b, b'e' | b'E'));
    let (mantissa, mut power) = match end {
        Some(end) => (&text[..end], whole(&text[end + 1..])?),
        None => (text, 0),
    };
    let (mut value, mut fits, mut any, mut behind_point) = (0_u64, true, false, false);
    for &byte in mantissa {
        match byte {
            b'0'..=b'9' => {
                any = true;
                power -= i64::from(behind_point);
                fits = fits && value < EXACT_WHOLE / 10;
                if fits {
                    value = value * 10 + u64::from(byte - b'0');
                }
            }
            b'.' if !behind_point => behind_point = true,
            _ => return None,
        }
    }
    if !any {
        return None;
    }
    if fits && (value == 0 || power.abs() <= EXACT_POWER) {
        let factor = (0..power.abs()).fold(1.0, |product, _| product * 10.0);
        #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
        let value = value as f64;
        return Some(match (value == 0.0, power < 0) {
            (true, _) => 0.0,
            (false, true) => value / factor,
            (false, false) => value * factor,
        });
    }
    Some(Decimal::new(mantissa, power).nearest())
}

/// The power behind an `e`. More than a million counts as a million: it overflows or vanishes either way.
fn whole(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        all => (false, all),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let size = digits.iter().fold(0, |n: i64, d| (n * 10 + i64::from(d - b'0')).min(1_000_000));
    Some(if negative { -size } else { size })
}

/// 0.d₁d₂d₃… × 10^point, without zeros at either end.
struct Decimal {
    digits: Vec<u8>,
    point: i64,
}

impl Decimal {
    /// The digits of `mantissa`, read as a whole number, times a power of ten.
    fn new(mantissa: &[u8], power: i64) -> Self {
        let mut digits: Vec<u8> = mantissa.iter().filter(|b| b.is_ascii_digit()).map(|b| b - b'0').collect();
        let point = power.saturating_add(i64::try_from(digits.len()).unwrap_or(i64::MAX));
        if digits.iter().skip(DECIDING).any(|d| *d > 0) {
            // Leading zeros count among the deciding digits only where a text has hundreds of them.
            let zeros = digits.iter().take_while(|d| **d == 0).count();
            digits.truncate(zeros + DECIDING);
            digits.push(1);
        }
        let mut new = Self { digits, point };
        new.trim();
        new
    }

    fn trim(&mut self) {
        let zeros = self.digits.iter().take_while(|d| **d == 0).count();
        self.digits.drain(..zeros);
        self.point -= i64::try_from(zeros).unwrap_or(i64::MAX);
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
    }

    /// Divides by a power of two, at most 2^bits; gives the power.
    fn shrink(&mut self, bits: i64) -> u32 {
        let bits = few(bits);
        let mut rest = 0_u64;
        let mut out = Vec::with_capacity(self.digits.len() + bits as usize);
        let mut given = self.digits.iter();
        loop {
            let next = given.next();
            if next.is_none() && rest == 0 {
                break;
            }
            rest = rest * 10 + u64::from(next.copied().unwrap_or(0));
            out.push(u8::try_from(rest >> bits).unwrap_or(9));
            rest &= (1 << bits) - 1;
        }
        self.digits = out;
        self.trim();
        bits
    }

    /// Multiplies by a power of two, at most 2^bits; gives the power.
    fn grow(&mut self, bits: i64) -> u32 {
        let bits = few(bits);
        let mut carry = 0_u64;
        let mut out = Vec::with_capacity(self.digits.len() + 20);
        for digit in self.digits.iter().rev() {
            carry += u64::from(*digit) << bits;
            out.push(last_digit(carry));
            carry /= 10;
        }
        while carry > 0 {
            out.push(last_digit(carry));
            carry /= 10;
            self.point += 1;
        }
        out.reverse();
        self.digits = out;
        self.trim();
        bits
    }

    /// The nearest whole number; of two as near the even one.
    fn rounded(&self) -> u64 {
        let before = usize::try_from(self.point).unwrap_or(0);
        let digit = |i: usize| self.digits.get(i).map_or(0, |d| u64::from(*d));
        let below = (0..before).fold(0, |n, i| n * 10 + digit(i));
        // 0.04 is less than a half, whatever its first digit.
        let next = if self.point < 0 { 0 } else { digit(before) };
        let up = next > 5 || next == 5 && (self.digits.len() > before + 1 || below % 2 == 1);
        below + u64::from(up)
    }

    /// The nearest number.
    fn nearest(mut self) -> f64 {
        if self.digits.is_empty() || self.point < -330 {
            return 0.0;
        }
        if self.point > 310 {
            return f64::INFINITY;
        }
        // To ½ ≤ digits < 1, counting the powers of two taken out: 10^n is more than 2^3n.
        let mut power: i64 = 0;
        while self.point > 0 {
            power += i64::from(self.shrink(3 * self.point));
        }
        while self.point < 0 || self.digits[0] < 5 {
            let bits = self.grow((-3 * self.point).max(1));
            power -= i64::from(bits);
        }
        // Numbers below the least normal one have fewer binary digits.
        while power < LEAST_POWER {
            power += i64::from(self.shrink(LEAST_POWER - power));
        }
        if power > MOST_POWER {
            return f64::INFINITY;
        }
        self.grow(i64::from(f64::MANTISSA_DIGITS));
        // The leading binary digit is not kept; it counts one power up. So does one that rounding adds, up to infinity.
        let exponent = u64::try_from(power - LEAST_POWER).unwrap_or(0);
        f64::from_bits((exponent << (f64::MANTISSA_DIGITS - 1)) + self.rounded())
    }
}

fn few(bits: i64) -> u32 {
    u32::try_from(bits).unwrap_or(0).min(MOST_BITS)
}

fn last_digit(number: u64) -> u8 {
    u8::try_from(number % 10).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::own;

    fn same(text: &str) {
        let (found, known) = (own(text), text.parse::<f64>().ok());
        let bits = |v: Option<f64>| v.map(|v| if v.is_nan() { 0 } else { v.to_bits() });
        assert_eq!(bits(found), bits(known), "{text}");
    }

    /// Wrong ones, words, ends of the exact range, greatest and least numbers and the halves between them.
    const TEXTS: &str = "- + . -. e e5 1e 1e+ .e1 1.2.3 --1 +-1 1_0 0x10 ١ infi
        inf -INF Infinity nan -NaN 0 -0 0.0 00012.500 .5 5. +5 1e3 1E-3 1e+22 1e23 1e-22 1e-23 0e999999999999
        9007199254740991 9007199254740992 9007199254740993 9007199254740995 900719925474099.25 6929495644600919.5
        123456789012345678901234567890 0.1000000000000000055511151231257827
        1.7976931348623157e308 1.7976931348623158e308 1.7976931348623159e308 1e309 1e99999999999999999999
        2.2250738585072014e-308 2.2250738585072011e-308 2.225073858507201e-308 5e-324 4.9e-324 2.5e-324
        2.4703282292062327e-324 2.4703282292062328e-324 2e-324 1e-400 -1e-99999999999999999999";

    #[test]
    fn every_text_reads_as_the_standard_library_reads_it() {
        ["", " 1", "1 "].into_iter().chain(TEXTS.split_whitespace()).for_each(same);
        for (count, zeros) in [(1, 0), (799, 1), (801, 900), (3, 1200)] {
            same(&format!("0.{}{}", "0".repeat(zeros), "7".repeat(count)));
            same(&format!("{}{}e-{zeros}", "3".repeat(count), "0".repeat(zeros)));
            same(&format!("9007199254740993.{}1", "0".repeat(count + zeros)));
        }
    }

    #[test]
    fn numbers_of_every_size_are_read_to_the_bit() {
        // Any whole number has the bits of some number.
        let mut seed = 1_u64;
        for _ in 0..20_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let value = f64::from_bits(seed ^ (seed >> 29));
            same(&format!("{value:e}"));
            same(&format!("{value:.3e}"));
            same(&format!("{}.{}", seed >> 40, seed >> 3));
            same(&format!("{}e{}", seed >> (seed % 61), seed % 350));
            same(&format!("{}e-{}", seed >> (seed % 61), seed % 350));
            if value.is_finite() {
                // Half way to the next number.
                let next = f64::from_bits(value.to_bits() + 1);
                same(&format!("{:.1100}", value / 2.0 + next / 2.0));
            }
        }
    }
}
