//! What a step loses and yields: rows of `process.csv` with a sentence for each, as sources give them.

use lodestone_model::data::PHYSICS;

use crate::explainer::amount::{number, of_process, percent, process};
use crate::explainer::linked::source;
use crate::format;
use crate::text::{Lang, process as words, quantities};

/// A sentence with one figure.
type Said = fn(Lang, &str) -> String;

/// Step, row of `process.csv`, sentence.
const LOSSES: [(&str, &str, Said); 10] = [
    ("metal-by-electrolysis", "oxide-to-metal-material-loss", words::loss_metal),
    ("machining", "magnet-fabrication-swarf-generated", words::loss_swarf),
    ("machining", "blank-to-finished-magnet-yield", words::loss_yield),
    ("machining", "blank-to-finished-magnet-machining-loss", words::loss_machining),
    ("recycling-of-scrap", "swarf-recycling-ree-recovery", words::loss_scrap),
    ("recycling-of-used-magnets", "end-of-life-recycling-ree-recycling-rate", words::loss_all),
    ("recycling-of-used-magnets", "end-of-life-recycling-magnet-recovery-by-shredding-of-hdd", words::loss_shred),
    ("recycling-of-used-magnets", "end-of-life-recycling-loop-closing-potential-within-hdd-magnets", words::loss_disks),
    (
        "recycling-of-used-magnets",
        "end-of-life-recycling-hdd-recovery-relative-to-total-ndfeb-capacity",
        words::loss_capacity,
    ),
    (
        "recycling-of-used-magnets",
        "end-of-life-recycling-closed-loop-recycling-rate-of-nd-and-dy-from-wind-current",
        words::loss_wind,
    ),
];
/// The same wind turbines, seen with hope.
const WIND_BEST: &str = "end-of-life-recycling-closed-loop-recycling-rate-of-nd-and-dy-from-wind-optimist";
/// Price of metal over price of oxide on four days.
const RATIOS: [&str; 4] = [
    "oxide-to-metal-ndpr-metal-price-oxide-price-2019-04",
    "oxide-to-metal-ndpr-metal-price-oxide-price-2021-04-09",
    "oxide-to-metal-ndpr-metal-price-oxide-price-2022-02-18",
    "oxide-to-metal-ndpr-metal-price-oxide-price-2022-03-11",
];
/// NdPr oxide per NdPr metal.
const NDPR: &str = "stoichiometry-ndpr-oxide-75-percent-nd2o3-25-percent-pr6o11-by-mass-per-ndpr-met";
/// Neodymium oxide per neodymium.
const ND2O3: &str = "stoichiometry-nd2o3-per-nd-metal";
/// What a magnet's cost is made of: rare earths; raw material and processing.
const COSTS: [&str; 3] = [
    "magnet-cost-rare-earth-share-of-production-cost",
    "magnet-cost-raw-material-share-of-price-influence",
    "magnet-cost-manufacturing-and-processing-share",
];
/// Rows of the properties that are about a step.
const PROPERTIES: [(&str, &str, Said); 2] = [
    ("leaching", "leaching-yield-low-temperature-acid-roasting", words::loss_leach),
    ("separation", "purity-separated-neodymium", words::loss_purity),
];

/// The sentences of a step, each with its source.
pub(super) fn of(lang: Lang, step: &str) -> Vec<String> {
    let mut all: Vec<String> = LOSSES
        .iter()
        .filter(|(at, ..)| *at == step)
        .map(|(_, id, said)| with_sources(lang, &said(lang, &percent(lang, of_process(id))), &[id]))
        .collect();
    match step {
        "precipitation-and-calcination" => {
            let text = words::loss_oxide(lang, &number(lang, of_process(ND2O3)));
            all.push(with_sources(lang, &text, &[ND2O3]));
        }
        "metal-by-electrolysis" => {
            let text = words::loss_price(lang, &ratios(lang), &number(lang, of_process(NDPR)));
            all.push(with_sources(lang, &text, &RATIOS));
        }
        "recycling-of-used-magnets" => {
            let text = words::loss_wind_best(lang, &percent(lang, of_process(WIND_BEST)));
            all.push(with_sources(lang, &text, &[WIND_BEST]));
        }
        _ => {}
    }
    let properties = PROPERTIES.iter().filter(|(at, ..)| *at == step);
    all.extend(properties.filter_map(|(_, id, said)| {
        let row = PHYSICS.iter().find(|r| r.id == *id)?;
        let value = match lang {
            Lang::Ko => row.value_text_ko,
            Lang::Zh => row.value_text_zh_hans,
            _ => row.value_text,
        };
        Some(format!("{} {}", said(lang, value), source(lang, row.source_id)))
    }));
    all
}

/// The ratios of the four days, from the least to the most.
fn ratios(lang: Lang) -> String {
    let all = || RATIOS.iter().filter_map(|id| of_process(id)[1]);
    match (all().reduce(f64::min), all().reduce(f64::max)) {
        (Some(low), Some(high)) => quantities::between(lang, &format::exact(low), &format::exact(high)),
        _ => String::new(),
    }
}

/// What it costs to make a magnet, in shares.
pub(super) fn cost(lang: Lang) -> String {
    let [rare, raw, work] = COSTS;
    let by = |id: &str| process(id).map_or_else(String::new, |r| source(lang, r.source_id));
    let share = |id: &str| percent(lang, of_process(id));
    words::stage_magnet_cost(lang, &share(rare), &by(rare), &share(raw), &share(work), &by(raw))
}

fn with_sources(lang: Lang, text: &str, ids: &[&str]) -> String {
    let mut named: Vec<String> = ids.iter().filter_map(|id| process(id)).map(|r| source(lang, r.source_id)).collect();
    named.dedup();
    format!("{text} {}", named.join("; "))
}

/// Keys of the sources that these sentences name.
pub(super) fn sources() -> impl Iterator<Item = &'static str> {
    rows()
        .filter_map(process)
        .map(|r| r.source_id)
        .chain(PHYSICS.iter().filter(|r| PROPERTIES.iter().any(|(_, id, _)| *id == r.id)).map(|r| r.source_id))
}

/// Every row of `process.csv` that is shown.
fn rows() -> impl Iterator<Item = &'static str> {
    LOSSES.iter().map(|(_, id, _)| *id).chain(RATIOS).chain(COSTS).chain([WIND_BEST, NDPR, ND2O3])
}

#[cfg(test)]
mod tests {
    use lodestone_model::data::{PROCESS, PROCESS_STEPS};

    use super::*;

    #[test]
    fn every_row_that_is_shown_exists_with_figures_and_every_step_too() {
        for id in rows() {
            assert!(!number(Lang::En, of_process(id)).is_empty(), "{id}");
        }
        for step in LOSSES.iter().map(|l| l.0).chain(PROPERTIES.iter().map(|p| p.0)) {
            assert!(PROCESS_STEPS.iter().any(|r| r.id == step), "{step}");
        }
        assert!(PROPERTIES.iter().all(|(_, id, _)| PHYSICS.iter().any(|r| r.id == *id)));
    }

    #[test]
    fn every_yield_and_loss_in_the_table_is_shown() {
        let about = ["oxide to metal", "magnet fabrication", "swarf recycling", "blank to finished magnet"];
        for r in PROCESS.iter().filter(|r| about.contains(&r.step) || r.step == "end-of-life recycling") {
            assert!(rows().any(|id| id == r.id), "{}", r.id);
        }
    }
}
