//! What is known of each stage beside its rows: its name in addresses, the steps of the process that it covers, the
//! calculators that go on from there, and claims about several of its companies together.

use lodestone_model::data::{CLAIMS, ClaimsRow};

use crate::route::Route;
use crate::text::{Lang, chain as words};

/// A stage by its number in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stage {
    /// Its part of an address.
    pub key: &'static str,
    /// Steps of the process, by their ids in `process_steps.csv`.
    pub steps: &'static [&'static str],
    /// Pages that go on from there.
    pub pages: &'static [Route],
}

/// The stages in the order of their numbers, the first of which is 1.
const STAGES: [Stage; 14] = [
    Stage { key: "mining", steps: &["exploration", "mining"], pages: &[Route::Shocks, Route::Balance] },
    Stage { key: "beneficiation", steps: &["beneficiation"], pages: &[] },
    Stage {
        key: "separation",
        steps: &["cracking", "leaching", "mixed-carbonate", "separation", "precipitation-and-calcination"],
        pages: &[Route::Shocks],
    },
    Stage {
        key: "metal",
        steps: &["metal-by-electrolysis", "metal-by-calciothermy", "alloying", "strip-casting"],
        pages: &[],
    },
    Stage {
        key: "magnets",
        steps: &["pressing", "sintering", "grain-boundary-diffusion", "machining", "magnetising"],
        pages: &[Route::Shocks],
    },
    Stage { key: "parts", steps: &["assembly"], pages: &[Route::Motor] },
    Stage { key: "recycling", steps: &["recycling-of-scrap", "recycling-of-used-magnets"], pages: &[Route::Balance] },
    Stage { key: "equipment", steps: &["mining", "magnetising", "assembly"], pages: &[] },
    Stage { key: "auxiliary", steps: &["alloying"], pages: &[] },
    Stage { key: "coating", steps: &["coating"], pages: &[] },
    Stage { key: "research", steps: &[], pages: &[] },
    Stage {
        key: "users",
        steps: &[],
        pages: &[Route::Uses, Route::Motor, Route::Turbine, Route::Products, Route::Demand],
    },
    Stage { key: "power", steps: &[], pages: &[] },
    Stage { key: "market", steps: &[], pages: &[Route::Prices] },
];

/// The stage with a number.
pub fn numbered(order: usize) -> Option<Stage> {
    STAGES.get(order.checked_sub(1)?).copied()
}

/// The part of an address that a stage has; nothing for a number that no stage has.
pub fn key(order: usize) -> &'static str {
    numbered(order).map_or("", |s| s.key)
}

/// Claims about several companies of a stage together, with what those are called.
pub fn together(order: usize, lang: Lang) -> Option<(&'static str, Vec<&'static ClaimsRow>)> {
    let (title, prefix) = match order {
        1 => (words::together_1(lang), "cicc-upstream-"),
        5 => (words::together_5(lang), "cicc-magnet-"),
        _ => return None,
    };
    Some((title, CLAIMS.iter().filter(|c| c.topic == "company" && c.id.starts_with(prefix)).collect()))
}
