//! Supply, outages, price response, balance and recycling by hand: each test gives the figure of pencil and paper.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use lodestone_model::balance::{self, Cohorts, worn_out};
use lodestone_model::data::{NamedScenario, Series};
use lodestone_model::demand::{ALL_YEARS, Application, BASE_YEAR, Tracks};
use lodestone_model::inputs::{
    Buyer, Case, Country, Edition, Elasticity, Importer, Inputs, OutageReading, Outlook, Param, Reading, Stage,
};
use lodestone_model::outputs::{Evaluator, Output, Shared};
use lodestone_model::report::{Report, SupplySide, View, balance_years};
use lodestone_model::supply;
use lodestone_model::units::{Factor, Months, Share, Years};

#[track_caller]
fn near(found: f64, expected: f64, relative: f64) {
    let allowed = relative * expected.abs();
    assert!((found - expected).abs() <= allowed, "found {found}, expected {expected} within {allowed:e}");
}

/// Inputs without shocks, with the given parameters set.
fn calm(set: &[(Param, f64)]) -> Inputs {
    let mut inputs = Inputs::default();
    inputs.shocks = Some(Vec::new());
    for (param, value) in set {
        inputs.set(*param, *value).unwrap();
    }
    inputs
}

fn with_shocks(set: &[(Param, f64)], shocks: &str) -> Inputs {
    let mut inputs = calm(set);
    inputs.assign("shocks", shocks).unwrap();
    inputs
}

fn get(inputs: &Inputs, year: i32, output: Output) -> Option<f64> {
    Evaluator::new(inputs, &Shared::default(), Case::Central, year).get(output)
}

fn answer(inputs: &Inputs, year: i32, output: Output) -> f64 {
    get(inputs, year, output).unwrap()
}

fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

fn months(value: f64) -> Months {
    Months::new(value).unwrap()
}

// --- Price response ---------------------------------------------------------------------------------------------

#[test]
fn the_sources_imply_price_responses_between_1_3_and_3_7() {
    let expected = [
        // ln 1.6 / −ln 0.7
        (Elasticity::Drought2021, 1.3177, 0.470_003_629_245_735_5 / 0.356_674_943_938_732_4),
        // ln 1.25 and ln 1.3 over −ln 0.915: a tenth of 85 %
        (Elasticity::Quota85Low, 2.51, 0.223_143_551_314_209_76 / 0.088_831_213_706_615_7),
        (Elasticity::Quota85High, 2.95, 0.262_364_264_467_491_06 / 0.088_831_213_706_615_7),
        // The same over −ln 0.931: a tenth of 69 %
        (Elasticity::Quota69Low, 3.12, 0.223_143_551_314_209_76 / 0.071_496_001_705_069_92),
        (Elasticity::Quota69High, 3.67, 0.262_364_264_467_491_06 / 0.071_496_001_705_069_92),
    ];
    for (elasticity, printed, exact) in expected {
        near(elasticity.kappa(), exact, 1e-12);
        assert!((elasticity.kappa() - printed).abs() < 0.006, "{}: {}", elasticity.key(), elasticity.kappa());
        assert_eq!(Elasticity::named(elasticity.key()), Some(elasticity));
        let mut x = Inputs::default();
        x.choose_elasticity(elasticity);
        assert_eq!(x.get(Param::Kappa), Some(elasticity.kappa()));
        let mut by_text = Inputs::default();
        by_text.assign("kappa", elasticity.key()).unwrap();
        assert_eq!(by_text, x);
    }
    near(Param::Kappa.spec().central, Elasticity::Drought2021.kappa(), 1e-15);
}

#[test]
fn a_price_twice_as_high_at_half_the_quantity_is_a_response_of_one() {
    near(supply::implied_elasticity(Factor::new(2.0), Factor::new(0.5)).value(), 1.0, 1e-15);
    near(supply::implied_elasticity(Factor::new(4.0), Factor::new(0.5)).value(), 2.0, 1e-15);
}

