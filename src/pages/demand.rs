//! The demand calculator: all years, one year, and the table in which every part can be changed.

use std::rc::Rc;

use lodestone_model::demand::{ALL_YEARS, Application};
use lodestone_model::error::Error;
use lodestone_model::inputs::{Param, Use};
use lodestone_model::report::AppDemand;
use lodestone_model::uncertainty::Section as Part;
use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::{Section, figures, range_line};
use crate::chart::spec::Spec;
use crate::components::chart_view::ChartView;
use crate::components::choice::choice;
use crate::components::demand_row::{DemandRow, with_range};
use crate::format;
use crate::state::Action;
use crate::text::{demand, page};

/// Parameters of the model that belong to no row of the table.
const ASSUMPTIONS: [Param; 12] = [
    Param::PmShareEv,
    Param::OffshoreShare,
    Param::OnshoreDirectShare,
    Param::OnshoreGearedShare,
    Param::OffshoreDirectShare,
    Param::OffshoreGearedShare,
    Param::SteeringShare,
    Param::OtherWNd,
    Param::OtherWPr,
    Param::OtherWDy,
    Param::OtherWTb,
    Param::Thrift,
];

/// What the section gets beside the rest: a callback for units.
#[derive(Clone)]
pub struct Props {
    /// State, report and callbacks.
    pub section: Section,
    /// Sets the units of an application in a year.
    pub on_units: Callback<(Application, i32, Option<f64>), Result<(), Error>>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.section, &other.section);
        // The hidden drive trains and motor masses are listed here, so their groups count too.
        a.looks_like(b, &["demand", "ev", "wind"])
            && a.report.year == b.report.year
            && a.report.years == b.report.years
            && a.stale.is(Part::Year) == b.stale.is(Part::Year)
            && a.stale.is(Part::Years) == b.stale.is(Part::Years)
            && a.state.view.year == b.state.view.year
            && self.on_units == other.on_units
    }
}

/// The section.
pub fn view(props: &Props) -> Html {
    let s = &props.section;
    let (lang, choices, d) = (s.state.lang, s.state.inputs.choices, &s.report.year);
    let year = d.year.to_string();
    let masses: Vec<Param> = Application::ALL.iter().filter_map(|a| a.mass()).collect();
    let published = match (d.published, d.other_uses) {
        (Some(total), Some(rest)) => {
            demand::published(lang, &format::tonnes(lang, total), &format::ranged(lang, rest, format::TONNES))
        }
        _ => demand::no_published(lang).to_owned(),
    };
    html! {
        <section id="demand" class="calculator" aria-labelledby="demand-title">
            <h2 id="demand-title">{ demand::title(lang) }</h2>
            <p class="lead">{ demand::lead(lang) }</p>
            <div class="columns">
                <div class="inputs">
                    { choice("outlook", demand::outlook(lang), choices.outlook, lang, s.choosing(|c, v| c.outlook = v)) }
                    { year_field(s) }
                    { s.fields(&[Param::GrowthAfter, Param::PublishedTotal]) }
                    <details class="fold" id="assumptions">
                        <summary><h3>{ demand::assumptions(lang) }</h3></summary>
                        { s.alloy(Use::Other) }
                        { s.fields(&ASSUMPTIONS) }
                        { s.fields(&masses) }
                        { other_drives(s) }
                    </details>
                </div>
                <div class={classes!("results", s.waits(Part::Year))}>
                    <div class="headline">
                        <p class="label">{ demand::headline(lang, &year) }</p>
                        <p class="big">{ format::middle(lang, d.magnet, format::TONNES) }</p>
                        <p class="range">{ range_line(lang, d.magnet, format::TONNES) }</p>
                        <p class="sentence">{ demand::ndpr(lang, &format::ranged(lang, d.ndpr_oxide, format::TONNES)) }</p>
                        <p class="hint">{ published }</p>
                    </div>
                    <ChartView spec={Rc::new(Spec { waits: s.stale.is(Part::Years), ..figures::stack(&s.report, lang) })} {lang}
                        notes={figures::gaps(&s.report, &s.state.inputs, lang)} />
                    <ChartView spec={Rc::new(Spec { waits: s.stale.is(Part::Year), ..figures::bars(d, lang) })} {lang} />
                </div>
            </div>
            { parts(props) }
            { s.how("demand", demand::title(lang)) }
            <p class="hint">{ page::range_note(lang) }</p>
        </section>
    }
}

