//! The formula behind a figure in words: what each line is about, where its number comes from, the text to copy.
//!
//! Not here: the lines themselves, which are the engine's, and markup.

pub mod limits;
mod steps;
pub mod unit;

use lodestone_model::data::{DATES, Dated, Grade, POINTS, Parameter, SOURCES, Series, Source};
use lodestone_model::demand::Application;
use lodestone_model::derivation::{Asked, Derivation, Line, Moment, Omission, Step, Subject, What};
use lodestone_model::inputs::{Inputs, Use};

use crate::labels::{self, Named};
use crate::text::{Lang, derivation as words, outputs, parameters};

/// A formula in the signs that readers write.
#[must_use]
pub fn signs(text: &str) -> String {
    text.replace(" * ", " × ").replace(" / ", " ÷ ").replace(" - ", " − ")
}

/// What a line is about.
#[must_use]
pub fn label(lang: Lang, line: &Line) -> String {
    match line.what {
        What::Param(param) => parameters::label(lang, param).to_owned(),
        What::Stated(series, _, year) => words::stated_units(lang, &counted(lang, series), &year.to_string()),
        What::Given(application, year) => {
            words::given_units(lang, labels::application(lang, application), &year.to_string())
        }
        What::Share(country, _) => words::share_of(lang, country.label(lang)),
        What::Step(step, subject) => steps::step(lang, step, &about(lang, subject)),
        What::Asked(asked) => name(lang, asked),
    }
}

/// The name of a figure.
#[must_use]
pub fn name(lang: Lang, asked: Asked) -> String {
    match asked {
        Asked::Output(output) => outputs::label(lang, output).to_owned(),
        Asked::Application(application) => steps::step(lang, Step::MagnetNeed, labels::application(lang, application)),
        Asked::Oxide(application) => words::asked_oxide(lang, labels::application(lang, application)),
        Asked::Money(used, currency, moment) => {
            let currency = currency.map_or(crate::text::shock::usd(lang), |c| c.label(lang));
            words::asked_money(lang, product(lang, used), when(lang, moment), currency)
        }
        Asked::Part(used, part, after) => {
            let when = if after { words::when_after(lang) } else { words::when_before(lang) };
            let part = match part {
                0..4 => metal(lang, part),
                4 => words::part_other(lang),
                _ => words::part_customs(lang),
            };
            words::asked_part(lang, product(lang, used), part, when)
        }
        Asked::Metal(used, i, bought) => {
            let how = if bought { words::bought(lang) } else { words::contained(lang) };
            words::asked_metal(lang, product(lang, used), metal(lang, i), how)
        }
        Asked::Piece(application, None) => words::asked_piece(lang, labels::application(lang, application)),
        Asked::Piece(application, Some(moment)) => {
            let (of, usd) = (labels::application(lang, application), crate::text::shock::usd(lang));
            words::asked_money(lang, &words::one_piece(lang, of), when(lang, moment), usd)
        }
    }
}

fn when(lang: Lang, moment: Moment) -> &'static str {
    match moment {
        Moment::Before => words::when_before(lang),
        Moment::After => words::when_after(lang),
        Moment::Difference => words::when_difference(lang),
        Moment::Change => words::when_change(lang),
    }
}

fn about(lang: Lang, subject: Subject) -> String {
    match subject {
        Subject::None => String::new(),
        Subject::Metal(i) => metal(lang, i).to_owned(),
        Subject::Product(used) => product(lang, used).to_owned(),
        Subject::Application(application) => labels::application(lang, application).to_owned(),
        Subject::Sold(application, year) => {
            words::in_year(lang, labels::application(lang, application), &year.to_string())
        }
        Subject::Shock(n) => words::shock(lang, &n.to_string()),
        // Small numbers are ages.
        Subject::Year(n) if n < 200 => words::years_after(lang, &n.to_string()),
        Subject::Year(year) => words::only_year(lang, &year.to_string()),
        Subject::Answer(output) => outputs::label(lang, output).to_owned(),
    }
}

