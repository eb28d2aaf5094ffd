//! How sure the answers are, what makes them unsure, and how that was found out.

use std::rc::Rc;

use lodestone_model::inputs::correlation;
use lodestone_model::outputs::Output;
use lodestone_model::report::{Range, Report};
use lodestone_model::uncertainty::{Plan, Section as Part, Sensitivity};
use yew::prelude::*;

use super::{Section, figures};
use crate::components::chart_view::ChartView;
use crate::components::choice::options;
use crate::components::product_tables::data_table;
use crate::components::typed_field::TypedField;
use crate::format;
use crate::labels;
use crate::state::{Action, WEIGHED};
use crate::text::{Lang, page, quantities, uncertainty as words};

/// Numbers of draws to choose from.
const DRAWS: [(usize, &str); 4] = [(2048, "2048"), (4096, "4096"), (16_384, "16384"), (65_536, "65536")];
/// Inputs that the table lists.
const LISTED: usize = 8;
/// The largest seed that a reader can type: every whole number up to it is a number of its own.
const MOST_SEED: f64 = 9_007_199_254_740_991.0;

/// What the section shows.
#[derive(Clone)]
pub struct Props {
    /// State, report and callbacks.
    pub section: Section,
    /// What makes the chosen answer unsure, once it is known.
    pub sensitivity: Option<Rc<Sensitivity>>,
    /// Whether that is being worked out.
    pub weighs: bool,
    /// Where the results stand, to see whether anybody looks.
    pub node: NodeRef,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.section, &other.section);
        a.looks_like(b, &["uncertainty"])
            && (a.state.plan, a.state.weighed, a.stale) == (b.state.plan, b.state.weighed, b.stale)
            && a.report.motor.currencies == b.report.motor.currencies
            && a.report.wind.currencies == b.report.wind.currencies
            && a.report.year.magnet == b.report.year.magnet
            && (&self.sensitivity, self.weighs) == (&other.sensitivity, other.weighs)
    }
}

/// The section.
pub fn view(props: &Props) -> Html {
    let s = &props.section;
    let lang = s.state.lang;
    html! {
        <section id="uncertainty" class="calculator" aria-labelledby="uncertainty-title">
            <h2 id="uncertainty-title">{ words::title(lang) }</h2>
            <p class="lead">{ words::lead(lang) }</p>
            <div class="columns" ref={props.node.clone()}>
                <div class="inputs">
                    { weighed(s) }
                    { draws(s) }
                    { seed(s) }
                    <details class="fold" id="correlations">
                        <summary><h3>{ words::correlations(lang) }</h3></summary>
                        <p class="hint">{ words::correlations_lead(lang) }</p>
                        { s.fields(&correlation::PARAMS) }
                    </details>
                </div>
                <div class="results">
                    { frequencies(s) }
                    { taken_apart(props) }
                </div>
            </div>
        </section>
    }
}

fn weighed(s: &Section) -> Html {
    let (lang, now) = (s.state.lang, s.state.weighed);
    let entries: Vec<_> = WEIGHED.iter().map(|o| (o.key(), labels::weighed(lang, *o), *o == now)).collect();
    let act = s.act.clone();
    let on_key = Callback::from(move |key: String| {
        if let Some(output) = WEIGHED.into_iter().find(|o| o.key() == key) {
            act.emit(Action::Weigh(output));
        }
    });
    options("weighed", words::weighed(lang), &entries, on_key)
}

fn draws(s: &Section) -> Html {
    let (lang, plan) = (s.state.lang, s.state.plan);
    let entries: Vec<_> = DRAWS.iter().map(|(n, text)| (*text, *text, *n == plan.draws())).collect();
    let act = s.act.clone();
    let on_key = Callback::from(move |key: String| {
        if let Some((count, _)) = DRAWS.into_iter().find(|(_, text)| *text == key) {
            act.emit(Action::Plan(Plan::of(plan.seed, count)));
        }
    });
    options("draws", words::draws(lang), &entries, on_key)
}

