//! Which input makes an answer uncertain: Sobol indices, and a tornado of the inputs one by one.
//!
//! ```text
//! first order  S = Var(E[Y | X]) / Var(Y)        what of the variance X takes along by itself
//! total        T = E[Var(Y | all but X)] / Var(Y)  with all that it does together with others
//! ```
//!
//! Estimated after Saltelli and others (2010): two independent sets of draws A and B, and for each input the set A with
//! that input taken from B. S = mean of f(B)·(f(A_B) − f(A)), T = mean of (f(A) − f(A_B))²/2, both over the variance
//! (Jansen's form for T). Inputs that are tied have no indices of their own: the four prices count as one.

use super::points::{CHUNK, DIMENSIONS, Points};
use super::quantile::standard_error;
use super::sampler::{Draw, Sampler};
use super::simulation::Plan;
use crate::data::Param;
use crate::distribution::Shapes;
use crate::inputs::{Inputs, Reading, correlation};
use crate::outputs::{Evaluator, Output, Shared};
use crate::sort;

/// The stream of random numbers of the first and of the second set.
const STREAMS: (u64, u64) = (1, 2);
/// Draws in which an input is tried before it counts as one that the answer does not depend on.
const TRIED: usize = 6;
/// Scores of the 5th and the 95th percentile.
const ENDS: [f64; 2] = [-1.644_853_626_951_472_2, 1.644_853_626_951_472_2];

/// Least total index: below it an answer moves by rounding alone.
const ROUNDING: f64 = 1e-12;

/// What is varied together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// One input.
    One(Param),
    /// The prices of the four oxides, which are tied.
    Prices,
}

impl Group {
    /// The group of an input.
    #[must_use]
    pub fn of(param: Param) -> Self {
        let europe = [Param::PriceDyOxideEurope, Param::PriceTbOxideEurope];
        if correlation::PRICES.contains(&param) || europe.contains(&param) { Self::Prices } else { Self::One(param) }
    }
}

/// What one group does to an answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Influence {
    /// Which one.
    pub group: Group,
    /// The answer with the group at its 5th and at its 95th percentile, everything else in the middle.
    pub ends: (f64, f64),
    /// First-order index and its standard error.
    pub first: (f64, f64),
    /// Total index and its standard error.
    pub total: (f64, f64),
}

impl Influence {
    /// By which share the range of the answer would shrink if the group were known exactly: 1 − √(1 − S).
    ///
    /// A range is as wide as a standard deviation is large. An input with S = 0.75 makes half of it.
    #[must_use]
    pub fn narrowing(&self) -> f64 {
        1.0 - (1.0 - self.first.0.clamp(0.0, 1.0)).sqrt()
    }
}

/// What makes an answer uncertain.
#[derive(Debug, Clone, PartialEq)]
pub struct Sensitivity {
    /// The answer for the central inputs.
    pub central: f64,
    /// Its standard deviation.
    pub deviation: f64,
    /// The groups that it depends on, the one with the largest total index first.
    pub influences: Vec<Influence>,
}

/// The work that leads to a [`Sensitivity`], in steps.
#[derive(Debug)]
pub struct Analysis {
    inputs: Inputs,
    shared: Shared,
    sampler: Sampler,
    output: Output,
    year: i32,
    plan: Plan,
    central: f64,
    groups: Vec<Group>,
    ends: Vec<(f64, f64)>,
    points: (Points, Points),
    done: usize,
    a: Vec<f64>,
    b: Vec<f64>,
    /// For each group the answers with it taken from the second set.
    mixed: Vec<Vec<f64>>,
}

