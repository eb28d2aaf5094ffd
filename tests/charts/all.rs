//! Every chart of the site: those of the calculators and of the story for the inputs as they come, and those that stand in
//! documents, read as they stand there.

use lodestone::chart::spec::Spec;
use lodestone::chart::wire;
use lodestone::explainer::{Explainer, Props};
use lodestone::pages::story::figures as story;
use lodestone::pages::{figures, products};
use lodestone::route::{Group, Route};
use lodestone::text::Lang;
use lodestone_model::inputs::Reading;
use lodestone_model::inputs::{Case, Inputs};
use lodestone_model::outputs::{Output, Shared};
use lodestone_model::report::{Report, SupplySide, View, goods, limits};
use lodestone_model::uncertainty::{Analysis, Plan, Shapes};
use yew::LocalServerRenderer;

use crate::catalogue::tables;

/// The charts that answer to inputs.
pub fn answering(inputs: &Inputs, lang: Lang) -> Vec<Spec> {
    let report = Report::new(inputs, View::default());
    let side = SupplySide::new(inputs, &Shared::default());
    let all = limits(|case: Case| goods(&Reading::new(inputs, case)));
    let plan = Plan { seed: 1, chunks: 2 };
    let found = Analysis::new(inputs.clone(), Output::MotorAfterUsd, 2025, plan, &Shapes::default()).unwrap().result();
    vec![
        figures::build("motor-build", &report.motor, lang),
        figures::curve("motor-curve", &report.motor.curve, lang),
        figures::build("turbine-build", &report.wind, lang),
        figures::curve("turbine-curve", &report.wind.curve, lang),
        figures::stack(&report, lang),
        figures::bars(&report.year, lang),
        products::chart(&all.0, lang),
        story::metals(&report.motor, lang),
        story::shares(&side, lang),
        story::balance(&side, lang),
        figures::tornado(&found, Output::MotorAfterUsd, lang),
    ]
}

/// The charts of documents, in all languages.
pub async fn standing() -> Vec<(Lang, Spec)> {
    let tables = tables();
    let mut all = Vec::new();
    for route in Route::ALL.into_iter().filter(|r| matches!(r.group(), Group::Understand | Group::Site)) {
        for lang in Lang::ALL {
            let props = Props { route, lang, tables: tables.clone() };
            let html = LocalServerRenderer::<Explainer>::with_props(props).hydratable(false).render().await;
            for held in html.split(&format!(" {}=\"", wire::HELD)).skip(1) {
                let held = held.split('"').next().unwrap();
                let text =
                    held.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'");
                let text = text.replace("&#x2F;", "/").replace("&amp;", "&");
                let spec = wire::read(&text).unwrap_or_else(|| panic!("{}: {text}", route.key()));
                all.push((lang, spec));
            }
        }
    }
    all
}

/// All of them.
pub async fn every() -> Vec<(Lang, Spec)> {
    let answering =
        Lang::ALL.into_iter().flat_map(|l| answering(&Inputs::default(), l).into_iter().map(move |s| (l, s)));
    answering.chain(standing().await).collect()
}
