//! The charts of the page as descriptions: composition, energy product, coercivity, temperatures.

use lodestone_model::data::{Alloy, COMPOSITION, Parameter};
use lodestone_model::grades::families;
use lodestone_model::inputs::Use;
use lodestone_model::report::Range;
use lodestone_model::sort;
use yew::prelude::*;

use super::grades::{named, of_family};
use crate::chart::spec::{Axis, Bar, Body, Build, Part, Spec, Tone};
use crate::explainer::amount::{Ends, number, of_claim, of_composition};
use crate::explainer::linked::source;
use crate::explainer::picture::picture;
use crate::format;
use crate::labels;
use crate::text::{Lang, material as words};

/// The row with the Curie temperature that a maker gives.
pub(super) const NARROW_CURIE: &str = "sintered-ndfeb-curie-temperature-aic-magnetics";
/// Steps of an axis.
const TICKS: u32 = 5;

fn axis(most: f64) -> Axis {
    Axis { from: 0.0, to: most, ticks: format::ticks(Lang::En, 0.0, most, TICKS) }
}

fn spec(id: &'static str, [title, unit, rows_are]: [&str; 3], sentence: String, body: Body) -> Spec {
    let [title, unit, rows_are] = [title, unit, rows_are].map(str::to_owned);
    Spec { id, title, unit, sentence, rows_are, waits: false, body }
}

fn bars(bars: Vec<Bar>) -> Body {
    let most = bars.iter().map(|b| b.value.high).fold(0.0, f64::max);
    Body::Bars { bars, axis: axis(most) }
}

/// A bar from a row: it ends at the row's figure, or halfway between its two ends.
fn bar(lang: Lang, name: &str, ends: Ends, tone: Tone) -> Option<Bar> {
    let range = match ends {
        [Some(low), central, Some(high)] => Range::new(low, central.unwrap_or(f64::midpoint(low, high)), high),
        [_, Some(central), _] => Range::exactly(central),
        _ => return None,
    };
    Some(Bar { name: name.to_owned(), value: range, text: number(lang, ends), tone })
}

/// Rare earths in a magnet by formula, in a motor, in a turbine.
pub(super) fn alloys(lang: Lang) -> Html {
    picture(&alloys_spec(lang), &[words::alloys_note(lang).to_owned()], lang)
}

fn alloys_spec(lang: Lang) -> Spec {
    let row = Alloy::Formula.row();
    let formula = [row.nd, row.pr, row.dy, row.tb].map(Range::exactly);
    let default = |used: Use| {
        used.fractions().map(|p| {
            let p: &Parameter = p.spec();
            Range::new(p.low, p.central, p.high)
        })
    };
    let all = [
        (words::alloy_formula(lang), formula),
        (words::alloy_motor(lang), default(Use::Motor)),
        (words::alloy_turbine(lang), default(Use::Turbine)),
    ];
    let sum = |parts: &[Range; 4]| {
        let of = |end: fn(&Range) -> f64| parts.iter().map(end).sum::<f64>();
        Range::new(of(|r| r.low), of(|r| r.central), of(|r| r.high))
    };
    let [by_formula, motor, turbine] = [0, 1, 2].map(|i| format::ranged(lang, sum(&all[i].1), format::PERCENT));
    let one = |(name, parts): &(&str, [Range; 4])| {
        let rest = sum(parts).map(|v| 1.0 - v);
        let tones = [Tone::Accent, Tone::Series(6), Tone::Series(7), Tone::Series(8), Tone::Neutral];
        let names = [0, 1, 2, 3].map(|i| labels::part(lang, i)).into_iter().chain([words::rest(lang)]);
        let values = parts.iter().copied().chain([rest]).map(|r| r.map(|v| v * 100.0));
        let parts = names.zip(values).zip(tones);
        Build {
            name: (*name).to_owned(),
            sum: Range::exactly(100.0),
            total: String::new(),
            parts: parts.map(|((name, value), tone)| Part { name: name.to_owned(), value, tone }).collect(),
        }
    };
    spec(
        "alloys",
        [words::alloys_title(lang), words::alloys_unit(lang), words::alloys_rows(lang)],
        words::alloys_sentence(lang, &by_formula, &motor, &turbine),
        Body::Build { bars: all.iter().map(one).collect(), axis: axis(100.0) },
    )
}

