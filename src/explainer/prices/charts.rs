//! The charts of the page: which rows make which line, and what is said about them.

use lodestone_model::data::Source;
use lodestone_model::inputs::Currency;

use super::{Word, series};
use crate::chart::spec::{Axis, Body, Line, Lines, Scale, Spec};
use crate::cite;
use crate::format;
use crate::site::tables::{Row, Tables};
use crate::text::{Lang, prices as words};

/// A chart with what stands under it.
pub(super) struct Chart {
    /// The chart.
    pub spec: Spec,
    /// What a reader must know of it.
    pub know: String,
    /// Where its figures come from.
    pub sources: Vec<&'static Source>,
    /// The rows that it shows.
    pub rows: Vec<String>,
}

/// What the figures of a chart are in.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Measure {
    /// Dollars per kilogram.
    UsdKg,
    /// Yuan per tonne, in thousands or ten thousands as the language counts.
    CnyT,
    /// Units of a currency for a dollar.
    Rate(Currency),
}

impl Measure {
    /// What a row's number is divided by.
    fn scale(self, lang: Lang) -> f64 {
        match (self, lang) {
            (Self::CnyT, Lang::Ko | Lang::Zh) => 1e4,
            (Self::CnyT, _) => 1e3,
            _ => 1.0,
        }
    }

    fn text(self, lang: Lang, value: f64) -> String {
        let number = format::figure(value);
        match self {
            Self::UsdKg => words::usd_kg(lang, &number),
            Self::CnyT => words::cny_t(lang, &number),
            Self::Rate(currency) => words::rate_value(lang, &format::significant(value, 5), currency.code()),
        }
    }
}

/// How a chart is drawn.
struct Look {
    id: &'static str,
    unit: String,
    know: String,
    measure: Measure,
    scale: Scale,
    /// Which lines the headline names.
    headline: &'static [usize],
}

/// A line and the rows that it is made of.
struct Drawn<'a> {
    name: String,
    rows: Vec<Row<'a>>,
    joined: bool,
    /// Years between two figures of a series.
    step: Option<f64>,
}

const MONTH: f64 = 1.0 / 12.0;
const AVERAGE: &str = "USGS average, Argus, FOB China";
const YEAR_END: &str = "USGS year-end price range";
const DAILY: &str = "domestic China, incl. VAT (inferred); low and high are daily extremes";

/// Rows of the prices for which all columns named have exactly these contents.
fn rows<'a>(tables: &'a Tables, is: &[(&str, &str)]) -> Vec<Row<'a>> {
    tables.rows("prices").filter(|row| is.iter().all(|(column, text)| row.get(column) == *text)).collect()
}

