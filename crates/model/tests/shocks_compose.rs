//! Shocks: each kind by hand, in lists, with terms, as text. An empty list is the baseline, bit for bit.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::listed;
use lodestone_model::demand::{Application, BASE_YEAR};
use lodestone_model::error::Error;
use lodestone_model::inputs::{Case, Currency, Inputs, Param, RateReading, Reading, assign};
use lodestone_model::outputs::{self, Evaluator, Output, Shared};
use lodestone_model::shocks::{self, Lever, Listed, MOST_SHOCKS, Market, Shock};
use lodestone_model::units::Change;
use proptest::prelude::*;

#[track_caller]
fn near(found: f64, expected: f64, relative: f64) {
    let allowed = relative * expected.abs();
    assert!((found - expected).abs() <= allowed, "found {found}, expected {expected} within {allowed:e}");
}

/// The defaults with a list of shocks.
fn with(shocks: &str) -> Inputs {
    let mut inputs = Inputs::default();
    inputs.assign("shocks", shocks).unwrap();
    inputs
}

fn get(inputs: &Inputs, output: Output) -> f64 {
    Evaluator::new(inputs, &Shared::default(), Case::Central, 2026).get(output).unwrap()
}

fn market(inputs: &Inputs) -> (Market, Market) {
    let x = Reading::new(inputs, Case::Central);
    let before = Market::baseline(&x);
    (before, before.after(&shocks::scenario(&x)))
}

fn listed_as(text: &str) -> Listed {
    text.parse().unwrap()
}

/// Every answer in every case, as bits.
fn bits(inputs: &Inputs, year: i32) -> Vec<Option<[u64; 3]>> {
    let shared = Shared::default();
    let range = |o: &Output| outputs::range(inputs, &shared, year, *o);
    Output::ALL.iter().map(|o| range(o).map(|r| [r.low, r.central, r.high].map(f64::to_bits))).collect()
}

// --- Nothing is nothing -----------------------------------------------------------------------------------------

/// The parameters that stand for shocks, all at zero.
fn no_parameter_shocks() -> Inputs {
    let mut inputs = Inputs::default();
    for param in [
        Param::ShockPriceAbs,
        Param::ShockPriceRel,
        Param::ShockFx,
        Param::ShockFreight,
        Param::ShockTariff,
        Param::ShockImportVat,
        Param::OutageShare,
    ] {
        inputs.set(param, 0.0).unwrap();
    }
    inputs
}

#[test]
fn an_empty_list_gives_the_baseline_bit_for_bit_in_every_answer() {
    let by_parameters = no_parameter_shocks();
    for year in [2024, 2025, 2026, 2027, 2030] {
        assert_eq!(bits(&with(""), year), bits(&by_parameters, year));
    }
    for (after, before) in [
        (Output::MotorAfterUsd, Output::MotorBeforeUsd),
        (Output::TurbineAfterUsd, Output::TurbineBeforeUsd),
        (Output::MotorAfterLocal, Output::MotorBeforeLocal),
        (Output::TurbineAfterLocal, Output::TurbineBeforeLocal),
        (Output::MotorShareAfter, Output::MotorShareBefore),
    ] {
        assert_eq!(get(&with(""), after).to_bits(), get(&with(""), before).to_bits(), "{}", after.key());
    }
    for (output, nothing) in [
        (Output::MotorDifferenceUsd, 0.0),
        (Output::TurbineDifferenceUsd, 0.0),
        (Output::MotorContainedUsd, 0.0),
        (Output::SupplyLost, 0.0),
        (Output::NdPriceFactor, 1.0),
    ] {
        assert_eq!(get(&with(""), output), nothing, "{}", output.key());
    }
}

#[test]
fn shocks_of_zero_in_a_list_give_the_baseline_bit_for_bit() {
    let zero = "price:nd-metal:0; relative:all:0; rate:krw:value:0; freight:0; tariff:0; import-vat:0; \
                outage:mining:china:rate:0:12; control:all:0";
    assert_eq!(bits(&with(zero), 2026), bits(&with(""), 2026));
    assert_eq!(bits(&with("demand:car-bev:units:0; demand:robot:intensity:0"), 2026), bits(&with(""), 2026));
}

