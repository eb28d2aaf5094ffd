//! Answers worked by hand: each test states a case and the figure that a reader gets with pencil and paper.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use lodestone_model::cost::{Reduction, gross_factor, metal_price, ndpr_oxide_per_metal};
use lodestone_model::demand::{self, Application, BASE_YEAR, Origin, Tracks, interpolate, magnets};
use lodestone_model::error::Error;
use lodestone_model::inputs::{
    Alloy, Buyer, Case, Currency, Drive, Elements, Inputs, MagnetBy, Outlook, Param, RateReading, Reading, Substance,
    Use,
};
use lodestone_model::report::{AppDemand, Flag, Report, View};
use lodestone_model::shocks::{Listed, Market, Shock, pass_through, rate_factor};
use lodestone_model::units::{
    Change, Cny, Factor, Mass, Nd, NdPr, Oxide, OxidePerMetal, Pr, Price, Rate, Share, UnitsPerYear,
};

/// Inputs with the given parameters set.
fn inputs(set: &[(Param, f64)]) -> Inputs {
    let mut inputs = Inputs::default();
    for (param, value) in set {
        inputs.set(*param, *value).unwrap();
    }
    inputs
}

fn report(inputs: &Inputs) -> Report {
    Report::new(inputs, View::default())
}

fn report_of(inputs: &Inputs, year: i32) -> Report {
    Report::new(inputs, View { year, ..View::default() })
}

fn row(report: &Report, application: Application) -> &AppDemand {
    report.year.applications.iter().find(|a| a.application == application).unwrap()
}

#[track_caller]
fn near(found: f64, expected: f64, relative: f64) {
    let allowed = relative * expected.abs();
    assert!((found - expected).abs() <= allowed, "found {found}, expected {expected} within {allowed:e}");
}

fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

fn change(value: f64) -> Change {
    Change::new(value).unwrap()
}

// --- What a shock costs -----------------------------------------------------------------------------------------

#[test]
fn a_hundred_dollars_more_per_kg_of_neodymium_costs_a_motor_with_half_a_kilogram_fifty_dollars() {
    for (fraction, expected) in [(0.25, 50.0), (0.40, 80.0)] {
        let found = report(&inputs(&[(Param::EvMagnetKg, 2.0), (Param::EvWNd, fraction)]));
        near(found.motor.difference_contained.central, expected, 1e-12);
        near(found.motor.contained[0].central, expected / 100.0, 1e-12);
        // k = 1/0.6 − 0.97·(1/0.6 − 1) = 1.02
        near(found.motor.difference_gross.central, expected * 1.02, 1e-12);
    }
}

#[test]
fn a_hundred_dollars_more_per_kg_of_neodymium_costs_a_direct_drive_of_three_megawatts_56070_to_63000_dollars() {
    for (fraction, expected) in [(0.267, 56_070.0), (0.30, 63_000.0)] {
        let set = [(Param::WindMw, 3.0), (Param::WindKgPerMwDirect, 700.0), (Param::WindWNd, fraction)];
        near(report(&inputs(&set)).wind.difference_contained.central, expected, 1e-12);
    }
}

#[test]
fn the_same_turbine_with_fifty_kg_of_neodymium_per_megawatt_costs_15000_dollars_more() {
    // 200 kg of magnet per MW with a quarter neodymium are 50 kg of neodymium per MW.
    let set = [(Param::WindMw, 3.0), (Param::WindKgPerMwDirect, 200.0), (Param::WindWNd, 0.25)];
    near(report(&inputs(&set)).wind.difference_contained.central, 15_000.0, 1e-12);
}

#[test]
fn a_motor_of_fifty_kilowatts_at_forty_grams_each_holds_two_kilograms_of_magnet() {
    let mut x = inputs(&[(Param::EvPowerKw, 50.0), (Param::EvGPerKw, 40.0)]);
    x.choices.magnet_by = MagnetBy::Power;
    assert_eq!(report(&x).motor.magnet_kg.central, 2.0);
}

#[test]
fn a_drive_train_without_magnets_costs_nothing_before_and_after_any_shock() {
    let mut x = inputs(&[(Param::ShockPriceRel, 4.0)]);
    x.choices.drive = Drive::NoMagnet;
    let wind = report(&x).wind;
    assert_eq!(wind.magnet_kg.high, 0.0);
    for parts in [wind.before, wind.after] {
        assert!(parts.iter().all(|p| p.low == 0.0 && p.central == 0.0 && p.high == 0.0));
    }
    assert_eq!((wind.difference_gross.low, wind.difference_gross.high), (0.0, 0.0));
    assert!(wind.currencies.iter().all(|c| c.after.high == 0.0 && c.change.high == 0.0 && c.change.low == 0.0));
}