/// The charts of prices.
pub(super) fn prices(tables: &Tables, lang: Lang) -> Vec<Chart> {
    let average = |material: &'static str, name: Word| {
        let all: Vec<Row> = rows(tables, &[("material", material), ("form", "oxide"), ("unit", "USD/kg")])
            .into_iter()
            .filter(|r| r.get("period") == "annual average" && r.get("basis").starts_with(AVERAGE))
            .collect();
        Drawn { name: name(lang).into(), rows: series::newest(&all), joined: true, step: Some(1.0) }
    };
    let named = |name: String, is: &[(&str, &str)], step: Option<f64>| Drawn {
        name,
        rows: rows(tables, is),
        joined: step.is_some(),
        step,
    };
    let year_end = |material: &'static str, name: Word| {
        named(name(lang).into(), &[("material", material), ("basis", YEAR_END)], Some(1.0))
    };
    let china = |material: &'static str, form: &'static str, basis: &'static str, name: String| {
        named(
            name,
            &[("material", material), ("form", form), ("basis", basis), ("unit", "CNY/t"), ("period", "spot")],
            None,
        )
    };
    let assessed = |material: &'static str, basis: &'static str, name: String| {
        named(name, &[("material", material), ("basis", basis)], None)
    };
    let abroad = |material: &'static str, name: Word| {
        let is = [("material", material), ("form", "metal"), ("basis", "international market outside China")];
        named(name(lang).into(), &is, None)
    };
    let usd = |id, unit: &str, know: &str, scale, headline| Look {
        id,
        unit: unit.into(),
        know: know.into(),
        measure: Measure::UsdKg,
        scale,
        headline,
    };
    let cny = |id, unit: &str, know: &str, headline| Look {
        measure: Measure::CnyT,
        ..usd(id, unit, know, Scale::Even, headline)
    };
    let (dy, tb) = (words::dy_oxide(lang), words::tb_oxide(lang));
    let last = |material| average(material, words::dy_oxide).rows.last().and_then(|r| series::value(r, 1.0));
    let year = average("Dy", words::dy_oxide).rows.last().map_or("", |r| r.get("date"));
    let port = |material| last(material).map_or_else(String::new, |v| Measure::UsdKg.text(lang, v.central));
    let compared = words::two_know(lang, year, &port("Dy"), &port("Tb"));
    let daily = |material, name: Word| named(name(lang).into(), &[("material", material), ("basis", DAILY)], Some(1.0));
    let nd = words::nd_oxide(lang).to_owned();
    let (oxide, metal) = (words::ndpr_oxide(lang), words::ndpr_metal(lang));
    [
        (
            usd("light", words::light_unit(lang), words::light_know(lang), Scale::Even, &[0]),
            vec![average("Nd", words::nd_oxide), average("Pr", words::pr_oxide), average("NdPr", words::ndpr_oxide)],
        ),
        (
            usd("heavy", words::heavy_unit(lang), words::heavy_know(lang), Scale::Factors, &[0, 1]),
            vec![average("Dy", words::dy_oxide), average("Tb", words::tb_oxide)],
        ),
        (
            usd("nd-monthly", words::monthly_unit(lang), words::monthly_know(lang), Scale::Even, &[0]),
            vec![named(nd.clone(), &[("form", "oxide (inferred)"), ("period", "monthly average")], Some(MONTH))],
        ),
        (
            usd("two-markets", words::two_unit(lang), &compared, Scale::Factors, &[0, 1]),
            vec![
                assessed("Dy", "Europe (Argus)", words::in_europe(lang, dy)),
                assessed("Tb", "Europe (Argus)", words::in_europe(lang, tb)),
                assessed("Dy", "outside China (Argus)", words::outside(lang, dy)),
                assessed("Tb", "outside China (Argus)", words::outside(lang, tb)),
            ],
        ),
        (
            cny("china-monthly", words::china_monthly_unit(lang), words::china_know(lang), &[0]),
            vec![named(
                nd,
                &[("basis", "domestic China, incl. VAT (inferred)"), ("period", "monthly average")],
                Some(MONTH),
            )],
        ),
        (
            cny("china-nd", words::china_annual_unit_nd(lang), words::china_know(lang), &[0]),
            vec![daily("Nd", words::nd_oxide)],
        ),
        (
            cny("china-pr", words::china_annual_unit_pr(lang), words::china_know(lang), &[0]),
            vec![daily("Pr", words::pr_oxide)],
        ),
        (
            cny("china-ndpr", words::ndpr_unit(lang), words::ndpr_know(lang), &[0, 1]),
            vec![
                china("NdPr", "oxide", "domestic China incl. VAT", words::with_tax(lang, oxide)),
                china("NdPr", "metal", "domestic China incl. VAT", words::with_tax(lang, metal)),
                china("NdPr", "oxide", "domestic China", words::tax_unsaid(lang, oxide)),
            ],
        ),
        (
            usd("year-end", words::year_end_unit(lang), words::year_end_know(lang), Scale::Factors, &[0, 1, 2]),
            vec![year_end("Nd", words::nd_oxide), year_end("Dy", words::dy_oxide), year_end("Tb", words::tb_oxide)],
        ),
        (
            usd("metal", words::metal_unit(lang), words::metal_know(lang), Scale::Factors, &[0, 1]),
            vec![abroad("Nd", words::nd_metal), abroad("Dy", words::dy_metal)],
        ),
    ]
    .into_iter()
    .map(|(look, lines)| chart(look, lines, lang))
    .collect()
}

/// The charts of exchange rates, one for each currency.
pub(super) fn rates(tables: &Tables, lang: Lang) -> Vec<Chart> {
    let one = |(currency, id, name): (Currency, &'static str, Word)| {
        let code = currency.code();
        let rows = tables.rows("fx").filter(|r| r.get("pair") == format!("{code}/USD")).collect();
        let line = Drawn { name: words::rate_name(lang, name(lang)), rows, joined: true, step: Some(1.0) };
        let look = Look {
            id,
            unit: words::rate_unit(lang, code),
            know: String::new(),
            measure: Measure::Rate(currency),
            scale: Scale::Even,
            headline: &[0],
        };
        chart(look, vec![line], lang)
    };
    [
        (Currency::Krw, "krw", words::won as Word),
        (Currency::Cny, "cny", words::yuan),
        (Currency::Jpy, "jpy", words::yen),
        (Currency::Eur, "eur", words::euro),
    ]
    .map(one)
    .into()
}

