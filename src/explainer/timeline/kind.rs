//! Kinds of events: key, word and sign; countries by their codes.

use yew::prelude::*;

use crate::text::{Lang, countries, timeline as words};

/// What kind of event it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A permission that exports need.
    Control,
    /// A ceiling on mining or export.
    Quota,
    /// Trade that stops.
    Embargo,
    /// Flood and drought.
    Weather,
    /// Prices and volumes.
    Market,
    /// A law, a plan, a subsidy.
    Policy,
    /// A contract between two parties.
    Contract,
    /// A plant, a mine, a share.
    Investment,
    /// Something that works for the first time.
    Technology,
}

impl Kind {
    /// All kinds; those that limit supply stand first.
    pub const ALL: [Self; 9] = [
        Self::Control,
        Self::Quota,
        Self::Embargo,
        Self::Weather,
        Self::Market,
        Self::Policy,
        Self::Contract,
        Self::Investment,
        Self::Technology,
    ];

    /// The kind by the word of the table.
    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key.replace(' ', "-"))
    }

    /// Its key, as the style sheet calls it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Control => "export-control",
            Self::Quota => "quota",
            Self::Embargo => "embargo",
            Self::Policy => "policy",
            Self::Contract => "contract",
            Self::Investment => "investment",
            Self::Market => "market",
            Self::Technology => "technology",
            Self::Weather => "weather",
        }
    }

    /// The word for it.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Control => words::kind_control(lang),
            Self::Quota => words::kind_quota(lang),
            Self::Embargo => words::kind_embargo(lang),
            Self::Policy => words::kind_policy(lang),
            Self::Contract => words::kind_contract(lang),
            Self::Investment => words::kind_investment(lang),
            Self::Market => words::kind_market(lang),
            Self::Technology => words::kind_technology(lang),
            Self::Weather => words::kind_weather(lang),
        }
    }

    /// Strokes of its sign in a square of 16: a barred circle, a ceiling, a cross, a drop, …
    const fn strokes(self) -> &'static str {
        match self {
            Self::Control => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M3.8 3.8l8.4 8.4",
            Self::Quota => "M2 3h12M5 14V7h6v7",
            Self::Embargo => "M3 3l10 10M13 3L3 13",
            Self::Policy => "M4 2h8v12H4zM6.5 6h3M6.5 9.5h3",
            Self::Contract => "M6 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7",
            Self::Investment => "M8 2v12M2 8h12",
            Self::Market => "M1.5 12l4-6 4 4 5-7",
            Self::Technology => "M8 2.5l6 11H2z",
            Self::Weather => "M8 2c3 4 4 6 4 8a4 4 0 0 1-8 0c0-2 1-4 4-8z",
        }
    }

    /// Its sign, which says nothing that the word beside it does not say.
    pub fn sign(self) -> Html {
        html! {
            <svg class={classes!("sign", self.key())} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <path d={self.strokes()} fill="none" stroke="currentColor" stroke-width="1.8" />
            </svg>
        }
    }
}

/// Where it happened, by codes joined with hyphens.
#[must_use]
pub fn region(lang: Lang, codes: &str) -> String {
    let names: Vec<&str> = codes.split('-').map(|code| country(lang, code)).collect();
    names.join(words::and(lang))
}

fn country(lang: Lang, code: &str) -> &str {
    match code {
        "AU" => countries::australia(lang),
        "CA" => countries::canada(lang),
        "CN" => countries::china(lang),
        "EU" => words::region_eu(lang),
        "GL" => countries::greenland(lang),
        "JP" => words::region_jp(lang),
        "KR" => words::region_kr(lang),
        "MM" => countries::myanmar(lang),
        "MY" => countries::malaysia(lang),
        "SG" => words::region_sg(lang),
        "TZ" => countries::tanzania(lang),
        "UA" => words::region_ua(lang),
        "US" => countries::united_states(lang),
        "Central Asia" => words::region_central_asia(lang),
        "world" => countries::world(lang),
        other => other,
    }
}