#[test]
fn the_parameters_stand_for_the_list_that_says_the_same() {
    let mut by_parameters = no_parameter_shocks();
    for (param, value) in [
        (Param::OutageShare, 0.5),
        (Param::OutageMonths, 6.0),
        (Param::ShockPriceAbs, 20.0),
        (Param::ShockPriceRel, 0.1),
        (Param::ShockFx, 0.1),
        (Param::ShockFreight, 0.05),
        (Param::ShockTariff, 0.25),
        (Param::ShockImportVat, 0.1),
        (Param::PricePassThrough, 0.5),
        (Param::PriceHedged, 0.25),
        (Param::FxHedged, 0.5),
        (Param::ShockLag, 3.0),
    ] {
        by_parameters.set(param, value).unwrap();
    }
    let list = "outage:mining:china:rate:0.5:6@pass=0.5,hedge=0.25,lag=3; price:nd-metal:20@pass=0.5,hedge=0.25,lag=3; \
                relative:all:0.1@pass=0.5,hedge=0.25,lag=3; rate:krw:value:0.1@hedge=0.5,lag=3; freight:0.05@lag=3; \
                tariff:0.25@lag=3; import-vat:0.1@lag=3";
    assert_eq!(bits(&by_parameters, 2026), bits(&with(list), 2026));
    let x = Reading::new(&by_parameters, Case::Central);
    assert_eq!(shocks::scenario(&x), assign::shocks(list).unwrap());
}

// --- Each kind by hand ------------------------------------------------------------------------------------------

#[test]
fn a_price_rises_by_so_many_dollars_per_kg_of_the_named_substance() {
    let (before, after) = market(&with("price:dy-metal:40; price:tb-oxide:-10"));
    assert_eq!(after.metals.nd, before.metals.nd);
    near(after.metals.dy.per_kg(), before.metals.dy.per_kg() + 40.0, 1e-15);
    assert_eq!(after.oxides.dy, before.oxides.dy, "a rise of the metal is not one of the oxide");
    near(after.oxides.tb.per_kg(), before.oxides.tb.per_kg() - 10.0, 1e-15);
    // The metal follows its oxide in proportion.
    near(after.metals.tb / before.metals.tb, after.oxides.tb / before.oxides.tb, 1e-14);
}

#[test]
fn a_relative_price_moves_metal_and_oxide_of_the_named_elements_alike() {
    for (elements, moved) in [
        ("all", [true; 4]),
        ("light", [true, true, false, false]),
        ("heavy", [false, false, true, true]),
        ("nd", [true, false, false, false]),
        ("pr", [false, true, false, false]),
        ("dy", [false, false, true, false]),
        ("tb", [false, false, false, true]),
    ] {
        let (b, a) = market(&with(&format!("relative:{elements}:0.5")));
        let metals = [
            a.metals.nd / b.metals.nd,
            a.metals.pr / b.metals.pr,
            a.metals.dy / b.metals.dy,
            a.metals.tb / b.metals.tb,
        ];
        let oxides = [
            a.oxides.nd / b.oxides.nd,
            a.oxides.pr / b.oxides.pr,
            a.oxides.dy / b.oxides.dy,
            a.oxides.tb / b.oxides.tb,
        ];
        for (i, moves) in moved.into_iter().enumerate() {
            let factor = if moves { 1.5 } else { 1.0 };
            near(metals[i], factor, 1e-15);
            near(oxides[i], factor, 1e-15);
        }
    }
}

#[test]
fn a_currency_that_loses_a_tenth_of_its_value_makes_the_cost_in_it_a_ninth_higher_and_no_other() {
    let base = get(&with(""), Output::MotorBeforeLocal);
    near(get(&with("rate:krw:value:0.1"), Output::MotorAfterLocal), base / 0.9, 1e-14);
    near(get(&with("rate:krw:quote:0.1"), Output::MotorAfterLocal), base * 1.1, 1e-14);
    assert_eq!(get(&with("rate:eur:value:0.1"), Output::MotorAfterLocal), base);
    assert_eq!(get(&with("rate:krw:value:0.1"), Output::MotorAfterUsd), get(&with(""), Output::MotorBeforeUsd));
    // Two falls after one another multiply.
    near(get(&with("rate:krw:value:0.1; rate:krw:value:0.2"), Output::MotorAfterLocal), base / 0.9 / 0.8, 1e-14);
    // A rise of the value: dollars become cheaper.
    near(get(&with("rate:krw:value:-0.25"), Output::MotorAfterLocal), base / 1.25, 1e-14);
    // The euro is the currency of the German bill.
    near(get(&with("rate:eur:value:0.2"), Output::BillLocal), get(&with(""), Output::BillLocal) / 0.8, 1e-14);
}