impl Analysis {
    /// Prepares the work; `None` for an answer that the evidence does not hold.
    #[must_use]
    pub fn new(inputs: Inputs, output: Output, year: i32, plan: Plan, shapes: &Shapes) -> Option<Self> {
        let sampler = Sampler::new(&inputs, shapes);
        let points = sets(plan, 0);
        let mut made = Self {
            shared: Shared::default(),
            central: 0.0,
            groups: Vec::new(),
            ends: Vec::new(),
            done: 0,
            a: Vec::new(),
            b: Vec::new(),
            mixed: Vec::new(),
            inputs,
            sampler,
            output,
            year,
            plan,
            points,
        };
        let middle = made.sampler.central();
        made.central = made.answer(&middle)?;
        let mut groups: Vec<Group> = Vec::new();
        for group in made.sampler.drawn().map(Group::of) {
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
        for group in groups {
            let ends = ENDS.map(|z| made.answer(&made.moved(&middle, group, z)).unwrap_or(made.central));
            if ends != [made.central; 2] || made.depends_on(group) {
                made.groups.push(group);
                made.ends.push((ends[0], ends[1]));
            }
        }
        made.mixed = vec![Vec::new(); made.groups.len()];
        Some(made)
    }

    /// Whether the answer moves with the group anywhere, where the middle alone does not show it.
    fn depends_on(&self, group: Group) -> bool {
        (0..TRIED).any(|i| {
            let draw = self.sampler.draw(&self.points.0, i);
            let there = ENDS.map(|z| self.answer(&self.moved(&draw, group, z)));
            there[0] != there[1]
        })
    }

    fn answer(&self, draw: &Draw) -> Option<f64> {
        let x = Reading::drawn(&self.inputs, draw.values());
        Evaluator::of(x, &self.shared, self.year).get(self.output)
    }

    fn of_group(&self, group: Group) -> impl Iterator<Item = Param> + '_ {
        self.sampler.drawn().filter(move |p| Group::of(*p) == group)
    }

    /// The draw with all inputs of a group at score `z`.
    fn moved(&self, draw: &Draw, group: Group, z: f64) -> Draw {
        let mut moved = draw.clone();
        for param in self.of_group(group) {
            if let Some(value) = self.sampler.at(param, z) {
                moved.put(param, value);
            }
        }
        moved
    }

    /// Share of the work that is done.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // a quarter of a million
    pub fn progress(&self) -> f64 {
        self.done as f64 / self.plan.draws() as f64
    }

    /// Goes forward by up to `count` draws of the two sets; whether there is more to do.
    pub fn go(&mut self, count: usize) -> bool {
        let last = self.done.saturating_add(count).min(self.plan.draws());
        while self.done < last {
            let i = self.done % CHUNK;
            if i == 0 {
                self.points = sets(self.plan, (self.done / CHUNK) as u64);
            }
            let (a, b) = (self.sampler.draw(&self.points.0, i), self.sampler.draw(&self.points.1, i));
            self.a.push(self.answer(&a).unwrap_or(self.central));
            self.b.push(self.answer(&b).unwrap_or(self.central));
            for g in 0..self.groups.len() {
                let mut mixed = a.clone();
                self.of_group(self.groups[g]).for_each(|p| mixed.put(p, b.get(p)));
                let answer = self.answer(&mixed).unwrap_or(self.central);
                self.mixed[g].push(answer);
            }
            self.done += 1;
        }
        self.done < self.plan.draws()
    }

    /// The result; work that is still to do is done.
    #[must_use]
    pub fn result(mut self) -> Sensitivity {
        self.go(usize::MAX);
        let mean = average(self.a.iter().chain(&self.b).copied());
        let variance = average(self.a.iter().chain(&self.b).map(|y| (y - mean) * (y - mean)));
        let over = |x: f64| if variance > 0.0 { x / variance } else { 0.0 };
        let mut influences: Vec<Influence> = Vec::new();
        for (group, (ends, mixed)) in self.groups.iter().zip(self.ends.iter().zip(&self.mixed)) {
            let chunks = || self.a.chunks(CHUNK).zip(self.b.chunks(CHUNK)).zip(mixed.chunks(CHUNK));
            let rows = |((a, b), m): ((&'_ [f64], &'_ [f64]), &'_ [f64])| -> (f64, f64) {
                let all = || a.iter().zip(b).zip(m);
                (
                    over(average(all().map(|((a, b), m)| (b - mean) * (m - a)))),
                    over(average(all().map(|((a, _), m)| (a - m) * (a - m))) / 2.0),
                )
            };
            let (first, total): (Vec<f64>, Vec<f64>) = chunks().map(rows).unzip();
            let summed = |each: &[f64]| (average(each.iter().copied()), standard_error(each));
            influences.push(Influence { group: *group, ends: *ends, first: summed(&first), total: summed(&total) });
        }
        influences.retain(|i| i.total.0 > ROUNDING);
        sort::by(&mut influences, |a, b| b.total.0.total_cmp(&a.total.0));
        Sensitivity { central: self.central, deviation: variance.sqrt(), influences }
    }
}

fn sets(plan: Plan, index: u64) -> (Points, Points) {
    (Points::new(plan.seed, STREAMS.0, index, DIMENSIONS), Points::turned(plan.seed, STREAMS.1, index, DIMENSIONS))
}

fn average(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), v| (sum + v, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}
