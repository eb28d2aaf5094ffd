//! What is chosen from a list rather than measured: drive train, buyer, substance of a shock, projection.

use super::Country;
use crate::data::Param;

/// Declares an enumeration with a key for every variant.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
        impl $name {
            /// All of them, in the order of the list that a reader chooses from.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The variant with this key.
            #[must_use]
            pub fn named(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.key() == key)
            }
            /// The key in links, files and commands.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }
        }
    };
}

pub(crate) use choice;

choice!(
    /// How the magnet mass of a motor is given.
    MagnetBy {
        /// Kilograms per motor.
        #[default]
        Unit = "unit",
        /// Grams per kilowatt × kilowatts.
        Power = "power",
    }
);
choice!(
    /// How a turbine's generator is driven and excited.
    Drive {
        /// Permanent magnets, no gearbox.
        #[default]
        Direct = "direct",
        /// Permanent magnets behind a gearbox.
        Geared = "geared",
        /// Electrically excited or doubly fed: no magnets.
        NoMagnet = "none",
    }
);
choice!(
    /// Where the magnet maker buys.
    Buyer {
        /// Outside China, at the FOB China price, which contains Chinese VAT.
        #[default]
        Outside = "outside",
        /// In China: VAT is given back.
        China = "china",
        /// Outside China under export control: dysprosium and terbium at the European price.
        Controlled = "controlled",
    }
);
choice!(
    /// The substance that an absolute price shock is counted in.
    Substance {
        /// Neodymium metal.
        #[default]
        NdMetal = "nd-metal",
        /// Neodymium and praseodymium metal alike.
        NdPrMetal = "ndpr-metal",
        /// Dysprosium metal.
        DyMetal = "dy-metal",
        /// Terbium metal.
        TbMetal = "tb-metal",
        /// Neodymium oxide.
        NdOxide = "nd-oxide",
        /// Neodymium and praseodymium oxide alike.
        NdPrOxide = "ndpr-oxide",
        /// Dysprosium oxide.
        DyOxide = "dy-oxide",
        /// Terbium oxide.
        TbOxide = "tb-oxide",
    }
);
choice!(
    /// The elements that a relative price shock moves.
    Elements {
        /// All four.
        #[default]
        All = "all",
        /// Neodymium and praseodymium.
        Light = "light",
        /// Dysprosium and terbium.
        Heavy = "heavy",
        /// Neodymium.
        Nd = "nd",
        /// Praseodymium.
        Pr = "pr",
        /// Dysprosium.
        Dy = "dy",
        /// Terbium.
        Tb = "tb",
    }
);
choice!(
    /// A stage of the way from ore to magnet for which the evidence has country shares.
    Stage {
        /// Mines, by rare-earth oxide in the ore.
        #[default]
        Mining = "mining",
        /// Separation into oxides.
        Separation = "separation",
        /// Finished magnets.
        Magnets = "magnets",
    }
);
choice!(
    /// What the share of an outage is a share of.
    OutageReading {
        /// Of the rate, for as many months as the outage lasts.
        #[default]
        Rate = "rate",
        /// Of the annual output, however long it lasts.
        Annual = "annual",
    }
);
choice!(
    /// The statistical edition that production and reserves are read from.
    Edition {
        /// The newest edition of the U.S. Geological Survey that has the year.
        #[default]
        Newest = "newest",
        /// Mineral Commodity Summaries 2026.
        Usgs2026 = "usgs-2026",
        /// Mineral Commodity Summaries 2025.
        Usgs2025 = "usgs-2025",
        /// World Mineral Statistics of the British Geological Survey.
        Bgs = "bgs",
    }
);
choice!(
    /// A country whose bill for magnets from China is worked out.
    Importer {
        /// Germany, in euro.
        #[default]
        Germany = "germany",
        /// The United States, in dollars.
        UnitedStates = "united-states",
        /// Japan, in yen.
        Japan = "japan",
    }
);
choice!(
    /// A currency other than the dollar.
    Currency {
        /// South Korean won.
        #[default]
        Krw = "krw",
        /// Chinese yuan.
        Cny = "cny",
        /// Euro.
        Eur = "eur",
        /// Japanese yen.
        Jpy = "jpy",
    }
);
choice!(
    /// What “ten percent” means for an exchange rate.
    RateReading {
        /// The currency loses that share of its value in dollars.
        #[default]
        Value = "value",
        /// The quoted rate (currency per dollar) rises by that much.
        Quote = "quote",
    }
);
choice!(
    /// The projection of electric-vehicle sales.
    Outlook {
        /// Stated policies.
        #[default]
        Steps = "steps",
        /// Announced pledges.
        Aps = "aps",
    }
);
choice!(
    /// The magnet that a composition belongs to.
    Use {
        /// The motor's magnet.
        #[default]
        Motor = "motor",
        /// The turbine's magnet.
        Turbine = "turbine",
        /// Every other magnet.
        Other = "other",
    }
);

impl Currency {
    /// The code of the currency (ISO 4217), which is its unit.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Krw => "KRW",
            Self::Cny => "CNY",
            Self::Eur => "EUR",
            Self::Jpy => "JPY",
        }
    }
}

impl Use {
    /// The parameters of neodymium, praseodymium, dysprosium and terbium.
    #[must_use]
    pub const fn fractions(self) -> [Param; 4] {
        match self {
            Self::Motor => [Param::EvWNd, Param::EvWPr, Param::EvWDy, Param::EvWTb],
            Self::Turbine => [Param::WindWNd, Param::WindWPr, Param::WindWDy, Param::WindWTb],
            Self::Other => [Param::OtherWNd, Param::OtherWPr, Param::OtherWDy, Param::OtherWTb],
        }
    }
}

/// What is chosen rather than measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choices {
    /// How the magnet mass of a motor is given.
    pub magnet_by: MagnetBy,
    /// The turbine's drive train.
    pub drive: Drive,
    /// Where the magnet maker buys.
    pub buyer: Buyer,
    /// Substance of the absolute price shock.
    pub substance: Substance,
    /// Elements of the relative price shock.
    pub elements: Elements,
    /// Currency of the exchange-rate shock.
    pub currency: Currency,
    /// Reading of the exchange-rate shock.
    pub reading: RateReading,
    /// Projection of electric-vehicle sales.
    pub outlook: Outlook,
    /// Stage of the outage.
    pub stage: Stage,
    /// Country of the outage.
    pub country: Country,
    /// Reading of the outage.
    pub outage: OutageReading,
    /// Edition of the statistics.
    pub edition: Edition,
    /// Country of the magnet bill.
    pub importer: Importer,
}
