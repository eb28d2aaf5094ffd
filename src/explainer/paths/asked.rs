//! The model asked about the states of the paths: once for all languages, each figure with its likely range.

use std::sync::OnceLock;

use lodestone_model::data::Param;
use lodestone_model::distribution::Shapes;
use lodestone_model::inputs::{Case, Inputs, Reading};
use lodestone_model::outputs::{Evaluator, Output, Shared};
use lodestone_model::report::{Range, View, product};
use lodestone_model::uncertainty::{Band, Plan, Sampler, each_draw};

use super::steps::{Answer, Figure, PATHS, State};
use crate::format::{self, Style};
use crate::text::Lang;

/// How often the inputs are drawn, as the calculators do.
#[allow(clippy::cast_precision_loss)] // some thousands
pub(super) fn draws() -> f64 {
    Plan::default().draws() as f64
}

/// The sentence that answers a step.
pub(super) fn answer(path: usize, step: usize, lang: Lang) -> String {
    let Step { state, figures, answer } = Step::of(path, step);
    let found = found().get(path).and_then(|steps| steps.get(step));
    let inputs = state.inputs().unwrap_or_default();
    let text = |i: usize| {
        let (Some(figure), Some(range)) = (figures.get(i), found.and_then(|all| all.get(i))) else {
            return String::new();
        };
        said(*figure, *range, &inputs, lang)
    };
    match answer {
        Answer::One(sentence, _) => sentence(lang, &text(0)),
        Answer::Two(sentence, _) => sentence(lang, &text(0), &text(1)),
        Answer::Three(sentence, _) => sentence(lang, &text(0), &text(1), &text(2)),
    }
}

/// What is asked of one step.
struct Step {
    state: &'static State,
    figures: &'static [Figure],
    answer: &'static Answer,
}

impl Step {
    fn of(path: usize, step: usize) -> Self {
        let step = &PATHS[path].steps[step];
        Self { state: &step.state, figures: step.answer.figures(), answer: &step.answer }
    }
}

/// A figure in words, with its range or the word that says that it is exact.
pub(super) fn said(figure: Figure, range: Range, inputs: &Inputs, lang: Lang) -> String {
    match figure {
        Figure::Year => format!("{}", range.central),
        Figure::Evidence(param) => format::with_unit(lang, param.spec().unit, range.central),
        Figure::Change(..) => format::ranged(lang, range, format::PERCENT.with_sign()),
        Figure::Of(output) => format::ranged(lang, range, style(output, inputs)),
    }
}

fn style(output: Output, inputs: &Inputs) -> Style {
    let signed = matches!(
        output,
        Output::MotorDifferenceUsd
            | Output::TurbineDifferenceUsd
            | Output::MotorContainedUsd
            | Output::TurbineContainedUsd
            | Output::BalanceGapT
            | Output::BalanceGapShare
    );
    let style = match output.unit() {
        "USD" => format::USD,
        "kg" => format::KILOGRAMS,
        "t/year" => format::TONNES,
        "share" => format::PERCENT,
        "local" if output == Output::BillLocal => Style::money(inputs.choices.importer.currency()),
        "local" => Style::money(Some(inputs.choices.currency)),
        _ => format::PLAIN,
    };
    if signed { style.with_sign() } else { style }
}

/// The figures of all steps of all paths, each with its likely range.
fn found() -> &'static Vec<Vec<Vec<Range>>> {
    static FOUND: OnceLock<Vec<Vec<Vec<Range>>>> = OnceLock::new();
    FOUND.get_or_init(|| {
        PATHS.iter().map(|path| path.steps.iter().map(|s| ask(&s.state, s.answer.figures())).collect()).collect()
    })
}

/// The answers of the model for a state: central, and the 5th to the 95th percentile of the draws.
fn ask(state: &State, figures: &[Figure]) -> Vec<Range> {
    let inputs = state.inputs().unwrap_or_default();
    let shared = Shared::default();
    let central = read(&Reading::new(&inputs, Case::Central), state, figures, &shared);
    let mut columns: Vec<Vec<f64>> = vec![Vec::new(); figures.len()];
    let sampler = Sampler::new(&inputs, &Shapes::default());
    let plan = Plan::default();
    for chunk in 0..plan.chunks {
        each_draw(&inputs, &sampler, plan.seed, chunk, |x| {
            for (column, value) in columns.iter_mut().zip(read(x, state, figures, &shared)) {
                column.push(value);
            }
        });
    }
    central
        .into_iter()
        .zip(columns)
        .map(|(central, draws)| {
            let band = Band::of(central, draws);
            Range { error: band.error, ..Range::exactly(central).reaching(band.low).reaching(band.high) }
        })
        .collect()
}

fn read(x: &Reading, state: &State, figures: &[Figure], shared: &Shared) -> Vec<f64> {
    let e = Evaluator::of(*x, shared, state.year());
    let one = |figure: &Figure| match figure {
        Figure::Year => f64::from(state.year()),
        Figure::Evidence(param) => evidence(*param),
        Figure::Of(output) => e.get(*output).unwrap_or(f64::NAN),
        Figure::Change(used, currency) => {
            let made = product(x, *used, View::default());
            made.currencies.iter().find(|c| c.currency == *currency).map_or(f64::NAN, |c| c.change.central)
        }
    };
    figures.iter().map(one).collect()
}

/// The highest value that a source has for a parameter.
fn evidence(param: Param) -> f64 {
    param.spec().evidence.map_or(f64::NAN, |(_, high)| high)
}
