//! The pages of the site and where each stands. Not here: what stands on them, and what they are called.

use crate::text::Lang;

/// A page of the site; every language has it in a folder of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Route {
    /// The front page: a story whose numbers can be changed.
    #[default]
    Story,
    /// The motor of a car.
    Motor,
    /// A wind turbine.
    Turbine,
    /// Robots and other products.
    Products,
    /// Demand of the world.
    Demand,
    /// Shocks and the supply chain.
    Shocks,
    /// Supply, recycling, demand.
    Balance,
    /// Two scenarios side by side.
    Compare,
    /// All calculators on one page.
    Everything,
    /// The material and its physics.
    Material,
    /// From ore to magnet.
    Process,
    /// The companies along the chain.
    Chain,
    /// Controls, quotas, contracts, price episodes.
    Timeline,
    /// A catalogue of uses.
    Uses,
    /// Prices and exchange rates.
    Prices,
    /// Three ways through the site.
    Paths,
    /// How sure the answers are, and whether the model holds.
    Uncertainty,
    /// The audit of the claims.
    Claims,
    /// What each source says of each input.
    Inputs,
    /// All sources, and how to cite them.
    Sources,
    /// The terms of the field.
    Glossary,
    /// All tables, to browse and to download.
    Data,
    /// One table.
    Table(&'static str),
    /// How it is computed, and what it does not do.
    Method,
    /// How to put it into another page.
    Embed,
    /// Who stands behind it, licences, privacy.
    About,
}

/// What kind of page it is, as the navigation groups them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Calculators.
    Compute,
    /// What there is to know.
    Understand,
    /// What the figures rest on.
    Check,
    /// The site itself.
    Site,
}

impl Group {
    /// All groups, in the order of the navigation.
    pub const ALL: [Self; 4] = [Self::Compute, Self::Understand, Self::Check, Self::Site];
}

impl Route {
    /// Every page but those of single tables, in the order of the navigation.
    pub const ALL: [Self; 25] = [
        Self::Story,
        Self::Motor,
        Self::Turbine,
        Self::Products,
        Self::Demand,
        Self::Shocks,
        Self::Balance,
        Self::Compare,
        Self::Everything,
        Self::Material,
        Self::Process,
        Self::Chain,
        Self::Timeline,
        Self::Uses,
        Self::Prices,
        Self::Paths,
        Self::Uncertainty,
        Self::Claims,
        Self::Inputs,
        Self::Sources,
        Self::Glossary,
        Self::Data,
        Self::Method,
        Self::Embed,
        Self::About,
    ];

    /// The last part of its address.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Story => "",
            Self::Motor => "motor",
            Self::Turbine => "turbine",
            Self::Products => "products",
            Self::Demand => "demand",
            Self::Shocks => "shocks",
            Self::Balance => "balance",
            Self::Compare => "compare",
            Self::Everything => "calculator",
            Self::Material => "material",
            Self::Process => "process",
            Self::Chain => "chain",
            Self::Timeline => "timeline",
            Self::Uses => "uses",
            Self::Prices => "prices",
            Self::Paths => "paths",
            Self::Uncertainty => "uncertainty",
            Self::Claims => "claims",
            Self::Inputs => "inputs",
            Self::Sources => "sources",
            Self::Glossary => "glossary",
            Self::Data => "data",
            Self::Table(name) => name,
            Self::Method => "method",
            Self::Embed => "embed",
            Self::About => "about",
        }
    }

    /// The page with a key; `None` for a key that no page has.
    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|route| route.key() == key)
    }

    /// Where the page stands below the folder of its language.
    #[must_use]
    pub fn path(self) -> String {
        match self {
            Self::Story => String::new(),
            Self::Table(name) => format!("data/{name}/"),
            other => format!("{}/", other.key()),
        }
    }

    /// The way from the page to the top of the site.
    #[must_use]
    pub const fn up(self) -> &'static str {
        match self {
            Self::Story => "../",
            Self::Table(_) => "../../../",
            _ => "../../",
        }
    }

    /// The address of `other` in a language, seen from this page.
    #[must_use]
    pub fn to(self, other: Self, lang: Lang) -> String {
        format!("{}{}/{}", self.up(), folder(lang), other.path())
    }

    /// What kind of page it is.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::Story
            | Self::Motor
            | Self::Turbine
            | Self::Products
            | Self::Demand
            | Self::Shocks
            | Self::Balance
            | Self::Compare
            | Self::Everything => Group::Compute,
            Self::Material | Self::Process | Self::Chain | Self::Timeline | Self::Uses | Self::Prices => {
                Group::Understand
            }
            Self::Uncertainty
            | Self::Claims
            | Self::Inputs
            | Self::Sources
            | Self::Glossary
            | Self::Data
            | Self::Table(_) => Group::Check,
            Self::Paths | Self::Method | Self::Embed | Self::About => Group::Site,
        }
    }

    /// Whether a program computes on it; the other pages are complete as they are.
    #[must_use]
    pub fn computes(self) -> bool {
        self.group() == Group::Compute
    }
}

/// The folder of the pages in a language, from the top of the site.
#[must_use]
pub const fn folder(lang: Lang) -> &'static str {
    match lang {
        Lang::Ko => "ko",
        Lang::Zh => "zh",
        _ => "en",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_by_its_key_and_leads_to_every_other() {
        for route in Route::ALL {
            assert_eq!(Route::named(route.key()), Some(route));
            let depth = route.path().matches('/').count() + 1;
            assert_eq!(route.up(), "../".repeat(depth), "{route:?}");
        }
        assert_eq!(Route::Table("fx").up().len(), 9);
        assert_eq!(Route::Motor.to(Route::Story, Lang::Zh), "../../zh/");
        assert_eq!(Route::Story.to(Route::Claims, Lang::Ko), "../ko/claims/");
        assert_eq!(Route::named("nothing"), None);
    }
}
