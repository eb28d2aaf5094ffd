//! What a reader knows of an input beyond one number, and how it is written.
//!
//! | text | meaning |
//! |---|---|
//! | `2..4` | anything between, all alike (uniform) |
//! | `2..2.5..4` | least, most likely, most (PERT) |
//! | `p5 60..140`, `p10 60..140` | 5th to 95th, 10th to 90th percentile: lognormal above zero, else normal |
//! | `normal 100 20` | mean and standard deviation |
//! | `lognormal 92 0.26` | median and standard deviation of the logarithm |

use core::fmt;

use crate::distribution::Distribution;

/// The score of the 95th percentile, which stands for the end of a distribution that has none.
const P95: f64 = 1.644_853_626_951_472_2;

/// A range of one input, in the input's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spread {
    /// Least and most, all between alike.
    Alike(f64, f64),
    /// Least, most likely, most.
    Likely(f64, f64, f64),
    /// 5th and 95th percentile.
    P5P95(f64, f64),
    /// 10th and 90th percentile.
    P10P90(f64, f64),
    /// Mean and standard deviation.
    Normal(f64, f64),
    /// Median and standard deviation of the logarithm.
    Lognormal(f64, f64),
}

impl Spread {
    /// Reads a spread, its numbers with `number`; `None` for a text that is none, in form or in order.
    #[must_use]
    pub fn read(text: &str, number: impl Fn(&str) -> Option<f64>) -> Option<Self> {
        let text = text.trim();
        let (word, rest) = match text.split_once(char::is_whitespace) {
            Some((word, rest)) if word.starts_with(|c: char| c.is_ascii_alphabetic()) => (word, rest.trim()),
            _ => ("", text),
        };
        let spread = match word {
            "normal" | "lognormal" => {
                let (a, b) = rest.split_once(char::is_whitespace)?;
                let (a, b) = (number(a)?, number(b)?);
                if word == "normal" { Self::Normal(a, b) } else { Self::Lognormal(a, b) }
            }
            "" | "p5" | "p10" => {
                // "0...5" is a slip of the hand, not 0 to 0.5.
                let parts = rest.split("..").map(|part| if part.starts_with('.') { None } else { number(part) });
                let parts = parts.collect::<Option<Vec<f64>>>()?;
                match (word, parts.as_slice()) {
                    ("", [low, high]) => Self::Alike(*low, *high),
                    ("", [low, central, high]) => Self::Likely(*low, *central, *high),
                    ("p5", [low, high]) => Self::P5P95(*low, *high),
                    ("p10", [low, high]) => Self::P10P90(*low, *high),
                    _ => return None,
                }
            }
            _ => return None,
        };
        spread.makes_sense().then_some(spread)
    }

    /// Whether the numbers are finite and in order.
    #[must_use]
    pub fn makes_sense(self) -> bool {
        let finite = self.numbers().into_iter().flatten().all(f64::is_finite);
        finite
            && match self {
                Self::Alike(low, high) | Self::P5P95(low, high) | Self::P10P90(low, high) => low < high,
                Self::Likely(low, central, high) => low <= central && central <= high && low < high,
                Self::Normal(_, deviation) => deviation > 0.0,
                Self::Lognormal(median, sigma) => median > 0.0 && sigma > 0.0,
            }
    }

    /// The numbers as written.
    fn numbers(self) -> [Option<f64>; 3] {
        match self {
            Self::Alike(a, b) | Self::P5P95(a, b) | Self::P10P90(a, b) | Self::Normal(a, b) | Self::Lognormal(a, b) => {
                [Some(a), Some(b), None]
            }
            Self::Likely(a, b, c) => [Some(a), Some(b), Some(c)],
        }
    }

    /// The numbers that are values of the input, which a limit of the input concerns.
    pub(crate) fn values(self) -> impl Iterator<Item = f64> {
        let spread = matches!(self, Self::Normal(..) | Self::Lognormal(..));
        self.numbers().into_iter().take(if spread { 1 } else { 3 }).flatten()
    }

    /// The distribution that is meant.
    #[must_use]
    pub fn distribution(self) -> Distribution {
        match self {
            Self::Alike(low, high) => Distribution::Uniform { low, high },
            Self::Likely(low, central, high) => Distribution::Pert { low, central, high },
            Self::P5P95(low, high) => Distribution::p5_p95(low, high),
            Self::P10P90(low, high) => Distribution::p10_p90(low, high),
            Self::Normal(mean, deviation) => Distribution::Normal { mean, deviation },
            Self::Lognormal(median, sigma) => Distribution::Lognormal { median, sigma },
        }
    }

    /// Whether no value lies beyond the two ends.
    #[must_use]
    pub fn has_ends(self) -> bool {
        matches!(self, Self::Alike(..) | Self::Likely(..))
    }

    /// The two ends as written; the 5th and the 95th percentile of a distribution that is not written by its ends.
    #[must_use]
    pub fn ends(self) -> (f64, f64) {
        match self {
            Self::Alike(low, high) | Self::Likely(low, _, high) | Self::P5P95(low, high) | Self::P10P90(low, high) => {
                (low, high)
            }
            Self::Normal(mean, deviation) => (mean - P95 * deviation, mean + P95 * deviation),
            Self::Lognormal(median, sigma) => (median * libm::exp(-P95 * sigma), median * libm::exp(P95 * sigma)),
        }
    }

    /// The same in another unit, of which `factor` make one.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        match self {
            Self::Alike(a, b) => Self::Alike(a * factor, b * factor),
            Self::Likely(a, b, c) => Self::Likely(a * factor, b * factor, c * factor),
            Self::P5P95(a, b) => Self::P5P95(a * factor, b * factor),
            Self::P10P90(a, b) => Self::P10P90(a * factor, b * factor),
            Self::Normal(a, b) => Self::Normal(a * factor, b * factor),
            // The logarithm's deviation has no unit.
            Self::Lognormal(a, b) => Self::Lognormal(a * factor, b),
        }
    }

    /// The text, its numbers written by `number`.
    #[must_use]
    pub fn written(self, number: impl Fn(f64) -> String) -> String {
        match self {
            Self::Alike(a, b) => format!("{}..{}", number(a), number(b)),
            Self::Likely(a, b, c) => format!("{}..{}..{}", number(a), number(b), number(c)),
            Self::P5P95(a, b) => format!("p5 {}..{}", number(a), number(b)),
            Self::P10P90(a, b) => format!("p10 {}..{}", number(a), number(b)),
            Self::Normal(a, b) => format!("normal {} {}", number(a), number(b)),
            Self::Lognormal(a, b) => format!("lognormal {} {b}", number(a)),
        }
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written(|x| x.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Spread> {
        Spread::read(text, |t| t.trim().parse().ok())
    }

    #[test]
    fn what_is_written_is_read_again() {
        for text in ["2..4", "2..2.5..4", "p5 60..140", "p10 -0.1..0.3", "normal 100 20", "lognormal 92 0.26", "-3..-1"]
        {
            let spread = read(text);
            assert_eq!(spread.map(|s| s.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_out_of_order_or_no_spread_is_refused() {
        for text in [
            "4..2",
            "2..2",
            "2..5..4",
            "p5 9..1",
            "normal 1 0",
            "lognormal -1 1",
            "2..inf",
            "..",
            "2..",
            "p50 1..2",
            "a 1 2",
            "normal 1",
            "1..2..3..4",
            "0...5",
            "NaN..2",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
