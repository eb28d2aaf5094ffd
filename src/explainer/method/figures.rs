//! Figures of the model that the page names, worked out once for all languages.

use std::sync::OnceLock;

use lodestone_model::claims::{self, Verdict};
use lodestone_model::history::{self, Tried};
use lodestone_model::inputs::{Case, Inputs, Reading};
use lodestone_model::report::{Range, Ranges, Report, View};
use lodestone_model::uncertainty::{Band, Plan, Sampler, Section, Shapes, Simulation, each_draw, give};

/// How often the inputs are drawn.
#[allow(clippy::cast_precision_loss)] // some thousands
pub(super) fn draws() -> f64 {
    Plan::default().draws() as f64
}

/// What the defaults amount to.
pub(super) struct Found {
    /// k of the motor, with its likely range.
    pub gross_factor: Range,
}

/// What the defaults amount to.
pub(super) fn found() -> &'static Found {
    static FOUND: OnceLock<Found> = OnceLock::new();
    FOUND.get_or_init(|| {
        let (inputs, view) = (Inputs::default(), View::default());
        let mut report = Report::new(&inputs, view);
        let run = Simulation::new(inputs, view, Section::Motor, Plan::default(), &Shapes::default());
        give(&run.bands(), &mut report.motor);
        Found { gross_factor: report.motor.gross_factor }
    })
}

/// The model against the past, each prediction with its likely range.
pub(super) fn history() -> &'static [Tried] {
    static HISTORY: OnceLock<Vec<Tried>> = OnceLock::new();
    HISTORY.get_or_init(|| {
        let (inputs, plan) = (Inputs::default(), Plan::default());
        let sampler = Sampler::new(&inputs, &Shapes::default());
        let mut all = history::tried(&Reading::new(&inputs, Case::Central));
        let mut columns: Vec<Vec<f64>> = vec![Vec::new(); all.len()];
        for chunk in 0..plan.chunks {
            each_draw(&inputs, &sampler, plan.seed, chunk, |x| {
                for (column, tried) in columns.iter_mut().zip(history::tried(x)) {
                    column.push(tried.predicted.central);
                }
            });
        }
        let mut columns = columns.into_iter();
        all.each(&mut |predicted| {
            let band = Band::of(predicted.central, columns.next().unwrap_or_default());
            *predicted = Range { error: band.error, ..predicted.reaching(band.low).reaching(band.high) };
        });
        all
    })
}

/// How many claims have each verdict.
pub(super) fn verdicts() -> &'static [(Verdict, usize); 5] {
    static COUNTS: OnceLock<[(Verdict, usize); 5]> = OnceLock::new();
    COUNTS.get_or_init(|| {
        let all = claims::all();
        Verdict::ALL.map(|verdict| (verdict, all.iter().filter(|a| a.verdict == verdict).count()))
    })
}
