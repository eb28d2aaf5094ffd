//! Every answer that is one number, by key: what a solver aims at, a batch writes and a comparison compares.
//!
//! An [`Evaluator`] works out only what is asked for, once. Here: the list, with units.

mod evaluator;
mod figure;

use crate::data::Param;
use crate::inputs::{Currency, Importer, choice};

pub use evaluator::{Evaluator, Shared, range};

choice!(
    /// An answer that is one number.
    Output {
        /// Magnet in one motor, kg.
        #[default]
        MotorMagnetKg = "motor-magnet-kg",
        /// Magnets of one motor before the shocks, USD.
        MotorBeforeUsd = "motor-before-usd",
        /// After them, USD.
        MotorAfterUsd = "motor-after-usd",
        /// The difference, USD.
        MotorDifferenceUsd = "motor-difference-usd",
        /// The difference for the metal contained alone (k = 1), USD.
        MotorContainedUsd = "motor-contained-usd",
        /// Before, in the chosen currency.
        MotorBeforeLocal = "motor-before-local",
        /// After, in the chosen currency.
        MotorAfterLocal = "motor-after-local",
        /// Magnets as a share of the motor's cost, before.
        MotorShareBefore = "motor-share-before",
        /// Magnets as a share of the motor's cost, after.
        MotorShareAfter = "motor-share-after",
        /// One kilogram of the motor's magnet after the shocks, USD/kg.
        MotorMagnetUsdPerKg = "motor-magnet-usd-per-kg",
        /// Magnet in one turbine, kg.
        TurbineMagnetKg = "turbine-magnet-kg",
        /// Magnets of one turbine before the shocks, USD.
        TurbineBeforeUsd = "turbine-before-usd",
        /// After them, USD.
        TurbineAfterUsd = "turbine-after-usd",
        /// The difference, USD.
        TurbineDifferenceUsd = "turbine-difference-usd",
        /// The difference for the metal contained alone (k = 1), USD.
        TurbineContainedUsd = "turbine-contained-usd",
        /// Before, in the chosen currency.
        TurbineBeforeLocal = "turbine-before-local",
        /// After, in the chosen currency.
        TurbineAfterLocal = "turbine-after-local",
        /// Magnet demand of the year, t.
        DemandMagnetT = "demand-magnet-t",
        /// Neodymium in it, t.
        DemandNdT = "demand-nd-t",
        /// Praseodymium in it, t.
        DemandPrT = "demand-pr-t",
        /// Dysprosium in it, t.
        DemandDyT = "demand-dy-t",
        /// Terbium in it, t.
        DemandTbT = "demand-tb-t",
        /// NdPr oxide for it, t.
        DemandNdprOxideT = "demand-ndpr-oxide-t",
        /// Magnet demand of road vehicles, t.
        DemandVehiclesT = "demand-vehicles-t",
        /// Magnet demand of wind turbines, t.
        DemandWindT = "demand-wind-t",
        /// Magnet demand of humanoid robots, t.
        DemandHumanoidT = "demand-humanoid-t",
        /// Share of the world's supply that the shocks take.
        SupplyLost = "supply-lost",
        /// Neodymium oxide price after the shocks over before.
        NdPriceFactor = "nd-price-factor",
        /// Herfindahl index of mining, the rest in many hands.
        MiningHerfindahl = "mining-herfindahl",
        /// Supply of NdPr oxide from mines, t.
        BalanceSupplyT = "balance-supply-t",
        /// NdPr oxide from worn-out products, t.
        BalanceSecondaryT = "balance-secondary-t",
        /// Demand for NdPr oxide, t.
        BalanceDemandT = "balance-demand-t",
        /// The gap, t; negative where it is short.
        BalanceGapT = "balance-gap-t",
        /// The gap as a share of demand.
        BalanceGapShare = "balance-gap-share",
        /// The chosen importer's yearly bill after the shocks, USD.
        BillUsd = "bill-usd",
        /// The same in the importer's currency.
        BillLocal = "bill-local",
    }
);

impl Output {
    /// The unit of the answer; `local` is the currency in force.
    #[must_use]
    pub fn unit(self) -> &'static str {
        let key = self.key();
        for (end, unit) in
            [("-usd-per-kg", "USD/kg"), ("-usd", "USD"), ("-local", "local"), ("-kg", "kg"), ("-t", "t/year")]
        {
            if key.ends_with(end) {
                return unit;
            }
        }
        if self == Self::NdPriceFactor { "ratio" } else { "share" }
    }
}

impl Importer {
    /// The country's currency; `None` is the dollar.
    #[must_use]
    pub const fn currency(self) -> Option<Currency> {
        match self {
            Self::Germany => Some(Currency::Eur),
            Self::UnitedStates => None,
            Self::Japan => Some(Currency::Jpy),
        }
    }

    /// The parameter that holds its imports.
    #[must_use]
    pub const fn imports(self) -> Param {
        match self {
            Self::Germany => Param::ImportGermany,
            Self::UnitedStates => Param::ImportUs,
            Self::Japan => Param::ImportJapan,
        }
    }
}
