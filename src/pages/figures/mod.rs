//! The charts of the page as descriptions, read off the report.

#[cfg(whole)]
mod tornado;

use lodestone_model::demand::Application;
use lodestone_model::inputs::Inputs;
use lodestone_model::report::{Curve as Response, DemandYear, Product, Range, Report};
use lodestone_model::sort;

use crate::chart::spec::{Axis, Bar, Body, Build, Curve, Layer, Part, Spec, Stack, Tone};
use crate::format;
use crate::labels;
use crate::text::{Lang, charts, demand, parameters, product, quantities, units};

#[cfg(whole)]
pub use tornado::tornado;

/// A band may reach this many times the central line before the chart cuts it off at the top.
const BAND_ROOM: f64 = 3.0;
/// Ticks that an axis has at most.
const TICKS: u32 = 5;

/// The cost before and after, part by part.
#[must_use]
pub fn build(id: &'static str, p: &Product, lang: Lang) -> Spec {
    let usd = |r: Range| format::ranged(lang, r, format::USD);
    let bar = |name: &str, parts: &[Range; 6], sum: Range| Build {
        name: name.to_owned(),
        total: usd(sum),
        sum,
        parts: (0..).zip(parts).map(|(i, r)| part(lang, i, *r)).collect(),
    };
    let (before, after) = (p.currencies[0].before, p.currencies[0].after);
    let largest = (0..6).max_by(|a, b| p.after[*a].central.total_cmp(&p.after[*b].central)).unwrap_or(0);
    let sentence =
        charts::build_sentence(lang, &usd(before), &usd(after), labels::part(lang, largest), &usd(p.after[largest]));
    let top = before.central.max(after.central);
    let body = if top > 0.0 {
        Body::Build {
            bars: vec![bar(product::before(lang), &p.before, before), bar(product::after(lang), &p.after, after)],
            axis: axis(lang, 0.0, top),
        }
    } else {
        Body::Empty(charts::build_empty(lang).to_owned())
    };
    Spec {
        id,
        title: charts::build_title(lang).to_owned(),
        unit: charts::build_unit(lang).to_owned(),
        sentence,
        waits: false,
        rows_are: product::metal(lang).to_owned(),
        body,
    }
}

fn part(lang: Lang, index: usize, value: Range) -> Part {
    let tone = match index {
        0 => Tone::Accent,
        4 | 5 => Tone::Neutral,
        // The metals have colours of their own, behind those of the applications.
        i => Tone::Series(6 + i),
    };
    Part { name: labels::part(lang, index).to_owned(), value, tone }
}

/// How the cost answers to one parameter.
#[must_use]
pub fn curve(id: &'static str, response: &Response, lang: Lang) -> Spec {
    let spec = response.axis.spec();
    let what = parameters::label(lang, response.axis);
    let usd = |r: Range| format::ranged(lang, r, format::USD);
    let shown = |v: f64| format::shown(spec.unit, v);
    let points = &response.points;
    let peak = points.iter().map(|(_, b, a)| b.central.max(a.central)).fold(0.0, f64::max);
    let band = points.iter().map(|(_, _, a)| a.high).fold(0.0, f64::max);
    let floor = points.iter().map(|(_, b, a)| b.central.min(a.low)).fold(0.0, f64::min);
    let (from, to) = match (points.first(), points.last()) {
        (Some(first), Some(last)) => (*first, *last),
        _ => return empty(id, lang),
    };
    let now = response.present.map(|x| (shown(x), nearest(points, x)));
    let sentence =
        charts::curve_sentence(lang, &usd(from.2), &usd(to.2), &now.map(|(_, r)| usd(r)).unwrap_or_default());
    let (x0, x1) = (shown(from.0), shown(to.0));
    let x = Axis {
        from: x0,
        to: x1,
        ticks: format::ticks(lang, x0, x1, TICKS).into_iter().filter(|(t, _)| *t >= x0).collect(),
    };
    Spec {
        id,
        title: charts::curve_title(lang, what),
        unit: charts::curve_unit(lang).to_owned(),
        sentence,
        waits: false,
        rows_are: quantities::bracket(lang, what, units::label(lang, spec.unit)),
        body: if peak > 0.0 {
            Body::Curve(Curve {
                x,
                y: axis(lang, floor, band.min(peak * BAND_ROOM)),
                before: (product::before(lang).to_owned(), points.iter().map(|(x, b, _)| (shown(*x), *b)).collect()),
                after: (product::after(lang).to_owned(), points.iter().map(|(x, _, a)| (shown(*x), *a)).collect()),
                now: now.map(|(x, r)| {
                    (x, r.central, format!("{} {}", charts::curve_now(lang), format::middle(lang, r, format::USD)))
                }),
                evidence: spec.evidence.map(|(low, high)| (shown(low), shown(high))),
                above: (band > peak * BAND_ROOM).then(|| charts::curve_above(lang, &format::money(lang, None, band))),
            })
        } else {
            Body::Empty(charts::build_empty(lang).to_owned())
        },
    }
}

