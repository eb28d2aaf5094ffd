//! The lines behind a figure lead to the figure: as values, and as a text that is read by somebody else's arithmetic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::inputs;
use exmex::Express;
use lodestone_model::data::NamedScenario;
use lodestone_model::demand;
use lodestone_model::demand::ALL_YEARS;
use lodestone_model::derivation::{Asked, Derivation, Line, Moment, Step, What, derive};
use lodestone_model::inputs::{Case, Inputs, Reading, Use};
use lodestone_model::outputs::{Evaluator, Output, Shared};
use lodestone_model::report::{self, Product, View};
use proptest::prelude::*;

/// The value of a text, line by line.
fn read(text: &str) -> f64 {
    let mut known: Vec<(String, f64)> = Vec::new();
    for line in text.lines() {
        let (name, rest) = line.split_once(" = ").unwrap();
        let expression = rest.split("  #").next().unwrap();
        let parsed = exmex::parse::<f64>(expression).unwrap_or_else(|e| panic!("{line}: {e}"));
        let values: Vec<f64> = parsed
            .var_names()
            .iter()
            .map(|v| known.iter().find(|(n, _)| n == v).unwrap_or_else(|| panic!("{line}: {v} stands nowhere above")).1)
            .collect();
        known.push((name.to_owned(), parsed.eval(&values).unwrap()));
    }
    known.last().unwrap().1
}

fn engine(inputs: &Inputs, shared: &Shared, asked: Asked, year: i32) -> Option<f64> {
    let e = Evaluator::new(inputs, shared, Case::Central, year);
    match asked {
        Asked::Output(output) => e.get(output),
        Asked::Application(application) => {
            let tracks = demand::Tracks::new(inputs.choices.outlook);
            let need = demand::need(&Reading::new(inputs, Case::Central), &tracks, application, year);
            need.magnet.map(|t| t.tonnes())
        }
        Asked::Oxide(application) => {
            let tracks = demand::Tracks::new(inputs.choices.outlook);
            let need = demand::need(&Reading::new(inputs, Case::Central), &tracks, application, year);
            need.ndpr_oxide.map(|t| t.tonnes())
        }
        Asked::Money(used, currency, moment) => {
            let p = product(inputs, used);
            let row = p.currencies.iter().find(|c| c.currency == currency).unwrap();
            match moment {
                Moment::Before => Some(row.before.central),
                Moment::After => Some(row.after.central),
                Moment::Difference => Some(row.difference.central),
                // Nothing is no share of nothing.
                Moment::Change => (row.before.central > 0.0).then_some(row.change.central),
            }
        }
        Asked::Piece(application, what) => {
            let goods = report::goods(&Reading::new(inputs, Case::Central)).0;
            let good = goods.into_iter().find(|g| g.application == application)?;
            let of = match what {
                None => good.magnet_kg,
                Some(Moment::Before) => good.before,
                Some(Moment::After) => good.after,
                Some(_) => good.difference,
            };
            of.map(|r| r.central)
        }
        Asked::Part(used, part, after) => {
            let p = product(inputs, used);
            Some(if after { p.after[part].central } else { p.before[part].central })
        }
        Asked::Metal(used, metal, bought) => {
            let p = product(inputs, used);
            Some(if bought { p.gross[metal].central } else { p.contained[metal].central })
        }
    }
}

/// What one evaluator says of the figure is what the tables of the page say.
fn figured(inputs: &Inputs, shared: &Shared, asked: Asked, year: i32) -> Result<(), String> {
    let figure = Evaluator::new(inputs, shared, Case::Central, year).figure(asked);
    let table = engine(inputs, shared, asked, year);
    let same = figure.map(f64::to_bits) == table.map(f64::to_bits);
    if same { Ok(()) } else { Err(format!("{} {year}: {figure:?} alone, {table:?} in its table", asked.key())) }
}

fn product(inputs: &Inputs, used: Use) -> Product {
    report::product(&Reading::new(inputs, Case::Central), used, View::default())
}

/// The largest number on the way, which rounding goes by.
fn largest(d: &Derivation) -> f64 {
    d.lines.iter().map(|l| l.value.abs()).fold(1.0, f64::max)
}

