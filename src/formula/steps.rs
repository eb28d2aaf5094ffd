//! The word for every step of a derivation and for everything that a figure does not count.

use lodestone_model::derivation::{Omission, Step};

use crate::text::{Lang, derivation as words};

/// A step, of what it is a step.
pub(super) fn step(lang: Lang, step: Step, of: &str) -> String {
    match step {
        Step::NdprOxidePerMetal => words::step_ndpr_oxide_per_metal(lang).to_owned(),
        Step::MetalPrice => words::step_metal_price(lang, of),
        Step::OxideAfter => words::step_oxide_after(lang, of),
        Step::MetalAfter => words::step_metal_after(lang, of),
        Step::Paid => words::step_paid(lang, of),
        Step::PaidAfter => words::step_paid_after(lang, of),
        Step::Reaching => words::step_reaching(lang, of),
        Step::Rise => words::step_rise(lang, of),
        Step::PriceFactor => words::step_price_factor(lang, of),
        Step::RateFactor => words::step_rate_factor(lang, of),
        Step::CostFactor => words::step_cost_factor(lang, of),
        Step::BorderFactor => words::step_border_factor(lang, of),
        Step::Lost => words::step_lost(lang, of),
        Step::Supplied => words::step_supplied(lang, of),
        Step::GrossFactor => words::step_gross_factor(lang).to_owned(),
        Step::MagnetMass => words::step_magnet_mass(lang, of),
        Step::RareEarths => words::step_rare_earths(lang, of),
        Step::RareEarthsAfter => words::step_rare_earths_after(lang, of),
        Step::EverythingElse => words::step_everything_else(lang, of),
        Step::Magnet => words::step_magnet(lang, of),
        Step::MagnetAfter => words::step_magnet_after(lang, of),
        Step::Before => words::step_before(lang, of),
        Step::After => words::step_after(lang, of),
        Step::Units => words::step_units(lang, of),
        Step::WithMagnets => words::step_with_magnets(lang, of),
        Step::Each => words::step_each(lang, of),
        Step::MagnetNeed => words::step_magnet_need(lang, of),
        Step::MetalNeed => words::step_metal_need(lang, of),
        Step::OxideNeed => words::step_oxide_need(lang, of),
        Step::WorldNeed => words::step_world_need(lang, of),
        Step::WornOut => words::step_worn_out(lang, of),
        Step::Returning => words::step_returning(lang, of),
        Step::Secondary => words::step_secondary(lang, of),
        Step::PublishedRest => words::step_published_rest(lang, of),
        Step::MineSupply => words::step_mine_supply(lang, of),
        Step::SupplyAfter => words::step_supply_after(lang, of),
        Step::ByDefault => words::step_by_default(lang, of),
        Step::BalanceDemand => words::step_balance_demand(lang, of),
    }
}

/// Something that a figure does not count.
pub(super) fn omission(lang: Lang, omission: Omission) -> &'static str {
    match omission {
        Omission::RestOfProduct => words::omit_rest_of_product(lang),
        Omission::ProcessSteps => words::omit_process_steps(lang),
        Omission::Margins => words::omit_margins(lang),
        Omission::Contracts => words::omit_contracts(lang),
        Omission::Reaction => words::omit_reaction(lang),
        Omission::OtherUses => words::omit_other_uses(lang),
        Omission::TradeInProducts => words::omit_trade_in_products(lang),
        Omission::Stocks => words::omit_stocks(lang),
        Omission::Unreported => words::omit_unreported(lang),
        Omission::Quality => words::omit_quality(lang),
        Omission::NewScrap => words::omit_new_scrap(lang),
    }
}