#[test]
fn a_geared_drive_train_counts_its_own_kilograms_per_megawatt() {
    let mut x = inputs(&[(Param::WindMw, 4.0), (Param::WindKgPerMwGeared, 100.0)]);
    x.choices.drive = Drive::Geared;
    assert_eq!(report(&x).wind.magnet_kg.central, 400.0);
}

// --- Exchange rates ---------------------------------------------------------------------------------------------

#[test]
fn a_won_that_loses_ten_percent_of_its_value_makes_the_cost_in_won_one_ninth_higher_and_in_dollars_no_different() {
    let x = inputs(&[(Param::ShockPriceAbs, 0.0), (Param::ShockFx, 0.1)]);
    let motor = report(&x).motor;
    let [dollar, yuan, won, euro, yen] = motor.currencies;
    near(won.change.central, 1.0 / 0.9 - 1.0, 1e-12);
    near(won.rate.1, won.rate.0 / 0.9, 1e-15);
    assert_eq!(won.currency, Some(Currency::Krw));
    for other in [dollar, yuan, euro, yen] {
        assert_eq!((other.difference.low, other.difference.central, other.difference.high), (0.0, 0.0, 0.0));
        assert_eq!(other.rate.0, other.rate.1);
    }
}

#[test]
fn a_quoted_rate_that_rises_ten_percent_makes_the_cost_in_won_ten_percent_higher_and_in_dollars_no_different() {
    let mut x = inputs(&[(Param::ShockPriceAbs, 0.0), (Param::ShockFx, 0.1)]);
    x.choices.reading = RateReading::Quote;
    let motor = report(&x).motor;
    near(motor.currencies[2].change.central, 0.1, 1e-12);
    assert_eq!(motor.currencies[0].difference.central, 0.0);
}

#[test]
fn the_two_readings_of_ten_percent_are_one_tenth_and_one_ninth() {
    assert_eq!(rate_factor(RateReading::Quote, change(0.1)).value(), 1.1);
    near(rate_factor(RateReading::Value, change(0.1)).value(), 10.0 / 9.0, 1e-15);
    assert_eq!(rate_factor(RateReading::Value, change(0.0)).value(), 1.0);
}

#[test]
fn hedging_half_of_the_payments_halves_what_the_exchange_rate_does() {
    let set = [(Param::ShockPriceAbs, 0.0), (Param::ShockFx, 0.1), (Param::FxHedged, 0.5)];
    let won = report(&inputs(&set)).motor.currencies[2];
    near(won.change.central, (1.0 / 0.9 - 1.0) / 2.0, 1e-12);
    assert_eq!(pass_through(Factor::new(1.5), share(1.0), share(0.5), share(1.0)).value(), 1.25);
}

#[test]
fn passing_on_half_halves_what_the_exchange_rate_does_and_with_half_hedged_a_quarter_is_left() {
    let set = [(Param::ShockPriceAbs, 0.0), (Param::ShockFx, 0.1), (Param::FxPassThrough, 0.5)];
    near(report(&inputs(&set)).motor.currencies[2].change.central, (1.0 / 0.9 - 1.0) / 2.0, 1e-12);
    assert_eq!(pass_through(Factor::new(1.5), share(1.0), share(1.0), share(0.5)).value(), 1.0);
    assert_eq!(pass_through(Factor::new(1.5), share(1.0), share(0.0), share(0.5)).value(), 1.25);
    assert_eq!(pass_through(Factor::new(1.5), share(1.0), share(0.5), share(0.5)).value(), 1.125);
    assert_eq!(pass_through(Factor::new(1.5), share(0.5), share(0.5), share(0.5)).value(), 1.0625);
}

// --- Chemistry --------------------------------------------------------------------------------------------------

#[test]
fn the_compound_nd2fe14b_is_26_68_percent_neodymium_and_one_percent_boron_by_mass() {
    let row = Alloy::Formula.row();
    // 2·144.242 / (2·144.242 + 14·55.845 + 10.81)
    near(row.nd, 288.484 / 1081.124, 1e-6);
    assert_eq!((row.nd * 10_000.0).round(), 2668.0);
    assert_eq!((row.b * 1_000.0).round(), 10.0);
    near(row.nd + row.fe + row.b, 1.0, 1e-15);
}

#[test]
fn kilograms_of_oxide_per_kilogram_of_metal_follow_from_the_atomic_weights() {
    let known = [
        (Param::OxidePerMetalNd, 1.16638),
        (Param::OxidePerMetalPr, 1.20816),
        (Param::OxidePerMetalDy, 1.14768),
        (Param::OxidePerMetalTb, 1.17617),
    ];
    for (param, expected) in known {
        let spec = param.spec();
        assert!((spec.central - expected).abs() < 5e-6, "{}: {}", spec.key, spec.central);
    }
    let x = Inputs::default();
    let ndpr = Reduction::of(&Reading::new(&x, Case::Central)).ndpr.ratio();
    assert!((ndpr - 1.17655).abs() < 5e-6, "NdPr: {ndpr}");
}

