//! Words for who supplies, for the scenario library, and for the checks of the model.

use lodestone_model::data::{Elasticity, Episode, NamedScenario};
use lodestone_model::identities::Identity;
use lodestone_model::inputs::{
    Buyer, Country, Currency, Drive, Edition, Elements, Importer, MagnetBy, OutageReading, Outlook, RateReading, Stage,
    Substance,
};

use super::{Named, named};
use crate::text::{Lang, countries, demand, product, scenarios, shock, supply};

named! {
    Stage { Mining => supply::stage_mining, Separation => supply::stage_separation, Magnets => supply::stage_magnets }
    OutageReading { Rate => supply::reading_rate, Annual => supply::reading_annual }
    Edition {
        Newest => supply::edition_newest, Usgs2026 => supply::edition_usgs_2026, Usgs2025 => supply::edition_usgs_2025,
        Bgs => supply::edition_bgs,
    }
    Importer { Germany => supply::germany, UnitedStates => countries::united_states, Japan => supply::japan }
    Country {
        China => countries::china, UnitedStates => countries::united_states, Australia => countries::australia,
        Myanmar => countries::myanmar, Malaysia => countries::malaysia, Thailand => countries::thailand,
        Nigeria => countries::nigeria, India => countries::india, Russia => countries::russia,
        Madagascar => countries::madagascar, Vietnam => countries::vietnam, Brazil => countries::brazil,
        Burundi => countries::burundi, Canada => countries::canada, Greenland => countries::greenland,
        SouthAfrica => countries::south_africa, Tanzania => countries::tanzania, World => countries::world,
    }
    Identity {
        WorldIsSum => supply::world_is_sum, NeodymiumIsSum => supply::neodymium_is_sum,
        CarsFromMotor => supply::cars_from_motor, FleetFromTurbine => supply::fleet_from_turbine,
        CostIsSum => supply::cost_is_sum, ClosedForm => supply::closed_form, GapIsDifference => supply::gap_is_difference,
        BillIsTonnesTimesPrice => supply::bill_is_tonnes_times_price,
    }
}

/// The word for an identity.
#[must_use]
pub fn identity(lang: Lang, identity: Identity) -> &'static str {
    identity.label(lang)
}

/// The word for a named price response.
#[must_use]
pub fn elasticity(lang: Lang, elasticity: Elasticity) -> &'static str {
    match elasticity {
        Elasticity::Drought2021 => supply::drought_2021(lang),
        Elasticity::Quota85Low => supply::quota_85_low(lang),
        Elasticity::Quota85High => supply::quota_85_high(lang),
        Elasticity::Quota69Low => supply::quota_69_low(lang),
        Elasticity::Quota69High => supply::quota_69_high(lang),
    }
}

/// The words for a past episode.
#[must_use]
pub fn episode(lang: Lang, episode: Episode) -> &'static str {
    match episode {
        Episode::Metal202104 => supply::metal_2021_04(lang),
        Episode::Metal202202 => supply::metal_2022_02(lang),
        Episode::Metal202203 => supply::metal_2022_03(lang),
        Episode::Metal201205 => supply::metal_2012_05(lang),
        Episode::Metal201210 => supply::metal_2012_10(lang),
        Episode::Quota2010 => supply::quota_2010(lang),
        Episode::Quota2010Peak => supply::quota_2010_peak(lang),
        Episode::Drought2021 => supply::drought_2021_price(lang),
        Episode::Drought2021Year => supply::drought_2021_year(lang),
        Episode::Control2025 => supply::control_2025(lang),
    }
}

/// The name of a scenario of the library.
#[must_use]
pub fn scenario(lang: Lang, scenario: NamedScenario) -> &'static str {
    match scenario {
        NamedScenario::Embargo2010 => scenarios::embargo_2010(lang),
        NamedScenario::Rally202122 => scenarios::rally_2021_22(lang),
        NamedScenario::Control202504 => scenarios::control_2025_04(lang),
        NamedScenario::DroughtBaotou => scenarios::drought_baotou(lang),
        NamedScenario::FloodMountWeld => scenarios::flood_mount_weld(lang),
        NamedScenario::QuotaCut10 => scenarios::quota_cut_10(lang),
        NamedScenario::NdPlus100 => scenarios::nd_plus_100(lang),
        NamedScenario::WonMinus10 => scenarios::won_minus_10(lang),
        NamedScenario::MakerWithoutMagnets => scenarios::maker_without_magnets(lang),
        NamedScenario::Recycling90 => scenarios::recycling_90(lang),
        NamedScenario::HumanoidsMillion => scenarios::humanoids_million(lang),
        NamedScenario::Rally202526 => scenarios::rally_2025_26(lang),
    }
}

/// The words of one choice of the inputs.
pub struct ChoiceWords {
    /// Its key.
    pub key: &'static str,
    /// Its name.
    pub label: fn(Lang) -> &'static str,
    /// The name of a variant by its key; empty for a key that it does not have.
    pub variant: fn(Lang, &str) -> &'static str,
}

/// The words of all choices, by the keys of the inputs.
#[must_use]
pub fn choices() -> Vec<ChoiceWords> {
    fn variant<T: Named>(lang: Lang, key: &str) -> &'static str {
        T::all().iter().find(|v| v.key() == key).map_or("", |v| v.label(lang))
    }
    macro_rules! list {
        ($($key:literal $label:path, $ty:ty;)+) => {
            vec![$(ChoiceWords { key: $key, label: $label, variant: variant::<$ty> }),+]
        };
    }
    list! {
        "magnet-by" product::magnet_by, MagnetBy;
        "drive" product::drive, Drive;
        "buyer" shock::buyer, Buyer;
        "substance" shock::substance, Substance;
        "elements" shock::elements, Elements;
        "currency" shock::currency, Currency;
        "rate-reading" shock::reading, RateReading;
        "outlook" demand::outlook, Outlook;
        "outage-stage" supply::stage, Stage;
        "outage-country" supply::country, Country;
        "outage-reading" supply::reading, OutageReading;
        "edition" supply::edition, Edition;
        "importer" supply::importer, Importer;
    }
}