/// The cost at `x`, between the two points around it.
fn nearest(points: &[(f64, Range, Range)], x: f64) -> Range {
    let after = points.partition_point(|(at, ..)| *at < x).clamp(1, points.len() - 1);
    let ((x0, _, r0), (x1, _, r1)) = (&points[after - 1], &points[after]);
    let part = ((x - x0) / (x1 - x0)).clamp(0.0, 1.0);
    let mix = |a: f64, b: f64| a + (b - a) * part;
    Range {
        error: mix(r0.error, r1.error),
        ..Range::new(mix(r0.low, r1.low), mix(r0.central, r1.central), mix(r0.high, r1.high))
    }
}

/// Layers of the demand chart, from the one that lasts longest upwards.
const LAYERS: [(&[Application], Application, Tone); 7] = [
    (&[Application::CarBev], Application::CarBev, Tone::Series(0)),
    (&[Application::CarPhev, Application::CarFcev], Application::CarPhev, Tone::Series(1)),
    (&[Application::Van, Application::Bus, Application::Truck], Application::Van, Tone::Series(2)),
    (&[Application::WindOnshore], Application::WindOnshore, Tone::Series(3)),
    (&[Application::WindOffshore], Application::WindOffshore, Tone::Series(4)),
    (&[Application::Humanoid], Application::Humanoid, Tone::Series(6)),
    (&[Application::Robot], Application::Robot, Tone::Series(5)),
];

fn layer_name(lang: Lang, parts: &[Application]) -> String {
    match parts {
        [Application::CarPhev, _] => demand::car_phev_fcev(lang).to_owned(),
        [Application::Van, ..] => demand::van_bus_truck(lang).to_owned(),
        [one, ..] => labels::application(lang, *one).to_owned(),
        [] => String::new(),
    }
}

/// Demand of all applications over the years.
#[must_use]
pub fn stack(report: &Report, lang: Lang) -> Spec {
    let tonnes = |r: Range| format::ranged(lang, r, format::TONNES);
    let unit = format::tonnes_of_charts(lang);
    let years = &report.years.0;
    let value = |row: &[Option<Range>], parts: &[Application]| {
        let known = parts.iter().filter_map(|a| row[*a as usize]);
        known.reduce(|a, b| Range {
            error: a.error + b.error,
            ..Range::new(a.low + b.low, a.central + b.central, a.high + b.high)
        })
    };
    let layers: Vec<Layer> = LAYERS
        .iter()
        .map(|(parts, _, tone)| Layer {
            name: layer_name(lang, parts),
            tone: *tone,
            values: years
                .iter()
                .map(|y| (f64::from(y.year), value(&y.applications, parts).map(|r| r.map(|v| v / unit))))
                .collect(),
        })
        .collect();
    let sums: Vec<(f64, Range)> = years.iter().map(|y| (f64::from(y.year), y.sum.map(|v| v / unit))).collect();
    let (Some(first), Some(last)) = (years.first(), years.last()) else { return empty("demand-years", lang) };
    let top = sums.iter().map(|(_, sum)| sum.high).fold(0.0, f64::max);
    let row = &last.applications;
    let largest = LAYERS.iter().max_by(|a, b| {
        let of = |l: &(&[Application], Application, Tone)| value(row, l.0).map_or(0.0, |r| r.central);
        of(a).total_cmp(&of(b))
    });
    let sentence = charts::stack_sentence(
        lang,
        &tonnes(first.sum),
        &first.year.to_string(),
        &tonnes(last.sum),
        &last.year.to_string(),
        &largest.map(|l| layer_name(lang, l.0)).unwrap_or_default(),
    );
    let year_ticks = years.iter().map(|y| y.year).filter(|y| y % 5 == 0).map(|y| (f64::from(y), y.to_string()));
    let now = report.year.year;
    Spec {
        id: "demand-years",
        title: charts::stack_title(lang).to_owned(),
        unit: charts::stack_unit(lang).to_owned(),
        sentence,
        waits: false,
        rows_are: demand::year(lang).to_owned(),
        body: Body::Stack(Stack {
            x: Axis { from: f64::from(first.year), to: f64::from(last.year), ticks: year_ticks.collect() },
            y: axis(lang, 0.0, top),
            layers,
            sums,
            year: (f64::from(now.clamp(first.year, last.year)), now.to_string()),
        }),
    }
}