#[test]
fn the_price_factor_is_what_is_left_to_the_power_of_minus_kappa() {
    assert_eq!(supply::price_factor(share(0.5), Factor::new(1.0)).value(), 2.0);
    assert_eq!(supply::price_factor(share(0.5), Factor::new(2.0)).value(), 4.0);
    assert_eq!(supply::price_factor(share(0.75), Factor::new(0.5)).value(), 2.0);
    assert_eq!(supply::price_factor(share(0.0), Factor::new(3.0)).value(), 1.0);
    assert_eq!(supply::price_factor(share(0.3), Factor::new(0.0)).value(), 1.0);
}

#[test]
fn the_drought_gives_back_its_sixty_percent_and_the_quota_cut_its_twenty_five() {
    for (scenario, lost, factor) in [(NamedScenario::DroughtBaotou, 0.3, 1.6), (NamedScenario::QuotaCut10, 0.085, 1.25)]
    {
        let x = scenario.inputs().unwrap();
        near(answer(&x, BASE_YEAR, Output::NdPriceFactor), factor, 1e-12);
        near(answer(&x, BASE_YEAR, Output::SupplyLost), lost, 1e-12);
    }
}

// --- Outages ----------------------------------------------------------------------------------------------------

#[test]
fn forty_percent_of_the_rate_for_three_months_is_a_tenth_of_the_annual_output_and_in_the_other_reading_forty_percent() {
    let all = share(1.0);
    near(supply::loss(all, share(0.4), months(3.0), OutageReading::Rate).share(), 0.1, 1e-15);
    near(supply::loss(all, share(0.4), months(3.0), OutageReading::Annual).share(), 0.4, 1e-15);
    // A tenth of the world that loses it takes a hundredth, or four, from the world.
    near(supply::loss(share(0.1), share(0.4), months(3.0), OutageReading::Rate).share(), 0.01, 1e-15);
    near(supply::loss(share(0.1), share(0.4), months(3.0), OutageReading::Annual).share(), 0.04, 1e-15);
    // A whole year is the annual output.
    near(supply::loss(all, share(0.4), months(12.0), OutageReading::Rate).share(), 0.4, 1e-15);
}

#[test]
fn the_flood_of_mount_weld_takes_a_tenth_of_australias_share_of_the_world() {
    let x = NamedScenario::FloodMountWeld.inputs().unwrap();
    let australia = supply::share(x.choices.edition, Stage::Mining, Country::Australia).unwrap().share();
    near(answer(&x, BASE_YEAR, Output::SupplyLost), australia * 0.4 * 3.0 / 12.0, 1e-12);
    let mut annual = x.clone();
    annual.assign("shocks", "outage:mining:australia:annual:0.4:3").unwrap();
    near(answer(&annual, BASE_YEAR, Output::SupplyLost), australia * 0.4, 1e-12);
    // Typed instead of looked up: 31,520 t of 394,000 t are 8 %.
    annual.set(Param::OutageSourceShare, 0.08).unwrap();
    near(answer(&annual, BASE_YEAR, Output::SupplyLost), 0.032, 1e-12);
}

#[test]
fn what_a_country_loses_is_its_share_times_the_outage_times_its_part_of_the_year() {
    let x = with_shocks(&[(Param::OutageSourceShare, 0.25)], "outage:mining:china:rate:0.5:6");
    // 0.25 · 0.5 · 6/12
    near(answer(&x, BASE_YEAR, Output::SupplyLost), 0.0625, 1e-14);
    // Two outages leave the product of what each leaves.
    let mut twice = x.clone();
    twice.assign("shocks", "outage:mining:china:rate:0.5:6; outage:mining:china:annual:0.4:6").unwrap();
    near(answer(&twice, BASE_YEAR, Output::SupplyLost), 1.0 - 0.9375 * 0.9, 1e-14);
    near(
        answer(&twice, 2026, Output::BalanceSupplyT),
        answer(&calm(&[]), 2026, Output::BalanceSupplyT) * 0.84375,
        1e-14,
    );
}

