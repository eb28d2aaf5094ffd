//! How much magnet a use has: what each source says, drawn together by substance and unit.
//!
//! Figures of finished magnets, of blanks and of contained metals are never in one plot. Claims whose quantity is a mass
//! stand beside the table's rows.

use lodestone_model::data::{ClaimsRow, INTENSITIES, Source};
use yew::prelude::*;

use super::words::{technology, unit_of};
use crate::cite;
use crate::components::range_plot::{Row as PlotRow, plot};
use crate::explainer::cells;
use crate::format;
use crate::route::Route;
use crate::site::tables::{Row, Tables};
use crate::text::{Lang, claims, reference, uses as words};

/// This page.
const HERE: Route = Route::Uses;
/// Up to so many rows a group is open from the start.
const FEW: usize = 6;

/// What a figure measures, in the order in which it is shown.
const MEASURES: [&str; 11] = [
    "magnet_mass",
    "magnet_alloy_mass",
    "magnet_blank_mass",
    "ree_mass",
    "ndpr_mass",
    "nd_mass",
    "pr_mass",
    "dy_mass",
    "tb_mass",
    "boron_mass",
    "magnet_mass_ratio",
];

/// What one source says.
pub struct Figure {
    measured: &'static str,
    unit: String,
    technology: String,
    numbers: [Option<f64>; 3],
    source: &'static Source,
    claim: Option<&'static ClaimsRow>,
    compiled: bool,
}

/// Everything that sources say of the mass of magnets in a use.
#[must_use]
pub fn figures(tables: &Tables, used: Row) -> Vec<Figure> {
    let id = used.get("id");
    let rows = tables.rows("intensities").filter(|r| r.get("used_for") == id).filter_map(of_row);
    let claims = cells::list(used.get("intensity_claim_ids")).filter_map(cells::claim);
    let mut all: Vec<Figure> = rows.chain(claims.filter_map(|c| of_claim(c, used))).collect();
    let place = |m: &str| MEASURES.iter().position(|known| *known == m);
    all.sort_by_key(|f| (place(f.measured), f.unit.clone(), !f.compiled, f.technology.clone()));
    all
}

fn of_row(row: Row) -> Option<Figure> {
    let measured = MEASURES.into_iter().find(|m| *m == row.get("measured"))?;
    // Grams of metal in a kilogram of motor: the same figure in a unit that can be read.
    let (unit, scale) = match row.get("unit") {
        "kg/kg motor" => ("g/kg motor", 1000.0),
        other => (other, 1.0),
    };
    Some(Figure {
        measured,
        unit: unit.to_owned(),
        technology: row.get("technology").to_owned(),
        numbers: ["low", "central", "high"].map(|c| row.number(c).map(|v| v * scale)),
        source: cite::source(row.get("source_id"))?,
        claim: None,
        compiled: row.get("grade_note") == "compilation",
    })
}

/// A claim whose quantity is a mass of magnet or of rare earths per unit.
fn of_claim(claim: &'static ClaimsRow, used: Row) -> Option<Figure> {
    if claim.topic != "demand-intensity" || !claim.unit.starts_with("kg/") {
        return None;
    }
    let measured = if claim.quantity.contains("magnet mass") { "magnet_mass" } else { "ree_mass" };
    let unit = if claim.unit == "kg/unit" && used.get("sector") == "mobility" { "kg/vehicle" } else { claim.unit };
    Some(Figure {
        measured,
        unit: unit.to_owned(),
        technology: String::new(),
        numbers: [claim.low, claim.central, claim.high],
        source: cite::source(claim.source_id)?,
        claim: Some(claim),
        compiled: false,
    })
}

impl Figure {
    /// The claim that it is, where it is one.
    #[must_use]
    pub fn claim(&self) -> Option<&'static ClaimsRow> {
        self.claim
    }

    /// Its ends; they are one where one number is stated.
    fn ends(&self) -> (f64, f64) {
        let stated = || self.numbers.iter().flatten().copied();
        (stated().fold(f64::INFINITY, f64::min), stated().fold(f64::NEG_INFINITY, f64::max))
    }

    fn text(&self, lang: Lang) -> String {
        let short = |v: f64| format::significant(v, 4);
        match (self.numbers, self.ends()) {
            ([_, Some(middle), _], (low, high)) if low < high => {
                claims::with_range(lang, &short(middle), &short(low), &short(high))
            }
            ([None, None, Some(high)], _) => words::up_to(lang, &short(high)),
            (_, (low, high)) if low < high => claims::between(lang, &short(low), &short(high)),
            (_, (one, _)) => short(one),
        }
    }

    fn row(&self, lang: Lang, by_design: bool) -> PlotRow {
        let (low, high) = self.ends();
        let middle = self.numbers[1];
        let design = technology(lang, &self.technology).filter(|_| by_design);
        let label = html! {
            <>
                if let Some(design) = design { { design }{ ": " } }
                if self.compiled { { words::compiled(lang) }{ ": " } }
                { cells::source(HERE, lang, self.source) }
                if let Some(claim) = self.claim {
                    { " " }<a class="load" href={format!("{}#{}", HERE.to(Route::Claims, lang), claim.id)}>{ words::claim(lang) }</a>
                }
            </>
        };
        let kind = match (self.claim, middle) {
            (_, None) if low < high => "source span",
            (Some(_), _) => "claim",
            _ => "source",
        };
        PlotRow { label, numbers: [low, middle.unwrap_or(low), high], text: self.text(lang), kind }
    }
}

/// The figures of a use, a fold for each substance and unit.
pub fn amounts(lang: Lang, all: &[Figure]) -> Html {
    let groups = all.chunk_by(|a, b| a.measured == b.measured && a.unit == b.unit);
    html!({ for groups.enumerate().map(|(i, g)| group(lang, g, i == 0 && g.len() <= FEW)) })
}

fn group(lang: Lang, of: &[Figure], open: bool) -> Html {
    let Some(first) = of.first() else { return Html::default() };
    let (low, high) =
        of.iter().map(Figure::ends).fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), (l, h)| (a.min(l), b.max(h)));
    let short = |v: f64| format::significant(v, 4);
    let range = if low < high { claims::between(lang, &short(low), &short(high)) } else { short(low) };
    let unit = unit_of(lang, &first.unit);
    let what = super::words::measured(lang, first.measured);
    let mut designs: Vec<&str> = of.iter().filter_map(|f| technology(lang, &f.technology)).collect();
    designs.sort_unstable();
    designs.dedup();
    let by_design = designs.len() > 1 || !first.technology.is_empty() && of.len() <= FEW;
    let rows: Vec<PlotRow> = of.iter().map(|f| f.row(lang, by_design)).collect();
    let mut sources: Vec<&str> = of.iter().map(|f| f.source.id).collect();
    sources.sort_unstable();
    sources.dedup();
    html! {
        <details {open} data-measured={first.measured}>
            <summary>
                { what }{ ": " }<strong>{ range }{ " " }{ unit.clone() }</strong>
                { " " }<span class="by">{ words::of_sources(lang, &sources.len().to_string()) }</span>
                if designs.len() > 1 { { " " }<span class="by">{ words::by_design(lang) }</span> }
            </summary>
            { plot(&rows, words::plot(lang, what, &unit), Some(reference::plot_log(lang).to_owned())) }
        </details>
    }
}

/// The source of a row of the table; `None` for the key of a claim.
#[must_use]
pub fn source_of(id: &str) -> Option<&'static Source> {
    INTENSITIES.iter().find(|row| row.id == id).and_then(|row| cite::source(row.source_id))
}
