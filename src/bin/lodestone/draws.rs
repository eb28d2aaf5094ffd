//! Draws on all cores. Chunks are drawn by whoever is free and put together in the order of their indices, so that the
//! result does not depend on how many threads there were. Not here: what a draw is ([`lodestone_model::uncertainty`]).

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;

use lodestone_model::inputs::{Case, Inputs, Reading};
use lodestone_model::outputs::Output;
use lodestone_model::report::Ranges;
use lodestone_model::uncertainty::points::CHUNK;
use lodestone_model::uncertainty::{Band, Plan, Sampler, Shapes, chunk, each_draw, give};

use crate::meter::Patient;

/// What is drawn, and by how many threads.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// Seed and number of chunks.
    pub plan: Plan,
    /// How many threads.
    pub threads: usize,
}

/// What is made of the central inputs, its ranges from the draws; every thread makes its own maker.
pub fn likely<T: Ranges, M: FnMut(&Reading<'_>) -> T>(inputs: &Inputs, run: Run, maker: impl Fn() -> M + Sync) -> T {
    let mut whole = maker()(&Reading::new(inputs, Case::Central));
    let mut central = Vec::new();
    whole.each(&mut |range| central.push(range.central));
    let figures = central.len();
    let columns = in_order(run, figures, || {
        let sampler = Sampler::new(inputs, &Shapes::default());
        let mut make = maker();
        move |index| {
            let mut columns = vec![Vec::with_capacity(CHUNK); figures];
            each_draw(inputs, &sampler, run.plan.seed, index, |x| {
                let mut places = columns.iter_mut();
                make(x).each(&mut |range| {
                    if let Some(column) = places.next() {
                        column.push(range.central);
                    }
                });
            });
            columns
        }
    });
    let bands: Vec<Band> = central.into_iter().zip(columns).map(|(central, all)| Band::of(central, all)).collect();
    give(&bands, &mut whole);
    whole
}

/// All draws of single answers, one list an answer; no number (NaN) where a draw has none.
pub fn answers(inputs: &Inputs, outputs: &[Output], year: i32, run: Run) -> Vec<Vec<f64>> {
    in_order(run, outputs.len(), || {
        let sampler = Sampler::new(inputs, &Shapes::default());
        move |index| chunk(inputs, &sampler, outputs, year, run.plan.seed, index)
    })
}

/// The columns of all chunks of a run, put together; every thread makes its own worker.
fn in_order<W: FnMut(u64) -> Vec<Vec<f64>>>(run: Run, columns: usize, worker: impl Fn() -> W + Sync) -> Vec<Vec<f64>> {
    let Plan { chunks, .. } = run.plan;
    let next = AtomicU64::new(0);
    let (say, heard) = mpsc::channel();
    let mut parts = Vec::new();
    std::thread::scope(|scope| {
        for _ in 0..run.threads {
            let (say, next, worker) = (say.clone(), &next, &worker);
            scope.spawn(move || {
                let mut work = worker();
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    if index >= chunks || say.send((index, work(index))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(say);
        let mut meter = Patient::default();
        for part in heard {
            parts.push(part);
            meter.at(parts.len() as u64, chunks);
        }
    });
    parts.sort_by_key(|(index, _)| *index);
    let mut whole = vec![Vec::with_capacity(run.plan.draws()); columns];
    for (_, part) in parts {
        whole.iter_mut().zip(part).for_each(|(all, some)| all.extend(some));
    }
    whole
}
