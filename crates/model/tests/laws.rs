//! Laws that hold for every input: random parameters over all that is possible, random choices, random units and years.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use lodestone_model::data::Alloy;
use lodestone_model::demand::{self, ALL_YEARS, Application, BASE_YEAR, Tracks};
use lodestone_model::error::Error;
use lodestone_model::inputs::{
    Buyer, Case, Choices, Currency, Drive, Elements, Inputs, MagnetBy, Outlook, Param, RateReading, Substance, Use,
};
use lodestone_model::report::{Product, Range, Report, View};
use proptest::prelude::*;
use proptest::sample::select;

const CASES: [Case; 3] = [Case::Low, Case::Central, Case::High];
const SHOCKS: [Param; 3] = [Param::ShockPriceAbs, Param::ShockPriceRel, Param::ShockFx];

/// Where a value lies: on the slider or anywhere that is possible, as a part of the way from one end to the other.
type Place = (bool, f64);

fn place() -> impl Strategy<Value = Place> {
    (any::<bool>(), prop_oneof![8 => 0.0..=1.0, 1 => Just(0.0), 1 => Just(1.0)])
}

/// The value at `place`. An open lower end starts a thousandth inside, and nothing goes beyond ± a million.
fn value(param: Param, (wide, part): Place) -> f64 {
    let spec = param.spec();
    let least = if spec.possible.above_min { spec.possible.min + 1e-12 } else { spec.possible.min };
    let (low, high) = (least.max(-1e6), spec.possible.max.min(1e6));
    let (from, to) = if wide { (low, high) } else { (spec.slider.0.max(low), spec.slider.1.min(high)) };
    (from + (to - from) * part).clamp(from, to)
}

fn choices() -> impl Strategy<Value = Choices> {
    (
        select(MagnetBy::ALL),
        select(Drive::ALL),
        select(Buyer::ALL),
        select(Substance::ALL),
        select(Elements::ALL),
        select(Currency::ALL),
        select(RateReading::ALL),
        select(Outlook::ALL),
    )
        .prop_map(|(magnet_by, drive, buyer, substance, elements, currency, reading, outlook)| Choices {
            magnet_by,
            drive,
            buyer,
            substance,
            elements,
            currency,
            reading,
            outlook,
        })
}

/// Any inputs that can be reached by setting parameters one after another, units, and choices.
fn inputs() -> impl Strategy<Value = Inputs> {
    let parameters = prop::collection::vec((select(&Param::ALL[..]), place()), 0..40);
    let units = prop::collection::vec((select(&Application::ALL[..]), ALL_YEARS, 0.0..=1e9), 0..8);
    (parameters, units, choices()).prop_map(|(parameters, units, choices)| {
        let mut inputs = Inputs::default();
        inputs.choices = choices;
        for (param, place) in parameters {
            let set = inputs.set(param, value(param, place));
            // Only the fractions of one magnet can be in each other's way.
            assert!(matches!(set, Ok(()) | Err(Error::OverOne { .. })), "{set:?}");
        }
        for (application, year, count) in units {
            inputs.set_units(application, year, Some(count)).unwrap();
        }
        inputs
    })
}

fn view() -> impl Strategy<Value = View> {
    (select(&Param::ALL[..]), select(&Param::ALL[..]), ALL_YEARS).prop_map(|(motor_axis, turbine_axis, year)| View {
        motor_axis,
        turbine_axis,
        year,
    })
}

/// Every range of the report.
fn ranges(report: &Report) -> Vec<Range<f64>> {
    let mut all = Vec::new();
    for p in [&report.motor, &report.wind] {
        all.extend([p.magnet_mass.map(|m| m.kg()), p.gross_factor, p.difference_gross, p.difference_contained]);
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
    all.extend(report.years.iter().flat_map(|(_, row)| row).flatten());
    all
}

fn bits(range: Range<f64>) -> [u64; 3] {
    [range.low, range.central, range.high].map(f64::to_bits)
}

fn three(range: Range<f64>) -> [f64; 3] {
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_input_makes_a_figure_infinite_or_no_number(inputs in inputs(), view in view()) {
        let text = format!("{:?}", Report::new(&inputs, view));
        let wrong = text.split(|c: char| !c.is_ascii_alphanumeric()).find(|word| ["NaN", "inf"].contains(word));
        prop_assert_eq!(wrong, None);
    }

    #[test]
    fn every_range_has_its_low_end_below_its_centre_and_its_high_end_above(inputs in inputs(), view in view()) {
        for range in ranges(&Report::new(&inputs, view)) {
            prop_assert!(range.low <= range.central && range.central <= range.high, "{:?}", range);
        }
    }

    #[test]
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

    #[test]
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

    #[test]
    fn the_world_total_is_the_sum_of_its_parts_in_every_case(inputs in inputs(), year in ALL_YEARS) {
        let tracks = Tracks::new(inputs.choices.outlook);
        for case in CASES {
            let world = demand::world(&inputs, &tracks, case, year);
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

    #[test]
    fn the_table_of_a_year_and_the_chart_of_all_years_say_the_same(inputs in inputs(), year in demand::YEARS) {
        let report = Report::new(&inputs, View { year, ..View::default() });
        let (_, row) = report.years.iter().find(|(y, _)| *y == year).unwrap();
        prop_assert_eq!(row.len(), Application::ALL.len());
        for (chart, table) in row.iter().zip(&report.year.applications) {
            prop_assert_eq!(chart.map(bits), table.magnet.map(bits));
        }
        let parts: f64 = row.iter().flatten().map(|r| r.central).sum();
        let total = report.year.magnet.central;
        prop_assert!(close(parts, total, 1e-12 * total), "{} is not {}", parts, total);
    }

    #[test]
    fn the_metals_in_a_magnet_never_weigh_more_than_the_magnet(inputs in inputs(), year in ALL_YEARS) {
        let report = Report::new(&inputs, View { year, ..View::default() });
        for product in [&report.motor, &report.wind] {
            let metals: f64 = product.contained.iter().map(|m| m.central).sum();
            prop_assert!(metals <= product.magnet_mass.central.kg() * (1.0 + 1e-12));
        }
        let world = demand::world(&inputs, &Tracks::new(inputs.choices.outlook), Case::Central, year);
        for need in &world.needs {
            if let (Some(metals), Some(magnet)) = (need.contained, need.magnet) {
                prop_assert!(demand::metal_sum(&metals) <= magnet.tonnes() * (1.0 + 1e-12));
            }
        }
        prop_assert!(demand::metal_sum(&world.contained) <= world.magnet.tonnes() * (1.0 + 1e-12));
    }

    #[test]
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
            let world = demand::world(&inputs, &Tracks::new(inputs.choices.outlook), case, BASE_YEAR);
            prop_assert!(demand::metal_sum(&world.contained) <= world.magnet.tonnes() * (1.0 + 1e-12));
        }
    }

    #[test]
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

    #[test]
    fn the_closed_form_is_the_difference_of_the_two_costs(inputs in inputs()) {
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

    #[test]
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

    #[test]
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

    #[test]
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

    #[test]
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
}
