//! The draws against what is known without drawing, and against themselves.

use super::*;
use crate::uncertainty::{Distribution, normal};

/// The cost per vehicle of the benchmark: mass, share, price, exchange rate, yield.
fn cost() -> Product {
    Product::new(&[
        Drawn::times(Shape::Triangular { low: 2.0, mode: 2.8, high: 4.0 }),
        Drawn::times(Distribution::Uniform { low: 0.27, high: 0.32 }),
        Drawn::times(Distribution::p5_p95(60.0, 140.0)),
        Drawn::times(Distribution::Uniform { low: 1300.0, high: 1500.0 }),
        Drawn::over(Distribution::Uniform { low: 0.6, high: 0.8 }),
    ])
    .unwrap()
}

fn bits(s: Summary) -> [u64; 5] {
    [s.mean, s.standard_error, s.p5, s.p50, s.p95].map(f64::to_bits)
}

#[test]
fn the_mean_is_the_product_of_the_means_within_three_standard_errors() {
    let inverse = libm::log(0.8 / 0.6) / 0.2;
    let price = Distribution::p5_p95(60.0, 140.0);
    let known = (2.0 + 2.8 + 4.0) / 3.0 * 0.295 * price.mean() * 1400.0 * inverse;
    for seed in [1, 2, 3] {
        let drawn = cost().draw(1_000_000, seed).unwrap();
        assert!((drawn.mean - known).abs() < 3.0 * drawn.standard_error, "{drawn:?}, {known}");
        assert!((drawn.mean / known - 1.0).abs() < 0.005);
        // From two runs of 10⁸ draws of another program.
        for (quantile, wanted) in [(drawn.p5, 94_104.0), (drawn.p50, 157_340.0), (drawn.p95, 262_483.0)] {
            assert!((quantile / wanted - 1.0).abs() < 0.01, "{drawn:?}");
        }
    }
    let pert = Distribution::Pert { low: -1.0, central: 2.0, high: 3.0 };
    let bell = Distribution::Normal { mean: -5.0, deviation: 2.0 };
    let mixed =
        Product::new(&[Drawn::times(pert), Drawn::times(bell), Drawn::over(Distribution::Exactly(-2.0))]).unwrap();
    let drawn = mixed.draw(1_000_000, 4).unwrap();
    assert!((drawn.mean - pert.mean() * 2.5).abs() < 3.0 * drawn.standard_error, "{drawn:?}");
}

#[test]
fn a_product_of_lognormals_is_lognormal() {
    let of = |median, sigma| Distribution::Lognormal { median, sigma };
    let product = Product::new(&[Drawn::times(of(3.0, 0.4)), Drawn::over(of(0.5, 0.3)), Drawn::times(of(2.0, 1.2))]);
    let sigma = (0.16_f64 + 0.09 + 1.44).sqrt();
    let drawn = product.unwrap().draw(400_000, 11).unwrap();
    for (p, quantile) in [(0.05_f64, drawn.p5), (0.5, drawn.p50), (0.95, drawn.p95)] {
        let z = normal::quantile(p);
        // Of the logarithm of an order statistic: √(p (1 − p)/n) over the density there.
        let error = (p * (1.0 - p) / 400_000.0).sqrt() / (normal::density(z) / sigma);
        let off = libm::log(quantile) - (libm::log(12.0) + sigma * z);
        assert!(off.abs() < 3.0 * error, "{p}: {off}, {error}");
    }
    let known = 12.0 * libm::exp(sigma * sigma / 2.0);
    assert!((drawn.mean - known).abs() < 3.0 * drawn.standard_error, "{drawn:?}, {known}");
}

#[test]
fn chunks_drawn_apart_and_put_together_in_any_order_are_one_run_to_the_bit() {
    let product = cost();
    // The last chunk is whole, short, and shorter than a block.
    for draws in [2, 511, CHUNK, 5 * CHUNK, 5 * CHUNK + 7777, 5 * CHUNK + 3] {
        let whole = product.draw(draws, 5).unwrap();
        let plan = product.plan(draws, 5).unwrap();
        for cuts in [vec![], vec![1], vec![1, 2, 3, 4, 5], vec![3, 5], vec![0, 0, 2]] {
            let ends: Vec<usize> = [0].into_iter().chain(cuts).chain([usize::MAX]).collect();
            let mut parts: Vec<Part> = ends.windows(2).map(|w| plan.part(w[0]..w[1])).collect();
            parts.reverse();
            let sent: Vec<Part> = parts.iter().map(|p| Part::from_numbers(&p.to_numbers()).unwrap()).collect();
            assert_eq!(sent, parts);
            assert_eq!(bits(plan.summary(&sent).unwrap()), bits(whole), "{draws} {ends:?}");
        }
    }
}

#[test]
fn quantiles_are_the_order_statistics_of_the_draws_themselves() {
    for (draws, seed) in [(2, 1), (1000, 2), (FIRST, 3), (FIRST + 1, 4), (100_000, 5)] {
        let (product, mut all) = (cost(), Vec::new());
        let plan = product.plan(draws, seed).unwrap();
        for chunk in 0..plan.chunks() {
            product.chunk(seed, chunk, plan.drawn_in(chunk), |values| all.extend_from_slice(values));
        }
        all.sort_unstable_by(f64::total_cmp);
        let at = |percent: usize| all[(draws - 1) * percent / 100].to_bits();
        let drawn = product.draw(draws, seed).unwrap();
        assert_eq!([drawn.p5, drawn.p50, drawn.p95].map(f64::to_bits), [at(5), at(50), at(95)]);
        assert_eq!(plan.slowly().map(f64::to_bits), [at(5), at(50), at(95)]);
        let mean = all.iter().sum::<f64>() / draws as f64;
        let variance = all.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (draws - 1) as f64;
        assert!((drawn.mean / mean - 1.0).abs() < 1e-12);
        assert!((drawn.standard_error / (variance / draws as f64).sqrt() - 1.0).abs() < 1e-9);
    }
}

