//! Units as dimensions with a scale, so that the arithmetic of an audit is checked before it is compiled.
//!
//! Knows the units that the tables use; not a unit system for formulas, which have their own types in the engine.
//! Counts (vehicles, robots, layers) and shares have no dimension; the substance of a mass is not a dimension.

use std::collections::BTreeMap;

/// A unit taken apart: how much of the base units it is, and which.
#[derive(Debug, Clone, PartialEq)]
pub struct Dimension {
    /// One of this unit in base units: a tonne is 1000 kg, a percent 0.01.
    pub scale: f64,
    /// Powers of the base units; those of power zero are left out.
    powers: BTreeMap<&'static str, i32>,
}

impl Dimension {
    /// A plain number.
    #[must_use]
    pub fn none() -> Self {
        Self { scale: 1.0, powers: BTreeMap::new() }
    }

    /// Reads a unit such as `t/year`, `kg/MW`, `CNY per USD` or `kg oxide/kg metal`; `None` for one that is not known.
    #[must_use]
    pub fn read(unit: &str) -> Option<Self> {
        let unit = unit.replace(" per ", "/");
        let mut parts = unit.split('/');
        let mut read = Self::base(parts.next()?)?;
        for below in parts {
            read = read.over(&Self::base(below)?);
        }
        Some(read)
    }

    /// One name; what stands behind it (`t REO`, `percent of demand`) says of what, not how much.
    fn base(name: &str) -> Option<Self> {
        let (scale, base) = match name.split_whitespace().next()? {
            "kg" => (1.0, "kg"),
            "g" => (1e-3, "kg"),
            "t" => (1e3, "kg"),
            "year" => (1.0, "year"),
            "quarter" => (0.25, "year"),
            "month" => (1.0 / 12.0, "year"),
            "day" => (1.0 / 365.25, "year"),
            "MW" => (1.0, "MW"),
            "kW" => (1e-3, "MW"),
            "GW" => (1e3, "MW"),
            "m" => (1.0, "m"),
            "nm" => (1e-9, "m"),
            "degC" => (1.0, "degC"),
            "USD" => (1.0, "USD"),
            "CNY" => (1.0, "CNY"),
            "KRW" => (1.0, "KRW"),
            "EUR" => (1.0, "EUR"),
            "JPY" => (1.0, "JPY"),
            "AUD" => (1.0, "AUD"),
            "percent" | "percentage_point" => (0.01, ""),
            "unit" | "units" | "vehicle" | "vehicles" | "motor" | "turbine" | "actuators" | "atoms" | "formula"
            | "companies" | "materials" | "projects" | "elements" | "electrons" | "orbitals" | "layers" | "rank"
            | "ratio" | "share" | "change" | "factor" | "dimensionless" | "pH" | "grade_number" | "month_of_year" => {
                (1.0, "")
            }
            _ => return None,
        };
        let powers = if base.is_empty() { BTreeMap::new() } else { BTreeMap::from([(base, 1)]) };
        Some(Self { scale, powers })
    }

    /// The product of two.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        self.joined(other, 1)
    }

    /// The quotient of two.
    #[must_use]
    pub fn over(&self, other: &Self) -> Self {
        self.joined(other, -1)
    }

    fn joined(&self, other: &Self, sign: i32) -> Self {
        let mut powers = self.powers.clone();
        for (base, power) in &other.powers {
            *powers.entry(base).or_default() += sign * power;
        }
        powers.retain(|_, power| *power != 0);
        let scale = if sign > 0 { self.scale * other.scale } else { self.scale / other.scale };
        Self { scale, powers }
    }

    /// Whether both measure the same kind of thing, whatever their scales.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.powers == other.powers
    }
}

#[cfg(test)]
mod tests {
    use super::Dimension;

    fn unit(text: &str) -> Dimension {
        Dimension::read(text).unwrap()
    }

    #[test]
    fn tonnes_over_vehicles_are_kilograms() {
        let each = unit("t/year").over(&unit("vehicles/year"));
        assert!(each.is_like(&unit("kg/unit")));
        assert_eq!(each.scale, 1000.0);
    }

    #[test]
    fn currencies_and_masses_are_not_alike() {
        assert!(!unit("USD/kg").is_like(&unit("CNY/t")));
        assert!(unit("CNY/t").over(&unit("CNY per USD")).is_like(&unit("USD/kg")));
        assert!(!unit("kg").is_like(&unit("kg/MW")));
        assert!(unit("percent of demand").is_like(&unit("ratio")));
        assert_eq!(Dimension::read("furlong"), None);
    }
}
