//! Draws on all cores. Chunks are drawn by whoever is free and put together in the order of their indices, so that the
//! result does not depend on how many threads there were. Not here: what a draw is ([`lodestone_model::uncertainty`]), and
//! what is made of the draws ([`lodestone_answers::how`]).

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;

use lodestone_answers::how::{self, Columns};
use lodestone_model::uncertainty::Plan;

use crate::meter::Patient;

/// What is drawn, and by how many threads.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// Seed and number of chunks.
    pub plan: Plan,
    /// How many threads.
    pub threads: usize,
}

impl how::Run for Run {
    fn plan(self) -> Plan {
        self.plan
    }

    fn chunks<W: FnMut(u64) -> Columns>(self, worker: impl Fn() -> W + Sync) -> Vec<Columns> {
        let Plan { chunks, .. } = self.plan;
        let next = AtomicU64::new(0);
        let (say, heard) = mpsc::channel();
        let mut parts = Vec::new();
        std::thread::scope(|scope| {
            for _ in 0..self.threads {
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
        parts.into_iter().map(|(_, part)| part).collect()
    }
}