#[test]
fn a_country_without_a_known_share_takes_nothing_until_a_share_is_typed() {
    assert_eq!(supply::share(Edition::Newest, Stage::Magnets, Country::Burundi), None);
    let mut x = with_shocks(&[], "outage:magnets:burundi:annual:0.9:12");
    assert_eq!((answer(&x, BASE_YEAR, Output::SupplyLost), answer(&x, BASE_YEAR, Output::NdPriceFactor)), (0.0, 1.0));
    x.set(Param::OutageSourceShare, 0.5).unwrap();
    near(answer(&x, BASE_YEAR, Output::SupplyLost), 0.45, 1e-14);
}

#[test]
fn an_export_control_moves_prices_outside_and_nothing_for_a_buyer_in_china() {
    let mut x = with_shocks(&[(Param::Kappa, 2.0), (Param::EvWTb, 0.005)], "control:heavy:0.5");
    let free = calm(&[(Param::Kappa, 2.0), (Param::EvWTb, 0.005)]);
    for buyer in [Buyer::Outside, Buyer::Controlled] {
        x.choices.buyer = buyer;
        let mut before = free.clone();
        before.choices.buyer = buyer;
        assert_eq!(answer(&x, BASE_YEAR, Output::SupplyLost), 0.5);
        assert_eq!(answer(&x, BASE_YEAR, Output::NdPriceFactor), 1.0, "neodymium is not under control");
        // Dysprosium and terbium cost four times as much: three times their cost comes on top.
        let parts = Report::new(&before, View::default()).motor.before;
        let (all, heavy) = (answer(&before, BASE_YEAR, Output::MotorBeforeUsd), parts[2].central + parts[3].central);
        near(answer(&x, BASE_YEAR, Output::MotorAfterUsd), all + 3.0 * heavy, 1e-12);
    }
    x.choices.buyer = Buyer::China;
    let mut china = free;
    china.choices.buyer = Buyer::China;
    for output in Output::ALL {
        assert_eq!(get(&x, 2026, *output), get(&china, 2026, *output), "{}", output.key());
    }
}

#[test]
fn from_outage_to_supply_to_price_to_the_cost_of_a_motor_and_a_turbine_in_one_go() {
    let set = [
        (Param::OutageSourceShare, 0.5),
        (Param::Kappa, 1.0),
        (Param::CostReShare, 0.5),
        (Param::EvMagnetKg, 2.0),
        (Param::WindMw, 3.0),
    ];
    let before = calm(&set);
    let x = with_shocks(&set, "outage:separation:china:annual:0.4:12");
    let year = 2026;
    let shared = Shared::default();
    let e = Evaluator::new(&x, &shared, Case::Central, year);
    // Half of the world loses 40 %: a fifth of the supply.
    near(e.get(Output::SupplyLost).unwrap(), 0.2, 1e-14);
    near(e.get(Output::BalanceSupplyT).unwrap(), 0.8 * answer(&before, year, Output::BalanceSupplyT), 1e-14);
    // With κ = 1 the price is 1/0.8 = 1.25 times what it was.
    near(e.get(Output::NdPriceFactor).unwrap(), 1.25, 1e-14);
    // Half of the cost is rare earths: it rises by an eighth, in the motor, the turbine and a country's bill alike.
    for (after, then) in [
        (Output::MotorAfterUsd, Output::MotorBeforeUsd),
        (Output::TurbineAfterUsd, Output::TurbineBeforeUsd),
        (Output::MotorAfterLocal, Output::MotorBeforeLocal),
        (Output::BillUsd, Output::BillUsd),
    ] {
        near(e.get(after).unwrap(), 1.125 * answer(&before, year, then), 1e-13);
    }
    // Each link can be changed by itself: with κ = 0 supply is still missing, but nothing costs more.
    let mut stiff = x.clone();
    stiff.set(Param::Kappa, 0.0).unwrap();
    near(answer(&stiff, year, Output::SupplyLost), 0.2, 1e-14);
    assert_eq!(answer(&stiff, year, Output::MotorAfterUsd), answer(&before, year, Output::MotorBeforeUsd));
    // And the page shows the same links.
    let chain = SupplySide::new(&x, &shared).chain;
    assert_eq!(chain.part, Some(0.5));
    near(chain.lost.central, 0.2, 1e-14);
    near(chain.factor.central, 1.25, 1e-14);
    assert_eq!(chain.kappa.central, 1.0);
}

