//! The words for topics, uses and tables, by their keys.

use crate::text::{Lang, reference as words};

/// A topic of claims.
pub(super) fn topic(lang: Lang, key: &'static str) -> &'static str {
    match key {
        "company" => words::topic_company(lang),
        "supply" => words::topic_supply(lang),
        "policy" => words::topic_policy(lang),
        "supply-shock" => words::topic_supply_shock(lang),
        "demand-volume" => words::topic_demand_volume(lang),
        "price" => words::topic_price(lang),
        "reserves" => words::topic_reserves(lang),
        "trade" => words::topic_trade(lang),
        "physics" => words::topic_physics(lang),
        "demand-intensity" => words::topic_demand_intensity(lang),
        "other" => words::topic_other(lang),
        "cost-impact" => words::topic_cost_impact(lang),
        "balance" => words::topic_balance(lang),
        "substitution" => words::topic_substitution(lang),
        "recycling" => words::topic_recycling(lang),
        "fx" => words::topic_fx(lang),
        other => other,
    }
}

/// The uses that claims are about, as keys.
pub(super) const USES: [&str; 7] = ["vehicles", "wind", "robots", "magnets", "oxides", "mining", "none"];

/// A use.
pub(super) fn used(lang: Lang, key: &'static str) -> &'static str {
    match key {
        "vehicles" => words::app_vehicles(lang),
        "wind" => words::app_wind(lang),
        "robots" => words::app_robots(lang),
        "magnets" => words::app_magnets(lang),
        "oxides" => words::app_oxides(lang),
        "mining" => words::app_mining(lang),
        "none" => words::app_none(lang),
        other => other,
    }
}

/// A table; one that has no word keeps its key.
#[must_use]
pub fn table(lang: Lang, key: &'static str) -> &'static str {
    match key {
        "alloys" => words::table_alloys(lang),
        "alternatives" => words::table_alternatives(lang),
        "applications" => words::table_applications(lang),
        "audits" => words::table_audits(lang),
        "claims" => words::table_claims(lang),
        "composition" => words::table_composition(lang),
        "concentration" => words::table_concentration(lang),
        "conflicts" => words::table_conflicts(lang),
        "drivers" => words::table_drivers(lang),
        "elasticities" => words::table_elasticities(lang),
        "episodes" => words::table_episodes(lang),
        "etfs" => words::table_etfs(lang),
        "fx" => words::table_fx(lang),
        "glossary" => words::table_glossary(lang),
        "intensities" => words::table_intensities(lang),
        "parameters" => words::table_parameters(lang),
        "physics" => words::table_physics(lang),
        "prices" => words::table_prices(lang),
        "process" => words::table_process(lang),
        "process_steps" => words::table_process_steps(lang),
        "production" => words::table_production(lang),
        "reserves" => words::table_reserves(lang),
        "scenarios" => words::table_scenarios(lang),
        "series" => words::table_series(lang),
        "shocks" => words::table_shocks(lang),
        "sources" => words::table_sources(lang),
        "timeline" => words::table_timeline(lang),
        "value_chain" => words::table_value_chain(lang),
        other => other,
    }
}