/// The drive trains and motor masses that the other calculators do not show at the moment, so that none is out of reach.
fn other_drives(s: &Section) -> Html {
    use lodestone_model::inputs::{Drive, MagnetBy};
    let mut hidden = Vec::new();
    if s.state.inputs.choices.magnet_by == MagnetBy::Power {
        hidden.push(Param::EvMagnetKg);
    } else {
        hidden.extend([Param::EvPowerKw, Param::EvGPerKw]);
    }
    match s.state.inputs.choices.drive {
        Drive::Direct => hidden.push(Param::WindKgPerMwGeared),
        Drive::Geared => hidden.push(Param::WindKgPerMwDirect),
        Drive::NoMagnet => hidden.extend([Param::WindKgPerMwDirect, Param::WindKgPerMwGeared]),
    }
    s.fields(&hidden)
}

fn year_field(s: &Section) -> Html {
    let (lang, year, act) = (s.state.lang, s.state.view.year, s.act.clone());
    let on_slide = Callback::from(move |event: InputEvent| {
        let at = event.target_unchecked_into::<HtmlInputElement>().value();
        if let Ok(year) = at.parse() {
            act.emit(Action::Year(year));
        }
    });
    html! {
        <div class="field" data-year="">
            <label for="year">{ demand::year(lang) }</label>
            <div class="field-row">
                <input id="year" type="range" class="slider" min={ALL_YEARS.start().to_string()} max={ALL_YEARS.end().to_string()}
                    step="1" value={year.to_string()} aria-valuetext={format::date(lang, &year.to_string())} oninput={on_slide} />
                <output for="year" class="year">{ year }</output>
            </div>
        </div>
    }
}

fn parts(props: &Props) -> Html {
    let s = &props.section;
    let (lang, d) = (s.state.lang, &s.report.year);
    let (with, without): (Vec<&AppDemand>, Vec<&AppDemand>) =
        d.applications.iter().partition(|a| a.application.is_modelled());
    let total = html! {
        <tr class="total">
            <th scope="row">{ demand::total(lang) }</th>
            <td></td><td></td><td></td>
            <td data-label={demand::tonnes(lang)}>{ with_range(lang, d.magnet, format::TONNES) }</td>
            <td data-label={demand::ndpr_short(lang)}>{ with_range(lang, d.ndpr_oxide, format::TONNES) }</td>
        </tr>
    };
    html! {
        <>
            { table(props, demand::table_title(lang, &d.year.to_string()), &with, total) }
            <details class="fold" id="without">
                <summary><h3>{ demand::without_title(lang, &without.len().to_string()) }</h3></summary>
                <p class="hint">{ demand::fill(lang) }</p>
                { table(props, demand::without_table(lang, &d.year.to_string()), &without, Html::default()) }
            </details>
        </>
    }
}

fn table(props: &Props, caption: String, rows: &[&AppDemand], total: Html) -> Html {
    let lang = props.section.state.lang;
    let head = [
        demand::application(lang),
        demand::units(lang),
        demand::share(lang),
        demand::each(lang),
        demand::tonnes(lang),
        demand::ndpr_short(lang),
    ];
    html! {
        <div class="scroll" role="group" tabindex="0" aria-label={caption.clone()}>
            <table class="parts">
                <caption>{ caption }</caption>
                <thead><tr>{ for head.iter().map(|h| html!(<th scope="col">{ *h }</th>)) }</tr></thead>
                <tbody>{ for rows.iter().map(|a| row(props, a)) }{ total }</tbody>
            </table>
        </div>
    }
}

fn row(props: &Props, a: &AppDemand) -> Html {
    let s = &props.section;
    let inputs = &s.state.inputs;
    // Where no source gives a mass per unit, the reader may.
    let own = a.application.mass().filter(|p| !p.spec().set);
    html! {
        <DemandRow key={a.application.key()} demand={*a} year={s.report.year.year} lang={s.state.lang}
            units_set={inputs.units(a.application, s.report.year.year).is_some()}
            own={own.map(|p| (p, inputs.get(p), inputs.is_set(p)))}
            on_units={props.on_units.clone()} on_set={s.on_set.clone()} />
    }
}
