//! The ticks of an axis: round numbers with their text. Not here: where they stand ([`crate::chart::layout`]).

use super::{BETWEEN, DIGITS, myriads, rounded};
use crate::text::Lang;

/// Round numbers for an axis that need not begin at 0.
#[must_use]
pub fn ticks_between(lang: Lang, from: f64, to: f64, most: u32) -> Vec<(f64, String)> {
    let span = steps(0.0, to - from, most);
    let step = span.get(1).copied().unwrap_or_default();
    if step <= 0.0 {
        return Vec::new();
    }
    let first = (from / step).ceil();
    let at = (0..=most).map(|i| (first + f64::from(i)) * step).filter(|t| *t <= to);
    // Rounding leaves a trace of zero.
    along(lang, at.map(|t| if t.abs() < step * 1e-9 { 0.0 } else { t }).collect(), 5)
}

/// Round numbers for an axis from 0 (or `low`, where that is negative) to `high`: at most `most` steps.
#[must_use]
pub fn ticks(lang: Lang, low: f64, high: f64, most: u32) -> Vec<(f64, String)> {
    along(lang, steps(low, high, most), DIGITS)
}

/// The ticks of an axis with their text, all in one unit.
fn along(lang: Lang, at: Vec<f64>, digits: usize) -> Vec<(f64, String)> {
    let plain: Vec<String> = at.iter().map(|t| rounded(*t, digits)).collect();
    let texts = myriads::along(lang, &plain.join(BETWEEN));
    at.into_iter().zip(texts.split(BETWEEN).map(str::to_owned)).collect()
}

fn steps(low: f64, high: f64, most: u32) -> Vec<f64> {
    let low = low.min(0.0);
    let span = high - low;
    if !(span.is_finite() && span > 0.0) {
        return vec![0.0];
    }
    let mut step = 1.0;
    while step * f64::from(most) < span {
        step *= 10.0;
    }
    while step * f64::from(most) / 10.0 >= span {
        step /= 10.0;
    }
    for smaller in [0.2, 0.25, 0.5] {
        if step * smaller * f64::from(most) >= span {
            step *= smaller;
            break;
        }
    }
    let first = (low / step).ceil();
    (0..=most).map(|i| (first + f64::from(i)) * step).filter(|t| *t <= high * 1.000_001).collect()
}

/// Round numbers for an axis that goes by factors, from `low` to `high`: 1, 2, 5 of every power of ten.
#[must_use]
pub fn ticks_by_factors(lang: Lang, low: f64, high: f64) -> Vec<(f64, String)> {
    if !(low > 0.0 && low <= high && high.is_finite()) {
        return Vec::new();
    }
    let mut power = 1.0;
    while power > low {
        power /= 10.0;
    }
    while power * 10.0 <= low {
        power *= 10.0;
    }
    let mut found = Vec::new();
    while power <= high {
        found.extend([1.0, 2.0, 5.0].map(|step| step * power).into_iter().filter(|t| (low..=high).contains(t)));
        power *= 10.0;
    }
    along(lang, found, DIGITS)
}
