//! A chart as a picture, as the page saves it: the same description, drawn by the same hand. Not here: what a chart shows
//! ([`lodestone::pages`]).

use std::rc::Rc;

use lodestone::chart::layout::Measure;
use lodestone::chart::marks::marks;
use lodestone::chart::said;
use lodestone::chart::spec::Spec;
use lodestone::chart::taken::{self, Origin, WIDTH};
use lodestone::chart::theme::Theme;
use lodestone::formula::limits;
use lodestone::link::{pairs, proof};
use lodestone::pages::{figures, products};
use lodestone::state::{Action, State, WEIGHED};
use lodestone_answers::demand;
use lodestone_answers::how::{How, InTurn};
use lodestone_model::demand::Tracks;
use lodestone_model::inputs::{Reading, Use};
use lodestone_model::report::{self, Report};

use crate::asked::{Asked, Outcome};

/// Keys of the charts that can be drawn, as the page has them.
pub const CHARTS: [&str; 7] =
    ["motor-build", "motor-curve", "turbine-build", "turbine-curve", "products-cost", "demand-years", "demand-year"];
/// Narrowest and widest picture in CSS pixels: labels have room, and no memory is filled.
const WIDTHS: (u64, u64) = (360, 1440);

/// The picture that is asked for.
///
/// # Errors
/// An argument that is refused.
pub fn svg(asked: &Asked) -> Outcome<String> {
    let charts = CHARTS.map(|key| (key, key));
    let chart = asked.one_of("chart", &charts)?.ok_or_else(|| asked.lacks("chart"))?;
    let dark = asked.one_of("theme", &[("light", false), ("dark", true)])?.unwrap_or(false);
    let width = asked.whole("width", WIDTHS)?.and_then(|w| u32::try_from(w).ok()).unwrap_or(WIDTH);
    let address = asked.address("address")?.unwrap_or_default();
    let (inputs, year, how) = (asked.inputs()?, asked.year()?, asked.how()?);
    let mut state = State::default().after(Action::Load(Rc::new(inputs))).after(Action::Year(year));
    if let How::Likely(InTurn(plan)) = how {
        state = state.after(Action::Plan(plan));
    }
    state.lang = asked.lang;
    let spec = spec(chart, &state, how);
    let rows = marks(&spec, &Measure::new(width, spec.body.height(), 1.0), asked.lang);
    let said = said::whole(&spec, &rows, asked.lang);
    let query = proof::query(&pairs(&state));
    let link = if query.is_empty() { address.to_owned() } else { format!("{address}?{query}") };
    let origin =
        Origin { link, computed: true, sources: Vec::new(), left_out: limits::of_chart(asked.lang, chart, WEIGHED[0]) };
    Ok(taken::svg_at(width, &spec, &Theme::of_sheet(dark), &said, &origin, asked.lang))
}

fn spec(chart: &'static str, state: &State, how: How<InTurn>) -> Spec {
    let (inputs, view, lang) = (&state.inputs, state.view, state.lang);
    let product = |used| how.ranges(inputs, || move |x: &Reading<'_>| report::product(x, used, view));
    match chart {
        "motor-build" => figures::build(chart, &product(Use::Motor), lang),
        "motor-curve" => figures::curve(chart, &product(Use::Motor).curve, lang),
        "turbine-build" => figures::build(chart, &product(Use::Turbine), lang),
        "turbine-curve" => figures::curve(chart, &product(Use::Turbine).curve, lang),
        "products-cost" => products::chart(&how.ranges(inputs, || report::goods).0, lang),
        "demand-years" => {
            let years = how.ranges(inputs, || {
                let tracks = Tracks::new(inputs.choices.outlook);
                move |x: &Reading<'_>| report::years(x, &tracks)
            });
            figures::stack(&Report { years, ..Report::central(inputs, view) }, lang)
        }
        _ => figures::bars(&demand::year(inputs, view.year, how), lang),
    }
}
