//! How sure an answer is: its mean and quantiles, all of its draws, and the inputs that its uncertainty comes from.

use lodestone::text::{Lang, command, quantities, uncertainty as words};
use lodestone::{format, labels};
use lodestone_answers::how::draws;
use lodestone_answers::spread::{Sensitivity as Unsure, Simulated, summaries};
use lodestone_model::inputs::Inputs;
use lodestone_model::outputs::Output;
use lodestone_model::report::Range;
use lodestone_model::uncertainty::{Analysis, Influence, QUANTILES, Shapes, Summary};

use crate::args::{Sensitivity, Simulate};
use crate::how::{self, How, drawn};
use crate::meter::Patient;
use crate::table::{exact, table};
use crate::text::name;
use crate::{Answer, Refusal, given, json, questions};

/// Draws between two looks at the clock.
const STEP: usize = 64;

/// What a question about draws asks for.
fn asked(q: &Simulate, lang: Lang) -> Result<(Inputs, Vec<Output>, i32), Refusal> {
    let outputs = q.outputs.iter().map(|key| questions::output(lang, key)).collect::<Result<Vec<_>, _>>()?;
    Ok((q.with.inputs(lang)?, outputs, given::year(lang, q.year)?))
}

/// Mean and quantiles, each with its standard error.
pub fn simulate(q: &Simulate, how: How, lang: Lang) -> Result<Answer, Refusal> {
    let (inputs, outputs, year) = asked(q, lang)?;
    let run = how::run(how, lang, "simulate")?;
    let found = summaries(&inputs, &outputs, year, run);
    let json = json::data(&Simulated::of(&inputs, &outputs, year, run, &found));
    let mut text = String::new();
    for (output, found) in outputs.iter().zip(&found) {
        let name = name(&inputs, *output, lang);
        text += &match found {
            Some(found) => summary(name, found, lang),
            None => format!("{name}: {}\n", command::no_figure(lang, &year.to_string())),
        };
        text.push('\n');
    }
    Ok(Answer { json, text: text + &drawn(lang, run) + "\n" })
}

fn summary(name: String, found: &Summary, lang: Lang) -> String {
    let all_alike = found.quantiles.windows(2).all(|two| two[0].0 == two[1].0);
    let cells = |label: String, (value, error): (f64, f64)| {
        let figure = format::middle(lang, about(value, error), format::PLAIN);
        let error = if all_alike { quantities::exact(lang).to_owned() } else { format::significant(error, 1) };
        vec![label, figure, error]
    };
    let mut rows = vec![vec![name, command::value(lang).into(), command::standard_error(lang).into()]];
    rows.push(cells(command::mean(lang).into(), found.mean));
    for (p, quantile) in QUANTILES.iter().zip(&found.quantiles) {
        rows.push(cells(command::quantile(lang, &format::percent(lang, *p)), *quantile));
    }
    table(&rows)
}

/// A figure whose digits end where its standard error begins.
fn about(value: f64, error: f64) -> Range {
    Range { error, ..Range::new(value - error, value, value + error) }
}

/// Every draw: a column for each answer, a row for each draw, empty where a draw has no such answer.
pub fn csv(q: &Simulate, how: How, lang: Lang) -> Result<String, Refusal> {
    let (inputs, outputs, year) = asked(q, lang)?;
    let run = how::run(how, lang, "simulate")?;
    let columns = draws(&inputs, &outputs, year, run);
    let mut text = outputs.iter().map(|o| o.key()).collect::<Vec<_>>().join(",") + "\n";
    for row in 0..run.plan.draws() {
        for (i, column) in columns.iter().enumerate() {
            if i > 0 {
                text.push(',');
            }
            exact(&mut text, column.get(row).copied().filter(|v| !v.is_nan()));
        }
        text.push('\n');
    }
    Ok(text)
}

/// Which inputs make an answer unsure, and what better data would do.
pub fn sensitivity(q: &Sensitivity, how: How, lang: Lang) -> Result<Answer, Refusal> {
    let (inputs, output) = (q.with.inputs(lang)?, questions::output(lang, &q.output)?);
    let (year, run) = (given::year(lang, q.year)?, how::run(how, lang, "sensitivity")?);
    let Some(mut analysis) = Analysis::new(inputs.clone(), output, year, run.plan, &Shapes::default()) else {
        return Err(Refusal(command::no_figure(lang, &year.to_string())));
    };
    let mut meter = Patient::default();
    let (mut done, whole) = (0, run.plan.draws() as u64);
    while analysis.go(STEP) {
        done += STEP as u64;
        meter.at(done, whole);
    }
    drop(meter);
    let found = analysis.result();
    let json = json::data(&Unsure::of(&inputs, output, year, run, &found));
    let name = name(&inputs, output, lang);
    let mut text = words::tornado(lang, &name) + "\n";
    match found.influences.first() {
        Some(first) => {
            let share = quantities::percent(lang, &format::significant(first.narrowing() * 100.0, 2));
            text += &command::deviation(lang, &format::significant(found.deviation, 2));
            text += "\n\n";
            text += &influences(&found.influences, found.central, lang);
            text += &format!("\n{}\n", words::better(lang, labels::group(lang, first.group), &share));
            text += &format!("{}\n{}\n", words::indices_lead(lang), command::ends(lang));
        }
        None => text += &format!("{}\n", words::nothing(lang)),
    }
    text += &drawn(lang, run);
    Ok(Answer { json, text: text + "\n" })
}

fn influences(all: &[Influence], central: f64, lang: Lang) -> String {
    let index = |(value, error): (f64, f64)| {
        let figure = format::middle(lang, about(value, error), format::PERCENT);
        format!("{figure} ± {}", quantities::percent(lang, &format::significant(error * 100.0, 1)))
    };
    let head = [words::input(lang), words::first(lang), words::total(lang), words::at_low(lang), words::at_high(lang)];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for i in all {
        let (low, high) = i.ends;
        let between = Range::exactly(central).reaching(low).reaching(high);
        let ends = Range { low, high, ..between };
        let (at_low, at_high) = if low <= high {
            format::both_ends(lang, ends, format::PLAIN)
        } else {
            let (a, b) = format::both_ends(lang, Range { low: high, high: low, ..ends }, format::PLAIN);
            (b, a)
        };
        rows.push(vec![labels::group(lang, i.group).to_owned(), index(i.first), index(i.total), at_low, at_high]);
    }
    table(&rows)
}
