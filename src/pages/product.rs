//! The two product calculators: the magnets of a motor, the magnets of a turbine.

use std::rc::Rc;

use lodestone_model::inputs::{Drive, MagnetBy, Param, Use};
use lodestone_model::report::{Product, Range, axes};
use lodestone_model::uncertainty::Section as Part;
use yew::prelude::*;

use super::{Section, figures, range_line};
use crate::chart::spec::Spec;
use crate::components::chart_view::ChartView;
use crate::components::choice::{choice, options};
use crate::components::product_tables::data_table;
use crate::format::{self, Style};
use crate::labels::{self, Named};
use crate::state::Action;
use crate::text::{Lang, charts, page, parameters, product, quantities, units};

/// What the section shows.
#[derive(Clone)]
pub struct Props {
    /// The motor, or the turbine.
    pub used: Use,
    /// State, report and callbacks.
    pub section: Section,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.section, &other.section);
        let (x, y) = (a.state.view, b.state.view);
        match self.used {
            Use::Motor => {
                a.looks_like(b, &["ev"])
                    && a.report.motor == b.report.motor
                    && a.stale.is(Part::Motor) == b.stale.is(Part::Motor)
                    && x.motor_axis == y.motor_axis
            }
            _ => {
                a.looks_like(b, &["wind"])
                    && a.report.wind == b.report.wind
                    && a.stale.is(Part::Turbine) == b.stale.is(Part::Turbine)
                    && x.turbine_axis == y.turbine_axis
            }
        }
    }
}

/// The calculator of one product.
pub fn view(props: &Props) -> Html {
    match props.used {
        Use::Motor => motor(&props.section),
        _ => turbine(&props.section),
    }
}

fn motor(s: &Section) -> Html {
    let (lang, choices) = (s.state.lang, s.state.inputs.choices);
    let mut own = match choices.magnet_by {
        MagnetBy::Unit => vec![Param::EvMagnetKg],
        MagnetBy::Power => vec![Param::EvPowerKw, Param::EvGPerKw],
    };
    own.push(Param::EvProductCost);
    let inputs = html! {
        <>
            { choice("magnet-by", product::magnet_by(lang), choices.magnet_by, lang, s.choosing(|c, v| c.magnet_by = v)) }
            { s.fields(&own) }
        </>
    };
    calculator(s, Use::Motor, product::motor_title(lang), product::motor_lead(lang), inputs)
}

fn turbine(s: &Section) -> Html {
    let (lang, choices) = (s.state.lang, s.state.inputs.choices);
    let own: &[Param] = match choices.drive {
        Drive::Direct => &[Param::WindMw, Param::WindKgPerMwDirect],
        Drive::Geared => &[Param::WindMw, Param::WindKgPerMwGeared],
        Drive::NoMagnet => &[Param::WindMw],
    };
    let inputs = html! {
        <>
            { choice("drive", product::drive(lang), choices.drive, lang, s.choosing(|c, v| c.drive = v)) }
            { s.fields(own) }
        </>
    };
    calculator(s, Use::Turbine, product::turbine_title(lang), product::turbine_lead(lang), inputs)
}

fn calculator(s: &Section, used: Use, title: &'static str, lead: &'static str, inputs: Html) -> Html {
    let lang = s.state.lang;
    let p = if used == Use::Motor { &s.report.motor } else { &s.report.wind };
    let (build_id, curve_id) =
        if used == Use::Motor { ("motor-build", "motor-curve") } else { ("turbine-build", "turbine-curve") };
    let id = used.key();
    let part = if used == Use::Motor { Part::Motor } else { Part::Turbine };
    let note = format!("{} {}", charts::curve_band(lang), charts::curve_evidence(lang));
    html! {
        <section {id} class="calculator" aria-labelledby={format!("{id}-title")}>
            <h2 id={format!("{id}-title")}>{ title }</h2>
            <p class="lead">{ lead }</p>
            <div class="columns">
                <div class="inputs">
                    <h3>{ product::inputs(lang) }</h3>
                    { inputs }
                    { s.alloy(used) }
                    { s.fields(&used.fractions()) }
                </div>
                <div class={classes!("results", s.waits(part))}>
                    { headline(p, used, lang) }
                    { s.how(id, title) }
                    <ChartView spec={Rc::new(figures::build(build_id, p, lang))} {lang} />
                    { currencies(p, lang) }
                    { metals(p, lang) }
                    { axis(s, used) }
                    <ChartView spec={Rc::new(Spec { waits: s.stale.is(part), ..figures::curve(curve_id, &p.curve, lang) })} {lang} notes={vec![note]} />
                </div>
            </div>
        </section>
    }
}

