//! How long an answer takes: the whole report, the report after one change, the demand of one year, a
//! balance, and a question asked backwards.

use std::hint::black_box;

use divan::Bencher;
use lodestone_model::demand::{self, BASE_YEAR, Tracks};
use lodestone_model::inputs::{Case, Inputs, Outlook, Param, Reading};
use lodestone_model::outputs::{Evaluator, Output, Shared, range};
use lodestone_model::report::{Report, SupplySide, View};
use lodestone_model::solve::{Answer, Mover, Question, solve};

fn main() {
    divan::main();
}

#[divan::bench]
fn whole_report_of_the_defaults() -> Report {
    Report::new(black_box(&Inputs::default()), black_box(View::default()))
}

#[divan::bench]
fn whole_report_after_one_changed_parameter(bencher: Bencher) {
    bencher.with_inputs(Inputs::default).bench_local_values(|mut inputs| {
        // A refusal would be measured as a very fast report.
        assert_eq!(inputs.set(Param::PriceNdOxide, black_box(100.0)), Ok(()));
        Report::new(&inputs, View::default())
    });
}

#[divan::bench]
fn demand_of_a_single_year_in_three_cases(bencher: Bencher) {
    let (inputs, tracks) = (Inputs::default(), Tracks::new(Outlook::Steps));
    bencher.bench_local(|| {
        [Case::Low, Case::Central, Case::High]
            .map(|case| demand::world(&Reading::new(black_box(&inputs), case), &tracks, black_box(BASE_YEAR)))
    });
}

#[divan::bench]
fn gap_of_a_single_year(bencher: Bencher) {
    let (inputs, shared) = (Inputs::default(), Shared::default());
    bencher.bench_local(|| Evaluator::new(black_box(&inputs), &shared, Case::Central, 2026).get(Output::BalanceGapT));
}

#[divan::bench(args = [Output::TurbineContainedUsd, Output::DemandWindT], sample_count = 20)]
fn question_asked_backwards(output: &Output) -> Answer {
    let mover = Mover::One(Param::WindKgPerMwDirect);
    let question = Question { output: *output, mover, target: black_box(15_000.0), year: 2026, within: None };
    solve(&Inputs::default(), &question)
}

/// The calculators, the supply side, the checks, and every answer that is one number, in three cases.
#[divan::bench]
fn report_with_every_section(bencher: Bencher) {
    let (inputs, shared) = (Inputs::default(), Shared::default());
    bencher.bench_local(|| {
        let report = Report::new(black_box(&inputs), View::default());
        let side = SupplySide::new(black_box(&inputs), &shared);
        let all: Vec<_> = Output::ALL.iter().map(|o| range(&inputs, &shared, BASE_YEAR, *o)).collect();
        (report, side, all)
    });
}