#[test]
fn a_run_whose_ranks_lie_outside_the_brackets_is_answered_all_the_same() {
    let product = cost();
    let mut plan = product.plan(100_000, 9).unwrap();
    let right = bits(plan.summary(&[plan.part(0..7)]).unwrap());
    // As if the first draws had been far too low.
    let low: Vec<f64> = (0..1000).map(f64::from).collect();
    plan.brackets = Brackets::new(&low, 100_000);
    let parts = [plan.part(3..7), plan.part(0..3)];
    assert_eq!(bits(plan.summary(&parts).unwrap()), right);
}

#[test]
fn a_wide_lognormal_is_never_negative() {
    let wide = Product::new(&[Drawn::times(Distribution::Lognormal { median: 1.0, sigma: 2.0 })]).unwrap();
    for chunk in 0..20 {
        wide.chunk(1, chunk, CHUNK, |values| assert!(values.iter().all(|v| *v > 0.0 && v.is_finite())));
    }
}

/// The same bits natively, in wasm (`tests/browser/montecarlo.rs`) and in every later version.
#[test]
fn the_bits_of_a_run_are_these() {
    for (draws, seed, wanted) in GOLDEN {
        assert_eq!(bits(cost().draw(draws, seed).unwrap()), wanted, "{draws} draws of seed {seed}");
    }
}

const GOLDEN: [(usize, u64, [u64; 5]); 3] = [
    (
        1000,
        1,
        [
            0x4104_489f_11ee_1e9d,
            0x409a_2b8f_7022_c5c5,
            0x40f7_40d5_4a9f_c256,
            0x4103_4b45_d0d2_106b,
            0x4110_0b52_4a6b_fa55,
        ],
    ),
    (
        100_000,
        20_261_121,
        [
            0x4104_2743_ef5b_f04a,
            0x4064_cf0d_0892_b1c1,
            0x40f6_fc3d_95a3_686d,
            0x4103_34ac_6d03_be43,
            0x4110_02ae_bb23_8d88,
        ],
    ),
    (
        1_000_000,
        u64::MAX,
        [
            0x4104_27d5_a620_3c84,
            0x404a_48cf_5425_15e0,
            0x40f6_fd91_9be6_82ca,
            0x4103_3570_63d6_e0fb,
            0x4110_0236_5044_b564,
        ],
    ),
];

#[test]
fn what_cannot_be_drawn_is_refused_in_a_sentence() {
    let say = |factors: &[Drawn]| Product::new(factors).unwrap_err().to_string();
    let fine = Drawn::times(Distribution::Exactly(2.0));
    let uniform = |low, high| Distribution::Uniform { low, high };
    let turned = say(&[fine, Drawn::times(uniform(3.0, 3.0))]);
    assert_eq!(turned, "factor 2, high: 3 is not possible; it must be above low, 3");
    let endless = say(&[Drawn::times(uniform(f64::NAN, 3.0))]);
    assert_eq!(endless, "factor 1, low: NaN is not possible; it must be a finite number");
    let mode = say(&[Drawn::times(Shape::Triangular { low: 1.0, mode: 5.0, high: 4.0 })]);
    assert_eq!(mode, "factor 1, mode: 5 is not possible; it must be from low, 1, to high, 4");
    let wide = say(&[Drawn::times(Distribution::Lognormal { median: 1.0, sigma: 7.0 })]);
    assert_eq!(wide, "factor 1, sigma: 7 is not possible; it must be above 0 and at most 5");
    let zero = say(&[Drawn::over(uniform(-1.0, 3.0))]);
    assert!(zero.starts_with("factor 1, lowest value: -1 is not possible"), "{zero}");
    let far = say(&[Drawn::times(Distribution::Exactly(1e90)), Drawn::times(Distribution::Exactly(1e90))]);
    assert!(far.starts_with("product, furthest value: "), "{far}");
    for other in [
        Shape::Of(Distribution::Normal { mean: 1.0, deviation: 0.0 }),
        Shape::Of(Distribution::Lognormal { median: 0.0, sigma: 1.0 }),
        Shape::Of(Distribution::Pert { low: 1.0, central: 0.5, high: 2.0 }),
        Shape::Triangular { low: 2.0, mode: 2.0, high: 2.0 },
    ] {
        assert!(Product::new(&[Drawn::times(other)]).is_err(), "{other:?}");
    }
    let draws = |n| cost().draw(n, 1).unwrap_err().to_string();
    assert_eq!(draws(0), "draws: 0 is not possible; it must be from 2 to 16777216");
    assert!(draws(MOST_DRAWS + 1).starts_with("draws: 16777217 "));
    let product = cost();
    let plan = product.plan(5 * CHUNK, 1).unwrap();
    let missing = plan.summary(&[plan.part(0..2), plan.part(3..5)]).unwrap_err().to_string();
    assert_eq!(missing, "parts, chunk: 2 is not possible; it must be there once, as each from 0 to 4 of the same plan");
    assert!(plan.summary(&[plan.part(0..5), plan.part(4..5)]).is_err());
    assert!(Part::from_numbers(&[0.0, 1e300]).is_err() && Part::from_numbers(&[]).is_err());
}

#[test]
fn no_factors_make_one() {
    let drawn = Product::new(&[]).unwrap().draw(50_000, 1).unwrap();
    assert_eq!((drawn.mean, drawn.standard_error, drawn.p5, drawn.p95), (1.0, 0.0, 1.0, 1.0));
}