fn metal(lang: Lang, i: usize) -> &'static str {
    [words::metal_nd, words::metal_pr, words::metal_dy, words::metal_tb].get(i).map_or("", |word| word(lang))
}

fn product(lang: Lang, used: Use) -> &'static str {
    match used {
        Use::Motor => words::product_motor(lang),
        Use::Turbine => words::product_turbine(lang),
        Use::Other => words::product_other(lang),
    }
}

/// What a yearly series counts.
fn counted(lang: Lang, series: Series) -> String {
    match series {
        Series::Wind => words::series_wind(lang).to_owned(),
        Series::PublishedTotal => words::series_published_total(lang).to_owned(),
        Series::NdprDemand => words::series_ndpr_demand(lang).to_owned(),
        Series::NdprSupply => words::series_ndpr_supply(lang).to_owned(),
        _ => {
            let Some(application) = Application::ALL.into_iter().find(|a| a.series().contains(&series)) else {
                return series.key().to_owned();
            };
            let name = labels::application(lang, application);
            // Vans, buses and trucks are counted by drive: `van-bev`.
            match series.key().rsplit_once('-').filter(|_| application.series().len() > 1) {
                Some((_, kind)) => words::series_kind(lang, name, &kind.to_uppercase()),
                None => name.to_owned(),
            }
        }
    }
}

/// What a figure does not count.
#[must_use]
pub fn omission(lang: Lang, omission: Omission) -> &'static str {
    steps::omission(lang, omission)
}

/// The sources of a line's number; none for a step, an own value or an assumption.
#[must_use]
pub fn sources(inputs: &Inputs, line: &Line) -> Vec<&'static Source> {
    let of = |indices: &'static [usize]| indices.iter().filter_map(|i| SOURCES.get(*i)).collect();
    match line.what {
        What::Param(param) if !inputs.is_set(param) => of(param.spec().sources),
        What::Stated(..) => stated(line).and_then(|i| POINTS.get(i)).map(|p| of(p.sources)).unwrap_or_default(),
        What::Share(_, source) => SOURCES.iter().filter(|s| s.id == source).collect(),
        _ => Vec::new(),
    }
}

/// The place of a line's number among the yearly figures; `None` for a line that is none.
fn stated(line: &Line) -> Option<usize> {
    let What::Stated(series, scenario, year) = line.what else { return None };
    POINTS.iter().position(|p| (p.series, p.scenario, p.year) == (series, scenario, year))
}

/// How old a line's number is; `None` for a step or an own value.
#[must_use]
pub fn dated(inputs: &Inputs, line: &Line) -> Option<Dated> {
    match line.what {
        What::Param(param) if !inputs.is_set(param) => {
            let Parameter { date, review_months, aged, .. } = *param.spec();
            Some(Dated { date, review_months, aged })
        }
        _ => stated(line).and_then(|i| DATES.get(i)).copied(),
    }
}

/// Where a line's number comes from, in a few words; empty for a step.
#[must_use]
pub fn origin(lang: Lang, inputs: &Inputs, line: &Line) -> String {
    let cited = sources(inputs, line);
    if let Some(source) = cited.iter().find(|s| !matches!(s.grade, Grade::Assumption | Grade::General)) {
        return crate::cite::named(source);
    }
    match line.what {
        What::Param(param) if inputs.is_set(param) => words::set_by_you(lang).to_owned(),
        What::Param(param) => crate::text::grades::label(lang, param.spec().grade).to_owned(),
        What::Given(..) => words::set_by_you(lang).to_owned(),
        _ => String::new(),
    }
}

/// The derivation as text that the command evaluates: a line each, what it is and where it comes from behind `#`.
#[must_use]
pub fn text(lang: Lang, inputs: &Inputs, derivation: &Derivation) -> String {
    let mut out = String::new();
    for line in &derivation.lines {
        let origin = origin(lang, inputs, line);
        let origin = if origin.is_empty() { origin } else { format!("; {origin}") };
        out += &format!(
            "{} = {}  # {} [{}]{origin}\n",
            line.name,
            derivation.expression(line),
            label(lang, line),
            line.unit
        );
    }
    out
}