#[test]
fn ndpr_oxide_of_one_kind_alone_has_the_stoichiometry_of_that_kind() {
    let (nd, pr) = (OxidePerMetal::<Nd>::new(1.25).unwrap(), OxidePerMetal::<Pr>::new(1.6).unwrap());
    assert_eq!(ndpr_oxide_per_metal(nd, pr, share(1.0)).ratio(), 1.25);
    assert_eq!(ndpr_oxide_per_metal(nd, pr, share(0.0)).ratio(), 1.6);
    // Half and half: 0.5/1.25 + 0.5/1.6 = 0.7125 kg of metal.
    near(ndpr_oxide_per_metal(nd, pr, share(0.5)).ratio(), 1.0 / 0.7125, 1e-15);
}

#[test]
fn an_oxide_at_eighty_dollars_is_a_metal_at_a_hundred_when_metal_costs_a_quarter_more() {
    let oxide = Price::<_, Oxide<Nd>>::new(80.0).unwrap().in_usd(Rate::<Cny>::new(1.0).unwrap());
    let (nd, ndpr) = (OxidePerMetal::new(1.2).unwrap(), OxidePerMetal::<NdPr>::new(1.2).unwrap());
    near(metal_price(oxide, Factor::new(1.25), nd, ndpr).per_kg(), 100.0, 1e-15);
}

#[test]
fn an_oxide_at_555000_yuan_per_tonne_is_78_17_dollars_per_kg_with_tax_and_69_18_without() {
    let price = Price::<Cny, Oxide<NdPr>>::new(555.0).unwrap().in_usd(Rate::new(7.1).unwrap());
    assert_eq!((price.per_kg() * 100.0).round(), 7817.0);
    assert_eq!((price.without_vat(share(0.13)).per_kg() * 100.0).round(), 6918.0);
}

// --- What a magnet costs ----------------------------------------------------------------------------------------

#[test]
fn twice_the_metal_is_bought_when_half_the_alloy_is_lost_and_none_comes_back() {
    assert_eq!(gross_factor(share(0.5), share(0.0)).value(), 2.0);
    assert_eq!(gross_factor(share(0.5), share(0.5)).value(), 1.5);
    assert_eq!(gross_factor(share(0.5), share(1.0)).value(), 1.0);
    assert_eq!(gross_factor(share(0.25), share(0.0)).value(), 4.0);
    assert_eq!(gross_factor(share(1.0), share(0.3)).value(), 1.0);
}

#[test]
fn a_motor_of_round_numbers_costs_what_pencil_and_paper_say() {
    // One kilogram with 30 % neodymium and nothing else, metal at 100 USD/kg, k = 2, rare earths half of the cost.
    let stoichiometry = 1.2;
    let mut x = inputs(&[
        (Param::EvMagnetKg, 1.0),
        (Param::EvWPr, 0.0),
        (Param::EvWDy, 0.0),
        (Param::EvWTb, 0.0),
        (Param::EvWNd, 0.3),
        (Param::PriceNdOxide, 80.0),
        (Param::ProcessMetalPerOxide, 1.25),
        (Param::OxidePerMetalNd, stoichiometry),
        (Param::OxidePerMetalPr, stoichiometry),
        (Param::ProcessUtilisation, 0.5),
        (Param::ProcessSwarfRecovery, 0.0),
        (Param::CostReShare, 0.5),
        (Param::EvProductCost, 600.0),
        (Param::ShockPriceAbs, 50.0),
    ]);
    x.choices.substance = Substance::NdMetal;
    let motor = report(&x).motor;
    near(motor.before[0].central, 60.0, 1e-12);
    near(motor.before[4].central, 60.0, 1e-12);
    near(motor.after[0].central, 90.0, 1e-12);
    near(motor.after[4].central, 60.0, 1e-12);
    near(motor.currencies[0].change.central, 0.25, 1e-12);
    near(motor.difference_gross.central, 30.0, 1e-12);
    near(motor.difference_contained.central, 15.0, 1e-12);
    let (before, after) = motor.share_of_product.unwrap();
    near(before.central, 0.2, 1e-12);
    near(after.central, 0.25, 1e-12);
    // Everything is set: the bounds are the answer.
    assert_eq!(motor.before[0].low, motor.before[0].high);
}

#[test]
fn a_magnet_maker_in_china_pays_the_quoted_price_divided_by_1_13() {
    let outside = Inputs::default();
    let mut china = Inputs::default();
    china.choices.buyer = Buyer::China;
    let (dear, cheap) = (report(&outside).motor, report(&china).motor);
    for part in 0..5 {
        near(cheap.before[part].central * 1.13, dear.before[part].central, 1e-12);
    }
    near(cheap.difference_contained.central * 1.13, dear.difference_contained.central, 1e-12);
}