#[test]
fn freight_duty_and_tax_are_factors_on_the_value_with_what_came_before() {
    let before = get(&with(""), Output::MotorBeforeUsd);
    for (list, factor) in [
        ("freight:0.05", 1.05),
        ("tariff:0.25", 1.25),
        ("import-vat:0.1", 1.1),
        ("freight:0.05; tariff:0.25", 1.05 * 1.25),
        // (1 + f)(1 + t)(1 + v): the tax is due on the duty, the duty on the freight.
        ("freight:0.05; tariff:0.25; import-vat:0.1", 1.05 * 1.25 * 1.1),
        // A duty on top of a duty.
        ("tariff:0.25; tariff:0.1", 1.25 * 1.1),
    ] {
        near(get(&with(list), Output::MotorAfterUsd), before * factor, 1e-14);
        near(get(&with(list), Output::MotorDifferenceUsd), before * (factor - 1.0), 1e-12);
        near(get(&with(list), Output::TurbineAfterUsd), get(&with(""), Output::TurbineBeforeUsd) * factor, 1e-14);
        near(get(&with(list), Output::BillUsd), get(&with(""), Output::BillUsd) * factor, 1e-14);
        near(
            get(&with(list), Output::MotorMagnetUsdPerKg),
            get(&with(""), Output::MotorMagnetUsdPerKg) * factor,
            1e-14,
        );
        // What is added at the border is no rise of a metal.
        assert_eq!(get(&with(list), Output::MotorContainedUsd), 0.0);
        assert_eq!(get(&with(list), Output::NdPriceFactor), 1.0);
    }
    // On a magnet that has become dearer.
    let both = with("relative:all:1; tariff:0.25");
    near(get(&both, Output::MotorAfterUsd), get(&with("relative:all:1"), Output::MotorAfterUsd) * 1.25, 1e-14);
}

#[test]
fn a_duty_stands_in_a_part_of_its_own_beside_metals_and_the_rest() {
    let report = lodestone_model::report::Report::new(&with("tariff:0.25"), lodestone_model::report::View::default());
    let (before, after) = (report.motor.before, report.motor.after);
    assert_eq!(before[..5], after[..5]);
    assert_eq!(before[5].central, 0.0);
    near(after[5].central, 0.25 * before.iter().map(|p| p.central).sum::<f64>(), 1e-14);
}

#[test]
fn an_outage_in_a_list_is_the_loss_to_the_power_of_minus_kappa_on_every_price() {
    let mut x = with("outage:mining:china:annual:0.5:1");
    x.set(Param::OutageSourceShare, 0.5).unwrap();
    x.set(Param::Kappa, 2.0).unwrap();
    let (before, after) = market(&x);
    // 1/0.75²
    near(after.oxides.nd / before.oxides.nd, 16.0 / 9.0, 1e-14);
    near(after.metals.tb / before.metals.tb, 16.0 / 9.0, 1e-14);
    near(after.supplied.value(), 0.75, 1e-15);
}

#[test]
fn demand_moves_tonnes_of_one_application_and_no_price() {
    let base = with("");
    for lever in ["units", "intensity", "magnets"] {
        let x = with(&format!("demand:humanoid:{lever}:-0.25"));
        near(get(&x, Output::DemandHumanoidT), 0.75 * get(&base, Output::DemandHumanoidT), 1e-14);
        assert_eq!(get(&x, Output::DemandVehiclesT), get(&base, Output::DemandVehiclesT));
        assert_eq!(get(&x, Output::MotorAfterUsd), get(&base, Output::MotorAfterUsd));
    }
    // Half of the units with half of the magnet each.
    let both = with("demand:humanoid:units:-0.5; demand:humanoid:intensity:-0.5");
    near(get(&both, Output::DemandHumanoidT), 0.25 * get(&base, Output::DemandHumanoidT), 1e-14);
    // More than all of them cannot have magnets.
    assert_eq!(get(&with("demand:humanoid:magnets:9"), Output::DemandHumanoidT), get(&base, Output::DemandHumanoidT));
    let x = with("demand:wind-onshore:units:1");
    let at = |e: Lever| shocks::on_demand(&Reading::new(&x, Case::Central), Application::WindOnshore, e);
    assert_eq!((at(Lever::Units), at(Lever::Intensity), at(Lever::Magnets)), (2.0, 1.0, 1.0));
}

