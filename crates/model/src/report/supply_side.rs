//! The other side of the market: who supplies, what an outage does, whether there is enough, what a country pays, and
//! how the model does against itself and against the past.

use super::Range;
use crate::balance::Balance;
use crate::data::{POINTS, Series};
use crate::demand::{ALL_YEARS, BASE_YEAR, MetalTonnes};
use crate::history::{self, Tried};
use crate::identities::{self, Checked};
use crate::inputs::{Case, Inputs, Param, Reading};
use crate::outputs::{Evaluator, Output, Shared};
use crate::sort;
use crate::supply::{self, Part};

/// One year of the balance, t of NdPr oxide.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BalanceYear {
    /// The year.
    pub year: i32,
    /// From mines.
    pub supply: Option<Range<f64>>,
    /// From worn-out products.
    pub secondary: Range<f64>,
    /// What is needed.
    pub demand: Option<Range<f64>>,
    /// What is left over, or missing.
    pub gap: Option<Range<f64>>,
    /// The same as a share of demand.
    pub gap_share: Option<Range<f64>>,
    /// Each metal for itself: t of Nd, Pr, Dy, Tb.
    pub metals: [MetalYear; 4],
}

/// One metal in one year. No publication implies a supply of a single metal, so it has no gap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MetalYear {
    /// Contained in the magnets of the modelled applications, t.
    pub demand: Range<f64>,
    /// From worn-out products, t.
    pub secondary: Range<f64>,
}

/// From an outage to a price.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chain {
    /// The country's share of the world at the stage; `None` where no source gives one and nobody typed one.
    pub part: Option<f64>,
    /// Share of the world's annual supply that the shocks in force take.
    pub lost: Range<f64>,
    /// κ.
    pub kappa: Range<f64>,
    /// Price of neodymium oxide after all shocks in force over before.
    pub factor: Range<f64>,
}

/// The supply side.
#[derive(Debug, Clone, PartialEq)]
pub struct SupplySide {
    /// Country shares of the chosen stage, largest first.
    pub parts: &'static [Part],
    /// Herfindahl index: the rest in many hands, the rest in one.
    pub herfindahl: (f64, f64),
    /// From outage to price.
    pub chain: Chain,
    /// The years that a publication implies.
    pub balance: Vec<BalanceYear>,
    /// A country's yearly bill in USD and in its own currency.
    pub bill: (Range<f64>, Range<f64>),
    /// Figures reached by two ways.
    pub identities: Vec<Checked>,
    /// The model against the past.
    pub history: Vec<Tried>,
}

/// The years for which a publication implies supply and demand, ascending.
#[must_use]
pub fn balance_years() -> Vec<i32> {
    let implied = POINTS.iter().filter(|p| p.series == Series::NdprSupply).map(|p| p.year);
    sort::each_once(implied.filter(|y| ALL_YEARS.contains(y)))
}

/// The balance of `years`.
#[must_use]
pub fn balances(inputs: &Inputs, shared: &Shared, years: &[i32]) -> Vec<BalanceYear> {
    let cases = [Case::Low, Case::Central, Case::High].map(|c| Evaluator::new(inputs, shared, c, BASE_YEAR));
    years.iter().map(|year| balance_year(&cases, *year)).collect()
}

fn balance_year(cases: &[Evaluator; 3], year: i32) -> BalanceYear {
    let all = [0, 1, 2].map(|i| cases[i].balance_of(year));
    let range = |f: &dyn Fn(&Balance) -> Option<f64>| {
        f(&all[Case::Central as usize])?;
        Some(Range::of(|c| f(&all[c as usize]).unwrap_or_default()))
    };
    BalanceYear {
        year,
        supply: range(&|b| b.supply.map(|t| t.tonnes())),
        secondary: Range::of(|c| all[c as usize].secondary.tonnes()),
        demand: range(&|b| b.demand.map(|t| t.tonnes())),
        gap: range(&|b| b.gap),
        gap_share: range(&|b| b.gap_share),
        metals: metals(cases, year),
    }
}

fn metals(cases: &[Evaluator; 3], year: i32) -> [MetalYear; 4] {
    let all = [0, 1, 2].map(|i| cases[i].metals_of(year));
    let tonnes = |m: &MetalTonnes| [m.nd.tonnes(), m.pr.tonnes(), m.dy.tonnes(), m.tb.tonnes()];
    [0, 1, 2, 3].map(|i| MetalYear {
        demand: Range::of(|c| tonnes(&all[c as usize].0)[i]),
        secondary: Range::of(|c| tonnes(&all[c as usize].1)[i]),
    })
}

impl SupplySide {
    /// Computes everything; `year` is that of the identities.
    #[must_use]
    pub fn new(inputs: &Inputs, shared: &Shared, year: i32) -> Self {
        let choices = &inputs.choices;
        let parts = supply::parts(choices.edition, choices.stage);
        let year = year.clamp(*ALL_YEARS.start(), *ALL_YEARS.end());
        let cases = [Case::Low, Case::Central, Case::High].map(|c| Evaluator::new(inputs, shared, c, year));
        let range = |output| Range::of(|c| cases[c as usize].get(output).unwrap_or_default());
        let own = Reading::new(inputs, Case::Central).optional_share(Param::OutageSourceShare);
        let part = own.or_else(|| supply::share(choices.edition, choices.stage, choices.country));
        Self {
            herfindahl: supply::herfindahl(parts.iter().map(|p| p.share)),
            parts,
            chain: Chain {
                part: part.map(|s| s.share()),
                lost: range(Output::SupplyLost),
                kappa: Range::of(|c| Reading::new(inputs, c).factor(Param::Kappa).value()),
                factor: range(Output::NdPriceFactor),
            },
            balance: balance_years().into_iter().map(|y| balance_year(&cases, y)).collect(),
            bill: (range(Output::BillUsd), range(Output::BillLocal)),
            identities: identities::checked(&cases[Case::Central as usize]),
            history: history::tried(inputs),
        }
    }
}
