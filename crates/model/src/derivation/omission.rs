//! What figures do not count: limits that are stated beside each.

use super::Asked;
use crate::inputs::choice;

choice!(
    /// What a figure does not count.
    Omission {
        /// Copper, steel, power electronics, work: the rest of the motor or turbine.
        #[default]
        RestOfProduct = "rest-of-product",
        /// Machining, coating and magnetising as steps of their own: they are in everything else.
        ProcessSteps = "process-steps",
        /// Profit and stocks along the chain.
        Margins = "margins",
        /// Contracts with prices of their own.
        Contracts = "contracts",
        /// What buyers do when a price rises: less magnet, other motors.
        Reaction = "reaction",
        /// Uses without evidence for units or mass.
        OtherUses = "other-uses",
        /// Magnets in machines that a country imports or exports.
        TradeInProducts = "trade-in-products",
        /// Stocks held by states and makers.
        Stocks = "stocks",
        /// Mining outside the statistics.
        Unreported = "unreported",
        /// Quality: which magnets or oxides can replace each other.
        Quality = "quality",
        /// Scrap from making magnets, beyond what comes back in the same works.
        NewScrap = "new-scrap",
    }
);

impl Asked {
    /// What its figure does not count.
    #[must_use]
    pub fn omissions(self) -> &'static [Omission] {
        use Omission as O;
        let key = self.key();
        if key.ends_with("-magnet-kg") {
            &[O::RestOfProduct, O::Reaction]
        } else if ["motor", "turbine", "piece"].iter().any(|product| key.starts_with(product)) {
            &[O::RestOfProduct, O::ProcessSteps, O::Margins, O::Contracts, O::Reaction]
        } else if key.starts_with("demand") {
            &[O::OtherUses, O::TradeInProducts, O::Reaction, O::NewScrap]
        } else if key.starts_with("balance") {
            &[O::Stocks, O::Unreported, O::Reaction, O::Quality, O::NewScrap]
        } else if key.starts_with("bill") {
            &[O::TradeInProducts, O::Margins, O::Contracts, O::Reaction]
        } else {
            &[O::Stocks, O::Unreported, O::Quality, O::Reaction]
        }
    }
}
