//! No figure hides in the code: formulas hold no numbers, every parameter reaches an answer, every default has a source.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use lodestone_model::data::{ALLOYS, Grade, PARAMETERS, POINTS, SOURCES};
use lodestone_model::demand::Application;
use lodestone_model::inputs::{Buyer, Drive, Importer, Inputs, MagnetBy, Param, assign};
use lodestone_model::outputs::{self, Output, Shared};
use lodestone_model::report::{Product, Report, View};

const FORMULAS: [&str; 19] = [
    "cost.rs",
    "product.rs",
    "shocks/mod.rs",
    "shocks/market.rs",
    "supply/mod.rs",
    "supply/outage.rs",
    "balance/mod.rs",
    "demand/mod.rs",
    "demand/applications.rs",
    "demand/tracks.rs",
    "outputs/mod.rs",
    "outputs/evaluator.rs",
    "history.rs",
    "identities.rs",
    "why.rs",
    "report/mod.rs",
    "report/product.rs",
    "report/supply_side.rs",
    "report/year.rs",
];

/// Numbers of mathematics and of units: nothing, the whole, kilograms in a tonne.
const ALLOWED: [&str; 3] = ["0.0", "1.0", "1000.0"];

/// Numbers that one file may hold in one line, and why: units and spacing, no figures.
const ALLOWED_HERE: [(&str, &str, &str); 4] = [
    // Percent in a whole.
    ("supply/mod.rs", "const PERCENT: f64 = 100.0;", "100.0"),
    // Months in a year.
    ("supply/outage.rs", "const YEAR: f64 = 12.0;", "12.0"),
    // How far rounding may lead two ways apart.
    ("identities.rs", "pub const TOLERANCE: f64 = 1e-12;", "1e-12"),
    // The first point of a curve whose end is not possible itself.
    ("report/product.rs", "{ to / 100.0 } else { from }", "100.0"),
];

/// The float literals of a line of code, comments left out: `1.5`, `2.`, `1e9`, `3f64`.
fn floats(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap();
    let mut found = Vec::new();
    let mut before = ' ';
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        // `.0` of a tuple and the digits of a name or of a range are none.
        if !c.is_ascii_digit() || before.is_alphanumeric() || before == '_' || before == '.' {
            before = c;
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let mut end = 0;
        let mut exponent = false;
        for (i, d) in rest.char_indices() {
            let next = rest[i + 1..].chars().next().unwrap_or(' ');
            let point = d == '.' && !(next.is_alphabetic() || next == '.' || next == '_');
            let sign = "+-".contains(d) && exponent;
            if !(d.is_ascii_alphanumeric() || d == '_' || point || sign) {
                break;
            }
            exponent = d == 'e' || d == 'E';
            end = i + 1;
        }
        let literal = rest[..end].to_owned();
        if literal.contains(['.', 'e', 'E']) || literal.contains("f64") || literal.contains("f32") {
            found.push(literal);
        }
        before = '0';
        rest = &rest[end..];
    }
    found
}

#[test]
fn no_formula_holds_a_number_of_its_own() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut hidden = Vec::new();
    for file in FORMULAS {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        // Tests of a file's own work examples out, which need numbers.
        let formulas = text.split("#[cfg(test)]").next().unwrap();
        for (i, line) in formulas.lines().enumerate() {
            let here = |n: &str| ALLOWED_HERE.iter().any(|(f, part, m)| (*f, *m) == (file, n) && line.contains(part));
            let numbers = floats(line).into_iter().map(|n| n.trim_end_matches("_f64").to_owned());
            let numbers = numbers.filter(|n| !ALLOWED.contains(&n.as_str()) && !here(n));
            hidden.extend(numbers.map(|n| format!("{file}:{}: {n} in `{}`", i + 1, line.trim())));
        }
    }
    assert!(hidden.is_empty(), "a number belongs to static-data:\n{}", hidden.join("\n"));
}

#[test]
fn the_search_for_numbers_finds_them_in_code_and_not_in_comments() {
    let found = |line: &str| floats(line).join(" ");
    assert_eq!(found("let price = 1.25 * oxide + 7.1e3; // and 3.5"), "1.25 7.1e3");
    assert_eq!(found("x.powf(2.) + 1e-9 + 3f64 + 2_000.5 + 1_f64"), "2. 1e-9 3f64 2_000.5 1_f64");
    assert_eq!(found("/// 50 kW at 0.04 kg"), "");
    assert_eq!(found("pair.0.1 + list[1] + at(c).0 + (0..41) + 2.max(3) + w1.0"), "");
    assert_eq!(found("1.0 / utilisation.share()"), "1.0");
}