#[test]
fn a_buyer_under_export_control_pays_the_european_price_for_dysprosium_and_terbium_only() {
    let mut x = inputs(&[
        (Param::EvWPr, 0.05),
        (Param::EvWTb, 0.01),
        (Param::PriceDyOxide, 100.0),
        (Param::PriceTbOxide, 1000.0),
        (Param::PriceDyOxideEurope, 300.0),
        (Param::PriceTbOxideEurope, 5000.0),
    ]);
    let free = report(&x).motor.before;
    x.choices.buyer = Buyer::Controlled;
    let controlled = report(&x).motor.before;
    assert_eq!(free[0], controlled[0]);
    assert_eq!(free[1], controlled[1]);
    near(controlled[2].central, free[2].central * 3.0, 1e-12);
    near(controlled[3].central, free[3].central * 5.0, 1e-12);
}

// --- Shocks -----------------------------------------------------------------------------------------------------

#[test]
fn an_empty_list_of_shocks_gives_the_baseline_bit_for_bit_in_every_currency() {
    let x = inputs(&[(Param::ShockPriceAbs, 0.0), (Param::ShockPriceRel, 0.0), (Param::ShockFx, 0.0)]);
    let all = report(&x);
    for product in [&all.motor, &all.wind] {
        for (before, after) in product.before.iter().zip(&product.after) {
            assert_eq!(
                [before.low, before.central, before.high].map(f64::to_bits),
                [after.low, after.central, after.high].map(f64::to_bits)
            );
        }
        for c in &product.currencies {
            assert_eq!(
                [c.before.low, c.before.central, c.before.high].map(f64::to_bits),
                [c.after.low, c.after.central, c.after.high].map(f64::to_bits)
            );
            assert_eq!(c.rate.0.to_bits(), c.rate.1.to_bits());
            assert_eq!((c.difference.central, c.change.central), (0.0, 0.0));
        }
        for (_, before, after) in &product.curve.points {
            assert_eq!(before.central.to_bits(), after.central.to_bits());
        }
        assert_eq!(product.difference_gross.central, 0.0);
    }
}

#[test]
fn the_absolute_shock_comes_first_and_the_relative_one_moves_the_risen_price() {
    let mut x = inputs(&[(Param::ShockPriceAbs, 10.0), (Param::ShockPriceRel, 0.5)]);
    x.choices.substance = Substance::NdMetal;
    let motor = report(&x).motor;
    let weight = x.get(Param::EvWNd).unwrap() * x.get(Param::EvMagnetKg).unwrap();
    // (P + 10)·1.5 − P = 0.5·P + 15 for neodymium, the price coming from the cost before.
    let price = motor.before[0].central / (weight * motor.gross_factor.central);
    near(motor.closed_form.2[0].1, 0.5 * price + 15.0, 1e-12);
    let shocks = [
        Shock::Price { substance: Substance::NdMetal, usd_per_kg: 10.0 },
        Shock::RelativePrice { elements: Elements::All, change: change(0.5) },
    ]
    .map(Listed::from);
    let market = Market::baseline(&Reading::new(&x, Case::Central));
    let base = market.metals.nd.per_kg();
    near(market.after(&shocks).metals.nd.per_kg(), (base + 10.0) * 1.5, 1e-15);
    let turned = [shocks[1], shocks[0]];
    near(market.after(&turned).metals.nd.per_kg(), base * 1.5 + 10.0, 1e-15);
    assert_eq!(market.after(&[]), market);
}

#[test]
fn a_relative_shock_on_the_heavy_elements_moves_dysprosium_and_terbium_only() {
    let mut x =
        inputs(&[(Param::EvWPr, 0.05), (Param::EvWTb, 0.01), (Param::ShockPriceAbs, 0.0), (Param::ShockPriceRel, 1.0)]);
    x.choices.elements = Elements::Heavy;
    let heavy = report(&x).motor;
    assert_eq!(heavy.before[..2], heavy.after[..2]);
    assert_eq!(heavy.before[4], heavy.after[4]);
    near(heavy.after[2].central, heavy.before[2].central * 2.0, 1e-15);
    near(heavy.after[3].central, heavy.before[3].central * 2.0, 1e-15);
    x.choices.elements = Elements::Light;
    let light = report(&x).motor;
    assert_eq!(light.before[2..], light.after[2..]);
    near(light.after[0].central, light.before[0].central * 2.0, 1e-15);
    near(light.after[1].central, light.before[1].central * 2.0, 1e-15);
}

