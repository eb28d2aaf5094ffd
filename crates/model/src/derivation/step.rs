//! The steps on the way from inputs to figures.

use crate::inputs::choice;

choice!(
    /// A step on the way.
    Step {
        /// Kilograms of NdPr oxide for a kilogram of NdPr metal.
        #[default]
        NdprOxidePerMetal = "ndpr-oxide-per-metal",
        /// Price of a metal that follows from its oxide's.
        MetalPrice = "metal-price",
        /// Price of an oxide after a shock.
        OxideAfter = "oxide-after",
        /// Price of a metal after a shock.
        MetalAfter = "metal-after",
        /// What the buyer pays for a metal: without the tax that he gets back.
        Paid = "paid",
        /// The same after the shocks.
        PaidAfter = "paid-after",
        /// What of a shock reaches the buyer.
        Reaching = "reaching",
        /// The rise of a price by a shock.
        Rise = "rise",
        /// The factor of a shock on prices.
        PriceFactor = "price-factor",
        /// The factor of a shock on a quoted rate.
        RateFactor = "rate-factor",
        /// The factor of a shock on a cost in the currency.
        CostFactor = "cost-factor",
        /// What a shock adds at the border.
        BorderFactor = "border-factor",
        /// The part of the world's supply that a shock takes.
        Lost = "lost",
        /// What is left of the supply after a shock.
        Supplied = "supplied",
        /// Kilograms of metal bought for a kilogram in the magnet.
        GrossFactor = "gross-factor",
        /// Magnet mass of a product.
        MagnetMass = "magnet-mass",
        /// Rare earths in a kilogram of magnet, before.
        RareEarths = "rare-earths",
        /// The same after the shocks.
        RareEarthsAfter = "rare-earths-after",
        /// Everything else in a kilogram of magnet.
        EverythingElse = "everything-else",
        /// A kilogram of magnet, before.
        Magnet = "magnet",
        /// The same after the shocks.
        MagnetAfter = "magnet-after",
        /// Magnets of a product, before.
        Before = "before",
        /// The same after the shocks.
        After = "after",
        /// Units of an application in a year.
        Units = "units",
        /// Share of the units that have permanent magnets.
        WithMagnets = "with-magnets",
        /// Magnet in one such unit.
        Each = "each",
        /// Magnet of an application in a year.
        MagnetNeed = "magnet-need",
        /// A metal in all magnets of a year.
        MetalNeed = "metal-need",
        /// NdPr oxide for the magnets of a year.
        OxideNeed = "oxide-need",
        /// Magnet of several applications in a year.
        WorldNeed = "world-need",
        /// Share of the products of a year that wear out in another.
        WornOut = "worn-out",
        /// NdPr oxide in products that were sold in a year and wear out in another.
        Returning = "returning",
        /// NdPr oxide from worn-out products.
        Secondary = "secondary",
        /// What the published balance has beyond the modelled parts.
        PublishedRest = "published-rest",
        /// Supply from mines.
        MineSupply = "mine-supply",
        /// The same after the shocks.
        SupplyAfter = "supply-after",
        /// What the model gives at its defaults.
        ByDefault = "by-default",
        /// Demand for NdPr oxide.
        BalanceDemand = "balance-demand",
    }
);