// --- Who supplies -----------------------------------------------------------------------------------------------

fn mined(edition: Edition, year: i32, country: Country) -> f64 {
    let mined = supply::mined(edition, year).unwrap();
    mined.countries.iter().find(|h| h.country == country).unwrap().amount.tonnes()
}

#[test]
fn australia_mined_13_000_tonnes_in_2024_by_one_edition_and_29_000_by_the_next_and_china_270_000_by_both() {
    assert_eq!(mined(Edition::Usgs2025, 2024, Country::Australia), 13_000.0);
    assert_eq!(mined(Edition::Usgs2026, 2024, Country::Australia), 29_000.0);
    assert_eq!(mined(Edition::Newest, 2024, Country::Australia), 29_000.0);
    for edition in [Edition::Usgs2025, Edition::Usgs2026, Edition::Newest] {
        assert_eq!(mined(edition, 2024, Country::China), 270_000.0);
    }
    // The newest year is that of the newest edition, and no figure of it is from an older one.
    let newest = supply::newest(Edition::Newest).unwrap();
    assert_eq!(newest.year, 2025);
    assert!(newest.countries.iter().all(|h| h.edition.contains("2026")), "{newest:?}");
}

#[test]
fn countries_are_sorted_by_size_and_none_is_counted_twice() {
    for edition in Edition::ALL {
        for year in supply::years(*edition) {
            let Some(mined) = supply::mined(*edition, year) else { continue };
            assert!(mined.countries.windows(2).all(|w| w[0].amount.tonnes() >= w[1].amount.tonnes()));
            let mut names: Vec<_> = mined.countries.iter().map(|h| h.country).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), mined.countries.len(), "{} {year}", edition.key());
            assert!(!names.contains(&Country::World));
        }
    }
}

#[test]
fn reserves_are_kept_apart_by_edition() {
    let of = |edition, country| {
        let (countries, world) = supply::reserves(edition).unwrap();
        (countries.iter().find(|h| h.country == country).map(|h| h.amount.tonnes()), world.tonnes())
    };
    assert_eq!(of(Edition::Usgs2025, Country::China), (Some(44e6), 90e6));
    assert_eq!(of(Edition::Usgs2026, Country::China), (Some(44e6), 85e6));
    assert_eq!(of(Edition::Newest, Country::China), of(Edition::Usgs2026, Country::China));
    assert_eq!(of(Edition::Usgs2025, Country::Australia).0, Some(5.7e6));
    assert_eq!(of(Edition::Usgs2026, Country::Australia).0, Some(6.3e6));
    assert_eq!(of(Edition::Usgs2026, Country::Malaysia).0, Some(710_000.0));
    assert_eq!(of(Edition::Usgs2025, Country::Malaysia).0, None);
    assert_eq!(of(Edition::Usgs2025, Country::Thailand).0, Some(4_500.0), "one row has an edition of its own");
    assert!(supply::reserves(Edition::Bgs).is_none());
}