fn headline(p: &Product, used: Use, lang: Lang) -> Html {
    let total = p.currencies[0];
    let usd = |r: Range| format::ranged(lang, r, format::USD);
    let difference = total.difference.central;
    let (before, after) = (usd(total.before), usd(total.after));
    let sentence = if total.before.central == 0.0 {
        product::no_magnets(lang).to_owned()
    } else if difference > 0.0 {
        product::dearer(lang, &usd(total.difference), &before, &after)
    } else if difference < 0.0 {
        product::cheaper(lang, &usd(total.difference.map(|v| -v)), &before, &after)
    } else {
        product::unchanged(lang, &before)
    };
    let label = if used == Use::Motor { product::result_motor(lang) } else { product::result_turbine(lang) };
    let fact = |name: String, value: String| html!(<><dt>{ name }</dt><dd>{ value }</dd></>);
    let signed = |r: Range| format::ranged(lang, r, format::USD.with_sign());
    html! {
        <div class="headline">
            <p class="label">{ label }</p>
            <p class="big">{ format::middle(lang, total.difference, format::USD.with_sign()) }</p>
            <p class="range">{ range_line(lang, total.difference, format::USD.with_sign()) }</p>
            <p class="sentence">{ sentence }</p>
            <dl>
                { fact(product::mass(lang).into(), format::ranged(lang, p.magnet_kg, format::KILOGRAMS)) }
                { fact(product::difference_contained(lang).into(), signed(p.difference_contained)) }
                { fact(product::difference_gross(lang).into(), signed(p.difference_gross)) }
                if let Some((before, after)) = p.share_of_product {
                    { fact(product::of_product(lang).into(), share(before, after, lang)) }
                }
            </dl>
            <p class="formula">{ formula(p, lang) }</p>
            <p class="hint">{ page::range_note(lang) }</p>
        </div>
    }
}

fn share(before: Range, after: Range, lang: Lang) -> String {
    let percent = |r: Range| format::ranged(lang, r, format::PERCENT);
    product::from_to(lang, &percent(before), &percent(after))
}

/// The difference with its numbers filled in: m × k × (w × ΔP + …).
fn formula(p: &Product, lang: Lang) -> String {
    let (mass, k, metals) = p.closed_form;
    let terms: Vec<String> = metals
        .iter()
        .filter(|(w, rise)| w * rise != 0.0)
        .map(|(w, rise)| format!("{} × {}", format::exact5(*w), format::money_exact5(lang, *rise)))
        .collect();
    let terms = if terms.is_empty() { "0".to_owned() } else { terms.join(" + ") };
    product::closed_form(
        lang,
        &quantities::kg(lang, &format::exact5(mass)),
        &format::exact5(k),
        &terms,
        &format::money_exact5(lang, p.difference_gross.central),
    )
}

fn currencies(p: &Product, lang: Lang) -> Html {
    let rows = p.currencies.iter().map(|c| {
        let name = c.currency.map_or(crate::text::shock::usd(lang), |x| x.label(lang));
        let money = Style::money(c.currency);
        let rate = if c.rate.0 == c.rate.1 {
            format::exact(c.rate.0)
        } else {
            product::from_to(lang, &format::exact(c.rate.0), &format::exact5(c.rate.1))
        };
        let cells = vec![
            (rate, String::new()),
            format::apart(lang, c.before, money),
            format::apart(lang, c.after, money),
            format::apart(lang, c.difference, money.with_sign()),
            format::apart(lang, c.change, format::PERCENT.with_sign()),
        ];
        (AttrValue::from(name), cells)
    });
    let head = vec![
        product::currency(lang),
        product::rate(lang),
        product::before(lang),
        product::after(lang),
        product::difference(lang),
        product::change(lang),
    ];
    data_table(product::currencies(lang), &head, &rows.collect(), false)
}

fn metals(p: &Product, lang: Lang) -> Html {
    let cell = |r: Range| format::apart(lang, r, format::KILOGRAMS);
    let row = |i: usize| (AttrValue::from(labels::part(lang, i)), vec![cell(p.contained[i]), cell(p.gross[i])]);
    let head = vec![product::metal(lang), product::contained_short(lang), product::gross_short(lang)];
    html! {
        <>
            { data_table(product::metals(lang), &head, &(0..4).map(row).collect(), false) }
            <p class="hint">
                { product::contained(lang) }{ " · " }
                { product::gross(lang, &format::ranged(lang, p.gross_factor, format::PLAIN)) }
            </p>
        </>
    }
}

fn axis(s: &Section, used: Use) -> Html {
    let lang = s.state.lang;
    let now = if used == Use::Motor { s.state.view.motor_axis } else { s.state.view.turbine_axis };
    let params = axes(&s.state.inputs, used);
    let entries = params.iter().map(|p| (p.key(), parameters::label(lang, *p), *p == now)).collect::<Vec<_>>();
    let act = s.act.clone();
    let on_key = Callback::from(move |key: String| {
        if let Some(param) = params.iter().find(|p| p.key() == key) {
            act.emit(Action::Axis(used, *param));
        }
    });
    let unit = units::label(lang, now.spec().unit);
    let label = format!("{} ({unit})", product::axis(lang));
    options(&format!("axis-{}", used.key()), &label, &entries, on_key)
}