fn agree(inputs: &Inputs, shared: &Shared, asked: Asked, year: i32) -> Result<(), String> {
    let (engine, derived) = (engine(inputs, shared, asked, year), derive(inputs, shared, asked, year));
    match (engine, derived) {
        (None, None) => Ok(()),
        (Some(value), Some(d)) => {
            let (scale, apart) = (value.abs().max(1e-3 * largest(&d)).max(1e-9), (value - d.value()).abs());
            // Where terms far larger than the result take each other away (absurd rates), rounding goes by the terms.
            let terms = || read(&d.text().replace(" - ", " + ")).abs();
            if apart <= 1e-9 * scale || !value.is_finite() || apart <= 1e-12 * terms() {
                Ok(())
            } else {
                Err(format!("{} {year}: {value} by the engine, {} by\n{}", asked.key(), d.value(), d.text()))
            }
        }
        (a, b) => Err(format!("{} {year}: {a:?} by the engine, {:?} by lines", asked.key(), b.map(|d| d.value()))),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn the_lines_lead_to_what_the_engine_says_whatever_is_put_in(
        inputs in prop_oneof![inputs(), common::any_inputs()], year in ALL_YEARS
    ) {
        thread_local!(static SHARED: Shared = Shared::default());
        let wrong = SHARED.with(|shared| Asked::all().find_map(|a| agree(&inputs, shared, a, year).err()));
        prop_assert_eq!(wrong, None);
    }

    #[test]
    fn a_figure_alone_is_the_figure_of_its_table_to_the_bit(
        inputs in prop_oneof![inputs(), common::any_inputs()], year in ALL_YEARS
    ) {
        thread_local!(static SHARED: Shared = Shared::default());
        let wrong = SHARED.with(|shared| Asked::all().find_map(|a| figured(&inputs, shared, a, year).err()));
        prop_assert_eq!(wrong, None);
    }
}

#[test]
fn the_text_of_every_answer_evaluates_to_the_figure_shown() {
    let shared = Shared::default();
    let mut read_back = 0;
    let mut all = vec![("default", Inputs::default())];
    all.extend(NamedScenario::ALL.into_iter().map(|s| (s.key(), s.inputs().unwrap())));
    for (name, inputs) in &all {
        for asked in Asked::all() {
            for year in [2024, 2026, 2030] {
                let Some(d) = derive(inputs, &shared, asked, year) else { continue };
                let (shown, value) = (d.value(), read(&d.text()));
                let scale = shown.abs().max(1e-6 * largest(&d));
                assert!(
                    (shown - value).abs() <= 1e-9 * scale,
                    "{name} {}: {shown} or {value}\n{}",
                    asked.key(),
                    d.text()
                );
                read_back += 1;
            }
        }
    }
    assert!(read_back > 1_000, "{read_back}");
}

#[test]
fn every_line_ends_in_inputs_and_stated_figures() {
    let shared = Shared::default();
    for asked in Asked::all() {
        let Some(d) = derive(&Inputs::default(), &shared, asked, 2026) else { continue };
        // What the model gives at its defaults has a derivation of its own.
        let worked = |l: &&Line| match l.what {
            What::Step(step, _) => step != Step::ByDefault,
            What::Asked(_) => true,
            _ => false,
        };
        for line in d.lines.iter().filter(worked) {
            let only_numbers =
                line.expression.iter().all(|p| !matches!(p, lodestone_model::derivation::Piece::Line(_)));
            let numbers = d.expression(line);
            assert!(
                !only_numbers || ["0", "1", "1 - 1"].contains(&numbers.as_str()),
                "{}: {} = {numbers}",
                asked.key(),
                line.name
            );
        }
    }
}

#[test]
fn a_figure_says_what_it_does_not_include() {
    for asked in Asked::all() {
        assert!(asked.omissions().len() >= 2, "{}", asked.key());
        assert_eq!(Asked::named(&asked.key()), Some(asked));
    }
    let one = Output::MotorAfterUsd;
    assert_eq!(Asked::named("motor-after-usd"), Some(Asked::Output(one)));
    assert_eq!(Asked::named("demand-of-nothing"), None);
}
