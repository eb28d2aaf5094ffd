//! Magnet grades: remanence, coercivity, energy product and the temperature that each stands, as manufacturers list them.
//!
//! A grade says how strong a magnet is (the number, about its energy product in MGOe) and how hot it may get (the
//! letters, by coercivity). It does not say what the magnet is made of: compositions are in [`crate::data::ALLOYS`].

use crate::data::{COMPOSITION, CompositionRow};
use crate::sort;

/// A grade as one manufacturer lists it; a property that it does not list is `None`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MagnetGrade {
    /// Name, for example `N42` or `45H`.
    pub name: &'static str,
    /// Remanence in tesla, low and high.
    pub remanence: Option<(f64, f64)>,
    /// Least intrinsic coercivity in kA/m.
    pub coercivity: Option<f64>,
    /// Energy product in kJ/m³, low and high.
    pub energy_product: Option<(f64, f64)>,
    /// Highest operating temperature in °C.
    pub hottest: Option<f64>,
    /// Key of the source.
    pub source: &'static str,
}

/// All listed grades, in the order of the data.
#[must_use]
pub fn grades() -> Vec<MagnetGrade> {
    let mut names: Vec<&str> = Vec::new();
    for name in rows().filter_map(|r| r.item.strip_prefix("grade ")).filter(|n| !n.starts_with("family ")) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.into_iter().filter_map(grade).collect()
}

/// The grade called `name`; `None` for one that no source lists.
#[must_use]
pub fn grade(name: &str) -> Option<MagnetGrade> {
    let own = |property: &'static str| {
        rows().find(move |r| r.item.strip_prefix("grade ") == Some(name) && r.property == property)
    };
    let range = |property| own(property).and_then(|r| Some((r.low?, r.high?)));
    let any = rows().find(|r| r.item.strip_prefix("grade ") == Some(name))?;
    Some(MagnetGrade {
        name: any.item.strip_prefix("grade ")?,
        remanence: range("remanence Br"),
        coercivity: own("intrinsic coercivity Hcj").and_then(|r| r.low),
        energy_product: range("BHmax"),
        hottest: own("max operating temperature").and_then(|r| r.high),
        source: any.source_id,
    })
}

/// Families by coercivity with the highest temperature in °C that each stands, coolest first: N, M, H, SH, UH, EH.
#[must_use]
pub fn families() -> Vec<(&'static str, f64)> {
    let mut families: Vec<_> = rows()
        .filter(|r| r.property == "max operating temperature")
        .filter_map(|r| Some((r.item.strip_prefix("grade family ")?, r.central?)))
        .collect();
    sort::by(&mut families, |a, b| a.1.total_cmp(&b.1));
    families
}

/// The least family that stands `celsius`; `None` where even the last does not. A motor at 150 °C needs SH.
#[must_use]
pub fn family_for(celsius: f64) -> Option<&'static str> {
    families().into_iter().find(|(_, hottest)| *hottest >= celsius).map(|(name, _)| name)
}

fn rows() -> impl Iterator<Item = &'static CompositionRow> {
    COMPOSITION.iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hotter_magnet_needs_a_family_of_higher_coercivity() {
        let needed = [20.0, 80.0, 80.1, 150.0, 200.0, 201.0].map(family_for);
        assert_eq!(needed, [Some("N"), Some("N"), Some("M"), Some("SH"), Some("EH"), None]);
    }

    #[test]
    fn a_grade_has_the_properties_of_its_source_and_ranges_in_order() {
        let n56 = grade("N56").unwrap();
        assert_eq!((n56.remanence, n56.coercivity), (Some((1.46, 1.50)), Some(876.0)));
        assert_eq!((n56.energy_product, n56.hottest), (Some((406.0, 446.0)), Some(80.0)));
        assert_eq!(grade("N99"), None);
        let all = grades();
        assert!(all.len() > 20, "{}", all.len());
        assert!(all.iter().all(|g| g.remanence.is_none_or(|(low, high)| low <= high)));
    }
}
