//! Laws that hold for every input: random parameters over all that is possible, random choices, units, years, shocks.
//!
//! Each law says in one sentence what it is. With `LODESTONE_LAWS` set to a folder, every law that has passed writes
//! `<folder>/<name>.json` with its name, sentence, kind and number of random cases: what a report page is made of.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::path::Path;

use common::{any_inputs, choices, inputs, place, value, wild};
use lodestone_model::data::Alloy;
use lodestone_model::demand::{self, ALL_YEARS, Application, BASE_YEAR, Tracks};
use lodestone_model::identities;
use lodestone_model::inputs::{Case, Inputs, Param, Reading, Use};
use lodestone_model::outputs::{self, Evaluator, Output, Shared};
use lodestone_model::report::{Flag, Product, Range, Report, View};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;

const CASES: [Case; 3] = [Case::Low, Case::Central, Case::High];
const SHOCKS: [Param; 7] = [
    Param::ShockPriceAbs,
    Param::ShockPriceRel,
    Param::ShockFx,
    Param::ShockFreight,
    Param::ShockTariff,
    Param::ShockImportVat,
    Param::OutageShare,
];
/// Years for which a publication implies a balance.
const BALANCED: [i32; 2] = [2026, 2027];

/// Tries a law on random values and, once it has held for all of them, writes it down for the report.
fn try_law<S: Strategy>(
    (name, kind, statement, cases): (&str, &str, &str, u32),
    values: &S,
    holds: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    if let Err(error) = TestRunner::new(config).run(values, holds) {
        panic!("{name}: {error}");
    }
    let Ok(folder) = std::env::var("LODESTONE_LAWS") else { return };
    let text = |s: &str| s.replace('\\', "\\\\").replace('"', "\\\"");
    let (law, said) = (text(name), text(statement));
    let json = format!("{{\"law\":\"{law}\",\"statement\":\"{said}\",\"kind\":\"{kind}\",\"cases\":{cases}}}\n");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(Path::new(&folder).join(format!("{name}.json")), json).unwrap();
}

/// Declares laws: a kind (monotonicity, positivity, identity, extremes or order), a number of random cases, a sentence
/// for readers, and a test whose arguments are drawn from strategies.
macro_rules! laws {
    ($(
        #[law($kind:literal, $cases:literal, $statement:literal)]
        fn $name:ident($($arg:pat in $values:expr),+ $(,)?) $body:block
    )+) => {$(
        #[test]
        fn $name() {
            try_law((stringify!($name), $kind, $statement, $cases), &($($values,)+), |($($arg,)+)| {
                $body
                Ok(())
            });
        }
    )+};
}

/// The answers that a law looks at, from a memory of what the data alone decide.
fn get(inputs: &Inputs, case: Case, year: i32, wanted: &[Output]) -> Vec<Option<f64>> {
    thread_local!(static SHARED: Shared = Shared::default());
    SHARED.with(|shared| {
        let e = Evaluator::new(inputs, shared, case, year);
        wanted.iter().map(|o| e.get(*o)).collect()
    })
}

/// Whether each answer in `more` exists where the one in `less` does and is nowhere smaller, but for rounding.
fn grows(less: &[Option<f64>], more: &[Option<f64>]) -> bool {
    less.iter().zip(more).all(|pair| match pair {
        (Some(l), Some(m)) => *m >= l - 1e-9 * l.abs().max(1e-9),
        (None, None) => true,
        _ => false,
    })
}

/// Two sets of inputs that differ in one parameter, the smaller value first; `None` where there is no room for it.
fn pair(inputs: &Inputs, param: Param, wide: bool, parts: (f64, f64)) -> Option<(Inputs, Inputs)> {
    let (one, other) = (value(param, (wide, parts.0)), value(param, (wide, parts.1)));
    let (mut small, mut large) = (inputs.clone(), inputs.clone());
    small.set(param, one.min(other)).ok()?;
    large.set(param, one.max(other)).ok()?;
    Some((small, large))
}

fn parts() -> impl Strategy<Value = (f64, f64)> {
    (0.0..=1.0, 0.0..=1.0)
}

fn view() -> impl Strategy<Value = View> {
    (select(&Param::ALL[..]), select(&Param::ALL[..]), ALL_YEARS).prop_map(|(motor_axis, turbine_axis, year)| View {
        motor_axis,
        turbine_axis,
        year,
    })
}

