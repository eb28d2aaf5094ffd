//! Why an answer differs between two sets of inputs: the exact share of price, exchange rate, quantity and the rest.
//!
//! The Shapley value: the mean, over all orders in which the causes could have changed one after the other, of what each
//! added. It does not depend on an order, and its parts sum to the whole change.

use crate::data::Param;
use crate::inputs::{Case, Inputs, choice};
use crate::outputs::{Evaluator, Output, Shared};
use crate::shocks::Shock;

choice!(
    /// What can change an answer.
    Cause {
        /// Oxide and metal prices, price shocks, outages.
        #[default]
        Price = "price",
        /// Exchange rates and their shocks.
        Rate = "exchange-rate",
        /// Magnet per unit, units, drive trains, demand.
        Quantity = "quantity",
        /// Composition, yields, cost shares, what is added at the border, lifetimes.
        Other = "other",
    }
);

const CAUSES: usize = 4;

/// How the change of one answer divides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Split {
    /// The answer for the first inputs.
    pub from: f64,
    /// The answer for the second.
    pub to: f64,
    /// What each cause added, in the order of [`Cause::ALL`].
    pub parts: [f64; CAUSES],
}

/// The cause that a parameter belongs to.
#[must_use]
pub fn cause(param: Param) -> Cause {
    match param.spec().section {
        "supply" => Cause::Price,
        "bill" => Cause::Quantity,
        "market" => match param {
            Param::FxKrw | Param::FxCny | Param::FxJpy | Param::FxEur => Cause::Rate,
            _ => Cause::Price,
        },
        "shock" => match param {
            Param::ShockFx | Param::FxForeignShare | Param::FxHedged | Param::FxPassThrough => Cause::Rate,
            Param::ShockPriceAbs | Param::ShockPriceRel | Param::PricePassThrough | Param::PriceHedged => Cause::Price,
            _ => Cause::Other,
        },
        "ev" | "wind" | "demand" => match param {
            Param::EvProductCost => Cause::Other,
            p if p.key().contains("-w-") => Cause::Other,
            _ => Cause::Quantity,
        },
        "balance" => match param {
            Param::Substitution | Param::SupplyNdpr => Cause::Quantity,
            _ => Cause::Other,
        },
        _ if param == Param::ProcessMetalPerOxide => Cause::Price,
        _ => Cause::Other,
    }
}

fn cause_of(shock: &Shock) -> Cause {
    match shock {
        Shock::Price { .. } | Shock::RelativePrice { .. } | Shock::Outage { .. } | Shock::Control { .. } => {
            Cause::Price
        }
        Shock::ExchangeRate { .. } => Cause::Rate,
        Shock::Demand { .. } => Cause::Quantity,
        Shock::Freight(_) | Shock::Tariff(_) | Shock::ImportVat(_) => Cause::Other,
    }
}

/// Divides the change of `output` from `a` to `b`; `None` where one of them has no such answer.
///
/// Both lists of shocks count as lists; where one is built from parameters, these are its list.
#[must_use]
pub fn split(a: &Inputs, b: &Inputs, shared: &Shared, year: i32, output: Output) -> Option<Split> {
    let (a, b) = (listed(a), listed(b));
    let mut answers = [0.0; 1 << CAUSES];
    for (taken, answer) in answers.iter_mut().enumerate() {
        let mixed = mix(&a, &b, |c| taken & (1 << c as usize) != 0);
        *answer = Evaluator::new(&mixed, shared, Case::Central, year).get(output)?;
    }
    let parts = [0, 1, 2, 3].map(|i| shapley(&answers, i));
    Some(Split { from: answers[0], to: answers[(1 << CAUSES) - 1], parts })
}

/// φ_i = Σ_S |S|!(n−|S|−1)!/n! · (v(S ∪ i) − v(S)), added up without losing digits.
fn shapley(answers: &[f64; 1 << CAUSES], i: usize) -> f64 {
    let (mut sum, mut lost) = (0.0_f64, 0.0_f64);
    let mut add = |x: f64| {
        // Knuth's two-sum: what the addition loses is kept and added at the end.
        let s = sum + x;
        let back = s - sum;
        lost += (sum - (s - back)) + (x - back);
        sum = s;
    };
    let orders = factorial(CAUSES);
    for taken in (0..answers.len()).filter(|s| s & (1 << i) == 0) {
        let size = taken.count_ones() as usize;
        for _ in 0..factorial(size) * factorial(CAUSES - size - 1) {
            add(answers[taken | (1 << i)]);
            add(-answers[taken]);
        }
    }
    #[allow(clippy::cast_precision_loss)] // 24
    let orders = orders as f64;
    (sum + lost) / orders
}

const fn factorial(n: usize) -> usize {
    if n < 2 { 1 } else { n * factorial(n - 1) }
}

/// The same inputs with their shocks as a list.
fn listed(inputs: &Inputs) -> Inputs {
    let mut out = inputs.clone();
    out.shocks = Some(crate::shocks::scenario(&crate::inputs::Reading::new(inputs, Case::Central)));
    out
}

/// Inputs whose causes come from `b` where `from_b` says so, else from `a`.
fn mix(a: &Inputs, b: &Inputs, from_b: impl Fn(Cause) -> bool) -> Inputs {
    let pick = |cause| if from_b(cause) { b } else { a };
    let mut out = pick(Cause::Quantity).clone();
    out.take(|param| pick(cause(param)));
    let (price, rate, quantity) = (pick(Cause::Price), pick(Cause::Rate), pick(Cause::Quantity));
    let (p, r, q) = (&price.choices, &rate.choices, &quantity.choices);
    out.choices = crate::inputs::Choices {
        magnet_by: q.magnet_by,
        drive: q.drive,
        buyer: p.buyer,
        substance: p.substance,
        elements: p.elements,
        currency: r.currency,
        reading: r.reading,
        outlook: q.outlook,
        stage: p.stage,
        country: p.country,
        outage: p.outage,
        edition: p.edition,
        importer: q.importer,
    };
    let of = |inputs: &Inputs, which: &dyn Fn(Cause) -> bool| {
        let all = inputs.shocks.clone().unwrap_or_default();
        all.into_iter().filter(|s| which(cause_of(&s.shock))).collect::<Vec<_>>()
    };
    let mut shocks = of(a, &|c| !from_b(c));
    shocks.extend(of(b, &|c| from_b(c)));
    out.shocks = Some(shocks);
    out
}
