//! Units of the tables as readers write them: `t/year` is 톤/년.

use crate::format;
use crate::text::{Lang, derivation as words};

/// A unit in the reader's language; one that has no word stays as it is.
#[must_use]
pub fn unit(lang: Lang, unit: &str) -> String {
    // A time that something takes is counted, a time by which something is divided is named.
    match unit {
        "year" => return words::unit_years_of(lang).to_owned(),
        "month" => return words::unit_months_of(lang).to_owned(),
        _ => {}
    }
    let unit = unit.replace(" per ", "/");
    unit.split('/').map(|name| one(lang, name)).collect::<Vec<_>>().join("/")
}

fn one(lang: Lang, name: &str) -> &str {
    match name {
        "t" => words::unit_t(lang),
        "kg" => words::unit_kg(lang),
        "g" => words::unit_g(lang),
        "USD" => words::unit_usd(lang),
        "CNY" => words::unit_cny(lang),
        "AUD" => words::unit_aud(lang),
        "KRW" => words::unit_krw(lang),
        "EUR" => words::unit_eur(lang),
        "JPY" => words::unit_jpy(lang),
        "year" => words::unit_year(lang),
        "month" => words::unit_month(lang),
        "quarter" => words::unit_quarter(lang),
        "day" => words::unit_day(lang),
        "unit" => words::unit_unit(lang),
        "units" => words::unit_units(lang),
        "vehicles" => words::unit_vehicles(lang),
        "MW" => words::unit_mw(lang),
        "kW" => words::unit_kw(lang),
        "GW" => words::unit_gw(lang),
        "m" => words::unit_m(lang),
        "nm" => words::unit_nm(lang),
        "degC" => words::unit_degc(lang),
        "companies" => words::unit_companies(lang),
        "materials" => words::unit_materials(lang),
        "projects" => words::unit_projects(lang),
        "elements" => words::unit_elements(lang),
        "electrons" => words::unit_electrons(lang),
        "orbitals" => words::unit_orbitals(lang),
        "layers" => words::unit_layers(lang),
        "actuators" => words::unit_actuators(lang),
        "atoms" => words::unit_atoms(lang),
        "formula" => words::unit_formula(lang),
        "percentage_point" => words::unit_percentage_point(lang),
        "vehicle" => words::unit_vehicle(lang),
        "kg oxide" => words::unit_kg_oxide(lang),
        "kg metal" => words::unit_kg_metal(lang),
        "t REO" => words::unit_t_reo(lang),
        "motor" => words::unit_motor(lang),
        "turbine" => words::unit_turbine(lang),
        other => other,
    }
}

/// A figure with its unit, and the two ends of its range without, all counted alike.
#[must_use]
pub fn with_range(lang: Lang, numbers: [&str; 3], unit: &str) -> [String; 3] {
    if unit == "year" {
        return numbers.map(|number| with_unit(lang, number, unit));
    }
    let together = with_unit(lang, &[numbers[1], numbers[2], numbers[0]].join("\n"), unit);
    let mut texts = together.split('\n').map(str::to_owned);
    let mut next = || texts.next().unwrap_or_default();
    let [low, high, middle] = [next(), next(), next()];
    [middle, low, high]
}

/// A number with the unit as readers write it.
#[must_use]
pub fn with_unit(lang: Lang, number: &str, unit: &str) -> String {
    match unit {
        "percent" => format!("{number}%"),
        // The name of a year is no count of years.
        "year" if number.replace(',', "").len() == 4 => number.replace(',', ""),
        "dimensionless" | "ratio" | "rank" | "pH" | "grade_number" | "month_of_year" | "share" | "change" => {
            number.to_owned()
        }
        _ => {
            let word = self::unit(lang, unit);
            // Chinese and Korean counters stand at the number, which is counted; letters keep a space.
            let letters = word.starts_with(|c: char| c.is_ascii());
            if letters || lang == Lang::En {
                format!("{number} {word}")
            } else if unit.starts_with("kg") {
                format!("{number}{word}")
            } else {
                format!("{}{word}", format::before_unit(lang, &format::counted(lang, number)))
            }
        }
    }
}