/// Every range of the report.
fn ranges(report: &Report) -> Vec<Range> {
    let mut all = Vec::new();
    for p in [&report.motor, &report.wind] {
        all.extend([p.magnet_kg, p.gross_factor, p.difference_gross, p.difference_contained]);
        all.extend(p.contained.iter().chain(&p.gross).chain(&p.before).chain(&p.after));
        all.extend(p.currencies.iter().flat_map(|c| [c.before, c.after, c.difference, c.change]));
        all.extend(p.share_of_product.iter().flat_map(|(before, after)| [*before, *after]));
        all.extend(p.curve.points.iter().flat_map(|(_, before, after)| [*before, *after]));
    }
    let y = &report.year;
    all.extend([y.magnet, y.ndpr_oxide].iter().chain(&y.contained).chain(&y.gross).chain(&y.other_uses));
    for a in &y.applications {
        all.push(a.with_magnets);
        all.extend(a.each.iter().chain(&a.magnet).chain(&a.ndpr_oxide));
        all.extend(a.contained.iter().chain(&a.gross).flatten());
    }
    all.extend(report.years.0.iter().flat_map(|y| &y.applications).flatten());
    all
}

fn bits(range: Range) -> [u64; 3] {
    [range.low, range.central, range.high].map(f64::to_bits)
}

fn three(range: Range) -> [f64; 3] {
    [range.low, range.central, range.high]
}

/// USD before the shocks.
fn before(product: &Product) -> [f64; 3] {
    three(product.currencies[0].before)
}

/// Whether nothing in `more` is below `less`, but for rounding.
fn nowhere_below(more: [f64; 3], less: [f64; 3]) -> bool {
    more.into_iter().zip(less).all(|(m, l)| m >= l - 1e-9 * l.abs())
}

fn close(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= scale.abs()
}

/// Magnet in an average megawatt, central.
fn per_megawatt(report: &Report, application: Application) -> f64 {
    let row = report.year.applications.iter().find(|a| a.application == application).unwrap();
    row.with_magnets.central * row.each.unwrap().central
}

