//! The standard normal distribution: its probability and its quantile.

use special::Error;

/// Φ(z): the probability of a value below `z`. Φ(0) = 0.5, Φ(1.645) ≈ 0.95.
#[must_use]
pub fn below(z: f64) -> f64 {
    0.5 * libm::erfc(-z * core::f64::consts::FRAC_1_SQRT_2)
}

/// Φ⁻¹(u): the value with the probability `u`, 0 < u < 1, below it.
#[must_use]
pub fn quantile(u: f64) -> f64 {
    (2.0 * u - 1.0).inv_error() * core::f64::consts::SQRT_2
}

/// φ(z): the density.
#[must_use]
pub fn density(z: f64) -> f64 {
    const ONE_OVER_SQRT_TAU: f64 = 0.398_942_280_401_432_7;
    ONE_OVER_SQRT_TAU * libm::exp(-0.5 * z * z)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantile_and_probability_undo_each_other() {
        for i in 1..1000 {
            let u = f64::from(i) / 1000.0;
            assert!((below(quantile(u)) - u).abs() < 1e-13, "{u}");
        }
        assert!((quantile(0.95) - 1.644_853_626_951_472_2).abs() < 1e-12);
        for u in [1e-9, 1e-6, 1e-3] {
            assert!((below(quantile(u)) / u - 1.0).abs() < 1e-6, "{u}");
        }
    }
}