fn chart(look: Look, drawn: Vec<Drawn>, lang: Lang) -> Chart {
    let rows: Vec<String> = drawn.iter().flat_map(|d| &d.rows).map(|r| r.get("id").to_owned()).collect();
    let mut sources: Vec<&'static Source> = Vec::new();
    for source in drawn.iter().flat_map(|d| &d.rows).filter_map(|r| cite::source(r.get("source_id"))) {
        if sources.iter().all(|known| known.id != source.id) {
            sources.push(source);
        }
    }
    let measure = look.measure;
    let lines: Vec<Line> = drawn
        .into_iter()
        .enumerate()
        .map(|(i, d)| Line::new(d.name, i, d.joined, series::points(&d.rows, measure.scale(lang), d.step, lang)))
        .collect();
    let heads: Vec<String> = look.headline.iter().filter_map(|i| headline(lines.get(*i)?, measure, lang)).collect();
    let sentence: Vec<String> = lines.iter().filter_map(|line| said(line, measure, lang)).collect();
    let spec = Spec {
        id: look.id,
        title: heads.into_iter().reduce(|all, one| words::heads(lang, &all, &one)).unwrap_or_default(),
        unit: look.unit,
        sentence: sentence.join(" "),
        rows_are: words::date(lang).into(),
        waits: false,
        body: Body::Lines(Lines {
            x: years(&lines),
            y: values(&lines, look.scale, measure, lang),
            scale: look.scale,
            lines,
        }),
    };
    Chart { spec, know: look.know, sources, rows }
}

/// A value with its date as text.
type Dated = (String, String);

/// The lowest, the highest and the last figure of a line, each with its date.
fn extremes(line: &Line, measure: Measure, lang: Lang) -> Option<[Dated; 3]> {
    // A date is one word: it does not break at the end of a line.
    let text = |v: f64, label: &str| (measure.text(lang, v), label.replace('-', "\u{2011}"));
    let mut all: Vec<(f64, &str)> = line.values().map(|(p, v)| (v.central, p.label.as_str())).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (low, high) = (all.first()?, all.last()?);
    let (point, last) = line.values().last()?;
    Some([text(low.0, low.1), text(high.0, high.1), text(last.central, &point.label)])
}

fn headline(line: &Line, measure: Measure, lang: Lang) -> Option<String> {
    let [low, high, last] = extremes(line, measure, lang)?;
    if line.values().count() == 1 {
        return Some(words::headline_one(lang, &line.name, &last.0, &last.1));
    }
    Some(words::headline(lang, &line.name, &low.0, &low.1, &high.0, &high.1))
}

fn said(line: &Line, measure: Measure, lang: Lang) -> Option<String> {
    let [low, high, last] = extremes(line, measure, lang)?;
    if line.values().count() == 1 {
        return Some(words::said_one(lang, &line.name, &last.0, &last.1));
    }
    let dated = |(value, at): &Dated| words::dated(lang, value, at);
    Some(words::said(lang, &line.name, &dated(&low), &dated(&high), &dated(&last)))
}

/// Most ticks along the years.
const TICKS: f64 = 16.0;

/// The axis of dates: whole years where they span more than one, months within one.
fn years(lines: &[Line]) -> Axis {
    let all = || lines.iter().flat_map(Line::values).map(|(p, _)| p.at);
    let (from, to) = all().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
    if !(from.is_finite() && to.is_finite()) {
        return Axis { from: 0.0, to: 1.0, ticks: Vec::new() };
    }
    let span = to - from;
    if span < 1.0 {
        let first = (from * 12.0).floor();
        let ticks = (0..=13)
            .map(|i| first + f64::from(i))
            .filter(|m| *m <= (to * 12.0).ceil())
            .map(|m| (m / 12.0, format!("{}-{:02}", (m / 12.0).floor(), m % 12.0 + 1.0)))
            .collect();
        return Axis { from: first / 12.0, to: (to * 12.0).ceil() / 12.0, ticks };
    }
    let step = (span / TICKS).ceil().max(1.0);
    let first = from.floor();
    let last = to.ceil();
    let ticks = (0..200).map(|i| first + step * f64::from(i)).take_while(|y| *y <= last).map(|y| (y, format!("{y}")));
    // Yearly figures stand on their ticks; dated ones lie between them.
    let whole = all().all(|x| x.fract() == 0.0);
    let margin = span * 0.02;
    Axis {
        from: if whole { first - margin } else { first },
        to: to + margin,
        ticks: ticks.filter(|(y, _)| *y <= to + margin).collect(),
    }
}

/// The axis of values: from zero in even steps, around the figures by factors. Exchange rates are far from zero and have
/// no natural one.
fn values(lines: &[Line], scale: Scale, measure: Measure, lang: Lang) -> Axis {
    let all = || lines.iter().flat_map(Line::values).flat_map(|(_, v)| [v.low, v.high]);
    let (low, high) = all().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
    if !(low.is_finite() && high.is_finite()) {
        return Axis { from: 0.0, to: 1.0, ticks: Vec::new() };
    }
    match scale {
        Scale::Even if matches!(measure, Measure::Rate(_)) => {
            let margin = (high - low) * 0.12;
            let (from, to) = (low - margin, high + margin);
            Axis { from, to, ticks: format::ticks_between(lang, from, to, 5) }
        }
        Scale::Even => {
            let to = high * 1.06;
            Axis { from: 0.0, to, ticks: format::ticks(lang, 0.0, to, 5) }
        }
        Scale::Factors => {
            let (from, to) = (low * 0.8, high * 1.25);
            Axis { from, to, ticks: format::ticks_by_factors(lang, from, to) }
        }
    }
}