laws! {
    #[law("extremes", 400, "No possible input makes a figure of the report infinite or undefined.")]
    fn no_input_makes_a_figure_infinite_or_no_number(inputs in inputs(), view in view()) {
        let text = format!("{:?}", Report::new(&inputs, view));
        let wrong = text.split(|c: char| !c.is_ascii_alphanumeric()).find(|word| ["NaN", "inf"].contains(word));
        prop_assert_eq!(wrong, None);
    }

    #[law(
        "order",
        400,
        "In every range of the report, the low end is at most the centre, and the centre at most the high end."
    )]
    fn every_range_has_its_low_end_below_its_centre_and_its_high_end_above(inputs in inputs(), view in view()) {
        for range in ranges(&Report::new(&inputs, view)) {
            prop_assert!(range.low <= range.central && range.central <= range.high, "{:?}", range);
        }
    }

    #[law(
        "monotonicity",
        400,
        "A parameter marked as raising costs or demand never lowers them, and one marked as lowering never raises."
    )]
    fn a_parameter_that_raises_never_lowers_a_cost_or_a_need_and_one_that_lowers_never_raises_it(
        inputs in inputs(),
        year in ALL_YEARS,
        param in select(Param::ALL.into_iter().filter(|p| p.spec().raises != 0).collect::<Vec<_>>()),
        places in (any::<bool>(), 0.0..=1.0, 0.0..=1.0),
    ) {
        let (one, other) = (value(param, (places.0, places.1)), value(param, (places.0, places.2)));
        let (mut small, mut large) = (inputs.clone(), inputs);
        // A fraction for which there is no room cannot be looked at.
        prop_assume!(small.set(param, one.min(other)).is_ok() && large.set(param, one.max(other)).is_ok());
        let view = View { year, ..View::default() };
        let reports = (Report::new(&small, view), Report::new(&large, view));
        let (less, more) = if param.spec().raises == 1 { (&reports.0, &reports.1) } else { (&reports.1, &reports.0) };
        prop_assert!(nowhere_below(before(&more.motor), before(&less.motor)), "motor, {}", param.key());
        prop_assert!(nowhere_below(before(&more.wind), before(&less.wind)), "turbine, {}", param.key());
        let (need_less, need_more) = (three(less.year.magnet), three(more.year.magnet));
        match param {
            // Looking back from the base year, thrift means that more was needed then.
            Param::Thrift if year < BASE_YEAR => prop_assert!(nowhere_below(need_less, need_more)),
            // More wind at sea needs more magnet only where a megawatt at sea does.
            Param::OffshoreShare => {
                // Megawatts that a reader has set do not follow the share.
                let set = [Application::WindOnshore, Application::WindOffshore].map(|a| small.units(a, year));
                prop_assume!(set == [None, None]);
                let sea = per_megawatt(more, Application::WindOffshore);
                let land = per_megawatt(more, Application::WindOnshore);
                let (low, high) = if sea >= land { (need_less, need_more) } else { (need_more, need_less) };
                prop_assert!(nowhere_below([high[1]; 3], [low[1]; 3]));
            }
            _ => prop_assert!(nowhere_below(need_more, need_less), "demand, {}", param.key()),
        }
    }

    #[law("monotonicity", 400, "More vehicles, turbines or robots never need fewer tonnes of magnet or of any metal.")]
    fn more_units_never_need_less_magnet(
        inputs in inputs(),
        year in ALL_YEARS,
        application in select(&Application::ALL[..]),
        counts in (0.0..=1e9, 0.0..=1e9),
    ) {
        let (mut small, mut large) = (inputs.clone(), inputs);
        small.set_units(application, year, Some(f64::min(counts.0, counts.1))).unwrap();
        large.set_units(application, year, Some(f64::max(counts.0, counts.1))).unwrap();
        let view = View { year, ..View::default() };
        let (less, more) = (Report::new(&small, view).year, Report::new(&large, view).year);
        prop_assert!(nowhere_below(three(more.magnet), three(less.magnet)));
        prop_assert!(nowhere_below(three(more.ndpr_oxide), three(less.ndpr_oxide)));
        for metal in 0..4 {
            prop_assert!(nowhere_below(three(more.contained[metal]), three(less.contained[metal])));
            prop_assert!(nowhere_below(three(more.gross[metal]), three(less.gross[metal])));
        }
    }

    #[law(
        "identity",
        400,
        "World demand is the sum of the applications, for magnets, metals and NdPr oxide, to one part in 10¹²."
    )]
    fn the_world_total_is_the_sum_of_its_parts_in_every_case(inputs in inputs(), year in ALL_YEARS) {
        let tracks = Tracks::new(inputs.choices.outlook);
        for case in CASES {
            let world = demand::world(&Reading::new(&inputs, case), &tracks, year);
            // From the last to the first, so that the order of the sum is another one.
            let parts: f64 = world.needs.iter().rev().filter_map(|n| n.magnet).map(|t| t.tonnes()).sum();
            let total = world.magnet.tonnes();
            prop_assert!(close(parts, total, 1e-12 * total), "{} is not {}", parts, total);
            let parts: f64 = world.needs.iter().rev().filter_map(|n| n.contained).map(|m| demand::metal_sum(&m)).sum();
            let total = demand::metal_sum(&world.contained);
            prop_assert!(close(parts, total, 1e-12 * total), "{} is not {}", parts, total);
            let parts: f64 = world.needs.iter().rev().filter_map(|n| n.ndpr_oxide).map(|t| t.tonnes()).sum();
            let total = world.ndpr_oxide.tonnes();
            prop_assert!(close(parts, total, 1e-12 * total), "{} is not {}", parts, total);
        }
    }

    #[law("identity", 200, "The table of one year and the chart of all years give the same tonnes, bit for bit.")]
    fn the_table_of_a_year_and_the_chart_of_all_years_say_the_same(inputs in inputs(), year in demand::YEARS) {
        let report = Report::new(&inputs, View { year, ..View::default() });
        let row = &report.years.0.iter().find(|y| y.year == year).unwrap().applications;
        prop_assert_eq!(row.len(), Application::ALL.len());
        for (chart, table) in row.iter().zip(&report.year.applications) {
            prop_assert_eq!(chart.map(bits), table.magnet.map(bits));
        }
        let parts: f64 = row.iter().flatten().map(|r| r.central).sum();
        let total = report.year.magnet.central;
        prop_assert!(close(parts, total, 1e-12 * total), "{} is not {}", parts, total);
    }

    #[law("positivity", 400, "The rare earths in a magnet never weigh more than the magnet.")]
    fn the_metals_in_a_magnet_never_weigh_more_than_the_magnet(inputs in inputs(), year in ALL_YEARS) {
        let report = Report::new(&inputs, View { year, ..View::default() });
        for product in [&report.motor, &report.wind] {
            let metals: f64 = product.contained.iter().map(|m| m.central).sum();
            prop_assert!(metals <= product.magnet_kg.central * (1.0 + 1e-12));
        }
        let world = demand::world(&Reading::new(&inputs, Case::Central), &Tracks::new(inputs.choices.outlook), year);
        for need in &world.needs {
            if let (Some(metals), Some(magnet)) = (need.contained, need.magnet) {
                prop_assert!(demand::metal_sum(&metals) <= magnet.tonnes() * (1.0 + 1e-12));
            }
        }
        prop_assert!(demand::metal_sum(&world.contained) <= world.magnet.tonnes() * (1.0 + 1e-12));
    }

    #[law(
        "positivity",
        400,
        "Whatever composition is typed, the rare earths never weigh more than the magnet, at either end of the ranges."
    )]
    fn with_all_fractions_set_the_metals_never_weigh_more_than_the_magnet_in_any_case(
        mut inputs in inputs(),
        fractions in prop::collection::vec((select(Use::ALL), 0..4_usize, 0.0..=1.0), 0..24),
    ) {
        for param in Use::ALL.iter().flat_map(|u| u.fractions()) {
            inputs.set(param, 0.0).unwrap();
        }
        for (used, which, fraction) in fractions {
            // One for which there is no room leaves the one before.
            let _ = inputs.set(used.fractions()[which], fraction);
        }
        for case in CASES {
            let world = demand::world(&Reading::new(&inputs, case), &Tracks::new(inputs.choices.outlook), BASE_YEAR);
            prop_assert!(demand::metal_sum(&world.contained) <= world.magnet.tonnes() * (1.0 + 1e-12));
        }
    }

    #[law("positivity", 400, "At least as much metal is bought as ends in the magnet.")]
    fn at_least_as_much_metal_is_bought_as_is_contained(inputs in inputs(), year in ALL_YEARS) {
        let report = Report::new(&inputs, View { year, ..View::default() });
        for product in [&report.motor, &report.wind] {
            prop_assert!(product.gross_factor.low >= 1.0 - 1e-12);
            for (bought, contained) in product.gross.iter().zip(product.contained) {
                prop_assert!(nowhere_below(three(*bought), three(contained)));
            }
        }
        for (bought, contained) in report.year.gross.iter().zip(report.year.contained) {
            prop_assert!(nowhere_below(three(*bought), three(contained)));
        }
    }

    #[law(
        "identity",
        400,
        "Mass × gross factor × Σ share × price rise is the difference of the costs before and after."
    )]
    fn the_closed_form_is_the_difference_of_the_two_costs(mut inputs in inputs()) {
        // What is added at the border is no part of the form.
        for added in [Param::ShockFreight, Param::ShockTariff, Param::ShockImportVat] {
            inputs.set(added, 0.0).unwrap();
        }
        let report = Report::new(&inputs, View::default());
        for product in [&report.motor, &report.wind] {
            let (mass, k, parts) = product.closed_form;
            let form = mass * k * parts.iter().map(|(w, rise)| w * rise).sum::<f64>();
            let dollar = &product.currencies[0];
            // A difference cannot be known better than the larger of the two figures.
            let scale = 1e-9 * dollar.before.central.abs().max(dollar.after.central.abs());
            prop_assert!(close(form, dollar.difference.central, scale), "{} {:?}", form, dollar);
            prop_assert!(close(form, product.difference_gross.central, 1e-9 * form));
            let terms: f64 = parts.iter().map(|(w, rise)| (w * rise).abs()).sum::<f64>() * mass;
            prop_assert!(close(form, product.difference_contained.central * k, 1e-9 * terms * k));
        }
    }

    #[law("identity", 400, "Without shocks every cost after is the cost before, bit for bit, in every currency.")]
    fn an_empty_scenario_is_the_baseline_bit_for_bit(mut inputs in inputs(), view in view()) {
        for shock in SHOCKS {
            inputs.set(shock, 0.0).unwrap();
        }
        let axes_are_shocks = (SHOCKS.contains(&view.motor_axis), SHOCKS.contains(&view.turbine_axis));
        let report = Report::new(&inputs, view);
        for (product, axis_is_shock) in [(&report.motor, axes_are_shocks.0), (&report.wind, axes_are_shocks.1)] {
            prop_assert_eq!(product.before.map(bits), product.after.map(bits));
            for c in &product.currencies {
                prop_assert_eq!(bits(c.before), bits(c.after));
                prop_assert_eq!(c.rate.0.to_bits(), c.rate.1.to_bits());
                prop_assert_eq!((three(c.difference), three(c.change)), ([0.0; 3], [0.0; 3]));
            }
            prop_assert_eq!(three(product.difference_gross), [0.0; 3]);
            if let Some((before, after)) = product.share_of_product {
                prop_assert_eq!(bits(before), bits(after));
            }
            for (_, before, after) in product.curve.points.iter().filter(|_| !axis_is_shock) {
                prop_assert_eq!(bits(*before), bits(*after));
            }
        }
    }

    #[law("identity", 400, "A composition that was chosen is the one in force, whatever was set before.")]
    fn a_chosen_composition_is_the_one_in_force_whatever_was_there_before(
        mut inputs in inputs(),
        used in select(Use::ALL),
        alloy in select(&Alloy::ALL[..]),
    ) {
        let others: Vec<_> = Use::ALL.iter().filter(|u| **u != used).map(|u| (*u, inputs.alloy(*u))).collect();
        inputs.choose_alloy(used, alloy);
        prop_assert_eq!(inputs.alloy(used), Some(alloy));
        for (other, before) in others {
            prop_assert_eq!(inputs.alloy(other), before);
        }
    }

    #[law("identity", 1000, "A value that is refused changes nothing.")]
    fn a_refused_value_leaves_the_inputs_as_they_were(
        mut inputs in inputs(),
        param in select(&Param::ALL[..]),
        value in any::<f64>(),
    ) {
        let untouched = inputs.clone();
        match inputs.set(param, value) {
            Ok(()) => prop_assert_eq!(inputs.get(param).map(f64::to_bits), Some(value.to_bits())),
            Err(error) => {
                prop_assert_eq!(&inputs, &untouched);
                let sentence = error.to_string();
                prop_assert!(sentence.contains(param.key()) && sentence.contains(&value.to_string()), "{}", sentence);
            }
        }
    }

    #[law("order", 400, "No default moved within its own range gives an answer outside the printed bounds.")]
    fn no_default_moved_within_its_range_leads_out_of_the_bounds(
        choices in choices(),
        year in BASE_YEAR..=2035,
        parts in prop::collection::vec(0.0..=1.0, Param::ALL.len()),
        end in select(&[None, Some(-1), Some(1)][..]),
    ) {
        let mut defaults = Inputs::default();
        defaults.choices = choices;
        let mut moved = defaults.clone();
        for (param, part) in Param::ALL.into_iter().zip(parts) {
            let spec = param.spec();
            if spec.set {
                // Everything at the end that makes the answer small, or large, or anywhere between.
                let part = end.map_or(part, |end: i8| f64::from(u8::from(end * spec.raises > 0)));
                let at: f64 = spec.low + (spec.high - spec.low) * part;
                moved.set(param, at.clamp(spec.low, spec.high)).unwrap();
            }
        }
        let view = View { year, ..View::default() };
        let (bounds, answer) = (Report::new(&defaults, view), Report::new(&moved, view));
        for (bounds, answer) in [
            (bounds.motor.currencies[0].before, answer.motor.currencies[0].before),
            (bounds.wind.currencies[0].before, answer.wind.currencies[0].before),
            (bounds.year.magnet, answer.year.magnet),
        ] {
            prop_assert!(nowhere_below([answer.central; 3], [bounds.low; 3]), "{:?} {:?}", answer, bounds);
            prop_assert!(nowhere_below([bounds.high; 3], [answer.central; 3]), "{:?} {:?}", answer, bounds);
        }
    }

    #[law(
        "extremes",
        100_000,
        "For any possible inputs, shocks and year every answer is a finite number, or there is none."
    )]
    fn every_answer_is_finite_or_there_is_none_whatever_is_put_in(
        seed in any::<u64>(),
        year in ALL_YEARS,
    ) {
        let (inputs, part) = (wild(seed), seed % 30);
        // Every tenth case is read at the ends of the ranges too, every third has its balance worked out: they take
        // most of the time and the same way through the formulas.
        let cases = if part % 10 == 0 { &CASES[..] } else { &CASES[1..2] };
        let balance = |o: &Output| o.key().starts_with("balance-");
        let wanted: Vec<Output> = Output::ALL.iter().copied().filter(|o| part % 3 == 0 || !balance(o)).collect();
        for case in cases {
            for (output, answer) in wanted.iter().zip(get(&inputs, *case, year, &wanted)) {
                prop_assert!(answer.is_none_or(f64::is_finite), "{} is {:?} in {}", output.key(), answer, year);
            }
        }
    }

    #[law("extremes", 20_000, "A possible value outside the evidence is used exactly as given, and named as outside.")]
    fn a_value_outside_the_evidence_is_used_as_it_is_and_named(
        mut inputs in inputs(),
        param in select(&Param::ALL[..]),
        place in place(),
    ) {
        let wanted = value(param, place);
        if inputs.set(param, wanted).is_err() {
            return Ok(());
        }
        prop_assert_eq!(inputs.get(param).map(f64::to_bits), Some(wanted.to_bits()));
        let outside = param.spec().evidence.is_some_and(|(low, high)| wanted < low || wanted > high);
        prop_assert_eq!(inputs.outside_evidence().any(|p| p == param), outside);
    }

    #[law("extremes", 200, "The report flags every value that lies outside the evidence, and no other.")]
    fn the_report_flags_what_lies_outside_the_evidence_and_nothing_else(inputs in any_inputs()) {
        let flags = Report::new(&inputs, View::default()).flags;
        let flagged = flags.iter().filter_map(|f| if let Flag::OutsideEvidence(p) = f { Some(*p) } else { None });
        prop_assert_eq!(flagged.collect::<Vec<_>>(), inputs.outside_evidence().collect::<Vec<_>>());
    }

    #[law("order", 1_000, "For every answer that is one number, low is at most central, and central at most high.")]
    fn every_answer_has_its_low_end_below_its_centre_and_its_high_end_above(
        inputs in any_inputs(),
        year in ALL_YEARS,
        output in select(Output::ALL),
    ) {
        if let Some(range) = outputs::range(&inputs, &Shared::default(), year, output) {
            prop_assert!(range.low <= range.central && range.central <= range.high, "{}: {:?}", output.key(), range);
        }
    }

    #[law("identity", 1_000, "Every figure that two ways lead to is the same by both, to one part in 10¹².")]
    fn every_identity_holds_whatever_is_put_in(inputs in any_inputs(), year in ALL_YEARS) {
        thread_local!(static SHARED: Shared = Shared::default());
        let wrong = SHARED.with(|shared| identities::check(&inputs, shared, year).into_iter().find(|c| !c.holds()));
        prop_assert_eq!(wrong, None);
    }

    #[law(
        "positivity",
        2_000,
        "Masses, costs before shocks, demand and what comes back from old products are never negative."
    )]
    fn masses_costs_before_shocks_and_demand_are_never_negative(inputs in any_inputs(), year in ALL_YEARS) {
        let never = [
            Output::MotorMagnetKg,
            Output::MotorBeforeUsd,
            Output::MotorBeforeLocal,
            Output::MotorShareBefore,
            Output::TurbineMagnetKg,
            Output::TurbineBeforeUsd,
            Output::TurbineBeforeLocal,
            Output::DemandMagnetT,
            Output::DemandNdT,
            Output::DemandPrT,
            Output::DemandDyT,
            Output::DemandTbT,
            Output::DemandNdprOxideT,
            Output::DemandVehiclesT,
            Output::DemandWindT,
            Output::DemandHumanoidT,
            Output::SupplyLost,
            Output::MiningHerfindahl,
            Output::BalanceSupplyT,
            Output::BalanceSecondaryT,
        ];
        for case in CASES {
            for (output, answer) in never.iter().zip(get(&inputs, case, year, &never)) {
                prop_assert!(answer.is_none_or(|a| a >= 0.0), "{} is {:?}", output.key(), answer);
            }
        }
    }

    #[law(
        "monotonicity",
        1_000,
        "A higher price of an oxide never makes a magnet cheaper, before or after the shocks."
    )]
    fn a_higher_price_of_an_oxide_never_makes_a_magnet_cheaper(
        inputs in inputs(),
        param in select(&[
            Param::PriceNdOxide,
            Param::PricePrOxide,
            Param::PriceDyOxide,
            Param::PriceTbOxide,
            Param::PriceDyOxideEurope,
            Param::PriceTbOxideEurope,
        ][..]),
        wide in any::<bool>(),
        parts in parts(),
    ) {
        let (less, more) = pair(&inputs, param, wide, parts).unwrap();
        let costs = [
            Output::MotorBeforeUsd,
            Output::MotorAfterUsd,
            Output::TurbineBeforeUsd,
            Output::TurbineAfterUsd,
            Output::MotorBeforeLocal,
            Output::BillUsd,
        ];
        for case in CASES {
            let (less, more) = (get(&less, case, BASE_YEAR, &costs), get(&more, case, BASE_YEAR, &costs));
            prop_assert!(grows(&less, &more), "{}: {:?} {:?}", param.key(), less, more);
        }
    }

    #[law(
        "monotonicity",
        1_000,
        "A larger price shock, outage, freight, duty or tax never makes the magnet after it cheaper."
    )]
    fn a_larger_price_shock_never_makes_the_magnet_after_it_cheaper(
        mut inputs in inputs(),
        param in select(SHOCKS.into_iter().filter(|p| *p != Param::ShockFx).collect::<Vec<_>>()),
        wide in any::<bool>(),
        parts in parts(),
    ) {
        // A fall that takes a price below nothing turns every factor after it round.
        let fall = inputs.get(Param::ShockPriceAbs).unwrap();
        inputs.set(Param::ShockPriceAbs, fall.max(0.0)).unwrap();
        let (less, more) = pair(&inputs, param, wide, parts).unwrap();
        prop_assume!(less.get(Param::ShockPriceAbs).unwrap() >= 0.0);
        let costs = [Output::MotorAfterUsd, Output::TurbineAfterUsd, Output::MotorDifferenceUsd, Output::BillUsd];
        for case in CASES {
            let before = get(&less, case, BASE_YEAR, &[Output::MotorBeforeUsd, Output::TurbineBeforeUsd]);
            let size: f64 = before.iter().flatten().sum();
            let (less, more) = (get(&less, case, BASE_YEAR, &costs), get(&more, case, BASE_YEAR, &costs));
            // A difference is known no better than the costs that it is the difference of.
            let pairs = less.iter().flatten().zip(more.iter().flatten());
            let rises = pairs.into_iter().all(|(l, m)| *m >= l - 1e-9 * (l.abs() + size));
            prop_assert!(rises, "{}: {:?} {:?}", param.key(), less, more);
        }
    }

    #[law("monotonicity", 1_000, "After an outage, a stronger price response (higher κ) never gives a lower price.")]
    fn a_stronger_price_response_never_gives_a_lower_price_after_an_outage(
        mut inputs in inputs(),
        share in 0.0..=0.99,
        wide in any::<bool>(),
        parts in parts(),
    ) {
        inputs.set(Param::OutageShare, share).unwrap();
        let price = inputs.get(Param::PriceNdOxide).unwrap();
        inputs.set(Param::PriceNdOxide, price.max(1.0)).unwrap();
        let (less, more) = pair(&inputs, Param::Kappa, wide, parts).unwrap();
        for case in CASES {
            let answers = [Output::NdPriceFactor, Output::MotorAfterUsd];
            let (less, more) = (get(&less, case, BASE_YEAR, &answers), get(&more, case, BASE_YEAR, &answers));
            prop_assert!(grows(&less, &more), "{:?} {:?}", less, more);
        }
    }

    #[law(
        "monotonicity",
        1_000,
        "A larger or longer outage never leaves more supply, a smaller loss, or a smaller gap."
    )]
    fn a_larger_or_longer_outage_never_leaves_a_smaller_gap(
        inputs in inputs(),
        param in select(&[Param::OutageShare, Param::OutageMonths, Param::OutageSourceShare][..]),
        year in select(&BALANCED[..]),
        wide in any::<bool>(),
        parts in parts(),
    ) {
        let (less, more) = pair(&inputs, param, wide, parts).unwrap();
        for case in CASES {
            let (lost, left) = ([Output::SupplyLost], [Output::BalanceSupplyT]);
            prop_assert!(grows(&get(&less, case, year, &lost), &get(&more, case, year, &lost)), "{}", param.key());
            prop_assert!(grows(&get(&more, case, year, &left), &get(&less, case, year, &left)), "{}", param.key());
            let gap = |x| get(x, case, year, &[Output::BalanceGapT, Output::BalanceDemandT, Output::BalanceSupplyT]);
            let (less, more) = (gap(&less), gap(&more));
            let size: f64 = less.iter().flatten().map(|x| x.abs()).sum();
            let (l, m) = (less[0].unwrap(), more[0].unwrap());
            prop_assert!(m <= l + 1e-12 * size, "{}: {:?} {:?}", param.key(), less, more);
        }
    }

    #[law("monotonicity", 1_000, "Collecting or recovering more never brings back less, nor makes the gap larger.")]
    fn collecting_or_recovering_more_never_brings_back_less(
        inputs in any_inputs(),
        param in select(&[Param::Collection, Param::Recovery][..]),
        year in select(&BALANCED[..]),
        parts in parts(),
    ) {
        let (less, more) = pair(&inputs, param, true, parts).unwrap();
        let answers = [Output::BalanceSecondaryT, Output::BalanceGapT, Output::BalanceDemandT];
        let (less, more) = (get(&less, Case::Central, year, &answers), get(&more, Case::Central, year, &answers));
        let size: f64 = less.iter().flatten().map(|x| x.abs()).sum();
        prop_assert!(grows(&less[..1], &more[..1]), "{:?} {:?}", less, more);
        prop_assert!(more[1].unwrap() >= less[1].unwrap() - 1e-12 * size, "{:?} {:?}", less, more);
    }

    #[law("monotonicity", 1_000, "More units never lower demand for NdPr oxide nor make the gap smaller.")]
    fn more_units_never_make_the_gap_smaller(
        inputs in any_inputs(),
        application in select(&Application::ALL[..]),
        year in select(&BALANCED[..]),
        counts in (0.0..=1e9, 0.0..=1e9),
    ) {
        let (mut small, mut large) = (inputs.clone(), inputs);
        small.set_units(application, year, Some(f64::min(counts.0, counts.1))).unwrap();
        large.set_units(application, year, Some(f64::max(counts.0, counts.1))).unwrap();
        for case in CASES {
            let answers = [Output::BalanceDemandT, Output::DemandMagnetT, Output::DemandNdT];
            let (less, more) = (get(&small, case, year, &answers), get(&large, case, year, &answers));
            prop_assert!(grows(&less, &more), "{:?} {:?}", less, more);
            let gap = [Output::BalanceGapT, Output::BalanceSupplyT, Output::BalanceSecondaryT];
            let (fewer, many) = (get(&small, case, year, &gap), get(&large, case, year, &gap));
            let size: f64 = fewer.iter().chain(&more).flatten().map(|x| x.abs()).sum();
            prop_assert!(many[0].unwrap() <= fewer[0].unwrap() + 1e-12 * size, "{:?} {:?}", fewer, many);
        }
    }

    #[law("monotonicity", 1_000, "Replacing more machines by ones without magnets never raises demand.")]
    fn more_substitution_never_raises_demand(inputs in any_inputs(), year in ALL_YEARS, parts in parts()) {
        let (less, more) = pair(&inputs, Param::Substitution, true, parts).unwrap();
        for case in CASES {
            let answers = [Output::DemandMagnetT, Output::DemandNdT, Output::DemandVehiclesT, Output::DemandWindT];
            let (less, more) = (get(&less, case, year, &answers), get(&more, case, year, &answers));
            prop_assert!(grows(&more, &less), "{:?} {:?}", less, more);
        }
    }
}