#[test]
fn a_rise_of_the_oxide_reaches_the_metal_through_the_price_ratio_and_the_stoichiometry() {
    let mut x = inputs(&[(Param::ShockPriceAbs, 10.0), (Param::ProcessMetalPerOxide, 1.25)]);
    for (substance, moved) in [
        (Substance::NdMetal, [true, false, false, false]),
        (Substance::NdPrMetal, [true, true, false, false]),
        (Substance::DyMetal, [false, false, true, false]),
        (Substance::TbMetal, [false, false, false, true]),
    ] {
        x.choices.substance = substance;
        let rises = report(&x).motor.closed_form.2.map(|(_, rise)| rise);
        for (rise, moves) in rises.into_iter().zip(moved) {
            assert!((rise - if moves { 10.0 } else { 0.0 }).abs() < 1e-9, "{substance:?}: {rises:?}");
        }
    }
    for (substance, factors) in [
        (Substance::NdOxide, [1.16638, 0.0, 0.0, 0.0]),
        (Substance::NdPrOxide, [1.16638, 1.20816, 0.0, 0.0]),
        (Substance::DyOxide, [0.0, 0.0, 1.14768, 0.0]),
        (Substance::TbOxide, [0.0, 0.0, 0.0, 1.17617]),
    ] {
        x.choices.substance = substance;
        let rises = report(&x).motor.closed_form.2.map(|(_, rise)| rise);
        for (rise, s) in rises.into_iter().zip(factors) {
            assert!((rise - 10.0 * 1.25 * s / 1.17655).abs() < 1e-3, "{substance:?}: {rises:?}");
        }
    }
}

#[test]
fn a_fall_that_takes_a_metal_below_nothing_is_flagged_and_not_clamped() {
    let mut x = inputs(&[(Param::ShockPriceAbs, -1000.0)]);
    x.choices.substance = Substance::NdMetal;
    let all = report(&x);
    assert!(all.flags.contains(&Flag::NegativePrice(0)));
    assert!(!all.flags.contains(&Flag::NegativePrice(2)));
    assert!(all.motor.after[0].central < 0.0);
    near(all.motor.closed_form.2[0].1, -1000.0, 1e-12);
}

// --- Demand -----------------------------------------------------------------------------------------------------

#[test]
fn twenty_six_million_vehicles_with_2_54_kg_each_need_66040_tonnes() {
    let (units, each) = (UnitsPerYear::new(26_000_000.0).unwrap(), Mass::new(2.54).unwrap());
    near(magnets(units, share(1.0), each).tonnes(), 66_040.0, 1e-15);
    let mut x = inputs(&[(Param::EvMagnetKg, 2.54), (Param::PmShareEv, 1.0)]);
    x.set_units(Application::CarBev, BASE_YEAR, Some(26_000_000.0)).unwrap();
    let all = report(&x);
    near(row(&all, Application::CarBev).magnet.unwrap().central, 66_040.0, 1e-12);
}

#[test]
fn a_million_humanoid_robots_with_three_and_a_half_kilograms_each_need_3500_tonnes() {
    let mut x = Inputs::default();
    x.set_units(Application::Humanoid, 2035, Some(1_000_000.0)).unwrap();
    let all = report_of(&x, 2035);
    let humanoid = row(&all, Application::Humanoid);
    near(humanoid.magnet.unwrap().central, 3_500.0, 1e-15);
    // 2 to 4 kg in the evidence.
    near(humanoid.magnet.unwrap().low, 2_000.0, 1e-15);
    near(humanoid.magnet.unwrap().high, 4_000.0, 1e-15);
    assert_eq!(humanoid.units.unwrap().origin, Origin::Reader);
}

#[test]
fn units_between_two_given_years_lie_on_a_geometric_line_and_on_a_straight_one_from_zero() {
    let points = [(2020, 100.0), (2022, 400.0)];
    let between = interpolate(&points, 2021, None).unwrap();
    near(between.count, 200.0, 1e-15);
    assert_eq!(between.origin, Origin::Between);
    let given = interpolate(&points, 2022, None).unwrap();
    assert_eq!((given.count, given.origin), (400.0, Origin::Given));
    assert_eq!(interpolate(&[(2020, 0.0), (2024, 400.0)], 2021, None).unwrap().count, 100.0);
    assert_eq!(interpolate(&[(2020, 400.0), (2024, 0.0)], 2023, None).unwrap().count, 100.0);
}

#[test]
fn nothing_is_extrapolated_without_a_growth_rate_and_with_one_the_figure_says_so() {
    let points = [(2020, 100.0), (2022, 400.0)];
    assert_eq!(interpolate(&points, 2023, None), None);
    assert_eq!(interpolate(&points, 2019, None), None);
    assert_eq!(interpolate(&points, 2019, Some(change(0.1))), None);
    assert_eq!(interpolate(&[], 2020, Some(change(0.1))), None);
    let beyond = interpolate(&points, 2024, Some(change(0.1))).unwrap();
    near(beyond.count, 484.0, 1e-14);
    assert_eq!(beyond.origin, Origin::Extended);

    let empty = report_of(&Inputs::default(), 2030);
    assert_eq!(row(&empty, Application::Humanoid).units, None);
    assert_eq!(row(&empty, Application::Humanoid).magnet, None);
    let tracks = Tracks::new(Outlook::Steps);
    let last = tracks.at(lodestone_model::data::Series::Humanoid, 2028, None).unwrap();
    assert_eq!(last.origin, Origin::Given);
    let grown = report_of(&inputs(&[(Param::GrowthAfter, 0.5)]), 2030);
    let units = row(&grown, Application::Humanoid).units.unwrap();
    near(units.count, last.count * 2.25, 1e-15);
    assert_eq!(units.origin, Origin::Extended);
    near(row(&grown, Application::Humanoid).magnet.unwrap().central, last.count * 2.25 * 3.5 / 1000.0, 1e-14);
}

