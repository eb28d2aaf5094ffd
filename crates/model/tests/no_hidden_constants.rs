//! No figure hides in the code: formulas hold no numbers, every parameter reaches an answer, every default has a source.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use lodestone_model::data::{ALLOYS, Grade, PARAMETERS, POINTS, SOURCES};
use lodestone_model::demand::Application;
use lodestone_model::inputs::{Buyer, Drive, Inputs, MagnetBy, Param};
use lodestone_model::report::{Product, Report, View};

const FORMULAS: [&str; 8] = [
    "cost.rs",
    "shocks.rs",
    "demand/mod.rs",
    "demand/applications.rs",
    "demand/tracks.rs",
    "report/mod.rs",
    "report/product.rs",
    "report/year.rs",
];

/// Numbers of mathematics and of units: nothing, the whole, kilograms in a tonne.
const ALLOWED: [&str; 3] = ["0.0", "1.0", "1000.0"];

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
        for (i, line) in text.lines().enumerate() {
            // The first point of a curve whose end is not possible itself.
            let spacing = file == "report/product.rs" && line.contains("{ to / 100.0 } else { from }");
            let numbers = floats(line).into_iter().filter(|n| !ALLOWED.contains(&n.as_str()));
            let numbers = numbers.filter(|n| !(spacing && n == "100.0"));
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

/// Everything that answers: costs before and after, in five currencies, shares, masses, tonnes.
fn answers(report: &Report) -> Vec<u64> {
    let product = |p: &Product| {
        let mut all: Vec<f64> = p.before.iter().chain(&p.after).map(|r| r.central).collect();
        all.extend(p.currencies.iter().flat_map(|c| [c.before.central, c.after.central, c.rate.0, c.rate.1]));
        all.extend(p.share_of_product.iter().flat_map(|(before, after)| [before.central, after.central]));
        all.extend([p.magnet_mass.central.kg(), p.gross_factor.central, p.difference_gross.central]);
        all
    };
    let y = &report.year;
    let metals = y.contained.iter().chain(&y.gross).map(|r| r.central);
    let rest = y.other_uses.map_or(0.0, |r| r.central);
    let year = [y.magnet.central, y.ndpr_oxide.central, rest].into_iter().chain(metals);
    let all = product(&report.motor).into_iter().chain(product(&report.wind)).chain(year);
    all.map(f64::to_bits).collect()
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
    let bases: Vec<_> = combinations().into_iter().map(|(i, view)| (Report::new(&i, view), i, view)).collect();
    let mut dead = Vec::new();
    for param in Param::ALL {
        let section = param.spec().section;
        assert!(["ev", "wind", "market", "process", "chemistry", "shock", "demand"].contains(&section), "{section}");
        let mut reached = false;
        for (before, base, view) in &bases {
            let mut inputs = perturbed(base, param);
            reached |= answers(&Report::new(&inputs, *view)) != answers(before);
            match base.get(param).filter(|_| base.is_set(param)) {
                Some(value) => inputs.set(param, value).unwrap(),
                None => inputs.reset(param),
            }
            assert_eq!(&inputs, base);
            assert_eq!(&Report::new(&inputs, *view), before, "{} leaves a trace", param.key());
        }
        if !reached {
            dead.push(param.key());
        }
    }
    assert!(dead.is_empty(), "no answer depends on {dead:?}");
}

#[test]
fn every_default_set_by_hand_gives_the_answers_of_the_untouched_inputs() {
    let mut by_hand = Inputs::default();
    for param in Param::ALL.into_iter().filter(|p| p.spec().set) {
        by_hand.set(param, param.spec().central).unwrap();
        assert!(by_hand.is_set(param));
    }
    let view = View::default();
    assert_eq!(answers(&Report::new(&by_hand, view)), answers(&Report::new(&Inputs::default(), view)));
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
