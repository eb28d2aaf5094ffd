//! The value of one operand at which a rule gives a wanted figure.

/// A zero of `f` near `start`: first along multiples of it, then along multiples of one plus it.
pub(super) fn root(f: impl Fn(f64) -> f64, start: f64) -> Option<f64> {
    let scaled = |k: i32| start * libm::pow(10.0, f64::from(k) * 0.1);
    let grown = |k: i32| (1.0 + start) * libm::pow(10.0, f64::from(k) * 0.05) - 1.0;
    let along = |at: &dyn Fn(i32) -> f64| {
        let between = |(a, b): (i32, i32)| bisect(&f, at(a), at(b));
        (0..60).flat_map(|k| [(k, k + 1), (-k - 1, -k)]).find_map(between)
    };
    if start == 0.0 { along(&grown) } else { along(&scaled).or_else(|| along(&grown)) }
}

fn bisect(f: impl Fn(f64) -> f64, mut a: f64, mut b: f64) -> Option<f64> {
    let (mut left, right) = (f(a), f(b));
    if !left.is_finite() || !right.is_finite() || left * right > 0.0 {
        return None;
    }
    for _ in 0..100 {
        let middle = f64::midpoint(a, b);
        let here = f(middle);
        if left * here <= 0.0 {
            b = middle;
        } else {
            (a, left) = (middle, here);
        }
    }
    Some(f64::midpoint(a, b))
}

#[cfg(test)]
mod tests {
    use super::{bisect, root};

    #[test]
    fn a_root_is_found_by_scale_and_by_growth() {
        let near = |a: Option<f64>, b: f64| a.is_some_and(|a| (a - b).abs() < 1e-9 * b.abs().max(1.0));
        assert!(near(root(|x| x * 3.0 - 300.0, 1.0), 100.0));
        assert!(near(root(|x| (1.0 + x) * 4.0 - 3.0, 0.1), -0.25));
        assert!(near(root(|x| x - 0.5, 0.0), 0.5));
        assert_eq!(root(|_| 1.0, 1.0), None);
        assert_eq!(bisect(|x| x - 9.0, 0.0, 1.0), None);
    }
}