#[test]
fn the_herfindahl_index_is_the_sum_of_the_squared_shares() {
    let (many, one) = supply::herfindahl([0.5, 0.25].map(share));
    assert_eq!((many, one), (0.3125, 0.375));
    assert_eq!(supply::herfindahl([share(1.0)]), (1.0, 1.0));
    assert_eq!(supply::herfindahl([]), (0.0, 1.0));
    // Mining in 2025 by the edition of 2026: the printed tonnes over the printed world.
    let newest = supply::newest(Edition::Newest).unwrap();
    let world = newest.world.tonnes();
    let by_hand: f64 = newest.countries.iter().map(|h| (h.amount.tonnes() / world) * (h.amount.tonnes() / world)).sum();
    near(answer(&Inputs::default(), BASE_YEAR, Output::MiningHerfindahl), by_hand, 1e-14);
    near(supply::share(Edition::Newest, Stage::Mining, Country::China).unwrap().share(), 270_000.0 / world, 1e-15);
}

#[test]
fn a_share_of_a_stage_is_from_the_newest_actual_figure_and_never_from_a_projection() {
    let china = |stage| supply::share(Edition::Newest, stage, Country::China).unwrap().share();
    // 91 % in 2024, not 92 % in 2023 nor 77 % in 2030.
    near(china(Stage::Separation), 0.91, 1e-15);
    near(china(Stage::Magnets), 0.94, 1e-15);
    near(supply::share(Edition::Newest, Stage::Separation, Country::Malaysia).unwrap().share(), 0.05, 1e-15);
    assert_eq!(supply::share(Edition::Newest, Stage::Separation, Country::Australia), None);
    assert_eq!(supply::share(Edition::Bgs, Stage::Magnets, Country::World).map(|s| s.share()), Some(1.0));
}

// --- Balance ----------------------------------------------------------------------------------------------------

#[test]
fn the_published_percentages_imply_122_984_tonnes_in_2026_and_130_513_in_2027_and_nothing_for_2025() {
    let tracks = Tracks::new(Outlook::Steps);
    let at = |series, year| tracks.at(series, year, None).map(|u| u.count);
    near(at(Series::NdprDemand, 2026).unwrap(), 1_525.0 / 0.0124, 1e-14);
    near(at(Series::NdprDemand, 2027).unwrap(), 1_018.0 / 0.0078, 1e-14);
    assert_eq!(at(Series::NdprDemand, 2026).unwrap().round(), 122_984.0);
    assert_eq!(at(Series::NdprDemand, 2027).unwrap().round(), 130_513.0);
    assert_eq!(at(Series::NdprSupply, 2026).unwrap().round(), 121_459.0);
    assert_eq!(at(Series::NdprSupply, 2027).unwrap().round(), 129_495.0);
    for series in [Series::NdprDemand, Series::NdprSupply] {
        assert_eq!((at(series, 2025), at(series, 2028)), (None, None));
    }
    assert_eq!(balance_years(), [2026, 2027]);
    for output in [Output::BalanceDemandT, Output::BalanceSupplyT, Output::BalanceGapT, Output::BalanceGapShare] {
        assert_eq!(get(&calm(&[]), 2025, output), None, "{}", output.key());
    }
}

#[test]
fn the_defaults_give_the_published_gaps_of_minus_1525_and_minus_1018_tonnes() {
    for (year, gap, percent, demand) in [(2026, -1_525.0, 1.24, 122_984.0), (2027, -1_018.0, 0.78, 130_513.0)] {
        for x in [Inputs::default(), calm(&[])] {
            near(answer(&x, year, Output::BalanceGapT), gap, 1e-9);
            near(answer(&x, year, Output::BalanceGapShare), -percent / 100.0, 1e-9);
            assert_eq!(answer(&x, year, Output::BalanceDemandT).round(), demand);
        }
    }
}