fn seed(s: &Section) -> Html {
    let (lang, plan, act) = (s.state.lang, s.state.plan, s.act.clone());
    let on_number = Callback::from(move |number: Option<f64>| {
        let value = number.unwrap_or(Plan::default().seed as f64);
        if !(0.0..=MOST_SEED).contains(&value) || value.fract() != 0.0 {
            return Err(words::seed_refused(lang, &format::exact(value)));
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole, and looked at above
        act.emit(Action::Plan(Plan { seed: value as u64, ..plan }));
        Ok(())
    });
    html! {
        <div class="field" data-seed="">
            <label for="seed">{ words::seed(lang) }</label>
            <TypedField id="seed" what={words::seed(lang)} value={plan.seed as f64} set={plan.seed != Plan::default().seed}
                unit="" example="7" {lang} {on_number} />
            <p class="hint">{ words::seed_lead(lang) }</p>
        </div>
    }
}

/// In nine of ten cases …: a sentence for each main answer, with the part of the page that it is of.
#[must_use]
pub fn cases(report: &Report, lang: Lang) -> [(Part, String); 4] {
    let (motor, wind) = (&report.motor.currencies[0], &report.wind.currencies[0]);
    let nine = |what: &str, range: Range, style| {
        if range.is_exact() {
            return words::always(lang, what, &format::middle(lang, range, style));
        }
        let (low, high) = format::both_ends(lang, range, style);
        words::nine_of_ten(lang, what, &low, &high)
    };
    let year = page::answer_demand(lang, &report.year.year.to_string());
    [
        (Part::Motor, nine(labels::weighed(lang, Output::MotorAfterUsd), motor.after, format::USD)),
        (
            Part::Motor,
            nine(labels::weighed(lang, Output::MotorDifferenceUsd), motor.difference, format::USD.with_sign()),
        ),
        (Part::Turbine, nine(labels::weighed(lang, Output::TurbineAfterUsd), wind.after, format::USD)),
        (Part::Year, nine(&year, report.year.magnet, format::TONNES)),
    ]
}

fn frequencies(s: &Section) -> Html {
    let (lang, plan) = (s.state.lang, s.state.plan);
    html! {
        <div class="headline">
            <ul class="cases">
                { for cases(&s.report, lang).iter().map(|(part, text)| html!(<li class={s.waits(*part)}>{ text.clone() }</li>)) }
            </ul>
            { how(&s.report, plan, lang) }
        </div>
    }
}

/// How the ranges were found, and how far another drawing would move them.
pub fn how(report: &Report, plan: Plan, lang: Lang) -> Html {
    let error = report.motor.currencies[0].after.error;
    let count = format::exact(plan.draws() as f64);
    html! {
        <>
            <p class="hint">{ words::how(lang, &count, &plan.seed.to_string()) }</p>
            if error > 0.0 {
                <p class="hint">{ words::error(lang, &format::money_text(lang, &format::significant(error, 1))) }</p>
            }
        </>
    }
}

/// What makes the chosen answer unsure: a sentence, a chart, a table.
fn taken_apart(props: &Props) -> Html {
    let s = &props.section;
    let lang = s.state.lang;
    let Some(found) = &props.sensitivity else {
        return html!(<div class="apart"><p class="hint" role="status">{ words::at_work(lang) }</p></div>);
    };
    let waits = props.weighs.then_some("waits");
    html! {
        <div class={classes!("apart", waits)}>
            <p class="sentence" id="better">{ better(found, lang) }</p>
            <ChartView spec={Rc::new(figures::tornado(found, s.state.weighed, lang))} {lang} />
            { indices(found, s.state.weighed, lang) }
            <p class="hint">{ words::indices_lead(lang) }</p>
        </div>
    }
}

/// What better data would change.
#[must_use]
pub fn better(found: &Sensitivity, lang: Lang) -> String {
    match found.influences.first() {
        Some(first) if found.deviation > 0.0 => {
            let narrower = format::significant(first.narrowing() * 100.0, 2);
            words::better(lang, labels::group(lang, first.group), &quantities::percent(lang, &narrower))
        }
        _ => words::nothing(lang).to_owned(),
    }
}

/// How much of the variance each input takes, and the answer at either end of it.
pub fn indices(found: &Sensitivity, output: Output, lang: Lang) -> Html {
    let style = labels::style(output);
    let index = |(value, error): (f64, f64)| {
        // Twice the standard error to both sides: an estimate of a small share can fall below zero.
        let share = Range { error, ..Range::new(value - 2.0 * error, value, value + 2.0 * error) };
        format::apart(lang, share, format::PERCENT)
    };
    let rows = found.influences.iter().take(LISTED).map(|i| {
        let between = Range::new(i.ends.0.min(i.ends.1), found.central, i.ends.0.max(i.ends.1));
        let (low, high) = format::both_ends(lang, between.reaching(i.ends.0), style);
        let (low, high) = if i.ends.0 <= i.ends.1 { (low, high) } else { (high, low) };
        let cells = vec![index(i.first), index(i.total), (low, String::new()), (high, String::new())];
        (AttrValue::from(labels::group(lang, i.group)), cells)
    });
    let head =
        vec![words::input(lang), words::first(lang), words::total(lang), words::at_low(lang), words::at_high(lang)];
    data_table(words::table(lang), &head, &rows.collect(), false)
}
