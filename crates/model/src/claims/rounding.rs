//! How far a printed number may be from what was meant.

/// Units of what is counted one by one.
const COUNTED: [&str; 10] = [
    "year",
    "rank",
    "dimensionless",
    "atoms/formula",
    "elements",
    "materials",
    "projects",
    "month_of_year",
    "electrons",
    "layers",
];
/// Half of the last digit that was printed: 69.1 stands for 69.05 to 69.15.
///
/// Of a whole number that ends in zeros at least two digits count: 390,000 stands for 385,000 to 395,000. A single digit
/// is a count and exact (3 MW, 2 kg), but for a percentage; so are years, ranks and whatever else is counted.
#[must_use]
pub(super) fn rounding(number: f64, unit: &str) -> f64 {
    let text = format!("{}", number.abs());
    let counted = COUNTED.contains(&unit) || text.len() == 1 && !unit.starts_with("percent");
    if counted {
        return 0.0;
    }
    let place = match text.split_once('.') {
        Some((_, decimals)) => -(decimals.len() as i32),
        None => {
            let zeros = text.len() - text.trim_end_matches('0').len();
            // Amounts of money are often given in hundreds of millions: 500,000,000 has one digit that counts.
            let least = if ["CNY", "USD", "AUD"].contains(&unit) { 1 } else { 2 };
            zeros.min(text.len().saturating_sub(least)) as i32
        }
    };
    0.5 * libm::pow(10.0, f64::from(place))
}

#[cfg(test)]
mod tests {
    use super::rounding;

    #[test]
    fn printed_digits_say_how_far_a_number_is_rounded() {
        let halves = [69.1, 69.0, 390_000.0, 1_000_000.0, 40.0, 7.0, 0.02, -1.24, 325_000.0].map(|x| rounding(x, "t"));
        assert_eq!(halves, [0.05, 0.5, 5_000.0, 50_000.0, 0.5, 0.0, 0.005, 0.005, 500.0]);
        assert_eq!([rounding(7.0, "percent"), rounding(500_000_000.0, "CNY")], [0.5, 50_000_000.0]);
    }
}