#[test]
fn a_lever_moves_the_gap_by_what_the_model_says_and_no_more() {
    let (year, base) = (2026, calm(&[]));
    let (gap, oxide) = (answer(&base, year, Output::BalanceGapT), answer(&base, year, Output::DemandNdprOxideT));
    // A tenth less supply is a tenth of the mined tonnes.
    let mut less = base.clone();
    less.assign("shocks", "outage:mining:world:annual:0.1:12").unwrap();
    let mined = answer(&base, year, Output::BalanceSupplyT);
    near(answer(&less, year, Output::BalanceGapT), gap - 0.1 * mined, 1e-12);
    // Every second machine without magnets frees half of what the modelled parts need.
    let substituted = calm(&[(Param::Substitution, 0.5)]);
    near(answer(&substituted, year, Output::DemandNdprOxideT), 0.5 * oxide, 1e-12);
    let back = |x: &Inputs| answer(x, year, Output::BalanceSecondaryT);
    near(answer(&substituted, year, Output::BalanceGapT), gap + 0.5 * oxide + back(&substituted) - back(&base), 1e-9);
    // The reader's own supply takes the place of the implied one.
    let own = calm(&[(Param::SupplyNdpr, 130_000.0)]);
    assert_eq!(answer(&own, year, Output::BalanceSupplyT), 130_000.0);
    near(answer(&own, year, Output::BalanceGapT), gap + 130_000.0 - mined, 1e-9);
}

#[test]
fn thrift_of_a_tenth_a_year_leaves_nine_tenths_of_the_need_in_2026_and_81_percent_in_2027() {
    let thrifty = calm(&[(Param::Thrift, 0.1)]);
    for (year, left) in [(2025, 1.0), (2026, 0.9), (2027, 0.81)] {
        let base = answer(&calm(&[]), year, Output::DemandMagnetT);
        near(answer(&thrifty, year, Output::DemandMagnetT), left * base, 1e-12);
    }
    let gap = |x: &Inputs| answer(x, 2027, Output::BalanceGapT);
    let oxide = answer(&calm(&[]), 2027, Output::DemandNdprOxideT);
    let back = |x: &Inputs| answer(x, 2027, Output::BalanceSecondaryT);
    near(gap(&thrifty), gap(&calm(&[])) + 0.19 * oxide + back(&thrifty) - back(&calm(&[])), 1e-9);
}

#[test]
fn ninety_percent_recycling_makes_the_gap_smaller_by_what_comes_back_beyond_the_default() {
    let (recycling, base) = (NamedScenario::Recycling90.inputs().unwrap(), calm(&[]));
    for year in balance_years() {
        let (more, less) =
            (answer(&recycling, year, Output::BalanceSecondaryT), answer(&base, year, Output::BalanceSecondaryT));
        // All of it instead of a hundredth is collected; nine tenths are recovered either way.
        near(more, 100.0 * less, 1e-12);
        let gap = |x: &Inputs| answer(x, year, Output::BalanceGapT);
        assert!(gap(&recycling) > gap(&base));
        near(gap(&recycling), gap(&base) + more - less, 1e-9);
    }
}

// --- What comes back --------------------------------------------------------------------------------------------

#[test]
fn at_the_age_of_its_scale_63_percent_of_a_product_is_worn_out_whatever_the_shape() {
    let years = |n: f64| Years::new(n).unwrap();
    for shape in [0.5, 1.0, 3.0, 6.0] {
        let f = worn_out(years(15.0), years(15.0), Factor::new(shape));
        near(f, 1.0 - 1.0 / core::f64::consts::E, 1e-14);
    }
    assert_eq!(worn_out(years(0.0), years(15.0), Factor::new(3.0)), 0.0);
    // With shape 1 half is gone after scale · ln 2.
    near(worn_out(years(10.0 * core::f64::consts::LN_2), years(10.0), Factor::new(1.0)), 0.5, 1e-14);
    // With shape 2 at twice the scale: 1 − e⁻⁴.
    near(worn_out(years(20.0), years(10.0), Factor::new(2.0)), 1.0 - 0.018_315_638_888_734_18, 1e-14);
}

