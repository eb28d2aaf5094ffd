//! How ranges are found: as limits, or from draws. Not here: the draws themselves, which are the engine's, and on how many
//! threads they are drawn ([`Run`]).

use lodestone_model::inputs::{Case, Inputs, Reading};
use lodestone_model::outputs::{Evaluator, Output, Shared, range};
use lodestone_model::report::{Range, Ranges, limits};
use lodestone_model::uncertainty::points::CHUNK;
use lodestone_model::uncertainty::{Band, Plan, Sampler, Shapes, chunk, each_draw, give};

/// The largest seed: every whole number up to it is a number of its own in JSON, and can be typed on the page.
pub const MOST_SEED: u64 = 9_007_199_254_740_991;
/// Most draws of a run.
pub const MOST_DRAWS: u64 = Plan::MOST * CHUNK as u64;

/// The columns of one chunk.
pub type Columns = Vec<Vec<f64>>;

/// A run of draws, and whoever draws its chunks.
pub trait Run: Copy + Sync {
    /// Seed and number of chunks.
    fn plan(self) -> Plan;

    /// What a worker makes of every chunk, in the order of their indices; whoever draws makes a worker of its own.
    fn chunks<W: FnMut(u64) -> Columns>(self, worker: impl Fn() -> W + Sync) -> Vec<Columns>;
}

/// A run that is drawn where it is asked for, one chunk after the other.
#[derive(Debug, Clone, Copy)]
pub struct InTurn(pub Plan);

impl Run for InTurn {
    fn plan(self) -> Plan {
        self.0
    }

    fn chunks<W: FnMut(u64) -> Columns>(self, worker: impl Fn() -> W + Sync) -> Vec<Columns> {
        (0..self.0.chunks).map(worker()).collect()
    }
}

/// How ranges are found.
#[derive(Debug, Clone, Copy)]
pub enum How<R> {
    /// Every input at the end of its range that makes the answer small or large.
    Limits,
    /// 5th to 95th percentile of draws.
    Likely(R),
}

impl<R: Run> How<R> {
    /// What is made of the central inputs, with its ranges; every thread makes its own maker.
    pub fn ranges<T: Ranges, M: FnMut(&Reading<'_>) -> T>(self, inputs: &Inputs, maker: impl Fn() -> M + Sync) -> T {
        match self {
            Self::Limits => {
                let mut make = maker();
                limits(|case| make(&Reading::new(inputs, case)))
            }
            Self::Likely(run) => likely(inputs, run, maker),
        }
    }

    /// Single answers with their ranges; `None` for one that the evidence does not hold.
    pub fn answers(self, inputs: &Inputs, outputs: &[Output], year: i32) -> Answers {
        if let Self::Limits = self {
            let shared = Shared::default();
            return Answers(outputs.iter().map(|output| range(inputs, &shared, year, *output)).collect());
        }
        self.ranges(inputs, || {
            let shared = Shared::default();
            move |x: &Reading<'_>| {
                let e = Evaluator::of(*x, &shared, year);
                Answers(outputs.iter().map(|output| e.get(*output).map(Range::exactly)).collect())
            }
        })
    }
}

/// What is made of the central inputs, its ranges from the draws.
fn likely<T: Ranges, R: Run, M: FnMut(&Reading<'_>) -> T>(inputs: &Inputs, run: R, maker: impl Fn() -> M + Sync) -> T {
    let mut whole = maker()(&Reading::new(inputs, Case::Central));
    let mut central = Vec::new();
    whole.each(&mut |range| central.push(range.central));
    let figures = central.len();
    let columns = together(run, figures, || {
        let sampler = Sampler::new(inputs, &Shapes::default());
        let mut make = maker();
        move |index| {
            let mut columns = vec![Vec::with_capacity(CHUNK); figures];
            each_draw(inputs, &sampler, run.plan().seed, index, |x| {
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
pub fn draws<R: Run>(inputs: &Inputs, outputs: &[Output], year: i32, run: R) -> Columns {
    together(run, outputs.len(), || {
        let sampler = Sampler::new(inputs, &Shapes::default());
        move |index| chunk(inputs, &sampler, outputs, year, run.plan().seed, index)
    })
}

/// The columns of all chunks, put together.
fn together<R: Run, W: FnMut(u64) -> Columns>(run: R, columns: usize, worker: impl Fn() -> W + Sync) -> Columns {
    let mut whole = vec![Vec::with_capacity(run.plan().draws()); columns];
    for part in run.chunks(worker) {
        whole.iter_mut().zip(part).for_each(|(all, some)| all.extend(some));
    }
    whole
}

/// Single answers; `None` for one that the evidence does not hold.
pub struct Answers(pub Vec<Option<Range>>);

impl Ranges for Answers {
    fn each(&mut self, see: &mut dyn FnMut(&mut Range)) {
        for answer in &mut self.0 {
            match answer {
                Some(range) => see(range),
                None => see(&mut Range::exactly(f64::NAN)),
            }
        }
    }
}
