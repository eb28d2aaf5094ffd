//! The charts that only the story has.

use lodestone_model::report::{Product, Range, SupplySide};

use super::super::figures::axis;
use crate::chart::spec::{Bar, Body, Spec, Tone};
use crate::format::{self, Style};
use crate::labels::{self, Named};
use crate::text::{Lang, charts, demand, product, story as words, supply};

/// The rare earths in the magnets of a motor.
#[must_use]
pub fn metals(p: &Product, lang: Lang) -> Spec {
    // In the colours that they have in the build-up of the cost.
    let tone = |i: usize| if i == 0 { Tone::Accent } else { Tone::Series(6 + i) };
    let known = (0..4).filter(|i| p.contained[*i].high > 0.0);
    let bars: Vec<Bar> = known
        .map(|i| bar(lang, labels::part(lang, i).to_owned(), p.contained[i], format::KILOGRAMS, tone(i)))
        .collect();
    let sentence = largest(&bars).map_or_else(String::new, |b| words::metals_sentence(lang, &b.name, &b.text));
    spec(
        "story-metals",
        [words::metals_title(lang), words::metals_unit(lang), product::metal(lang)],
        sentence,
        bars,
        lang,
    )
}

/// Who supplies the world at the chosen stage.
#[must_use]
pub fn shares(side: &SupplySide, lang: Lang) -> Spec {
    let parts = side.parts.iter().filter(|p| p.share.share() > 0.0).take(8);
    let bars: Vec<Bar> = parts
        .map(|p| {
            let share = Range::exactly(p.share.share() * 100.0);
            let text = format::percent(lang, p.share.share());
            Bar { name: p.country.label(lang).to_owned(), value: share, text, tone: Tone::Neutral }
        })
        .collect();
    let sentence = largest(&bars).map_or_else(String::new, |b| words::five_sentence(lang, &b.name, &b.text));
    spec(
        "story-shares",
        [supply::shares(lang), charts::percent_unit(lang), supply::country(lang)],
        sentence,
        bars,
        lang,
    )
}

/// Supply, what comes back, and demand, year by year.
#[must_use]
pub fn balance(side: &SupplySide, lang: Lang) -> Spec {
    let mut bars = Vec::new();
    for b in &side.balance {
        let year = b.year.to_string();
        let rows = [
            (words::five_mines(lang, &year), b.supply, Tone::Series(0)),
            (words::five_back(lang, &year), Some(b.secondary), Tone::Series(3)),
            (words::five_needed(lang, &year), b.demand, Tone::Accent),
        ];
        bars.extend(
            rows.into_iter().filter_map(|(name, value, tone)| Some(bar(lang, name, value?, format::TONNES, tone))),
        );
    }
    let sentence = largest(&bars).map_or_else(String::new, |b| words::five_sentence(lang, &b.name, &b.text));
    spec(
        "story-balance",
        [words::five_chart(lang), words::five_chart_unit(lang), demand::year(lang)],
        sentence,
        bars,
        lang,
    )
}

fn bar(lang: Lang, name: String, value: Range, style: Style, tone: Tone) -> Bar {
    Bar { name, value, text: format::middle(lang, value, style), tone }
}

fn largest(bars: &[Bar]) -> Option<&Bar> {
    bars.iter().max_by(|a, b| a.value.central.total_cmp(&b.value.central))
}

fn spec(id: &'static str, [title, unit, rows_are]: [&str; 3], sentence: String, bars: Vec<Bar>, lang: Lang) -> Spec {
    let top = bars.iter().map(|b| b.value.high).fold(0.0, f64::max);
    let body = if top > 0.0 {
        Body::Bars { bars, axis: axis(lang, 0.0, top) }
    } else {
        Body::Empty(charts::build_empty(lang).to_owned())
    };
    Spec {
        id,
        title: title.to_owned(),
        unit: unit.to_owned(),
        sentence,
        rows_are: rows_are.to_owned(),
        waits: false,
        body,
    }
}