/// Only one application in one year: 1,000 t of magnet with 20 % neodymium and nothing else.
fn one_cohort(application: Application, mass: Param, year: i32, life: Param) -> Inputs {
    let mut x = calm(&[
        (Param::OtherWPr, 0.0),
        (Param::OtherWDy, 0.0),
        (Param::OtherWTb, 0.0),
        (Param::OtherWNd, 0.2),
        (Param::OxidePerMetalNd, 1.2),
        (Param::Collection, 1.0),
        (Param::Recovery, 1.0),
        (Param::LifeShape, 1.0),
        (life, 10.0),
        (mass, 1.0),
    ]);
    for every in ALL_YEARS {
        for a in Application::ALL {
            let sold = if (a, every) == (application, year) { 1e6 } else { 0.0 };
            x.set_units(a, every, Some(sold)).unwrap();
        }
    }
    x
}

#[test]
fn one_cohort_comes_back_year_by_year_as_it_wears_out() {
    let x = one_cohort(Application::Humanoid, Param::HumanoidMagnetKg, 2020, Param::LifeOther);
    // 1,000,000 × 1 kg × 20 % Nd are 200 t of neodymium: 240 t of oxide. Of the rest e^(−1/10) stays each year.
    let left = 0.904_837_418_035_959_6;
    let mut remaining = 1.0;
    for year in 2020..=2030 {
        let expected = if year == 2020 { 0.0 } else { 240.0 * remaining * (1.0 - left) };
        if year > 2020 {
            remaining *= left;
        }
        let found = answer(&x, year, Output::BalanceSecondaryT);
        assert!((found - expected).abs() < 1e-9, "{year}: {found} is not {expected}");
    }
    for year in 2010..2020 {
        assert_eq!(answer(&x, year, Output::BalanceSecondaryT), 0.0);
    }
    // What was sold is what is counted: no substitution, no shock of today unsells it.
    let mut later = x.clone();
    later.set(Param::Substitution, 1.0).unwrap();
    assert_eq!(answer(&later, 2024, Output::BalanceSecondaryT), answer(&x, 2024, Output::BalanceSecondaryT));
    // Half collected, half recovered: a quarter.
    let mut quarter = x.clone();
    quarter.set(Param::Collection, 0.5).unwrap();
    quarter.set(Param::Recovery, 0.5).unwrap();
    near(answer(&quarter, 2024, Output::BalanceSecondaryT), 0.25 * answer(&x, 2024, Output::BalanceSecondaryT), 1e-14);
}

#[test]
fn vehicles_turbines_and_everything_else_have_lifetimes_of_their_own() {
    let back = |x: &Inputs| answer(x, 2030, Output::BalanceSecondaryT);
    let steering = one_cohort(Application::Steering, Param::SteeringMagnetKg, 2020, Param::LifeVehicle);
    let robots = one_cohort(Application::Robot, Param::RobotMagnetKg, 2020, Param::LifeOther);
    for (x, own, others) in [
        (steering, Param::LifeVehicle, [Param::LifeTurbine, Param::LifeOther]),
        (robots, Param::LifeOther, [Param::LifeTurbine, Param::LifeVehicle]),
    ] {
        let before = back(&x);
        assert!(before > 0.0);
        for other in others {
            let mut changed = x.clone();
            changed.set(other, 3.0).unwrap();
            assert_eq!(back(&changed), before, "{}", other.key());
        }
        let mut changed = x.clone();
        changed.set(own, 30.0).unwrap();
        assert!(back(&changed) != before, "{}", own.key());
    }
}

#[test]
fn no_more_comes_back_than_was_ever_sold() {
    let x = one_cohort(Application::Humanoid, Param::HumanoidMagnetKg, 2010, Param::LifeOther);
    let tracks = Tracks::new(Outlook::Steps);
    let cohorts = Cohorts::new(&Reading::new(&x, Case::Central), &tracks, *ALL_YEARS.end());
    let sum: f64 = ALL_YEARS.map(|y| cohorts.secondary(y).nd.tonnes()).sum();
    // 25 years with a scale of 10 and shape 1: 1 − e^(−2.5) of 200 t.
    near(sum, 200.0 * (1.0 - 0.082_084_998_623_898_8), 1e-12);
    assert!(sum < 200.0);
    assert_eq!(cohorts.secondary(1990).nd.tonnes(), 0.0);
    let b = balance::at(&Reading::new(&x, Case::Central), &tracks, &cohorts, &balance::Published::default(), 2026);
    assert_eq!(b.year, 2026);
    near(b.gap.unwrap(), b.supply.unwrap().tonnes() + b.secondary.tonnes() - b.demand.unwrap().tonnes(), 1e-14);
}