#[test]
fn an_application_without_evidence_is_empty_until_it_is_filled_and_then_counts_in_the_total() {
    let mut x = Inputs::default();
    let before = report(&x);
    for application in Application::ALL.into_iter().filter(|a| !a.is_modelled()) {
        let need = row(&before, application);
        assert!(need.units.is_none() && need.magnet.is_none() && need.contained.is_none(), "{application:?}");
    }
    x.set(Param::DroneMagnetKg, 0.5).unwrap();
    assert_eq!(row(&report(&x), Application::Drone).magnet, None, "a mass alone is no figure");
    x.set_units(Application::Drone, BASE_YEAR, Some(2_000_000.0)).unwrap();
    let after = report(&x);
    near(row(&after, Application::Drone).magnet.unwrap().central, 1_000.0, 1e-15);
    near(after.year.magnet.central, before.year.magnet.central + 1_000.0, 1e-12);
    x.set_units(Application::Drone, BASE_YEAR, None).unwrap();
    assert_eq!(row(&report(&x), Application::Drone).magnet, None);
}

#[test]
fn wind_needs_megawatts_times_share_times_kg_per_megawatt_and_the_shares_are_not_renormalised() {
    let mut x = inputs(&[
        (Param::OnshoreDirectShare, 0.1),
        (Param::OnshoreGearedShare, 0.2),
        (Param::OffshoreDirectShare, 0.5),
        (Param::OffshoreGearedShare, 0.25),
        (Param::WindKgPerMwDirect, 600.0),
        (Param::WindKgPerMwGeared, 100.0),
    ]);
    x.set_units(Application::WindOnshore, BASE_YEAR, Some(100_000.0)).unwrap();
    x.set_units(Application::WindOffshore, BASE_YEAR, Some(10_000.0)).unwrap();
    let all = report(&x);
    // 100,000 · (0.1·600 + 0.2·100) / 1000 and 10,000 · (0.5·600 + 0.25·100) / 1000
    near(row(&all, Application::WindOnshore).magnet.unwrap().central, 8_000.0, 1e-12);
    near(row(&all, Application::WindOffshore).magnet.unwrap().central, 3_250.0, 1e-12);
    near(row(&all, Application::WindOnshore).with_magnets.central, 0.3, 1e-12);
}

#[test]
fn wind_is_split_into_land_and_sea_by_the_share_at_sea() {
    let all = report_of(&inputs(&[(Param::OffshoreShare, 0.25)]), 2024);
    let (land, sea) = (row(&all, Application::WindOnshore), row(&all, Application::WindOffshore));
    near(land.units.unwrap().count, 3.0 * sea.units.unwrap().count, 1e-12);
    let whole = Tracks::new(Outlook::Steps).at(lodestone_model::data::Series::Wind, 2024, None).unwrap();
    near(land.units.unwrap().count + sea.units.unwrap().count, whole.count, 1e-12);
}

#[test]
fn one_percent_of_thrift_leaves_99_percent_of_the_mass_after_a_year_and_the_base_year_as_it_is() {
    assert_eq!(demand::thrift(share(0.01), BASE_YEAR).value(), 1.0);
    near(demand::thrift(share(0.01), BASE_YEAR + 1).value(), 0.99, 1e-15);
    near(demand::thrift(share(0.1), BASE_YEAR + 2).value(), 0.81, 1e-15);
    let set = inputs(&[(Param::Thrift, 0.1), (Param::EvMagnetKg, 2.0)]);
    near(row(&report_of(&set, BASE_YEAR + 2), Application::CarBev).each.unwrap().central, 1.62, 1e-14);
}

#[test]
fn ndpr_oxide_is_the_oxide_of_the_neodymium_and_praseodymium_contained() {
    let mut x = inputs(&[
        (Param::OtherWNd, 0.2),
        (Param::OtherWPr, 0.1),
        (Param::OxidePerMetalNd, 1.2),
        (Param::OxidePerMetalPr, 1.5),
        (Param::MriMagnetKg, 1000.0),
    ]);
    x.set_units(Application::Mri, BASE_YEAR, Some(1_000.0)).unwrap();
    let all = report(&x);
    let mri = row(&all, Application::Mri);
    near(mri.contained.unwrap()[0].central, 200.0, 1e-14);
    near(mri.gross.unwrap()[0].central, 204.0, 1e-12);
    // 200 t · 1.2 + 100 t · 1.5
    near(mri.ndpr_oxide.unwrap().central, 390.0, 1e-14);
}

