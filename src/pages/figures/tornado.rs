//! What makes an answer unsure, as a chart.

use lodestone_model::outputs::Output;
use lodestone_model::report::Range;
use lodestone_model::uncertainty::{Influence, Sensitivity};

use super::TICKS;
use crate::chart::spec::{Axis, Body, Spec, Swing, Tornado};
use crate::format;
use crate::labels;
use crate::text::{Lang, uncertainty};

/// What an answer is at either end of each input that it depends on.
#[must_use]
pub fn tornado(found: &Sensitivity, output: Output, lang: Lang) -> Spec {
    let style = labels::style(output);
    let name = |i: &Influence| labels::group(lang, i.group).to_owned();
    let all = &found.influences;
    let swings: Vec<Swing> =
        all.iter().take(SWINGS).map(|i| Swing { name: name(i), at_low: i.ends.0, at_high: i.ends.1 }).collect();
    let ends = || swings.iter().flat_map(|s| [s.at_low, s.at_high]).chain([found.central]);
    let (low, high) = (ends().fold(f64::INFINITY, f64::min), ends().fold(f64::NEG_INFINITY, f64::max));
    let sentence = all.first().map_or_else(
        || uncertainty::nothing(lang).to_owned(),
        |first| {
            let ends = Range::exactly(found.central).reaching(first.ends.0).reaching(first.ends.1);
            let (low, high) = format::both_ends(lang, ends, style);
            uncertainty::tornado_sentence(lang, labels::weighed(lang, output), &name(first), &low, &high)
        },
    );
    let room = (high - low) * 0.04;
    let (from, to) = (low - room, high + room);
    let body = if swings.is_empty() || room <= 0.0 {
        Body::Empty(uncertainty::nothing(lang).to_owned())
    } else {
        let ticks = format::ticks_between(lang, from, to, TICKS);
        Body::Tornado(Tornado { centre: found.central, swings, axis: Axis { from, to, ticks } })
    };
    Spec {
        id: "tornado",
        title: uncertainty::tornado(lang, labels::weighed(lang, output)),
        unit: uncertainty::tornado_unit(lang, labels::style_unit(lang, output)),
        sentence,
        waits: false,
        rows_are: uncertainty::input(lang).to_owned(),
        body,
    }
}

/// Inputs that a tornado shows.
const SWINGS: usize = 8;