// --- Demand -----------------------------------------------------------------------------------------------------

#[test]
fn the_wind_fleet_needs_megawatts_times_share_times_kg_per_megawatt_and_nothing_is_renormalised() {
    let mut x = calm(&[
        (Param::OnshoreDirectShare, 0.25),
        (Param::OnshoreGearedShare, 0.125),
        (Param::OffshoreDirectShare, 0.5),
        (Param::OffshoreGearedShare, 0.25),
        (Param::WindKgPerMwDirect, 640.0),
        (Param::WindKgPerMwGeared, 128.0),
    ]);
    x.set_units(Application::WindOnshore, 2026, Some(100_000.0)).unwrap();
    x.set_units(Application::WindOffshore, 2026, Some(10_000.0)).unwrap();
    // 100,000·(0.25·640 + 0.125·128)/1000 + 10,000·(0.5·640 + 0.25·128)/1000: the rest has no magnets.
    near(answer(&x, 2026, Output::DemandWindT), 17_600.0 + 3_520.0, 1e-14);
    x.set(Param::Substitution, 0.5).unwrap();
    near(answer(&x, 2026, Output::DemandWindT), 10_560.0, 1e-14);
}

#[test]
fn a_fleet_without_permanent_magnets_needs_none() {
    let mut x = calm(&[
        (Param::OnshoreDirectShare, 0.0),
        (Param::OnshoreGearedShare, 0.0),
        (Param::OffshoreDirectShare, 0.0),
        (Param::OffshoreGearedShare, 0.0),
    ]);
    assert_eq!(answer(&x, 2026, Output::DemandWindT), 0.0);
    // The old average of 700 kg for every megawatt would be a direct drive in each.
    x.set(Param::OnshoreDirectShare, 1.0).unwrap();
    x.set(Param::OffshoreDirectShare, 1.0).unwrap();
    x.set(Param::WindKgPerMwDirect, 700.0).unwrap();
    let tracks = Tracks::new(Outlook::Steps);
    let megawatts = tracks.at(Series::Wind, 2026, None).unwrap().count;
    near(answer(&x, 2026, Output::DemandWindT), megawatts * 0.7, 1e-12);
}

#[test]
fn the_bill_of_a_country_is_its_tonnes_times_the_price_in_its_own_currency() {
    let mut x =
        calm(&[(Param::ImportGermany, 10.0), (Param::ImportUs, 20.0), (Param::FxEur, 0.5), (Param::FxJpy, 150.0)]);
    x.set(Param::ImportJapan, 40.0).unwrap();
    let bill = |importer, output| {
        let mut own = x.clone();
        own.choices.importer = importer;
        answer(&own, BASE_YEAR, output)
    };
    let (germany, america, japan) = (Importer::Germany, Importer::UnitedStates, Importer::Japan);
    near(bill(america, Output::BillUsd), 2.0 * bill(germany, Output::BillUsd), 1e-14);
    near(bill(japan, Output::BillUsd), 4.0 * bill(germany, Output::BillUsd), 1e-14);
    near(bill(germany, Output::BillLocal), 0.5 * bill(germany, Output::BillUsd), 1e-14);
    near(bill(japan, Output::BillLocal), 150.0 * bill(japan, Output::BillUsd), 1e-14);
    assert_eq!(bill(america, Output::BillLocal), bill(america, Output::BillUsd));
}