#[test]
fn other_uses_are_the_published_total_without_the_modelled_parts() {
    let all = report_of(&Inputs::default(), 2020);
    let (published, other) = (all.year.published.unwrap(), all.year.other_uses.unwrap());
    near(other.central + all.year.magnet.central, published, 1e-12);
    let later = report_of(&Inputs::default(), 2030);
    assert_eq!((later.year.published, later.year.other_uses), (None, None));
}

// --- What is accepted -------------------------------------------------------------------------------------------

#[test]
fn a_value_outside_all_evidence_is_used_as_it_is_and_flagged() {
    let mut x = Inputs::default();
    let limit = Param::EvMagnetKg.spec().evidence.unwrap().1;
    x.set(Param::EvMagnetKg, limit).unwrap();
    assert_eq!(report(&x).flags, []);
    x.set(Param::EvMagnetKg, 250.0).unwrap();
    let all = report(&x);
    assert_eq!(all.motor.magnet_kg.central, 250.0);
    assert_eq!((all.motor.magnet_kg.low, all.motor.magnet_kg.high), (250.0, 250.0));
    assert_eq!(all.flags, [Flag::OutsideEvidence(Param::EvMagnetKg)]);
    x.reset(Param::EvMagnetKg);
    assert_eq!(report(&x), report(&Inputs::default()));
}

#[test]
fn an_impossible_value_is_refused_with_key_value_and_limits_and_changes_nothing() {
    let mut x = inputs(&[(Param::EvMagnetKg, 3.0), (Param::WindMw, 5.0)]);
    let untouched = x.clone();
    let cases = [
        (Param::EvMagnetKg, -1.0, ["ev-magnet-kg", "-1", "at least 0", "at most 10000 kg"]),
        (Param::FxKrw, 0.0, ["fx-krw", "0", "more than 0", "at most 1000000 KRW/USD"]),
        (Param::FxCny, -7.0, ["fx-cny", "-7", "more than 0", "CNY/USD"]),
        (Param::PriceNdOxide, 1e308, ["price-nd-oxide", &format!("{}", 1e308), "at least 0", "at most 1000000 USD/kg"]),
        (Param::WindMw, f64::NAN, ["wind-mw", "NaN", "at least 0", "at most 1000 MW"]),
        (Param::WindMw, f64::INFINITY, ["wind-mw", "inf", "at least 0", "at most 1000 MW"]),
        (Param::WindMw, f64::NEG_INFINITY, ["wind-mw", "-inf", "at least 0", "at most 1000 MW"]),
        (Param::EvWNd, 1.2, ["ev-w-nd", "1.2", "at least 0", "at most 1 share"]),
        (Param::ProcessUtilisation, 0.0, ["process-utilisation", "0", "at least 0.01", "at most 1 share"]),
        (Param::CostReShare, 0.0, ["cost-re-share", "0", "at least 0.01", "at most 1 share"]),
        (Param::ShockFx, 1.0, ["shock-fx", "1", "more than -1", "at most 0.99 change"]),
    ];
    for (param, value, expected) in cases {
        let error = x.set(param, value).unwrap_err();
        assert!(matches!(error, Error::Parameter { param: p, .. } if p == param), "{error:?}");
        let sentence = error.to_string();
        for part in expected {
            assert!(sentence.contains(part), "{sentence:?} does not say {part:?}");
        }
        assert_eq!(x, untouched);
    }
}

#[test]
fn no_parameter_accepts_a_value_that_is_not_a_finite_number() {
    for param in Param::ALL {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e308, -1e308] {
            let mut x = Inputs::default();
            assert!(x.set(param, value).is_err(), "{} = {value}", param.key());
            assert_eq!(x, Inputs::default());
        }
    }
}

#[test]
fn fractions_that_leave_no_room_in_the_magnet_are_refused_with_the_room_that_is_left() {
    let mut x = inputs(&[(Param::EvWPr, 0.25), (Param::EvWDy, 0.25), (Param::EvWTb, 0.0)]);
    let untouched = x.clone();
    let error = x.set(Param::EvWNd, 0.75).unwrap_err();
    assert_eq!(error, Error::OverOne { param: Param::EvWNd, value: 0.75, room: 0.5 });
    let sentence = error.to_string();
    assert!(["ev-w-nd", "0.75", "at most 0.5"].iter().all(|part| sentence.contains(part)), "{sentence}");
    assert_eq!(x, untouched);
    x.set(Param::EvWNd, 0.5).unwrap();
    // The turbine's magnet is another one.
    x.set(Param::WindWNd, 0.75).unwrap();
}