/// The energy product of grades without letters.
pub(super) fn energy(lang: Lang) -> Html {
    let mut all = of_family("N");
    sort::by(&mut all, |a, b| a.energy_product.partial_cmp(&b.energy_product).unwrap_or(core::cmp::Ordering::Equal));
    let (first, last) = (all.first(), all.last());
    let name = |g: Option<&lodestone_model::grades::MagnetGrade>| g.map_or("", |g| g.name);
    let low = first.and_then(|g| g.energy_product).map_or_else(String::new, |e| format::exact(e.0));
    let high = last.and_then(|g| g.energy_product).map_or_else(String::new, |e| format::exact(e.1));
    let sentence = words::energy_sentence(lang, &low, name(first), &high, name(last));
    let one = |g: &lodestone_model::grades::MagnetGrade| {
        let (low, high) = g.energy_product?;
        bar(lang, g.name, [Some(low), None, Some(high)], Tone::Accent)
    };
    let body = bars(all.iter().filter_map(one).collect());
    let drawn =
        spec("energy", [words::energy_title(lang), words::energy_unit(lang), words::grade(lang)], sentence, body);
    picture(&drawn, &[words::energy_note(lang, &named(lang, &all))], lang)
}

/// The least coercivity of each family that lists have.
pub(super) fn coercivity(lang: Lang) -> Html {
    let one = |(letters, _): (&'static str, f64)| {
        let mut all: Vec<f64> = of_family(letters).iter().filter_map(|g| g.coercivity).collect();
        sort::by(&mut all, f64::total_cmp);
        let middle = all.get(all.len() / 2).copied();
        bar(lang, letters, [all.first().copied(), middle, all.last().copied()], Tone::Accent)
    };
    let all: Vec<Bar> = families().into_iter().filter_map(one).collect();
    let text = |bar: Option<&Bar>| bar.map_or_else(String::new, |b| format::exact(b.value.low));
    let last = all.last().map_or_else(String::new, |b| b.name.clone());
    let sentence = words::coercivity_sentence(lang, &text(all.first()), &text(all.last()), &last);
    let heads = [words::coercivity_title(lang), words::coercivity_unit(lang), words::family(lang)];
    picture(&spec("coercivity", heads, sentence, bars(all)), &[words::coercivity_note(lang).to_owned()], lang)
}

/// Operating limits of the families and the Curie temperatures.
pub(super) fn temperatures(lang: Lang) -> Html {
    let limits = families();
    let curie = [("kr-curie-ndfeb", words::curie_ndfeb(lang)), ("kr-curie-other", words::curie_other(lang))];
    let mut all: Vec<Bar> =
        limits.iter().filter_map(|(name, t)| bar(lang, name, [None, Some(*t), None], Tone::Accent)).collect();
    all.extend(curie.iter().filter_map(|(id, name)| bar(lang, name, of_claim(id), Tone::Neutral)));
    let text = |at: Option<&(&'static str, f64)>| at.map_or_else(String::new, |(_, t)| format::exact(*t));
    let sentence = words::temps_sentence(
        lang,
        &text(limits.first()),
        &text(limits.last()),
        limits.last().map_or("", |(name, _)| name),
        &number(lang, of_claim("kr-curie-ndfeb")),
        &number(lang, of_claim("kr-curie-other")),
    );
    let family_source = COMPOSITION.iter().find(|r| r.item.starts_with("grade family ")).map_or("", |r| r.source_id);
    let (narrow, narrow_source) = of_composition(NARROW_CURIE);
    let note =
        words::temps_note(lang, &source(lang, family_source), &number(lang, narrow), &source(lang, narrow_source));
    let heads = [words::temps_title(lang), words::temps_unit(lang), words::temps_rows(lang)];
    picture(&spec("temperatures", heads, sentence, bars(all)), &[note], lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_magnet_adds_up_to_the_whole() {
        let Body::Build { bars, .. } = alloys_spec(Lang::En).body else { panic!("bars of parts") };
        for bar in bars {
            let sum: f64 = bar.parts.iter().map(|p| p.value.central).sum();
            assert!((sum - 100.0).abs() < 1e-9, "{}: {sum}", bar.name);
        }
    }
}
