//! The charts of the package are those that the page saves: drawn here as the page comes to them, in its own steps.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::rc::Rc;

use lodestone::chart::layout::Measure;
use lodestone::chart::marks::marks;
use lodestone::chart::spec::Spec;
use lodestone::chart::taken::{Origin, svg};
use lodestone::chart::theme::Theme;
use lodestone::chart::{said, wire};
use lodestone::formula::limits;
use lodestone::link::{pairs, proof};
use lodestone::pages::{figures, products};
use lodestone::state::{Action, State, WEIGHED};
use lodestone::text::Lang;
use lodestone_model::inputs::{Case, Inputs, Reading};
use lodestone_model::report::{Report, goods};
use lodestone_model::uncertainty::{Plan, Section, Shapes, Simulation, give};
use lodestone_package::answers::answer;
use lodestone_package::chart::CHARTS;
use lodestone_package::given::Given;

/// What the page shows for these inputs once its workers have answered.
fn shown(state: &State) -> (Report, Vec<lodestone_model::report::Good>) {
    let bands =
        |section| Simulation::new(state.inputs.clone(), state.view, section, state.plan, &Shapes::default()).bands();
    let mut report = Report::central(&state.inputs, state.view);
    give(&bands(Section::Motor), &mut report.motor);
    give(&bands(Section::Turbine), &mut report.wind);
    give(&bands(Section::Year), &mut report.year);
    give(&bands(Section::Years), &mut report.years);
    let mut all = goods(&Reading::new(&state.inputs, Case::Central));
    give(&bands(Section::Goods), &mut all);
    (report, all.0)
}

fn chart(key: &'static str, (report, goods): &(Report, Vec<lodestone_model::report::Good>), lang: Lang) -> Spec {
    match key {
        "motor-build" => figures::build(key, &report.motor, lang),
        "motor-curve" => figures::curve(key, &report.motor.curve, lang),
        "turbine-build" => figures::build(key, &report.wind, lang),
        "turbine-curve" => figures::curve(key, &report.wind.curve, lang),
        "products-cost" => products::chart(goods, lang),
        "demand-years" => figures::stack(report, lang),
        "demand-year" => figures::bars(&report.year, lang),
        _ => panic!("{key} is no chart of the page"),
    }
}

#[test]
fn every_chart_is_the_one_that_the_page_saves_to_the_last_character() {
    let mut inputs = Inputs::default();
    inputs.assign("ev-magnet-kg", "2..2.5..4").unwrap();
    inputs.assign("price-nd-oxide", "80").unwrap();
    let state = State::default().after(Action::Load(Rc::new(inputs))).after(Action::Year(2030));
    let state = state.after(Action::Plan(Plan::of(7, 1024)));
    let shown = shown(&state);
    let text = |text: &str| Given::Text(text.to_owned());
    let object = |entries: &[(&str, Given)]| {
        Given::Object(entries.iter().map(|(key, given)| ((*key).to_owned(), given.clone())).collect())
    };
    let address = "https://example.org/en/motor/";
    for (lang, dark) in [(Lang::En, false), (Lang::Ko, true), (Lang::Zh, false)] {
        for key in CHARTS {
            // A chart is read from what the page wrote; its picture is drawn when somebody asks for the file.
            let mut spec = wire::read(&wire::write(&chart(key, &shown, lang))).unwrap();
            spec.id = key;
            let rows = marks(&spec, &Measure::new(660, spec.body.height(), 1.0), lang);
            let link = format!("{address}?{}", proof::query(&pairs(&state)));
            let left_out = limits::of_chart(lang, key, WEIGHED[0]);
            assert!(!left_out.is_empty());
            let origin = Origin { link, computed: true, sources: Vec::new(), left_out };
            let saved = svg(&spec, &Theme::of_sheet(dark), &said::whole(&spec, &rows, lang), &origin, lang);
            let argument = object(&[
                ("chart", text(key)),
                ("lang", text(lang.tag())),
                ("theme", text(if dark { "dark" } else { "light" })),
                ("address", text(address)),
                ("year", Given::Number(2030.0)),
                ("ranges", object(&[("seed", Given::Number(7.0)), ("draws", Given::Number(1024.0))])),
                ("inputs", object(&[("ev-magnet-kg", text("2..2.5..4")), ("price-nd-oxide", Given::Number(80.0))])),
            ]);
            assert_eq!(answer("chartSvg", argument).unwrap().as_str(), Some(saved.as_str()), "{key} {lang:?}");
        }
    }
}