#[test]
fn an_impossible_number_of_units_is_refused_with_its_value_and_changes_nothing() {
    let mut x = Inputs::default();
    x.set_units(Application::Robot, 2030, Some(7.0)).unwrap();
    for value in [-1.0, f64::NAN, f64::INFINITY, 1e308] {
        let sentence = x.set_units(Application::Robot, 2030, Some(value)).unwrap_err().to_string();
        assert!(sentence.contains(&value.to_string()) && sentence.contains("units"), "{sentence}");
        assert_eq!(x.units(Application::Robot, 2030), Some(7.0));
    }
}

#[test]
fn a_quantity_cannot_be_made_of_a_value_that_its_type_does_not_allow() {
    for value in [-1.0, f64::NAN, f64::INFINITY] {
        assert!(Mass::<Oxide<Nd>>::new(value).is_err());
        assert!(Rate::<Cny>::new(value).is_err());
        assert!(Share::new(value).is_err());
        assert!(UnitsPerYear::new(value).is_err());
    }
    assert!(Rate::<Cny>::new(0.0).is_err());
    let sentence = Share::new(1.2).unwrap_err().to_string();
    assert!(sentence.contains("1.2") && sentence.contains("share of 1"), "{sentence}");
    assert_eq!(Share::new(1.0).unwrap().rest().share(), 0.0);
}

#[test]
fn every_composition_can_be_chosen_for_every_magnet_and_is_then_the_one_in_force() {
    for used in Use::ALL {
        for alloy in Alloy::ALL {
            let mut x = Inputs::default();
            x.choose_alloy(*used, alloy);
            assert_eq!(x.alloy(*used), Some(alloy));
            let row = alloy.row();
            assert_eq!(used.fractions().map(|p| x.get(p).unwrap()), [row.nd, row.pr, row.dy, row.tb]);
        }
    }
}

#[test]
fn a_value_so_small_that_it_would_divide_to_infinity_is_refused() {
    for param in [Param::ProcessUtilisation, Param::CostReShare, Param::OxidePerMetalNd, Param::EvProductCost] {
        assert!(Inputs::default().set(param, 1e-310).is_err(), "{}", param.key());
    }
}

#[test]
fn a_default_that_no_longer_fits_takes_the_other_fractions_back_with_it() {
    let mut x = inputs(&[(Param::EvWDy, 0.0), (Param::EvWTb, 0.0), (Param::EvWPr, 0.0)]);
    x.set(Param::EvWNd, 1.0).unwrap();
    x.reset(Param::EvWDy);
    assert_eq!(x, Inputs::default());
}

#[test]
fn a_fraction_must_fit_beside_the_high_ends_of_the_others() {
    let high: f64 = [Param::EvWPr, Param::EvWDy, Param::EvWTb].iter().map(|p| p.spec().high).sum();
    let mut x = Inputs::default();
    assert!(x.set(Param::EvWNd, 1.0 - high / 2.0).is_err());
    x.set(Param::EvWNd, 1.0 - high - 1e-9).unwrap();
}

#[test]
fn a_composition_that_was_chosen_is_exact_in_every_fraction() {
    let mut x = inputs(&[(Param::EvMagnetKg, 1.0)]);
    x.choose_alloy(Use::Motor, Alloy::Formula);
    let contained = Report::new(&x, View::default()).motor.contained;
    assert!(contained.iter().all(|r| r.low == r.high), "{contained:?}");
}

#[test]
fn the_drive_trains_of_a_fleet_cannot_be_more_than_the_fleet() {
    let mut x = inputs(&[(Param::OnshoreGearedShare, 0.25)]);
    let error = x.set(Param::OnshoreDirectShare, 1.0).unwrap_err();
    assert_eq!(error, Error::OverOne { param: Param::OnshoreDirectShare, value: 1.0, room: 0.75 });
}

#[test]
fn a_year_outside_all_years_counts_as_the_nearest_inside() {
    for (year, nearest) in [(i32::MIN, 2010), (3000, 2035)] {
        let report = Report::new(&Inputs::default(), View { year, ..View::default() });
        assert_eq!(report.year.year, nearest);
    }
}

#[test]
fn a_world_total_of_the_readers_own_takes_the_place_of_the_published_one() {
    let x = inputs(&[(Param::PublishedTotal, 300_000.0)]);
    let year = Report::new(&x, View { year: 2025, ..View::default() }).year;
    assert_eq!(year.published, Some(300_000.0));
    assert_eq!(year.other_uses.unwrap().central, 300_000.0 - year.magnet.central);
    assert_eq!(Report::new(&Inputs::default(), View { year: 2025, ..View::default() }).year.published, None);
}

#[test]
fn a_value_without_evidence_to_compare_with_is_not_called_outside_it() {
    let x = inputs(&[(Param::Thrift, 0.19), (Param::VanMagnetKg, 15.0)]);
    assert_eq!(x.outside_evidence().count(), 0);
    // Contained neodymium is no evidence for a magnet mass: the least stated magnet of a motor is one kilogram.
    assert_eq!(Param::EvMagnetKg.spec().evidence, Some((1.0, 4.0)));
}
