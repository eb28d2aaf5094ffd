//! One application of the demand table. Drawn again only when its own figures change.

use lodestone_model::demand::Application;
use lodestone_model::error::Error;
use lodestone_model::inputs::Param;
use lodestone_model::report::{AppDemand, Range};
use yew::prelude::*;

use super::cited::cited;
use super::param_field::OnSet;
use super::typed_field::TypedField;
use crate::format::{self, Style};
use crate::labels;
use crate::text::{Lang, demand, parameters, units};

/// Sets the units of an application in a year, or takes them back with `None`.
pub type OnUnits = Callback<(Application, i32, Option<f64>), Result<(), Error>>;

/// Properties of [`DemandRow`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its figures.
    pub demand: AppDemand,
    /// The year they are of.
    pub year: i32,
    /// Whether a reader has set the units.
    pub units_set: bool,
    /// The mass per unit that a reader may fill: parameter, value, whether it is set.
    pub own: Option<(Param, Option<f64>, bool)>,
    /// Language of the reader.
    pub lang: Lang,
    /// Sets the units.
    pub on_units: OnUnits,
    /// Sets the mass per unit.
    pub on_set: OnSet,
}

/// The row.
#[component]
pub fn DemandRow(props: &Props) -> Html {
    let (lang, a) = (props.lang, &props.demand);
    let figure = |range: Option<Range>| match range {
        Some(r) => with_range(lang, r, format::TONNES),
        None => nothing(lang),
    };
    html! {
        <tr data-application={a.application.key()}>
            <th scope="row">{ labels::application(lang, a.application) }</th>
            <td data-label={demand::units(lang)}>{ counted(props) }</td>
            <td data-label={demand::share(lang)}>{ with_range(lang, a.with_magnets, format::PERCENT) }</td>
            <td data-label={demand::each(lang)}>{ each(props) }</td>
            <td data-label={demand::tonnes(lang)}>{ figure(a.magnet) }</td>
            <td data-label={demand::ndpr_short(lang)}>{ figure(a.ndpr_oxide) }</td>
        </tr>
    }
}

/// A figure with its range under it.
pub fn with_range(lang: Lang, range: Range, style: Style) -> Html {
    let (middle, ends) = format::apart(lang, range, style);
    html!(<>{ middle }<small>{ ends }</small></>)
}

fn nothing(lang: Lang) -> Html {
    html!(<span class="none"><span aria-hidden="true">{ "–" }</span><span class="unseen">{ demand::no_figure(lang) }</span></span>)
}

/// Units per year, open to the reader's own number.
fn counted(props: &Props) -> Html {
    let (lang, year, a) = (props.lang, props.year, &props.demand);
    let application = a.application;
    let what = demand::units_of(lang, labels::application(lang, application));
    let on_number = {
        let (on_units, what) = (props.on_units.clone(), what.clone());
        Callback::from(move |number: Option<f64>| {
            on_units.emit((application, year, number)).map_err(|e| labels::error(lang, &what, &e))
        })
    };
    html! {
        <>
            <TypedField id={format!("n-{}", application.key())} {what} value={a.units.map(|u| u.count)}
                set={props.units_set} unit={labels::counted(lang, application)} example="1,000,000" {lang} {on_number} />
            if let Some(u) = a.units { <small>{ labels::origin(lang, u.origin) }</small> }
            { cited(application, lang) }
        </>
    }
}

/// Magnet per unit; where no source gives one, open to the reader's own number.
fn each(props: &Props) -> Html {
    let (lang, a) = (props.lang, &props.demand);
    let Some((param, value, set)) = props.own else {
        return match a.each {
            Some(r) => with_range(lang, r, format::KILOGRAMS),
            None => nothing(lang),
        };
    };
    let what = parameters::label(lang, param);
    let on_set = props.on_set.clone();
    let on_number = Callback::from(move |number: Option<f64>| {
        on_set.emit((param, number.into())).map_err(|e| labels::error(lang, what, &e))
    });
    html! {
        <TypedField id={format!("e-{}", a.application.key())} {what} {value} {set}
            unit={units::label(lang, param.spec().unit)} example="0.5" {lang} {on_number} />
    }
}