// --- Terms ------------------------------------------------------------------------------------------------------

#[test]
fn what_is_hedged_or_not_passed_on_does_not_reach_the_buyer() {
    let (before, after) = market(&with("price:nd-metal:100@pass=0.5"));
    near(after.metals.nd.per_kg(), before.metals.nd.per_kg() + 50.0, 1e-14);
    let (before, after) = market(&with("price:nd-metal:100@hedge=0.2"));
    near(after.metals.nd.per_kg(), before.metals.nd.per_kg() + 80.0, 1e-14);
    let (before, after) = market(&with("relative:all:1@pass=0.5,hedge=0.5"));
    near(after.metals.dy / before.metals.dy, 1.25, 1e-14);
    let cost = get(&with(""), Output::MotorBeforeUsd);
    near(get(&with("tariff:0.4@pass=0.5"), Output::MotorAfterUsd), cost * 1.2, 1e-14);
    near(get(&with("freight:0.4@hedge=0.75"), Output::MotorAfterUsd), cost * 1.1, 1e-14);
    let won = get(&with(""), Output::MotorBeforeLocal);
    near(get(&with("rate:krw:quote:0.4@pass=0.5,hedge=0.5"), Output::MotorAfterLocal), won * 1.1, 1e-14);
    // The quoted rate itself moves all the way.
    let (_, after) = market(&with("rate:krw:quote:0.4@pass=0.5,hedge=0.5"));
    assert_eq!(after.rates[Currency::Krw as usize].value(), 1.4);
    // An outage's price is passed on in part; the tonnes are missing in full.
    let mut x = with("outage:mining:world:annual:0.5:12@pass=0.5");
    x.set(Param::Kappa, 1.0).unwrap();
    near(get(&x, Output::NdPriceFactor), 1.5, 1e-14);
    near(get(&x, Output::SupplyLost), 0.5, 1e-14);
    let humanoid = |list: &str| get(&with(list), Output::DemandHumanoidT);
    near(humanoid("demand:humanoid:units:1@pass=0.5"), 1.5 * humanoid(""), 1e-14);
}

#[test]
fn fully_hedged_or_not_passed_on_at_all_is_the_baseline_bit_for_bit() {
    for terms in ["hedge=1", "pass=0"] {
        for shock in ["price:nd-metal:100", "relative:all:2", "rate:krw:value:0.5", "tariff:1", "freight:0.1"] {
            assert_eq!(bits(&with(&format!("{shock}@{terms}")), 2026), bits(&with(""), 2026), "{shock}@{terms}");
        }
    }
}

#[test]
fn a_shock_waits_until_its_months_have_passed() {
    let list = "price:nd-metal:100@lag=6; tariff:0.1@lag=12; demand:humanoid:units:1@lag=18";
    for (month, price, duty, units) in [
        (0.0, 0.0, 1.0, 1.0),
        (5.9, 0.0, 1.0, 1.0),
        (6.0, 100.0, 1.0, 1.0),
        (12.0, 100.0, 1.1, 1.0),
        (18.0, 100.0, 1.1, 2.0),
    ] {
        let mut x = with(list);
        x.set(Param::ShockMonth, month).unwrap();
        let (before, after) = market(&x);
        assert!((after.metals.nd.per_kg() - before.metals.nd.per_kg() - price).abs() < 1e-12, "month {month}");
        near(after.customs.value(), duty, 1e-15);
        near(get(&x, Output::DemandHumanoidT), units * get(&with(""), Output::DemandHumanoidT), 1e-14);
    }
}

// --- Order ------------------------------------------------------------------------------------------------------

#[test]
fn an_absolute_rise_before_a_relative_one_is_not_the_same_as_after_it() {
    let price = |list: &str| market(&with(list)).1.metals.nd.per_kg();
    let base = price("");
    near(price("price:nd-metal:10; relative:all:0.5"), (base + 10.0) * 1.5, 1e-14);
    near(price("relative:all:0.5; price:nd-metal:10"), base * 1.5 + 10.0, 1e-14);
    let apart = price("price:nd-metal:10; relative:all:0.5") - price("relative:all:0.5; price:nd-metal:10");
    near(apart, 5.0, 1e-12);
}

