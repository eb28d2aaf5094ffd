//! Drawing inputs and answers, and what tests compare them with. Nothing here is taken from the engine's own
//! distributions: a quantile is judged against a literal, a rank correlation against a sum of ranks.

use lodestone_model::data::Param;
use lodestone_model::inputs::{Inputs, Reading};
use lodestone_model::outputs::{Evaluator, Output, Shared};
use lodestone_model::uncertainty::points::{CHUNK, DIMENSIONS, Points};
use lodestone_model::uncertainty::{self, Draw, Plan, Sampler, Shapes, Summary};

/// Scores of the quantiles that a summary holds: 1, 5, 10, 50, 90, 95, 99 %.
pub const SCORES: [f64; 7] = [
    -2.326_347_874_040_841,
    -1.644_853_626_951_472_7,
    -1.281_551_565_544_600_5,
    0.0,
    1.281_551_565_544_600_5,
    1.644_853_626_951_472_7,
    2.326_347_874_040_841,
];

/// The default inputs with what `said` says, by key and text as a link or a command would.
#[track_caller]
pub fn told(said: &[(&str, &str)]) -> Inputs {
    saying(Inputs::default(), said)
}

/// The same with nothing else uncertain: every range of a default is taken to its central figure first.
#[track_caller]
pub fn told_alone(said: &[(&str, &str)]) -> Inputs {
    let mut inputs = Inputs::default();
    let ranged = Param::ALL.into_iter().filter(|p| p.spec().set && p.spec().low < p.spec().high);
    ranged.for_each(|p| inputs.set(p, p.spec().central).unwrap());
    saying(inputs, said)
}

#[track_caller]
fn saying(mut inputs: Inputs, said: &[(&str, &str)]) -> Inputs {
    for (key, text) in said {
        inputs.assign(key, text).unwrap_or_else(|e| panic!("{key} = {text}: {e}"));
    }
    inputs
}

/// A summary of an answer that exists.
pub fn summary(inputs: &Inputs, output: Output, year: i32, plan: Plan) -> Summary {
    uncertainty::simulate(inputs, &[output], year, plan).remove(0).unwrap()
}

/// All draws of the ranges' stream for `chunks` chunks.
pub fn every_draw(inputs: &Inputs, seed: u64, chunks: u64) -> Vec<Draw> {
    let sampler = Sampler::new(inputs, &Shapes::default());
    let points = (0..chunks).map(|index| Points::new(seed, 0, index, DIMENSIONS));
    points.flat_map(|p| (0..CHUNK).map(|i| sampler.draw(&p, i)).collect::<Vec<_>>()).collect()
}

/// The same number of draws without a lattice: the first point of a chunk is its shift, and shifts are independent.
pub fn independent_draws(inputs: &Inputs, seed: u64, count: u64) -> Vec<Draw> {
    const STREAM: u64 = 77;
    let sampler = Sampler::new(inputs, &Shapes::default());
    (0..count).map(|index| sampler.draw(&Points::new(seed, STREAM, index, DIMENSIONS), 0)).collect()
}

/// One answer for each of some draws.
pub fn answers(inputs: &Inputs, draws: &[Draw], output: Output, year: i32) -> Vec<f64> {
    let shared = Shared::default();
    let one = |d: &Draw| Evaluator::of(Reading::drawn(inputs, d.values()), &shared, year).get(output).unwrap();
    draws.iter().map(one).collect()
}

/// One input of some draws.
pub fn column(draws: &[Draw], param: Param) -> Vec<f64> {
    draws.iter().map(|d| d.get(param)).collect()
}

/// Ranks from 1; equal values share the mean of theirs.
#[allow(clippy::cast_precision_loss)] // some ten thousand
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut from = 0;
    while from < order.len() {
        let same = order[from..].iter().take_while(|i| values[**i] == values[order[from]]).count();
        for i in &order[from..from + same] {
            ranks[*i] = from as f64 + (same as f64 + 1.0) / 2.0;
        }
        from += same;
    }
    ranks
}

/// The correlation of two lists of numbers.
pub fn pearson(a: &[f64], b: &[f64]) -> f64 {
    let (ma, mb) = (mean(a), mean(b));
    let sum = |f: &dyn Fn((&f64, &f64)) -> f64| a.iter().zip(b).map(f).sum::<f64>();
    let both = sum(&|(x, y)| (x - ma) * (y - mb));
    both / (sum(&|(x, _)| (x - ma) * (x - ma)) * sum(&|(_, y)| (y - mb) * (y - mb))).sqrt()
}

/// The rank correlation of two lists of numbers.
pub fn spearman(a: &[f64], b: &[f64]) -> f64 {
    pearson(&ranks(a), &ranks(b))
}

#[allow(clippy::cast_precision_loss)] // some hundred thousand
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The root of the mean square.
pub fn rms(values: &[f64]) -> f64 {
    mean(&values.iter().map(|v| v * v).collect::<Vec<_>>()).sqrt()
}

/// The order statistic next to `p`.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
pub fn at(values: &[f64], p: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[(p * (sorted.len() - 1) as f64).round() as usize]
}
