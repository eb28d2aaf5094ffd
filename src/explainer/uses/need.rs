//! How much magnet a use needs in the base year, where the model has it.

use lodestone_model::demand::Application;
use lodestone_model::report::{AppDemand, DemandYear};
use yew::prelude::*;

use crate::explainer::cells;
use crate::format::{self, KILOGRAMS, PERCENT, TONNES};
use crate::labels;
use crate::route::Route;
use crate::site::tables::Row;
use crate::text::{Lang, uses as words};

/// The parts of the model that a use is, with their figures.
#[must_use]
pub fn parts(used: Row, year: &DemandYear) -> Vec<AppDemand> {
    let named = cells::list(used.get("model")).filter_map(Application::named);
    named.filter_map(|a| year.applications.iter().find(|d| d.application == a).copied()).collect()
}

/// One part in words.
pub fn need(lang: Lang, year: i32, part: &AppDemand) -> Html {
    let name = labels::application(lang, part.application);
    let year = year.to_string();
    let (Some(magnet), Some(units), Some(each)) = (part.magnet, part.units, part.each) else {
        return html!(<li>{ words::need_none(lang, name, &year) }</li>);
    };
    // A share is kept as a fraction and a mass per megawatt in kilograms: their styles word both.
    let counted = format!("{} {}", format::figure(units.count), labels::counted(lang, part.application));
    let said = words::need(
        lang,
        name,
        &year,
        &format::ranged(lang, magnet, TONNES),
        &counted,
        &format::ranged(lang, part.with_magnets, PERCENT),
        &format::ranged(lang, each, KILOGRAMS),
    );
    html!(<li data-application={part.application.key()}>{ said }</li>)
}

/// The calculator that works the use out.
pub fn calculator(lang: Lang, used: Row) -> Html {
    let route = match used.get("page") {
        "motor" => Route::Motor,
        "turbine" => Route::Turbine,
        "products" => Route::Products,
        "demand" => Route::Demand,
        _ => return Html::default(),
    };
    let name = crate::site::name(route, lang);
    html!(<a class="load" href={Route::Uses.to(route, lang)}>{ words::calculate(lang, name) }</a>)
}
