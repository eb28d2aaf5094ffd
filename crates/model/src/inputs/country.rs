//! Countries that the statistics name, under the names that each edition prints.

use super::choice;

choice!(
    /// A producing country.
    Country {
        /// China.
        #[default]
        China = "china",
        /// The United States.
        UnitedStates = "united-states",
        /// Australia.
        Australia = "australia",
        /// Myanmar, printed as Burma by some.
        Myanmar = "myanmar",
        /// Malaysia.
        Malaysia = "malaysia",
        /// Thailand.
        Thailand = "thailand",
        /// Nigeria.
        Nigeria = "nigeria",
        /// India.
        India = "india",
        /// Russia.
        Russia = "russia",
        /// Madagascar.
        Madagascar = "madagascar",
        /// Vietnam.
        Vietnam = "vietnam",
        /// Brazil.
        Brazil = "brazil",
        /// Burundi.
        Burundi = "burundi",
        /// Canada.
        Canada = "canada",
        /// Greenland.
        Greenland = "greenland",
        /// South Africa.
        SouthAfrica = "south-africa",
        /// Tanzania.
        Tanzania = "tanzania",
        /// All countries together: an outage of a share of the world.
        World = "world",
    }
);

impl Country {
    /// The country that an edition calls `name`; `None` for a group such as “Other countries”.
    #[must_use]
    pub fn printed(name: &str) -> Option<Self> {
        Some(match name {
            "Burma" => Self::Myanmar,
            "USA" => Self::UnitedStates,
            "World total" | "World total (rounded)" => Self::World,
            _ => {
                // The tables print ASCII; case folding of all scripts would bring 4 kB to the page.
                let key = name.to_ascii_lowercase().replace(' ', "-");
                return Self::named(&key);
            }
        })
    }
}