/// Years of the answers: one without a published balance and one with.
const YEARS: [i32; 2] = [2025, 2026];

/// Everything that answers: costs before and after, in five currencies, shares, masses, tonnes, every single output.
fn answers(inputs: &Inputs, view: View, shared: &Shared) -> Vec<Option<u64>> {
    let report = Report::new(inputs, view);
    let product = |p: &Product| {
        let mut all: Vec<f64> = p.before.iter().chain(&p.after).map(|r| r.central).collect();
        all.extend(p.currencies.iter().flat_map(|c| [c.before.central, c.after.central, c.rate.0, c.rate.1]));
        all.extend(p.share_of_product.iter().flat_map(|(before, after)| [before.central, after.central]));
        all.extend([p.magnet_kg.central, p.gross_factor.central, p.difference_gross.central]);
        all
    };
    let y = &report.year;
    let metals = y.contained.iter().chain(&y.gross).map(|r| r.central);
    let rest = y.other_uses.map_or(0.0, |r| r.central);
    let year = [y.magnet.central, y.ndpr_oxide.central, rest].into_iter().chain(metals);
    let all = product(&report.motor).into_iter().chain(product(&report.wind)).chain(year);
    let outputs = YEARS.into_iter().flat_map(|year| {
        let range = move |o: &Output| outputs::range(inputs, shared, year, *o).map(|r| r.central.to_bits());
        Output::ALL.iter().map(range)
    });
    all.map(|x| Some(x.to_bits())).chain(outputs).collect()
}

/// Every combination of choices that decide which parameters are read, in a year within all series of yearly units and
/// in one beyond some, with nothing left empty but growth and some terbium in every magnet.
fn combinations() -> Vec<(Inputs, View)> {
    let years = [2026, 2030];
    let mut full = Inputs::default();
    for terbium in [Param::EvWTb, Param::WindWTb] {
        full.set(terbium, terbium.spec().slider.1 / 2.0).unwrap();
    }
    for application in Application::ALL {
        if let Some(mass) = application.mass().filter(|m| !m.spec().set) {
            full.set(mass, mass.spec().slider.1 / 2.0).unwrap();
        }
        if !application.is_modelled() {
            for year in years {
                full.set_units(application, year, Some(1_000.0)).unwrap();
            }
        }
    }
    for year in years {
        full.set_units(Application::Steering, year, Some(1_000_000.0)).unwrap();
    }
    let mut all = Vec::new();
    for buyer in Buyer::ALL {
        for drive in Drive::ALL {
            for (magnet_by, year) in MagnetBy::ALL.iter().zip(years) {
                let mut inputs = full.clone();
                (inputs.choices.buyer, inputs.choices.drive, inputs.choices.magnet_by) = (*buyer, *drive, *magnet_by);
                all.push((inputs, View { year, ..View::default() }));
            }
        }
    }
    // What is read only while something else is so: an outage, a shock that is about to arrive, each importer's bill.
    for importer in Importer::ALL {
        let mut inputs = full.clone();
        inputs.choices.importer = *importer;
        inputs.set(Param::OutageShare, 0.3).unwrap();
        inputs.set(Param::Collection, 0.5).unwrap();
        // The smallest step up takes the one over the other.
        let (lag, month) = if *importer == Importer::Japan { (6.01, 6.0) } else { (6.0, 6.0) };
        inputs.set(Param::ShockLag, lag).unwrap();
        inputs.set(Param::ShockMonth, month).unwrap();
        all.push((inputs, View::default()));
    }
    all
}

/// `inputs` with `param` at a slightly different value.
fn perturbed(inputs: &Inputs, param: Param) -> Inputs {
    let mut changed = inputs.clone();
    let now = inputs.get(param).unwrap_or(param.spec().slider.1 / 2.0);
    if changed.set(param, now * 1.01 + 0.001).is_err() {
        changed.set(param, now * 0.99).unwrap();
    }
    assert_ne!(changed.get(param), inputs.get(param), "{}", param.key());
    changed
}

