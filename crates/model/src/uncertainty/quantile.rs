//! Quantiles of draws, with the error that the drawing itself leaves.

use super::points::CHUNK;
use crate::sort;

/// The order statistic of rank ⌊p·(n−1)⌋, counted from 0, and its standard error.
///
/// The error is measured: each chunk of [`CHUNK`] draws gives an answer of its own, and the answers differ by so much.
/// Draws that are no numbers do not count. `draws` are put into another order within their chunks, no further.
#[must_use]
pub fn quantile(draws: &mut [f64], p: f64) -> (f64, f64) {
    let each: Vec<f64> = draws.chunks_mut(CHUNK).filter_map(|chunk| select(chunk, p)).collect();
    let value = select(&mut draws.to_vec(), p).unwrap_or(f64::NAN);
    (value, standard_error(&each))
}

/// The mean and its standard error, by the same measure. Chunks are added in their order.
#[must_use]
pub fn mean(draws: &[f64]) -> (f64, f64) {
    let each: Vec<f64> = draws.chunks(CHUNK).map(average).collect();
    (average(&each), standard_error(&each))
}

/// How far the mean of independent answers is from the truth, by their spread.
#[must_use]
pub fn standard_error(answers: &[f64]) -> f64 {
    if answers.len() < 2 {
        return f64::NAN;
    }
    let middle = average(answers);
    let squares: f64 = answers.iter().map(|a| (a - middle) * (a - middle)).sum();
    #[allow(clippy::cast_precision_loss)] // some hundred
    let n = answers.len() as f64;
    (squares / (n - 1.0) / n).sqrt()
}

#[allow(clippy::cast_precision_loss)] // a quarter of a million
fn average(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn select(values: &mut [f64], p: f64) -> Option<f64> {
    // What is no number goes to the end.
    values.iter_mut().filter(|v| v.is_nan()).for_each(|v| *v = f64::NAN);
    let count = values.iter().filter(|v| !v.is_nan()).count();
    if count == 0 {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // within the list
    let rank = (p * (count - 1) as f64) as usize;
    Some(sort::nth(values, rank))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_are_those_of_the_sorted_list() {
        let mut draws: Vec<f64> = (0..1000).rev().map(f64::from).collect();
        assert_eq!(quantile(&mut draws, 0.05).0, 49.0);
        assert_eq!(quantile(&mut draws, 0.5).0, 499.0);
        assert_eq!(quantile(&mut draws, 0.95).0, 949.0);
        let mut holes = vec![1.0, f64::NAN, 3.0, -f64::NAN, 2.0];
        assert_eq!(quantile(&mut holes, 1.0).0, 3.0);
    }

    #[test]
    fn the_mean_of_equal_chunks_is_the_mean_of_all() {
        let draws: Vec<f64> = (0..4 * CHUNK).map(|i| f64::from(u32::try_from(i % 7).unwrap_or(0))).collect();
        let all = draws.iter().sum::<f64>() / f64::from(u32::try_from(draws.len()).unwrap_or(1));
        assert!((mean(&draws).0 - all).abs() < 1e-12);
    }
}
