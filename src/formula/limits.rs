//! What the figures of a chart leave out, for whoever meets the chart alone.

use lodestone_model::derivation::{Asked, Omission};
use lodestone_model::outputs::Output;

use crate::text::Lang;

/// What the figures of a chart do not count, in words; nothing for a chart of what sources say. `output` is the answer that
/// a tornado takes apart.
#[must_use]
pub fn of_chart(lang: Lang, id: &str, output: Output) -> Vec<&'static str> {
    let of = |output| Asked::Output(output).omissions();
    let omissions: &[Omission] = match id {
        "tornado" => of(output),
        "story-metals" => of(Output::MotorMagnetKg),
        "story-shares" => of(Output::SupplyLost),
        "story-balance" => of(Output::BalanceGapT),
        _ if id.starts_with("demand-") => of(Output::DemandMagnetT),
        _ if id.starts_with("turbine-") => of(Output::TurbineAfterUsd),
        _ if id.starts_with("motor-") || id.starts_with("products-") => of(Output::MotorAfterUsd),
        _ => &[],
    };
    omissions.iter().map(|omission| super::omission(lang, *omission)).collect()
}
