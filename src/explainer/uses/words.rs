//! Words for sectors, substances, units and designs by the keys of the tables.

use crate::formula::unit::unit;
use crate::text::{Lang, uses as words};

/// The sectors by key, in the order in which they are shown.
pub const SECTORS: [&str; 10] =
    ["mobility", "energy", "robotics", "industry", "home", "building", "electronics", "aviation", "medical", "defence"];

/// A sector.
#[must_use]
pub fn sector(lang: Lang, key: &str) -> &'static str {
    match key {
        "mobility" => words::sector_mobility(lang),
        "energy" => words::sector_energy(lang),
        "robotics" => words::sector_robotics(lang),
        "industry" => words::sector_industry(lang),
        "home" => words::sector_home(lang),
        "building" => words::sector_building(lang),
        "electronics" => words::sector_electronics(lang),
        "aviation" => words::sector_aviation(lang),
        "medical" => words::sector_medical(lang),
        "defence" => words::sector_defence(lang),
        _ => "",
    }
}

/// What a figure measures.
#[must_use]
pub fn measured(lang: Lang, key: &str) -> &'static str {
    match key {
        "magnet_mass" => words::magnet_mass(lang),
        "magnet_alloy_mass" => words::magnet_alloy_mass(lang),
        "magnet_blank_mass" => words::magnet_blank_mass(lang),
        "magnet_mass_ratio" => words::magnet_mass_ratio(lang),
        "ree_mass" => words::ree_mass(lang),
        "ndpr_mass" => words::ndpr_mass(lang),
        "nd_mass" => words::nd_mass(lang),
        "pr_mass" => words::pr_mass(lang),
        "dy_mass" => words::dy_mass(lang),
        "tb_mass" => words::tb_mass(lang),
        "boron_mass" => words::boron_mass(lang),
        _ => "",
    }
}

/// A unit as readers write it.
#[must_use]
pub fn unit_of(lang: Lang, key: &str) -> String {
    match key {
        "g/kg motor" => words::unit_g_per_kg_motor(lang).to_owned(),
        "percent of direct drive" => words::unit_percent_of_direct(lang).to_owned(),
        other => unit(lang, other),
    }
}

/// The design that a figure is about; `None` for a design without a word, which a test finds.
#[must_use]
pub fn technology(lang: Lang, key: &str) -> Option<&'static str> {
    let word = match key {
        "EV drive motor" | "EV motor" | "average EV motor" => words::tech_ev,
        "EV or HEV motor as in source" => words::tech_ev_or_hybrid,
        "small car to performance car or SUV" => words::tech_small_to_large,
        "global average implied by Adamas 2020" => words::tech_world_average,
        "direct drive PMSG" | "PMSG direct drive" => words::tech_direct,
        "direct drive PMSG 1.5 MW" => words::tech_direct_1_5,
        "direct drive PMSG, large scale" => words::tech_direct_large,
        "direct drive PMSG, medium scale" => words::tech_direct_medium,
        "direct drive PMSG, small scale" => words::tech_direct_small,
        "low speed PMSG" => words::tech_low_speed,
        "PMSG geared" | "geared PMSG relative to direct drive PMSG" => words::tech_geared,
        "geared (PMSG medium or high speed, or DFIG; source mixes types)" => words::tech_geared_mixed,
        "DFIG or SCIG" => words::tech_dfig,
        "EESG direct drive" => words::tech_eesg,
        "PDD (pseudo direct drive)" => words::tech_pdd,
        "SDD (superconducting direct drive)" => words::tech_sdd,
        "tower internals (all drive trains)" => words::tech_tower,
        "average of all turbines (model assumption)" => words::tech_all_turbines,
        "3.6 MW PMSG turbine (EcoSwing retrofit)" => words::tech_ecoswing,
        "offshore wind turbine" => words::tech_offshore,
        "finished magnet" => words::tech_finished,
        "blank before machining" => words::tech_blank,
        "all small motors" => words::tech_small_motors,
        "hub wheel motor, 46 magnets 24 x 13.65 x 3 mm, N35H" => words::tech_hub,
        "average humanoid" => words::tech_humanoid,
        "upper estimate" => words::tech_upper,
        "robot arm" => words::tech_arm,
        "speaker, haptics, autofocus" => words::tech_phone,
        _ => return None,
    };
    Some(word(lang))
}
