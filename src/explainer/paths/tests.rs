//! Every link of the paths is understood wholly, and every answer is the model's for that state.

use lodestone_model::data::NamedScenario;
use lodestone_model::inputs::text;
use lodestone_model::outputs::Output;
use lodestone_model::report::{Range, Report, View};
use lodestone_model::uncertainty::{Plan, Section, Shapes, Simulation, give};
use yew::LocalServerRenderer;

use super::steps::Figure;
use super::*;
use crate::link;
use crate::site::tables::Tables;

async fn page(lang: Lang) -> String {
    let props = Props { route: Route::Paths, lang, tables: Tables::default() };
    LocalServerRenderer::<Paths>::with_props(props).hydratable(false).render().await
}

#[test]
fn there_are_three_paths_of_five_to_seven_steps_with_ids_of_their_own() {
    let mut ids: Vec<&str> = PATHS.iter().flat_map(|p| p.steps.iter().map(|s| s.id).chain([p.key])).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    assert_eq!(PATHS.len(), 3);
    assert!(PATHS.iter().all(|p| (5..=7).contains(&p.steps.len())));
}

#[test]
fn every_link_is_understood_wholly_and_leads_to_the_state_of_its_step() {
    for step in PATHS.iter().flat_map(|p| p.steps) {
        let address = step.state.address();
        let rest = address.strip_prefix("../").unwrap();
        let (page, query) = rest.split_once('?').unwrap_or((rest, ""));
        let route = Route::named(page.trim_end_matches('/')).unwrap();
        assert!(route.computes() && route == step.state.route, "{address}");
        // As the page reads its address.
        let mut begin = Inputs::default();
        let mut lines = String::new();
        let mut year = lodestone_model::demand::BASE_YEAR;
        for pair in query.split('&').filter(|p| !p.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap();
            assert!(pair.chars().all(|c| c.is_ascii_alphanumeric() || "-._=".contains(c)), "{pair} needs no encoding");
            match key {
                "scenario" => begin = NamedScenario::named(value).unwrap().inputs().unwrap(),
                "year" => year = value.parse().unwrap(),
                _ => {
                    assert!(!link::VIEW.contains(&key));
                    assert!(Inputs::default().assign(key, value).is_ok(), "{pair}");
                    lines += &format!("{key}={value}\n");
                }
            }
        }
        assert_eq!(
            text::read(&(text::write(&begin) + &lines)).as_ref(),
            Ok(&step.state.inputs().unwrap()),
            "{address}"
        );
        assert_eq!(year, step.state.year());
    }
}

/// The figures that the page of the calculators shows for a state, by its own way.
fn shown(inputs: &Inputs, year: i32, figure: Figure) -> Range {
    let view = View { year, ..View::default() };
    let mut report = Report::new(inputs, view);
    let bands = |section| Simulation::new(inputs.clone(), view, section, Plan::default(), &Shapes::default()).bands();
    match figure {
        Figure::Year => Range::exactly(f64::from(year)),
        Figure::Evidence(param) => Range::exactly(param.spec().evidence.unwrap().1),
        Figure::Change(_, currency) => {
            give(&bands(Section::Turbine), &mut report.wind);
            report.wind.currencies.iter().find(|c| c.currency == currency).unwrap().change
        }
        Figure::Of(output) => match output {
            Output::MotorMagnetKg | Output::MotorDifferenceUsd | Output::MotorContainedUsd => {
                give(&bands(Section::Motor), &mut report.motor);
                match output {
                    Output::MotorMagnetKg => report.motor.magnet_kg,
                    Output::MotorDifferenceUsd => report.motor.difference_gross,
                    _ => report.motor.difference_contained,
                }
            }
            Output::TurbineMagnetKg | Output::TurbineDifferenceUsd | Output::TurbineContainedUsd => {
                give(&bands(Section::Turbine), &mut report.wind);
                match output {
                    Output::TurbineMagnetKg => report.wind.magnet_kg,
                    Output::TurbineDifferenceUsd => report.wind.difference_gross,
                    _ => report.wind.difference_contained,
                }
            }
            other => {
                // The command's way.
                let found = lodestone_model::uncertainty::simulate(inputs, &[other], year, Plan::default());
                let quantiles = found[0].as_ref().unwrap().quantiles.clone();
                let shared = lodestone_model::outputs::Shared::default();
                let central = lodestone_model::outputs::range(inputs, &shared, year, other).unwrap().central;
                let ((low, a), (high, b)) = (quantiles[1], quantiles[5]);
                Range { error: a.max(b), ..Range::exactly(central).reaching(low).reaching(high) }
            }
        },
    }
}

#[tokio::test]
async fn the_answer_in_every_sentence_is_the_models_for_that_state() {
    let mut figures = Vec::new();
    for step in PATHS.iter().flat_map(|p| p.steps) {
        let inputs = step.state.inputs().unwrap();
        let all: Vec<(Figure, Range)> =
            step.answer.figures().iter().map(|f| (*f, shown(&inputs, step.state.year(), *f))).collect();
        figures.push((step, inputs, all));
    }
    for lang in Lang::ALL {
        let html = page(lang).await;
        for (step, inputs, all) in &figures {
            let part = html.split_once(&format!("<li id=\"{}\">", step.id)).unwrap().1;
            let answer = part.split_once("pa-answer\">").unwrap().1.split_once("</p>").unwrap().0;
            for (figure, range) in all {
                let text = asked::said(*figure, *range, inputs, lang);
                assert!(answer.contains(&text), "{}: “{text}” is not in “{answer}”", step.id);
            }
            let href = step.state.address().replace('&', "&amp;");
            assert!(part.contains(&format!("href=\"{href}\"")), "{href}");
            assert!(!settings(&step.state, lang).contains('='), "{}", settings(&step.state, lang));
        }
        assert!(!html.contains("NaN") && !html.contains("–</p>") && !html.contains("<script"));
    }
}
