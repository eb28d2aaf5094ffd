use crate::common::all;
use lodestone::chart::spec::Spec;
use lodestone::export::handout;
use lodestone::pages::story::figures as story;
use lodestone::pages::{figures, products};
use lodestone::route::Route;
use lodestone_model::inputs::{Case, Reading};
use lodestone_model::outputs::Shared;
use lodestone_model::report::{Report, SupplySide, View, goods, limits};

#[test]
fn tmp_handouts() {
    let css = std::fs::read_to_string("styles/handout.css").unwrap();
    let base =
        ["tokens", "base", "study"].map(|f| std::fs::read_to_string(format!("styles/{f}.css")).unwrap()).concat();
    std::fs::create_dir_all("/tmp/handouts").unwrap();
    for (i, t) in all().iter().enumerate() {
        let (lang, inputs) = (t.lang(), &t.subject.state.inputs);
        let report = Report::new(inputs, View::default());
        let side = SupplySide::new(inputs, &Shared::default());
        let g = limits(|case: Case| goods(&Reading::new(inputs, case)));
        let specs: Vec<Spec> = match t.subject.route {
            Route::Motor | Route::Shocks => vec![
                figures::build("motor-build", &report.motor, lang),
                figures::curve("motor-curve", &report.motor.curve, lang),
            ],
            Route::Turbine => vec![
                figures::build("turbine-build", &report.wind, lang),
                figures::curve("turbine-curve", &report.wind.curve, lang),
            ],
            Route::Products => vec![products::chart(&g.0, lang)],
            Route::Demand => vec![figures::stack(&report, lang), figures::bars(&report.year, lang)],
            Route::Balance => vec![story::balance(&side, lang)],
            _ => vec![figures::build("motor-build", &report.motor, lang), figures::stack(&report, lang)],
        };
        let html = handout::write(t, &specs);
        for size in ["A4", "letter"] {
            let doc = format!(
                "<!doctype html><html lang=\"{}\"><head><meta charset=utf-8><style>{base}{css} @page {{ size: {size}; }}</style></head><body class=\"computes prints\"><main><p>page</p></main><section id=\"handout\">{html}</section></body></html>",
                lang.tag()
            );
            std::fs::write(format!("/tmp/handouts/{i:03}-{}-{}-{size}.html", lang.tag(), t.subject.route.key()), doc)
                .unwrap();
        }
    }
}