#[test]
fn shocks_of_different_kinds_compose_as_if_each_stood_alone() {
    let list = "relative:light:1; rate:krw:value:0.2; tariff:0.25; demand:car-bev:units:-0.1";
    let together = with(list);
    let usd = get(&with("relative:light:1"), Output::MotorAfterUsd) * 1.25;
    near(get(&together, Output::MotorAfterUsd), usd, 1e-14);
    let won = Param::FxKrw.spec().central;
    near(get(&together, Output::MotorAfterLocal), usd * won / 0.8, 1e-14);
    let cars = |x: &Inputs| get(x, Output::DemandVehiclesT);
    assert_eq!(cars(&together), cars(&with("demand:car-bev:units:-0.1")));
}

#[test]
fn a_list_holds_eight_shocks_and_no_more() {
    let shock = "price:nd-metal:1";
    let of = |n: usize| vec![shock; n].join(";");
    assert_eq!(assign::shocks(&of(MOST_SHOCKS)).unwrap().len(), 8);
    assert_eq!(assign::shocks(&of(MOST_SHOCKS + 1)), Err(Error::TooManyShocks));
    assert!(Error::TooManyShocks.to_string().contains('8'));
    let mut x = with("tariff:0.1");
    let untouched = x.clone();
    assert!(x.assign("shocks", &of(9)).is_err());
    assert_eq!(x, untouched);
    // Empty places count for nothing.
    assert_eq!(assign::shocks(" ; ;tariff:0.1; ").unwrap().len(), 1);
    assert_eq!(assign::shocks("").unwrap(), []);
}

// --- Text -------------------------------------------------------------------------------------------------------

#[test]
fn each_kind_reads_as_what_it_says() {
    let change = |x| Change::new(x).unwrap();
    let kinds = [
        "price:nd-metal:100",
        "relative:light:0.2",
        "rate:krw:value:0.1",
        "rate:jpy:quote:-0.05",
        "freight:0.05",
        "tariff:0.25",
        "import-vat:0.1",
        "outage:mining:china:rate:0.4:3",
        "control:heavy:0.5",
        "demand:car-bev:units:-0.1",
        "price:nd-metal:100@pass=0.5,hedge=0.2,lag=3",
    ];
    for text in kinds {
        assert_eq!(listed_as(text).to_string(), text);
    }
    let won = Shock::ExchangeRate { currency: Currency::Krw, reading: RateReading::Value, change: change(0.1) };
    assert_eq!(listed_as("rate:krw:value:0.1"), Listed::from(won));
    assert_eq!(listed_as(" tariff : 0.25 "), Listed::from(Shock::Tariff(change(0.25))), "spaces do not matter");
    assert_eq!(listed_as("tariff:0.25@"), Listed::from(Shock::Tariff(change(0.25))));
    let terms = listed_as("tariff:0.25@ lag = 3 , pass = 0.5").terms;
    assert_eq!((terms.lag.months(), terms.passed.share(), terms.hedged.share()), (3.0, 0.5, 0.0));
}