/// What the demand chart leaves out, in words.
#[must_use]
pub fn gaps(report: &Report, inputs: &Inputs, lang: Lang) -> Vec<String> {
    let growth = inputs.get(lodestone_model::inputs::Param::GrowthAfter).is_some();
    let has =
        |a: Application| report.years.0.iter().filter(move |y| y.applications[a as usize].is_some()).map(|y| y.year);
    let last = report.years.0.last().map_or(0, |y| y.year);
    let modelled = Application::ALL.into_iter().filter(|a| a.is_modelled());
    modelled
        .filter_map(|a| {
            let (name, known): (_, Vec<i32>) = (labels::application(lang, a), has(a).collect());
            match known[..] {
                [year] => Some(demand::one_year(lang, name, &year.to_string())),
                [.., end] if end < last && !growth => Some(demand::ends(lang, name, &end.to_string())),
                _ => None,
            }
        })
        .collect()
}

/// Demand of one year, largest first.
#[must_use]
pub fn bars(d: &DemandYear, lang: Lang) -> Spec {
    let year = d.year.to_string();
    let mut known: Vec<_> = d.applications.iter().filter_map(|a| Some((a.application, a.magnet?))).collect();
    sort::by(&mut known, |a, b| b.1.central.total_cmp(&a.1.central));
    let top = known.iter().map(|(_, r)| r.high).fold(0.0, f64::max);
    let bars: Vec<Bar> = known
        .iter()
        .map(|(a, r)| Bar {
            name: labels::application(lang, *a).to_owned(),
            value: *r,
            text: format::middle(lang, *r, format::TONNES),
            tone: LAYERS.iter().find(|l| l.0.contains(a)).map_or(Tone::Neutral, |l| l.2),
        })
        .collect();
    let sentence = known.first().filter(|(_, r)| r.central > 0.0).map_or_else(
        || charts::build_empty(lang).to_owned(),
        |(a, r)| {
            let share = format::percent(lang, r.central / d.magnet.central);
            charts::bars_sentence(
                lang,
                &year,
                labels::application(lang, *a),
                &format::ranged(lang, *r, format::TONNES),
                &share,
            )
        },
    );
    Spec {
        id: "demand-year",
        title: charts::bars_title(lang, &year),
        unit: charts::bars_unit(lang).to_owned(),
        sentence,
        waits: false,
        rows_are: demand::application(lang).to_owned(),
        body: Body::Bars { bars, axis: axis(lang, 0.0, top) },
    }
}

/// An axis with round ticks and a little room at the top.
pub(super) fn axis(lang: Lang, low: f64, high: f64) -> Axis {
    let to = if high > 0.0 { high * 1.04 } else { 1.0 };
    let from = low.min(0.0);
    Axis { from, to, ticks: format::ticks(lang, from, to, TICKS) }
}

fn empty(id: &'static str, lang: Lang) -> Spec {
    let why = demand::no_figure(lang).to_owned();
    Spec {
        id,
        title: why.clone(),
        unit: String::new(),
        sentence: why.clone(),
        waits: false,
        rows_are: why.clone(),
        body: Body::Empty(why),
    }
}
