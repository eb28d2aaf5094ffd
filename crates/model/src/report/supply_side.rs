//! The other side of the market: who supplies, what an outage does, whether there is enough, what a country pays, and
//! how the model does against itself and against the past.

use crate::data::{POINTS, Series};
use crate::demand::{ALL_YEARS, BASE_YEAR, MetalTonnes};
use crate::history::{self, Tried};
use crate::identities::{self, Checked};
use crate::inputs::{Case, Inputs, Param, Reading};
use crate::outputs::{Evaluator, Output, Shared};
use crate::range::{Range, Ranges, limits, optional};
use crate::sort;
use crate::supply::{self, Part};

/// One year of the balance, t of NdPr oxide.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BalanceYear {
    /// The year.
    pub year: i32,
    /// From mines.
    pub supply: Option<Range>,
    /// From worn-out products.
    pub secondary: Range,
    /// What is needed.
    pub demand: Option<Range>,
    /// What is left over, or missing.
    pub gap: Option<Range>,
    /// The same as a share of demand.
    pub gap_share: Option<Range>,
    /// Each metal for itself: t of Nd, Pr, Dy, Tb.
    pub metals: [MetalYear; 4],
}

/// One metal in one year. No publication implies a supply of a single metal, so it has no gap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MetalYear {
    /// Contained in the magnets of the modelled applications, t.
    pub demand: Range,
    /// From worn-out products, t.
    pub secondary: Range,
}

/// From an outage to a price.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chain {
    /// The country's share of the world at the stage; `None` where no source gives one and nobody typed one.
    pub part: Option<f64>,
    /// Share of the world's annual supply that the shocks in force take.
    pub lost: Range,
    /// κ.
    pub kappa: Range,
    /// Price of neodymium oxide after all shocks in force over before.
    pub factor: Range,
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
    pub bill: (Range, Range),
    /// The model against the past.
    pub history: Vec<Tried>,
}

/// The years for which a publication implies supply and demand, ascending.
#[must_use]
pub fn balance_years() -> Vec<i32> {
    let implied = POINTS.iter().filter(|p| p.series == Series::NdprSupply).map(|p| p.year);
    sort::each_once(implied.filter(|y| ALL_YEARS.contains(y)))
}

/// The balance of `years`, with the limits of its figures.
#[must_use]
pub fn balances(inputs: &Inputs, shared: &Shared, years: &[i32]) -> Vec<BalanceYear> {
    limits(|case| {
        let e = Evaluator::new(inputs, shared, case, BASE_YEAR);
        years.iter().map(|year| balance_year(&e, *year)).collect::<Vec<_>>()
    })
}

fn balance_year(e: &Evaluator, year: i32) -> BalanceYear {
    let b = e.balance_of(year);
    let tonnes = |m: &MetalTonnes| [m.nd.tonnes(), m.pr.tonnes(), m.dy.tonnes(), m.tb.tonnes()].map(Range::exactly);
    let (needed, back) = (tonnes(&b.needed), tonnes(&b.back));
    BalanceYear {
        year,
        supply: b.supply.map(|t| Range::exactly(t.tonnes())),
        secondary: Range::exactly(b.secondary.tonnes()),
        demand: b.demand.map(|t| Range::exactly(t.tonnes())),
        gap: b.gap.map(Range::exactly),
        gap_share: b.gap_share.map(Range::exactly),
        metals: [0, 1, 2, 3].map(|i| MetalYear { demand: needed[i], secondary: back[i] }),
    }
}

impl SupplySide {
    /// Computes everything, each figure with its limits.
    #[must_use]
    pub fn new(inputs: &Inputs, shared: &Shared) -> Self {
        limits(|case| Self::at(&Reading::new(inputs, case), shared))
    }

    /// Computes everything for the central inputs, without ranges.
    #[must_use]
    pub fn central(inputs: &Inputs, shared: &Shared) -> Self {
        Self::at(&Reading::new(inputs, Case::Central), shared)
    }

    /// Computes everything as `x` reads the inputs.
    #[must_use]
    pub fn at(x: &Reading, shared: &Shared) -> Self {
        let choices = x.choices();
        let parts = supply::parts(choices.edition, choices.stage);
        let e = Evaluator::of(*x, shared, BASE_YEAR);
        let figure = |output| Range::exactly(e.get(output).unwrap_or_default());
        let own = x.optional_share(Param::OutageSourceShare);
        let part = own.or_else(|| supply::share(choices.edition, choices.stage, choices.country));
        Self {
            herfindahl: supply::herfindahl(parts.iter().map(|p| p.share)),
            parts,
            chain: Chain {
                part: part.map(|s| s.share()),
                lost: figure(Output::SupplyLost),
                kappa: Range::exactly(x.factor(Param::Kappa).value()),
                factor: figure(Output::NdPriceFactor),
            },
            balance: balance_years().into_iter().map(|y| balance_year(&e, y)).collect(),
            bill: (figure(Output::BillUsd), figure(Output::BillLocal)),
            history: history::tried(x),
        }
    }
}

/// Figures reached by two ways, in `year`; they are compared, and have no ranges.
#[must_use]
pub fn identities(inputs: &Inputs, shared: &Shared, year: i32) -> Vec<Checked> {
    let year = year.clamp(*ALL_YEARS.start(), *ALL_YEARS.end());
    identities::checked(&Evaluator::new(inputs, shared, Case::Central, year))
}

impl Ranges for Vec<BalanceYear> {
    fn each(&mut self, see: &mut dyn FnMut(&mut Range)) {
        for b in self {
            see(&mut b.secondary);
            for one in [&mut b.supply, &mut b.demand, &mut b.gap, &mut b.gap_share] {
                optional(one, see);
            }
            for metal in &mut b.metals {
                see(&mut metal.demand);
                see(&mut metal.secondary);
            }
        }
    }
}

impl Ranges for SupplySide {
    fn each(&mut self, see: &mut dyn FnMut(&mut Range)) {
        let c = &mut self.chain;
        [&mut c.lost, &mut c.kappa, &mut c.factor, &mut self.bill.0, &mut self.bill.1].into_iter().for_each(&mut *see);
        self.balance.each(see);
        self.history.each(see);
    }
}