#[test]
fn a_text_that_says_no_shock_is_refused_with_what_would_be_accepted() {
    let cases = [
        ("", "price, relative, rate, freight, tariff, import-vat, outage, control, demand"),
        ("prize:nd-metal:100", "price, relative"),
        ("PRICE:nd-metal:100", "price, relative"),
        ("price", "nd-metal, ndpr-metal, dy-metal"),
        ("price:iron:100", "nd-metal, ndpr-metal, dy-metal"),
        ("price:nd-metal", "≥ -1000000, ≤ 1000000"),
        ("price:nd-metal:much", "≥ -1000000, ≤ 1000000"),
        ("price:nd-metal:NaN", "≥ -1000000, ≤ 1000000"),
        ("price:nd-metal:inf", "≥ -1000000, ≤ 1000000"),
        ("price:nd-metal:2000000", "≥ -1000000, ≤ 1000000"),
        ("price:nd-metal:100:7", "nothing more"),
        ("relative:cerium:0.2", "all, light, heavy, nd, pr, dy, tb"),
        ("relative:all:-1.5", "≥ -1, ≤ 1000"),
        ("rate:usd:value:0.1", "krw, cny, eur, jpy"),
        ("rate:krw:worth:0.1", "value or quote"),
        ("rate:krw:value:1", "> -1, ≤ 0.99"),
        ("freight:-0.1", "≥ 0, ≤ 10"),
        ("tariff:25%", "≥ 0, ≤ 10"),
        ("import-vat:1.5", "≥ 0, ≤ 1"),
        ("outage:refining:china:rate:0.4:3", "mining, separation, magnets"),
        ("outage:mining:atlantis:rate:0.4:3", "china, united-states, australia"),
        ("outage:mining:china:weekly:0.4:3", "rate or annual"),
        ("outage:mining:china:rate:1:3", "≥ 0, ≤ 0.99"),
        ("outage:mining:china:rate:0.4", "≥ 0, ≤ 12"),
        ("outage:mining:china:rate:0.4:13", "≥ 0, ≤ 12"),
        ("control:heavy:1", "≥ 0, ≤ 0.99"),
        ("demand:trams:units:0.1", "car-bev, car-phev"),
        ("demand:car-bev:colour:0.1", "units, intensity, magnets"),
        ("demand:car-bev:units:-1.1", "≥ -1, ≤ 1000"),
        ("tariff:0.1@pass", "pass=…, hedge=… or lag=…"),
        ("tariff:0.1@soon=3", "pass=…, hedge=… or lag=…"),
        ("tariff:0.1@pass=1.1", "≥ 0, ≤ 1"),
        ("tariff:0.1@hedge=-0.1", "≥ 0, ≤ 1"),
        ("tariff:0.1@lag=121", "≥ 0, ≤ 120"),
    ];
    for (text, accepted) in cases {
        let Err(error) = text.parse::<Listed>() else { panic!("{text:?} is taken") };
        let sentence = error.to_string();
        assert!(sentence.contains(accepted), "{text:?}: {sentence:?} does not say {accepted:?}");
        let mut x = with("tariff:0.1");
        if !text.is_empty() {
            assert_eq!(x.assign("shocks", &format!("tariff:0.2;{text}")), Err(error));
        }
        assert_eq!(x, with("tariff:0.1"), "a refused list changes nothing");
    }
}

#[test]
fn a_refused_number_is_told_between_which_ends_it_must_lie() {
    // Every part that is a number says its ends, not only that it is none.
    for (text, ends) in [
        ("relative:all:-1.5", ("-1", "1000")),
        ("freight:-0.1", ("0", "10")),
        ("import-vat:1.5", ("0", "1")),
        ("tariff:11", ("0", "10")),
        ("rate:krw:value:1", ("-1", "0.99")),
    ] {
        let sentence = text.parse::<Listed>().unwrap_err().to_string();
        let accepted = sentence.split("accepted:").nth(1).unwrap();
        assert!(accepted.contains(ends.0) && accepted.contains(ends.1), "{text:?}: {sentence:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_shock_is_the_same_after_it_was_written_and_read(listed in listed()) {
        let text = listed.to_string();
        prop_assert_eq!(text.parse::<Listed>(), Ok(listed), "{}", text);
        prop_assert_eq!(text.parse::<Listed>().unwrap().to_string(), text);
    }

    #[test]
    fn a_list_of_shocks_is_the_same_after_it_was_written_and_read(all in common::shocks()) {
        let text = all.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
        prop_assert_eq!(assign::shocks(&text), Ok(all));
    }

    #[test]
    fn no_text_makes_the_reader_of_shocks_panic(text in "[a-z:@=.,;0-9 -]{0,40}") {
        if let Ok(listed) = text.parse::<Listed>() {
            prop_assert_eq!(listed.to_string().parse::<Listed>(), Ok(listed));
        }
    }
}

#[test]
fn the_demand_of_the_base_year_is_moved_by_its_shocks_too() {
    let shared = Shared::default();
    let at = |x: &Inputs| Evaluator::new(x, &shared, Case::Central, BASE_YEAR).get(Output::DemandWindT).unwrap();
    let (base, half) = (with(""), with("demand:wind-onshore:units:-0.5; demand:wind-offshore:units:-0.5"));
    near(at(&half), at(&base) / 2.0, 1e-14);
}