#[test]
fn every_answer_depends_only_on_listed_parameters() {
    let shared = Shared::default();
    let base = |(i, view): (Inputs, View)| (answers(&i, view, &shared), i, view);
    let bases: Vec<_> = combinations().into_iter().map(base).collect();
    let sections = ["ev", "wind", "market", "process", "chemistry", "shock", "demand", "supply", "balance", "bill"];
    let mut dead = Vec::new();
    // Rank correlations move ranges, not answers: `tests/uncertainty.rs` sees that each does.
    for param in Param::ALL.into_iter().filter(|p| p.spec().section != "uncertainty") {
        let section = param.spec().section;
        assert!(sections.contains(&section), "{section}");
        for (i, (before, base, view)) in bases.iter().enumerate() {
            let mut inputs = perturbed(base, param);
            let reached = answers(&inputs, *view, &shared) != *before;
            match base.get(param).filter(|_| base.is_set(param)) {
                Some(value) => inputs.set(param, value).unwrap(),
                None => inputs.reset(param),
            }
            assert_eq!(&inputs, base);
            if reached {
                assert_eq!(&answers(&inputs, *view, &shared), before, "{} leaves a trace", param.key());
                break;
            }
            if i + 1 == bases.len() {
                dead.push(param.key());
            }
        }
    }
    assert!(dead.is_empty(), "no answer depends on {dead:?}");
}

#[test]
fn every_choice_changes_some_answer() {
    let shared = Shared::default();
    let mut base = Inputs::default();
    for (param, value) in [
        (Param::OutageShare, 0.5),
        (Param::OutageMonths, 6.0),
        (Param::ShockPriceRel, 0.5),
        (Param::EvWTb, 0.005),
        (Param::EvWPr, 0.02),
    ] {
        base.set(param, value).unwrap();
    }
    let view = View::default();
    let before = answers(&base, view, &shared);
    let mut dead = Vec::new();
    for (key, variants, default) in assign::choices() {
        for variant in variants.into_iter().filter(|v| *v != default) {
            let mut inputs = base.clone();
            inputs.assign(key, variant).unwrap();
            if answers(&inputs, view, &shared) == before {
                dead.push(format!("{key}={variant}"));
            }
        }
    }
    // The newest edition is the one of 2026. A country whose share no source gives cannot be missed.
    dead.retain(|d| d != "edition=usgs-2026" && !d.starts_with("outage-country="));
    assert!(dead.is_empty(), "no answer depends on {dead:?}");
}

#[test]
fn every_default_set_by_hand_gives_the_answers_of_the_untouched_inputs() {
    let mut by_hand = Inputs::default();
    for param in Param::ALL.into_iter().filter(|p| p.spec().set) {
        by_hand.set(param, param.spec().central).unwrap();
        assert!(by_hand.is_set(param));
    }
    let (view, shared) = (View::default(), Shared::default());
    assert_eq!(answers(&by_hand, view, &shared), answers(&Inputs::default(), view, &shared));
}

#[test]
fn every_parameter_cites_a_source_that_can_be_looked_up() {
    for parameter in &PARAMETERS {
        assert!(!parameter.sources.is_empty(), "{} has no source", parameter.key);
        assert!(!parameter.date.is_empty() && !parameter.section.is_empty(), "{}", parameter.key);
    }
    for parameter in &PARAMETERS {
        // What nobody measured is called an assumption, and only that.
        let own = &SOURCES[parameter.sources[0]];
        let assumed = (parameter.grade == Grade::Assumption, own.grade == Grade::Assumption);
        assert_eq!(
            assumed.0, assumed.1,
            "{} is graded {:?}, its source {:?}",
            parameter.key, parameter.grade, own.grade
        );
    }
    let cited = PARAMETERS.iter().map(|p| (p.key, p.sources));
    let cited = cited.chain(ALLOYS.iter().map(|a| (a.key, a.sources)));
    let cited = cited.chain(POINTS.iter().map(|p| (p.series.key(), p.sources)));
    for (key, sources) in cited {
        assert!(!sources.is_empty(), "{key} has no source");
        for source in sources.iter().map(|i| &SOURCES[*i]) {
            for cell in [source.id, source.publisher, source.title, source.date, source.locator, source.edition] {
                assert!(!cell.trim().is_empty(), "{key}: {source:?}");
            }
        }
    }
}
